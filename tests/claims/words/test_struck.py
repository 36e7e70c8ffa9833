"""Nouns for what may be struck."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.claims.words.struck import SORTS, load_struck, sort_at
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.report import Report


def test_every_noun_has_one_known_sort() -> None:
    assert set(load_struck().values()) == set(SORTS)


@pytest.mark.parametrize(("noun", "sort"), [("bakery", "built"), ("ambulances", "gear"), ("funeral", "gathering")])
def test_sorts(noun: str, sort: str) -> None:
    assert load_struck()[noun] == sort


@pytest.mark.parametrize("list_name", ["armed", "people"])
def test_no_one_who_acts_is_struck_ground(list_name: str) -> None:
    people = load_nouns()[list_name]
    assert not [noun for noun, sort in load_struck().items() if sort in ("ground", "built") and noun in people]


@pytest.mark.parametrize(
    ("text", "noun", "sort"),
    [
        ("Air strikes targeted a busy market place in Idlib.", "place", "built"),
        ("The air strike hit the market area of a village.", "area", "built"),
        ("Shells fell on a residential area.", "area", "ground"),
        ("Shells fell on a hospital.", "hospital", "built"),
        ("Shells fell on a farmer.", "farmer", None),
    ],
)
def test_an_area_is_what_is_built_there(annotator: Annotator, text: str, noun: str, sort: str | None) -> None:
    tree = tree_of(annotator.annotate(Report("r", "r", text)))
    assert sort_at(tree, tree.lower.index(noun)) == sort
