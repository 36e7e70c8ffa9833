"""What is denied and what is left unsaid, in the words of those who say so."""

from __future__ import annotations

from collections.abc import Iterable

from contested.model.claim import Claim
from contested.model.incident import Incident
from contested.views.document import Group, Section, short_quote
from contested.views.standing import Telling
from contested.views.wording import day_words, listing, party, quoted

NOTE = (
    "In the reports' words, once each: denials that no claim of the same incident meets, and silences. What others "
    "contradict is among the disputes."
)
NO_DAY = "9999"  # after every day


def unanswered_section(incidents: Iterable[Incident], telling: Telling) -> Section:
    """Denials and silences by the day they were first told, those of one sentence and of its copies together."""
    held: dict[str, list[Claim]] = {}
    for incident in incidents:
        answered = {id for c in incident.contradictions if c.kind == "whether" for p in c.positions for id in p.claims}
        for claim in telling.of(incident.claims):
            if claim.id not in answered and (claim.event == "denial" or claim.factuality == "denied"):
                held.setdefault(short_quote(claim), []).append(claim)
    by_day: dict[str, list[str]] = {}
    for quote, claims in held.items():
        by_day.setdefault(min(claim.report.published or NO_DAY for claim in claims), []).append(quote)
    groups = []
    for day in sorted(by_day):
        items = tuple(
            telling.sentence(f"{denier(held[quote], telling)}: {quoted(quote)}", [claim.id for claim in held[quote]])
            for quote in by_day[day]
        )
        told = "Reported on a day not told" if day == NO_DAY else f"Reported {day_words(day)}"
        groups.append(Group(told, items))
    return Section("Denied, or not answered", tuple(groups), NOTE if groups else "")


def denier(claims: list[Claim], telling: Telling) -> str:
    """Who denies: the speaker of what is denied, else who does the denying, else the speaker of the sentence."""
    for claim in claims:
        if claim.factuality == "denied" and claim.speaker:
            return telling.speaker(claim)
    for claim in claims:
        if claim.event == "denial" and claim.initiators:
            return f"{listing([party(p) for p in claim.initiators])}, as told by {telling.speaker(claim)}"
    return telling.speaker(claims[0])
