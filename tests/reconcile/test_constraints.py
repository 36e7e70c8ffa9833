"""Persons' judgements as constraints: the same whatever their order, none lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from contested.model.judgement import Judgement, in_force
from contested.reconcile.constraints import constraints_of
from contested.reconcile.union import Union

CLAIMS = st.sampled_from([f"c-{letter}" for letter in "abcdefg"])


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Some judgements of all kinds that change something, among seven claims."""
    made = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(("merge", "split", "reject", "duplicate", "accept")))
        some = draw(st.lists(CLAIMS, min_size=2, max_size=4, unique=True))
        named = some if kind in ("merge", "split") else some[: 2 if kind == "duplicate" else 1]
        made.append(Judgement.make(kind, tuple(named), "a", f"2020-01-01T00:00:{number:02d}"))
    return made


@given(judgements(), st.randoms())
def test_order_changes_nothing(made: list[Judgement], random: st.DataObject) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert constraints_of(made) == constraints_of(shuffled)


@given(judgements())
def test_no_chain_of_merges_joins_what_a_split_parts(made: list[Judgement]) -> None:
    found, union = constraints_of(made), Union()
    for one, other in found.together:
        union.join(one, other)
    for claim, others in found.apart.items():
        assert not union.members(claim) & others


@given(judgements())
def test_every_merge_holds_or_is_named_as_overruled(made: list[Judgement]) -> None:
    found = constraints_of(made)
    held = {frozenset(pair) for pair in found.together}
    held |= {frozenset((claim, other)) for claim, others in found.apart.items() for other in others}
    held |= {frozenset(pair) for j in found.overruled for pair in combinations(j.claims, 2)}
    merges = (judgement for judgement in made if judgement.kind == "merge")
    assert all(frozenset(pair) in held for judgement in merges for pair in combinations(judgement.claims, 2))


@given(judgements())
def test_duplicates_leave_one_of_those_that_tell_each_other_again(made: list[Judgement]) -> None:
    only = [judgement for judgement in made if judgement.kind == "duplicate"]
    assert constraints_of(only).rejected < {claim for judgement in only for claim in judgement.claims} or not only


def test_an_undo_takes_back_and_can_be_undone() -> None:
    merge = Judgement.make("merge", ("c-a", "c-b"), "a", "2020-01-01")
    undo = Judgement.make("undo", (), "a", "2020-01-02", undoes=merge.id)
    again = Judgement.make("undo", (), "a", "2020-01-03", undoes=undo.id)
    assert in_force((merge, undo)) == ()
    assert in_force((merge, undo, again)) == (merge,)


def test_the_later_of_two_on_one_pair_counts() -> None:
    merge = Judgement.make("merge", ("c-a", "c-b"), "a", "2020-01-01")
    split = Judgement.make("split", ("c-b", "c-a"), "a", "2020-01-02")
    assert constraints_of([merge, split]).together == ()
    assert constraints_of([split, Judgement.make("merge", ("c-a", "c-b"), "a", "2020-01-03")]).together


def made(kind: str, *claims: str, day: int = 1, coding: str = "open") -> Judgement:
    """A judgement of a day."""
    judgement = Judgement.make(kind, claims, "a", f"2020-01-{day:02d}")  # type: ignore[arg-type]
    return replace(judgement, coding=coding)  # type: ignore[arg-type]


def test_a_split_of_several_holds_the_first_apart_from_each_of_the_others() -> None:
    found = constraints_of([made("split", "c-a", "c-b", "c-d")])
    assert found.part(["c-a"], ["c-b"]) and found.part(["c-a"], ["c-d"]) and not found.part(["c-b"], ["c-d"])


def test_a_merge_of_several_joins_all_save_those_that_are_parted_later() -> None:
    merge = made("merge", "c-a", "c-b", "c-d")
    assert len(constraints_of([merge]).together) == 3
    later = constraints_of([merge, made("split", "c-a", "c-b", day=2)])
    assert later.together == (("c-a", "c-d"),) and later.overruled == (merge,)


def test_a_duplicate_counts_no_more_unless_it_is_accepted_later() -> None:
    again = made("duplicate", "c-a", "c-b")
    assert constraints_of([again]).rejected == {"c-a"}
    assert constraints_of([again, made("accept", "c-a", day=2)]).rejected == set()
    assert constraints_of([again, made("duplicate", "c-b", "c-a", day=2)]).rejected == {"c-b"}


def test_of_duplicates_in_a_ring_one_is_left_and_named() -> None:
    ring = [
        made("duplicate", *pair, day=n) for n, pair in enumerate((("c-a", "c-b"), ("c-b", "c-d"), ("c-d", "c-a")), 1)
    ]
    found = constraints_of(ring)
    assert found.rejected == {"c-b", "c-d"} and found.overruled == (ring[0],)


def test_what_is_coded_blind_takes_no_effect() -> None:
    assert constraints_of([made("reject", "c-a", coding="blind"), made("merge", "c-a", "c-b", coding="blind")]) == (
        constraints_of([])
    )
