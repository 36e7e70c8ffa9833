"""Review: the queue, judgements, undo and redo, the audit, two coders compared."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from contested.desk.selection import AuditAsked, QueueAsked, Selected
from contested.desk.shapes import Agreement, Audit, BulkIn, JudgementIn, Kept, Queue
from contested.desk.state import At, Who

router = APIRouter(tags=["review"])


@router.get("/queue")
def queue(desk: At, who: Who, asked: Annotated[QueueAsked, Query()]) -> Queue:
    """The next claims that this coder has not judged."""
    raise NotImplementedError


@router.post("/judgements")
def judge(given: list[JudgementIn], desk: At, who: Who) -> Kept:
    """Keep decisions; a key sent twice is kept once."""
    raise NotImplementedError


@router.post("/undo")
def undo(desk: At, who: Who) -> Kept:
    """Take back this coder's last decision that stands."""
    raise NotImplementedError


@router.post("/redo")
def redo(desk: At, who: Who) -> Kept:
    """Take back this coder's last undoing, where nothing was decided since."""
    raise NotImplementedError


@router.post("/bulk")
def bulk(given: BulkIn, desk: At, who: Who, selected: Selected) -> Kept:
    """One decision over every unjudged claim of the selection."""
    raise NotImplementedError


@router.get("/audit")
def audit(desk: At, who: Who, asked: Annotated[AuditAsked, Query()]) -> Audit:
    """Who decided what, when and why, the newest first."""
    raise NotImplementedError


@router.get("/agreement")
def agreement(desk: At, one: str, other: str) -> Agreement:
    """Two coders compared by field, with the differences to settle."""
    raise NotImplementedError
