"""What the claims of a line of text are, for tests of who did what."""

from __future__ import annotations

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.claim import Claim
from contested.model.report import Report, report_id


def first_told(annotator: Annotator, text: str, event: str) -> Claim:
    """The first claim of a code in a text."""
    return next(claim for claim in all_told(annotator, text) if claim.event == event)


def all_told(annotator: Annotator, text: str) -> list[Claim]:
    """The claims of a text."""
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


def last_teller(annotator: Annotator, text: str) -> str:
    """The name of who tells the last claim of a text."""
    return all_told(annotator, text)[-1].attribution[-1].name


def who_told(annotator: Annotator, text: str, event: str) -> tuple[list[str], list[str]]:
    """The names of who acts and of who or what is struck in the first claim of a code in a text."""
    claim = first_told(annotator, text, event)
    return [who.name for who in claim.initiators], [who.name for who in claim.targets]
