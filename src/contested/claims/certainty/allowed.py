"""Which answers the words of an event's sentence allow: without a word that denies, nothing is denied there.

What is learnt from coded reports weighs many small signs; it must not find a denial where no word tells one.
"""

from __future__ import annotations

from functools import cache

from contested.claims.certainty.choice import CLASSES
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

# Words that the lexicon of certainty does not know as signs, beside those it knows.
ALSO: dict[Factuality, frozenset[str]] = {
    "denied": frozenset(
        "false fake untrue lie lies hoax little far free out away down broken broke collapsed over ended lifted".split()
    ),
    "conditional": frozenset("any case until when once or chance chances".split()),
    "planned": frozenset({"to", "for", "ahead", "soon", "next", "until"}),
    "forecast": frozenset({"to", "set"}),
}


def allowed(tree: Tree, start: int, manner: str) -> frozenset[Factuality]:
    """The answers that the sentence of a token may give, its innermost voice of this manner."""
    first, last = tree.first[start], tree.last[start]
    found = {kind for kind in CLASSES if kind not in ALSO}.union(*map(signed_by, tree.lower[first:last]))
    if "MD" in tree.tags[first:last]:
        found |= {"conditional", "planned", "forecast"}
    if manner == "deny":
        found.add("denied")
    return frozenset(found)


@cache
def signed_by(word: str) -> frozenset[Factuality]:
    """The answers that need a word which allows them, of those that this word in lower case allows."""
    return frozenset(kind for kind, known in ALSO.items() if word in known or is_sign(word, kind))


@cache
def is_sign(word: str, kind: Factuality) -> bool:
    """Whether the lexicon of certainty knows a word in lower case as one of this kind."""
    words, keys = lexicon(), (speech().stem(word), stem(word))
    if any(table.get(word) == kind for table in words.beside.values()):
        return True
    if any(table.get(key) == kind for table in words.governors.values() for key in keys):
        return True
    denying = word in words.sets["negation"] or speech().verb(word) == "deny" or keys[0] in words.sets["averting"]
    return kind == "denied" and denying
