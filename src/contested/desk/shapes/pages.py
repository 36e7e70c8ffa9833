"""One incident, one report, claims as cards, lanes, tables and the brief."""

from __future__ import annotations

from contested.desk.shapes.desk import Family, JudgementRow, ReviewState, Shape
from contested.model.claim import Claim
from contested.model.incident import Holding, Incident, Interest
from contested.model.report import Report


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
    """The claims of control of one place; ``today`` is the day that ages are counted to.

    ``known`` are the holders that a pack knows; of all others there are only the words of the texts.
    """

    place: str
    name: str
    today: str | None
    holdings: list[Holding]
    half_life: float
    known: list[str]


class Table(Shape):
    """A view as columns and rows, as the terminal shows it."""

    columns: list[str]
    rows: list[list[str | int | float | bool | None]]


class BriefPage(Shape):
    """The brief as a page to print: HTML of our own making, everything from texts escaped."""

    html: str
