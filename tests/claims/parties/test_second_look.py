"""Contenders are weighed beside their rivals and the report's other events, whatever they are called."""

from __future__ import annotations

import numpy as np
import pytest

from contested.claims.parties.contenders import Contender, FirstLook, grouped
from contested.claims.parties.fillers import ELSEWHERE, Filler
from contested.claims.parties.second_look import BLOCK, COLUMNS, Setting, look
from contested.claims.words.linear import sigmoid
from contested.model.actor import Participant
from contested.model.mention import Mention

LOOKS = [(0.8, 0.1), (0.2, 0.7)]


def filler(name: str, actor: str | None, start: int, token: int | None = None) -> Filler:
    who = Participant(name, actor, "rebel_group", Mention(start, start + len(name), name))
    return Filler(who, start if token is None else token, ["rule=initiator"], "party")


def scene(n: int, names: tuple[str, str]) -> tuple[Setting, list[Contender]]:
    setting = Setting("attack", "violence", "attacked", n, 10 * n + 5, True, False, frozenset({"Hillfort"}))
    return setting, grouped([filler(name, None, 10 * n + k) for k, name in enumerate(names)], LOOKS)


def test_names_of_one_actor_are_one_contender() -> None:
    those = grouped([filler("the northern army", "a", 3), filler("its troops", "a", 20)], LOOKS)
    assert len(those) == 1
    assert those[0].here == [0.8, 0.7]
    assert [who.name for who in those[0].likeliest] == ["the northern army", "its troops"]


def test_a_shorter_name_joins_the_longer_one() -> None:
    assert len(grouped([filler("Harbour Brigade", None, 3), filler("harbour brigade fighters", None, 20)], LOOKS)) == 1


def test_those_in_the_sentence_come_first_and_count_apart() -> None:
    carried, here = filler("the guard", None, 3, ELSEWHERE), filler("the guard", None, 40)
    (one,) = grouped([carried, here], LOOKS)
    assert (one.carried, one.here, one.present) == ([0.8, 0.1], [0.2, 0.7], True)


def test_one_row_a_contender_also_across_blocks() -> None:
    told = [scene(n, ("reds", "blues")) for n in range(BLOCK + 6)]
    cases = look([setting for setting, _ in told], [those for _, those in told])
    assert cases.shape == (2 * len(told), len(COLUMNS))
    assert np.isfinite(cases).all()


def test_nobody_to_look_at() -> None:
    setting, _ = scene(0, ("reds", "blues"))
    assert look([setting], [[]]).shape == (0, len(COLUMNS))
    assert look([], []).shape == (0, len(COLUMNS))


def test_other_names_give_the_same_rows() -> None:
    one, other = ([scene(n, names) for n in range(4)] for names in (("reds", "blues"), ("greens", "the tall")))
    rows = [look([setting for setting, _ in told], [those for _, those in told]) for told in (one, other)]
    np.testing.assert_array_equal(rows[0], rows[1])


def test_what_anybody_did_in_the_event_before_is_told() -> None:
    told = [scene(n, ("reds", "blues")) for n in range(2)]
    cases = look([setting for setting, _ in told], [those for _, those in told])
    for column, likeliest in (("before: anybody initiates", 0.8), ("kin: anybody undergoes", 0.7)):
        first = -1 if column.startswith("before") else likeliest
        assert cases[:, COLUMNS.index(column)].tolist() == pytest.approx([first, first, likeliest, likeliest])


def test_who_else_a_party_is_called_changes_nothing() -> None:
    same, other = (
        [scene(0, ("reds", "blues")), scene(1, names)] for names in (("reds", "blues"), ("greens", "blacks"))
    )
    rows = [look([setting for setting, _ in told], [those for _, those in told]) for told in (same, other)]
    np.testing.assert_array_equal(rows[0], rows[1])


def test_parties_known_to_differ_stay_apart_where_one_name_holds_the_other() -> None:
    assert len(grouped([filler("the hill army", "a", 3), filler("the free hill army", "b", 20)], LOOKS)) == 2


def test_a_first_look_adds_up_both_roles() -> None:
    look_at = FirstLook({"near": 1 + 2j, "far": -1j}, complex(0, -1), (0.5, 0.5))
    assert look_at.chances(["near", "far", "unknown"]) == pytest.approx((sigmoid(1), 0.5))
