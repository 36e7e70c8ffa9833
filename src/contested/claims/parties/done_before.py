"""Who destroyed something where a deed told before did it: "rebels fired shells. The attack damaged two houses"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import with_subject
from contested.claims.words.tree import Tree, tree_of

DEEDS = VIOLENT - {"armed_clash", "protest", "riot"}
POINTING = frozenset({"the", "this", "these", "those"})
DURING = frozenset({"in", "during", "by"})
NEAR = 2  # sentences back


def done_before(decided: Sequence[Parts], events: Sequence[Event], context: Context) -> list[Parts]:
    """The participants of each event; what a deed destroyed, whose words point back, its doers destroyed."""
    tree, found = tree_of(context.doc), list(decided)
    for n, event in enumerate(events):
        if event.code != "destruction" or found[n].initiators:
            continue
        deed = next((noun for noun in deeds_of(event.head) if points_back(noun)), None)
        before = doer_of(deed, n, events, found, tree) if deed is not None else None
        if before is not None:
            struck = {who.name for who in found[n].targets}
            doers = tuple(who for who in before.initiators if who.name not in struck)
            found[n] = replace(found[n], initiators=doers)
    return found


def deeds_of(head: Token) -> Iterator[Token]:
    """The nouns for what destroyed: "the attack damaged", "the shelling caused damage", "destroyed in the strikes"."""
    verb = head.head if head.dep_ == "dobj" and head.head.lower_ in deed_words()["causing"] else head
    verb = with_subject(verb)
    yield from (kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN")
    for prep in kids(verb):
        if prep.lower_ in DURING and verb.tag_ == "VBN":
            yield from (noun for noun in kids(prep) if noun.dep_ == "pobj")


def points_back(noun: Token) -> bool:
    """Whether a noun for a deed points at one told before."""
    return noun.lower_ in deed_words()["struck_by"] and any(kid.lower_ in POINTING for kid in kids(noun))


def doer_of(deed: Token, n: int, events: Sequence[Event], found: Sequence[Parts], tree: Tree) -> Parts | None:
    """The participants of the event that a noun points at: the one it tells itself, else the last before it."""
    own = next((m for m, event in enumerate(events) if event.head.i == deed.i), None)
    if own is not None and found[own].initiators:
        return found[own]
    first = tree.first[deed.i]
    for _ in range(NEAR):
        first = tree.first[first - 1] if first else 0
    for m in range(n - 1, -1, -1):
        if events[m].head.i < first:
            return None
        if events[m].code in DEEDS and m != own:
            return found[m] if found[m].initiators else None
    return None
