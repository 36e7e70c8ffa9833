"""A second look at who did it to whom: each contender beside its rivals and beside the report's other events.

No column names a party, an outlet or a loaded word, so that swapping them changes nothing. None tells what the same
party does elsewhere either: how well a party is known again hangs on its names, and held-out reports gained nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from contested.claims.parties.contenders import FLAGS, RANK, Contender
from contested.claims.parties.filler_traits import TRAITS
from contested.claims.parties.fillers import GROUPS
from contested.claims.parties.oblivious import Matrix

BLOCK = 64  # events looked at together; further away is no context, and a book of reports stays linear
STRONG = 0.3
Ints = np.ndarray[Any, np.dtype[np.int64]]
SEEN = tuple(sorted(FLAGS))
ONE, MANY = ("before", "after", "before same"), ("same", "kin", "sentence", "words", "places")
OWN = (
    "present", "initiates", "undergoes", "initiates elsewhere", "undergoes elsewhere", "kind", "mentions",
    "distance", "order", "initiator beside", "target beside",
)  # fmt: skip
COUNTS = ("contenders", "contenders present")
RIVALS = ("first rival", "second rival", "rival elsewhere", "strong rivals", "lead", "kind of rival")
SCENE = ("verbal", "definite", "sentence", "back", "ahead", "kin", "same", "code as before", "place as before")
SHARE = ("anybody initiates", "anybody undergoes")
CODES = (
    "casualties", "air_strike", "chemical_attack", "armed_clash", "control", "accusation", "bombing", "destruction",
    "shelling", "attack", "territory_gained", "talks",
)  # fmt: skip
NO_TRAITS = (-1.0,) * len(TRAITS)
COLUMNS = (
    *OWN, *SEEN, *COUNTS, *TRAITS, *CODES,
    *(f"{side}: {name}" for side in ("initiator", "target") for name in RIVALS), *SCENE, *GROUPS,
    *(f"{tie}: {share}" for tie in (*ONE, *MANY) for share in SHARE),
)  # fmt: skip


@dataclass(slots=True)
class Setting:
    """What of an event the look needs: code, group, words, sentence number, token of its head, places named beside."""

    code: str
    group: str
    words: str
    sentence: int
    head: int
    verbal: bool
    definite: bool
    places: frozenset[str]


def look(settings: Sequence[Setting], contenders: Sequence[Sequence[Contender]]) -> Matrix:
    """One row a contender, in the order of the events; the columns are COLUMNS."""
    blocks = [
        block(settings[n : n + BLOCK], contenders[n : n + BLOCK])
        for n in range(0, len(settings), BLOCK)
        if any(contenders[n : n + BLOCK])
    ]
    return np.vstack(blocks) if blocks else np.zeros((0, len(COLUMNS)))


def block(settings: Sequence[Setting], contenders: Sequence[Sequence[Contender]]) -> Matrix:
    """The rows of neighbouring events."""
    at = np.repeat(np.arange(len(settings)), [len(those) for those in contenders])
    alone = np.array([row for one, those in zip(settings, contenders, strict=True) for row in rows_of(one, those)])
    likeliest = np.array([[max((c.here[side] for c in those), default=0.0) for side in (0, 1)] for those in contenders])
    ones, ties = neighbours_of(settings), ties_of(settings)
    scenes = [scene_of(settings, ones, ties)]
    scenes += [share_of_one(ones[tie], likeliest) for tie in ONE]
    scenes += [share_of_many(ties[tie], likeliest) for tie in MANY]
    return np.hstack([alone, rivals_of(contenders), np.hstack(scenes)[at]])


def rows_of(setting: Setting, those: Sequence[Contender]) -> Iterator[list[float]]:
    """What is seen of each contender of one event by itself and beside its neighbours in the text."""
    inside = sorted((c.start, n) for n, c in enumerate(those) if c.present)
    order = {n: place for place, (_, n) in enumerate(inside)}
    counts = [float(len(those)), float(len(inside))]
    for n, one in enumerate(those):
        away = next((f.away for f in one.fillers if f.token >= 0), 0)
        place, beside = order.get(n, -1), [-1.0, -1.0]
        if one.listed and place >= 0:
            near = [those[k].here for _, k in inside[max(0, place - 1) : place + 2] if k != n]
            beside = [max([-1.0, *(here[side] for here in near)]) for side in (0, 1)]
        yield [
            float(one.present), *one.here, *one.carried, float(RANK[one.kind]), float(len(one.fillers)),
            float(away), float(place), *beside,
            *[1.0 if flag in one.flags else 0.0 for flag in SEEN], *counts,
            *(one.traits or NO_TRAITS), *[1.0 if setting.code == code else 0.0 for code in CODES],
        ]  # fmt: skip


def rivals_of(contenders: Sequence[Sequence[Contender]]) -> Matrix:
    """How each contender stands on both sides against the strongest others of its event; 0 where there is none."""
    width = max(3, *(len(those) for those in contenders))
    grid = np.full((5, len(contenders), width), -1.0)
    for event, those in enumerate(contenders):
        for n, one in enumerate(those):
            grid[:, event, n] = (*one.here, *one.carried, RANK[one.kind])
    there, parts = grid[4] >= 0, []
    for side in (0, 1):
        here, far = grid[side], grid[side + 2]
        most = np.maximum(here, far)
        (first, second), (away, _) = others(here), others(far)
        strong = (here > STRONG).sum(axis=1)[:, None] - (here > STRONG)
        kind = np.take_along_axis(grid[4], strongest_other(most), axis=1)
        parts += [first, second, away, strong, most - np.maximum(first, away), kind]
    return np.stack([part[there] for part in parts], axis=1)


def others(values: Matrix) -> tuple[Matrix, Matrix]:
    """In each row, for each place, the highest and the second of the other values, 0 where there is none."""
    third, second, first = np.maximum(np.partition(values, (-3, -2, -1), axis=1)[:, -3:, None].swapaxes(0, 1), 0.0)
    return np.where(values < first, first, second), np.where(values < second, second, third)


def strongest_other(values: Matrix) -> Ints:
    """In each row, for each place, the place of the highest of the other values, the first of equals."""
    rows, places = np.arange(len(values)), np.arange(values.shape[1])
    top = values.argmax(axis=1)
    without = values.copy()
    without[rows, top] = -np.inf
    return np.asarray(np.where(places[None, :] == top[:, None], without.argmax(axis=1)[:, None], top[:, None]))


def ties_of(settings: Sequence[Setting]) -> dict[str, Matrix]:
    """For each tie to many a matrix of events × events: one where the second is so tied to the first."""
    count = len(settings)
    apart = 1.0 - np.eye(count)
    same = equal([s.code for s in settings]) * apart
    kin = equal([s.group for s in settings]) * apart
    names = {name: n for n, name in enumerate(sorted({p for s in settings for p in s.places}))}
    named = np.zeros((count, len(names) + 1))
    for event, setting in enumerate(settings):
        named[event, [names[place] for place in setting.places]] = 1.0
    return {
        "same": same, "kin": kin, "sentence": equal([s.sentence for s in settings]) * apart,
        "words": equal([f"{s.code} {s.words[:5]}" for s in settings]) * apart,
        "places": kin * (named @ named.T > 0),
    }  # fmt: skip


def last_of(values: Sequence[str]) -> list[int]:
    """For each the place of the last equal one before it, -1 where there is none."""
    seen: dict[str, int] = {}
    found = []
    for n, value in enumerate(values):
        found.append(seen.get(value, -1))
        seen[value] = n
    return found


def neighbours_of(settings: Sequence[Setting]) -> dict[str, list[int]]:
    """For each tie to one the place of the event tied to each, -1 where there is none."""
    groups = [s.group for s in settings]
    behind = [len(settings) - 1 - n if n >= 0 else -1 for n in last_of(groups[::-1])][::-1]
    return {"before": last_of(groups), "after": behind, "before same": last_of([s.code for s in settings])}


def equal(values: Sequence[Any]) -> Matrix:
    """A matrix with one where two values are equal."""
    numbers = np.unique(np.array(values), return_inverse=True)[1]
    return np.asarray(numbers[:, None] == numbers[None, :], dtype=np.float64)


def scene_of(settings: Sequence[Setting], ones: dict[str, list[int]], ties: dict[str, Matrix]) -> Matrix:
    """What is seen of each event, whoever takes part in it."""
    kin, same = ties["kin"].sum(axis=1).tolist(), ties["same"].sum(axis=1).tolist()
    rows = []
    for n, setting in enumerate(settings):
        before, after = ones["before"][n], ones["after"][n]
        last = settings[before] if before >= 0 else None
        rows.append([
            float(setting.verbal), float(setting.definite), float(setting.sentence),
            float(setting.sentence - last.sentence) if last else 99.0,
            float(settings[after].sentence - setting.sentence) if after >= 0 else 99.0,
            kin[n], same[n], float(last is not None and last.code == setting.code),
            float(last is not None and not last.places.isdisjoint(setting.places)),
            *[float(setting.group == group) for group in GROUPS],
        ])  # fmt: skip
    return np.array(rows)


def share_of_one(tied: Sequence[int], likeliest: Matrix) -> Matrix:
    """How likely anybody acts, and is acted on, in the event tied to each; -1 where none is tied."""
    other = np.array(tied)
    return np.where((other >= 0)[:, None], likeliest[other], -1.0)


def share_of_many(tied: Matrix, likeliest: Matrix) -> Matrix:
    """The mean of the same over all events tied to each."""
    count = tied.sum(axis=1)[:, None]
    return np.where(count > 0, tied @ likeliest / np.maximum(count, 1.0), -1.0)
