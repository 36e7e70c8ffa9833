"""The first page: map, timeline, list and what to filter by, of one selection."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from contested.desk.selection import ListAsked, MapAsked, Selected
from contested.desk.shapes import IncidentList, Labels, Overview, Shelf
from contested.desk.state import At

router = APIRouter(tags=["overview"])


@router.get("/overview")
def overview(desk: At, asked: Annotated[MapAsked, Query()]) -> Overview:
    """Counts, bins of the timeline, cells of the map, values to filter by."""
    raise NotImplementedError


@router.get("/incidents")
def incidents(desk: At, asked: Annotated[ListAsked, Query()]) -> IncidentList:
    """A stretch of the list."""
    raise NotImplementedError


@router.get("/shelf")
def shelf(desk: At, selected: Selected) -> Shelf:
    """Places of the selection that no gazetteer resolves."""
    raise NotImplementedError


@router.get("/labels")
def labels(desk: At, box: str, most: Annotated[int, Query(ge=1, le=200)] = 60) -> Labels:
    """Names of the most populous places within a box."""
    raise NotImplementedError
