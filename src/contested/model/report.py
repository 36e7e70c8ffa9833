"""Report: a text somebody published, its boilerplate marked, with what is known of its publication; Skip: none."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from contested.model.mention import Mention

BoilerplateKind = Literal[
    "share", "donation", "disclaimer", "copyright", "related", "caption", "byline", "contact", "navigation", "other"
]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the text that reports nothing; kept, but no claim comes out of it."""

    kind: BoilerplateKind
    mention: Mention


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that dates a report from inside ("August 22 2013", "BEIRUT (Reuters) –"); day in EDTF where given."""

    mention: Mention
    day: str | None = None
    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """``text`` is the whole text (title, blank line, body where the title came apart); all offsets count in it.

    ``published`` is an ISO day or None; ``language`` ISO 639-1 or None; ``origin`` the file or address it came from.
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    headline: Mention | None = None
    publisher: str | None = None
    republisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    boilerplate: tuple[Boilerplate, ...] = field(default=())
    origin: str = ""

    @property
    def anchor(self) -> str | None:
        """The day relative dates count from: a full dateline, else the day of publication, else None."""
        if self.dateline is not None and self.dateline.day is not None and not self.dateline.day.startswith("XXXX"):
            return self.dateline.day
        return self.published

    @property
    def body_length(self) -> int:
        """Characters that are not boilerplate."""
        return len(self.text) - sum(b.mention.end - b.mention.start for b in self.boilerplate)


@dataclass(frozen=True, slots=True)
class Skip:
    """An input that could not be read: where it came from, what is wrong with it, and what would help.

    ``field`` is the one that is left out where all else was read; empty where nothing was.
    """

    origin: str
    problem: str
    remedy: str = ""
    field: str = ""


def report_id(text: str) -> str:
    """The content id of a text: the same words, whatever their white space and Unicode form, give the same id."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return "r-" + hashlib.sha256(folded.encode()).hexdigest()[:20]
