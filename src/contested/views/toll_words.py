"""The tolls of one incident in sentences: a range a harm and side, never two sides in one, and who tells it."""

from __future__ import annotations

from collections.abc import Iterator

from contested.model.incident import Incident, TollFigure, TollRange
from contested.model.quantity import Quantity
from contested.views.document import Sentence
from contested.views.standing import Telling
from contested.views.toll_ranges import lowest, range_words, side_ranges

HARMS = ("killed", "injured", "captured", "missing", "displaced", "abducted", "evacuated")


def tolls(incident: Incident, telling: Telling) -> Iterator[Sentence]:
    """Each harm and side with its range, then under it each figure with who tells it, where they are several."""
    for kind in HARMS:
        for toll in side_ranges(incident, kind):
            figures = [f for f in incident.figures if f.kind == kind and (f.side == toll.side or toll.side is None)
                       and f.counts != "sum"]  # fmt: skip
            if toll.side is None and len(side_ranges(incident, kind)) > 1:
                figures = [f for f in figures if f.side is None]
            yield from told(toll, figures, telling)


def told(toll: TollRange, figures: list[TollFigure], telling: Telling) -> Iterator[Sentence]:
    """One range with its figures."""
    whole = [figure for figure in figures if figure.counts == "whole"] or figures
    by_words: dict[str, dict[str, None]] = {}
    for figure in sorted(whole, key=lambda f: (lowest(f), f.claim)):
        part = "" if figure.counts == "whole" else f" ({figure.counts})"
        by_words.setdefault(str(Quantity(figure.low, figure.high)) + part, {})[figure.claim] = None
    label = f"{toll.kind.capitalize()}, {toll.side or 'side not told'}: {range_words(toll)}"
    if len(by_words) == 1:
        ((_, ids),) = by_words.items()
        yield telling.sentence(f"{label}, according to {telling.speakers(ids)}", ids)
        return
    yield telling.sentence(label, toll.claims)
    for words, ids in by_words.items():
        yield telling.sentence(f"{words}, according to {telling.speakers(ids)}", ids, 1)
    besides = [figure for figure in figures if figure not in whole]
    if besides:
        text = ", ".join(dict.fromkeys(f"{Quantity(f.low, f.high)} ({f.counts})" for f in besides))
        yield telling.sentence(f"Parts and vague words besides: {text}", [f.claim for f in besides], 1)
