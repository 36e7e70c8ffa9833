"""Places carried over from a neighbouring sentence, within one event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.place_attach import family
from contested.model.annotations import PlaceMention

ANAPHOR = re.compile(
    r"\b(?:the|that|this|these|those|same|its)(?: (?!of\b|in\b|and\b|on\b|from\b|with\b)[\w-]+){0,3}? "
    r"(city|town|village|district|neighbou?rhood|area|province|region|camp|airbase|base|airport|shrine|hospital|school|square|"
    r"country|capital|governorate|suburb|island|dam|crossing|prison|market|mosque)(?:'?s|’s)?\b|\b(there)\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|should)\b)",
    re.I,
)
SETTLED = frozenset({"city", "town", "village", "settlement"})
FITTING = {
    "city": SETTLED,
    "town": SETTLED,
    "village": SETTLED,
    "capital": SETTLED,
    "province": frozenset({"province", "city"}),
    "governorate": frozenset({"province", "city"}),
    "country": frozenset({"country"}),
    "base": frozenset({"base", "airport", "building"}),
    "airbase": frozenset({"base", "airport"}),
    "airport": frozenset({"base", "airport"}),
}
ANY = frozenset({"area", "region", "there", "district", "neighbourhood", "neighborhood", "suburb"})
DEFINITE = frozenset("the this that these those same its their last latest".split())
CONTINUING = frozenset({"casualty"})
NEAR_SENTENCES = 3


class Carrier:
    """Remembers where the events told so far took place."""

    def __init__(self, context: Context) -> None:
        self.places = context.annotations.places
        self.text = context.doc.text
        self.last: Sequence[PlaceMention] = ()
        self.last_code = ""
        self.last_sentence = -99
        self.country = Counter(p.mention.quote for p in self.places if p.kind == "country").most_common(1)
        self.numbers = {sent.start: i for i, sent in enumerate(context.doc.sents)}

    def carry(self, event: Event) -> list[PlaceMention]:
        """The places of the event this one goes on with, or none."""
        sentence = event.sentence
        m = ANAPHOR.search(self.text, sentence.start_char, sentence.end_char)
        if m is not None:
            found = self.referent((m.group(1) or m.group(2)).lower(), m.start())
            if found is not None:
                return [found]
        near = self.numbers[sentence.start] - self.last_sentence <= NEAR_SENTENCES
        if near and (self.is_definite(event) or family(event.code) in CONTINUING or event.code == self.last_code):
            return list(self.last)
        return []

    def referent(self, noun: str, before: int) -> PlaceMention | None:
        """The place a phrase such as "the town" means: the latest one of that kind."""
        noun = noun.replace("neighbor", "neighbour")
        earlier = [p for p in self.places if p.mention.start < before]
        if noun == "country" and self.country:
            return next((p for p in earlier if p.mention.quote == self.country[0][0]), None)
        if noun in ANY:
            if self.last:
                return self.last[0]
            return next((p for p in reversed(earlier) if p.kind != "country"), None)
        kinds = FITTING.get(noun, frozenset({noun}))
        for p in reversed(earlier):
            if p.kind in kinds or noun in p.name.lower():
                return p
        return None

    def is_definite(self, event: Event) -> bool:
        """Whether the event's words point back ("the attack")."""
        first = event.trigger[0]
        return any(child.lower_ in DEFINITE for child in event.head.children if child.i <= first.i) or (
            first.i > 0 and first.nbor(-1).lower_ in DEFINITE
        )

    def note(self, event: Event, places: Sequence[PlaceMention]) -> None:
        """Remember an event's places."""
        if places:
            self.last, self.last_code = places, event.code
            self.last_sentence = self.numbers[event.sentence.start]
