"""Profile: what claims tell, gathered for comparing: one claim's, an account's, or an incident's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from contested.gazetteer.folding import exact
from contested.model.claim import Claim, ClaimTime, Effect
from contested.reconcile.figures import counted
from contested.reconcile.naming import bare_name
from contested.reconcile.wordings import content_words, place_weight, runs_of

LONGEST_EVENT = 31  # days; a longer period is background or a summary, and dates nothing
Figure = tuple[str, int | None, int | None]
HARM = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to compare: key is the gazetteer's id or the folded name; ``weight`` is how much sharing it tells."""

    key: str
    name: str
    lat: float | None
    lon: float | None
    precision: int
    weight: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Days are ordinals (``date.toordinal``), inclusive; None is not known. Sets hold ids or folded names.

    ``doers``, ``hurt``, ``deniers`` and ``accused`` (of what is denied) are sides of the pack, known of accounts;
    ``apart`` are ids of accounts that the same report tells apart from this one, ``parts`` are
    claims of the same report that a count of this account's takes in, and ``leads`` says that the report's beginning
    tells of it.
    """

    id: str
    report: str
    claims: tuple[str, ...]
    events: frozenset[str]
    days: tuple[int, int] | None
    published: int | None
    spots: frozenset[Spot]
    regions: frozenset[str]
    initiators: frozenset[str]
    targets: frozenset[str]
    figures: frozenset[Figure]
    words: frozenset[str]
    runs: frozenset[int]
    long: bool = False
    doers: frozenset[str] = frozenset()
    hurt: frozenset[str] = frozenset()
    deniers: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    leads: bool = True
    countries: frozenset[str] = frozenset()


def profile_of(claim: Claim) -> Profile:
    """The profile of one claim."""
    words, runs = wording(claim.evidence.quote)
    days = days_of(claim.time)
    return Profile(
        id=claim.id,
        report=claim.report.id,
        claims=(claim.id,),
        events=frozenset((claim.event,)),
        days=days if days and days[1] - days[0] <= LONGEST_EVENT else None,
        published=ordinal(claim.report.published),
        spots=frozenset(
            spot(p.place, p.name, p.lat, p.lon, p.precision) for p in claim.places if p.precision < 3 or not p.place
        ),
        regions=frozenset(region for p in claim.places for region in regions_of(p.name, p.precision, p.admin)),
        initiators=frozenset(p.actor or exact(p.name) for p in claim.initiators),
        targets=frozenset(p.actor or exact(p.name) for p in claim.targets),
        # "Denied that any soldier died" counts nobody, and "scores" are not the 40 that another report counts.
        figures=frozenset(
            (e.kind, e.low, e.high) for e in claim.effects if claim.factuality != "denied" and not is_vague(claim, e)
        ),
        words=words,
        runs=runs,
        long=days is not None and days[1] - days[0] > LONGEST_EVENT,
        countries=frozenset(p.country for p in claim.places if p.country),
    )


def is_vague(claim: Claim, effect: Effect) -> bool:
    """Whether words for a rough number are all that an effect tells ("dozens"), or none ("civilians were killed")."""
    return counted(claim, effect) == "vague"


def joined(profiles: Iterable[Profile]) -> Profile:
    """The profile of several together, the same in whatever order; its id is the smallest."""
    parts = sorted(profiles, key=lambda profile: profile.id)
    dated = [part.days for part in parts if part.days]
    published = [part.published for part in parts if part.published is not None]
    return Profile(
        id=parts[0].id,
        report=parts[0].report,
        claims=tuple(claim for part in parts for claim in part.claims),
        events=frozenset().union(*(part.events for part in parts)),
        days=common_days(dated),
        published=min(published, default=None),
        spots=frozenset().union(*(part.spots for part in parts)),
        regions=frozenset().union(*(part.regions for part in parts)),
        initiators=frozenset().union(*(part.initiators for part in parts)),
        targets=frozenset().union(*(part.targets for part in parts)),
        figures=frozenset().union(*(part.figures for part in parts)),
        words=frozenset().union(*(part.words for part in parts)),
        runs=frozenset().union(*(part.runs for part in parts)),
        long=all(part.long for part in parts),
        countries=frozenset().union(*(part.countries for part in parts)),
    )


def common_days(periods: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The days that the most exact periods span; None where there are none."""
    if not periods:
        return None
    shortest = min(end - start for start, end in periods)
    exact_ones = [(start, end) for start, end in periods if end - start == shortest]
    return min(start for start, _ in exact_ones), max(end for _, end in exact_ones)


@lru_cache(maxsize=4096)
def wording(quote: str) -> tuple[frozenset[str], frozenset[int]]:
    """Words and runs of a sentence, which several claims may share."""
    return content_words(quote), runs_of(quote)


@lru_cache(maxsize=65536)
def spot(place: str | None, name: str, lat: float | None, lon: float | None, precision: int) -> Spot:
    """A place to compare."""
    folded = bare_name(exact(name))
    return Spot(place or folded, folded, lat, lon, precision, place_weight(folded))


def regions_of(name: str, precision: int, admin: tuple[str, ...]) -> list[str]:
    """The regions a place lies in, or is."""
    return [exact(region) for region in admin] + ([exact(name)] if precision == 3 else [])


def days_of(time: ClaimTime | None) -> tuple[int, int] | None:
    """First and last day; None where none is told or the year is open."""
    if time is None:
        return None
    first, last = ordinal(time.start), ordinal(time.end)
    return (first, last) if first is not None and last is not None else None


@lru_cache(maxsize=65536)
def ordinal(day: str | None) -> int | None:
    """An ISO day as a number; None where it is not known or its year is open."""
    if day is None or day.startswith("XXXX"):
        return None
    return date.fromisoformat(day[:10]).toordinal()
