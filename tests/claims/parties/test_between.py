"""All whom "between" or "among" joins clash or meet, whoever they are, and nobody else named around them."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("At least 51 people were killed in clashes between Serb police and ethnic Albanians in the region.",
         "armed_clash", ["Serb police", "Albanians"]),
        ("Confrontations among Catholic protesters, Protestant marchers and the police provoked violence.",
         "armed_clash", ["Catholic protesters", "Protestant marchers", "police"]),
        ("Violence between Hutus and Tutsis left 40 dead in Goma on Monday.", "armed_clash", ["Hutus", "Tutsis"]),
        ("Clashes broke out between settlers and Palestinian villagers near Nablus on Tuesday.", "armed_clash",
         ["settlers", "Palestinian villagers"]),
        ("Fighting between rebels and soldiers backed by Russia went on in Bria.", "armed_clash",
         ["rebels", "soldiers"]),
    ],
)  # fmt: skip
def test_all_whom_between_joins_act(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    told = first_told(annotator, text, event).initiators
    assert len(told) == len(doers)
    assert all(doer.endswith(who.name) for who, doer in zip(told, doers, strict=True))
