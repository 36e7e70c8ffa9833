"""What keeps a desk safe: content policy, hosts, origin of changes, size limits, the token."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contested.desk.problems import problem
from contested.desk.sessions import SESSION, Sessions
from contested.desk.settings import Settings

MOST_BYTES = 1_000_000
# What a read-only desk answers itself: it shows what was derived elsewhere, and says who can derive.
DERIVING = frozenset({"/api/moments", "/api/rebuild"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Reports are foreign words: nothing in them may run, load or send. MapLibre's worker comes from our own files.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{tiles}; "
    "connect-src 'self'{tiles}; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}


def hash_of(token: str) -> str:
    """The SHA-256 of a token, which is all that is kept of it; it has 256 random bits, so that no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """A token of 256 random bits."""
    return secrets.token_urlsafe(32)


def fits(token: str, kept: str) -> bool:
    """Whether a token is the one kept, in a time that tells nothing."""
    return hmac.compare_digest(hash_of(token), kept)


def secure(app: FastAPI, settings: Settings, sessions: Sessions) -> None:
    """Refuse what may not come in, and add to every answer what the browser must hold to."""
    app.add_middleware(Guard, settings=settings, sessions=sessions)


class Guard:
    """Stands before the app as plain ASGI: Starlette's middleware of functions would start two tasks a request."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self.app, self.settings, self.sessions = app, settings, sessions
        policy = POLICY.format(tiles=tiles_origin(settings.basemap))
        headers = {"Content-Security-Policy": policy} | HEADERS
        self.headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_api = scope["path"].startswith("/api/")

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self.headers]
                if is_api and not any(name == b"cache-control" for name, _ in message["headers"]):
                    message["headers"].append((b"cache-control", b"no-store"))
            await send(message)

        refused = refusal(Request(scope), self.settings, self.sessions)
        await (refused or self.app)(scope, receive, send_guarded)


def refusal(request: Request, settings: Settings, sessions: Sessions) -> Response | None:
    """Why a request is refused, as an answer; None where it may pass."""
    host = request.headers.get("host", "")
    if settings.token_hash is None and host.rsplit(":", 1)[0] not in settings.hosts:
        # A page elsewhere that resolves its own name to this machine must not read the ledger.
        return problem(421, "host", f"{host[:80]} is not this desk", "open the address that the desk printed")
    if request.method not in SAFE:
        refused = unsafe_refusal(request, host)
        if refused is not None or request.url.path == "/api/session":
            return refused
    if settings.token_hash and request.url.path.startswith("/api/") and not signed_in(request, settings, sessions):
        return problem(401, "session", "this desk asks for its token", "sign in with the token that the desk printed")
    if settings.read_only and request.method not in SAFE and request.url.path not in DERIVING:
        return problem(403, "desk", "is read-only", "start it without --read-only to review")
    return None


def unsafe_refusal(request: Request, host: str) -> Response | None:
    """Why a change is refused whoever asks: another site's page, no JSON, too long."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return problem(403, "origin", "a page of another site may change nothing here", "")
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return problem(415, "content-type", "changes are sent as application/json", "")
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        return problem(
            413, "body", f"changes take up to {MOST_BYTES:,} bytes and say their length", "send less at once"
        )
    return None


def signed_in(request: Request, settings: Settings, sessions: Sessions) -> bool:
    """Whether the session is one of the desk's, or the bearer token is its token."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    if bearer:
        return settings.token_hash is not None and fits(bearer, settings.token_hash)
    return sessions.user(request.cookies.get(SESSION, "")) is not None


def by_https(request: Request) -> bool:
    """Whether a request came by https, to the desk itself or to the proxy before it."""
    told = request.headers.get("x-forwarded-proto", "").split(",")[0].strip().lower()
    return (told or request.url.scheme) == "https"


def tiles_origin(basemap: str | None) -> str:
    """The one other host that the page may ask, where the user gave a tile address; else none."""
    parts = urlsplit(basemap or "")
    return f" {parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else ""
