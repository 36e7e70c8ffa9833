"""The reading pane: a report with its claims marked in the text."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from contested.desk.answers import ready
from contested.desk.pages import report_page
from contested.desk.shapes.pages import ReportPage
from contested.desk.state import At

router = APIRouter(tags=["reports"])


@router.get("/reports/{id:path}", response_model=ReportPage)
def report(id: str, desk: At, blind: bool = False) -> Response:
    """A report by id or ref; ``blind`` hides outlets and the names of parties, letter by letter."""
    return ready(report_page(desk, id, blind))
