"""Claims as a whole: spans, ids, the exchange format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.claim import Claim
from contested.model.report import Report, report_id
from contested.model.wire import claim_from_json, claim_schema, claim_to_json

TEXT = (
    "Ministry Says Six Soldiers Killed in Shelling\n\n"
    "The defence ministry said on Monday that six soldiers were killed and nine others wounded when rebels shelled a "
    "post near Saraqib. A monitoring group said at least 14 people died. The rebels denied shelling the post."
)


def claims(annotator: Annotator, text: str = TEXT, **known: Any) -> list[Claim]:  # noqa: ANN401
    report = Report(report_id(text), "r", text, **known)
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


def mentions(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        own = [value] if {"start", "end", "quote"} <= set(value) else []
        return own + [m for v in value.values() for m in mentions(v)]
    return [m for v in value for m in mentions(v)] if isinstance(value, list) else []


def test_every_value_leads_back_to_its_words(annotator: Annotator) -> None:
    found = claims(annotator)
    assert found
    for claim in found:
        for mention in mentions(json.loads(claim_to_json(claim))):
            assert TEXT[mention["start"] : mention["end"]] == mention["quote"]
        assert claim.evidence.covers(claim.trigger)


def test_the_same_report_and_rules_give_the_same_ids(annotator: Annotator) -> None:
    first, second = claims(annotator), claims(annotator)
    assert [c.id for c in first] == [c.id for c in second]
    assert len({c.id for c in first}) == len(first)


def test_claims_fit_the_published_schema_and_come_back(annotator: Annotator) -> None:
    validator = jsonschema.Draft202012Validator(claim_schema())
    for claim in claims(annotator, published="2020-02-04", publisher="A Daily"):
        line = claim_to_json(claim)
        validator.validate(json.loads(line))
        assert claim_from_json(line) == claim


def test_a_year_that_nothing_tells_stays_open(annotator: Annotator) -> None:
    text = "On February 1, rebels shelled the airport near Saraqib and killed two soldiers."
    times = [claim.time for claim in claims(annotator, text)]
    assert [time.start for time in times if time] == ["XXXX-02-01"]
    dated = [claim.time for claim in claims(annotator, text, published="2020-02-04")]
    assert [time.start for time in dated if time] == ["2020-02-01"]


def test_the_publisher_is_the_outermost_voice(annotator: Annotator) -> None:
    for claim in claims(annotator, publisher="A Daily"):
        assert claim.attribution[0].kind == "publisher"
        assert claim.attribution[0].name == "A Daily"


def test_boilerplate_tells_no_claim(annotator: Annotator) -> None:
    from contested.read.table import report_from_row

    report = report_from_row(
        {
            "ref": "x",
            "title": "Army shells town",
            "text": "The army shelled a town on Monday.\n\nSupport us: donate now to stop the shelling.",
        }
    )
    doc = annotator.annotate(report)
    ends = [b.mention for b in report.boilerplate]
    for claim in claims_of(doc, report, annotations_of(doc)):
        assert not any(b.overlaps(claim.trigger) for b in ends)


@pytest.mark.parametrize(
    "text", ["", "Nothing happened.", "…", "\n\n\n", "The weather was fine in the capital on Monday."]
)
def test_texts_without_events_have_no_claims(annotator: Annotator, text: str) -> None:
    assert claims(annotator, text) == []


def test_the_sample_without_a_date_keeps_its_claims_and_invents_no_year(annotator: Annotator, shared: Path) -> None:
    text = (shared / "samples" / "idlib-human-shields.txt").read_text(encoding="utf-8")
    known, unknown = claims(annotator, text, published="2020-02-04"), claims(annotator, text)
    assert [(c.event, c.trigger) for c in known] == [(c.event, c.trigger) for c in unknown]
    assert all(c.time.start.startswith("XXXX-") for c in unknown if c.time)
    assert all(c.time.start.startswith("2020-") for c in known if c.time)


def test_who_closes_a_sentence_is_none_of_the_dead(annotator: Annotator) -> None:
    text = "The attack on the village of Saraqib killed more than 40 people Harlow Rights Watch said on Tuesday."
    told = claims(annotator, text)[0]
    assert [(e.who, e.low, e.mention.quote) for e in told.effects] == [("people", 41, "more than 40 people")]
    assert [who.name for who in told.targets] == ["people"]
    assert told.attribution[-1].name == "Harlow Rights Watch"


def test_the_harm_beside_an_accusation_is_no_effect_of_what_is_blamed(annotator: Annotator) -> None:
    text = "The ministry said 18 of its soldiers had been killed and accused outlaws of attacking the town of Saraqib."
    told = {claim.event: claim for claim in claims(annotator, text)}
    assert [e.low for e in told["casualties"].effects] == [18] and told["attack"].effects == ()
    assert told["attack"].attribution[-1].name == "ministry"


def test_a_capital_that_acts_is_not_where_it_acts(annotator: Annotator) -> None:
    (claim,) = claims(
        annotator, "Moscow launched air strikes in support of the army in September.", published="2020-02-04"
    )
    assert [who.name for who in claim.initiators] == ["Moscow"]
    assert not claim.places
