"""The choice among the times an event may have, or none: weights learned from hand-coded reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from contested.claims.times.candidates import Candidate, Candidates
from contested.model.errors import PackError

NOTHING = repeat(0.0)
Weights = Mapping[str, Mapping[str, float]]


@cache
def choice_weights() -> Mapping[str, Weights]:
    """The weights of both passes, "own" and "story": by the kind of reason, by trait; PackError where broken."""
    try:
        raw = json.loads(files("contested.claims").joinpath("weights/when.json").read_text(encoding="utf-8"))
        return {step: {kind: dict(table) for kind, table in raw[step].items()} for step in ("own", "story")}
    except (ValueError, KeyError, AttributeError) as error:
        raise PackError(
            "weights/when.json", f"is no table of weights: {error}", "train it anew with bench/train_when.py"
        ) from error


def choose(
    found: Candidates, traits: Sequence[str], general: Sequence[str], weights: Weights
) -> tuple[Candidate | None, float]:
    """The weightiest candidate, or None where none weighs more than nothing; and how much more it weighs."""
    anyway = weights.get("any", {}).get
    base = sum(map(anyway, traits, NOTHING)) + sum(map(anyway, general, NOTHING)) + anyway("", 0.0)
    sums: dict[str, float] = {}
    best, most = None, 0.0
    for candidate in found.values():
        weight = base
        for kind, extra in candidate.reasons.items():
            table = weights.get(kind)
            if table is None:
                continue
            get = table.get
            if kind not in sums:
                sums[kind] = sum(map(get, traits, NOTHING)) + get("", 0.0)
            weight += sums[kind] + sum(map(get, extra, NOTHING))
        if weight > most:
            best, most = candidate, weight
    return best, most


def features(candidate: Candidate, traits: Sequence[str], general: Sequence[str]) -> list[tuple[str, str]]:
    """Kind and trait of everything that ``choose`` weighs for one candidate."""
    return [
        (kind, trait)
        for kind, extra in (*candidate.reasons.items(), ("any", general))
        for trait in ("", *traits, *extra)
    ]
