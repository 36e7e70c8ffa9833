"""The desk's state: its ledger opened for readers, the board of incidents, judgements as they stand."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from contested.desk.problems import DeskError
from contested.desk.settings import Settings
from contested.desk.shapes import Status

USER = "contested_user"


class Desk:
    """One ledger at work; safe for many threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def status(self, user: str | None) -> Status:
        """What is served."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of files and threads."""


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    return cast("Desk", request.app.state.desk)


def who(request: Request) -> str:
    """Who asks; raises DeskError where nobody said so."""
    user = request.cookies.get(USER, "")
    if not user:
        raise DeskError("user", "is not known", "say who you are at the top of the page", 401)
    return user


At = Annotated[Desk, Depends(desk_of)]
Who = Annotated[str, Depends(who)]
