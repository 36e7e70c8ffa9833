"""The claims themselves: what is reported, by day and place, every sentence with its claimant and its citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from contested.model.claim import Claim, ClaimTime
from contested.views.decided import decided
from contested.views.document import Citations, Document, Group, Section, Sentence, counted
from contested.views.review import Reviews
from contested.views.wording import day_words, publisher, sentence

NO_DAY, NO_PLACE = "No day told", "No place told"
NOTE = "Every sentence is a report, not a finding: it says who claims what. Numbers are the claimants'."


def list_claims(claims: Sequence[Claim], reviews: Reviews = Reviews()) -> Document:  # noqa: B008
    """The document of claims, which come in the order of days; what persons edited is said."""
    citations = Citations()
    days = [*day_sections(claims, citations)]
    names = tuple(unresolved(claims, citations))
    if names:
        days.append(Section("Places not resolved", (Group("", names),)))
    return Document(
        title=f"What is reported: {counted(len(claims), 'claim')} from {counted(len(citations.by_report), 'report')}",
        note=NOTE,
        overview=tuple(overview(claims, citations)),
        sections=decided(days, reviews),
        references=tuple(citations.by_report.values()),
    )


def day_sections(claims: Iterable[Claim], citations: Citations) -> Iterable[Section]:
    """Claims by their first day, then by their first place; the ledger gives them in the order of days."""
    by_day: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        day = heading(claim.time) if claim.time else NO_DAY
        place = claim.places[0].name if claim.places else NO_PLACE
        by_day.setdefault(day, {}).setdefault(place, []).append(claim)
    for day, by_place in by_day.items():
        names = sorted(by_place, key=lambda name: (name == NO_PLACE, name))
        yield Section(day, tuple(Group(name, tuple(sentences(by_place[name], citations))) for name in names))


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


def overview(claims: Sequence[Claim], citations: Citations) -> Iterable[Sentence]:
    """Who reports, most claims first, each with its reports."""
    outlets = Counter(publisher(claim) for claim in claims)
    for outlet, count in outlets.most_common():
        own = [claim for claim in claims if publisher(claim) == outlet]
        reports = dict.fromkeys(str(citations.by_report[claim.report.id].number) for claim in own)
        text = f"{outlet} tells {counted(count, 'claim')} in {counted(len(reports), 'report')}"
        yield Sentence(text, tuple(reports), tuple(claim.id for claim in own))


def unresolved(claims: Sequence[Claim], citations: Citations) -> Iterable[Sentence]:
    """The names that no gazetteer resolves, each with where it stands."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        for place in claim.places:
            if place.place is None:
                held.setdefault(place.name, []).append(claim)
    for name in sorted(held):
        cites = dict.fromkeys(citations.cite(claim) for claim in held[name])
        yield Sentence(f"{name} is in no gazetteer in use", tuple(cites), tuple(claim.id for claim in held[name]))
