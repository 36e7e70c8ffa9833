"""Errors as answers: one shape, what happened and what helps; never a stack trace."""

from __future__ import annotations

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response

from contested.model.errors import AmendmentError, ContestedError


class DeskError(ContestedError):
    """A request that cannot be met; ``status`` is the HTTP status."""

    def __init__(self, subject: str, problem: str, remedy: str = "", status: int = 400) -> None:
        super().__init__(subject, problem, remedy)
        self.status = status

    def __reduce__(self) -> tuple[type[DeskError], tuple[str, str, str]]:
        return type(self), (self.subject, self.problem, self.remedy)


def underivable(subject: str, day: str, ledger: str) -> DeskError:
    """That a read-only desk derives no incidents of a day, "" for now, and who can."""
    command = f"contested reconcile{f' --as-of {day}' if day else ''} --ledger {ledger}"
    problem = "are not derived by this desk, which is read-only"
    return DeskError(subject, problem, f"whoever keeps the ledger runs: {command}", 403)


def answer_problems(app: FastAPI) -> None:
    """Give every error that Contested knows, and every malformed request, the same body."""

    @app.exception_handler(ContestedError)
    def known(_: Request, error: ContestedError) -> Response:
        return problem(getattr(error, "status", status_of(error)), error.subject, error.problem, error.remedy)

    @app.exception_handler(RequestValidationError)
    def malformed(_: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return problem(422, where, str(first["msg"]), "see /api/openapi.json for what can be asked")

    @app.exception_handler(HTTPException)
    def refused(_: Request, error: HTTPException) -> Response:
        return problem(error.status_code, "request", str(error.detail), "")


def status_of(error: ContestedError) -> int:
    """400 for a value that cannot be, 404 for what is not in the ledger, 503 where that cannot be used just now."""
    if isinstance(error, AmendmentError):
        return 400
    return 404 if error.problem.startswith("has no ") else 503


def problem(status: int, subject: str, what: str, remedy: str) -> Response:
    """One error as it is answered."""
    return JSONResponse({"subject": subject, "problem": what, "remedy": remedy}, status_code=status)
