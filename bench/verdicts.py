"""Print figures beside their floors, the marks to reach and what others get."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.gate import Figure, Result, Verdict

PEERS = Path(__file__).with_name("peers.toml")
Peers = Mapping[str, Mapping[str, Any]]


def load_peers(path: Path = PEERS) -> dict[str, Peers]:
    """Marks and others' figures by task and figure."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def print_result(result: Result, verdicts: Sequence[Verdict], peers: Peers) -> None:
    """One line a figure."""
    print(f"\n{result.task:26}   here  floor   mark   others")
    for verdict in verdicts:
        print(line_of(verdict, peers.get(verdict.figure.name, {})))


def line_of(verdict: Verdict, known: Mapping[str, Any]) -> str:
    """A figure, its floor, its mark and whether that is reached, others' figures, and what became of the floor."""
    figure, mark = verdict.figure, known.get("mark")
    floor = "      " if verdict.floor is None else f"{verdict.floor:6.3f}"
    wanted = "      " if mark is None else f"{mark:5.2f}{' ' if reached(figure, mark) else '!'}"
    others = ", ".join(f"{name} {value:.3f}" for name, value in known.get("peers", {}).items())
    said = "" if verdict.outcome in ("held", "new") else f"  [{verdict.outcome}]"
    return f"  {figure.name:24} {figure.value:6.3f} {floor} {wanted}  {others}{said}".rstrip()


def reached(figure: Figure, mark: float) -> bool:
    """Whether a figure is as good as its mark."""
    return figure.value <= mark if figure.ceiling else figure.value >= mark
