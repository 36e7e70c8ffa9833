"""Exchanging parties and words keeps the text's shape, and old offsets find their words in the new text."""

from __future__ import annotations

import pytest
from bench.swaps import Edit, apply, load_swaps, swap_parties, swap_words, turned
from hypothesis import given
from hypothesis import strategies as st

from contested.packs.load import load_packs
from contested.packs.pack import Pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_packs(("world", "syria"))


def test_every_party_that_may_be_exchanged_is_in_the_packs(pack: Pack) -> None:
    swaps = load_swaps()
    assert set(swaps["armed"]) <= set(pack.actors)
    for group in swaps["words"]:
        assert len({len(forms) for forms in group["sets"]}) == 1
        assert len(group["sets"]) > 1


def test_a_party_takes_the_place_of_another_throughout(pack: Pack) -> None:
    swapped = swap_parties("Hezbollah shot first. Later Hezbollah left the hill to the SDF.", pack, 1)
    assert "Hezbollah" not in swapped.text
    assert "SDF" not in swapped.text
    assert swapped.text.endswith(".")


def test_lower_case_words_are_no_names(pack: Pack) -> None:
    text = "the fighters left the hill and the army came"
    assert swap_parties(text, pack, 4).text == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Rebels seized the mill", "Terrorists liberated the mill"),
        ("THE REGIME", "THE GOVERNMENT"),
        ("an anti-terrorist law", "an anti-terrorist law"),
        ("Two men were killed", "Two men were martyred"),
    ],
)
def test_a_loaded_word_becomes_the_next_of_its_set_in_the_same_form(text: str, new: str) -> None:
    assert swap_words(text, 1).text == new


def test_a_span_that_cuts_an_exchanged_name_grows_to_the_whole() -> None:
    swapped = apply("the Blue Army won", [Edit(4, 13, "Red Guard Corps")])
    assert swapped.text == "the Red Guard Corps won"
    assert swapped.span(4, 13) == swapped.span(4, 8) == swapped.span(9, 13) == (4, 19)
    assert swapped.text[slice(*swapped.span(14, 17))] == "won"


@given(st.text("ab ", max_size=40), st.data())
def test_words_outside_the_edits_are_found_again(text: str, data: st.DataObject) -> None:
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    edits = [Edit(a, b, "xyz") for a, b in data.draw(st.lists(place, max_size=4)) if a < b]
    swapped = apply(text, edits)
    for i, letter in enumerate(text):
        if not any(edit.start <= i < edit.end for edit in swapped.edits):
            start, end = swapped.span(i, i + 1)
            assert swapped.text[start:end] == letter


@given(st.lists(st.text(max_size=3), unique=True, min_size=1), st.integers(0, 9))
def test_turning_a_list_is_a_permutation(items: list[str], by: int) -> None:
    assert sorted(turned(items, by).values()) == sorted(items)
