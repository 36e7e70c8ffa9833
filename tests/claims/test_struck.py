"""Nouns for what may be struck."""

from __future__ import annotations

import pytest

from contested.claims.struck import SORTS, load_struck
from contested.claims.surroundings import load_nouns


def test_every_noun_has_one_known_sort() -> None:
    assert set(load_struck().values()) == set(SORTS)


@pytest.mark.parametrize(("noun", "sort"), [("bakery", "built"), ("ambulances", "gear"), ("funeral", "gathering")])
def test_sorts(noun: str, sort: str) -> None:
    assert load_struck()[noun] == sort


@pytest.mark.parametrize("list_name", ["armed", "people"])
def test_no_one_who_acts_is_struck_ground(list_name: str) -> None:
    people = load_nouns()[list_name]
    assert not [noun for noun, sort in load_struck().items() if sort in ("ground", "built") and noun in people]
