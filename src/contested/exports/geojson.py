"""Incidents as GeoJSON (RFC 7946): a point an incident, at its most exact resolved place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from contested.ledger.board_reads import in_batches
from contested.ledger.incidents import Moment
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.incident import Incident, IncidentPlace
from contested.model.place import PlaceRef
from contested.views.incidents import when
from contested.views.known import claims_as_judged_by_id, incident_ahead
from contested.views.review import reviews_at
from contested.views.toll_ranges import side_ranges, sided_words

NOTE = "Reported incidents, not findings. Machine-made unless review says person."
BATCH = 200


def geojson(incidents: Iterable[Incident], ledger: Ledger, moment: Moment = Moment()) -> Iterator[str]:  # noqa: B008
    """The lines of a FeatureCollection; an incident without a resolved place has no geometry but is still listed."""
    yield f'{{"type": "FeatureCollection", "note": {json.dumps(NOTE)}, "features": ['
    before, reviews = "", reviews_at(ledger, moment)
    for batch in in_batches(iter(incidents), BATCH):
        claims = claims_as_judged_by_id(ledger, [id for incident in batch for id in incident.claims], reviews)
        for incident in batch:
            held = [claims[id] for id in incident.claims if id in claims]
            yield before + json.dumps(feature(incident, held), ensure_ascii=False)
            before = ","
    yield "]}"


def feature(incident: Incident, claims: Iterable[Claim]) -> dict[str, object]:
    """One incident; longitude first."""
    place = next((p for p in incident.places if p.lat is not None and p.lon is not None), None)
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None
    told = most_exact(place, claims) if place else None
    ranges = side_ranges(incident, "killed")
    killed = ranges[0] if len(ranges) == 1 else None
    properties = {
        "id": incident.id,
        "event": incident.event,
        "when": when(incident),
        "dated_after_report": incident_ahead(incident),
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "where_prec": told.where_prec if told else None,
        "radius_km": told.radius_km if told else None,
        "reports": len(incident.tellers),
        "outlets": len(incident.outlets),
        "roots": len(incident.roots),
        "killed": sided_words(incident, "killed") or None,
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "contradictions": sorted({c.kind for c in incident.contradictions if not c.compatible}),
        "review": "person" if incident.judged else "machine",
    }
    return {"type": "Feature", "id": incident.id, "geometry": point, "properties": properties}


def most_exact(place: IncidentPlace, claims: Iterable[Claim]) -> PlaceRef | None:
    """How the claim that tells a place most exactly tells it; None where no claim at hand names it."""
    every = chain.from_iterable(claim.places for claim in claims)
    there = (p for p in every if (p.place or p.name) == (place.place or place.name))
    return min(there, key=lambda p: (p.precision, p.where_prec or 8, p.radius_km or 0.0), default=None)
