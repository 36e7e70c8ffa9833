"""The first page: map, timeline, list and what to filter by, of one selection."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from contested.desk.answers import ready
from contested.desk.choosing import box_of
from contested.desk.selection import BOX, ListAsked, MapAsked, Selected
from contested.desk.shapes.overview import IncidentList, Labels, Overview, Shelf
from contested.desk.state import At

router = APIRouter(tags=["overview"])


@router.get("/overview", response_model=Overview)
def overview(desk: At, asked: Annotated[MapAsked, Query()]) -> Response:
    """Counts, bins of the timeline, cells of the map, values to filter by."""
    return ready(desk.at(asked.as_of).overview(asked))


@router.get("/incidents", response_model=IncidentList)
def incidents(desk: At, asked: Annotated[ListAsked, Query()]) -> Response:
    """A stretch of the list."""
    return ready(desk.at(asked.as_of).incidents(asked))


@router.get("/shelf", response_model=Shelf)
def shelf(desk: At, selected: Selected) -> Response:
    """Places of the selection that no gazetteer resolves."""
    return ready(desk.at(selected.as_of).shelf(selected))


@router.get("/labels", response_model=Labels)
async def labels(
    desk: At, box: Annotated[str, Query(pattern=BOX)], most: Annotated[int, Query(ge=1, le=200)] = 60
) -> Response:
    """Names of the most populous places within a box."""
    return ready(await desk.labels.within(box_of(box), most))
