"""How a sentence uses the times it names: what they hang on, from which day to which, whether they date a saying."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contested.claims.context import Context
from contested.claims.times.event_view import root_of
from contested.claims.times.joined import joined
from contested.claims.times.lengths import measured, run_up
from contested.claims.times.nights import nights
from contested.claims.times.said import is_aftermath, is_said, told_before
from contested.claims.times.words import VERBS, when_words
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime
from contested.model.period import Period

COMPARED = 60  # characters before a length in which a superlative that it bounds stands
LONGEST_NAME = 5  # tokens: "Tuesday's double car bomb attack"
PRAYERS = frozenset({"prayer", "prayers"})  # a time of that day
DROPPED = frozenset({"until", "till", "before", "by", "after", "than", "versus"})
KEPT = frozenset({"since", "from", "for", "in", "on", "during", "over"})
HANGING = frozenset({"on", "in", "since", "during"})
SPENT = frozenset({"in", "over", "during", "within", "for", "of"})
AT_NIGHT = frozenset({"during", "in", "throughout", "through", "over"})
END_OF = re.compile(r"(?:the )?end of ", re.IGNORECASE)
PAST = re.compile(r"the (?:past (week|month|year)|(?:past|last) decade)\Z", re.IGNORECASE)
DECADE = 10
AS_OF = re.compile(r"\bas of (?:[\d:.]+(?: hours| hrs| GMT| local time)?,?(?: on)? )?\Z", re.IGNORECASE)
UP_TO = 30  # characters: "as of 08:00 local time on "
CENTURY = re.compile(r"\d\d")
LATE_WEEK = re.compile(r"late\b.*\bweek\Z", re.IGNORECASE)
LEADS = frozenset("also early earlier later late meanwhile and then but in on since during over".split())
BACKWARD = re.compile(r"\b(in|for|within|over)\s+\Z", re.IGNORECASE)
AFTERWARDS = re.compile(r"\s*(?:after|before|ago|later|earlier|time|old|from)\b", re.IGNORECASE)
SINCE_CLAUSE = re.compile(r"\bsince(?:\s+[\w’'-]+){2,12}\s+\Z", re.IGNORECASE)
FILED = re.compile(r"(?<![A-Z])[A-Z][A-Z.'’ -]{2,30}(?:, ?[A-Z][\w. ]{1,20})?,? \Z")
CREDIT = re.compile(r" ?(?:\([A-Z][^()\n]{1,30}\) ?(?:--?|[–—]|(?=[A-Z]))| (?:--|[–—]) )")
BORN = re.compile(r"\b(?:born(?: in| on)?|b\.)\s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeUse:
    """A time in its sentence: its days as used there, its tokens, the token it hangs on, whether it dates a saying.

    ``since``: where a clause begins that this time dates ("since the war began in March"), in code points.
    """

    time: TimeMention
    period: Period
    start: int
    end: int
    governor: int
    preposition: str
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
    tree, found = tree_of(context.doc), dict[int, list[TimeUse]]()
    dated = nights([t for t in usable(context) if not is_dateline(t, context)], context.report.text)
    for i, time in enumerate(dated):
        start, end = tree.token_at(time.mention.start), tree.token_at(time.mention.end - 1) + 1
        use = use_of(time, (start, end), tree, context.report.anchor)
        if use is not None:
            first = tree.first[root_of(tree, start, end)]
            beside = dated[max(0, i - 1) : i], dated[i + 1 : i + 2]
            period = joined(use.time, use.period, beside, tree.text)
            found.setdefault(first, []).append(replace(use, period=period) if period else use)
    return found


def usable(context: Context) -> list[TimeMention]:
    """The times that name days, and durations counted back from the anchor: "in two days", "for three years"."""
    anchor, text, tree = context.report.anchor, context.report.text, tree_of(context.doc)
    times = []
    for time in context.annotations.times:
        if BORN.search(text, max(0, time.mention.start - 12), time.mention.start):
            continue
        if CENTURY.fullmatch(time.value):
            continue  # "the 11th century temple"
        if time.period is not None:
            times.append(time)
        elif anchor and time.type == "DURATION":
            before = BACKWARD.search(text[max(0, time.mention.start - 10) : time.mention.start])
            compared = is_compared(text, time.mention.start)
            if before is not None and not compared and not AFTERWARDS.match(text, time.mention.end):
                period = measured(tree, time, anchor, before[1].lower() == "for")
                times += [] if period is None else [replace(time, period=period)]
    return times


def is_compared(text: str, start: int) -> bool:
    """Whether a length only tells how rare the event is: "the first raid in two years"."""
    before = text[max(0, start - COMPARED) : start].lower().replace("\n", ". ").split(". ")[-1]
    words = re.findall(r"[a-z]+", before)
    return not when_words().foremost.isdisjoint(words) and bool({"in", "for"} & set(words[-4:]))


def is_dateline(time: TimeMention, context: Context) -> bool:
    """Whether a time only dates the report: inside its dateline, its boilerplate, or a full date at its head."""
    report, mention = context.report, time.mention
    line = report.dateline.mention if report.dateline else None
    if line is not None and (line.overlaps(mention) or mention.overlaps(line)):
        return True
    if any(b.kind != "caption" and b.mention.covers(mention) for b in report.boilerplate):
        return True
    if FILED.search(report.text, max(0, mention.start - 40), mention.start) and CREDIT.match(report.text, mention.end):
        return True  # behind a standfirst: "MOSCOW October 18 (Agency) – …"
    head = (report.headline.end if report.headline else 0) + 200
    full = re.search(r"\d{4}", mention.quote) is not None and time.value[:10] in (report.anchor, report.published)
    before = report.text[max(0, mention.start - 12) : mention.start]
    return full and mention.start < head and not re.search(r"\b(?:on|since|until|of)\s+(?:\w+,?\s+)?\Z", before)


def use_of(time: TimeMention, span: tuple[int, int], tree: Tree, anchor: str | None) -> TimeUse | None:
    """The use of one time; None where its words point away from its days ("until Friday")."""
    start, end = span
    root = root_of(tree, start, end)
    preposition, governor = hung_on(tree, start, root)
    if preposition in DROPPED and (noun := dated_noun(tree, end, root)) is not None:
        before = tree.heads[noun]
        preposition, governor = ("on", tree.heads[before]) if tree.lower[noun] in PRAYERS else ("", noun)
    noun = dated_noun(tree, end, root) if not preposition else None
    if noun is not None and tree.lower[tree.heads[noun]] == "since":  # "since the 2021 coup"
        preposition, governor = "since", tree.heads[tree.heads[noun]]
    if AS_OF.search(tree.text, max(0, tree.starts[start] - UP_TO), tree.starts[start]):
        return None  # up to when is counted, not when it happened
    period = used_period(time, preposition, anchor)
    if period is None:
        return None
    first = tree.first[root]
    fronted = all(word in LEADS for word in tree.lower[first:start] if word[0].isalnum() and not word.isspace())
    if not fronted and tree.lower[governor] in when_words().speech and end <= governor:
        governor = told_before(tree, start, governor)
    after = is_aftermath(tree, governor)
    speech = after or is_said(tree, start, governor)
    since = since_clause(tree, start, first)
    return TimeUse(time, period, start, end, governor, preposition, speech, fronted and not after, since)


def since_clause(tree: Tree, start: int, first: int) -> int | None:
    """Where "since" opens a clause that ends with a time; None where there is none."""
    if "since" not in tree.lower[first:start]:
        return None
    match = SINCE_CLAUSE.search(tree.text, max(tree.starts[first], tree.starts[start] - 90), tree.starts[start])
    return match.start() if match is not None else None


def hung_on(tree: Tree, start: int, i: int) -> tuple[str, int]:
    """The preposition before a time and the token both hang on, from the time's root."""
    words = when_words()
    before = tree.lower[start - 1] if start else ""
    preposition = before if before in DROPPED or before in KEPT else ""
    while tree.heads[i] != i:
        i = tree.heads[i]
        if tree.tags[i] in ("IN", "TO"):
            preposition = preposition or tree.lower[i]
        elif tree.lower[i] not in words.transparent or tree.tags[i].startswith(VERBS):
            break
    return preposition, behind_day(tree, start, i)


