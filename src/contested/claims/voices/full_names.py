"""The name in full that a text has elsewhere for whom a speaker's words point to: "Gen Marlow", "the secretary"."""

from __future__ import annotations

import re

from contested.claims.voices.speaker_bounds import PROPER
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

TITLED = re.compile(r"(?P<title>[A-Z][a-z]+\.?) (?P<name>[A-Z][\w’'-]+)")
POLITE = frozenset({"mr", "mrs", "ms", "dr", "sir"})
FAR = 400  # tokens back to who bears a role


def in_full(name: str, text: str) -> str:
    """The name with the given name that the text has elsewhere, for "Mr Marlow" and "General Marlow"."""
    titled = TITLED.fullmatch(name)
    title = titled["title"].lower().rstrip(".") if titled is not None else ""
    whole = whole_name(titled["name"], text) if titled is not None and is_title(title) else None
    if titled is None or whole is None:
        return name
    return whole if title in POLITE else f"{titled['title']} {whole}"


def without_marks(name: str) -> str:
    """The name without quotation marks of which one is lost or that only set it off: '"Norwick Today" newspaper'."""
    if name.count('"') % 2 or name.startswith('"'):
        name = name.replace('"', "")
    if name.count("“") != name.count("”") or name.startswith("“"):
        name = name.replace("“", "").replace("”", "")
    return name.strip()


def is_title(word: str) -> bool:
    """Whether a word in lower case, its full stop left out, may stand before a surname."""
    return word in POLITE or word in speech().persons


def whole_name(surname: str, text: str) -> str | None:
    """The given name and surname of a person of the text, as it first tells both."""
    for match in re.finditer(rf"\b(?!(?:Mr|Mrs|Ms|Dr|Sir)\b)([A-Z][\w’'-]+) {re.escape(surname)}\b", text):
        given = match[1]
        if given.lower() not in speech().persons and given.lower() not in speech().roles and not given.isupper():
            return match[0]
    return None


def office_holder(tree: Tree, start: int, noun: str) -> tuple[int, int] | None:
    """The name told last with a role: "Minister Anna Marlow visited …. The minister said", "Anna Marlow, the mayor"."""
    for k in range(start - 1, max(start - FAR, -1), -1):
        if tree.lower[k] != noun:
            continue
        stop = office_end(tree, k)
        if stop is not None:
            return k, stop
        stop = k + 1
        while stop < tree.last[k] and tree.tags[stop] in PROPER and tree.words[stop][:1].isupper():
            stop += 1
        if stop > k + 1 and tree.lower[stop - 1] not in DAYS:
            return k + 1, stop
        comma = next((n for n in range(k - 1, max(k - 4, tree.first[k]), -1) if tree.words[n] == ","), k)
        begin = comma
        while begin > tree.first[k] and tree.tags[begin - 1] in PROPER and tree.words[begin - 1][:1].isupper():
            begin -= 1
        if comma < k and comma - begin > 1:
            return begin, comma
    return None


def office_end(tree: Tree, role: int) -> int | None:
    """Where "Secretary of Defence Anna Marlow" or "governor of New Norwick" ends; None where no name stands there."""
    if tree.lower[role + 1 : role + 2] not in (["of"], ["for"]):
        return None
    stop = role + 2
    while stop < tree.last[role] and (tree.tags[stop] in PROPER or tree.lower[stop] in ("the", "and")):
        stop += 1
    named = stop > role + 3 and tree.tags[stop - 1] in PROPER and tree.tags[stop - 2] in PROPER
    return stop if named and tree.lower[stop - 1] not in DAYS else None
