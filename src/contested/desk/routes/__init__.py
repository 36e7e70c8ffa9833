"""The API, a file a subject."""

from __future__ import annotations

from contested.desk.routes import incidents, moments, overview, reports, review, session, tables

ROUTERS = (
    session.router, overview.router, incidents.router, reports.router, tables.router, moments.router, review.router,
)  # fmt: skip