def behind_day(tree: Tree, start: int, governor: int) -> int:
    """What a time hangs on; the word above its preposition where the parse made it a part of the speaker behind it.

    In "… on Wednesday morning office chief Marlow said" the comma before the speaker is lost.
    """
    above = start - 1
    lost = governor > start and tree.tags[governor][:2] == "NN" and tree.lower[above] in HANGING
    if not lost or tree.lower[start][-1:] == "s" or "POS" in tree.tags[start:governor]:
        return governor  # "on Monday's raid"
    while tree.heads[above] != above and tree.tags[above] in ("IN", "TO"):
        above = tree.heads[above]
    return above if above < start else governor


def dated_noun(tree: Tree, end: int, root: int) -> int | None:
    """The noun behind a time that dates it ("after Tuesday's raid"); None where the time stands for itself."""
    noun = tree.heads[root]
    while end <= noun and tree.lower[noun] in when_words().transparent and tree.heads[noun] > noun:
        noun = tree.heads[noun]
    named = end <= noun <= end + LONGEST_NAME and tree.tags[noun][:2] == "NN"
    return noun if named and tree.lower[noun] not in when_words().transparent else None


def used_period(time: TimeMention, preposition: str, anchor: str | None) -> Period | None:
    """The days meant: "since X" runs to the anchor, a period that is still running ends with it."""
    period = time.period
    if period is None or (preposition in DROPPED and preposition != "by"):
        return None
    if period.is_open or anchor is None:
        return period
    today = anchor[:10]
    if preposition in AT_NIGHT and time.mention.quote.lower() == "the night":
        return run_up(today, 1, "D", True)
    if preposition in SPENT and period.precision != "days" and (unit := PAST.match(time.mention.quote)) is not None:
        return run_up(today, 1, unit[1][0].upper(), False) if unit[1] else run_up(today, DECADE, "Y", False)
    if preposition == "since":
        start = since_day(period, time.mention.quote)
        return Period.days(start, date.fromisoformat(max(today, start.isoformat())))
    running = period.start <= today < period.end and period.precision in ("week", "month", "year")
    if running and time.mention.quote[:6].lower() == "later ":
        return Period.days(date.fromisoformat(today), date.fromisoformat(period.end))
    if running and "next" not in time.mention.quote:
        return Period.days(date.fromisoformat(period.start), date.fromisoformat(today))
    return period


def since_day(period: Period, quote: str) -> date:
    """The day from which "since March", "since late last week", "since mid-March", "since mid-2012" counts."""
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    if period.precision == "week" and LATE_WEEK.match(quote):
        return start + timedelta(days=4)
    if END_OF.match(quote):
        return end  # "since the end of July"
    if quote[:3].lower() != "mid":
        return start
    return start.replace(day=15) if start.month == end.month else start.replace(month=7, day=1)


def is_begun(use: TimeUse, tree: Tree) -> bool:
    """Whether a time tells when something began that may go on."""
    began = when_words().began
    return any(tree.lower[i] in began for i in (use.governor, *tree.ancestors(use.governor)))
