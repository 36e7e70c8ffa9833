"""Control lanes, framing, sources, disputes and the brief."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from contested.desk.answers import ready
from contested.desk.briefs import brief_page
from contested.desk.days import first_day, last_day
from contested.desk.selection import DAY
from contested.desk.shapes.pages import BriefPage, LanePlace, Lanes, Table
from contested.desk.state import At
from contested.desk.tables import Name
from contested.ledger.filters import ClaimFilter

router = APIRouter(tags=["tables"])
Day = Annotated[str, Query(pattern=DAY)]


@router.get("/control")
def control_places(desk: At, as_of: str = "") -> list[LanePlace]:
    """Places with claims of control, most claims first."""
    return desk.tables.places(as_of)


@router.get("/control/{place:path}", response_model=Lanes)
def control(place: str, desk: At, as_of: str = "") -> Response:
    """The lanes of one place."""
    return ready(desk.tables.control(place, as_of))


@router.get("/tables/{name}", response_model=Table)
def table(name: Name, desk: At, as_of: str = "") -> Response:
    """A view as the terminal shows it."""
    return ready(desk.tables.table(name, as_of))


@router.get("/brief")
def brief(desk: At, since: Day | None = None, until: Day | None = None, place: str = "", as_of: str = "") -> BriefPage:
    """The brief of some days and a place, to read and print."""
    wanted = ClaimFilter(
        place=place.strip() or None,
        since=date.fromordinal(first_day(since)).isoformat() if since else None,
        until=date.fromordinal(last_day(until)).isoformat() if until else None,
    )
    return brief_page(desk, wanted, as_of)
