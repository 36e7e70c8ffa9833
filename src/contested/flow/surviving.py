"""One report that Contested itself fails on is told and left; every other report of the batch is read."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import contested
from contested.model.errors import ContestedError
from contested.model.report import Report, Skip

Item = TypeVar("Item")
Made = TypeVar("Made")
Failed = TypeVar("Failed")
Work = Callable[[Sequence[Item]], Iterator[Made]]
Fail = Callable[[Item, Exception], Failed]
PACKAGE = Path(contested.__file__).parent
REMEDY = "an error of Contested's own, please report it; everything else is read, and the next run tries this one again"


def surviving(work: Work[Report, Made], reports: Sequence[Report]) -> Iterator[Made | Skip]:
    """What ``work`` makes of each report, in their order; a Skip for each that it fails on."""
    return each_surviving(work, reports, failure)


def each_surviving(
    work: Work[Item, Made], items: Sequence[Item], failed: Fail[Item, Failed]
) -> Iterator[Made | Failed]:
    """What ``work`` makes of each item, in their order; for each that it fails on what ``failed`` makes of the error.

    The batch is worked on as a whole; where that fails, the items still to come are worked on one by one, since a
    parser that takes many at once does not tell which of them it failed on. Raises ContestedError, as ``work`` does.
    """
    done = 0
    try:
        for made in work(items):
            yield made
            done += 1
    except ContestedError:
        raise
    except Exception:  # noqa: BLE001  # what is wrong is told by the items one by one
        for item in items[done:]:
            yield from alone(work, item, failed)


def alone(work: Work[Item, Made], item: Item, failed: Fail[Item, Failed]) -> Iterator[Made | Failed]:
    """What ``work`` makes of one item, or what ``failed`` makes of the error."""
    try:
        yield from list(work([item]))
    except ContestedError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, the other items are read
        yield failed(item, error)


def failure(report: Report, error: Exception) -> Skip:
    """The report's file and name, the error, and the line of Contested's code at which it arose."""
    where = report.origin if report.ref == Path(report.origin).stem else f"{report.origin or 'report'} ({report.ref})"
    every = traceback.extract_tb(error.__traceback__)
    frames = [f for f in every if Path(f.filename).is_relative_to(PACKAGE) and f.filename != __file__]
    line = f" at {Path(frames[-1].filename).relative_to(PACKAGE).as_posix()}:{frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())[:200]
    return Skip(where, f"could not be read: {type(error).__name__}{f': {words}' if words else ''}{line}", REMEDY)
