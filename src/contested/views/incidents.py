"""Incidents as rows and lines: one in one line, and all claims of one side by side by who says them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Moment
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.contradiction import Contradiction
from contested.model.incident import Incident, TollRange
from contested.model.quantity import Quantity
from contested.views.known import incident_ahead
from contested.views.review import Reviews, reviews_at
from contested.views.toll_ranges import range_words, sided_words
from contested.views.wording import day_words, event_words, said, stretch, voice

COLUMNS = ("id", "event", "when", "where", "reports", "outlets", "roots", "killed", "injured", "contradicted", "claims")
NO_DAY = "day not told"
ONE = {"people": "person", "days": "day"}


def row(incident: Incident) -> tuple[object, ...]:
    """The cells of ``COLUMNS``."""
    return (
        incident.id[:10],
        incident.event,
        when(incident),
        where(incident),
        len(incident.tellers),
        len(incident.outlets),
        len(incident.roots),
        sided_words(incident, "killed"),
        sided_words(incident, "injured"),
        ", ".join(sorted({c.kind for c in incident.contradictions if not c.compatible})) or "",
        len(incident.claims),
    )


def when(incident: Incident) -> str:
    """The days; where none is told, by when it was reported."""
    if incident.start is None:
        return f"{NO_DAY}, reported {incident.reported}" if incident.reported else NO_DAY
    days = incident.start if incident.start == incident.end else f"{incident.start}/{incident.end}"
    return days + ahead_words(incident, str(incident.reported))


def ahead_words(incident: Incident, reported: str) -> str:
    """That the first day told comes after the first report, where that is so."""
    return f" (dated after its first report, {reported})" if incident_ahead(incident) else ""


def where(incident: Incident, most: int = 2) -> str:
    """The most exact places; "~" before a name says that no gazetteer resolves it."""
    names = [place.name if place.place else f"~{place.name}" for place in incident.places]
    return ", ".join(dict.fromkeys(names[:most])) or "place not told"


def toll_of(incident: Incident, kind: str, by: str = "any") -> TollRange | None:
    """The range of one harm under one reading, everyone counted; None where nobody tells."""
    return next((t for t in incident.tolls if t.kind == kind and t.by == by and t.side is None), None)


def heading(incident: Incident) -> str:
    """What, where and when, with the beginning of the id: "Shelling, Saraqib, 3 February 2020 (i-211f87cf)"."""
    name = event_noun(incident.event).removeprefix("an ").removeprefix("a ")
    places = ", ".join(dict.fromkeys(place.name for place in incident.places[:2])) or "place not told"
    return f"{name[:1].upper()}{name[1:]}, {places}, {days_in_words(incident)} ({incident.id[:10]})"


def days_in_words(incident: Incident) -> str:
    """The days in words; where none is told, the day it was first reported."""
    if incident.start is None:
        return f"{NO_DAY}, reported {day_words(incident.reported)}" if incident.reported else NO_DAY
    reported = day_words(incident.reported) if incident.reported else ""
    return stretch(incident.start, incident.end or incident.start) + ahead_words(incident, reported)


def event_noun(event: str) -> str:
    """An event code in words with its article: "an air strike", "casualties"."""
    words = event_words().get(event, {})
    noun = str(words.get("noun", event.replace("_", " ")))
    return f"{words['article']} {noun}" if words.get("article") else noun


def counted_words(kind: str, side: str | None, low: int, high: int | None) -> str:
    """A count in words: "killed, damascus: 30 to 35"; a side that nobody tells is not named."""
    return f"{kind}{f', {side}' if side else ''}: {Quantity(low, high)}"


def wire(incident: Incident) -> str:
    """One line of JSON: the exchange fields first, everything derived after them."""
    tolls = {
        t.kind: {"low": t.low, "high": t.high, "open": t.open} for t in incident.tolls if t.by == "any" and not t.side
    }
    fields: dict[str, object] = {
        "id": incident.id,
        "event": incident.event,
        "events": incident.events,
        "time": {"start": incident.start, "end": incident.end} if incident.start else None,
        "reported": incident.reported,
        "dated_after_report": incident_ahead(incident),
        "places": [plain(place) for place in incident.places],
        "reports": incident.refs,
        "outlets": incident.outlets,
        "roots": [plain(root) for root in incident.roots],
        "tolls": tolls,
        "readings": [plain(toll) for toll in incident.tolls],
        "figures": [plain(figure) for figure in incident.figures],
        "contradictions": [contradiction_wire(c) for c in incident.contradictions],
        "unanswered": incident.unanswered,
        "laundered": [plain(item) for item in incident.laundered],
        "interests": incident.interests,
        "parts": incident.parts,
        "claims": incident.claims,
        "judged": incident.judged,
        "review": "person" if incident.judged else "machine",
    }
    return json.dumps(fields, ensure_ascii=False)


def plain(item: object) -> dict[str, object]:
    """A noun's fields as plain values."""
    names: Sequence[str] = getattr(item, "__slots__", ())
    return {name: getattr(item, name) for name in names}


