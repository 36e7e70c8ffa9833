"""Likeness of spellings: the same name in other letters before other names, neighbours one letter off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.gazetteer.likeness import Likeness, one_letter_off, spelling


@pytest.mark.parametrize(
    ("asked", "same", "other"),
    [
        ("صارة", "Şārah", "Sārah"),
        ("حرم", "Ḩaram", "Haram"),
        ("Saraqeb", "Saraqib", "Sirqab"),
        ("Tell Rharîb", "Tall Gharib", "Tall Harib"),
    ],
)
def test_the_same_letters_are_likelier(asked: str, same: str, other: str) -> None:
    pairs = [(spelling(name).strict, spelling(name).written) for name in (same, other)]
    near, far = spelling(asked).likenesses(pairs)
    assert near.both > far.both
    assert near.closeness > far.closeness


def test_names_without_arabic_letters_are_weighed_by_ear_alone() -> None:
    asked = spelling("Kharkiv")
    (alike,) = asked.likenesses([(asked.strict, "")])
    assert (alike.both, alike.closeness) == (1.0, pytest.approx(1.0))
    assert asked.likenesses([]) == []


def test_spellings_of_one_place_speak_for_it_together() -> None:
    by_ear, by_eye = Likeness(0.9, 1.0, 0.8), Likeness(0.9, 0.8, 1.0)
    assert by_ear.best(by_eye) == Likeness(0.9, 1.0, 1.0)
    assert by_ear.best(by_eye).closeness > max(by_ear.closeness, by_eye.closeness)


@given(st.text(alphabet="ahkjsdbtrlmnf", min_size=2, max_size=8), st.integers(0, 7))
def test_a_letter_left_out_is_a_neighbour(skeleton: str, at: int) -> None:
    short = skeleton[: at % len(skeleton)] + skeleton[at % len(skeleton) + 1 :]
    assert short == skeleton or short in one_letter_off(skeleton)


def test_endless_names_have_no_neighbours() -> None:
    assert one_letter_off("b" * 40) == set()
    assert one_letter_off("b") == set()
