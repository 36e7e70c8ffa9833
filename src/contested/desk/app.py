"""The desk's server: the API under /api, the built page for every other address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from fastapi.responses import FileResponse

from contested import __version__
from contested.desk.problems import DeskError, answer_problems
from contested.desk.routes import ROUTERS
from contested.desk.security import secure
from contested.desk.settings import Settings
from contested.desk.state import Desk
from contested.desk.warming import ready_to_serve

THREADS = 6


def create_app(settings: Settings) -> FastAPI:
    """The application for one ledger; raises LedgerError where that cannot be opened."""
    desk = Desk(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # More threads than a few only take the interpreter from each other, and the slowest answers grow slower.
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        with ready_to_serve(desk):
            yield
        desk.close()

    app = FastAPI(
        title="Contested desk", version=__version__, lifespan=lifespan, openapi_url="/api/openapi.json",
        docs_url=None, redoc_url=None,
    )  # fmt: skip
    app.state.desk = desk
    answer_problems(app)
    secure(app, settings, desk.sessions)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    serve_page(app)
    return app


def static_folder() -> Path:
    """The built page's folder within the package; it may be absent in a checkout that was never built."""
    return Path(str(files("contested.desk").joinpath("static")))


def serve_page(app: FastAPI) -> None:
    """Built files by their names, and the page itself for every address that is a state of it."""
    folder = static_folder()

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> FileResponse:
        if path.split("/", maxsplit=1)[0] == "api":
            raise DeskError(f"/{path}", "is no address of this desk", "see /api/openapi.json for those there are", 404)
        asked = (folder / path).resolve()
        if path and asked.is_file() and asked.is_relative_to(folder.resolve()):
            # Names of built files carry a hash of their content.
            lasting = {"Cache-Control": "public, max-age=31536000, immutable"} if path.startswith("assets/") else {}
            return FileResponse(asked, headers=lasting)
        return FileResponse(folder / "index.html", headers={"Cache-Control": "no-cache"})
