"""Measure the gazetteer: spellings held out of a Who's On First table, and the time and size of a large file.

    python -m bench.gazetteer WOF.csv [MORE.csv …] [--entries 300000] [--seed 7]

The first table gives the spellings; all tables together, repeated with shifted refs, give the large file.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from contested.gazetteer.build import build_file
from contested.gazetteer.entries import Batch, Entry
from contested.gazetteer.folding import exact, strict
from contested.gazetteer.lookup import Gazetteer
from contested.gazetteer.tables import WOF, read_wof


def hold_out(entries: list[Entry], seed: int = 7) -> tuple[list[Entry], list[tuple[str, Entry]]]:
    """Every entry that has two spellings or more loses one, which is asked for later."""
    pick = random.Random(seed)
    kept, asked = [], []
    for entry in entries:
        spellings = {exact(name): name for name in (entry.name, *entry.names) if exact(name).isascii() and exact(name)}
        others = [key for key in spellings if key != exact(entry.name)]
        if not others:
            kept.append(entry)
            continue
        lost = pick.choice(sorted(others))
        asked.append((spellings[lost], entry))
        kept.append(replace(entry, names=tuple(n for n in entry.names if exact(n) != lost)))
    return kept, asked


def is_there(a: Entry, b: Entry) -> bool:
    """Whether two entries lie at one place, as far as a pin tells."""
    return abs(a.lat - b.lat) < 0.03 and abs(a.lon - b.lon) < 0.03


def ceiling(kept: list[Entry], asked: list[tuple[str, Entry]]) -> tuple[float, float, float]:
    """Shares of queries that another place spells just so, whose place has a twin of the same spellings, and the most
    that a chooser by name could find, who prefers a place that is spelled as asked and guesses among twins."""
    forms = {entry.ref: frozenset(map(exact, (entry.name, *entry.names))) for entry in kept}
    holders: dict[str, list[Entry]] = defaultdict(list)
    twins: dict[frozenset[str], list[Entry]] = defaultdict(list)
    for entry in kept:
        twins[forms[entry.ref]].append(entry)
        for form in forms[entry.ref]:
            holders[form].append(entry)
    taken = twinned = 0
    most = 0.0
    for name, entry in asked:
        others = [not is_there(other, entry) for other in holders[exact(name)]]
        same = sum(not is_there(other, entry) for other in twins[forms[entry.ref]])
        taken += any(others)
        twinned += not any(others) and same > 0
        most += (1.0 - sum(others) / len(others)) if any(others) else 1.0 / (1 + same)
    return taken / len(asked), twinned / len(asked), most / len(asked)


def spellings(table: Path, folder: Path, seed: int) -> None:
    """Print how often a held-out spelling finds its own entry, and how often it could."""
    entries = [e for e in read_wof(table) if e.kind not in ("district", "province", "country")]
    kept, asked = hold_out(entries, seed)
    path = folder / "held.sqlite"
    build_file(path, [Batch(WOF, kept)])
    gazetteer = Gazetteer(path)
    first = five = same_first = same_five = 0
    missed = []
    for name, entry in asked:
        found = gazetteer.lookup(name, 5)
        hits = [p.id == entry.ref or (abs(p.lat - entry.lat) < 0.03 and abs(p.lon - entry.lon) < 0.03) for p in found]
        first += hits[:1] == [True]
        five += any(hits)
        own = [strict(p.name) == strict(entry.name) for p in found]
        same_first += any((hits[:1], own[:1])[k] == [True] for k in (0, 1))
        same_five += any(hits) or any(own)
        if not any(hits) and not any(own):
            missed.append(f"{name} ({entry.name})")
    print(f"held-out spellings: {len(asked)} of {len(entries)} places")
    print(f"its own entry: top 1 {first / len(asked):.3f}, top 5 {five / len(asked):.3f}")
    shares = f"top 1 {same_first / len(asked):.3f}, top 5 {same_five / len(asked):.3f}"
    taken, twinned, most = ceiling(kept, asked)
    print(f"at best: top 1 {most:.3f} ({taken:.3f} are another place's very spelling, {twinned:.3f} have a twin)")
    print(f"its own entry or a namesake of it, which the name cannot tell apart: {shares}")
    print("missed:", "; ".join(random.Random(1).sample(missed, min(60, len(missed)))))


def many(tables: list[Path], count: int) -> Iterator[Entry]:
    """``count`` entries from the tables, repeated under other refs where they do not suffice."""
    made = 0
    for turn in range(1000):
        for table in tables:
            for entry in read_wof(table):
                if made == count:
                    return
                yield replace(entry, ref=f"{entry.ref}.{turn}", lat=max(-90.0, entry.lat - turn * 0.1))
                made += 1


def size_and_speed(tables: list[Path], count: int, folder: Path) -> None:
    """Print the build time, file size and mean look-up time of a large gazetteer."""
    path = folder / "large.sqlite"
    wall, work = time.perf_counter(), time.process_time()
    build_file(path, [Batch(WOF, many(tables, count))])
    wall, work = time.perf_counter() - wall, time.process_time() - work
    print(f"{count} entries: built in {wall:.1f} s ({work:.1f} s of work), {path.stat().st_size / 1e6:.0f} MB")
    names = [entry.name for entry in many(tables, 3000)] + [
        entry.names[-1] for entry in many(tables, 3000) if entry.names
    ]
    gazetteer = Gazetteer(path)
    gazetteer.lookup("warm")
    start = time.process_time()
    for name in names:
        gazetteer.lookup(name)
    print(f"{len(names)} look-ups: {(time.process_time() - start) / len(names) * 1000:.3f} ms of work each")


def main() -> None:
    """Run both measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--entries", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=7, help="which spellings are held out")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        spellings(args.tables[0], Path(folder), args.seed)
        if args.entries:
            size_and_speed(args.tables, args.entries, Path(folder))


if __name__ == "__main__":
    main()
