"""An incident and a report as pages: everything of one in one answer."""

from __future__ import annotations

from contested.desk.blinding import Blinding
from contested.desk.board_entry import family_of, km_of, radii_of, title_of
from contested.desk.cards import Cards, exact, homes
from contested.desk.problems import DeskError
from contested.desk.shapes.pages import ClaimCard, IncidentPage, Link, Loaded, ReportPage
from contested.desk.state import Desk
from contested.ledger.board_reads import claims_by_id, claims_in_report, repetitions_between
from contested.ledger.incidents import Incidents
from contested.model.incident import Incident
from contested.packs.pack import Pack
from contested.views.wording import loaded_words

GRAPHIC = frozenset({"killed", "injured"})


def incident_page(desk: Desk, id: str, as_of: str = "") -> IncidentPage:
    """An incident by its id, a beginning of it, or a claim in it; raises DeskError, 404, where there is none."""
    board = desk.board(as_of)
    rank = board.rank_of(id)
    with desk.incidents(as_of) as incidents:
        found = [] if rank is None else list(exact(incidents, board.ids[rank].decode()))
        if not found:
            raise DeskError(
                id, "is no incident of this ledger", "go back to the list; incidents may have been made anew", 404
            )
        incident = found[0]
        held = claims_by_id(incidents.ledger, incident.claims)
        claims = [held[claim] for claim in incident.claims if claim in held]
        links = links_of(incidents, incident)
    cards = Cards(desk, [incident])
    radii = radii_of((p.place or p.name, p.radius_km, p.where_prec) for claim in claims for p in claim.places)
    return IncidentPage(
        incident=incident, title=title_of(incident), family=family_of(incident.event),
        claims=[cards.card(claim, number) for number, claim in enumerate(claims, 1)], links=links,
        places_km=[km_of(place, radii) for place in incident.places],
    )  # fmt: skip


def links_of(incidents: Incidents, incident: Incident) -> list[Link]:
    """Who repeats whom among the reports of an incident."""
    reports = [teller.report for teller in incident.tellers]
    return [
        Link(later=r.later, earlier=r.earlier, kind=r.kind, share=r.share, why=r.why)
        for r in repetitions_between(incidents, reports)
    ]


def report_page(desk: Desk, id: str, blind: bool = False) -> ReportPage:
    """A report by id or ref; raises LedgerError where there is none."""
    with desk.reading() as ledger:
        report, claims = claims_in_report(ledger, id)
        refs = [seen.ref for seen in ledger.appearances(report.id)]
    cards = Cards(desk, homes(desk, claims))
    page = ReportPage(
        report=report, claims=[cards.card(claim, number) for number, claim in enumerate(claims, 1)],
        loaded=loaded_in(report.text, desk.pack),
        graphic=any(effect.kind in GRAPHIC for claim in claims for effect in claim.effects),
        copies=[ref for ref in dict.fromkeys(refs) if ref != report.ref],
    )  # fmt: skip
    return Blinding(page, desk.pack).page() if blind else page


def blind_cards(desk: Desk, ids: list[str]) -> dict[str, ClaimCard]:
    """Claims by id without outlets, parties and what others decided; raises LedgerError where one is not there."""
    with desk.reading() as ledger:
        reports = dict.fromkeys(claim.report.id for claim in claims_by_id(ledger, ids).values())
    cards = [card for id in reports for card in report_page(desk, id, blind=True).claims]
    return {card.claim.id: card for card in cards if card.claim.id in set(ids)}


def loaded_in(text: str, pack: Pack) -> list[Loaded]:
    """The words of a text that take a side."""
    found = []
    for match in loaded_words().finditer(text):
        known = pack.loaded_words.get(match.group().casefold())
        found.append(
            Loaded(start=match.start(), end=match.end(), quote=match.group(), tilt=known.tilt if known else None,
                   neutral=known.neutral if known else None)
        )  # fmt: skip
    return found
