"""An incident's figures as a model of wholes and parts, for the solver."""

from __future__ import annotations

from collections.abc import Sequence

from contested.model.incident import TollFigure, TollRange
from contested.reconcile.nesting import Parts
from contested.reconcile.tolls import Model, Told, bounds
from contested.reconcile.wordings import words_of

MOST_FIGURES = 60  # of one incident and kind; of more, one a report and number


def model_of(figures: Sequence[TollFigure], kind: str) -> Model:
    """Wholes, the parts told of them, and sides, which exclude each other and lie within the whole.

    Vague words and additions say nothing that must hold of the whole; a sum over many incidents is left out.
    """
    model = Model()
    held = [figure for figure in figures if figure.kind == kind and figure.counts in ("whole", "part")]
    sides: set[str] = set()
    for figure in thinned(held):
        if figure.counts == "whole":
            # A report that counts one side's dead tells the whole of that side, and at least that of everyone.
            name = (kind, figure.side)
            sides |= {figure.side} if figure.side else set()
        else:
            name = (kind, " ".join(words_of(figure.who or "a part")[-1:]) + " (part)")
            model.parts.append(Parts((kind, None), (name,)))
        model.told.append(Told(figure.claim, name, figure.low, figure.high))
    if sides:
        model.parts.append(Parts((kind, None), tuple((kind, side) for side in sorted(sides))))
    return model


def thinned(figures: Sequence[TollFigure]) -> Sequence[TollFigure]:
    """All figures, or where they are very many one for each count told."""
    if len(figures) <= MOST_FIGURES:
        return figures
    return list({(f.counts, f.side, f.who if f.counts == "part" else "", f.low, f.high): f for f in figures}.values())


def together(figures: Sequence[TollFigure], kind: str) -> TollRange | None:
    """What the toll of everyone must be if every claim holds at once; None where they cannot, or nothing is told."""
    model = model_of(figures, kind)
    if not model.told:
        return None
    found = bounds(model, {(kind, None): 1})
    if found is None:
        return None
    low, high = found
    rule = "what must hold if all wholes and parts told hold at once (linear bounds)"
    claims = tuple(sorted({told.claim for told in model.told}))
    return TollRange(figures[0].kind, None, "together", low, low if high is None else high, high is None, claims, rule)
