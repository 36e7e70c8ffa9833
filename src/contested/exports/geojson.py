"""Incidents as GeoJSON (RFC 7946): a point an incident, at its most exact resolved place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from contested.model.incident import Incident
from contested.views.incidents import toll_of, when

NOTE = "Reported incidents, not findings. Machine-made unless review says person."


def geojson(incidents: Iterable[Incident]) -> Iterator[str]:
    """The lines of a FeatureCollection; an incident without a resolved place has no geometry but is still listed."""
    yield f'{{"type": "FeatureCollection", "note": {json.dumps(NOTE)}, "features": ['
    before = ""
    for incident in incidents:
        yield before + json.dumps(feature(incident), ensure_ascii=False)
        before = ","
    yield "]}"


def feature(incident: Incident) -> dict[str, object]:
    """One incident; longitude first."""
    place = next((p for p in incident.places if p.lat is not None and p.lon is not None), None)
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None
    killed = toll_of(incident, "killed")
    properties = {
        "id": incident.id,
        "event": incident.event,
        "when": when(incident),
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "reports": len(incident.tellers),
        "outlets": len(incident.outlets),
        "roots": len(incident.roots),
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "contradictions": sorted({c.kind for c in incident.contradictions}),
        "review": "person" if incident.judged else "machine",
    }
    return {"type": "Feature", "id": incident.id, "geometry": point, "properties": properties}
