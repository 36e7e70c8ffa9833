from __future__ import annotations

import pytest

from contested.model.errors import PackError
from contested.read.boilerplate import picture_verbs, read_rule, rules
from contested.read.dateline import filing
from contested.read.lexicon import load_lexicon


@pytest.mark.parametrize("name", ["agencies", "towns"])
def test_names_stand_once_and_are_names(name: str) -> None:
    names = load_lexicon("agencies")[name]
    assert len(set(names)) == len(names)
    assert all(entry == entry.strip() and len(entry) > 1 for entry in names)


def test_all_patterns_compile_and_none_matches_nothing() -> None:
    assert filing().credit.search("--AFP") is None
    assert picture_verbs().search("A man inspects a wall.")
    for group in rules().values():
        for rule in group:
            assert rule.scope == "end" or rule.pattern.match("") is None or rule.pattern.pattern.endswith("$'")


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "advert", "scope": "span", "pattern": "x"},
        {"kind": "share", "scope": "page", "pattern": "x"},
        {"kind": "share", "scope": "span", "pattern": "("},
    ],
)
def test_a_rule_that_cannot_be_is_told(entry: dict[str, object]) -> None:
    with pytest.raises(PackError, match=r"boilerplate\.toml"):
        read_rule(entry)
