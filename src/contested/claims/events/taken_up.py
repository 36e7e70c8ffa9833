"""An attack that only takes up a chemical one told before: "blamed each other for that attack"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.events.candidates import EXPLOSIVE
from contested.claims.words.kin import kids

CHEMICAL = "chemical_attack"
POINTING = frozenset({"that", "this"})  # "the attack" may be any
AIMED = frozenset({"on", "against", "at", "near"})  # "the attack on the port" may be another


def taken_up(events: Sequence[Event]) -> Iterator[Event]:
    """The events, in text order as they come; what takes up a chemical attack told last is one, too."""
    last = ""
    for event in events:
        chemical = last == CHEMICAL and event.code == "attack" and only_takes_up(event.head)
        yield replace(event, code=CHEMICAL) if chemical else event
        if event.code in EXPLOSIVE:
            last = event.code


def only_takes_up(noun: Token) -> bool:
    """Whether a noun is "that attack", without an aim of its own."""
    if noun.lower_ != "attack" or any(kid.dep_ == "prep" and kid.lower_ in AIMED for kid in kids(noun)):
        return False
    return any(kid.dep_ == "det" and kid.lower_ in POINTING for kid in kids(noun))
