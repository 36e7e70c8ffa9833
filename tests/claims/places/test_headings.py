"""Bulletins that tell place by place, on texts made for the purpose."""

from __future__ import annotations

from contested.annotate.pipeline import Annotator

from ..test_where import where

BULLETIN = """The staff informs the public of the past week.
Djibo: Gunmen attacked a convoy at dawn. Three lorries were burned and a driver was shot.
Kaya: Soldiers found two bombs. A third exploded under a truck.
"""


def test_the_head_of_a_line_is_where_the_rest_of_it_happened(annotator: Annotator) -> None:
    events = [("attack", "attacked"), ("destruction", "burned"), ("casualties", "shot"), ("ied", "exploded")]
    assert where(annotator, BULLETIN, *events) == [["Djibo"], ["Djibo"], ["Djibo"], ["Kaya"]]


def test_another_place_told_in_the_line_goes_on_from_there(annotator: Annotator) -> None:
    text = BULLETIN.replace("a driver was shot", "rockets hit Pensa. Two men died")
    found = where(annotator, text, ("shelling", "rockets hit"), ("casualties", "died"), ("ied", "exploded"))
    assert [names[0] for names in found] == ["Pensa", "Pensa", "Kaya"]


def test_one_line_with_a_head_is_no_bulletin(annotator: Annotator) -> None:
    text = "The staff met.\nKaya: it was a quiet week.\nNobody came. A mine exploded under a truck."
    assert where(annotator, text, ("ied", "exploded")) == [[]]
