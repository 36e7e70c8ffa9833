"""What the desk serves and who works at it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from contested.desk.problems import DeskError
from contested.desk.security import by_https, fits, signed_in
from contested.desk.sessions import LASTS, SESSION
from contested.desk.shapes.desk import Code, SessionIn, Status
from contested.desk.state import USER, At, user_of
from contested.model.codes import event_meanings

router = APIRouter(tags=["desk"])
YEAR = 365 * 24 * 3600


@router.get("/status")
def status(desk: At, request: Request) -> Status:
    """What the desk serves, and whether incidents are behind what was read and judged."""
    return desk.status(user_of(request) or None)


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
    """Say who works here; with the token where the desk asks for one and nobody has signed in."""
    kept, secure = desk.settings.token_hash, by_https(request)
    if kept is None:
        name, value, lasts = USER, quote(given.user), YEAR
    else:
        known = given.token == "" and signed_in(request, desk.settings, desk.sessions)
        if not known and not fits(given.token, kept):
            raise DeskError("token", "does not fit", "copy it as the desk printed it", 401)
        value = desk.sessions.begin(given.user, instead_of=request.cookies.get(SESSION, ""))
        name, lasts = SESSION, LASTS
    answer.set_cookie(name, value, httponly=True, samesite="strict", secure=secure, max_age=lasts)
    return desk.status(given.user)
