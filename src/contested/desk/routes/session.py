"""What the desk serves and who works at it."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from contested.desk.problems import DeskError
from contested.desk.security import SESSION, fits
from contested.desk.shapes.desk import Code, SessionIn, Status
from contested.desk.state import USER, At
from contested.model.codes import event_meanings

router = APIRouter(tags=["desk"])
YEAR = 365 * 24 * 3600


@router.get("/status")
def status(desk: At, request: Request) -> Status:
    """What the desk serves, and whether incidents are behind what was read and judged."""
    return desk.status(request.cookies.get(USER))


@router.get("/basemap", response_class=FileResponse)
def basemap(desk: At) -> FileResponse:
    """The PMTiles file that the desk was started with, a range of bytes at a time."""
    file = desk.settings.basemap
    if file is None or not Path(file).is_file():
        raise DeskError("basemap", "has no file here", "start the desk with --basemap FILE.pmtiles", 404)
    return FileResponse(file, media_type="application/octet-stream", headers={"Cache-Control": "max-age=86400"})


@router.get("/codes")
def codes() -> list[Code]:
    """Every event code that a claim may be given."""
    return [Code(code=code, meaning=meaning) for code, meaning in event_meanings().items()]


@router.post("/session")
def sign_in(given: SessionIn, desk: At, request: Request, answer: Response) -> Status:
    """Say who works here; with the token where the desk asks for one."""
    kept = desk.settings.token_hash
    if kept is not None:
        token = given.token or request.cookies.get(SESSION, "")
        if not fits(token, kept):
            raise DeskError("token", "does not fit", "copy it as the desk printed it", 401)
        answer.set_cookie(SESSION, token, httponly=True, samesite="strict", max_age=YEAR)
    answer.set_cookie(USER, given.user, httponly=True, samesite="strict", max_age=YEAR)
    return desk.status(given.user)
