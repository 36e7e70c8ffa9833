"""The first page: counts, bins, cells, values to filter by, the list, the shelf, names for the map."""

from __future__ import annotations

from typing import Literal

from contested.desk.shapes.desk import Family, Reviewed, Shape


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


class Label(Shape):
    """A place's name to write on the map."""

    name: str
    lat: float
    lon: float
    population: int


class Labels(Shape):
    """Names within a box, the most populous first."""

    rows: list[Label]
