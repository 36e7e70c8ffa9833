"""Whether a line gives most of its words a capital."""

from __future__ import annotations

import pytest

from contested.model.capitals import most_capital


@pytest.mark.parametrize(
    ("line", "capital"),
    [
        ("Army Kills Ten Rebels in Hama", True),
        ("Army kills ten rebels in Hama", False),
        ("Hama Idlib", False),
        ("", False),
    ],
)
def test_titles(line: str, capital: bool) -> None:
    assert most_capital(line.split()) is capital
