"""Claims as cards: who says it and for whom, in whose interest, and what persons made of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from contested.desk.shapes.pages import ClaimCard
from contested.desk.state import Desk
from contested.ledger.board_reads import claims_by_id
from contested.ledger.incidents import Incidents
from contested.model.claim import Claim
from contested.model.incident import Incident, Interest
from contested.views.standing import Telling
from contested.views.wording import publisher, voice

INTERESTS: dict[Interest, str] = {
    "self_serving": "speaks for {side}, and tells what is to the credit of that side or the harm of another",
    "against_interest": "speaks for {side}, and tells a loss or a wrong of that side, or what credits another",
    "neutral": "speaks for {side}; nothing in it is to the credit or the harm of that side",
}
NO_SIDE = "stands on no side that the packs know"


class Cards:
    """Makes the cards of a page; ``incidents`` are those that its claims are in, as far as they are known."""

    def __init__(self, desk: Desk, incidents: Iterable[Incident] = ()) -> None:
        self.desk, self.telling = desk, Telling({}, desk.pack)
        self.home = {claim: incident for incident in incidents for claim in incident.claims}

    def card(self, claim: Claim, number: int = 0) -> ClaimCard:
        """One claim."""
        incident, side = self.home.get(claim.id), self.telling.side(claim)
        interest = incident.interests.get(claim.id) if incident else None
        judged = self.desk.judged
        return ClaimCard(
            claim=claim, incident=incident.id if incident else None, speaker=speaker_of(claim), speaker_side=side,
            interest=interest, interest_why=interest_words(claim, interest, self.side_name(side)),
            state=judged.state(claim.id), edited=judged.edited(claim.id), judgements=judged.rows(claim.id),
            number=number,
        )  # fmt: skip

    def side_name(self, side: str | None) -> str | None:
        """A side in words."""
        sides = self.desk.pack.sides
        return sides[side].name if side is not None and side in sides else side


def speaker_of(claim: Claim) -> str:
    """The innermost voice, else the outlet."""
    return voice(claim.speaker) if claim.speaker else publisher(claim)


def interest_words(claim: Claim, interest: Interest | None, side: str | None) -> str:
    """Why a claim serves its speaker or not, in words; empty where that was not derived."""
    if interest is None:
        return ""
    words = INTERESTS[interest].format(side=side) if side else NO_SIDE
    return f"{speaker_of(claim)} {words}"


def one_card(desk: Desk, id: str) -> ClaimCard:
    """The card of a claim by its id; raises LedgerError where there is none."""
    with desk.reading() as ledger:
        claim = claims_by_id(ledger, [id]).get(id) or ledger.claim(id).claim
    return Cards(desk, homes(desk, [claim])).card(claim)


def homes(desk: Desk, claims: Iterable[Claim], as_of: str = "") -> list[Incident]:
    """The incidents that claims are in, where incidents are at hand."""
    shown = desk.shown_at(as_of)
    if shown is None:
        return []
    found: list[Incident] = []
    for id in dict.fromkeys(id for claim in claims if (id := shown.board.home(claim.id))):
        found += shown.whole.get(id, partial(read_incident, desk, id, as_of))
    return found


def read_incident(desk: Desk, id: str, as_of: str) -> tuple[Incident, ...]:
    """The incident of an id, from the ledger; none where it was just made anew."""
    with desk.incidents(as_of) as incidents:
        return tuple(exact(incidents, id))


def exact(incidents: Incidents, id: str) -> Iterable[Incident]:
    """The incident of an id; none where it was just made anew."""
    return incidents.rows("WHERE build = ? AND id = ?", (incidents.number, id))
