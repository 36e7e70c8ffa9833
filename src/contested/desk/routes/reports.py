"""The reading pane: a report with its claims marked in the text."""

from __future__ import annotations

from fastapi import APIRouter

from contested.desk.pages import report_page
from contested.desk.shapes import ReportPage
from contested.desk.state import At

router = APIRouter(tags=["reports"])


@router.get("/reports/{id:path}")
def report(id: str, desk: At, blind: bool = False) -> ReportPage:
    """A report by id or ref; ``blind`` hides outlets and the names of parties, letter by letter."""
    return report_page(desk, id, blind)
