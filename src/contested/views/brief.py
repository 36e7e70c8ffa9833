"""The situation brief: what is reported, by day and place, every sentence with its claimant and its citations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from contested.ledger.filters import ClaimFilter
from contested.ledger.reads import Ledger
from contested.model.claim import Claim, ClaimTime
from contested.views.wording import day_words, publisher, quoted, sentence

LONGEST_QUOTE = 300
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z0-9])|\n\s*\n")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Brig|Col|Lt|Maj|Capt|Sgt|St|No|vs)\.$"
)
NO_DAY, NO_PLACE = "No day told", "No place told"
NOTE = "Every sentence is a report, not a finding: it says who claims what. Numbers are the claimants'."


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its full stop, its citations ("2.1": report 2, quotation 1), the claims it is made of."""

    text: str
    cites: tuple[str, ...]
    claims: tuple[str, ...] = ()


@dataclass(slots=True)
class Reference:
    """A report that is cited, and the quotations taken from it, each at most one sentence."""

    number: int
    publisher: str
    title: str | None
    published: str | None
    url: str | None
    republisher: str | None = None
    quotes: list[str] = field(default_factory=list)

    def cite(self, quote: str) -> str:
        """The citation of a quotation, which is added where it is new."""
        if quote not in self.quotes:
            self.quotes.append(quote)
        return f"{self.number}.{self.quotes.index(quote) + 1}"


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """What is reported of one place on one day."""

    place: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class DayGroup:
    """What is reported of one day; ``heading`` in words."""

    heading: str
    places: tuple[PlaceGroup, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, ready to be rendered; ``overview`` and ``unresolved`` are cited sentences too."""

    title: str
    note: str
    overview: tuple[Sentence, ...]
    days: tuple[DayGroup, ...]
    unresolved: tuple[Sentence, ...]
    references: tuple[Reference, ...]


class Citations:
    """References by report, numbered in the order they are first cited."""

    def __init__(self) -> None:
        self.by_report: dict[str, Reference] = {}

    def cite(self, claim: Claim) -> str:
        """The citation of a claim's evidence."""
        report = claim.report
        if report.id not in self.by_report:
            number, outlet = len(self.by_report) + 1, publisher(claim)
            facts = (report.title, report.published, report.url, report.republisher)
            self.by_report[report.id] = Reference(number, outlet, *facts)
        return self.by_report[report.id].cite(short_quote(claim))


def make_brief(ledger: Ledger, wanted: ClaimFilter | None = None) -> Brief:
    """The brief of the claims that fit; raises LedgerError."""
    claims = list(ledger.claims(wanted))
    citations = Citations()
    days = tuple(day_groups(claims, citations))
    return Brief(
        title=f"What is reported: {counted(len(claims), 'claim')} from {counted(len(citations.by_report), 'report')}",
        note=NOTE,
        overview=tuple(overview(claims, citations)),
        days=days,
        unresolved=tuple(unresolved(claims, citations)),
        references=tuple(citations.by_report.values()),
    )


def day_groups(claims: Iterable[Claim], citations: Citations) -> Iterable[DayGroup]:
    """Claims by their first day, then by their first place; the ledger gives them in the order of days."""
    by_day: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        day = heading(claim.time) if claim.time else NO_DAY
        place = claim.places[0].name if claim.places else NO_PLACE
        by_day.setdefault(day, {}).setdefault(place, []).append(claim)
    for day, by_place in by_day.items():
        names = sorted(by_place, key=lambda name: (name == NO_PLACE, name))
        yield DayGroup(day, tuple(PlaceGroup(name, tuple(sentences(by_place[name], citations))) for name in names))


def heading(time: ClaimTime) -> str:
    """The first day; where not even that is told to the day, the whole stretch."""
    if time.precision in ("day", "days"):
        return day_words(time.start)
    return f"Between {day_words(time.start)} and {day_words(time.end)}"


def sentences(claims: Iterable[Claim], citations: Citations) -> Iterable[Sentence]:
    """One sentence for claims that differ in nothing but where they stand; each citation once."""
    same: dict[str, list[Claim]] = {}
    for claim in claims:
        # The trigger's words are the first claim's: "struck" in a headline and "strike" below tell one thing.
        key = sentence(replace(claim, trigger=replace(claim.trigger, quote="")))
        same.setdefault(key, []).append(claim)
    for group in same.values():
        cites = tuple(dict.fromkeys(citations.cite(claim) for claim in group))
        yield Sentence(sentence(group[0]), cites, tuple(claim.id for claim in group))


def overview(claims: list[Claim], citations: Citations) -> Iterable[Sentence]:
    """Who reports, most claims first, each with its reports."""
    outlets = Counter(publisher(claim) for claim in claims)
    for outlet, count in outlets.most_common():
        own = [claim for claim in claims if publisher(claim) == outlet]
        reports = dict.fromkeys(str(citations.by_report[claim.report.id].number) for claim in own)
        text = f"{outlet} tells {counted(count, 'claim')} in {counted(len(reports), 'report')}"
        yield Sentence(text, tuple(reports), tuple(claim.id for claim in own))


def unresolved(claims: list[Claim], citations: Citations) -> Iterable[Sentence]:
    """The names that no gazetteer resolves, each with where it stands."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        for place in claim.places:
            if place.place is None:
                held.setdefault(place.name, []).append(claim)
    for name in sorted(held):
        cites = dict.fromkeys(citations.cite(claim) for claim in held[name])
        yield Sentence(f"{name} is in no gazetteer in use", tuple(cites), tuple(claim.id for claim in held[name]))


def short_quote(claim: Claim) -> str:
    """The sentence of the evidence that holds the trigger, cut to 300 characters around it."""
    text, at = claim.evidence.quote, claim.trigger.start - claim.evidence.start
    start, end = 0, len(text)
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text, 0, match.start() + 1):
            continue
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.start() + len(match.group().rstrip())
            break
    if end - start > LONGEST_QUOTE:
        first = max(start, min(at - LONGEST_QUOTE // 2, end - LONGEST_QUOTE))
        last = min(end, first + LONGEST_QUOTE)
        return ("… " if first > start else "") + tidy(text[first:last]) + (" …" if last < end else "")
    return tidy(text[start:end])


def tidy(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def counted(count: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def reference_line(reference: Reference) -> str:
    """Publisher, title, day, address; what is not known is said so."""
    title = quoted(reference.title) if reference.title else "no title"
    outlet = reference.publisher + (f" (republished by {reference.republisher})" if reference.republisher else "")
    parts = [outlet, title, reference.published or "no date told"]
    return ", ".join(parts + ([reference.url] if reference.url else []))
