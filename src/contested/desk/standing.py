"""How large the record is, and how much of it is newer than the incidents; counted anew only where it has grown."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from contested.ledger.board_reads import Marks, Readers, marks_of, newer_than_build, sizes


@dataclass(frozen=True, slots=True)
class Record:
    """Reports, current claims, the readings and judgements newer than the incidents of now, the last judgement."""

    reports: int
    claims: int
    newer: int
    judgement: int


class Standing:
    """The record's sizes; safe for many threads."""

    def __init__(self, readers: Readers) -> None:
        self.readers, self.lock = readers, Lock()
        self.marks: Marks | None = None
        self.kept = Record(0, 0, 0, 0)

    def record(self) -> Record:
        """The sizes now."""
        with self.readers.one() as ledger:
            marks = marks_of(ledger)
            if marks == self.marks:
                return self.kept
            kept = Record(*sizes(ledger), newer_than_build(ledger), marks.judgement)
        with self.lock:
            self.marks, self.kept = marks, kept
        return kept
