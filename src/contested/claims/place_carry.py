"""Places carried over from a neighbouring sentence, within one event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from contested.claims.context import Context, Event
from contested.claims.place_attach import group_of, score
from contested.model.annotations import PlaceMention

NOUNS = (
    "city|town|village|district|neighbou?rhood|area|province|region|camp|airbase|base|airport|shrine|hospital|school|square"
    "|country|capital|governorate|suburb|island|dam|crossing|prison|market|mosque"
)
STATES = "is|are|was|were|has|have|had|will|would|may|might|could|can|should|must"
ANAPHOR = re.compile(
    r"\b(?:the|that|this|these|those|same|its)(?: (?!(?:of|in|and|on|from|with)\b)[\w-]+){0,3}? "
    rf"({NOUNS})(?:'?s|’s)?\b"
    rf"|\b(there)\b(?! (?:{STATES})\b)",
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
OF_THE_CITY = re.compile(
    r"(?: (?:neighbou?rhoods?|districts?|quarters?|areas?))?(?: \w+)? (?:of|in) the (?:[\w-]+ )?"
    r"(city|capital|town|province)\b(?! of)",
    re.I,
)
ANY = frozenset({"area", "region", "there", "district", "neighbourhood", "neighborhood", "suburb"})
DEFINITE = frozenset("the this that these those same its their his her".split())
INDEFINITE = frozenset("a an any no another other some such many several every each".split())
GENERIC = frozenset(
    "war conflict crisis uprising uprisings crime crimes violence campaign revolution revolt attacks operations "
    "atrocities abuses violations massacres fight struggle weapons killings protests".split()
)
NEW = re.compile(
    r"\b(?:another|separate|separately|elsewhere|meanwhile|previous|previously|last (?:year|month)|since|in 20\d\d"
    r"|years?|other|ever)\b",
    re.I,
)
SPOKEN = re.compile(r"\b(?:said|says|told|added|according|reported)\b")
CARRY_CUT = -0.4
MODAL = frozenset("would could may might will can should must".split())


class Carrier:
    """Remembers where the events told so far took place."""

    def __init__(self, context: Context) -> None:
        self.places = context.annotations.places
        self.text = context.report.text
        self.last: Sequence[PlaceMention] = ()
        self.last_code = ""
        self.last_sentence = -99
        self.country = Counter(p.mention.quote for p in self.places if p.kind == "country").most_common(1)
        self.numbers = {sent.start: i for i, sent in enumerate(context.doc.sents)}
        self.spots = len({p.mention.quote for p in self.places if p.kind != "country"})

    def carry(self, event: Event) -> list[PlaceMention]:
        """The places of the event this one goes on with, or none."""
        found, features = self.source(event)
        return found if found and score(features, "carry") > CARRY_CUT else []

    def source(self, event: Event) -> tuple[list[PlaceMention], list[str]]:
        """What could be carried over, and the features that tell whether it is."""
        sentence = event.sentence
        m = ANAPHOR.search(self.text, sentence.start_char, sentence.end_char)
        noun = (m.group(1) or m.group(2)).lower() if m is not None else ""
        referent = self.referent(noun, m.start()) if m is not None else None
        found = [referent] if referent is not None else list(self.last)
        return found, list(self.features(event, noun if referent is not None else ""))

    def features(self, event: Event, noun: str) -> Iterator[str]:
        """The features of carrying a place over to an event."""
        group = group_of(event)
        gap = self.numbers[event.sentence.start] - self.last_sentence
        yield "bias"
        yield f"group={group}"
        yield f"anaphor={'any' if noun in ANY else noun}"
        if noun:
            yield f"anaphor+group={group}"
        else:
            yield f"gap={min(gap, 4)}"
            yield f"gap+same={min(gap, 4)}+{event.code == self.last_code}"
        if event.code == self.last_code:
            yield "same"
        yield f"spots={min(self.spots, 6) // 2}"
        yield f"det={self.determiner(event)}"
        yield f"det+group={self.determiner(event)}+{group}"
        yield from self.wording(event)

    def wording(self, event: Event) -> Iterator[str]:
        """The features of the event's own words and of its sentence."""
        head = event.head
        if head.lower_ in GENERIC or "war" in event.trigger.text.lower():
            yield "generic"
        yield f"pos={head.pos_ if head.pos_ in ('VERB', 'NOUN', 'ADJ') else 'other'}"
        if any(child.lower_ in MODAL for child in head.children):
            yield "modal"
        sentence = event.sentence.text
        if NEW.search(sentence):
            yield "new"
        if SPOKEN.search(sentence):
            yield "spoken"
        if self.numbers[event.sentence.start] == 0:
            yield "headline"
        if "-held" in event.trigger.text or "-controlled" in event.trigger.text:
            yield "held"

    def determiner(self, event: Event) -> str:
        """Whether the event's words point back ("the attack"), or bring in something new ("an attack")."""
        first = event.trigger[0]
        near = {child.lower_ for child in event.head.children if child.i <= first.i}
        if first.i > 0:
            near.add(first.nbor(-1).lower_)
        return "definite" if near & DEFINITE else "indefinite" if near & INDEFINITE else "none"

    def nation(self, event: Event) -> list[PlaceMention]:
        """The country of a war as a whole ("the Syrian civil war"), where the words before it name its people."""
        if group_of(event) != "war" or not self.country:
            return []
        country = self.country[0][0]
        start = max(event.sentence.start_char, event.trigger.start_char - 40)
        before = self.text[start : event.trigger.end_char]
        if country[:4] not in before:
            return []
        return [p for p in self.places if p.mention.quote == country][:1]

    def container(self, chosen: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The city that a phrase such as "the X district of the city" means, for a chosen place."""
        for mention in chosen:
            m = OF_THE_CITY.match(self.text, mention.mention.end)
            if m is not None:
                city = self.referent(m.group(1).lower(), mention.mention.start)
                if city is not None and all(city.name != p.name for p in chosen):
                    return [city]
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

    def note(self, event: Event, places: Sequence[PlaceMention]) -> None:
        """Remember an event's places."""
        if places:
            self.last, self.last_code = places, event.code
            self.last_sentence = self.numbers[event.sentence.start]
