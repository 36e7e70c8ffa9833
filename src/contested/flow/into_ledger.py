"""The whole way: inputs are read, annotated, compiled into claims, and appended to the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import contested
from contested.flow.batches import tell_batches
from contested.flow.rules import Settings, rules_version
from contested.flow.stages import note_on
from contested.ledger.writer import Arrival, Reading, Writer, open_writer
from contested.model.claim import Claim
from contested.model.report import Report, Skip

BATCH_CHARACTERS = 200_000


@dataclass(slots=True)
class Summary:
    """What a run has done so far."""

    new: int = 0
    again: int = 0
    copies: int = 0
    amended: int = 0
    read: int = 0
    claims: int = 0
    copy_names: list[tuple[str, str]] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    failed: list[Skip] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    unresolved: Counter[str] = field(default_factory=Counter)

    @property
    def arrived(self) -> int:
        """Reports that came in, whatever became of them."""
        return self.new + self.again + self.copies + self.amended

    def add(self, reading: Reading) -> None:
        """Count one arrival and what was read of it."""
        arrival = reading.arrival
        self.new += arrival.kind == "first"
        self.again += arrival.kind == "again"
        self.amended += arrival.kind == "amended"
        if arrival.kind == "copy":
            self.copies += 1
            if len(self.copy_names) < 50:
                self.copy_names.append((arrival.report.ref, arrival.report.id))
        if reading.failed is not None:
            self.failed.append(reading.failed)
        elif arrival.to_read is not None:
            self.read += 1
            self.claims += len(reading.claims)
            self.notes.update([reading.note] if reading.note else [])
            places = (place for claim in reading.claims for place in claim.places)
            self.unresolved.update(place.name for place in places if place.place is None)


Progress = Callable[[Summary], None]


def read_into(
    path: Path, items: Iterable[Report | Skip], settings: Settings, progress: Progress = lambda _: None
) -> Summary:
    """Read everything that the ledger at ``path`` has not; raises LedgerError, PipelineError, PackError.

    Every report is appended together with its claims, a batch a transaction: a run cut short goes on where it stopped.
    """
    summary = Summary()
    with open_writer(path, rules_version(settings), contested.__version__) as writer:
        batches = arrivals_in_batches(items, writer, summary, settings)
        for arrivals, told in tell_batches(batches, settings):
            claims = iter(told)
            readings = [reading_of(a, next(claims)) if a.to_read is not None else Reading(a) for a in arrivals]
            writer.append(readings)
            for reading in readings:
                summary.add(reading)
            progress(summary)
        writer.end("done")
    return summary


def reading_of(arrival: Arrival, told: list[Claim] | Skip) -> Reading:
    """What the rules made of an arrival that was to be read."""
    if isinstance(told, Skip):
        return Reading(arrival, failed=told)
    assert arrival.to_read is not None
    return Reading(arrival, told, note_on(arrival.to_read))


def arrivals_in_batches(
    items: Iterable[Report | Skip], writer: Writer, summary: Summary, settings: Settings
) -> Iterator[tuple[list[Arrival], list[Report]]]:
    """Arrivals in order, each batch with the reports to read of it; skips are noted on the way."""
    arrivals: list[Arrival] = []
    for item in items:
        if isinstance(item, Report):
            arrivals.append(writer.arrive(item))
        else:
            writer.skip(item)
            summary.skips.append(item)
        due = [arrival.to_read for arrival in arrivals if arrival.to_read is not None]
        if len(arrivals) >= settings.batch or sum(len(report.text) for report in due) > BATCH_CHARACTERS:
            yield arrivals, due
            arrivals = []
    if arrivals:
        yield arrivals, [arrival.to_read for arrival in arrivals if arrival.to_read is not None]
