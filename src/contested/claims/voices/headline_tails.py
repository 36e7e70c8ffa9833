"""Who ends or opens a headline that lost its colon: "Clashes kill nine near Hama monitor", "Monitor Nine killed"."""

from __future__ import annotations

from contested.claims.words.phrases import headline_end
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

TAIL_FIRST = frozenset(
    "state local rights media monitor monitoring watchdog activist civil coordination hospital rescue security".split()
)
LABELS = frozenset("monitor monitors watchdog ngo activists observatory residents witnesses rescuers".split())
SHORTEST = 5  # tokens that a label may tell
TAIL_SECOND = frozenset("group defence defense center centre staff".split())
NOT_BEFORE_TAIL = frozenset(
    "the a an of by for to from and or on in with says say as new his their its is are : that".split()
)


def tail_of(tree: Tree) -> tuple[int, int, int] | None:
    """The tokens of who says so at a headline's end, and where what it tells ends."""
    end = headline_end(tree.text)
    if not end:
        return None
    last = tree.token_at(end - 1)
    while last > 3 and not tree.words[last].strip("."):
        last -= 1
    first = tree.lower[last - 1] in TAIL_FIRST and (tree.lower[last - 1] != "hospital" or tree.lower[last] != "monitor")
    begin = last - 1 if first or tree.lower[last] in TAIL_SECOND else last
    if last <= 3 or tree.lower[last] not in speech().tails or not may_speak(tree, begin, last):
        return None
    stop = begin - 1 if not tree.words[begin - 1][:1].isalnum() else begin
    return begin, last + 1, max(1, stop)


def label_of(tree: Tree) -> tuple[int, int, int] | None:
    """The tokens of who opens a headline without a colon, and where what it tells ends: "Watchdog Nine killed in A"."""
    end = headline_end(tree.text)
    if not end:
        return None
    stop = tree.token_at(end - 1) + 1
    at = 2 if tree.lower[0] in TAIL_FIRST and tree.lower[1:2] != [] and tree.lower[1] in speech().tails else 1
    if stop - at < SHORTEST or tree.lower[at - 1] not in LABELS or not tree.words[0][:1].isupper():
        return None
    begins = tree.tags[at] == "CD" or (tree.words[at].istitle() and tree.tags[at][0] in "NJ")
    plain = sum(word.islower() for word in tree.words[at + 1 : stop]) > (stop - at) // 2
    told = any(tree.tags[k] in ("VBD", "VBZ", "VBP", "VBN") for k in range(at + 1, stop))
    return (0, at, stop) if begins and plain and told else None


def may_speak(tree: Tree, begin: int, last: int) -> bool:
    """Whether the words before a tail leave it to speak and are not its own ("the new centre", "state media")."""
    if tree.lower[begin - 1] in NOT_BEFORE_TAIL and not tree.words[begin - 1].isupper():
        return False
    if tree.lower[last] in TAIL_SECOND and tree.lower[begin] not in TAIL_FIRST:
        return False
    if tree.lower[last] in ("media", "tv", "television") and begin == last:
        return False
    described = tree.tags[begin - 1] == "JJ" and tree.tags[begin - 2] in ("CD", "IN", "DT")
    initials = tree.words[last].isupper() and begin == last  # "camp for displaced NGO"
    return not described or tree.words[last] == tree.words[last].title() or initials
