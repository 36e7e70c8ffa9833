"""Who puts out footage that shows something: "residents posted videos showing …", "photos published by X show …"."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

Shown = tuple[int, tuple[int, int], tuple[int, int]]
SHOWING = frozenset({"showed", "shows", "show", "showing", "depicts", "depicted"})


def footage_shown(tree: Tree) -> Iterator[Shown]:
    """Verb, who puts it out and what is seen, of all footage that somebody puts out; armed parties show themselves."""
    if speech().footage.isdisjoint(tree.lower):
        return
    for verb, word in enumerate(tree.lower):
        if word in SHOWING or speech().stem(word) in speech().publishing:
            source = shown_by(tree, verb)
            if source is not None:
                yield verb, source, (verb + 1, tree.right[verb])


def is_footage(tree: Tree, verb: int) -> bool:
    """Whether the verb tells what footage shows, in the name of who put it out."""
    return shown_by(tree, verb) is not None


def shown_by(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Who puts out the footage that is a verb's object or, with a verb of showing, its subject."""
    if tree.tags[verb][0] != "V":
        return None
    if tree.lower[verb] in SHOWING:
        return put_out_by(tree, verb)
    thing, subject = tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    if thing is None or subject is None or not subject < verb < thing or tree.lower[thing] not in speech().footage:
        return None
    if speech().stem(tree.lower[verb]) not in speech().publishing:
        return None
    source = (tree.left[subject], min(tree.right[subject], verb))
    return source if may_publish(tree, *source) else None


def put_out_by(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Who published what the verb's subject shows: "videos posted online by residents show"."""
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.lower[subject] not in speech().footage:
        return None
    made = next((k for k in tree.kids[subject] if tree.deps[k] == "acl" and tree.tags[k] == "VBN"), None)
    if made is None or speech().stem(tree.lower[made]) not in speech().publishing:
        return None
    by = next((k for k in range(made + 1, verb) if tree.lower[k] == "by"), None)
    who = tree.child(by, "pobj") if by is not None else None
    if who is None:
        return None
    source = (tree.left[who], min(tree.right[who], verb))
    return source if may_publish(tree, *source) else None


def may_publish(tree: Tree, start: int, end: int) -> bool:
    """Whether a phrase names no armed party, whose footage is its own deed."""
    kinds = {speech().roles.get(word) for word in tree.lower[start:end]} - {None}
    return bool(kinds) and ("party" not in kinds or "monitor" in kinds or "media" in kinds)
