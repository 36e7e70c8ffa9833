"""A country before a colon that only says where: "Somalia: roadside bomb hits convoy"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.model.actor import Participant
from contested.model.annotations import Attribution, PlaceMention


def without_scenes(found: Sequence[Attribution], places: Sequence[PlaceMention]) -> list[Attribution]:
    """The attributions without those to a country, unless the first place named behind its colon lies elsewhere."""
    return [one for one in found if not is_scene(one, places)]


def is_scene(one: Attribution, places: Sequence[PlaceMention]) -> bool:
    """Whether an attribution is to a country that is only the scene of what its label stands before."""
    if not one.cue or one.cue[0].quote != ":" or not one.source or one.source[0].end > one.cue[0].start:
        return False
    label = next((p for p in places if p.kind == "country" and p.mention.overlaps(one.source[0])), None)
    if label is None or label.mention.end - label.mention.start < len(one.source[0].quote.strip()):
        return False
    told = max((part.end for part in one.content), default=0)  # a dateline below the line tells where a desk is
    behind = (p for p in places if one.cue[0].end <= p.mention.start < told and country_of(p) is not None)
    first = next(behind, None)
    return first is None or country_of(first) == country_of(label)


def without_labels(those: Sequence[Participant], text: str, places: Sequence[PlaceMention]) -> tuple[Participant, ...]:
    """Those without a country that a colon right behind it makes a label."""
    labels = (p.mention for p in places if p.kind == "country" and text.startswith(": ", p.mention.end))
    countries = {label.start for label in labels}
    return tuple(who for who in those if who.mention.start not in countries)


def country_of(place: PlaceMention) -> str | None:
    """The country of a place's likeliest reading; None where nothing tells it."""
    return place.country or (place.candidates[0].place.country if place.candidates else None)
