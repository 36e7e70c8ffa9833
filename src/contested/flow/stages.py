"""The order of the stages: a report is annotated, then claims are compiled from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from contested.flow.rules import Settings
from contested.model.claim import Claim
from contested.model.report import Report

if TYPE_CHECKING:
    from contested.annotate.pipeline import Annotator

LANGUAGES = frozenset({"en"})


def make_annotator(settings: Settings) -> Annotator:
    """The pipeline, packs and gazetteer of these settings; raises PipelineError, PackError or GazetteerError."""
    return annotator_of(settings.model, settings.packs)


@lru_cache(maxsize=2)
def annotator_of(model: str, packs: tuple[str, ...]) -> Annotator:
    """The same, loaded once a process: loading takes a second."""
    from contested.annotate.pipeline import Annotator, load_pipeline
    from contested.packs.load import load_packs

    return Annotator(load_pipeline(model), load_packs(packs))


def compile_claims(annotator: Annotator, reports: Sequence[Report]) -> Iterator[tuple[Report, list[Claim]]]:
    """Each report with its claims, in their order; reports of a language without rules have none."""
    from contested.annotate.pipeline import annotations_of
    from contested.claims.compile import claims_of

    docs = iter(annotator.annotate_many(report for report in reports if is_known(report)))
    for report in reports:
        if not is_known(report):
            yield report, []
            continue
        doc = next(docs)
        yield report, claims_of(doc, report, annotations_of(doc))


def is_known(report: Report) -> bool:
    """Whether the rules know the report's language; an unknown language is read as if they did."""
    return report.language is None or report.language in LANGUAGES


def note_on(report: Report) -> str | None:
    """Why a report has no claims, where its language is the reason."""
    return None if is_known(report) else f"no rules for the language {report.language!r}; kept without claims"
