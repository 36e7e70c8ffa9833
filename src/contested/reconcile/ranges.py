"""The range of each toll of one incident under each reading, with the rule that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from contested.model.incident import TollFigure, TollRange
from contested.reconcile.toll_model import together

SLIVER = 4  # a report whose whole toll is that many times below the others' tells of a part


def ranges_of(figures: Sequence[TollFigure], sides: dict[str, str | None]) -> tuple[TollRange, ...]:
    """Ranges by kind and side counted; ``sides`` tells the side of each claim's source."""
    found: list[TollRange] = []
    for kind in dict.fromkeys(figure.kind for figure in figures):
        of_kind = [figure for figure in figures if figure.kind == kind and figure.counts != "sum"]
        found += ranges(of_kind, None, sides)
        joint = together(of_kind, kind) if len(of_kind) > 1 else None
        found += [replace(joint, kind=kind)] if joint else []
        for side in sorted({figure.side for figure in of_kind if figure.side}):
            found += ranges([figure for figure in of_kind if figure.side == side], side, {})
    return tuple(found)


def ranges(figures: Sequence[TollFigure], side: str | None, sides: dict[str, str | None]) -> Iterator[TollRange]:
    """The readings of one kind: any source, the latest day, one figure a root, each source's side."""
    chosen = list(chosen_figures(figures))
    if not chosen:
        return
    yield span(chosen, side, "any", "lowest and highest of what each report tells of the whole toll")
    if side is not None:
        return
    days = {figure.published for figure in chosen if figure.published}
    if len(days) > 1:
        latest = [figure for figure in chosen if figure.published == max(days)]
        yield span(latest, side, "latest", f"the reports of {max(days)}, the latest day")
    firsts = {figure.root: figure for figure in sorted(chosen, key=lambda f: (f.published or "", f.claim))}
    yield span(list(firsts.values()), side, "roots", "each root once, by its latest figure")
    for speaker in sorted({s for f in chosen if (s := sides.get(f.claim))}):
        held = [figure for figure in chosen if sides.get(figure.claim) == speaker]
        yield span(held, side, speaker, f"sources on the side {speaker}")


def span(figures: Sequence[TollFigure], side: str | None, by: str, rule: str) -> TollRange:
    """From the lowest to the highest figure, with the claims that gave the bounds."""
    low = min(figures, key=lambda f: (number(f), f.claim))
    high = max(figures, key=lambda f: (top(f), f.claim))
    is_open = any(figure.high is None and number(figure) == top(high) for figure in figures)
    claims = tuple(dict.fromkeys((low.claim, high.claim)))
    return TollRange(low.kind, side, by, number(low), top(high), is_open, claims, rule)


def chosen_figures(figures: Sequence[TollFigure]) -> Iterable[TollFigure]:
    """The figures that each report tells of the whole toll: the number it repeats most, and every voice's own.

    Parts, additions and vague words count only where nothing better is told, and a report that is far below all others
    tells of a part.
    """
    best = next(
        (b for kinds in (("whole",), ("vague",), ("addition", "part")) if (b := counted_as(figures, kinds))), []
    )
    per_report: dict[str, list[TollFigure]] = {}
    for figure in best:
        per_report.setdefault(figure.report, []).append(figure)
    mains = {report: main_number(held) for report, held in per_report.items()}
    middle = median(mains.values()) if mains else 0
    for report, held in per_report.items():
        if mains[report] * SLIVER < middle:
            continue
        yield from (figure for figure in held if number(figure) == mains[report])


def counted_as(figures: Sequence[TollFigure], kinds: tuple[str, ...]) -> list[TollFigure]:
    """The figures that count so."""
    return [figure for figure in figures if figure.counts in kinds]


def main_number(figures: Sequence[TollFigure]) -> int:
    """The number told most often, the first told of equals."""
    numbers = [number(figure) for figure in figures]
    return max(dict.fromkeys(numbers), key=numbers.count)


def number(figure: TollFigure) -> int:
    """The number told: the lower bound, else the upper one."""
    return figure.low if figure.low is not None else figure.high or 0


def top(figure: TollFigure) -> int:
    """The largest number told."""
    return figure.high if figure.high is not None else figure.low or 0
