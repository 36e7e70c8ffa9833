"""How a sentence uses the times it names: what they hang on, from which day to which, whether they date a saying."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from contested.claims.context import Context
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime
from contested.model.errors import PackError
from contested.model.period import Period

DROPPED = frozenset({"until", "till", "before", "by", "after", "than", "versus"})
VERBS = ("VB", "MD")
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
BACKWARD = re.compile(r"\b(in|for|within|over)\s+\Z", re.IGNORECASE)
AFTERWARDS = re.compile(r"\s*(?:after|before|ago|later|earlier|time|old|from)\b", re.IGNORECASE)
SINCE_CLAUSE = re.compile(r"\bsince(?:\s+[\w’'-]+){2,12}\s+\Z", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|and|to|or|through|until|-|–|&)?\s*(?:on\s+)?\Z", re.IGNORECASE)
SPOKEN_BEFORE = re.compile(
    r"(?P<w>[A-Za-z]+)(?:\s+[A-Z]\w+){0,2}(?:\s+(?:reporters|journalists|agency|late|early))*(?:\s+(?:on|in|late|early))*\s*\Z"
)


@dataclass(frozen=True, slots=True)
class WhenWords:
    """The lexicon of this question."""

    standing: frozenset[str]
    spoken: frozenset[str]
    apart: frozenset[str]
    speech: frozenset[str]
    ahead: frozenset[str]
    aims: frozenset[str]
    transparent: frozenset[str]
    background: frozenset[str]
    began: frozenset[str]
    vague: re.Pattern[str]


@cache
def when_words() -> WhenWords:
    """The lexicon as shipped; raises PackError where a list is missing."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/when.toml").read_text(encoding="utf-8"))
    try:
        codes, words = raw["codes"], raw["words"]
        lists = {
            name: frozenset(words[name]) for name in ("speech", "ahead", "aims", "transparent", "background", "began")
        }
        vague = re.compile(rf"\b(?:{'|'.join(map(re.escape, words['vague']))})\b", re.IGNORECASE)
        kinds = {name: frozenset(codes[name]) for name in ("standing", "spoken", "apart")}
        return WhenWords(vague=vague, **kinds, **lists)
    except KeyError as error:
        raise PackError("when.toml", f"{error} is missing", "restore the list") from error


@dataclass(frozen=True, slots=True)
class TimeUse:
    """A time in its sentence: its days as used there, its tokens, the word it hangs on, whether it dates a saying.

    ``since``: where a clause begins that this time dates ("since the war began in March"), in code points.
    """

    time: TimeMention
    period: Period
    span: Span
    governor: Token
    is_speech: bool
    is_fronted: bool
    since: int | None = None

    def claimed(self, until: str | None = None, itself: bool = False) -> ClaimTime:
        """The days as a claim carries them: to the day ``until`` where given, or those named if ``itself``."""
        period = (self.time.period or self.period) if itself else self.period
        if until and not period.is_open and period.start < until:
            period = Period(period.start, until, "days")
        return ClaimTime(period.start, period.end, period.precision, self.time.mention)


def time_uses(context: Context) -> dict[int, list[TimeUse]]:
    """The usable times of every sentence, by the index of its first token; datelines and boilerplate apart."""
    doc, found = context.doc, dict[int, list[TimeUse]]()
    dated = [t for t in usable(context) if not is_dateline(t, context)]
    for i, time in enumerate(dated):
        span = doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
        if span is None:
            continue
        use = use_of(time, span, context)
        if use is not None:
            found.setdefault(span.root.sent.start, []).append(
                merged(use, dated[:i][-1:], dated[i + 1 : i + 2], context.report.text)
            )
    return found


def usable(context: Context) -> list[TimeMention]:
    """The times that name days, and durations counted back from the anchor: "in two days", "for three years"."""
    anchor, text = context.report.anchor, context.report.text
    times = []
    for time in context.annotations.times:
        if time.period is not None:
            times.append(time)
        elif anchor and (match := LENGTH.fullmatch(time.value)) and time.type == "DURATION":
            before = BACKWARD.search(text[max(0, time.mention.start - 10) : time.mention.start])
            if before is not None and not AFTERWARDS.match(text, time.mention.end):
                times.append(replace(time, period=run_up(anchor, int(match[1]), match[2], before[1].lower() == "for")))
    return times


