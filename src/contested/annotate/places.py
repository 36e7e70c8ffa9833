"""Mentions of places, by form and context; resolved where the gazetteer knows them, else listed unresolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from contested.annotate.place_evidence import ACCEPT, REJECT, Found, judge
from contested.annotate.place_runs import Part, find_parts
from contested.annotate.place_shapes import is_facility, shape_of
from contested.annotate.place_words import PlaceWords, nation_phrase, place_words
from contested.gazetteer.choose import Asked, choose
from contested.gazetteer.lookup import Gazetteer, Match
from contested.model.annotations import ActorMention, PlaceMention
from contested.model.mention import Mention
from contested.model.place import Candidate

LIST_GAP = re.compile(
    r"(?:,| and| or|, and| &|/| as well as|,? the)? ?(?:the )?(?:(?:town|village|city|district|area)s? of )?\Z"
)
BESIDE = re.compile(r",? (?:near|outside|close to|just \w+ of|(?:north|south|east|west)\w* of)(?: the)?(?: \w+)?(?: (?:city|town|village) of)? ")
CONTAINER_GAP = re.compile(
    r"(?:, | \(|,? in (?:the )?| [a-z]+ in (?:the )?| [a-z]+ of (?:the )?|s? )(?:\w+ern )?(?:\w+ of )?\Z"
)


def find_places(doc: Doc, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> list[PlaceMention]:
    """Places named in the text, in text order, resolved or not."""
    words = place_words()
    found = recognise(doc.text, gazetteer, words, actors)
    found += of_nations(doc.text, gazetteer, words)
    found.sort(key=lambda f: f.part.start)
    return resolve(doc.text, found, gazetteer)


def of_nations(text: str, gazetteer: Gazetteer, words: PlaceWords) -> list[Found]:
    """Places named by a nation alone: "the Syrian capital", "the Turkish border"."""
    found = []
    for m in nation_phrase().finditer(text):
        people, noun = m.group(1).lower(), m.group(2).lower()
        by_country = {country.lower(): (country, capital) for country, capital in words.nations.values()}
        country, capital = words.nations.get(people) or by_country[people]
        name, kind = (capital, "city") if noun == "capital" else (country, "region")
        own_name = people in by_country
        start = m.end() - len(m.group(2)) if own_name else m.start()
        part = Part(start, m.end(), name, 2, gazetteer.matches(name, "exact"))
        found.append(Found(part, ACCEPT, kind, m.end(), alias=name if kind == "city" else m.group(0)))
    return found


def recognise(text: str, gazetteer: Gazetteer, words: PlaceWords, actors: Sequence[ActorMention]) -> list[Found]:
    """The names that are places, in text order."""
    taken = actor_spans(actors)
    judged = [judge(text, part, words) for parts in find_parts(text, gazetteer, words) for part in parts]
    for left, right in zip(judged, judged[1:], strict=False):
        if right.points >= ACCEPT > left.points > REJECT and BESIDE.fullmatch(text, left.part.end, right.part.start):
            left.points += 1.0
    judged = [f for f in judged if f.points > REJECT and not inside(f.part, taken)]
    spread_lists(text, judged)
    names = {f.part.text.lower() for f in judged if f.points >= ACCEPT}
    return [f for f in judged if f.points >= ACCEPT or (f.points >= -0.25 and f.part.text.lower() in names)]


def actor_spans(actors: Sequence[ActorMention]) -> list[tuple[int, int]]:
    """Where parties are named."""
    return [(actor.mention.start, actor.mention.end) for actor in actors]


def inside(part: Part, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a part is only a piece of one of the spans."""
    return any(start <= part.start and part.end <= end and part.end - part.start < end - start for start, end in spans)


def spread_lists(text: str, judged: list[Found]) -> None:
    """A name beside a place in a list ("X, Y and Z") is a place."""
    for left, right in zip(judged, judged[1:], strict=False):
        if left.points >= ACCEPT > right.points and LIST_GAP.match(text, left.end, right.part.start):
            if left.sure and right.part.start - left.end < 3:
                right.points = max(right.points, 0.0)
            right.points += 1.0 if left.sure or right.part.matches else 0.75
            right.kind = right.kind or (left.kind if left.sure else None)
            right.sure = right.sure or left.sure
    for right, left in zip(judged[::-1], judged[-2::-1], strict=False):
        if right.sure and left.points < ACCEPT and LIST_GAP.match(text, left.end, right.part.start):
            left.points += 1.0
            left.kind = left.kind or right.kind


def resolve(text: str, found: list[Found], gazetteer: Gazetteer) -> list[PlaceMention]:
    """The mentions with their candidates, one reading a name and report."""
    asked: list[Asked] = []
    index: dict[tuple[str, str | None], int] = {}
    order: list[int] = []
    for f in found:
        kind = f.kind if f.kind in ("province", "district", "city", "town", "village") else None
        key = (f.part.text.lower(), kind)
        if key not in index:
            index[key] = len(asked)
            asked.append(Asked(matches_of(text, f, gazetteer), kind, [], 0))
        order.append(index[key])
        asked[index[key]].count += 1
    for here, there, left, right in zip(order, order[1:], found, found[1:], strict=False):
        if here != there and CONTAINER_GAP.match(text, left.end, right.part.start):
            asked[here].within.append(there)
    candidates = choose(asked)
    return [mention_of(text, f, candidates[i]) for f, i in zip(found, order, strict=True)]


def matches_of(text: str, found: Found, gazetteer: Gazetteer) -> Sequence[Match]:
    """What the gazetteer has for a name: for a facility, its full name first."""
    if is_facility(found.kind) and found.end > found.part.end:
        full = gazetteer.matches(text[found.part.start : found.end], "strict")
        if full:
            return full
    return found.part.matches or gazetteer.matches(found.part.text, "loose")


def mention_of(text: str, found: Found, candidates: tuple[Candidate, ...]) -> PlaceMention:
    """The mention with its full phrase, relation and precision."""
    part = found.part
    named = text[part.end : found.end].strip(" -")
    end = found.end if is_facility(found.kind) or named[:1].isupper() else part.end
    top = candidates[0].place if candidates else None
    kind = found.kind or (top.kind if top else None)
    shape = shape_of(text, part.start, max(end, found.end), kind)
    return PlaceMention(
        mention=Mention(part.start, end, text[part.start : end]),
        name=found.alias or text[shape.start : shape.end],
        candidates=candidates,
        relation=shape.relation,
        kind=kind,
        country=top.country if top else None,
        admin=top.admin if top else (),
        precision=shape.precision,
    )


def resolve_names(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[tuple[Candidate, ...]]:
    """The candidates of names whose spans are given, in their order."""
    words = place_words()
    found = []
    for start, end in spans:
        name = text[start:end]
        part = Part(start, end, name, name.count(" ") + 1, gazetteer.matches(name, "strict"))
        found.append(judge(text, part, words))
    return [mention.candidates for mention in resolve(text, found, gazetteer)]
