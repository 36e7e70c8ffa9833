"""Persons' judgements as constraints: the same whatever their order, none lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contested.model.judgement import Judgement, in_force
from contested.reconcile.constraints import constraints_of
from contested.reconcile.union import Union

CLAIMS = st.sampled_from([f"c-{letter}" for letter in "abcdefg"])


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Some merges, splits and rejections among seven claims."""
    made = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(("merge", "split", "reject")))
        pair = draw(st.lists(CLAIMS, min_size=2, max_size=2, unique=True))
        made.append(
            Judgement.make(kind, tuple(pair[: 1 if kind == "reject" else 2]), "a", f"2020-01-01T00:00:{number:02d}")
        )
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
    pairs = {frozenset(pair) for pair in found.together} | {frozenset(j.claims) for j in found.overruled}
    pairs |= {frozenset((claim, other)) for claim, others in found.apart.items() for other in others}
    assert all(frozenset(j.claims) in pairs for j in made if j.kind == "merge")


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
