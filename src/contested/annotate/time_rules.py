"""Dates by the calendar: days of a month, months, weeks of a month, weekdays, numerals."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from contested.annotate import time_values as values
from contested.annotate.time_clock import Spot, month_alone, month_day, weekday
from contested.annotate.time_rule import MOD, PART, PREPOSITIONS, Match, Rule
from contested.annotate.time_values import Reading
from contested.annotate.time_words import DAY, GAP, JOIN, ORDINAL, YEAR, time_words
from contested.annotate.time_years import full_year, spoken_rules
from contested.model.period import Period


def is_named(name: str, spot: Spot) -> bool:
    """Whether a word is a month's or a weekday's name: "May", "friday"; "may" and "march" only as in "on 3 march"."""
    if name[0].isupper():
        return True
    if name in ("may", "march"):
        return spot.word_before() in ("on", "since", "of")
    return name not in spot.clock.words.short


def day_of_month(match: Match, spot: Spot) -> Reading | None:
    """ "31 January", "February 1 and 2", "Sunday 25 August 2013"."""
    month = spot.clock.words.months[match["m"].lower()]
    if not match["y"] and not is_named(match["m"], spot):
        return None
    lead = spot.clock.words.weekdays[match["lead"].lower()] if match["lead"] else None
    first = dated(match["y"], (month, int(match["d"])), lead, spot)
    if first is None or match["d2"] is None:
        return first
    last = dated(match["y"], (month, int(match["d2"])), None, spot)
    return first if last is None else values.of_days(first, last)


def month_before_day(match: Match, spot: Spot) -> Reading | None:
    """ "January 31st, 2016"; "in March 20 people" counts people."""
    follows = re.match(r"\s+(\w+)", spot.text[match.end() :])
    counts = follows is not None and follows[1].lower() in spot.clock.words.counted
    if counts and not match["y"] and spot.word_before() not in ("on", "of"):
        return None
    return day_of_month(match, spot)


def dated(year: str | None, day: tuple[int, int], on: int | None, spot: Spot) -> Reading | None:
    """A month and day with the year where the words give one, else its weekday."""
    if not year:
        return month_day(spot, *day, on)
    return values.of_month_day(full_year(year), *day)


def month_of_year(match: Match, spot: Spot) -> Reading:
    """ "March 2011"."""
    return values.of_month(full_year(match["y"]), spot.clock.words.months[match["m"].lower()])


def month_related(match: Match, spot: Spot) -> Reading:
    """ "last February", "July last year", "this September"."""
    month = spot.clock.words.months[match["m"].lower()]
    relation = match["rel"].lower().split()[-1]
    anchor = spot.anchor
    if anchor is None:
        return values.of_month(None, month)
    year = anchor.year
    if match.re.groupindex.get("year"):
        return values.of_month(year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0), month)
    if relation in ("last", "past"):
        return values.of_month(year - (month >= anchor.month), month)
    if relation in ("next", "coming"):
        return values.of_month(year + (month <= anchor.month), month)
    return values.of_month(year, month)


def bare_month(match: Match, spot: Spot) -> Reading | None:
    """ "in February"; the verbs and names "may", "march" only after a preposition."""
    name = match["m"]
    if not is_named(name, spot) or name in ("may", "march"):
        return None
    word = name.lower()
    before = re.search(r"(\w+)[\s-]*\Z", spot.text[max(0, match.start("m") - 16) : match.start("m")].lower())
    if (word in spot.clock.words.short and not spot.text.startswith(".", match.end("m"))) or (
        word in ("may", "march") and (before is None or before[1] not in PREPOSITIONS)
    ):
        return None
    return month_alone(spot, spot.clock.words.months[word])


def week_of_month(match: Match, spot: Spot) -> Reading | None:
    """ "the first week of July", "the last week of May 2014"."""
    month = spot.clock.words.months[match["m"].lower()]
    whole = values.of_month(full_year(match["y"]), month) if match["y"] else month_alone(spot, month)
    if whole.period is None or not is_named(match["m"], spot):
        return None
    head, last = whole.period.start[:8], int(whole.period.end[8:])
    number = spot.clock.words.ordinals.get(match["o"].lower())
    first = 7 * number - 6 if number else last - 6
    period = Period(f"{head}{first:02d}", f"{head}{first + 6:02d}", "week")
    return Reading("DATE", period.edtf, period)


def days_of_month(match: Match, spot: Spot) -> Reading | None:
    """ "the first days of March", "the last days of October 2023": its first or last third."""
    month = spot.clock.words.months[match["m"].lower()]
    whole = values.of_month(full_year(match["y"]), month) if match["y"] else month_alone(spot, month)
    if not is_named(match["m"], spot):
        return None
    return values.part_of(whole, "early" if match["o"].lower() in ("first", "early", "opening") else "late")


def every_month(match: Match, spot: Spot) -> Reading:
    """ "each July"."""
    return Reading("SET", f"XXXX-{spot.clock.words.months[match['m'].lower()]:02d}")


def named_weekday(match: Match, spot: Spot) -> Reading | None:
    """ "on Wednesday", "last Friday", "Thursday evening", "noon Saturday"."""
    name, words = match["wd"], spot.clock.words
    if not is_named(name, spot) or (name.lower() in words.short and not spot.text.startswith(".", match.end("wd"))):
        return None
    relation = " ".join((match["rel"] or "").lower().split())
    day = weekday(spot, words.weekdays[name.lower()], relation)
    week = (match["week"] or "").lower()
    if week and spot.anchor is not None:
        monday = spot.anchor - timedelta(days=spot.anchor.isoweekday() - 1)
        shift = {"last": -7, "this": 0, "next": 7}[week]
        day = values.of_day(monday + timedelta(days=shift + words.weekdays[name.lower()] - 1))
    part = match["part"] or match["lead"]
    if part is None:
        return day
    code = {"noon": "12:00", "midnight": "24:00"}.get(part.lower()) or words.dayparts[part.lower()]
    return values.at_time(day, code)


def weekday_set(match: Match, spot: Spot) -> Reading:
    """ "every Friday", "Tuesday nights", "on Mondays"; "Tuesdays attack" has lost its apostrophe."""
    words = spot.clock.words
    part = match["part"]
    lost = part == "" and spot.word_before() != "on" and re.match(r"\s+[a-z]{3,}", spot.text[spot.end : spot.end + 9])
    if lost and not re.match(r"\s+(?:and|are|from|the|for)\b", spot.after()):
        return weekday(spot, words.weekdays[match["wd"].lower()])
    value = f"XXXX-WXX-{words.weekdays[match['wd'].lower()]}"
    return Reading("SET", value + (f"T{words.dayparts[part.lower()]}" if part else ""))


def numeric(match: Match, spot: Spot) -> Reading | None:
    """ "2016-05-05", "05-05-2016"; where day and month could change places the one nearer to the anchor."""
    if match["iso"]:
        return values.of_month_day(int(match["iso"]), int(match["b"]), int(match["c"]))
    first, second, year = int(match["d"]), int(match["e"]), full_year(match["y"])
    readings = [r for r in (values.of_month_day(year, second, first), values.of_month_day(year, first, second)) if r]
    if not readings or readings[0] == readings[-1]:
        return readings[0] if readings else None
    if spot.anchor is None:
        return values.of_year(year)
    anchor = spot.anchor
    return min(readings, key=lambda r: abs((date.fromisoformat(r.value) - anchor).days))


@cache
def date_rules() -> tuple[Rule, ...]:
    """The days of a month, the most telling first."""
    words = time_words()
    month, week = words.month(), words.weekday()
    lead = rf"(?:(?P<lead>{week})\.?,?{GAP})?"
    more = rf"(?:{GAP}?(?:[-–&/]|to|and|or|until|through){GAP}?(?:the{GAP})?(?P<d2>{DAY}){ORDINAL}(?![-–:.]?\d))?"
    short = rf"(?P<y>{YEAR}|[’']\d\d)"
    several = (
        rf"(?P<d>{DAY}){ORDINAL},{GAP}(?:{DAY}{ORDINAL},{GAP})*{DAY}{ORDINAL},?{GAP}and{GAP}(?P<d2>{DAY}){ORDINAL}"
    )
    return (
        Rule.of(rf"{lead}{several}{JOIN}(?:of{GAP})?(?P<m>{month})\b\.?(?:,?{JOIN}{short})?", day_of_month),
        Rule.of(
            rf"{lead}(?:the{GAP})?(?P<d>{DAY}){ORDINAL}{more}{JOIN}(?:of{GAP})?(?P<m>{month})\b\.?(?:,?{JOIN}{short})?",
            day_of_month,
        ),
        Rule.of(
            rf"{lead}(?P<m>{month})\b\.?{JOIN}(?:the{GAP})?(?P<d>{DAY}){ORDINAL}(?!\d|[:.,]\d|%){more}"
            rf"(?:,?{GAP}{short})?",
            month_before_day,
        ),
    )


@cache
def month_rules() -> tuple[Rule, ...]:
    """Rules for a month's name."""
    month = time_words().month()
    related = rf"(?P<rel>this{GAP}past|this{GAP}coming|last|this|next|past)"
    year = rf"(?P<rel>last|this|next|that|the{GAP}same|the{GAP}previous|the{GAP}following)(?P<year>{GAP}year)"
    return (
        *date_rules(),
        *spoken_rules(),
        Rule.of(rf"{PART}{MOD}(?P<m>{month})\b\.?,?{JOIN}(?:of{GAP})?(?P<y>{YEAR})", month_of_year),
        Rule.of(rf"{PART}(?P<m>{month})\b\.?{GAP}(?:of{GAP})?{year}", month_related),
        Rule.of(rf"{MOD}{related}{GAP}(?P<m>{month})\b", month_related),
        Rule.of(rf"(?:each|every){GAP}(?P<m>{month})\b", every_month),
        Rule.of(rf"{PART}{MOD}(?P<m>{month})\b\.?", bare_month),
    )


