"""One incident as the desk shows it: the row of the list, the words it is found by, the numbers it is chosen by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from contested.desk.shapes.desk import Family
from contested.model.codes import event_codes
from contested.model.contradiction import CONTRADICTION_KINDS
from contested.model.incident import Incident, IncidentPlace
from contested.packs.pack import Pack
from contested.packs.theatre import pack_within
from contested.views.incidents import days_in_words, event_noun, toll_of

FAMILIES: tuple[Family, ...] = get_args(Family)
ACLED_FAMILIES: dict[str, Family] = {
    "Battles": "battles",
    "Explosions/Remote violence": "explosions",
    "Violence against civilians": "civilians",
    "Protests": "protests",
    "Riots": "protests",
    "Strategic developments": "developments",
}
CONTROL = frozenset({"control", "territory_gained", "territory_lost"})
# How far from the point named an event may lie, in km, where the claim tells no radius: by UCDP's code of the place
# (5 a line or a part of a country, 6 a whole country, 7 a sea), else by ACLED's geo_precision.
WIDE_KM = {5: 100.0, 6: 250.0, 7: 250.0}
VAGUE_KM = {2: 10.0, 3: 50.0}
ROAD = ("feature:road.", 15.0)  # UCDP's line, too, though no long one
MOST_ACTORS = 8
Values = dict[str, tuple[str, str]]


@dataclass(slots=True)
class Entry:
    """``values`` are those to filter by: a facet's id → (name, note); ``point`` is the id of the place on the map."""

    row: dict[str, Any]
    quotes: str
    values: dict[str, Values] = field(default_factory=dict)
    point: str | None = None


@cache
def family_of(event: str) -> Family:
    """The family of an event code: ACLED's type, control as a state apart."""
    if event in CONTROL:
        return "control"
    codes = event_codes().get(event)
    return ACLED_FAMILIES.get(codes.acled[0], "other") if codes and codes.acled else "other"


def entry_of(incident: Incident, claims: list[dict[str, Any]], pack: Pack) -> Entry:
    """What the board keeps of an incident; ``claims`` are its claims as plain values, those at hand."""
    point = next((p for p in incident.places if p.lat is not None and p.lon is not None), None)
    places_told = (
        (p["place"] or p["name"], p.get("radius_km"), p.get("where_prec")) for claim in claims for p in claim["places"]
    )
    actors = actors_of(claims, pack)
    names = [name for name, _ in actors.values()]
    row: dict[str, Any] = {
        "id": incident.id,
        "event": incident.event,
        "family": family_of(incident.event),
        "title": title_of(incident),
        "start": incident.start,
        "end": incident.end,
        "reported": incident.reported,
        "places": list(dict.fromkeys(p.name if p.place else f"~{p.name}" for p in incident.places)),
        "resolved": point is not None,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "km": km_of(point, radii_of(places_told)) if point else 0.0,
        "killed": span_of(incident, "killed"),
        "injured": span_of(incident, "injured"),
        "contradictions": kinds_of(incident),
        "reports": len(incident.tellers),
        "outlets": len(incident.outlets),
        "roots": len(incident.roots),
        "claims": len(incident.claims),
        "confidence": round(max((c["confidence"] for c in claims), default=0.0), 3),
        "actors": names[:MOST_ACTORS],
    }
    quotes = dict.fromkeys(c["evidence"]["quote"] for c in claims)
    found_by = [row["title"], *quotes, *(p.name for p in incident.places), *names]
    values = {
        "events": {event: (event, "") for event in incident.events},
        "actors": actors,
        "outlets": {outlet: (outlet, "") for outlet in incident.outlets},
        "sides": sides_of(actors, incident, claims, pack),
        "places": places_of(incident, claims),
    }
    return Entry(row, "\n".join(found_by), values, key_of(point) if point else None)


def title_of(incident: Incident) -> str:
    """What, where and when in words: "Shelling, Saraqib, 3 February 2020"."""
    noun = event_noun(incident.event).removeprefix("an ").removeprefix("a ")
    places = ", ".join(dict.fromkeys(place.name for place in incident.places[:2])) or "place not told"
    return f"{noun[:1].upper()}{noun[1:]}, {places}, {days_in_words(incident)}"


def span_of(incident: Incident, kind: str) -> dict[str, object] | None:
    """The range of a harm; None where nobody tells."""
    toll = toll_of(incident, kind)
    return {"low": toll.low, "high": toll.high, "open": toll.open} if toll else None


def kinds_of(incident: Incident) -> list[str]:
    """The kinds in which its claims contradict each other."""
    held = {c.kind for c in incident.contradictions if not c.compatible}
    return [kind for kind in CONTRADICTION_KINDS if kind in held]


def actors_of(claims: Iterable[Mapping[str, Any]], pack: Pack) -> Values:
    """Who acts or is acted on, named by most claims first: id, or the name where no pack knows it."""
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for party in (party for claim in claims for party in (*claim["initiators"], *claim["targets"])):
        known = pack.actors.get(party["actor"] or "")
        key = party["actor"] or " ".join(party["name"].split())
        count[key] += 1
        names.setdefault(key, known.name if known else key)
    return {key: (names[key], "") for key, _ in count.most_common()}


def sides_of(actors: Values, incident: Incident, claims: Iterable[Mapping[str, Any]], pack: Pack) -> Values:
    """The sides on which its actors stood at the time."""
    day = incident.start or incident.reported
    at = pack_within((p["country"] for claim in claims for p in claim["places"] if p["country"]), pack)
    held = {side for id in actors if id in at.actors for side in at.actors[id].sides_on(day)}
    return {side: (pack.sides[side].name if side in pack.sides else side, "") for side in sorted(held)}


def places_of(incident: Incident, claims: Iterable[Mapping[str, Any]]) -> Values:
    """Its places: gazetteer id, or "~" and the name where none resolves it; the note is the region given."""
    regions = dict(told_regions(claims))
    around = next((p.name for p in reversed(incident.places) if p.place), "")
    return {key_of(p): (p.name, "" if p.place else regions.get(p.name) or around) for p in incident.places}


def radii_of(told: Iterable[tuple[str, float | None, int | None]]) -> dict[str, float]:
    """How far from each place, by id or name, its events may lie at the least, in km, where that is known.

    What is told of a place are its key, the radius and UCDP's code.
    """
    radii: dict[str, float] = {}
    for key, given, code in told:
        radius = given if given is not None else ROAD[1] if key.startswith(ROAD[0]) else WIDE_KM.get(code or 0)
        if radius is not None:
            radii[key] = min(radius, radii.get(key, radius))
    return radii


def km_of(place: IncidentPlace, radii: Mapping[str, float]) -> float:
    """How far from the point an event may lie, in km; 0 at a named town and where there is no point."""
    if place.lat is None or place.precision <= 1:
        return 0.0
    return radii.get(place.place or place.name, VAGUE_KM.get(place.precision, VAGUE_KM[3]))


def key_of(place: IncidentPlace) -> str:
    """What a place is filtered by."""
    return place.place or f"~{' '.join(place.name.casefold().split())}"


def told_regions(claims: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The names of places that nothing resolves, with the regions that the claims give."""
    for claim in claims:
        for place in claim["places"]:
            if place["place"] is None and place["admin"]:
                yield place["name"], ", ".join(place["admin"])
