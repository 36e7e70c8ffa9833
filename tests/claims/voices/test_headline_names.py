"""A name before a headline's colon speaks where the body lets that person tell; a line's date is no name."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.flow.stages import compile_claims
from contested.model.report import Report, report_id

BODY = "President of the Council Anna Marlow said on Saturday that the army shelled Homs."


def headline_sources(annotator: Annotator, headline: str, body: str) -> set[str]:
    """Who tells the claims of the headline."""
    text = f"{headline}\n\n{body}"
    report = Report(report_id(text), "test", text, title=headline, published="2016-04-23")
    [(_, told)] = compile_claims(annotator, [report])
    assert told
    return {voice.name for claim in told if claim.evidence.end <= len(headline) for voice in claim.attribution}


def test_a_surname_before_a_colon_is_who_speaks_in_the_body(annotator: Annotator) -> None:
    assert headline_sources(annotator, "Marlow: Army Bombed Aleppo Market", BODY) == {"Marlow"}


def test_a_name_that_never_tells_is_none(annotator: Annotator) -> None:
    assert "Baldor" not in headline_sources(annotator, "Baldor: Army Bombed Aleppo Market", BODY)


@pytest.mark.parametrize("date", ["Saturday 23 April 2016", "Saturday 23 April 2016 18:20", "April 23 2016"])
def test_a_lines_date_is_no_part_of_the_name(annotator: Annotator, date: str) -> None:
    body = f"{date} Syrian Coalition: regime forces bombed Daraya on Friday."
    report = Report(report_id(body), "test", body, published="2016-04-23")
    [(_, told)] = compile_claims(annotator, [report])
    assert {voice.name for claim in told for voice in claim.attribution} == {"Syrian Coalition"}
