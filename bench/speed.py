"""What the whole costs against bare spaCy, over the same texts, in turns, in one process.

    python -m bench.speed [--all | --texts N] [--with-ledger] [--json OUT]

Bare spaCy is the tagger, the parser and the entity recogniser of the default pipeline. "whole" is annotate and claims;
with the ledger, in a process of its own since names once looked up are remembered, it also writes them. Turns change
order from chunk to chunk, so that a slow moment of the machine strikes both; the ratio is the median over the chunks.
CPU seconds of the process are counted, since others may work.
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

from bench.corpora import REPORTS, ROOT, read_lines
from bench.gate import Figure
from bench.stages import Stopwatch, watched
from contested.flow.into_ledger import read_into
from contested.flow.rules import DEFAULT_MODEL, Settings
from contested.flow.stages import compile_claims, make_annotator
from contested.model.report import Report, report_id
from contested.read.table import report_from_row

CHUNK, WARM, SAMPLE = 10, 8, 120
BARE = ("tok2vec", "tagger", "parser", "ner")
Turn = Callable[[Sequence[Report]], object]


@dataclass(slots=True)
class Seconds:
    """CPU seconds of bare spaCy and of the project, one entry a chunk."""

    bare: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The median over the chunks."""
        return statistics.median(a / b for a, b in zip(self.ours, self.bare, strict=True))


def reports_to_read(count: int | None) -> list[Report]:
    """Evenly spread reports of the corpus, those that warm up first; None: all."""
    reports = [report_from_row(row) for row in read_lines(REPORTS)]
    if count is None or count + WARM >= len(reports):
        return reports
    wanted = count + WARM
    return [reports[i * len(reports) // wanted] for i in range(wanted)]


def bare_turn() -> Turn:
    """spaCy's own components over a chunk's texts."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.select_pipes(enable=list(BARE))
    return lambda reports: list(nlp.pipe([report.text for report in reports], batch_size=32))


def our_turn(ledger: Path | None) -> Turn:
    """The project over a chunk of reports, into a ledger that grows from chunk to chunk where one is given."""
    if ledger is not None:
        return lambda reports: read_into(ledger, reports, Settings())
    annotator = make_annotator(Settings())
    return lambda reports: list(compile_claims(annotator, reports))


def race(bare: Turn, ours: Turn, reports: Sequence[Report]) -> Seconds:
    """Both over every chunk; who begins changes from chunk to chunk."""
    seconds = Seconds()
    order = [(bare, seconds.bare), (ours, seconds.ours)]
    for turn, _ in order:
        turn(reports[:WARM])
    for chunk in chunks(reports[WARM:]):
        for turn, spent in order:
            begun = time.process_time()
            turn(chunk)
            spent.append(time.process_time() - begun)
        order.reverse()
    return seconds


def chunks(reports: Sequence[Report]) -> Iterator[Sequence[Report]]:
    """Reports in tens."""
    for start in range(0, len(reports), CHUNK):
        yield reports[start : start + CHUNK]


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


def with_ledger(texts: int | None) -> float:
    """The ratio with the ledger, measured by this module in another process."""
    size = ["--all"] if texts is None else ["--texts", str(texts)]
    command = [sys.executable, "-m", "bench.speed", "--with-ledger", *size]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return float(done.stdout.split()[-1])


def figures_of(seconds: Seconds, texts: int | None) -> list[Figure]:
    """What the gate pins; memory is the peak of this process, with two pipelines loaded."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return [
        Figure("times bare spaCy", seconds.ratio, ceiling=True, slack=0.08),
        Figure("with the ledger", with_ledger(texts), ceiling=True, slack=0.1),
        Figure("one long report against many", at_length(reports_to_read(SAMPLE)), ceiling=True, slack=0.3),
        Figure("start-up seconds", start_up(), ceiling=True, slack=0.15),
        Figure("peak memory GB", peak, ceiling=True, slack=0.1),
    ]


def at_length(reports: Sequence[Report]) -> float:
    """CPU seconds of reading reports as one long text, as a multiple of reading them one by one."""
    text = "\n\n".join(report.text for report in reports)
    annotator, spent = make_annotator(Settings()), []
    for told in (reports, [Report(report_id(text), "long", text)]):
        begun = time.process_time()
        list(compile_claims(annotator, told))
        spent.append(time.process_time() - begun)
    return spent[1] / spent[0]


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
    parser.add_argument("--with-ledger", action="store_true", help="print this ratio alone")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    texts = None if args.all else args.texts
    reports = reports_to_read(texts)
    if args.with_ledger:
        with tempfile.TemporaryDirectory() as folder:
            print(race(bare_turn(), our_turn(Path(folder) / "speed.db"), reports).ratio)
        return
    seconds = race(bare_turn(), our_turn(None), reports)
    print(f"{len(reports) - WARM} reports, CPU seconds: bare {sum(seconds.bare):.2f}, whole {sum(seconds.ours):.2f}")
    figures = figures_of(seconds, texts)
    for figure in figures:
        print(f"  {figure.name:28} {figure.value:7.3f}")
    if args.json is not None:
        args.json.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")
    print_stages(reports[WARM:], sum(seconds.bare))


if __name__ == "__main__":
    main()
