"""Seasons and quarters: "last summer", "the third quarter of 1989", "the year-earlier period"."""

from __future__ import annotations

from datetime import date

from contested.annotate import time_values as values
from contested.annotate.time_clock import Spot
from contested.annotate.time_rule import Match
from contested.annotate.time_values import Reading


def season(match: Match, spot: Spot) -> Reading | None:
    """ "last summer", "winter 2013", "this spring"."""
    code = spot.clock.words.seasons[match["s"].lower()]
    relation = (match["rel"] or "").lower().split()
    if match["y"]:
        return values.of_season(int(match["y"]), code)
    if not relation and spot.word_before() not in ("in", "since", "by", "until", "during", "of"):
        return None
    if match["s"].lower() == "fall" and (not relation or relation == ["the"]):
        return None
    anchor = spot.anchor
    if anchor is None or relation in ([], ["the"]):
        return values.of_season(anchor.year if anchor else None, code)
    begun = anchor.month >= values.SEASON_MONTHS[code][0]
    ended = begun and code != "WI" and anchor.month > values.SEASON_MONTHS[code][1]
    year = anchor.year
    if relation[-1] in ("last", "past"):
        year -= 0 if ended else 1
    elif relation[-1] in ("next", "coming"):
        year += 1 if begun else 0
    elif code == "WI" and anchor.month <= 2:
        year -= 1
    return values.of_season(year, code)


def quarter(match: Match, spot: Spot) -> Reading:
    """ "the third quarter of 1989", "fourth-quarter": the last of that name that has ended, unless it is coming."""
    number = spot.clock.words.ordinals[match["o"].lower()]
    anchor = spot.anchor
    if match["y"] or anchor is None:
        return values.of_quarter(int(match["y"]) if match["y"] else None, number)
    if match["rel"]:
        return values.of_quarter(anchor.year + {"last": -1, "this": 0, "next": 1}[match["rel"].lower()], number)
    begun = number <= (anchor.month + 2) // 3
    return values.of_quarter(anchor.year - (not begun and not spot.is_coming()), number)


def year_earlier(match: Match, spot: Spot) -> Reading:
    """ "the year-earlier quarter", "the year-ago period", "year-end"."""
    anchor = spot.anchor
    if match["w"].lower() == "end":
        return values.of_day(date(anchor.year, 12, 31)) if anchor else Reading("DATE", "XXXX-12-31")
    named = spot.clock.quarter
    if named:
        return values.of_quarter(named[0] - 1, named[1])
    return values.of_year(anchor.year - 1) if anchor else Reading("DATE", "PAST_REF")
