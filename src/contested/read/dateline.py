"""The dateline: the words at the head of a body that date the report itself and say where and by whom it was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from contested.model.mention import Mention
from contested.model.report import Dateline
from contested.read.dates import CLOCK, DAY, WEEKDAY, WrittenDay, read_day
from contested.read.lexicon import load_lexicon

BUTTON = re.compile(r"(?:title:\s*)?(?:print this page|print tweet)\s+", re.IGNORECASE)
LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|updated|released|issued)(?: on| at)?"
    r"|date(?: of publication)?|publication date|last updated?(?: at| on)?)\s*:?\s+",
    re.IGNORECASE,
)
# Before a day that has its line to itself: "As of 28 January 2025".
LINE_LABEL = re.compile(r"(?:as (?:of|at)|dated|situation (?:as of|on))\s*:?\s+", re.IGNORECASE)
SECTIONS = re.compile(r"(?:[A-Z][\w&]+ ){1,6}(?=\d{1,2}-\d{2}-\d{4} \d{4} [AP]M\b)")
AFTER_DAY = re.compile(rf"{CLOCK}?(?:\s*\((?:updated|last modified)[^)]{{0,30}}\))?", re.IGNORECASE)
BREAK = re.compile(r"\s*(?:[-–—:|•(\[\"“‘']|title:|Get\b|\n|$|\.\s|[.,;]?\s*(?=[A-Z\d\"“‘]))")
GOES_ON = re.compile(r"\s*(?:,|that\b|in\b|at\b|on\b|and\b)")
NAME = r"[A-Z][\w'’.]*(?:[ -](?:(?:of|and|the|de|del|la|le|les|au|aux|du|des|el|al)[ -]){0,2}[A-Z][\w'’.]*){0,3}"
DASH = r"(?:\s*(?:--?|[–—])|(?<=\))\s*_)\s*"  # the last: "HARLOW (AP)_ Rebels …"
HEAD = 700
SHORT_LINES, SHORT = 4, 200


@dataclass(frozen=True, slots=True)
class Filing:
    """Compiled patterns of place and agency; ``stamp`` is an agency's credit with a full date after it.

    ``dashed`` has the day behind the dash: "Addis Ababa – 12 March 2024: …".
    """

    full: re.Pattern[str]
    dashed: re.Pattern[str]
    town: re.Pattern[str]
    credit: re.Pattern[str]
    stamp: re.Pattern[str]


@cache
def filing() -> Filing:
    """The patterns, made from the lexicon."""
    data = load_lexicon("agencies")
    agency = alternation(data["agencies"])
    towns = alternation(data["towns"])
    loud = alternation([town.upper() for town in data["towns"]])
    day = DAY.pattern
    anonymous = re.sub(r"\(\?P<sep>", "(?P<mark>", re.sub(r"\(\?P<(?!sep)\w+>", "(?:", day)).replace(
        "(?P=sep)", "(?P=mark)"
    )
    place = rf"\(?(?P<place>{NAME}(?:(?:, ?|/){NAME}){{0,2}}?)\)?"
    return Filing(
        full=re.compile(
            rf"{place}(?:,?\s+(?P<day>(?i:{anonymous})))?"
            rf"(?:,?\s*\(\s*(?P<agency>[A-Z][^()\n]{{1,40}}?)\s*\)|,\s*(?P<wire>{agency}|[A-Z]{{2,6}}))?"
            rf"(?P<dash>{DASH}|\.?\s*/\s*(?P<slashed>{agency})\s*/\s*\.?\s*)"
        ),
        dashed=re.compile(rf"{place}{DASH}(?P<day>(?i:{anonymous}))(?:\s*[:.]|{DASH})\s*(?=[A-Z\d\"“])"),
        town=re.compile(
            rf"(?P<place>{loud})(?=\s+[A-Z\d\"“])"
            rf"|(?P<place2>{towns}|[A-Z][A-Z' -]{{2,30}}[A-Z](?:, {NAME})?"
            rf"(?=\s?[–—]|\s-|--?\s))\s?(?:[–—]|--?)(?=\s*[A-Z\"“])"
            rf"|\((?P<place3>{NAME}(?:, ?{NAME}(?:, [A-Z][a-z]+ \d{{1,2}}, \d{{4}})?)?)\)\s?[–—-]\s(?=[A-Z\"“])"
        ),
        credit=re.compile(rf"\(?(?P<agency>{agency})\)?(?:{DASH}|(?=\s+(?i:{WEEKDAY})))"),
        stamp=re.compile(rf"(?:{agency}|Online|News)\s+(?=(?i:{WEEKDAY})\s+\d)"),
    )


TITLE_MARK = re.compile(r"(?:,|:|\(|\s[–—-])\s*")


def alternation(names: list[str]) -> str:
    """A pattern for any of the names, the longest first."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")\b"


def find_dateline(text: str, start: int, title: str | None, published: str | None = None) -> Dateline | None:
    """The dateline of the body that begins at ``start``; ``published`` fills a missing year."""
    many = is_chronology(text, start)
    for at in heads(text, start, title):
        day = None if many else dated(text, at, published)
        after = day.end if day else at
        place = filed(text, after, published)
        if place and not day:
            day = dated(text, skip_space(text, place.end), published, sure=True)
        if day or place:
            return join(text, day, place)
    return stamped(text, start, published)


def titled(text: str, title: Mention) -> Dateline | None:
    """The day that ends a title and dates a report without another: "Regional Overview, 8 March 2024"."""
    for mark in TITLE_MARK.finditer(text, title.start, title.end):
        day = read_day(text, mark.end())
        if day is not None and day.has_year and day.day and not text[day.end : title.end].strip(" .)"):
            return Dateline(Mention.of(text, day.start, day.end), day.day, None, None)
    return None


