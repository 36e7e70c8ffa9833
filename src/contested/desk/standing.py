"""How large the record is, and how much was read after the incidents were made; counted anew where it has grown."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from contested.ledger.board_reads import Marks, Readers, marks_of, sizes
from contested.ledger.incidents import readings_since_build


@dataclass(frozen=True, slots=True)
class Record:
    """Reports, current claims, the readings newer than the incidents of now, the last judgement.

    ``made`` is the moment when those incidents were made, "" where they were not.
    """

    reports: int
    claims: int
    readings: int
    judgement: int
    made: str


class Standing:
    """The record's sizes; safe for many threads."""

    def __init__(self, readers: Readers) -> None:
        self.readers, self.lock = readers, Lock()
        self.marks: Marks | None = None
        self.kept = Record(0, 0, 0, 0, "")

    def record(self) -> Record:
        """The sizes now."""
        with self.readers.one() as ledger:
            marks = marks_of(ledger)
            if marks == self.marks:
                return self.kept
            kept = Record(*sizes(ledger), readings_since_build(ledger), marks.judgement, marks.made)
        with self.lock:
            self.marks, self.kept = marks, kept
        return kept
