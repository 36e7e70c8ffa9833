"""Who ends a sentence by name and role, where the parse lost both: "nine died, Anna Marlow, the mayor, said"."""

from __future__ import annotations

from contested.claims.words.phrases import DAYS, NOUNS
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUOTES = frozenset({'"', "''", "”", "»"})
LONGEST_NAME, LONGEST_ROLE = 4, 14
Source = tuple[int, int]


def named_with_role(tree: Tree, verb: int, comma: int) -> Source | None:
    """The name and the role between commas before a verb of telling; None where the parse has its subject there."""
    inner = comma_before(tree, comma)
    outer = comma_before(tree, inner) if inner is not None else None
    if inner is None or outer is None or outer - tree.first[verb] < 3:
        return None
    if not any(tree.tags[k] in FINITE for k in range(tree.first[verb], outer)):
        return None
    subject = tree.child(verb, "nsubj")
    if subject is not None and outer < subject < comma and (subject < inner or tree.left[subject] <= inner):
        return None
    first, second = (outer + 1, inner), (inner + 1, comma)
    if is_name(tree, *first) and is_role(tree, *second):
        head = tree.head_of(first[0], comma)
        return (first[0], comma) if head < inner else first
    return second if is_role(tree, *first) and is_name(tree, *second) else None


def comma_before(tree: Tree, stop: int) -> int | None:
    """The comma or the end of a quotation before a token, in its sentence."""
    near = range(stop - 1, max(tree.first[stop], stop - LONGEST_ROLE - 2), -1)
    return next((k for k in near if tree.words[k] == "," or tree.words[k] in QUOTES), None)


def is_name(tree: Tree, start: int, end: int) -> bool:
    """Whether tokens are a person's name by their capitals."""
    words = [word for word in tree.words[start:end] if word != "-"]
    plain = DAYS.isdisjoint(tree.lower[start:end]) and all(word[:1].isalpha() for word in words)
    return 1 <= len(words) <= LONGEST_NAME and plain and words[0][0].isupper() and words[-1][0].isupper()


def is_role(tree: Tree, start: int, end: int) -> bool:
    """Whether tokens tell what a person is: "head of the Watch", "a farmer"."""
    if not 1 <= end - start <= LONGEST_ROLE or any(tree.tags[k] in FINITE for k in range(start, end)):
        return False
    nouns = (k for k in range(start, end) if tree.tags[k] in NOUNS)
    head = next((k for k in nouns if k + 1 == end or tree.tags[k + 1] not in (*NOUNS, "POS")), None)
    return head is not None and tree.lower[head] in speech().persons


def before_who(tree: Tree, stop: int) -> int | None:
    """The noun whom a clause describes between it and a verb of telling: "a medic who treated the wounded said"."""
    first = tree.first[stop]
    who = next((k for k in range(stop - 1, max(first, stop - LONGEST_ROLE), -1) if tree.lower[k] == "who"), None)
    if who is None or sum(tree.tags[k] in FINITE for k in range(who, stop)) != 1:
        return None
    noun = who - 1 - (tree.words[who - 1] == ",")
    return noun if noun > first and tree.tags[noun] in NOUNS else None
