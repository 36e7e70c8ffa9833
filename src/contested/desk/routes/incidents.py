"""One incident, one claim, and why two claims are one."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from contested.desk.answers import ready
from contested.desk.cards import one_card
from contested.desk.pages import blind_cards, incident_page
from contested.desk.shapes.pages import ClaimCard, IncidentPage, Joined
from contested.desk.state import At

router = APIRouter(tags=["incidents"])


@router.get("/incidents/{id}", response_model=IncidentPage)
def incident(id: str, desk: At, as_of: str = "") -> Response:
    """An incident whole, by its id or the id of a claim in it."""
    return ready(incident_page(desk, id, as_of))


@router.get("/claims/{id}")
def claim(id: str, desk: At, blind: bool = False) -> ClaimCard:
    """A claim with its judgements; ``blind`` hides outlets, parties and what others decided."""
    return blind_cards(desk, [id])[id] if blind else one_card(desk, id)


@router.get("/why")
def why(one: str, other: str, desk: At) -> Joined:
    """Why two claims are, or are not, one incident."""
    return Joined(one=one, other=other, lines=list(desk.settings.why(desk.settings.ledger, one, other)))
