"""How the cost of a claim grows: copies of the corpus with changed names, dates and places, reconciled at each size.

    python -m bench.growth LEDGER [--sizes 500,5000,50000] [--json OUT]

LEDGER holds the corpus, read once; its claims are the seed, so that fifty thousand reports need no parser. A copy moves
every day by its own stretch, every place by its own degrees and under its own id, and every name, number and word that
two copies could share gets the copy's mark. Copies are written to a ledger of their own and reconciled there. CPU
seconds a claim are given of writing, of reconciling everything, and of reconciling once more after one report came in.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from bench.gate import Figure
from contested.flow.reconciling import Reconciled, reconcile_ledger
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.claim import Claim, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id

SIZES = (500, 5_000, 50_000)
APART = 200  # days between the copies: wars of their own
BATCH = 200  # readings a transaction
WORD = re.compile(r"[A-Za-z]{4,}")
Told = tuple[Report, list[Claim]]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds at one size; ``one_more`` is the run after one report was added."""

    reports: int
    claims: int
    write: float
    reconcile: float
    one_more: float
    peak_gb: float

    def a_claim(self, seconds: float) -> float:
        """Milliseconds a claim."""
        return 1000 * seconds / max(1, self.claims)


def seed_of(path: Path, most: int) -> list[Told]:
    """Every report of a ledger that tells at most so many claims, with them."""
    with open_ledger(path) as ledger:
        by_report: dict[str, list[Claim]] = {}
        for claim in ledger.claims():
            by_report.setdefault(claim.report.id, []).append(claim)
        return [(ledger.report(id), claims) for id, claims in by_report.items() if len(claims) <= most]


def copies(seed: list[Told], count: int) -> Iterator[Told]:
    """So many reports: the seed, then copies of it, each copy a world of its own."""
    for number in range(count):
        world, at = divmod(number, len(seed))
        yield seed[at] if world == 0 else copied(*seed[at], world)


def copied(report: Report, claims: list[Claim], world: int) -> Told:
    """One report of another world; offsets stay true, since words are changed letter for letter."""
    shift = timedelta(days=APART * world)
    text = changed(report.text, world)
    ref = f"{report.ref}~{world}"
    published = moved(report.published, shift)
    fresh = replace(
        report, id=report_id(text), ref=ref, text=text, published=published, origin=f"{report.origin}~{world}"
    )
    return fresh, [copied_claim(claim, fresh, shift, world) for claim in claims]


def copied_claim(claim: Claim, report: Report, shift: timedelta, world: int) -> Claim:
    """One claim of another world."""
    when = claim.time
    if when is not None:
        when = replace(when, start=str(moved(when.start, shift)), end=str(moved(when.end, shift)))
    return replace(
        claim,
        report=ReportRef.of(report),
        evidence=Mention.of(report.text, claim.evidence.start, claim.evidence.end),
        trigger=Mention.of(report.text, claim.trigger.start, claim.trigger.end),
        places=tuple(copied_place(place, world) for place in claim.places),
        time=when,
    ).with_id()


def copied_place(place: PlaceRef, world: int) -> PlaceRef:
    """The place, elsewhere and under another id."""
    lat = place.lat if place.lat is None else max(-89.0, min(89.0, place.lat + (world % 11) * 2.5 - 12))
    lon = place.lon if place.lon is None else (place.lon + world * 3.7 + 180) % 360 - 180
    id = place.place and f"{place.place}~{world}"
    return replace(place, name=changed(place.name, world), place=id, lat=lat, lon=lon)


def changed(text: str, world: int) -> str:
    """The text with its longer words turned into those of another world, each as long as before."""
    turns = (world % 25 + 1, world // 25 % 25, world // 625 % 25)

    def turned(match: re.Match[str]) -> str:
        word = match.group()
        first, last, second = (rolled(word[at], by) for at, by in zip((1, -1, 2), turns, strict=True))
        return word[0] + first + second + word[3:-1] + last

    return WORD.sub(turned, text)


def rolled(letter: str, by: int) -> str:
    """A lower-case letter, so many on."""
    return chr((ord(letter.lower()) - ord("a") + by) % 26 + ord("a"))


def moved(day: str | None, shift: timedelta) -> str | None:
    """A day, later; an open year stays open."""
    if day is None or day.startswith("XXXX"):
        return day
    return (date.fromisoformat(day) + shift).isoformat()


def write(path: Path, told: Iterator[Told]) -> int:
    """Append reports with their claims; how many claims."""
    count, batch = 0, []
    with open_writer(path, "growth", "0") as writer:
        for report, claims in told:
            count += len(claims)
            batch.append(Reading(writer.arrive(report), claims))
            if len(batch) == BATCH:
                writer.append(batch)
                batch = []
        writer.append(batch)
        writer.end("done")
    return count


def measure(seed: list[Told], size: int, folder: Path) -> Cost:
    """Write, reconcile, add one report, reconcile again."""
    path = folder / f"{size}.db"
    begun = time.process_time()
    claims = write(path, copies(seed, size))
    written = time.process_time()
    reconcile_ledger(path, DEFAULT_PACKS)
    reconciled = time.process_time()
    write(path, iter([copied(*seed[0], 700)]))
    added = time.process_time()
    done = reconcile_ledger(path, DEFAULT_PACKS)
    last = time.process_time()
    check(done, size)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return Cost(size, claims, written - begun, reconciled - written, last - added, peak)


def check(done: Reconciled, size: int) -> None:
    """A run after one report compares little anew, and takes over the incidents that it does not touch."""
    assert done.compared <= max(200, done.spared // 10), (size, done.compared, done.spared)
    assert done.taken >= done.incidents * 0.95, (size, done.taken, done.incidents)


def figures_of(costs: list[Cost]) -> list[Figure]:
    """What the gate pins: how many times as much a claim costs at the largest size as at the smallest."""
    small, large = costs[0], costs[-1]
    whole = large.a_claim(large.write + large.reconcile) / small.a_claim(small.write + small.reconcile)
    alone = large.a_claim(large.reconcile) / small.a_claim(small.reconcile)
    return [
        Figure("a claim, written and reconciled, times", whole, ceiling=True, slack=0.15),
        Figure("a claim reconciled, times", alone, ceiling=True, slack=0.15),
        Figure("one report more, share of the whole", large.one_more / large.reconcile, ceiling=True, slack=0.15),
    ]


def main() -> None:
    """Measure each size, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--most-claims", type=int, default=5, help="of a report that is copied")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    seed = seed_of(args.ledger, args.most_claims)
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, args.sizes.split(",")):
            cost = measure(seed, size, Path(folder))
            costs.append(cost)
            print(
                f"{size:>7,} reports {cost.claims:>9,} claims  ms a claim: write {cost.a_claim(cost.write):.3f}, "
                f"reconcile {cost.a_claim(cost.reconcile):.3f}; one more {cost.one_more:.2f} s, "
                f"peak {cost.peak_gb:.2f} GB",
                flush=True,
            )
    for figure in figures_of(costs):
        print(f"  {figure.name:40} {figure.value:7.3f}")
    if args.json is not None:
        args.json.write_text(json.dumps([asdict(figure) for figure in figures_of(costs)]), encoding="utf-8")


if __name__ == "__main__":
    main()
