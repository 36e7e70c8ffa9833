"""What independent roots of one incident tell alike: that it happened, on which day, where, by whom, how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from contested.model.claim import Claim
from contested.model.contradiction import ContradictionKind
from contested.model.incident import Incident, TollFigure
from contested.model.quantity import Quantity
from contested.views.dispute_words import CIVILIANS
from contested.views.document import Sentence
from contested.views.standing import Telling
from contested.views.toll_words import HARMS
from contested.views.wording import day_words, listing

TOLD = ("asserted", "hedged")
HAPPENED = "that it happened"
ON_DAY, AT_PLACE = ("that it was on ",), ("that it was at ", "that it was in ")
MOST = 8  # points of one incident


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that claims of two or more roots say alike; ``sides`` are those that say it."""

    says: str
    claims: tuple[str, ...]
    roots: frozenset[str]
    sides: tuple[str, ...]


def points(incident: Incident, telling: Telling) -> list[Point]:
    """What two or more roots tell alike, points of the same roots in one."""
    root_of = {claim: root.name for root in incident.roots for claim in root.claims}
    joined: dict[frozenset[str], list[tuple[str, tuple[str, ...]]]] = {}
    for says, ids in candidates(incident, telling):
        roots = frozenset(root_of[id] for id in ids if id in root_of)
        # An outlet and the speaker it quotes go on with each other: that is no agreement of two.
        tellers = telling.of(ids)
        reports = {claim.report.id for claim in tellers}
        quoted = telling.sides(claim.id for claim in tellers if claim.speaker)
        if len(roots) > 1 and (len(reports) > 1 or len(quoted) > 1):
            joined.setdefault(roots, []).append((says, ids))
    found = []
    for roots, told in joined.items():
        claims = tuple(dict.fromkeys(id for _, ids in told for id in ids))
        found.append(Point(listing([says for says, _ in told]), claims, roots, telling.sides(claims)))
    return found


def candidates(incident: Incident, telling: Telling) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that claims say of the incident, with the claims that say it; what is disputed is left out."""
    disputed = {c.kind for c in incident.contradictions if not c.compatible}
    told = [c for c in telling.of(incident.claims) if c.factuality in TOLD and c.event != "denial"]
    said: dict[str, dict[str, None]] = {}
    for claim in told:
        for says in sayings(claim, telling, disputed):
            said.setdefault(says, {})[claim.id] = None
    for figure in incident.figures:
        if figure.counts == "whole" and figure.low is not None and figure.kind in HARMS:
            words = f"that {counted(figure)} {figure.kind}"
            said.setdefault(words, {})[figure.claim] = None
    yield from main_ones({says: tuple(ids) for says, ids in said.items()})


def counted(figure: TollFigure) -> str:
    """Who is counted: "5 civilians were", "1 on side upper was"."""
    one, number = figure.high == 1, Quantity(figure.low, figure.high)
    people = f" {'civilian' if one else 'civilians'}" if figure.side == CIVILIANS else ""
    side = f" on side {figure.side}" if figure.side and not people else ""
    return f"{number}{people}{side} {'was' if one else 'were'}"


def main_ones(said: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sayings; of days and of places the one that most claims tell."""
    for head in (ON_DAY, AT_PLACE):
        rivals = [says for says in said if says.startswith(head)]
        for says in sorted(rivals, key=lambda says: -len(said[says]))[:1]:
            yield says, said[says]
    yield from ((says, ids) for says, ids in said.items() if not says.startswith((*ON_DAY, *AT_PLACE)))


def sayings(claim: Claim, telling: Telling, disputed: Set[ContradictionKind]) -> Iterator[str]:
    """What one claim says, in words that two claims may share."""
    if "whether" not in disputed:
        yield HAPPENED
    if "when" not in disputed and claim.time and claim.time.start == claim.time.end:
        yield f"that it was on {day_words(claim.time.start)}"
    if "where" not in disputed:
        for place in claim.places[:1]:
            yield f"that it was {'in' if place.precision > 2 else 'at'} {place.name}"
    if "who" not in disputed:
        for actor in dict.fromkeys(p.actor for p in claim.initiators if p.actor in telling.pack.actors):
            yield f"that {telling.pack.actors[str(actor)].name} did it or took part"


def agreed(found: list[Point], telling: Telling) -> Iterator[Sentence]:
    """The points as sentences, those across sides first."""
    for point in sorted(found, key=lambda point: (-len(point.sides), -len(point.roots), point.says))[:MOST]:
        how = f"Agreed across sides ({', '.join(point.sides)})" if len(point.sides) > 1 else "Told alike"
        who = f"{telling.speakers(point.claims)}; {len(point.roots)} roots"
        yield telling.sentence(f"{how}: {point.says}, according to {who}", point.claims)


def across_sides(found: list[Point]) -> bool:
    """Whether two sides tell the happening itself alike."""
    return any(len(point.sides) > 1 and HAPPENED in point.says for point in found)
