"""Control lanes, framing, sources, disputes and the brief."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from contested.desk.selection import DAY
from contested.desk.shapes import BriefPage, LanePlace, Lanes, Table
from contested.desk.state import At

router = APIRouter(tags=["tables"])
Day = Annotated[str, Query(pattern=DAY)]
Name = Literal["framing", "words", "sources", "disputes", "tolls"]


@router.get("/control")
def control_places(desk: At, as_of: str = "") -> list[LanePlace]:
    """Places with claims of control, most claims first."""
    raise NotImplementedError


@router.get("/control/{place}")
def control(place: str, desk: At, as_of: str = "") -> Lanes:
    """The lanes of one place."""
    raise NotImplementedError


@router.get("/tables/{name}")
def table(name: Name, desk: At, as_of: str = "") -> Table:
    """A view as the terminal shows it."""
    raise NotImplementedError


@router.get("/brief")
def brief(desk: At, since: Day | None = None, until: Day | None = None, place: str = "", as_of: str = "") -> BriefPage:
    """The brief of some days and a place, to read and print."""
    raise NotImplementedError
