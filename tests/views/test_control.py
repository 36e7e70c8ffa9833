"""Lanes of control of one place, whatever it is called."""

from __future__ import annotations

from dataclasses import replace

from contested.model.incident import Holding
from contested.views.control import COLUMNS, rows


def test_a_place_is_asked_for_by_any_of_its_names() -> None:
    first = Holding(
        claim="c-1", place="g:1", name="Ormek", holder="north", side=None, state="held", start=None, end="2022-03-01",
        published="2022-03-02", source="North", denied=False,
    )  # fmt: skip
    second = replace(first, claim="c-2", name="Urmak", holder="south", state="taken")
    other = replace(first, claim="c-3", place="g:2", name="Tell Amber")
    for asked in ("Ormek", "urmak", "g:1"):
        found = [dict(zip(COLUMNS, row, strict=True)) for row in rows([first, second, other], asked, None)]
        assert {row["holder"]: row["disagrees"] for row in found} == {"north": ["south"], "south": ["north"]}
