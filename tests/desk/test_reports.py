"""The reading pane, open and blind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from fastapi.testclient import TestClient

from contested.desk.shapes.pages import ReportPage
from contested.model.mention import Mention


def read(client: TestClient, ref: str, blind: bool = False) -> ReportPage:
    answer = client.get(f"/api/reports/{ref}", params={"blind": blind})
    assert answer.status_code == 200, answer.text
    return ReportPage.model_validate_json(answer.content)


def refs(client: TestClient) -> list[str]:
    rows = client.get("/api/incidents?limit=500").json()["rows"]
    pages = [client.get(f"/api/incidents/{row['id']}").json() for row in rows[:12]]
    return sorted({teller["report"] for page in pages for teller in page["incident"]["tellers"]})


def mentions(value: object) -> Iterator[Mention]:
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from mentions(item)
    elif is_dataclass(value):
        for held in fields(value):
            yield from mentions(getattr(value, held.name))


@pytest.mark.parametrize("blind", [False, True])
def test_every_span_of_every_claim_has_its_words_in_the_text(looking: TestClient, blind: bool) -> None:
    for ref in refs(looking):
        page = read(looking, ref, blind)
        for card in page.claims:
            for mention in mentions(card.claim):
                assert page.report.text[mention.start : mention.end] == mention.quote
        for word in page.loaded:
            assert page.report.text[word.start : word.end] == word.quote


def test_claims_are_numbered_in_the_order_of_the_text(looking: TestClient) -> None:
    for ref in refs(looking):
        cards = read(looking, ref).claims
        assert [card.number for card in cards] == list(range(1, len(cards) + 1))
        starts = [card.claim.trigger.start for card in cards]
        assert starts == sorted(starts)


def test_blind_hides_names_letter_by_letter_and_nothing_else(looking: TestClient) -> None:
    for ref in refs(looking):
        plain, blind = read(looking, ref), read(looking, ref, blind=True)
        pairs = zip(plain.report.text, blind.report.text, strict=True)
        assert all(one == other or (other == "█" and re.match(r"\w", one)) for one, other in pairs)


def test_blind_tells_no_outlet_and_no_party(looking: TestClient) -> None:
    hidden = 0
    for ref in refs(looking):
        plain, blind = read(looking, ref), read(looking, ref, blind=True)
        told = blind.model_dump_json()
        names = [plain.report.publisher, plain.report.republisher]
        names += [p.name for card in plain.claims for p in (*card.claim.initiators, *card.claim.targets) if p.actor]
        for name in {name for name in names if name and len(name) > 4}:
            assert not re.search(rf"\b{re.escape(name)}\b", told), (name, ref)
            hidden += 1
        for card in blind.claims:
            assert card.speaker_side is None and card.interest is None and not card.edited and not card.judgements
            assert all(p.actor is None for p in (*card.claim.initiators, *card.claim.targets))
    assert hidden > 10


def test_a_report_is_found_by_id_or_ref(looking: TestClient) -> None:
    for id in refs(looking):
        page = read(looking, id)
        assert page.report.id == id == read(looking, page.report.ref).report.id and page.report.ref not in page.copies


def test_what_is_not_there_is_said(looking: TestClient) -> None:
    answer = looking.get("/api/reports/no/such")
    assert answer.status_code == 404 and answer.json()["remedy"]
