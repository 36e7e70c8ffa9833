"""Sites that a description names, on sentences made for the purpose."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.place_sites import sites
from contested.annotate.place_words import place_words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Snipers fired from the cement factory.", [("cement factory", "building")]),
        ("Power stations and cement factories closed.", []),
        ("Houses fell in the Old City after dark.", [("Old City", "neighbourhood")]),
        ("The Old City of Sanaa was hit.", []),
        ("A shell fell near Yusuf al-Barazi Square at noon.", [("Yusuf al-Barazi", "square")]),
        ("A car blew up beside Omar Bin Talib mosque.", [("Omar Bin Talib", "building")]),
        ("Two Strikes Hit Field Hospital", []),
        ("Convoys left base 21 along the M5.", [("base 21", "base"), ("M5", "road")]),
        (
            "Traders were ambushed on the RN27 and on National Highway 7.",
            [("RN27", "road"), ("National Highway 7", "road")],
        ),
        ("Guns were fired across the Line of Control.", [("Line of Control", "region")]),
        ("Families were held in the No-Fire Zone.", [("No-Fire Zone", "region")]),
        ("They asked for a demilitarized zone.", []),
    ],
)
def test_a_site_is_named_by_its_description(annotator: Annotator, text: str, named: list[tuple[str, str]]) -> None:
    found = sorted(sites(text, annotator.gazetteer), key=lambda f: f.part.start)
    assert [(f.part.text, f.kind) for f in found] == named


def test_the_sites_of_the_lexicon_are_lower_case_descriptions() -> None:
    assert all(site.islower() and " " in site for site in place_words().sites)
