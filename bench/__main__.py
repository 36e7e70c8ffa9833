"""Measure accuracy, neutrality and speed, beside peers' figures and against pinned floors.

    python -m bench [TASK…] [--write-floors [--lower REASON]]

TASK is a task or the beginning of its name ("claims"); all by default. Exit status 1: a figure fell below its floor,
or a task failed. Tasks whose corpora are not beside the project are skipped, with a message.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpora import ROOT
from bench.gate import Result, judge, load_floors, pin, save_floors
from bench.tasks import TASKS, Task, TaskError
from bench.verdicts import load_peers, print_result
from contested.model.errors import ContestedError

FLOORS = ROOT / "bench" / "floors.json"


def chosen(wanted: Sequence[str]) -> list[Task]:
    """The tasks whose names begin with one of the words; raises SystemExit for a word that fits none."""
    for word in wanted:
        if not any(task.name.startswith(word) for task in TASKS):
            raise SystemExit(f"no task {word!r}; there are {', '.join(task.name for task in TASKS)}")
    return [task for task in TASKS if not wanted or task.name.startswith(tuple(wanted))]


def run_all(tasks: Sequence[Task]) -> Iterator[Result | str]:
    """Each task's result, or the name of the task where it failed; progress and skips go to stderr."""
    for task in tasks:
        obstacle = task.obstacle()
        if obstacle is not None:
            print(f"{task.name}: skipped, {obstacle}", file=sys.stderr)
            continue
        print(f"{task.name} …", file=sys.stderr, flush=True)
        begun = time.perf_counter()
        try:
            with tempfile.TemporaryDirectory() as folder:
                yield task.run(Path(folder))
        except TaskError as error:
            print(f"{task.name}: failed: {error}", file=sys.stderr)
            yield task.name
        print(f"{task.name}: {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run, print, compare or pin; exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--write-floors", action="store_true", help="pin what is measured now")
    parser.add_argument("--lower", metavar="REASON", help="let floors be lowered; the reason is kept in the file")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    options = parser.parse_args(argv)
    if options.lower is not None and not options.lower.strip():
        parser.error("--lower needs a reason")
    peers, floors = load_peers(), load_floors(options.floors)
    results: list[Result] = []
    bad: list[str] = []
    for result in run_all(chosen(options.tasks)):
        if isinstance(result, str):
            bad.append(f"{result} failed")
            continue
        results.append(result)
        verdicts = judge(result, floors)
        print_result(result, verdicts, peers.get(result.task, {}))
        bad += [
            f"{result.task}: {v.figure.name} fell from {v.floor} to {v.figure.value:.4f}"
            for v in verdicts
            if v.outcome == "fallen"
        ]
    if options.write_floors:
        save_floors(options.floors, pin(results, floors, options.lower))
        print(f"floors pinned in {options.floors}")
        bad = [line for line in bad if line.endswith("failed")]
    for line in bad:
        print(f"NOT GOOD: {line}")
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except ContestedError as error:
        raise SystemExit(f"bench: {error}") from error
