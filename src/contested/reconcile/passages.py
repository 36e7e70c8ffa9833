"""Whether two claims of one report tell one event: signs for and against, weighed by ``weights/passages.json``.

Between reports two names or numbers may contradict each other; one report that gives two mostly tells of two events.
The weights are log odds, learnt from claims joined by reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError
from contested.reconcile.compare import actors, event, place, toll, words
from contested.reconcile.compare.finding import VETO
from contested.reconcile.counted import CIVILIANS
from contested.reconcile.events import event_families
from contested.reconcile.placed import Placed
from contested.reconcile.profile import HARM

NEAR, MID = 260, 800  # characters between two claims
LEAD, SHARE = 500, 0.5  # characters from a report's beginning that are its lead, and the share that is so at most
PAST = 9  # days
FEW, SOME = 4, 10  # claims from one to the other
GROUND = frozenset({"territory_gained", "withdrawal", "siege", "base_established"})  # a place is all that tells them
POINTING = frozenset("the this that these those its their".split())
FURTHER = frozenset("a an another separate other two three several new also".split())
APART = -1.8  # at most, of two events that one report tells of two days in words of their own
BLOW_AND_ANSWER = -12.0  # at most, of two claims that tell of the hurt of two sides of the war
Sign = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report tells in all: its whole tolls, and where the last of its claims ends."""

    totals: frozenset[int] = frozenset()
    end: int = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """The log odds of each sign, of no sign at all, and the mean of two groups that is enough to join them."""

    signs: dict[str, float]
    bias: float
    enough: float


@cache
def weights() -> Weights:
    """The file, read once; raises PackError where it is broken."""
    name = "weights/passages.json"
    try:
        raw = json.loads(files("contested.reconcile").joinpath(name).read_text(encoding="utf-8"))
        return Weights(
            {str(k): float(v) for k, v in raw["weights"].items()}, float(raw["bias"]), float(raw["threshold"])
        )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise PackError(f"reconcile/{name}", f"is broken: {error}", "install Contested anew") from error


def affinity(one: Placed, other: Placed, steps: int, frame: Frame) -> float:
    """How well a claim goes on with an earlier one, in units of log odds; ``steps``: how many claims later."""
    known, found = weights(), signs(one, other, steps, frame)
    if found is None:
        return VETO
    total = known.bias + sum(known.signs.get(name, 0.0) * size for name, size in found)
    if dead_of_other_sides(one, other):
        return min(total, BLOW_AND_ANSWER)
    return min(total, APART) if other_days(one, other) else total


def signs(one: Placed, other: Placed, steps: int, frame: Frame) -> list[Sign] | None:
    """The signs with their size, 1 where they only are or are not; None where the two are never one event."""
    kinds = event.compare(one.profile, other.profile)
    if kinds.score <= VETO:
        return None
    same = same_words(one, other)
    names = [*where_told(one, other, steps, frame), *what(one, other, steps, kinds.score), *when(one, other)]
    names += [*at_what_place(one, other), *who(one, other), *by_whom(one, other)]
    shared = toll.compare(one.profile, other.profile)
    alike = bool(toll.shared_counts(one.profile, other.profile))
    if not alike and shared.why != toll.NONE:
        names.append("near counts" if shared.score > 0 else "far counts" if shared.score < 0 else "other counts")
    found = [(name, 1.0) for name in (*names, *counts(one, other, frame.totals))]
    if alike:
        found += [("same count", 1.0), ("telling count", shared.score)]
    if not same:
        found.append(("shared words", words.compare(one.profile, other.profile).score))
    return found


def where_told(one: Placed, other: Placed, steps: int, frame: Frame) -> Iterator[str]:
    """One sentence, one passage, far apart; headline and lead."""
    gap = max(one.start - other.end, other.start - one.end)
    if same_words(one, other):
        yield "one sentence"
    else:
        yield "near" if gap <= NEAR else "some way apart" if gap <= MID else "far apart"
        if one.headline:
            yield "one in the headline"
        if one.opening == other.opening:
            yield "copied"
    if other.start < min(LEAD, SHARE * frame.end):
        yield "both in the lead"
    if steps <= 2:
        yield "next claim" if steps == 1 else "next but one"
    elif steps > FEW:
        yield "some claims later" if steps <= SOME else "many claims later"


def what(one: Placed, other: Placed, steps: int, score: float) -> Iterator[str]:
    """Codes, and how the later claim names its event."""
    generic = event_families().generic
    bare = one.profile.events <= generic, other.profile.events <= generic
    if one.profile.events & other.profile.events - generic:
        yield "same event"
    elif any(bare):
        yield "bare harm both" if all(bare) else "bare harm"
        if bare[1] and steps == 1:
            yield "harm told next"
    else:
        yield "event of one family" if score > 0 else "another event"
    if same_words(one, other):
        return
    if one.trigger == other.trigger:
        yield "same trigger"
    if other.lead & POINTING:
        yield "pointed back to"
    if other.lead & FURTHER:
        yield "named as another"
    if other.anew:
        yield "told as something new"
    if other.also:
        yield "told as something more"


def when(one: Placed, other: Placed) -> Iterator[str]:
    """Days told, in words of their own or not."""
    days, others = one.profile.days, other.profile.days
    if days and others:
        gap = max(0, others[0] - days[1], days[0] - others[1])
        yield "same days" if days == others else "days overlap" if not gap else "next day" if gap == 1 else "other days"
    else:
        yield "day of one" if days or others else "no days"
    if other_days(one, other):
        yield "other days in words"
    if bool(days) != bool(others) and any(is_past(placed) for placed in (one, other)):
        yield "day of one long past"
    if bool(one.days) != bool(other.days):
        yield "day of one in words"
    if one.at_day is not None and one.at_day == other.at_day and not same_words(one, other):
        yield "day by the same words"


