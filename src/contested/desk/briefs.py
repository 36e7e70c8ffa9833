"""The brief of some days and a place, as a page of our own making."""

from __future__ import annotations

from contested.desk.days import day_of
from contested.desk.problems import DeskError
from contested.desk.selection import Selection
from contested.desk.shapes.pages import BriefPage
from contested.desk.state import Desk
from contested.desk.tables import MOST_CLAIMS, MOST_INCIDENTS
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Incidents, Moment
from contested.views.brief import Matter, make_brief
from contested.views.brief_matter import gather
from contested.views.document_html import as_html
from contested.views.known import claims_as_judged_by_id
from contested.views.novelty import last_reading
from contested.views.review import reviews_at

MOST_GROUPS = 40  # incidents a section, the rest counted


def brief_page(desk: Desk, wanted: ClaimFilter, as_of: str) -> BriefPage:
    """The brief over what fits; raises DeskError where that is too much for a page."""
    moment = Moment(day_of(as_of))
    with desk.incidents(as_of) as incidents:
        if desk.standing.record().claims > MOST_CLAIMS:
            matter = selected(desk, incidents, wanted, moment)
        else:
            matter = gather(incidents.ledger, incidents, wanted, moment)
        return BriefPage(html=as_html(make_brief(matter, desk.pack, MOST_GROUPS)))


def selected(desk: Desk, incidents: Incidents, wanted: ClaimFilter, moment: Moment) -> Matter:
    """The matter of a brief out of a ledger too large to be read through: the incidents of the days and place."""
    shown = desk.at(moment.as_of)
    asked = Selection(since=wanted.since, until=wanted.until, place=wanted.place or "")
    ranks = shown.chooser.order(asked, "reports")
    if len(ranks) > MOST_INCIDENTS:
        problem = f"is over {len(ranks):,} incidents; a page holds {MOST_INCIDENTS:,}"
        raise DeskError("the brief", problem, "choose fewer days or a place, or run: contested brief", 413)
    ids = [shown.board.ids[rank].decode() for rank in ranks]
    found = [i for id in ids for i in incidents.rows("WHERE build = ? AND id = ?", (incidents.number, id))]
    reviews = reviews_at(incidents.ledger, moment)
    ids = [claim for incident in found for claim in incident.claims]
    claims = dict(claims_as_judged_by_id(incidents.ledger, ids, reviews))
    return Matter(found, claims, frozenset(claims), last_reading(incidents.ledger), moment, reviews=reviews)
