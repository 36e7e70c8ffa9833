"""What is disputed: every contradiction of every incident, with its sides and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contested.model.incident import Incident
from contested.views.dispute_words import counted_side
from contested.views.incidents import distance_words, when, where

COLUMNS = ("incident", "when", "where", "event", "kind", "about", "sides", "apart", "grade", "would_settle")


def rows(incidents: Iterable[Incident], kinds: frozenset[str], also_compatible: bool) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS``; ``kinds`` empty asks for all. What could all hold is left out unless asked for."""
    for incident in incidents:
        for item in incident.contradictions:
            if (kinds and item.kind not in kinds) or (item.compatible and not also_compatible):
                continue
            sides = [f"{p.says}: {', '.join(p.sources)}" for p in item.positions]
            apart = distance_words(item) or None
            grade = "told differently" if item.compatible else "contradicted"
            side = counted_side(item, incident)
            about = f"{item.about}, {side}" if side else item.about
            told = (incident.id[:10], when(incident), where(incident), incident.event, item.kind, about)
            yield (*told, sides, apart, grade, item.settles)
