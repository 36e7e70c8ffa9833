"""How an event is told, as named traits to be weighed: no name of anybody is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contested.claims.times.event_view import View, is_ahead, is_background, parted, root_above
from contested.claims.times.words import when_words
from contested.claims.words.tree import Tree

BIG = re.compile(r"\d(?:\d{3}|\d{0,2},\d{3}\b)")
LARGE = frozenset({"million", "thousands"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "ROOT", "xcomp", "pcomp"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "other", "more", "new", "fresh", "separate", "second"})
PRONOUNS = frozenset({"he", "she", "it", "they"})
LEAD, MIDDLE = 2, 8
OPENING = 4


def traits_of(view: View, tree: Tree) -> list[str]:
    """Everything that is told of one event by the words around it."""
    group = when_words().group.get(view.code, "other")
    traits = [f"code:{view.code}", f"group:{group}", tense_of(tree, view.verb)]
    traits.append("lead" if view.number <= LEAD else "middle" if view.number <= MIDDLE else "end")
    named = naming(view, tree)
    traits += [named, f"{group}/{named}", *voice(tree, view.verb), *frame(view, tree)]
    traits += [*opening(view, tree)]
    if view.strict:
        traits.append("strict")
    if view.headline:
        traits.append("headline")
    return traits


def tense_of(tree: Tree, verb: int) -> str:
    """The tense of a clause."""
    aux = [k for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")]
    words = {tree.lower[k] for k in aux}
    tags = {tree.tags[verb], *(tree.tags[k] for k in aux)}
    if words & {"has", "have"}:
        return "tense:perfect"
    if "had" in words:
        return "tense:pluperfect"
    if "VBD" in tags:
        return "tense:past"
    if tags & {"VBZ", "VBP"}:
        return "tense:present"
    return f"tense:{tree.tags[verb] if tree.tags[verb].startswith('VB') else 'none'}"


def voice(tree: Tree, verb: int) -> Iterator[str]:
    """Whether the clause is denied, in the passive, going on."""
    for kid in tree.kids[verb]:
        dep = tree.deps[kid]
        if dep == "neg":
            yield "denied"
        elif dep == "auxpass":
            yield "passive"
        elif dep == "aux" and tree.tags[verb] == "VBG" and tree.lower[kid] in ("is", "are", "been", "being"):
            yield "going_on"


def naming(view: View, tree: Tree) -> str:
    """How the event is named: "the attack", "an attack", "attacks", by a verb."""
    head = view.head
    tag = tree.tags[head]
    if not tag.startswith("NN"):
        return "trigger:verb" if tag.startswith("VB") else "trigger:other"
    marks = {tree.lower[k] for k in tree.kids[head] if tree.deps[k] in ("det", "amod", "nummod", "poss")}
    plural = "s" if tag.endswith("S") else ""
    if marks & DEFINITE:
        return f"noun{plural}:definite"
    if marks & INDEFINITE:
        return f"noun{plural}:indefinite"
    return f"noun{plural}:bare"


def frame(view: View, tree: Tree) -> Iterator[str]:
    """Where the clause stands: subordinate, behind "after", aimed at, background."""
    verb, deps, above = view.verb, tree.deps, tree.heads[view.head]
    if is_ahead(tree, view.head) or (verb != view.head and is_ahead(tree, verb)):
        yield "ahead"
    if is_background(view, tree):
        yield "background"
    if parted(tree, view.head, root_above(tree, view.head)):
        yield "after"
    yield f"clause:{deps[verb] if deps[verb] in CLAUSES else 'other'}"
    if deps[view.head] == "pobj" and tree.tags[above] == "IN":
        yield f"in:{tree.lower[above]}"
    if deps[view.head] in ("amod", "compound"):
        yield "modifier"
    if view.head != verb and deps[view.head] in ("dobj", "pobj", "nsubj", "nsubjpass"):
        yield f"head:{deps[view.head]}"


def opening(view: View, tree: Tree) -> Iterator[str]:
    """How the clause and its sentence open: marks, adverbs of time, a new item, a pronoun, told by a source, quoted."""
    words, lower = when_words(), tree.lower
    for kid in tree.kids[view.verb]:
        if tree.deps[kid] == "mark":
            yield f"mark:{lower[kid]}"
        elif tree.deps[kid] == "advmod" and lower[kid] in words.adverbs:
            yield f"adverb:{lower[kid]}"
    first = [word for word in lower[view.first : view.first + OPENING] if not word.isspace()]
    if not words.openers.isdisjoint(first[:2]):
        yield "opener"
    if first and first[0] in PRONOUNS:
        yield "pronoun"
    if any(lower[i] in words.speech for i in tree.ancestors(view.verb)):
        yield "told"
    if tree.text.count('"', 0, view.offset) % 2:
        yield "quoted"


def around(first: int, last: int, tree: Tree) -> list[str]:
    """What a sentence tells besides: the country at large, a toll of the whole war."""
    words = tree.lower[first:last]
    end = tree.starts[last] if last < len(tree.words) else len(tree.text)
    toll = not LARGE.isdisjoint(words) or BIG.search(tree.text, tree.starts[first], end) is not None
    return ["general"] * (not when_words().general.isdisjoint(words)) + ["whole_toll"] * toll
