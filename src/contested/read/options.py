"""What the caller may tell about the inputs, and the limits that keep a bad one from stopping the batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contested.read.dates import DateOrder

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Overrides hold for every report read; ``columns`` maps a field (``text``, ``title``, …) to a table's column.

    ``date_order`` tells which of 3/2/2020 is the day; where it is None, each table's column of dates does.
    ``max_text`` counts characters of one report, ``max_bytes`` the bytes of one download; ``timeout`` is in seconds.
    """

    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    date_order: DateOrder | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    follow_feed_links: bool = False
    allow_private: bool = False
    max_text: int = MEGABYTE  # what a spaCy pipeline takes at once
    max_bytes: int = 20 * MEGABYTE
    timeout: float = 20.0
    max_redirects: int = 5
