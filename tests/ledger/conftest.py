"""Reports and claims made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.actor import Participant
from contested.model.claim import Claim, ClaimTime, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id
from contested.model.source import Source


def report(text: str, ref: str = "one", **known: str) -> Report:
    """A report with its content id, found at REF.txt."""
    return Report(id=report_id(text), ref=ref, text=text, origin=f"{ref}.txt", **known)


def claim(source: Report, trigger: str, event: str, **fields: object) -> Claim:
    """A claim whose evidence is the whole text."""
    start = source.text.index(trigger)
    made = Claim(
        id="",
        report=ReportRef.of(source),
        evidence=Mention.of(source.text, 0, len(source.text)),
        trigger=Mention.of(source.text, start, start + len(trigger)),
        event=event,
        attribution=(Source(source.publisher or "unknown", "publisher"),),
    )
    return replace(made, **fields).with_id()


def day(text: str, end: str | None = None) -> ClaimTime:
    """A time without a mention."""
    return ClaimTime(text, end or text, "day" if end is None else "days")


def place(source: Report, name: str, id: str | None = None) -> PlaceRef:
    """A place named in the text; resolved where an id is given."""
    at = source.text.index(name)
    where = (36.0, 37.0) if id else (None, None)
    return PlaceRef(name, id, *where, 1, "in", "SY" if id else None, (), Mention.of(source.text, at, at + len(name)))


def actor(source: Report, name: str, id: str | None = None) -> Participant:
    """An actor named in the text."""
    at = source.text.index(name)
    return Participant(name, id, "unknown", Mention.of(source.text, at, at + len(name)))


@pytest.fixture
def make() -> dict[str, Callable[..., object]]:
    """The makers above by name."""
    return {"report": report, "claim": claim, "day": day, "place": place, "actor": actor}
