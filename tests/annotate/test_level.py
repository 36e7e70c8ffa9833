"""The parse takes no side: words and names of all sides parse alike, and the text stays."""

from __future__ import annotations

import pytest

from contested.annotate.level import counterparts, headline_verbs, in_titles
from contested.annotate.pipeline import Annotator
from contested.model.report import Report, report_id


def parse(annotator: Annotator, text: str) -> list[tuple[str, str, int]]:
    doc = annotator.annotate(Report(report_id(text), "r", text))
    assert doc.text == text
    return [(token.tag_, token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Regime troops shelled the town.", "Government troops shelled the town."),
        ("Terrorists seized two villages near the dam.", "Rebels captured two villages near the dam."),
        ("Hezbollah withdrew from the hill on Monday.", "Hamas withdrew from the hill on Monday."),
        ("Russian jets struck a market.", "Turkish jets struck a market."),
        ("The coalition fighting IS bombed a depot.", "The coalition fighting ISIS bombed a depot."),
    ],
)
def test_sides_parse_alike(annotator: Annotator, one: str, other: str) -> None:
    assert parse(annotator, one) == parse(annotator, other)


def test_counterparts_load(annotator: Annotator) -> None:
    known = counterparts(annotator.pack)
    assert known["regime"] == "government"
    assert known["Regime"] == "Government"


def test_verbs_of_titles_are_shown_in_small_letters() -> None:
    assert {"Kills", "Flees", "Torches", "Destroy"} <= headline_verbs()
    title = "OSCE Envoy Condemns Attack that Killed One Policeman".split()
    assert in_titles(title, [0]) == {2: "condemns", 3: "attack"}
    assert not in_titles("The envoy of the OSCE, Anna Strike, spoke to Reach".split(), [0])


def test_a_title_parses_as_a_sentence(annotator: Annotator) -> None:
    doc = annotator.annotate(Report("r", "r", "Terrorist Blast Kills Grand Mosque Imam in Damascus"))
    assert doc[2].tag_ == "VBZ" and doc[2].head.i == 2
