"""Capitals for lower-case texts, phrases that may fill a role, and one phrase an entity."""

from __future__ import annotations

import pytest
from bench.role_candidates import Candidate, normal
from bench.roles import choose, same_entity
from bench.truecase import truecase
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(st.characters(codec="ascii"), max_size=80))
def test_capitals_move_no_letter(text: str) -> None:
    assert truecase(text).lower() == text.lower()


def test_names_and_sentences_begin_with_capitals() -> None:
    assert truecase("the mayor of quillabamba was hurt.  he lives.") == "The mayor of Quillabamba was hurt.  He lives."


@pytest.mark.parametrize(
    ("phrase", "key"), [("The  mayor's son", "mayors son"), ("a bomb", "bomb"), ("car-bomb", "carbomb"), ("the", "")]
)
def test_phrases_are_compared_as_the_scorer_does(phrase: str, key: str) -> None:
    assert normal(phrase) == key


def candidate(quote: str, *spans: tuple[int, int]) -> Candidate:
    return Candidate(normal(quote), quote, list(spans))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (candidate("two armed men", (0, 3)), candidate("armed men", (1, 3)), True),
        (candidate("carla ruiz", (0, 2)), candidate("ruiz", (9, 10)), True),
        (candidate("river workers union", (0, 3)), candidate("rwu", (4, 5)), True),
        (candidate("a bus", (0, 2)), candidate("the bridge", (5, 7)), False),
    ],
)
def test_two_phrases_of_one_entity(one: Candidate, other: Candidate, same: bool) -> None:
    assert same_entity(one, other) is same
    assert same_entity(other, one) is same


def test_the_likeliest_phrase_stands_for_its_entity() -> None:
    men, armed, bus = candidate("men", (2, 3)), candidate("armed men", (1, 3)), candidate("bus", (7, 8))
    assert choose([(0.4, men), (0.7, armed), (0.2, bus)], 0.3) == ["armed men"]
    assert choose([], 0.3) == []
