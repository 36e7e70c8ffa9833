"""Incidents as they are shown: accounts that go together, with roots, tolls, contradictions and interests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from contested.model.claim import Claim
from contested.model.incident import Incident, IncidentPlace, Teller, TollFigure
from contested.packs.pack import Pack
from contested.reconcile.compare.place import FINE
from contested.reconcile.contradict import contradictions_of, is_silence
from contested.reconcile.counted import counted_side, of_an_ally
from contested.reconcile.events import event_families
from contested.reconcile.figures import figures_of, is_recount, totals_of
from contested.reconcile.interest import interest_of, speaker_sides
from contested.reconcile.laundering import laundered
from contested.reconcile.origin import Origins, root_of, roots_of
from contested.reconcile.profile import Profile, common_days, days_of, profile_of
from contested.reconcile.ranges import Scene, ranges_of
from contested.reconcile.voices import is_named, voice_of


@dataclass(frozen=True, slots=True)
class Known:
    """What assembling needs besides the claims: the pack, who repeats whom, the refs of each report's text."""

    pack: Pack
    origins: Origins = field(default_factory=Origins)
    refs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def incident_of(
    accounts: Sequence[Profile], claims: Mapping[str, Claim], known: Known, judged: Sequence[str] = ()
) -> Incident:
    """The incident of accounts that go together; ``judged`` are the ids of the judgements that bear on it."""
    held = sorted((claims[id] for a in accounts for id in a.claims), key=lambda c: (c.report.published or "9999", c.id))
    days = incident_days(held)
    published = [claim.report.published for claim in held if claim.report.published]
    # A report's first number is that of its lead.
    as_told = sorted(held, key=lambda c: (c.report.published or "9999", c.report.id, c.evidence.start, c.id))
    figures = allies_as_parts([figure for claim in as_told for figure in toll_figures(claim, known, held)], known.pack)
    events = Counter(claim.event for claim in held)
    sides = {claim.id: min(speaker_sides(claim, known.pack), default=None) for claim in held}
    return Incident(
        id="i-" + held[0].id.removeprefix("c-"),
        event=main_event(events),
        events=tuple(event for event, _ in sorted(events.items(), key=lambda e: (-e[1], e[0]))),
        start=date.fromordinal(days[0]).isoformat() if days else None,
        end=date.fromordinal(days[1]).isoformat() if days else None,
        reported=min(published, default=None),
        places=places_of(held),
        claims=tuple(claim.id for claim in held),
        tellers=tellers_of(held, known),
        roots=roots_of(held, known.origins, known.pack),
        interests={claim.id: interest_of(claim, known.pack).interest for claim in held},
        figures=figures,
        tolls=ranges_of(figures, sides, {claim.id: scene_of(claim) for claim in held}),
        contradictions=contradictions_of(held, figures, known.pack),
        unanswered=tuple(claim.id for claim in held if claim.factuality == "denied" and is_silence(claim)),
        laundered=laundered(held),
        judged=tuple(sorted(judged)),
    )


def scene_of(claim: Claim) -> Scene:
    """What a claim tells of."""
    spots = frozenset(spot.key for spot in profile_of(claim).spots if spot.weight >= FINE)
    return Scene(claim.event, spots, is_named(claim), is_recount(claim))


def incident_days(claims: Sequence[Claim]) -> tuple[int, int] | None:
    """The days most claims tell, the most exact ones; None where no claim tells any."""
    told = [days for claim in claims if (days := days_of(claim.time))]
    if not told:
        return None
    shortest = min(last - first for first, last in told)
    exact_ones = Counter(days for days in told if days[1] - days[0] == shortest)
    most = max(exact_ones.values())
    return common_days([days for days, count in exact_ones.items() if count * 3 >= most])


def main_event(events: Counter[str]) -> str:
    """The code that most claims give, one that says more than harm where there is one."""
    telling = {event: count for event, count in events.items() if event not in event_families().generic}
    pool = telling or events
    return min(pool, key=lambda event: (-pool[event], event))


def places_of(claims: Sequence[Claim]) -> tuple[IncidentPlace, ...]:
    """The places that claims name, the most exact and most named first."""
    rows: dict[str, list[IncidentPlace]] = {}
    for claim in claims:
        for p in claim.places:
            row = IncidentPlace(p.name, p.place, p.lat, p.lon, p.precision, 1)
            rows.setdefault(p.place or p.name.casefold(), []).append(row)
    found = []
    for held in rows.values():
        first = min(held, key=lambda row: (row.precision, row.name))
        found.append(IncidentPlace(first.name, first.place, first.lat, first.lon, first.precision, len(held)))
    return tuple(sorted(found, key=lambda p: (p.precision, -p.claims, p.name)))


def tellers_of(claims: Sequence[Claim], known: Known) -> tuple[Teller, ...]:
    """The reports that tell it, by day of publication."""
    reports = {claim.report.id: claim.report for claim in claims}
    rows = (Teller(id, known.refs.get(id, (ref.ref,)), ref.publisher, ref.published) for id, ref in reports.items())
    return tuple(sorted(rows, key=lambda teller: (teller.published or "9999", teller.report)))


def allies_as_parts(figures: Sequence[TollFigure], pack: Pack) -> tuple[TollFigure, ...]:
    """The figures, a foreign nation's dead as a part where others of the same side are counted: "four Russians"."""

    def is_part(figure: TollFigure) -> bool:
        """Whether a figure counts some nation alone of those whom another counts."""
        return figure.counts == "whole" and of_an_ally(figure.who, figure.side, pack, figure.published)

    wider = {(f.kind, f.side) for f in figures if f.counts == "whole" and not is_part(f)}
    return tuple(replace(f, counts="part") if is_part(f) and (f.kind, f.side) in wider else f for f in figures)


def toll_figures(claim: Claim, known: Known, held: Sequence[Claim]) -> list[TollFigure]:
    """The counts of a claim with who tells them, and on whose side the counted are; ``held`` are the incident's."""
    told = [effect for effect in claim.effects if effect.low is not None or effect.high is not None]
    if claim.factuality not in ("asserted", "hedged"):
        return []
    root, source = root_of(claim, known.origins, known.pack)[0], voice_of(claim)
    return [
        TollFigure(claim.id, claim.report.id, f.kind, f.who, counted_side(claim, effect, known.pack, held),
                   f.low, f.high, f.counts, source, root, claim.report.published)
        for effect, f in zip(told, figures_of(claim), strict=True)
    ] + [
        TollFigure(claim.id, claim.report.id, f.kind, f.who, None, f.low, f.high, f.counts, source, root,
                   claim.report.published)
        for f in totals_of(claim)
    ]  # fmt: skip
