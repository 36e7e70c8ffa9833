"""Times told from another time: deictics, spans back and ahead, durations, sets, times of day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from contested.annotate import time_values as values
from contested.annotate.time_clock import Spot, month_day, weekday
from contested.annotate.time_rule import Match
from contested.annotate.time_values import Reading
from contested.annotate.time_words import number_of
from contested.model.period import Period

UNKNOWN_DAY = "XXXX-XX-XX"
SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "overnight": 0}
BACK = frozenset("last past previous preceding".split())
AHEAD = frozenset("next coming following".split())
TOLD_BEFORE = frozenset("same next following".split())  # of a day told before
DURING = frozenset(
    "for in within after over of than about during only just under nearly almost every once take".split()
)


LASTING = frozenset("to will would may might could should can must not cannot also often usually".split())


def from_anchor(spot: Spot, days: int) -> Reading:
    """The day so many days from the anchor; open where no anchor tells."""
    if spot.anchor is None:
        return Reading("DATE", UNKNOWN_DAY)
    return values.of_day(spot.anchor + timedelta(days=days))


def deictic(match: Match, spot: Spot) -> Reading:
    """ "yesterday", "late today", "tomorrow night", "tonight"."""
    word = match["w"].lower()
    day = from_anchor(spot, SHIFTS[word])
    part = match["part"] or ("night" if word in ("tonight", "overnight") else None)
    if word == "overnight" and spot.anchor is not None:
        night = Period.days(spot.anchor - timedelta(days=1), spot.anchor)
        return Reading("TIME", f"{day.value}TNI", night)
    return values.at_time(day, spot.clock.words.dayparts[part.lower()]) if part else day


def before_last(match: Match, spot: Spot) -> Reading:
    """ "the day before yesterday", "the day after tomorrow"."""
    return from_anchor(spot, -2 if match["w"].lower() == "yesterday" else 2)


def part_of_day(match: Match, spot: Spot) -> Reading | None:
    """ "this morning", "last night", "that evening"; "the morning" of the day named last."""
    relation, part = match["rel"].lower().split()[-1], spot.clock.words.dayparts[match["part"].lower()]
    if relation in ("last", "this"):
        return values.at_time(from_anchor(spot, -1 if relation == "last" else 0), part)
    if relation == "the" and spot.word_before() != "in":
        return None
    return values.at_time(day_told_from(spot, relation), part)


def part_before(match: Match, spot: Spot) -> Reading:
    """ "the evening before", "the day before": the day before the one told last, else before the anchor."""
    day, part = day_told_from(spot, "previous"), match["part"].lower()
    return day if part == "day" else values.at_time(day, spot.clock.words.dayparts[part])


def day_told_from(spot: Spot, relation: str) -> Reading:
    """The day that "the same", "the next", "the previous" counts from the one told last; back also from the anchor."""
    step = -1 if relation in BACK else 1 if relation in AHEAD else 0
    named = spot.clock.day or (spot.anchor if step < 0 else None)
    return values.of_day(named + timedelta(days=step)) if named else Reading("DATE", UNKNOWN_DAY)


def clock_time(match: Match, spot: Spot) -> Reading | None:
    """ "10 p.m. Wednesday", "14:30 GMT", "noon"; a bare time of day names no day."""
    hour, minute = int(match["h"] or 12), match["min"] or "00"
    half = (match["ap"] or "").lower()[:1]
    if hour > 24 or (half and hour > 12) or (half == "" and match["min"] is None and not match["clock"]):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    word = (match["wd"] or "").lower()
    if word in spot.clock.words.weekdays:
        day = weekday(spot, spot.clock.words.weekdays[word])
    elif word in SHIFTS:
        day = from_anchor(spot, SHIFTS[word])
    elif match["m"]:
        month = spot.clock.words.months[match["m"].lower()]
        day = month_day(spot, month, int(match["d"])) or Reading("DATE", UNKNOWN_DAY)
    else:
        named = spot.clock.day or spot.anchor
        day = Reading("DATE", named.isoformat() if named else UNKNOWN_DAY)
    return values.at_time(day, f"{hour:02d}:{minute}")


def this_unit(match: Match, spot: Spot) -> Reading | None:
    """ "last week", "earlier this month", "next year", "the following day", "that year"."""
    relation = match["rel"].lower().split()
    unit = spot.clock.words.units[match["u"].lower()]
    weekend = bool(match["end"])
    if unit in ("TH", "TM"):
        return Reading("DURATION", values.duration(1, unit))
    narrated = relation[0] == "that" or (relation[0] == "the" and relation[-1] not in ("past", "last", "coming"))
    named = spot.clock.year if unit == "Y" else spot.clock.month if unit in "MQ" else spot.clock.day
    base = (named or (spot.anchor if relation[0] == "the" else None)) if narrated else spot.anchor
    if base is None or (unit == "D" and named is None and narrated and relation[-1] in TOLD_BEFORE):
        return Reading("DATE", {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX"}.get(unit, UNKNOWN_DAY))
    if unit == "D" and relation[0] == "the" and relation[-1] in ("past", "last") and not spot.after().startswith(" of"):
        return Reading("DURATION", "P1D", between(base, values.moved(base, "D", -1)))
    step = -1 if relation[-1] in BACK else 1 if relation[-1] in AHEAD else 0
    if unit == "Y" and relation[-1] == "past" and relation[0] == "the":
        return Reading("DURATION", "P1Y", values.of_year(base.year - 1).period)
    day = values.moved(base, unit, step)
    return values.of_weekend(day) if weekend else values.of_unit(day, unit)


def bare_unit(match: Match, spot: Spot) -> Reading | None:
    """ "the quarter", "the weekend", "the year", "later in the week": of the day named last, else of the anchor."""
    unit = spot.clock.words.units[match["u"].lower()]
    if match["end"] and spot.anchor is not None:
        back = (spot.anchor.isoweekday() - 6) % 7
        return values.of_weekend(spot.anchor - timedelta(days=back))
    if unit == "Y" and re.match(r"\s+end(?:ed|ing)\b", spot.after()):
        return Reading("DURATION", "P1Y")
    if unit == "Q":
        named = spot.clock.quarter or last_quarter(spot)
        return values.of_quarter(*named) if named else Reading("DATE", "XXXX-QX")
    if unit not in "DWMY" or not (
        match["lead"] or match["part"] or spot.word_before() in ("of", "in", "during", "for", "this")
    ):
        return None
    return values.of_unit(spot.anchor, unit) if spot.anchor else Reading("DATE", UNKNOWN_DAY)


def last_quarter(spot: Spot) -> tuple[int, int] | None:
    """The quarter that ended last before the anchor."""
    if spot.anchor is None:
        return None
    ended = values.moved_by_months(spot.anchor, -3)
    return ended.year, (ended.month + 2) // 3


def span_of_units(match: Match, spot: Spot) -> Reading | None:
    """ "the past two days", "the next three weeks", "recent months": a duration, with its days where it counts."""
    if match["rel"].lower() == "last" and spot.word_before() in LASTING:
        return None  # "is expected to last six months"
    relation = match["rel"].lower().split()[-1]
    unit = spot.clock.words.units[singular(match["u"])]
    count = number_of(match["n"]) if match["n"] else None
    value = values.duration(whole(count), unit)
    if spot.anchor is None or count is None or relation not in BACK | AHEAD:
        return Reading("DURATION", value)
    steps = -whole_or(count) if relation in BACK else whole_or(count)
    if unit in ("TH", "TM"):
        steps, unit = (-1 if steps < 0 else 1) * max(1, round(abs(steps) / 24)) * (unit == "TH"), "D"
    return Reading("DURATION", value, between(spot.anchor, reached(spot.anchor, unit, steps)))


def reached(day: date, unit: str, steps: int) -> date:
    """A day so many units on, or the same day where the calendar ends before."""
    try:
        return values.moved(day, unit, steps)
    except (OverflowError, ValueError):
        return day


def between(one: date, other: date) -> Period:
    """The days from the earlier to the later."""
    return Period.days(min(one, other), max(one, other))


def whole(count: int | float | None) -> int | float | None:
    """A count without needless decimals."""
    return int(count) if count is not None and count == int(count) else count


def whole_or(count: int | float) -> int:
    """A count rounded to whole units."""
    return round(count)


def singular(unit: str) -> str:
    """The unit's key in the lexicon."""
    word = unit.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def units_off(match: Match, spot: Spot) -> Reading:
    """ "three days ago", "a week later", "two years earlier": a date at the unit's own grain, for weeks the day itself.

    "Less than a month ago" runs from then to the anchor.
    """
    unit, way = spot.clock.words.units[singular(match["u"])], match["way"].lower().split()[0]
    count = number_of(match["n"]) if match["n"] else None
    back = way in ("ago", "earlier", "before")
    if way in ("earlier", "ago") and unit == "Y" and count == 1 and spot.clock.quarter:
        return values.of_quarter(spot.clock.quarter[0] - 1, spot.clock.quarter[1])
    base = spot.anchor if way in ("ago", "from", "hence") else spot.clock.day or spot.anchor
    if count is None or base is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    if unit in ("TH", "TM"):
        return Reading("TIME", values.duration(whole(count), unit))
    if unit == "W" and way != "ago":
        return values.of_day(reached(base, "W", whole_or(count) * (-1 if back else 1)))
    day = reached(base, unit, whole_or(count) * (-1 if back else 1))
    if way == "ago" and (match["near"] or "").lower().startswith("less"):
        return replace(values.of_unit(day, unit), period=between(day, base))
    return replace(values.of_unit(day, "W"), period=Period.day(day)) if unit == "W" else values.of_unit(day, unit)