def run_up(anchor: str, count: int, unit: str, through: bool) -> Period:
    """The days from so many units before the anchor to it; ``through`` tells a state that lasts."""
    end = date.fromisoformat(anchor[:10])
    if unit in "DW":
        return Period.days(end - timedelta(days=count * (1 if unit == "D" else 7)), end, "days" if through else None)
    months = end.year * 12 + end.month - 1 - count * (1 if unit == "M" else 12)
    year, month = max(1, months // 12), months % 12 + 1
    return Period.days(date(year, month, min(end.day, monthrange(year, month)[1])), end, "days")


def is_dateline(time: TimeMention, context: Context) -> bool:
    """Whether a time only dates the report: inside its dateline, its boilerplate, or a full date at its head."""
    report, mention = context.report, time.mention
    line = report.dateline.mention if report.dateline else None
    if line is not None and (line.overlaps(mention) or mention.overlaps(line)):
        return True
    if any(b.kind != "caption" and b.mention.covers(mention) for b in report.boilerplate):
        return True
    head = (report.headline.end if report.headline else 0) + 200
    full = re.search(r"\d{4}", mention.quote) is not None and time.value[:10] in (report.anchor, report.published)
    before = report.text[max(0, mention.start - 12) : mention.start]
    return full and mention.start < head and not re.search(r"\b(?:on|since|until|of)\s+(?:\w+,?\s+)?\Z", before)


def use_of(time: TimeMention, span: Span, context: Context) -> TimeUse | None:
    """The use of one time; None where its words point away from its days ("until Friday")."""
    preposition, governor = hung_on(span)
    period = used_period(time, preposition, span, context)
    if period is None:
        return None
    words, sentence = when_words(), span.root.sent
    first = next((t for t in sentence if not t.is_space and not t.is_punct), sentence[0])
    lead = {
        "also",
        "early",
        "earlier",
        "later",
        "late",
        "meanwhile",
        "and",
        "then",
        "but",
        "in",
        "on",
        "since",
        "during",
        "over",
    }
    between = [t.lower_ for t in context.doc[first.i : span.start] if not t.is_punct and not t.is_space]
    fronted = all(w in lead for w in between)
    if not fronted and governor.lower_ in words.speech and span.end <= governor.i:
        governor = told_before(span, governor)
    return TimeUse(
        time, period, span, governor, is_said(span, governor, context), fronted, since_clause(span, context.report.text)
    )


def since_clause(span: Span, text: str) -> int | None:
    """Where "since" opens a clause that ends with a time; None where there is none."""
    start = max(span.sent.start_char, span.start_char - 90)
    match = SINCE_CLAUSE.search(text, start, span.start_char)
    return match.start() if match is not None else None


def told_before(span: Span, said: Token) -> Token:
    """The verb before a time that the parser hung on a later verb of speech: "… killed on Friday a monitor said"."""
    for i in range(span.start - 1, span.sent.start - 1, -1):
        token = span.doc[i]
        if token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass"):
            return token
    return said


def hung_on(span: Span) -> tuple[str, Token]:
    """The preposition before a time and the word both hang on."""
    words, token = when_words(), span.root
    before = span.doc[span.start - 1].lower_ if span.start else ""
    preposition = before if before in DROPPED | {"since", "from", "for", "in", "on", "during", "over"} else ""
    while token.head.i != token.i:
        token = token.head
        if token.tag_ in ("IN", "TO"):
            preposition = preposition or token.lower_
            continue
        if token.lower_ in words.transparent and not token.tag_.startswith(VERBS):
            continue
        break
    return preposition, token


def used_period(time: TimeMention, preposition: str, span: Span, context: Context) -> Period | None:
    """The days meant: "since X" runs to the anchor, a period that is still running ends with it."""
    period, anchor = time.period, context.report.anchor
    if period is None or (preposition in DROPPED and preposition != "by"):
        return None
    if period.is_open or anchor is None:
        return period
    today = anchor[:10]
    if preposition == "since":
        return Period.days(date.fromisoformat(period.start), date.fromisoformat(max(today, period.start)))
    if (
        period.start <= today < period.end
        and period.precision in ("month", "year")
        and "next" not in time.mention.quote
    ):
        return Period.days(date.fromisoformat(period.start), date.fromisoformat(today))
    return period


def is_said(span: Span, governor: Token, context: Context) -> bool:
    """Whether a time dates a saying: it hangs on a verb of speech, or stands right behind one."""
    speech = when_words().speech
    if governor.lower_ in speech:
        return True
    before = SPOKEN_BEFORE.search(context.report.text[max(0, span.start_char - 60) : span.start_char])
    return before is not None and before["w"].lower() in speech


def merged(use: TimeUse, before: Sequence[TimeMention], after: Sequence[TimeMention], text: str) -> TimeUse:
    """The use with the days of a time joined to it: "January 31 and February 1", "from Monday to Friday"."""
    mention = use.time.mention
    for other, gap in [
        *((o, text[o.mention.end : mention.start]) for o in before),
        *((o, text[mention.end : o.mention.start]) for o in after),
    ]:
        if other.period is None or not gap.strip() or not JOINED.fullmatch(gap):
            continue
        if {use.period.precision, other.period.precision} <= {
            "day",
            "days",
        } and use.period.is_open == other.period.is_open:
            start, end = min(use.period.start, other.period.start), max(use.period.end, other.period.end)
            period = Period(start, end, "day" if start == end else "days")
            return TimeUse(use.time, period, use.span, use.governor, use.is_speech, use.is_fronted, use.since)
    return use
