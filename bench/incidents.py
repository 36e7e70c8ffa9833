"""Incidents against hand-joined ones; near-copies; growth; judgements: python -m bench.incidents [LEDGER].

python -m bench.incidents                            the gold beside the project, a ledger of its own
python -m bench.incidents --json figures.json
python -m bench.incidents ledger.db --growth 1 10 100
python -m bench.incidents ledger.db --copies
python -m bench.incidents ledger.db --judgements 200

Without LEDGER the corpus is read into one under build/bench, which is read anew only where the corpus or the rules of
reading changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

from bench.copies import corpora, near_copies, texts_of
from bench.corpora import GOLD, REPORTS, ROOT, SHARED
from bench.gate import Figure, hash_of
from contested.flow.reconciling import NOW, Matter, derive, matter_of, no_collection
from contested.flow.rules import DEFAULT_PACKS, Settings, rules_version
from contested.ledger.reads import open_ledger
from contested.model.judgement import Judgement, JudgementKind
from contested.packs.load import load_packs
from contested.reconcile.roots import repetitions
from contested.views.incidents import wire

GOLD_FILE = GOLD / "incidents-dev.jsonl"
SCORER = SHARED / "eval" / "score_incidents.py"
KEPT = ROOT / "build" / "bench"
FIGURES = {
    "F1": "F1", "purity": "purity", "recall": "recall", "toll range right": "toll range +right",
    "contradiction in the count seen": "contradiction in the count seen",
}  # fmt: skip


def main() -> None:
    """Measure what is asked for; the gold where nothing else is."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path, nargs="?", help="read already; otherwise one is made")
    asked.add_argument("gold", type=Path, nargs="?", default=GOLD_FILE)
    asked.add_argument("score", type=Path, nargs="?", default=SCORER, help="a program that compares gold and incidents")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write the gold's figures there")
    asked.add_argument("--growth", nargs="*", type=int)
    asked.add_argument("--copies", action="store_true")
    asked.add_argument("--judgements", type=int)
    given = asked.parse_args()
    with open_ledger(given.ledger or ledger_of(REPORTS)) as ledger:
        matter = matter_of(ledger, NOW)
    if given.json or not (given.growth or given.copies or given.judgements):
        printed = scored(matter, given.gold, given.score)
        print(printed)
        if given.json:
            given.json.write_text(json.dumps([asdict(figure) for figure in figures_in(printed)]), encoding="utf-8")
    if given.growth:
        growth(matter, given.growth)
    if given.copies:
        copies(matter)
    if given.judgements:
        judged(matter, given.judgements)


def ledger_of(reports: Path, folder: Path = KEPT) -> Path:
    """The ledger of a corpus as the present rules read it, made where it is not kept; older ones are removed."""
    state = hashlib.sha256(f"{hash_of(reports)} {rules_version(Settings())}".encode()).hexdigest()[:16]
    kept = folder / f"{reports.stem}-{state}"
    if not kept.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{reports.stem}-*"):
            shutil.rmtree(old)
        # A run that breaks off leaves no half of a ledger under the name that the next one looks for.
        with tempfile.TemporaryDirectory(dir=folder) as making:
            made = Path(making) / "made"
            made.mkdir()
            read_all(reports, made / "ledger.db")
            made.rename(kept)
    return kept / "ledger.db"


def read_all(reports: Path, ledger: Path) -> None:
    """Read a corpus into a ledger; raises SystemExit with the end of what was said where that fails."""
    command = (sys.executable, "-m", "contested.cli", "read", str(reports), "--ledger", str(ledger))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"reading {reports} failed: {(done.stderr or done.stdout).strip()[-400:]}")


def scored(matter: Matter, gold: Path, score: Path) -> str:
    """What the scorer says of the incidents."""
    build, _ = derive(matter, load_packs(DEFAULT_PACKS), {})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(wire(incident) + "\n" for incident in build.incidents)
        out.flush()
        command = (sys.executable, str(score), str(gold), out.name)
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def figures_in(printed: str) -> list[Figure]:
    """The figures in the scorer's lines; raises SystemExit where one is missing."""
    found = [(name, re.search(rf"{words} +(\d\.\d+)", printed)) for name, words in FIGURES.items()]
    missing = [name for name, match in found if match is None]
    if missing:
        raise SystemExit(f"no {', '.join(missing)} in {printed[:200]!r}")
    return [Figure(name, float(match[1])) for name, match in found if match]


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
    made = [made_up(rng, ids, number) for number in range(count)]
    results = []
    for _ in range(2):
        rng.shuffle(made)
        shuffled = dict(rng.sample(sorted(matter.claims.items()), len(matter.claims)))
        build, _ = derive(Matter(shuffled, matter.texts, matter.refs, list(made)), pack, {})
        results.append(build.incidents)
    home = {claim: i.id for i in results[0] for claim in i.claims}
    kept = sum(holds(judgement, home) for judgement in made)
    print(f"{count} judgements: same incidents {results[0] == results[1]}, {kept} hold")


def made_up(rng: random.Random, ids: list[str], number: int) -> Judgement:
    """A judgement of some kind on claims drawn by lot, later than the one before."""
    kind: JudgementKind = rng.choice(("merge", "split", "reject", "duplicate", "edit"))
    claims = tuple(rng.sample(ids, 1 if kind in ("reject", "edit") else 2))
    made = Judgement.make(kind, claims, "bench", f"2020-01-01T00:00:{number:06d}")
    return replace(made, field="event", value='"shelling"') if kind == "edit" else made


def holds(judgement: Judgement, home: dict[str, str]) -> bool:
    """Whether the incidents are as judged; a claim that is in no incident contradicts nothing."""
    at = [home.get(claim) for claim in judgement.claims]
    if judgement.kind == "edit":
        return True
    if judgement.kind in ("reject", "duplicate"):
        return at[0] is None
    if None in at:
        return True
    return (at[0] == at[1]) == (judgement.kind == "merge")


if __name__ == "__main__":
    main()
