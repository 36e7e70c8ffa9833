"""Times that date no event but its telling or what came of it: "said on Sunday", "were buried on Monday"."""

from __future__ import annotations

import re

from contested.claims.times.words import when_words
from contested.claims.words.tree import Tree

BENEATH = frozenset({"under", "beneath", "alive", "by"})  # "buried under rubble" is no burial
SPOKEN_BEFORE = re.compile(
    r"(?P<w>[A-Za-z]+)(?:\s+[A-Z]\w+){0,2}(?:\s+(?:reporters|journalists|agency|late|early))*(?:\s+(?:on|in|late|early))*\s*\Z"
)


def told_before(tree: Tree, start: int, said: int) -> int:
    """The verb before a time that the parser hung on a later verb of speech: "… killed on Friday a monitor said"."""
    for i in range(start - 1, tree.first[said] - 1, -1):
        if tree.tags[i].startswith("VB") and tree.deps[i] not in ("aux", "auxpass"):
            return i
    return said


def is_said(tree: Tree, start: int, governor: int) -> bool:
    """Whether a time dates a saying: it hangs on a verb of speech, or stands right behind one."""
    speech = when_words().speech
    if start and tree.lower[start - 1] == "since":
        return False  # "clashes have been reported since Monday"
    if tree.lower[governor] in speech:
        told = next((k for k in tree.children(governor, "prep") if tree.lower[k] == "of"), start)
        return not (tree.tags[governor][:2] == "NN" and told < start)  # "reports of raids on 9 March"
    if governor > start and (tree.lower[start].endswith("days") or tree.lower[start + 1] in ("'s", "’s")):
        return False  # "said Friday's strikes were …"
    if start == 0 or not speech.intersection(tree.lower[max(0, start - 6) : start]):
        return False
    at = tree.starts[start]
    before = SPOKEN_BEFORE.search(tree.text[max(0, at - 60) : at])
    return before is not None and before["w"].lower() in speech


def is_aftermath(tree: Tree, governor: int) -> bool:
    """Whether a time dates what came of an event: the dead were buried, the killers tried, the toll rose."""
    words = when_words()
    if tree.lower[governor] in words.aftermath:
        return BENEATH.isdisjoint(tree.lower[kid] for kid in tree.kids[governor])
    counted = tree.child(governor, "nsubj") if tree.lower[governor] in words.rises else None
    return counted is not None and tree.lower[counted] in words.tolls