@cache
def week_rules() -> tuple[Rule, ...]:
    """Rules for a week and for some days of a month."""
    month = rf"{GAP}of{GAP}(?P<m>{time_words().month()})\b(?:,?{GAP}(?P<y>{YEAR}))?"
    week = rf"(?P<o>first|second|third|fourth|last){GAP}week"
    days = rf"(?:very{GAP})?(?P<o>first|early|opening|last|final|closing){GAP}(?:few{GAP})?days"
    return (
        Rule.of(rf"(?:the{GAP})?{week}{month}", week_of_month),
        Rule.of(rf"(?:the{GAP})?{days}{month}", days_of_month),
    )


@cache
def weekday_rules() -> tuple[Rule, ...]:
    """Rules for a weekday's name."""
    week = rf"(?P<wd>{time_words().weekday()})"
    part = "(?P<part>morning|afternoon|evening|night|noon)"
    lead = rf"(?:(?P<lead>noon|midnight|afternoon|(?<=in the )morning|overnight){GAP}(?:on{GAP}|of{GAP})?)?"
    told = rf"this{GAP}past|this{GAP}coming|the{GAP}previous|the{GAP}following|last|this|next|past|coming"
    related = rf"(?:(?P<rel>{told}){GAP})?"
    ofweek = rf"(?:{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?"
    return (
        *date_rules(),
        Rule.of(rf"(?:each|every){GAP}{week}(?:{GAP}{part}s?)?", weekday_set),
        Rule.of(rf"{week}{GAP}{part}s", weekday_set),
        Rule.of(rf"{week}s(?P<part>)", weekday_set),
        Rule.of(
            rf"(?:(?:early|earlier|late|later){GAP})?{lead}{related}{week}\b(?:{GAP}{part})?{ofweek}", named_weekday
        ),
    )


@cache
def numeric_rules() -> tuple[Rule, ...]:
    """Rules for dates in figures."""
    iso = r"(?P<iso>(?:19|20)\d\d)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<c>\d\d?)"
    short = r"(?P<d>\d\d?)(?:(?P<s1>[-/.])(?P<e>\d\d?)(?P=s1)(?P<y>(?:19|20)\d\d|(?<=[/])\d\d))"
    dates = Rule.of(rf"(?:{iso}|{short})", numeric)
    return (dates,)
