"""The order of the stages: a report is annotated, then claims are compiled from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from contested.flow.garbage import looked_for_seldom
from contested.flow.rules import LONGEST, Settings
from contested.model.claim import Claim
from contested.model.report import Report

if TYPE_CHECKING:
    from contested.annotate.pipeline import Annotator

LANGUAGES = frozenset({"en"})


def make_annotator(settings: Settings) -> Annotator:
    """The pipeline, packs and gazetteer of these settings; raises PipelineError, PackError or GazetteerError."""
    return annotator_of(settings.model, settings.packs, settings.gazetteer)


@lru_cache(maxsize=2)
def annotator_of(model: str, packs: tuple[str, ...], gazetteer: Path | None) -> Annotator:
    """The same, loaded once a process: loading takes a second."""
    from contested.annotate.pipeline import Annotator, load_pipeline
    from contested.gazetteer.lookup import open_gazetteer
    from contested.packs.load import load_packs

    return Annotator(load_pipeline(model), load_packs(packs), open_gazetteer(gazetteer))


def compile_claims(annotator: Annotator, reports: Sequence[Report]) -> Iterator[tuple[Report, list[Claim]]]:
    """Each report with its claims, in their order; those that ``note_on`` leaves unread have none."""
    from contested.annotate.pipeline import annotations_of
    from contested.claims.compile import claims_of

    with looked_for_seldom():
        docs = iter(annotator.annotate_many(report for report in reports if note_on(report) is None))
        for report in reports:
            if note_on(report) is not None:
                yield report, []
                continue
            doc = next(docs)
            claims = claims_of(doc, report, annotations_of(doc))
            doc.user_data.clear()  # it points back at the Doc: without it the Doc is freed at once
            yield report, claims


def note_on(report: Report) -> str | None:
    """Why a report is kept without being read; None where it is read. An untold language is read as a known one."""
    if report.language is not None and report.language not in LANGUAGES:
        return f"no rules for the language {report.language!r}"
    if len(report.text) > LONGEST:
        return f"over {LONGEST:,} characters, more than the parser takes; split it into reports"
    return None
