"""What every page needs: what is served, who works, moments, judgements, problems."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

# The field's own types of event (ACLED's), with control as a state apart.
Family = Literal["battles", "explosions", "civilians", "protests", "developments", "control", "other"]
ReviewState = Literal["unreviewed", "accepted", "edited", "rejected", "duplicate", "skipped", "flagged"]
Coding = Literal["open", "blind"]
Act = Literal["accept", "reject", "edit", "merge", "split", "duplicate", "skip", "flag", "note"]
EditableField = Literal[
    "event", "factuality", "initiators", "targets", "places", "time", "effects", "attribution", "instruments"
]
Reviewed = Literal["none", "part", "all"]


class Shape(BaseModel):
    """Unknown fields in what is sent are an error, never ignored."""

    model_config = ConfigDict(extra="forbid")


class Code(Shape):
    """An event code with its one-line definition."""

    code: str
    meaning: str


class Status(Shape):
    """What the desk serves; ``sides`` are names by id.

    ``outdated`` counts judgements and readings newer than the incidents shown.
    """

    version: str
    ledger: str
    read_only: bool
    reports: int
    claims: int
    incidents: int
    first_day: str | None
    last_day: str | None
    outdated: int
    deriving: bool
    basemap: str | None
    basemap_kind: Literal["none", "pmtiles", "tiles"]
    user: str | None
    users: list[str]
    sides: dict[str, str]
    token_needed: bool


class SessionIn(Shape):
    """Who works here; the token only where the desk asks for one."""

    user: str = Field(min_length=1, max_length=80)
    token: str = ""


class MomentIn(Shape):
    """A day that the ledger is to be shown as known on."""

    as_of: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


class MomentState(Shape):
    """Whether the incidents of a moment are at hand."""

    as_of: str
    ready: bool
    stage: str = ""
    count: int = 0


class JudgementRow(Shape):
    """One entry of the audit; ``in_force`` is false where it was undone."""

    id: str
    kind: str
    claims: list[str]
    who: str
    at: str
    why: str
    undoes: str | None
    field: str | None
    value: str | None
    coding: Coding
    in_force: bool
