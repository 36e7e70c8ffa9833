"""Judgements as they stand: by claim, by coder, with what each coder can undo and redo; kept up with the ledger."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from pathlib import Path
from threading import RLock

from contested.desk.shapes.desk import JudgementRow, ReviewState
from contested.ledger.judgements import append_judgements, judgements_after
from contested.ledger.reads import open_ledger
from contested.model.judgement import Judgement, JudgementKind, moment_now

STATES: dict[str, ReviewState] = {
    "accept": "accepted", "edit": "edited", "reject": "rejected", "duplicate": "duplicate", "skip": "skipped",
    "flag": "flagged",
}  # fmt: skip
# What changes what is derived; an acceptance only where it lifts a rejection.
DERIVING = frozenset({"merge", "split", "reject", "duplicate", "edit"})
SECONDS = len("2020-02-01T00:00:00")
LEFT_OUT = frozenset({"reject", "duplicate"})
# What takes a claim out of a coder's queue; a note or a merge leaves it there.
ENDS = frozenset(STATES)


class Hand:
    """What one coder did, in order: ``done`` can be undone, ``undone`` holds the undoings that can be undone."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []


class Judged:
    """The judgements of a ledger in memory; what other programs append is seen at the next ``refresh``."""

    def __init__(self, path: Path) -> None:
        self.path, self.lock = path, RLock()
        self.last = 0
        self.by_id: dict[str, Judgement] = {}
        self.of_claim: dict[str, list[str]] = defaultdict(list)
        self.undoings: dict[str, list[str]] = defaultdict(list)
        self.hands: dict[str, Hand] = defaultdict(Hand)

    def refresh(self) -> frozenset[str]:
        """Take in what was appended since; the claims that it bears on."""
        with self.lock:
            with open_ledger(self.path) as ledger:
                new, self.last = judgements_after(ledger, self.last)
            return frozenset(claim for judgement in new for claim in self.take(judgement))

    def take(self, judgement: Judgement) -> tuple[str, ...]:
        """Take in one; the claims that it bears on."""
        self.by_id[judgement.id] = judgement
        hand = self.hands[judgement.who]
        if judgement.kind != "undo" or judgement.undoes is None:
            for claim in judgement.claims:
                self.of_claim[claim].append(judgement.id)
            hand.done.append(judgement.id)
            hand.undone.clear()
            return judgement.claims
        self.undoings[judgement.undoes].append(judgement.id)
        undone = self.by_id[judgement.undoes]
        if undone.kind == "undo" and undone.undoes is not None:
            remove(hand.undone, undone.id)
            hand.done.append(undone.undoes)
            return self.by_id[undone.undoes].claims
        remove(hand.done, undone.id)
        hand.undone.append(judgement.id)
        return undone.claims

    def stands(self, id: str) -> bool:
        """Whether a judgement is in force: no undoing of it is."""
        return not any(self.stands(undoing) for undoing in self.undoings.get(id, ()))

    def standing(self, claim: str) -> list[Judgement]:
        """The judgements in force on a claim, the oldest first."""
        with self.lock:
            return [self.by_id[id] for id in self.of_claim.get(claim, ()) if self.stands(id)]

    def state(self, claim: str) -> ReviewState:
        """What became of a claim in open coding."""
        ends = [j.kind for j in self.standing(claim) if j.coding == "open" and is_end(j, claim)]
        if not ends:
            return "unreviewed"
        return "edited" if ends[-1] == "accept" and "edit" in ends else STATES[ends[-1]]

    def edited(self, claim: str, who: str | None = None) -> dict[str, str]:
        """The fields that were decided, as JSON by name; of open coding, or of one coder whatever the coding."""
        return {
            j.field: j.value
            for j in self.standing(claim)
            if j.kind == "edit" and j.field and j.value and (j.coding == "open" if who is None else j.who == who)
        }

    def ended_by(self, who: str, coding: str) -> set[str]:
        """The claims that are out of a coder's queue: by anybody's open decision, or by one's own blind one."""
        with self.lock:
            return {
                claim
                for claim, ids in self.of_claim.items()
                if any(
                    is_end(j, claim) and j.coding == coding and (coding == "open" or j.who == who) and self.stands(j.id)
                    for j in map(self.by_id.__getitem__, ids)
                )
            }

    def reviewed(self) -> set[str]:
        """The claims that somebody decided in open coding."""
        return self.ended_by("", "open")

    @property
    def size(self) -> int:
        """How many judgements there are."""
        return len(self.by_id)

    def newer(self, moment: str, first: int | None = None) -> int:
        """How many judgements, undoings too, change what is derived: those after the ``first``, else after a moment.

        The moment is in ISO 8601, UTC, and to the second: what was decided within that second counts as known.
        """
        with self.lock:
            if first is not None:
                return sum(map(self.changes, islice(self.by_id.values(), first, None)))
            return sum(self.changes(j) for j in self.by_id.values() if j.at[:SECONDS] > moment[:SECONDS])

    def changes(self, judgement: Judgement) -> bool:
        """Whether a judgement, or the one that it undoes, takes effect on incidents."""
        while judgement.kind == "undo" and judgement.undoes is not None:
            judgement = self.by_id[judgement.undoes]
        if judgement.coding != "open":
            return False
        lifting = judgement.kind == "accept" and any(self.lifts(judgement, claim) for claim in judgement.claims)
        return lifting or judgement.kind in DERIVING

    def lifts(self, accepting: Judgement, claim: str) -> bool:
        """Whether a claim was rejected, or a duplicate, when it was accepted."""
        if len(self.of_claim[claim]) < 2:
            return False
        after = (accepting.at, accepting.id)
        before = [j.kind for j in self.standing(claim) if self.decides(j, claim) and (j.at, j.id) < after]
        return bool(before) and before[-1] in LEFT_OUT

    def decides(self, judgement: Judgement, claim: str) -> bool:
        """Whether a judgement says that a claim counts, or that it does not."""
        deciding = judgement.kind in LEFT_OUT or judgement.kind in ("accept", "edit")
        return deciding and judgement.coding == "open" and is_end(judgement, claim)

    def rows(self, claim: str) -> list[JudgementRow]:
        """Every judgement on a claim, undone ones too, the oldest first."""
        with self.lock:
            return [self.row(self.by_id[id]) for id in self.of_claim.get(claim, ())]

    def row(self, j: Judgement) -> JudgementRow:
        """One judgement as the API shows it."""
        return JudgementRow(
            id=j.id, kind=j.kind, claims=list(j.claims), who=j.who, at=j.at, why=j.why, undoes=j.undoes, field=j.field,
            value=j.value, coding=j.coding, in_force=self.stands(j.id),
        )  # fmt: skip

    def keep(self, judgements: list[Judgement]) -> frozenset[str]:
        """Append to the ledger, those kept already passed over; raises LedgerError."""
        with self.lock:
            append_judgements(self.path, judgements, again=True)
            return self.refresh()

    def step(self, who: str, back: bool) -> tuple[Judgement | None, frozenset[str]]:
        """Undo or redo a coder's last step; the undoing that was kept (None where there is none), and its claims."""
        with self.lock:
            self.refresh()
            hand = self.hands[who]
            stack = hand.done if back else hand.undone
            if not stack:
                return None, frozenset()
            kind: JudgementKind = "undo"
            undoing = Judgement.make(kind, (), who, moment_now(), "" if back else "redo", stack[-1])
            return undoing, self.keep([undoing])

    def users(self) -> list[str]:
        """Everybody who judged."""
        with self.lock:
            return sorted(self.hands)


def is_end(judgement: Judgement, claim: str) -> bool:
    """Whether it takes a claim out of the queue; of a duplicate only the first claim, which counts no more."""
    return judgement.kind in ENDS and (judgement.kind != "duplicate" or judgement.claims[0] == claim)


def remove(stack: list[str], id: str) -> None:
    """Take an id out wherever it stands; another coder may have undone it."""
    if id in stack:
        stack.remove(id)