def contradiction_wire(contradiction: Contradiction) -> dict[str, object]:
    """A contradiction with its positions as plain values."""
    return plain(contradiction) | {"positions": [plain(p) for p in contradiction.positions]}


def page(incident: Incident, ledger: Ledger, moment: Moment = Moment()) -> Iterator[str]:  # noqa: B008
    """An incident in lines: what, roots, tolls, contradictions, then the claims by who says them."""
    reviews = reviews_at(ledger, moment)
    claims = {id: reviews.amended(ledger.claim(id).claim) for id in incident.claims}
    yield f"{incident.id}  {incident.event}, {when(incident)}, {where(incident, 4)}"
    yield f"  {len(incident.tellers)} reports, {len(incident.outlets)} outlets, {len(incident.roots)} roots"
    for root in incident.roots:
        yield f"    {root.name}: {len(root.claims)} claims ({root.why})"
    for toll in incident.tolls:
        side = f" on side {toll.side}" if toll.side else ""
        yield f"  {toll.kind}{side}, {toll.by}: {range_words(toll)} ({toll.rule}: {', '.join(toll.claims)})"
    if incident.parts:
        yield f"  a sum: its counts take in {', '.join(id[:10] for id in incident.parts)}"
    for contradiction in incident.contradictions:
        yield from contradiction_lines(contradiction)
    for item in incident.laundered:
        yield f"  lost on the way: {item.lost}"
        yield f"    “{one_line(item.first)}” ({item.of})"
        yield f"    “{one_line(item.told)}” ({item.claim})"
    for id in incident.unanswered:
        yield f"  unanswered: “{one_line(claims[id].evidence.quote)}” ({id})"
    yield from by_voice(incident, claims, reviews)


def contradiction_lines(contradiction: Contradiction) -> Iterator[str]:
    """A contradiction with its positions and what would settle it."""
    apart = f", {distance_words(contradiction)} apart" if contradiction.distance is not None else ""
    word = "told differently" if contradiction.compatible else "contradicted"
    yield f"  {word}: {contradiction.kind} ({contradiction.about}){apart}"
    for position in contradiction.positions:
        yield f"    {position.says}: {', '.join(position.sources)} ({', '.join(position.claims[:4])})"
    yield f"    would settle it: {contradiction.settles}"


def distance_words(contradiction: Contradiction) -> str:
    """How far apart the answers are: "1,259 people", "1 day"; "" where no number tells."""
    distance, unit = contradiction.distance, str(contradiction.unit)
    if distance is None:
        return ""
    number = f"{distance:,.0f}" if distance == int(distance) else f"{distance:,.1f}"
    return f"{number} {ONE.get(unit, unit) if distance == 1 else unit}"


def by_voice(incident: Incident, claims: dict[str, Claim], reviews: Reviews) -> Iterator[str]:
    """Claims by who says them, those against the speaker's interest first."""
    order = {"against_interest": 0, "neutral": 1, "self_serving": 2}
    held: dict[str, list[Claim]] = {}
    for claim in sorted(
        claims.values(), key=lambda c: (order[incident.interests[c.id]], c.report.published or "9999", c.id)
    ):
        held.setdefault(speaker_of(claim), []).append(claim)
    for who, told in held.items():
        yield f"  {who}"
        for claim in told:
            mark = incident.interests[claim.id].replace("_", " ")
            edited = f"; {reviews.words([claim.id])}" if claim.id in reviews.edits else ""
            yield f"    [{mark}] {claim.report.published or 'no date'}: {said(claim)} ({claim.id}{edited})"


def speaker_of(claim: Claim) -> str:
    """The innermost speaker with the outlet, or the outlet alone."""
    outlet = claim.report.publisher or "unknown outlet"
    return f"{voice(claim.speaker)}, in {outlet}" if claim.speaker else outlet


def one_line(text: str, most: int = 240) -> str:
    """Text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + " …"


def matching(
    incidents: Iterable[Incident], wanted: ClaimFilter, there: frozenset[str] | None, least: int = 1
) -> Iterator[Incident]:
    """Incidents of the days and event asked for, told by ``least`` reports, with one of the claims ``there``."""
    for incident in incidents:
        if there is not None and there.isdisjoint(incident.claims):
            continue
        if (wanted.since or wanted.until) and not (incident.start and incident.end):
            continue
        if (wanted.since and str(incident.end) < wanted.since) or (wanted.until and str(incident.start) > wanted.until):
            continue
        if (wanted.events and not set(wanted.events) & set(incident.events)) or len(incident.tellers) < least:
            continue
        yield incident
