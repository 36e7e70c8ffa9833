"""A selection of incidents as the address of a page tells it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from contested.desk.shapes.desk import Coding, Reviewed

Sort = Literal["reports", "newest", "oldest", "killed", "disputed"]
Order = Literal["effect", "unsure"]
BOX = r"^-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+$"
DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class Selection(BaseModel):
    """Conditions that an incident meets all; empty asks nothing. Lists are alternatives of one condition.

    ``place`` is words of a name or a gazetteer id; ``box`` is west,south,east,north in degrees;
    ``sure`` the least confidence of extraction.
    """

    model_config = ConfigDict(extra="forbid")

    q: Annotated[str, Field(max_length=300)] = ""
    since: Annotated[str, Field(pattern=DAY)] | None = None
    until: Annotated[str, Field(pattern=DAY)] | None = None
    place: Annotated[str, Field(max_length=200)] = ""
    actor: list[str] = []
    event: list[str] = []
    family: list[str] = []
    outlet: list[str] = []
    side: list[str] = []
    disputed: bool = False
    reports: Annotated[int, Field(ge=1)] = 1
    roots: Annotated[int, Field(ge=1)] = 1
    sure: Annotated[float, Field(ge=0, le=1)] = 0.0
    reviewed: list[Reviewed] = []
    box: Annotated[str, Field(pattern=BOX)] | None = None
    as_of: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None


class MapAsked(Selection):
    """``view`` is the map's west,south,east,north, which cells are cut to; unlike ``box`` it selects nothing."""

    view: Annotated[str, Field(pattern=BOX)] | None = None
    zoom: Annotated[float, Field(ge=0, le=24)] = 4.0


class ListAsked(Selection):
    """A stretch of the list, in an order."""

    sort: Sort = "reports"
    offset: Annotated[int, Field(ge=0)] = 0
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class QueueAsked(Selection):
    """The next claims, by expected effect on tolls and disputes, or the least sure first.

    Left out are the ids that the page is ``holding`` already.
    """

    coding: Coding = "open"
    order: Order = "effect"
    holding: list[str] = []
    limit: Annotated[int, Field(ge=1, le=20)] = 5


class AuditAsked(BaseModel):
    """A stretch of the audit, of one user or claim where asked."""

    model_config = ConfigDict(extra="forbid")

    user: str = ""
    claim: str = ""
    coding: Coding | None = None
    offset: Annotated[int, Field(ge=0)] = 0
    limit: Annotated[int, Field(ge=1, le=500)] = 100


Selected = Annotated[Selection, Query()]
