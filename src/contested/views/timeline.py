"""The timeline: incidents by day, undated ones last, each with who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contested.model.incident import Incident
from contested.views.incidents import when, where
from contested.views.toll_ranges import sided_words

COLUMNS = ("when", "where", "event", "killed", "reports", "roots", "contradicted", "incident")


def rows(incidents: Iterable[Incident]) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS`` in the order of days."""
    for incident in sorted(incidents, key=lambda i: (i.start or "9999", i.end or "", i.reported or "", i.id)):
        kinds = sorted({c.kind for c in incident.contradictions if not c.compatible})
        yield (when(incident), where(incident), incident.event, sided_words(incident, "killed"), len(incident.tellers),
               len(incident.roots), kinds, incident.id[:10])  # fmt: skip
