"""A cited document: sections of groups of sentences, each with its citations, and the reports they are taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from contested.model.claim import Claim
from contested.views.wording import publisher, quoted

COLUMNS = ("section", "group", "level", "sentence", "cites", "claims")
LONGEST_QUOTE = 300
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z0-9])|\n\s*\n")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Brig|Col|Lt|Maj|Capt|Sgt|St|No|vs)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its full stop, its citations ("2.1": report 2, quotation 1), the claims it is made of.

    ``level`` 1 stands under the sentence before it.
    """

    text: str
    cites: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    level: int = 0


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
class Group:
    """Sentences about one thing; ``heading`` names it, "" where the section does."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Groups under a heading; ``note`` says in a sentence what stands here and how it is known, "" nothing."""

    heading: str
    groups: tuple[Group, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document, ready to be rendered; ``overview`` are cited sentences too."""

    title: str
    note: str
    overview: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]


class Citations:
    """References by report, numbered in the order they are first cited."""

    def __init__(self) -> None:
        self.by_report: dict[str, Reference] = {}

    def reference(self, claim: Claim) -> Reference:
        """The reference of a claim's report, which is added where it is new."""
        report = claim.report
        if report.id not in self.by_report:
            number, outlet = len(self.by_report) + 1, publisher(claim)
            facts = (report.title, report.published, report.url, report.republisher)
            self.by_report[report.id] = Reference(number, outlet, *facts)
        return self.by_report[report.id]

    def cite(self, claim: Claim) -> str:
        """The citation of a claim's evidence."""
        return self.reference(claim).cite(short_quote(claim))


def rows(document: Document) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS``, a row a sentence."""
    for section in document.sections:
        for group in section.groups:
            for item in group.sentences:
                yield section.heading, group.heading, item.level, item.text, list(item.cites), list(item.claims)


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
