"""A report's annotations in the shape in which they are exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from contested.flow.batches import in_chunks
from contested.flow.rules import Settings
from contested.flow.stages import make_annotator
from contested.flow.surviving import surviving
from contested.model.annotations import Annotations, Attribution, PlaceMention, TimeMention
from contested.model.mention import Mention
from contested.model.report import Report, Skip

if TYPE_CHECKING:
    from contested.annotate.pipeline import Annotator

Wire = dict[str, Any]


def annotated(reports: Iterable[Report], settings: Settings, failed: Callable[[Skip], None]) -> Iterator[Wire]:
    """Each report's annotations in order; ``failed`` is told of those that could not be read.

    Raises PipelineError, PackError or GazetteerError.
    """
    work = partial(wires_of, make_annotator(settings))
    for chunk in in_chunks(reports, settings.batch):
        for made in surviving(work, chunk):
            if isinstance(made, Skip):
                failed(made)
            else:
                yield made


def wires_of(annotator: Annotator, reports: Sequence[Report]) -> Iterator[Wire]:
    """The annotations of each report."""
    from contested.annotate.pipeline import annotations_of, report_of
    from contested.claims.said_by import find_attributions

    for doc in annotator.annotate_many(reports):
        annotations = annotations_of(doc)
        yield annotations_to_wire(report_of(doc), annotations, find_attributions(doc, annotations))


def annotations_to_wire(report: Report, annotations: Annotations, attributions: list[Attribution]) -> Wire:
    """Everything recognised in a report, mentions in text order, as plain JSON values."""
    mentions: list[Wire] = []
    mentions += [span("place", p.mention) | {"place": place_of(p)} for p in annotations.places]
    mentions += [span("time", t.mention) | time_of(t) for t in annotations.times]
    for a in annotations.actors:
        mentions.append(span("actor", a.mention) | {"actor": {"id": a.actor, "name": a.name, "kind": a.kind}})
    mentions += [span(e.kind, e.mention) for e in annotations.entities]
    for q in annotations.quantities:
        mentions.append(span("quantity", q.mention) | {"quantity": {"low": q.quantity.low, "high": q.quantity.high}})
    mentions.sort(key=lambda m: (m["start"], m["end"], m["kind"]))
    return {
        "report": {"id": report.id, "ref": report.ref},
        "mentions": mentions,
        "attributions": [
            {"source": spans(a.source), "cue": spans(a.cue), "content": spans(a.content)} for a in attributions
        ],
    }


def span(kind: str, mention: Mention) -> Wire:
    """The fields every mention has."""
    return {"kind": kind, "start": mention.start, "end": mention.end, "quote": mention.quote}


def spans(mentions: tuple[Mention, ...]) -> list[list[int]]:
    """Start and end of each piece of a discontinuous span."""
    return [[mention.start, mention.end] for mention in mentions]


def place_of(mention: PlaceMention) -> Wire | None:
    """The weightiest candidate; None where no gazetteer resolves the name."""
    if not mention.candidates:
        return None
    place = max(mention.candidates, key=lambda candidate: candidate.weight).place
    return {"id": place.id, "lat": place.lat, "lon": place.lon, "name": place.name}


def time_of(mention: TimeMention) -> Wire:
    """The days a time names, None where it names none ("three hours"), with its TIMEX3 type and value."""
    period = mention.period
    days = None if period is None else {"start": period.start, "end": period.end, "precision": period.precision}
    return {"period": days, "type": mention.type, "value": mention.value}