def after_event(match: Match, spot: Spot) -> Reading:
    """ "a week after", "two days before": the distance from something told, a duration."""
    count = number_of(match["n"]) if match["n"] else None
    return Reading("DURATION", values.duration(whole(count), spot.clock.words.units[singular(match["u"])]))


def length(match: Match, spot: Spot) -> Reading | None:
    """ "three hours", "five-year", "for months"; the rate in "four flights a week" is none."""
    unit = spot.clock.words.units[singular(match["u"])]
    given = match["n"] or match["last"]
    count = whole(number_of(given))
    word = (given or "").lower()
    if word in ("a", "an") and not match["near"]:
        before = spot.word_before()
        if before not in DURING and before and not spot.after().startswith("-"):
            return values.NO_TIME
    if word == "one" and unit == "D" and not before_is_during(spot):
        return values.NO_TIME
    return Reading("DURATION", values.duration(count, unit))


def before_is_during(spot: Spot) -> bool:
    """Whether the word before takes a length of time."""
    return spot.word_before() in DURING


def old(match: Match, spot: Spot) -> Reading:
    """ "35 years old": an age, no time."""
    return values.NO_TIME


def bare_units(match: Match, spot: Spot) -> Reading | None:
    """ "for years", "weeks of fighting"."""
    if spot.word_before() not in ("for", "in", "over", "within", "after", "of", "took", "takes", "several", "last"):
        return None
    return Reading("DURATION", values.duration(None, spot.clock.words.units[singular(match["u"])]))


def every(match: Match, spot: Spot) -> Reading:
    """ "every week", "every two days", "each month"."""
    count = whole(number_of(match["n"])) if match["n"] else 1
    return Reading("SET", values.duration(count, spot.clock.words.units[singular(match["u"])]))


def in_set(match: Match, spot: Spot) -> Reading | None:
    """ "annually", "twice daily"; "a daily paper" tells no time."""
    if re.match(r"\s+(?!in\b|at\b|to\b|for\b|from\b|on\b|since\b|by\b|and\b)\w", spot.after()):
        return None
    return Reading("SET", spot.clock.words.sets[match["w"].lower()])


def reference(match: Match, spot: Spot) -> Reading:
    """ "now", "recently", "soon"."""
    return Reading("DATE", spot.clock.words.references[" ".join(match["w"].lower().split())])