def at_what_place(one: Placed, other: Placed) -> Iterator[str]:
    """Villages, cities, distance."""
    shared = {s.key for s in one.profile.spots} & {s.key for s in other.profile.spots}
    told = [bool(p.profile.spots or p.profile.regions) for p in (one, other)]
    score = place.compare(one.profile, other.profile).score
    if one.fine & shared:
        yield "same village"
    elif shared:
        yield "same city"
    elif all(told):
        near = "at near places" if score >= 1.0 else "at places not far" if score > 0.2 else ""
        yield near or ("at far places" if score <= -4.0 else "at other places")
        if not near and one.profile.events & GROUND and other.profile.events & GROUND:
            yield "ground at another place"
    else:
        yield "place of one" if any(told) else "no places"
    if shared and len(shared) == len(one.profile.spots) == len(other.profile.spots):
        yield "same places"
    if elsewhere(one, other):
        yield "elsewhere in their sentences" if one.local and other.local else "elsewhere"
    if bool(one.fine) != bool(other.fine):
        yield "village of one"
    if other.local and not same_words(one, other):
        yield "place in its sentence"


def who(one: Placed, other: Placed) -> Iterator[str]:
    """Parties and their sides."""
    pairs = (
        ("doers", one.profile.initiators, other.profile.initiators),
        ("hurt", one.profile.targets, other.profile.targets),
    )
    for name, ours, theirs in pairs:
        if (ours & theirs) - actors.VAGUE:
            yield f"same {name}"
        elif ours and theirs:
            yield f"other {name}"
    if actors.by_name(one.profile, other.profile).score == actors.OTHER_PART:
        yield "a party in another part"
    for name, ours, theirs in (("doers", one.doers, other.doers), ("hurt", one.hurt, other.hurt)):
        if ours and theirs:
            yield f"{name} of one side" if ours & theirs else f"{name} of other sides"
    if not one.doers & other.doers and ((one.doers & other.hurt) - one.hurt or (other.doers & one.hurt) - other.hurt):
        yield "answered"
    if one.denied != other.denied:
        yield "denied by one"


def by_whom(one: Placed, other: Placed) -> Iterator[str]:
    """Who speaks."""
    if one.speaker and other.speaker:
        yield "same speaker" if one.speaker == other.speaker else "other speakers"


def counts(one: Placed, other: Placed, totals: frozenset[int]) -> Iterator[str]:
    """What the numbers of dead and hurt count."""
    if bool(one.profile.figures) != bool(other.profile.figures):
        yield "count of one"
    if any(one.told[kind] != other.told[kind] for kind in one.told.keys() & other.told.keys()):
        yield "other toll by one voice" if one.speaker == other.speaker else "other toll by another voice"
    if makes_up(one, other, totals):
        yield "two parts of a total"
    if makes_up(one, other, totals, part=True):
        yield "a total and its part"
    if other.also and counts_differ(one, other, totals) and not same_words(one, other):
        yield "more with another count"
    if recounts(one, other) or recounts(other, one):
        yield "counted anew"


def counts_differ(one: Placed, other: Placed, totals: frozenset[int]) -> bool:
    """Whether two claims count one harm, never by one number, nor by two that make up a toll of the report."""
    told = [{f[:2] for f in placed.profile.figures if f[0] in HARM} for placed in (one, other)]
    shared = {kind for kind, _ in told[0]} & {kind for kind, _ in told[1]}
    added = {(a or 0) + (b or 0) for kind, a in told[0] for other_kind, b in told[1] if kind == other_kind}
    return bool(shared) and not told[0] & told[1] and not added & totals


def makes_up(one: Placed, other: Placed, totals: frozenset[int], part: bool = False) -> bool:
    """Whether the dead of two claims make up a toll of the report, or those of one and of a third the other's."""
    ours, theirs = one.told.get("killed", 0), other.told.get("killed", 0)
    if ours == theirs or min(ours, theirs) < 2:
        return False
    return (abs(ours - theirs) if part else ours + theirs) in totals - {ours, theirs, 1}


def recounts(one: Placed, other: Placed) -> bool:
    """Whether a claim may count anew those of another: one that names a place of its own only those counted there."""
    if not (one.recount and other.profile.figures):
        return False
    return not one.profile.spots or place.compare(one.profile, other.profile).score > 0


def elsewhere(one: Placed, other: Placed) -> bool:
    """Whether each names villages or quarters, and none that the other names."""
    fine = [[spot for spot in p.profile.spots if spot.weight >= place.FINE] for p in (one, other)]
    return all(fine) and not any(a.name in b.name or b.name in a.name for a in fine[0] for b in fine[1])


def other_days(one: Placed, other: Placed) -> bool:
    """One report that tells two days, each in words of its own, tells two events."""
    return bool(one.days and other.days and (one.days[0] > other.days[1] or other.days[0] > one.days[1]))


def is_past(placed: Placed) -> bool:
    """Whether a claim's day is long before its report, which mostly tells what is new."""
    days, published = placed.profile.days, placed.profile.published
    return days is not None and published is not None and days[1] < published - PAST


def dead_of_other_sides(one: Placed, other: Placed) -> bool:
    """Whether each tells whom of a side of the war it hurt, and of no side that the other names: a blow, an answer."""
    return actors.apart(one.hurt - {CIVILIANS}, other.hurt - {CIVILIANS})


def same_words(one: Placed, other: Placed) -> bool:
    """Whether the evidence of two claims overlaps."""
    return one.start < other.end and other.start < one.end
