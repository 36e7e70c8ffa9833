"""Incidents against hand-joined ones; near-copies; growth; judgements: python -m bench.incidents LEDGER [GOLD].

python -m bench.incidents ledger.db gold.jsonl score_incidents.py
python -m bench.incidents ledger.db --growth 1 10 100
python -m bench.incidents ledger.db --copies
python -m bench.incidents ledger.db --judgements 200
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.copies import corpora, near_copies, texts_of
from contested.flow.reconciling import NOW, Matter, derive, matter_of, no_collection
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.reads import open_ledger
from contested.model.judgement import Judgement
from contested.packs.load import load_packs
from contested.reconcile.roots import repetitions
from contested.views.incidents import wire


def main() -> None:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("gold", nargs="?")
    asked.add_argument("score", nargs="?", help="a program that compares gold and incidents")
    asked.add_argument("--growth", nargs="*", type=int)
    asked.add_argument("--copies", action="store_true")
    asked.add_argument("--judgements", type=int)
    given = asked.parse_args()
    with open_ledger(given.ledger) as ledger:
        matter = matter_of(ledger, NOW)
    if given.gold:
        scored(matter, given.gold, given.score)
    if given.growth:
        growth(matter, given.growth)
    if given.copies:
        copies(matter)
    if given.judgements:
        judged(matter, given.judgements)


def scored(matter: Matter, gold: str, score: str) -> None:
    """What the scorer says of the incidents."""
    build, _ = derive(matter, load_packs(DEFAULT_PACKS), {})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(wire(incident) + "\n" for incident in build.incidents)
        out.flush()
        print(
            subprocess.run([sys.executable, score, gold, out.name], check=True, capture_output=True, text=True).stdout
        )


def growth(matter: Matter, times: list[int]) -> None:
    """Milliseconds a claim at each size, and the ratio to the first."""
    pack, first = load_packs(DEFAULT_PACKS), 0.0
    base = list(matter.claims.values())
    for size in times:
        claims = {claim.id: claim for claim in corpora(base, size)}
        texts = list(texts_of(matter.texts, size))
        started = time.process_time()
        with no_collection():
            _, done = derive(Matter(claims, texts, {}, []), pack, {})
        each = 1000 * (time.process_time() - started) / len(claims)
        first = first or each
        print(
            f"{len(texts):7,} reports {len(claims):9,} claims {done.incidents:8,} incidents "
            f"{done.compared / len(claims):.2f} pairs a claim {each:.3f} ms a claim {each / first:.2f} times",
            flush=True,
        )


def copies(matter: Matter, count: int = 100) -> None:
    """Recall of true pairs, precision of all pairs found among 100 reports, no two alike, and four versions of each."""
    alike = {report for link in repetitions(matter.texts) for report in (link.later, link.earlier)}
    unlike = [text for text in sorted(matter.texts, key=lambda t: t.report) if text.report not in alike]
    made, true = near_copies(unlike[:count])
    found = {frozenset((link.later, link.earlier)) for link in repetitions(made)}
    right = {pair for pair in found if len({report.partition("/")[0] for report in pair}) == 1}
    recall, precision = len(true & found) / len(true), len(right) / max(1, len(found))
    print(f"{len(unlike[:count])} reports: recall {recall:.3f} precision {precision:.3f}")


def judged(matter: Matter, count: int) -> None:
    """Whether incidents are the same under judgements in any order, and every judgement holds."""
    rng, ids, pack = random.Random(7), sorted(matter.claims), load_packs(DEFAULT_PACKS)
    made = [
        Judgement.make(kind, tuple(rng.sample(ids, 1 if kind == "reject" else 2)), "bench", f"2020-01-01T00:00:{n:06d}")  # type: ignore[arg-type]
        for n, kind in enumerate(rng.choices(("merge", "split", "reject"), k=count))
    ]
    results = []
    for _ in range(2):
        rng.shuffle(made)
        shuffled = dict(rng.sample(sorted(matter.claims.items()), len(matter.claims)))
        build, _ = derive(Matter(shuffled, matter.texts, matter.refs, list(made)), pack, {})
        results.append(build.incidents)
    home = {claim: i.id for i in results[0] for claim in i.claims}
    kept = sum(holds(judgement, home) for judgement in made)
    print(f"{count} judgements: same incidents {results[0] == results[1]}, {kept} hold")


def holds(judgement: Judgement, home: dict[str, str]) -> bool:
    """Whether the incidents are as judged; a claim that is in no incident contradicts nothing."""
    at = [home.get(claim) for claim in judgement.claims]
    if judgement.kind == "reject":
        return at[0] is None
    if None in at:
        return True
    return (at[0] == at[1]) == (judgement.kind == "merge")


if __name__ == "__main__":
    main()
