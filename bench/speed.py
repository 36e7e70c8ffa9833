"""What the whole costs against bare spaCy, over the same texts, in turns, in one process.

    python -m bench.speed [--all | --texts N] [--json OUT]

Bare spaCy is the tagger, the parser and the entity recogniser of the default pipeline. "whole" is annotate and claims;
"whole + ledger" also writes them. Turns change order from chunk to chunk, so that a slow moment of the machine
strikes both; the ratio is the median over the chunks. CPU seconds of the process are counted, since others may work.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import spacy

from bench.corpora import REPORTS, read_lines
from bench.gate import Figure
from bench.stages import Stopwatch, watched
from contested.flow.into_ledger import read_into
from contested.flow.rules import DEFAULT_MODEL, Settings
from contested.flow.stages import compile_claims, make_annotator
from contested.model.report import Report
from contested.read.table import report_from_row

CHUNK, WARM, SAMPLE = 10, 8, 120
BARE = ("tok2vec", "tagger", "parser", "ner")
Turn = Callable[[Sequence[Report]], object]


@dataclass(slots=True)
class Seconds:
    """CPU seconds of each contender, one entry a chunk."""

    bare: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    ledger: list[float] = field(default_factory=list)


def reports_to_read(count: int | None) -> list[Report]:
    """Evenly spread reports of the corpus, those that warm up first; None: all."""
    reports = [report_from_row(row) for row in read_lines(REPORTS)]
    if count is None or count + WARM >= len(reports):
        return reports
    wanted = count + WARM
    return [reports[i * len(reports) // wanted] for i in range(wanted)]


def turns(folder: Path) -> dict[str, Turn]:
    """The contenders; each reads a chunk of reports."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.select_pipes(enable=list(BARE))
    settings = Settings()
    annotator = make_annotator(settings)
    return {
        "bare": lambda reports: list(nlp.pipe([report.text for report in reports], batch_size=32)),
        "whole": lambda reports: list(compile_claims(annotator, reports)),
        "ledger": lambda reports: read_into(folder / "speed.db", reports, settings),
    }


def race(contenders: dict[str, Turn], reports: Sequence[Report]) -> Seconds:
    """Every contender over every chunk; the order turns from chunk to chunk."""
    seconds, order = Seconds(), list(contenders)
    for name in order:
        contenders[name](reports[:WARM])
    for chunk in chunks(reports[WARM:]):
        for name in order:
            begun = time.process_time()
            contenders[name](chunk)
            getattr(seconds, name).append(time.process_time() - begun)
        order = [*order[1:], order[0]] if len(order) > 2 else order[::-1]
    return seconds


def chunks(reports: Sequence[Report]) -> Iterator[Sequence[Report]]:
    """Reports in tens."""
    for start in range(0, len(reports), CHUNK):
        yield reports[start : start + CHUNK]


def ratio(ours: Sequence[float], bare: Sequence[float]) -> float:
    """The median over chunks."""
    return statistics.median(a / b for a, b in zip(ours, bare, strict=True))


def start_up() -> float:
    """Seconds that ``contested --help`` takes beyond Python itself, medians of five."""
    commands = ([sys.executable, "-m", "contested.cli", "--help"], [sys.executable, "-c", "pass"])
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(5):
        for command, spent in zip(commands, times, strict=True):
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            spent.append(time.perf_counter() - begun)
    return statistics.median(times[0]) - statistics.median(times[1])


def figures_of(seconds: Seconds) -> list[Figure]:
    """What the gate pins; memory is the peak of this process, two pipelines loaded."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        Figure("times bare spaCy", ratio(seconds.whole, seconds.bare), ceiling=True, slack=0.08),
        Figure("with the ledger", ratio(seconds.ledger, seconds.bare), ceiling=True, slack=0.1),
        Figure("start-up seconds", start_up(), ceiling=True, slack=0.15),
        Figure("peak memory GB", peak / 1024, ceiling=True, slack=0.1),
    ]


def print_stages(reports: Sequence[Report], bare: float) -> None:
    """Where the time goes: milliseconds a report, and hundredths of bare spaCy."""
    annotator, watch = make_annotator(Settings()), Stopwatch()
    begun = time.process_time()
    with watched(watch):
        list(compile_claims(annotator, reports))
    whole = time.process_time() - begun
    rows = [*watch.own.items(), ("tokenise, tag, parse", whole - sum(watch.own.values()))]
    print(f"\n{'stage':28} ms/report   % of bare spaCy")
    for name, spent in sorted(rows, key=lambda row: -row[1]):
        print(f"  {name:28} {1000 * spent / len(reports):7.2f}   {100 * spent / bare:6.1f}")


def main() -> None:
    """Race, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=SAMPLE)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    reports = reports_to_read(None if args.all else args.texts)
    with tempfile.TemporaryDirectory() as folder:
        seconds = race(turns(Path(folder)), reports)
    print(f"{len(reports) - WARM} reports, CPU seconds: bare {sum(seconds.bare):.2f}, whole {sum(seconds.whole):.2f}")
    figures = figures_of(seconds)
    for figure in figures:
        print(f"  {figure.name:28} {figure.value:7.3f}")
    if args.json is not None:
        args.json.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")
    print_stages(reports[WARM:], sum(seconds.bare))


if __name__ == "__main__":
    main()
