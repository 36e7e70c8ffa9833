"""Both of two capitals that stand for governments act; who marches to protest a deed is no part of it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("Washington and London are virtually alone in warning Iraq of military strikes.", "warning",
         ["Washington", "London"], ["Iraq"]),
        ("Paris and Berlin condemned the attack on Tuesday.", "condemnation", ["Paris", "Berlin"], []),
        ("Khartoum and Juba signed a deal on Monday.", "agreement", ["Khartoum", "Juba"], []),
        ("Some 1,500 ethnic Albanians marched in Istanbul to protest the killings of ethnic Albanians by Serb police.",
         "protest", ["Albanians"], []),
        ("Serbian police say they are trying to eliminate the Kosovo Liberation Army.", "casualties",
         ["Serbian police"], ["Kosovo Liberation Army"]),
    ],
)  # fmt: skip
def test_who_acts_and_on_whom(annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]) -> None:
    told = first_told(annotator, text, event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
