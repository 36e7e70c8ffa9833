"""Contradictions within one incident: what its claims cannot all mean, who says which, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from contested.gazetteer.folding import exact, strict
from contested.model.claim import Claim
from contested.model.contradiction import Contradiction, ContradictionKind, Position
from contested.model.incident import TollFigure
from contested.packs.pack import Pack
from contested.reconcile.compare.place import alike, kilometres
from contested.reconcile.counted import CIVILIANS
from contested.reconcile.events import akin, event_families
from contested.reconcile.figures import denies_harm
from contested.reconcile.interest import sides_of
from contested.reconcile.naming import bare_name
from contested.reconcile.profile import days_of
from contested.reconcile.ranges import told_of_whole
from contested.reconcile.toll_model import model_of
from contested.reconcile.tolls import smallest_contradiction
from contested.reconcile.voices import voice_of

SETTLES: dict[ContradictionKind, str] = {
    "whether": "images or records from the place and day, or an admission by the party that denies",
    "who": "remains of the weapon, flight or movement records, or an admission by a party",
    "where": "geolocated images, or a local source that names the quarter or village",
    "when": "dated images or messages, or the first report of the day",
    "how_many": "a list of names, hospital or burial records, a later count by the same sources",
    "who_holds": "dated images from the place, or statements of both parties on one day",
    "what": "remains of the weapon, damage patterns, or witnesses of the strike itself",
}
APART = 15.0  # km between two named places
CLEAR_DAYS = 1  # days apart that reports around midnight do not explain
HELD = frozenset({"control", "territory_gained"})


def contradictions_of(claims: Sequence[Claim], figures: Sequence[TollFigure], pack: Pack) -> tuple[Contradiction, ...]:
    """Every contradiction among claims of one incident, in the order of their kinds."""
    found = (*whether(claims), *who(claims, pack), *where(claims), *when(claims), *how_many(figures),
             *who_holds(claims, pack), *what(claims))  # fmt: skip
    return tuple(found)


def position(says: str, claims: Iterable[Claim]) -> Position:
    """What some claims say, with their sources."""
    held = sorted(claims, key=lambda claim: claim.id)
    return Position(says, tuple(sorted({voice_of(claim) for claim in held})), tuple(claim.id for claim in held))


def made(kind: ContradictionKind, about: str, positions: Iterable[Position], **more: object) -> Contradiction:
    """A contradiction, its positions in order."""
    ordered = tuple(sorted(positions, key=lambda p: (p.says, p.claims)))
    return Contradiction(kind, about, ordered, settles=SETTLES[kind], **more)  # type: ignore[arg-type]


def whether(claims: Sequence[Claim]) -> Iterable[Contradiction]:
    """The same event told as having happened and as not having happened."""
    denied = [c for c in claims if c.factuality == "denied" and not is_silence(c) and not denies_harm(c)]
    told = [c for c in claims if c.factuality in ("asserted", "hedged") and c.event != "denial"]
    families = event_families().families
    for event in sorted({c.event for c in denied}):
        near = [c for c in told if c.event == event or families[c.event] & families[event]]
        if near:
            against = [c for c in denied if c.event == event]
            positions = (position("it happened", near), position("it did not happen", against))
            yield made("whether", event, positions)


def is_silence(claim: Claim) -> bool:
    """Whether a denied claim only says that nobody spoke: no claim of responsibility, no report."""
    return claim.event in ("responsibility", "denial", "accusation", "condemnation")


def who(claims: Sequence[Claim], pack: Pack) -> Iterable[Contradiction]:
    """Different sides named as the doer of one harm."""
    by_side: dict[str, list[Claim]] = {}
    for claim in claims:
        if event_families().groups[claim.event] == "violence" and claim.event not in ("armed_clash", "casualties"):
            for side in doers(claim, pack):
                by_side.setdefault(side, []).append(claim)
    clashing = {
        side
        for one, other in combinations(sorted(by_side), 2)
        if any(rival(a, b, (one, other), pack) for a in by_side[one] for b in by_side[other])
        for side in (one, other)
        if not any(c in by_side[other] for c in by_side[one])
    }
    if len(clashing) > 1:
        yield made("who", "the doer", (position(side, by_side[side]) for side in clashing))


def rival(a: Claim, b: Claim, sides: tuple[str, str], pack: Pack) -> bool:
    """Whether two claims, of which each has another side do it, may mean one harm; fire that is returned is none."""
    hit = [frozenset(s for t in c.targets for s in sides_of((t,), c, pack)) for c in (a, b)]
    exchanged = sides[1] in hit[0] or sides[0] in hit[1]
    return akin(a.event, b.event) and (bool(hit[0] & hit[1]) or not exchanged)


def doers(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides that do it; an actor on several sides that day is its first side, none is left out."""
    return frozenset(min(found) for found in (sides_of((p,), claim, pack) for p in claim.initiators) if found)


