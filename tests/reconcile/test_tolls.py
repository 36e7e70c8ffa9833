"""Bounds and contradictions, against trying every whole number of small cases."""

from __future__ import annotations

from itertools import chain, combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.reconcile.nesting import Parts, nesting_of
from contested.reconcile.tolls import Model, Told, bounds, nested_bounds, smallest_contradiction, solve

NAMES = ("a", "b", "c")
MOST = 4


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A few claims on three quantities, of which one may hold the others."""
    model = Model()
    for number in range(draw(st.integers(1, 5))):
        low = draw(st.integers(0, MOST))
        high = draw(st.one_of(st.none(), st.integers(low, MOST)))
        model.told.append(Told(f"c{number}", draw(st.sampled_from(NAMES)), low, high))
    if draw(st.booleans()):
        model.parts.append(Parts("a", ("b", "c"), draw(st.booleans())))
    return model


def solutions(model: Model, told: list[Told]) -> list[dict[str, int]]:
    """Every assignment up to a number that no bound of a small case needs to exceed."""
    found = []
    for values in product(range(3 * MOST + 1), range(MOST + 1), range(MOST + 1)):
        at = dict(zip(NAMES, values, strict=True))
        if any(at[t.name] < (t.low or 0) or (t.high is not None and at[t.name] > t.high) for t in told):  # type: ignore[index]
            continue
        if all(fit(at, parts) for parts in model.parts):
            found.append(at)
    return found


def fit(at: dict[str, int], parts: Parts) -> bool:
    """Whether parts lie within their whole."""
    total = sum(at[str(name)] for name in parts.parts)
    return total == at[str(parts.whole)] if parts.complete else total <= at[str(parts.whole)]


@settings(max_examples=60)
@given(models())
def test_least_is_what_trying_every_number_gives(model: Model) -> None:
    found, tried = bounds(model, {"a": 1}), solutions(model, model.told)
    assert (found is None) == (not tried)
    if found is not None:
        assert found[0] == min(at["a"] for at in tried)
        if found[1] is not None:
            assert found[1] == max(at["a"] for at in tried)


@settings(max_examples=60)
@given(models())
def test_smallest_contradiction_is_the_smallest_there_is(model: Model) -> None:
    found = smallest_contradiction(model)
    subsets = chain.from_iterable(combinations(model.told, size) for size in range(1, len(model.told) + 1))
    smallest = next((subset for subset in subsets if not solutions(model, list(subset))), ())
    assert len(found) == len(smallest)
    if found:
        assert not solutions(model, [t for t in model.told if t.claim in found])


def test_a_part_is_not_added_to_its_whole() -> None:
    model = Model([Told("1", "all", 20, 20), Told("2", "children", 6, 6)], [Parts("all", ("children",))])
    assert bounds(model, {"all": 1}) == (20, 20)


def test_a_sum_over_many_incidents_is_never_added_to_them() -> None:
    told = [Told("1", "first", 5, 5), Told("2", "second", 3, None), Told("3", "sum", 10, 10)]
    model = Model(told, [Parts("sum", ("first", "second"))])
    assert bounds(model, {"first": 1, "second": 1}) == (8, 10)


def test_a_part_larger_than_its_whole_names_both() -> None:
    model = Model(
        [Told("1", "all", 4, 4), Told("2", "women", 9, None), Told("3", "all", 2, None)], [Parts("all", ("women",))]
    )
    assert smallest_contradiction(model) == ("1", "2")


@st.composite
def nested(draw: st.DrawFn) -> Model:
    """Claims on six quantities, each but the first a part of an earlier one, in groups of one or two."""
    names, model = "abcdef", Model()
    at = 1
    while at < len(names):
        size = draw(st.integers(1, 2))
        group = tuple(names[at : at + size])
        model.parts.append(Parts(draw(st.sampled_from(names[:at])), group, draw(st.booleans())))
        at += size
    for number in range(draw(st.integers(0, 7))):
        low = draw(st.integers(0, 9))
        high = draw(st.one_of(st.none(), st.integers(low, 12)))
        model.told.append(Told(f"c{number}", draw(st.sampled_from(names)), low, high))
    return model


@settings(max_examples=60)
@given(nested())
def test_nesting_gives_what_the_solver_gives(model: Model) -> None:
    nesting, names = nesting_of(model.parts), model.names()
    assert nesting is not None
    goal = np.array([float(name == "a") for name in names])
    found, least, most = nested_bounds(model, nesting, "a"), solve(model, names, goal), solve(model, names, -goal)
    assert (found is None) == (least is None)
    if found is not None and least is not None and most is not None:
        assert found[0] == round(least)
        assert found[1] == round(-most) or (found[1] is None and -most >= 12)


def test_a_quantity_within_two_wholes_is_left_to_the_solver() -> None:
    parts = [Parts("all", ("boys",)), Parts("children", ("boys",))]
    assert nesting_of(parts) is None and nesting_of([Parts("a", ("b",)), Parts("b", ("a",))]) is None
    model = Model([Told("1", "all", 4, 4), Told("2", "boys", 5, 5), Told("3", "children", 9, 9)], parts)
    assert smallest_contradiction(model) == ("1", "2") and bounds(model, {"all": 1}) is None
