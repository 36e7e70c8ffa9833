"""Groups by average linkage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contested.reconcile.linkage import linked


def never(one: frozenset[int], other: frozenset[int]) -> bool:
    """Nobody parts anything."""
    return False


def test_pairs_above_the_least_join() -> None:
    assert linked(4, {(0, 1): 2.0, (2, 3): 1.0, (1, 2): -3.0}, 0.5, never) == [[0, 1], [2, 3]]


def test_one_link_does_not_join_two_groups() -> None:
    scores = {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 1.0, (0, 2): -1.0, (0, 3): -1.0, (1, 3): -1.0}
    assert linked(4, scores, 0.3, never) == [[0, 1], [2, 3]]


def test_what_is_parted_never_joins() -> None:
    def parted(one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether the two hold 0 and 2."""
        return 0 in one | other and 2 in one | other

    assert linked(3, {(0, 1): 3.0, (1, 2): 3.0, (0, 2): 3.0}, 0.3, parted) == [[0, 1], [2]]


@given(
    st.integers(2, 7).flatmap(
        lambda n: st.lists(st.integers(-30, 30), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2).map(
            lambda values: (n, values)
        )
    ),
)
def test_groups_hold_every_number_once_whatever_the_order(drawn: tuple[int, list[int]]) -> None:
    count, values = drawn
    pairs = [(a, b) for b in range(count) for a in range(b)]
    scores = {pair: value / 10 for pair, value in zip(pairs, values, strict=True)}
    turned = dict(reversed(list(scores.items())))
    found = linked(count, scores, 0.3, never)
    assert sorted(n for group in found for n in group) == list(range(count))
    assert found == linked(count, turned, 0.3, never)
