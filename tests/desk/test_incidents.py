"""An incident, a claim, and why two claims are one."""

from __future__ import annotations

from fastapi.testclient import TestClient

from contested.desk.shapes.pages import ClaimCard, IncidentPage, Joined
from contested.ledger.board_reads import repetitions_between


def page(client: TestClient, id: str) -> IncidentPage:
    answer = client.get(f"/api/incidents/{id}")
    assert answer.status_code == 200, answer.text
    return IncidentPage.model_validate_json(answer.content)


def first(client: TestClient) -> str:
    return str(client.get("/api/incidents?limit=1").json()["rows"][0]["id"])


def test_an_incident_is_found_by_its_id_the_beginning_of_it_or_a_claim(looking: TestClient) -> None:
    id = first(looking)
    shown = page(looking, id)
    assert shown.incident.id == id == page(looking, id[:10]).incident.id
    assert id == page(looking, shown.claims[-1].claim.id).incident.id


def test_a_page_has_all_claims_numbered_with_who_speaks_in_whose_interest(looking: TestClient) -> None:
    shown = page(looking, first(looking))
    assert tuple(card.claim.id for card in shown.claims) == shown.incident.claims
    assert [card.number for card in shown.claims] == list(range(1, len(shown.claims) + 1))
    for card in shown.claims:
        assert card.incident == shown.incident.id and card.speaker and card.state == "unreviewed"
        assert card.interest == shown.incident.interests[card.claim.id]
        assert card.speaker.split()[0] in card.interest_why
    assert len(shown.places_km) == len(shown.incident.places)


def test_links_are_those_between_the_reports_asked_about(looking: TestClient) -> None:
    with looking.app.state.desk.incidents() as incidents:
        whole = incidents.repetitions()
        assert whole
        for link in whole:
            assert link in repetitions_between(incidents, [link.later, link.earlier])
            assert repetitions_between(incidents, [link.later]) == []


def test_a_claim_is_a_card(looking: TestClient) -> None:
    id = page(looking, first(looking)).claims[0].claim.id
    card = ClaimCard.model_validate_json(looking.get(f"/api/claims/{id}").content)
    assert card.claim.id == id and card.incident == first(looking) and card.judgements == []


def test_what_is_not_there_is_said(looking: TestClient) -> None:
    for address in ("incidents/i-0", "incidents/x", "incidents/%00", "claims/c-0", "claims/é"):
        answer = looking.get(f"/api/{address}")
        assert answer.status_code == 404 and answer.json()["remedy"], address


def test_why_two_claims_are_one_is_told(looking: TestClient) -> None:
    one, other = (card.claim.id for card in page(looking, first(looking)).claims[:2])
    told = Joined.model_validate_json(looking.get("/api/why", params={"one": one, "other": other}).content)
    assert told.lines and any("one incident" in line for line in told.lines)
    assert looking.get("/api/why", params={"one": one, "other": "c-0"}).status_code == 404
