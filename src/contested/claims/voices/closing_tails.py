"""What goes on behind "… X said" where commas were lost: the sentence's own words again, or more of the speaker's.

"Jets bombed a market activists told the agency on Sunday as rebels pressed on": behind the verb stand whom X told, when
and where; then the sentence goes on with a participle of telling, a verb that X has, too, or a clause of its own.
"""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset("as while after when where because since although though amid despite hours".split())
JOINING = frozenset({"and", "but"})
RANKS = frozenset("first second third fourth fifth latest last most apparent major new".split())
FURTHER = frozenset("citing adding calling describing quoting referring".split())


def goes_on_at(tree: Tree, k: int) -> bool:
    """Whether, behind a verb of telling and its circumstances, the sentence goes on at a token without being told."""
    low = tree.lower[k]
    if tree.tags[k] == "VBG":
        return low in FURTHER or speech().verb(low) in ("tell", "blame", "deny", "doubt")
    if low in JOINING:
        return tree.tags[k + 1 : k + 2] in (["VBD"], ["VBZ"], ["VBP"])
    if low == "in":
        return tree.lower[k + 1 : k + 2] == ["what"] or ranks(tree, k + 2)
    return low in CLAUSES and (low in ("amid", "despite") or any(tree.tags[j] in FINITE for j in rest(tree, k)))


def ranks(tree: Tree, k: int) -> bool:
    """Whether what was told is ranked behind its speaker: "…, X said in the second raid this week"."""
    article = tree.lower[k - 1 : k] in (["the"], ["a"], ["an"])
    return article and (tree.tags[k : k + 1] == ["JJS"] or (tree.lower[k : k + 1] != [] and tree.lower[k] in RANKS))


def rest(tree: Tree, k: int) -> range:
    """The tokens of a sentence behind one of them."""
    return range(k + 1, tree.last[k])


def tail_end(tree: Tree, start: int) -> int:
    """Where the circumstances of telling end that begin at a token: where the sentence goes on, or its end."""
    return next((k for k in range(start, tree.last[start - 1]) if goes_on_at(tree, k)), tree.last[start - 1])
