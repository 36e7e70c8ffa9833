"""A boosted forest as the package reads and asks it."""

from __future__ import annotations

import pytest

from contested.claims.forest import Blend, Forest, load_forest, read_node
from contested.claims.linear import Linear
from contested.claims.where import FOREST
from contested.model.errors import PackError


def test_leaves_add_up_to_a_probability() -> None:
    forest = Forest([("a", -1.0, ("b", 0.5, 2.0)), ("b", 0.0, 1.0)], 0.0, 0.5)
    none, one, both = (forest.probability(features) for features in ([], ["a"], ["a", "b", "c"]))
    assert none < 0.5 < one < both < 1


def test_nodes_are_read_by_name() -> None:
    assert read_node([1, 0.5, [0, 1, 2]], ["x", "y"]) == ("y", 0.5, ("x", 1.0, 2.0))


@pytest.mark.parametrize("node", [None, "0.5", {}])
def test_a_leaf_that_is_no_number_is_refused(node: object) -> None:
    with pytest.raises(TypeError):
        read_node(node, [])


def test_a_blend_lies_between_its_models() -> None:
    blend = Blend(Linear({"a": 2.0}, 0.0, 0.4), Forest([("a", 0.0, -1.0)], 0.0, 0.6))
    linear, forest = blend.linear.probability(["a"]), blend.forest.probability(["a"])
    assert forest < blend.probability(["a"]) < linear
    assert blend.threshold == 0.6


def test_a_forest_is_not_asked_where_the_linear_model_is_sure() -> None:
    sure = Blend(Linear({"a": 9.0}, 0.0, 0.4), Forest([("a", 0.0, -9.0)], 0.0, 0.6))
    assert sure.probability(["a"]) == sure.linear.probability(["a"])


def test_the_shipped_forest_tells_likely_from_unlikely() -> None:
    forest = load_forest(FOREST)
    assert 0 < forest.probability([]) < 1
    assert len(forest.trees) > 1


def test_a_missing_forest_is_named() -> None:
    with pytest.raises(PackError, match="nowhere"):
        load_forest("nowhere")
