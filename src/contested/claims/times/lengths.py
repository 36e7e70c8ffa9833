"""Times told as a length: "a month of clashes", "the two-week-old siege", "for the fifth day in a row"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from contested.claims.context import Context
from contested.claims.words.speech import speech
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import TimeMention
from contested.model.mention import Mention
from contested.model.period import Period

WITHIN = 150  # characters of a sentence
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
NUMBERS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        2,
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
DAY = re.compile(r" day\b(?P<of> in a row| running| of (?=[a-z]))?", re.IGNORECASE)  # a fixed beginning: found fast
NTH = re.compile(
    r"\b(?P<for>for (?:a|an|the|its|their) )?(?P<n>(?:[a-z]+ty-)?[a-z]+(?:nd|rd|st|th)|[1-9]\d?(?:nd|rd|st|th))"
    r"(?P<straight> straight| consecutive| successive| full)?\Z",
    re.IGNORECASE,
)
OLD = re.compile(r"-old (?!(?:boy|girl|child|baby|infant|son|daughter|toddler)s?\b)", re.IGNORECASE)
AGED = re.compile(r"\b(?P<n>[a-z]+|\d{1,2})-(?P<unit>day|week|month)\Z", re.IGNORECASE)
LONG = re.compile(r"s-long\b", re.IGNORECASE)
OF_EVENT = re.compile(r"\s+(?:of|after)\b", re.IGNORECASE)
REACH = 40
AHEAD = frozenset({"to", "will", "'ll", "would", "must", "should", "shall", "may", "might", "could", "can"})
BE = frozenset({"is", "are", "was", "were"})
WAY = 4  # steps up from a length


def lasting(context: Context) -> list[TimeMention]:
    """The lengths of days to months up to the report's day that no preposition counts back; none without a day."""
    anchor = context.report.anchor
    if anchor is None:
        return []
    times, tree = [], tree_of(context.doc)
    for time in context.annotations.times:
        if time.period is None and time.type == "DURATION" and time.value[-1:] != "Y":
            period = measured(tree, time, anchor, False)
            times += [] if period is None else [replace(time, period=period)]
    return [*times, *counted(context.report.text, anchor, context.annotations.times)]


def measured(tree: Tree, time: TimeMention, anchor: str, through: bool) -> Period | None:
    """The days that a length of days to years measures back from the anchor; on from it where what it measures
    is still to come within them; None where it only tells how long something is to last."""
    match = LENGTH.fullmatch(time.value)
    if match is None:
        return None
    token = tree.token_at(time.mention.start)
    if tree.lower[token - 1] == "within" and OF_EVENT.match(tree.text, time.mention.end):
        return None  # "within a week of his capture"
    if LONG.match(tree.text, time.mention.end - 1):
        return None  # "a weeks-long offensive": how many is not told
    if tree.text[time.mention.end :][:1] == "-" or not lies_ahead(tree, token):  # "a week-long offensive"
        return run_up(anchor, int(match[1]), match[2], through)
    return run_on(anchor, int(match[1]), match[2]) if tree.lower[token - 1] in ("within", "in") else None


def lies_ahead(tree: Tree, token: int) -> bool:
    """Whether what a length measures is still to come: "must withdraw within ten days", "is to last a month"."""
    node = token
    for _ in range(WAY):
        if tree.tags[node][:2] == "VB" or tree.heads[node] == node:
            break
        node = tree.heads[node]
    marks = {tree.lower[k] for k in tree.kids[node] if tree.deps[k] in ("aux", "mark") and k < node}
    if tree.tags[node] != "VB" or "have" in marks:
        return False  # "would have lasted a month"
    if tree.lower[token - 1] == "for" and not is_due(tree.lower[tree.heads[node]]):
        marks -= {"to"}  # "have been fighting to oust him for three years"
    above = speech().stem(tree.lower[tree.heads[node]])
    did = tree.deps[node] == "xcomp" and above in lexicon().sets["actual"]  # "managed to take it within two days"
    return bool(marks & AHEAD) and not did


def is_due(word: str) -> bool:
    """Whether what a word governs is still to come: "is to stay", "hopes to stay", "ready to stay"."""
    kinds = {lexicon().kind_of(part, word) for part in ("verbs", "adjectives")}
    return word in BE or not kinds.isdisjoint({"planned", "forecast"})


def counted(text: str, anchor: str, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The lengths that an ordinal or an age tells: "the tenth day in a row" is that day and the nine before it."""
    for day in DAY.finditer(text):
        match = NTH.search(text, max(0, day.start() - REACH), day.start())
        count = counted_by(match) if match is not None else 0
        if match is not None and count > 1 and (match["for"] or match["straight"] or day["of"]):
            end = run_up(day_before(text, match.start(), times) or anchor, count - 1, "D", False)
            yield length(text, (match.start(), day.end()), end, f"P{count}D")
    for old in OLD.finditer(text):
        match = AGED.search(text, max(0, old.start() - REACH), old.start())
        count = NUMBERS.get(match["n"].lower()) or whole(match["n"]) if match is not None else 0
        if match is not None and count:
            unit = match["unit"][0].upper()
            yield length(text, (match.start(), old.end()), run_up(anchor, count, unit, False), f"P{count}{unit}")


def counted_by(match: re.Match[str]) -> int:
    """The number of an ordinal, 0 where it is none."""
    tens, _, word = match["n"].lower().rpartition("-")
    ones = ORDINALS.get(word) or (1 if word == "first" else whole(word[:-2]))
    return TENS.get(tens, 0) + ones if ones and tens in ("", *TENS) else 0


def whole(word: str) -> int:
    """A number in figures, 0 where it is none."""
    return int(word) if word.isdigit() else 0


def day_before(text: str, start: int, times: Sequence[TimeMention]) -> str | None:
    """The single day that the sentence names before an offset: "on Sunday, the fifth day", "Sunday was the fifth"."""
    for time in reversed(times):
        near = 0 <= start - time.mention.end <= WITHIN and ". " not in text[time.mention.end : start]
        if near and time.period is not None and time.period.precision == "day":
            return time.period.start if not time.period.is_open else None
    return None


def length(text: str, span: tuple[int, int], period: Period, value: str) -> TimeMention:
    """The mention of a length, with its days."""
    words = text[slice(*span)].rstrip()
    return TimeMention(Mention(span[0], span[0] + len(words), words), period, "DURATION", value)


def run_on(anchor: str, count: int, unit: str) -> Period:
    """The days from the anchor to so many units after it; a month counts as 30 days, a year as 365."""
    start = date.fromisoformat(anchor[:10])
    return Period.days(start, start + timedelta(days=count * {"D": 1, "W": 7, "M": 30, "Y": 365}[unit]))


def run_up(anchor: str, count: int, unit: str, through: bool) -> Period:
    """The days from so many units before the anchor to it; ``through`` tells a state that lasts."""
    end = date.fromisoformat(anchor[:10])
    if unit in "DW":
        return Period.days(end - timedelta(days=count * (1 if unit == "D" else 7)), end, "days" if through else None)
    months = end.year * 12 + end.month - 1 - count * (1 if unit == "M" else 12)
    year, month = max(1, months // 12), months % 12 + 1
    return Period.days(date(year, month, min(end.day, monthrange(year, month)[1])), end, "days")