def where(claims: Sequence[Claim]) -> Iterable[Contradiction]:
    """Named towns too far apart to be one place."""
    at: dict[str, tuple[tuple[float, float], list[Claim]]] = {}
    for claim in claims:
        if claim.places and claim.places[0].precision == 1 and event_families().groups[claim.event] == "violence":
            place = claim.places[0]
            if place.lat is not None and place.lon is not None:
                at.setdefault(place.name, ((place.lat, place.lon), []))[1].append(claim)
    reports = {name: {c.report.id for c in held} for name, (_, held) in at.items()}
    far = [
        (kilometres(at[a][0], at[b][0]), a, b)
        for a, b in combinations(sorted(at), 2)
        if not reports[a] & reports[b] and not one_name(a, b)
    ]
    if far and max(far)[0] > APART:
        distance, a, b = max(far)
        yield made(
            "where", "the place", (position(a, at[a][1]), position(b, at[b][1])), distance=round(distance, 1), unit="km"
        )


def one_name(a: str, b: str) -> bool:
    """Whether two names are one in two spellings, which gazetteers may take for two places."""
    one, other = bare_name(exact(a)), bare_name(exact(b))
    return strict(one) == strict(other) or alike(one, other)


def when(claims: Sequence[Claim]) -> Iterable[Contradiction]:
    """Single days that differ by more than reporting around midnight explains."""
    by_day: dict[int, list[Claim]] = {}
    for claim in claims:
        days = days_of(claim.time)
        if days and days[0] == days[1] and claim.event != "control":
            by_day.setdefault(days[0], []).append(claim)
    if len(by_day) > 1:
        first, last = min(by_day), max(by_day)
        one, other = {c.report.id for c in by_day[first]}, {c.report.id for c in by_day[last]}
        if last - first >= CLEAR_DAYS and not one & other:
            positions = (position(str(c[0].time.start if c[0].time else ""), c) for c in (by_day[first], by_day[last]))
            yield made("when", "the day", positions, distance=float(last - first), unit="days")


def how_many(figures: Sequence[TollFigure]) -> Iterable[Contradiction]:
    """Whole tolls of one harm that differ; open bounds that could all hold are told differently, not contradicted."""
    for kind in ("killed", "injured"):
        for held in by_counted([f for f in figures if f.kind == kind]):
            yield from numbers_apart(kind, held)


def by_counted(figures: Sequence[TollFigure]) -> list[list[TollFigure]]:
    """The figures by whom they count: everyone, or each side where one report or two armed sides keep them apart.

    "15 civilians" and "12 soldiers" of two reports are two tellings of one toll; the dead of two armies are not.
    """
    sides = sorted({figure.side for figure in figures if figure.side})
    told = [{figure.side for figure in figures if figure.report == r} - {None} for r in {f.report for f in figures}]
    if len(set(sides) - {CIVILIANS}) < 2 and all(len(held) < 2 for held in told):
        return [list(figures)]
    people = [figure for figure in figures if figure.side in (None, CIVILIANS)]
    return [people, *([f for f in figures if f.side == side] for side in sides if side != CIVILIANS)]


def numbers_apart(kind: str, figures: Sequence[TollFigure]) -> Iterable[Contradiction]:
    """The contradiction of figures that count the same people; what a source told before it told more is none."""
    whole = told_of_whole(figures)
    last = {f.source: max(o.published or "" for o in whole if o.source == f.source) for f in whole}
    by_number: dict[int, list[TollFigure]] = {}
    for figure in whole:
        if (figure.published or "") == last[figure.source]:
            by_number.setdefault(figure.low if figure.low is not None else figure.high or 0, []).append(figure)
    current = [figure for told in by_number.values() for figure in told]
    if len(by_number) < 2 or len({(f.source, f.published) for f in current}) < 2:
        return
    low, high = min(by_number), max(by_number)
    positions = (
        Position(str(number), tuple(sorted({f.source for f in told})), tuple(sorted({f.claim for f in told})))
        for number, told in by_number.items()
    )
    clash = smallest_contradiction(model_of(figures, kind))
    more = {"distance": float(high - low), "unit": "people", "compatible": not clash, "smallest": clash}
    yield made("how_many", kind, positions, **more)


def who_holds(claims: Sequence[Claim], pack: Pack) -> Iterable[Contradiction]:
    """Two sides each said to hold or to have taken one place."""
    held: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.event in HELD and claim.places and claim.factuality in ("asserted", "hedged"):
            key = claim.places[0].place or exact(claim.places[0].name)
            for side in doers(claim, pack):
                held.setdefault(key, {}).setdefault(side, []).append(claim)
    for sides in held.values():
        if len(sides) > 1:
            name = min(c.places[0].name for told in sides.values() for c in told)
            yield made("who_holds", name, (position(side, told) for side, told in sides.items()))


def what(claims: Sequence[Claim]) -> Iterable[Contradiction]:
    """Means that exclude each other: from the air or from the ground, shelled or blown up from within."""
    families = event_families()
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        if families.groups[claim.event] == "violence" and families.families[claim.event]:
            by_event.setdefault(claim.event, []).append(claim)
    for a, b in combinations(sorted(by_event), 2):
        reports = {c.report.id for c in by_event[a]} & {c.report.id for c in by_event[b]}
        weapon = {"ied", "suicide_bombing", "air_strike", "shelling", "chemical_attack", "missile_attack"}
        if {a, b} <= weapon and not reports and not families.families[a] & families.families[b]:
            yield made("what", "the means", (position(a, by_event[a]), position(b, by_event[b])))
