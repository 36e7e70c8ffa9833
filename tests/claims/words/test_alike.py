"""Words of different sides count as one; the list covers what the parser is shown as one word."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from contested.claims.words.alike import load_alike, told_alike


@pytest.mark.parametrize(
    ("word", "other"),
    [("seized", "liberated"), ("terrorists", "rebels"), ("rebel-held", "regime-held"), ("martyred", "killed")],
)
def test_words_of_two_sides_are_one_feature(word: str, other: str) -> None:
    assert told_alike(word) == told_alike(other)


@pytest.mark.parametrize("word", ["shelled", "-", "-held", "it", ""])
def test_other_words_stay(word: str) -> None:
    assert told_alike(word) == word


def test_words_levelled_for_the_parser_are_alike() -> None:
    text = files("contested.annotate").joinpath("lexicon/level.toml").read_text(encoding="utf-8")
    for word, other in tomllib.loads(text)["words"].items():
        assert load_alike()[word] == load_alike()[other], word
