"""Floors: every figure may rise, none may fall unseen; each is pinned with a hash of the corpus it was measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from contested.model.errors import ReadError

Outcome = Literal["held", "risen", "fallen", "new", "other corpus"]
SLACK = 0.0015  # of a figure between 0 and 1: rounding, and libraries that break ties otherwise


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; ``slack`` is how far it may fall (``ceiling``: rise) before that counts."""

    name: str
    value: float
    ceiling: bool = False
    slack: float = SLACK


@dataclass(frozen=True, slots=True)
class Result:
    """What a task measured, and the SHA-256 of each corpus file by its name."""

    task: str
    figures: tuple[Figure, ...]
    corpora: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure against its floor; no floor where none is pinned."""

    figure: Figure
    outcome: Outcome
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Floors:
    """``tasks``: corpora and floors by task; ``lowered``: each time one was lowered, with the reason."""

    tasks: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)


def load_floors(path: Path) -> Floors:
    """The pinned floors, none where there is no file; raises ReadError where it is broken."""
    if not path.is_file():
        return Floors()
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        floors = Floors(dict(table["tasks"]), list(table["lowered"]))
        for pinned in floors.tasks.values():
            dict(pinned["corpora"]), {name: float(value) for name, value in pinned["floors"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(str(path), f"holds no floors: {error!r}", "restore it from the repository") from error
    return floors


def save_floors(path: Path, floors: Floors) -> None:
    """Write the floors, tasks in the order of their names."""
    table = {"tasks": dict(sorted(floors.tasks.items())), "lowered": floors.lowered}
    path.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def judge(result: Result, floors: Floors) -> list[Verdict]:
    """Each figure of a result against its floor; nothing is compared across different corpora."""
    pinned = floors.tasks.get(result.task)
    if pinned is None:
        return [Verdict(figure, "new") for figure in result.figures]
    same = pinned["corpora"] == dict(result.corpora)
    return [verdict_on(figure, pinned["floors"].get(figure.name), same) for figure in result.figures]


def verdict_on(figure: Figure, floor: float | None, same_corpus: bool) -> Verdict:
    """One figure against its floor."""
    if floor is None:
        return Verdict(figure, "new")
    if not same_corpus:
        return Verdict(figure, "other corpus", floor)
    gain = floor - figure.value if figure.ceiling else figure.value - floor
    outcome: Outcome = "fallen" if gain < -figure.slack else "risen" if gain > figure.slack else "held"
    return Verdict(figure, outcome, floor)


def pin(results: Iterable[Result], floors: Floors, reason: str | None) -> Floors:
    """New floors from results, others kept; raises ReadError where one would be lowered without a reason."""
    tasks, lowered = dict(floors.tasks), list(floors.lowered)
    for result in results:
        fallen = falls(result, floors)
        if fallen and reason is None:
            names = ", ".join(f"{name} from {old:.3f} to {new:.3f}" for name, old, new in fallen)
            raise ReadError(result.task, f"would be lowered: {names}", "make it good, or say why with --lower REASON")
        lowered += [{"task": result.task, "figure": n, "from": o, "to": w, "reason": reason} for n, o, w in fallen]
        values = {figure.name: round(figure.value, 4) for figure in result.figures}
        tasks[result.task] = {"corpora": dict(result.corpora), "floors": values}
    return Floors(tasks, lowered)


def falls(result: Result, floors: Floors) -> Sequence[tuple[str, float, float]]:
    """Name, old and new value of each figure worse than its floor, whatever the corpus; a figure gone is no fall."""
    pinned = floors.tasks.get(result.task, {"floors": {}})["floors"]
    judged = [verdict_on(figure, pinned.get(figure.name), True) for figure in result.figures]
    return [
        (v.figure.name, v.floor, round(v.figure.value, 4))
        for v in judged
        if v.outcome == "fallen" and v.floor is not None
    ]


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
