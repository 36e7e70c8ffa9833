"""Review: the queue, judgements, undo and redo, the audit, two coders compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query

from contested.desk.agreement import agreement as compare
from contested.desk.deciding import bulk_judgement, judgements_from
from contested.desk.judged import Judged
from contested.desk.queueing import next_claims, undecided
from contested.desk.selection import AuditAsked, QueueAsked, Selected
from contested.desk.shapes.review import Agreement, Audit, BulkIn, JudgementIn, Kept, Queue
from contested.desk.state import At, Desk, Who
from contested.model.claim import Claim
from contested.model.judgement import Judgement

router = APIRouter(tags=["review"])


@router.get("/queue")
def queue(desk: At, who: Who, asked: Annotated[QueueAsked, Query()]) -> Queue:
    """The next claims that this coder has not judged."""
    return next_claims(desk, desk.leases, who, asked)


@router.post("/judgements")
def judge(given: list[JudgementIn], desk: At, who: Who) -> Kept:
    """Keep decisions, all or none; a key sent twice is kept once."""
    with desk.reading() as ledger:
        judgements = judgements_from(given, who, ledger)
    desk.mark(desk.judged.keep(judgements))
    return kept(desk.judged, who, judgements)


@router.post("/undo")
def undo(desk: At, who: Who) -> Kept:
    """Take back this coder's last decision that stands; answers with that decision."""
    return stepped(desk, who, back=True)


@router.post("/redo")
def redo(desk: At, who: Who) -> Kept:
    """Take back this coder's last undoing, where nothing was decided since; answers with the decision."""
    return stepped(desk, who, back=False)


def stepped(desk: Desk, who: str, back: bool) -> Kept:
    """Undo or redo; answers with nothing where there is nothing."""
    undoing, claims = desk.judged.step(who, back)
    desk.mark(claims)
    return kept(desk.judged, who, [decision_behind(desk.judged, undoing)] if undoing else [])


def decision_behind(judged: Judged, undoing: Judgement) -> Judgement:
    """The decision that an undoing, or an undoing of one, bears on."""
    found = undoing
    while found.kind == "undo" and found.undoes is not None:
        found = judged.by_id[found.undoes]
    return found


@router.post("/bulk")
def bulk(given: BulkIn, desk: At, who: Who, selected: Selected) -> Kept:
    """One decision over every undecided claim of the selection; undone in one step."""
    judgement = bulk_judgement(given, undecided(desk, who, selected), who)
    desk.mark(desk.judged.keep([judgement]))
    return kept(desk.judged, who, [judgement])


@router.get("/audit")
def audit(desk: At, who: Who, asked: Annotated[AuditAsked, Query()]) -> Audit:
    """Who decided what, when and why, the newest first."""
    judged = desk.judged
    judged.refresh()
    with judged.lock:
        found = [
            j
            for j in reversed(judged.by_id.values())
            if (not asked.user or j.who == asked.user)
            and (not asked.claim or asked.claim in j.claims)
            and (asked.coding is None or j.coding == asked.coding)
        ]
        rows = [judged.row(j) for j in found[asked.offset : asked.offset + asked.limit]]
        hand = judged.hands[who]
        return Audit(total=len(found), rows=rows, can_undo=bool(hand.done), can_redo=bool(hand.undone))


@router.get("/agreement")
def agreement(desk: At, one: str, other: str) -> Agreement:
    """Two coders compared by field, with the differences to settle."""
    desk.judged.refresh()

    def claim_of(id: str) -> Claim:
        with desk.reading() as ledger:
            return ledger.claim(id).claim

    return compare(desk.judged, one, other, claim_of)


def kept(judged: Judged, who: str, judgements: Iterable[Judgement]) -> Kept:
    """What was kept, and what this coder can undo and redo now."""
    with judged.lock:
        hand = judged.hands[who]
        rows = [judged.row(judged.by_id[j.id]) for j in judgements]
        return Kept(judgements=rows, can_undo=bool(hand.done), can_redo=bool(hand.undone))
