"""One name for a party that no pack knows."""

from __future__ import annotations

import pytest

from contested.packs.called import called, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rebel", "rebels"),
        ("Rebel fighters", "rebels"),
        ("the key rebel", "rebels"),
        ("opposition forces", "opposition"),
        ("Kurdish fighters", "Kurdish forces"),
        ("Storm of the North Brigade", "Storm of the North Brigade"),
        ("the Hill Guard", "Hill Guard"),
        ("Fighters", "fighters"),
    ],
)
def test_one_name_for_one_holder(name: str, expected: str) -> None:
    assert called(name) == expected


def test_the_lexicon_loads_and_its_plurals_are_stable() -> None:
    plain, plural = words()
    assert plain and not set(plural) & plain - {"fighter", "fighters"}
    assert all(called(name) == name for name in plural.values())