def is_chronology(text: str, start: int) -> bool:
    """Whether several paragraphs begin with a day: then none of these days dates the report."""
    lines = re.finditer(rf"^[ \t]*(?:{LABEL.pattern})?(?=\w)", text[start:], re.MULTILINE | re.IGNORECASE)
    return sum(1 for line in lines if DAY.match(text, start + line.end())) > 1


def heads(text: str, start: int, title: str | None) -> list[int]:
    """Where a dateline may begin: at the body, after its copy of the headline, after short lines such as a byline."""
    first = skip_space(text, start)
    found = [first]
    if title:
        bare = title.strip().rstrip(".")
        if bare and text.startswith(bare, first):
            found.append(skip_space(text, first + len(bare), " \t\n.:-|"))
    at = first
    for _ in range(SHORT_LINES):
        end = text.find("\n", at)
        if not 0 <= end - at <= SHORT:
            break
        at = skip_space(text, end)
        found.append(at)
    return found


def dated(text: str, at: int, published: str | None, sure: bool = False) -> WrittenDay | None:
    """The day that opens a head, its label and clock included; None where the words after it go on with it.

    ``sure``: a credit stands before it, so that what follows need not begin a sentence.
    """
    button = BUTTON.match(text, at) or SECTIONS.match(text, at)
    start = button.end() if button else at
    label, line = LABEL.match(text, start), LINE_LABEL.match(text, start)
    start = max(start, *(found.end() for found in (label, line) if found), start)
    day = read_day(text, start, published)
    if day is None:
        return None
    end = AFTER_DAY.match(text, day.end).end()  # type: ignore[union-attr]
    alone = text[end : end + 1] in ("\n", "")
    if line and not alone:
        return None
    if not (day.has_year or label or alone):
        return None
    if not (label or sure or BREAK.match(text, end)):
        return None
    return WrittenDay(at, end, day.day, day.has_year)


@dataclass(frozen=True, slots=True)
class Filed:
    """Where and by whom a report was filed, at ``text[start:end]``."""

    start: int
    end: int
    place: str | None
    agency: str | None
    day: str | None = None


def filed(text: str, at: int, published: str | None) -> Filed | None:
    """Place, agency, perhaps a day before a dash ("BEIRUT, Feb 1 (Reuters) -"); after a town the dash may be lost."""
    start = skip_space(text, at, " \t\n.,:-–—|")
    patterns = filing()
    full = patterns.full.match(text, start)
    if full and is_filing(full) and is_head(text, full.end("dash")):
        day = read_day(text, full.start("day"), published) if full["day"] else None
        return Filed(
            start,
            trimmed(text, start, full.end()),
            full["place"],
            full["agency"] or full["wire"] or full["slashed"],
            day.day if day else None,
        )
    dashed = patterns.dashed.match(text, start)
    told = read_day(text, dashed.start("day"), published) if dashed else None
    if dashed and told:
        return Filed(start, trimmed(text, start, dashed.end()), dashed["place"], None, told.day)
    town = patterns.town.match(text, start)
    if town and not names_a_paper(town.group()):
        return Filed(start, town.end(), town["place"] or town["place2"] or town["place3"], None)
    credit = patterns.credit.match(text, start)
    if credit and is_head(text, credit.end()):
        return Filed(start, trimmed(text, start, credit.end()), None, credit["agency"])
    return None


def names_a_paper(words: str) -> bool:
    """Whether words in capitals call the paper what it is: "SITUATION REPORT –"."""
    return not set(load_lexicon("agencies")["papers"]).isdisjoint(re.findall(r"\w+", words.casefold()))


def is_filing(found: re.Match[str]) -> bool:
    """Whether place and credit are such, and not "Some Group (SG) - the …"."""
    if found["day"] or found["wire"] or found["slashed"]:
        return True
    place, agency = found["place"], found["agency"]
    data = load_lexicon("agencies")
    return bool(agency) and (agency in data["agencies"] or place.split(",")[0].isupper() or place in data["towns"])


def is_head(text: str, end: int) -> bool:
    """Whether what follows begins a sentence."""
    return not text[end : end + 1].islower()


def stamped(text: str, start: int, published: str | None) -> Dateline | None:
    """A credit with weekday and full date in the first lines, after a standfirst ("… AFP Friday 30 Jul 2015 At …")."""
    for found in filing().stamp.finditer(text, start, start + HEAD):
        day = read_day(text, found.end(), published)
        if day and day.has_year and not GOES_ON.match(text, day.end):
            agency = found.group().strip()
            return Dateline(
                Mention.of(text, found.start(), day.end),
                day.day,
                None,
                agency if agency not in ("Online", "News") else None,
            )
    return None


def join(text: str, day: WrittenDay | None, place: Filed | None) -> Dateline:
    """One dateline of the one or two parts that were found."""
    parts = [part for part in (day, place) if part is not None]
    begin, end = min(part.start for part in parts), max(part.end for part in parts)
    when = next((part.day for part in parts if part.day), None)
    mention = Mention.of(text, begin, trimmed(text, begin, end))
    return Dateline(mention, when, place.place if place else None, place.agency if place else None)


def trimmed(text: str, start: int, end: int) -> int:
    """``end`` without the white space before it."""
    return start + len(text[start:end].rstrip())


def skip_space(text: str, at: int, chars: str = " \t\n\r\ufeff") -> int:
    """The first place from ``at`` on that holds none of ``chars``."""
    while at < len(text) and text[at] in chars:
        at += 1
    return at
