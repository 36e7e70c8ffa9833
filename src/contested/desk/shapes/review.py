"""The queue, decisions sent and kept, the audit, two coders compared."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from contested.desk.shapes.desk import Act, Coding, EditableField, JudgementRow, Shape
from contested.desk.shapes.pages import ClaimCard


class QueueItem(Shape):
    """A claim to review, with why it comes now and where it stands in the queue."""

    card: ClaimCard
    reason: str
    score: float
    position: int


class Queue(Shape):
    """The next claims to review: ``left`` of ``total`` in this selection are unreviewed by this coder."""

    items: list[QueueItem]
    left: int
    total: int


class JudgementIn(Shape):
    """A decision to be kept. ``key`` is made by the page: sent twice, it is kept once.

    ``value`` is the field's JSON in the exchange format; every mention in it must stand in the report's text.
    """

    key: str = Field(min_length=8, max_length=64)
    kind: Act
    claims: list[str] = Field(min_length=1, max_length=10_000)
    why: str = Field(default="", max_length=2_000)
    field: EditableField | None = None
    value: str | None = Field(default=None, max_length=20_000)
    coding: Coding = "open"


class Kept(Shape):
    """What was kept, and whether there is something to undo and to redo."""

    judgements: list[JudgementRow]
    can_undo: bool
    can_redo: bool


class BulkIn(Shape):
    """One decision over every claim of a selection; ``expected`` guards against a selection that has changed."""

    key: str = Field(min_length=8, max_length=64)
    kind: Literal["accept", "reject", "skip", "flag"]
    why: str = Field(default="", max_length=2_000)
    expected: int


class Audit(Shape):
    """Judgements, the newest first."""

    total: int
    rows: list[JudgementRow]
    can_undo: bool
    can_redo: bool


class FieldAgreement(Shape):
    """Krippendorff's alpha of a field over the claims both coders judged; None where it is not defined."""

    field: str
    claims: int
    same: int
    alpha: float | None


class Difference(Shape):
    """A claim and field that two coders see differently, in short, and whole as it would be decided.

    A decision is right, wrong or duplicate; a field's value is its JSON, in short without the words it came from.
    """

    claim: str
    field: str
    one: str
    other: str
    one_whole: str
    other_whole: str
    settled: bool


class Agreement(Shape):
    """Two coders compared."""

    one: str
    other: str
    claims: int
    fields: list[FieldAgreement]
    differences: list[Difference]
