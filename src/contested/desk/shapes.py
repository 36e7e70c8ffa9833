"""What the API answers and takes: the contract between the server and the page, published as OpenAPI."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from contested.model.claim import Claim
from contested.model.incident import Holding, Incident, Interest
from contested.model.report import Report

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


class Count(Shape):
    """One value to filter by, with how many incidents of the present selection have it."""

    id: str
    name: str
    incidents: int


class Facets(Shape):
    """The values to filter by, most incidents first, cut to the first fifty of each."""

    events: list[Count]
    families: list[Count]
    actors: list[Count]
    outlets: list[Count]
    sides: list[Count]
    places: list[Count]


class Cell(Shape):
    """Incidents near each other on the map; ``id`` where it is one alone.

    ``low`` and ``high`` bound the killed; None where nobody tells.
    ``km`` is the radius of uncertainty of a vague place (a region, "near"), 0 for a named town.
    """

    lat: float
    lon: float
    incidents: int
    disputed: int
    family: Family
    low: int | None
    high: int | None
    km: float
    id: str | None
    name: str


class Bin(Shape):
    """Incidents that start within a stretch of days; ``start`` is its first day."""

    start: str
    incidents: int
    disputed: int
    low: int
    high: int


class Overview(Shape):
    """Everything the first page shows of a selection, in one answer."""

    total: int
    everything: int
    undated: int
    unresolved: int
    unit: Literal["day", "week", "month", "year"]
    bins: list[Bin]
    cells: list[Cell]
    facets: Facets


class Span(Shape):
    """The range of a harm told: ``open`` where a source tells the highest as a lower bound."""

    low: int
    high: int
    open: bool


class IncidentRow(Shape):
    """One line of the list; ``place`` names are the most exact first, "~" marks none (see ``resolved``)."""

    id: str
    event: str
    family: Family
    title: str
    start: str | None
    end: str | None
    reported: str | None
    places: list[str]
    resolved: bool
    lat: float | None
    lon: float | None
    km: float
    killed: Span | None
    injured: Span | None
    contradictions: list[str]
    reports: int
    outlets: int
    roots: int
    claims: int
    confidence: float
    reviewed: Reviewed
    actors: list[str]


class IncidentList(Shape):
    """A stretch of the list; ``total`` counts the whole selection."""

    total: int
    offset: int
    rows: list[IncidentRow]


class ShelfRow(Shape):
    """A place that no gazetteer resolves, with how many incidents of the selection name it, and the region given."""

    name: str
    region: str
    incidents: int
    first: str


class Shelf(Shape):
    """The unresolved places of a selection, most incidents first."""

    total: int
    rows: list[ShelfRow]


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


class ClaimCard(Shape):
    """A claim as the machine coded it, with what persons made of it; ``edited`` has the field's JSON by its name."""

    claim: Claim
    incident: str | None
    speaker: str
    speaker_side: str | None
    interest: Interest | None
    interest_why: str
    state: ReviewState
    edited: dict[str, str]
    judgements: list[JudgementRow]
    number: int


class Link(Shape):
    """A report repeats another; drawn in the graph of roots."""

    later: str
    earlier: str
    kind: str
    share: float
    why: str


class Joined(Shape):
    """Why two claims of an incident are, or are not, one: a line an attribute, with its score and reason."""

    one: str
    other: str
    lines: list[str]


class IncidentPage(Shape):
    """An incident with its claims in the order of publication, and who repeats whom."""

    incident: Incident
    title: str
    family: Family
    claims: list[ClaimCard]
    links: list[Link]
    places_km: list[float]


class Loaded(Shape):
    """A word of the text that takes a side, with the neutral term of the field where a pack knows one."""

    start: int
    end: int
    quote: str
    tilt: str | None
    neutral: str | None


class ReportPage(Shape):
    """A report with its claims marked; ``graphic`` words ask for a warning first; ``copies`` are its other refs."""

    report: Report
    claims: list[ClaimCard]
    loaded: list[Loaded]
    graphic: bool
    copies: list[str]


class LanePlace(Shape):
    """A place with claims of control, and how many."""

    id: str
    name: str
    claims: int
    disagree: bool


class Lanes(Shape):
    """The claims of control of one place; ``today`` is the day that ages are counted to."""

    place: str
    name: str
    today: str | None
    holdings: list[Holding]
    half_life: float


class Table(Shape):
    """A view as columns and rows, as the terminal shows it."""

    columns: list[str]
    rows: list[list[str | int | float | bool | None]]


class BriefPage(Shape):
    """The brief as a page to print: HTML of our own making, everything from texts escaped."""

    html: str


class Label(Shape):
    """A place's name to write on the map."""

    name: str
    lat: float
    lon: float
    population: int


class Labels(Shape):
    """Names within a box, the most populous first."""

    rows: list[Label]


class QueueItem(Shape):
    """A claim to review, with why it comes now and where it stands in the queue."""

    card: ClaimCard
    reason: str
    score: float
    position: int


class Queue(Shape):
    """The next claims to review: ``left`` of ``total`` in this selection are unreviewed by this coder."""

    items: list[QueueItem]
    left: int
    total: int


class JudgementIn(Shape):
    """A decision to be kept. ``key`` is made by the page: sent twice, it is kept once.

    ``value`` is the field's JSON in the exchange format; every mention in it must stand in the report's text.
    """

    key: str = Field(min_length=8, max_length=64)
    kind: Act
    claims: list[str] = Field(min_length=1, max_length=10_000)
    why: str = Field(default="", max_length=2_000)
    field: EditableField | None = None
    value: str | None = Field(default=None, max_length=20_000)
    coding: Coding = "open"


class Kept(Shape):
    """What was kept, and whether there is something to undo and to redo."""

    judgements: list[JudgementRow]
    can_undo: bool
    can_redo: bool


class BulkIn(Shape):
    """One decision over every claim of a selection; ``expected`` guards against a selection that has changed."""

    key: str = Field(min_length=8, max_length=64)
    kind: Literal["accept", "reject", "skip", "flag"]
    why: str = Field(default="", max_length=2_000)
    expected: int


class Audit(Shape):
    """Judgements, the newest first."""

    total: int
    rows: list[JudgementRow]
    can_undo: bool
    can_redo: bool


class FieldAgreement(Shape):
    """Krippendorff's alpha of a field over the claims both coders judged; None where it is not defined."""

    field: str
    claims: int
    same: int
    alpha: float | None


class Difference(Shape):
    """A claim and field that two coders see differently; values are the field's JSON, or the decision."""

    claim: str
    field: str
    one: str
    other: str
    settled: bool


class Agreement(Shape):
    """Two coders compared."""

    one: str
    other: str
    claims: int
    fields: list[FieldAgreement]
    differences: list[Difference]


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


class Problem(Shape):
    """What happened and what helps; the body of every error."""

    subject: str
    problem: str
    remedy: str
