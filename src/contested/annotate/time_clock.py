"""The day a report speaks from, what it has named so far, and which way an incomplete date points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from contested.annotate.time_values import Reading, of_day, of_month, of_month_day
from contested.annotate.time_words import TimeWords

SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"][a-z0-9)”\"])[.!?][\"'”’)\]]*\s+(?=[A-Z“\"])|\n\s*\n")
NEARBY = 250
SINCE = re.compile(r"\bsince\s+(?:the\s+|last\s+)?\Z")
TOKEN = re.compile(r"'ll|[a-z]+")
SPEECH = re.compile(r"\b(?:said|says|told|reported|announced|added)\b", re.IGNORECASE)
# "By Friday all but one of the villages had been recaptured"
BY_THEN = re.compile(r"[^.;!?\n]*?\b(?:had|was|were)\b", re.IGNORECASE)
WAS = re.compile(r"\b(?:had|has|have|was|were)\b(?!.*\bto\b)", re.DOTALL)  # "57 people had died by Friday"
# "from Friday until Sunday" lies where Friday lies
FROM = re.compile(
    r"\b(?:from\s+(?:\w+\s+){1,3}|(?:continued|lasted|raged|persisted|went\s+on)\s+)(?:until|till|through)\s+\Z"
)
HAPPENED = re.compile(r"\b(?:was|were|killed|wounded|injured|died|fell|struck|hit|took place|shelled|bombed)\b")
PLANNED = re.compile(r"\b(?:set|scheduled|due|planned|slated|expected|postponed|delayed|until|deadline)\b")
DUE = re.compile(
    r"(?P<was>(?:was|were|been|had) )?(?:due|scheduled|slated|planned|set)(?: to \w+(?: \w+)?)? (?:for|on) (?:the )?\Z"
)
STARTS = re.compile(r"\b(?:starting|beginning|effective)(?: at \w+)? (?:on|from) \Z")
MONTH, LONG_AGO = 30, 120  # days: what is told as to come lies ahead, though the calendar has it behind
COMING_AFTER = re.compile(r",?\s+(?:will|would|shall|is to|are to)\b", re.IGNORECASE)


@dataclass(slots=True)
class Clock:
    """``anchor`` is None where nothing tells the day; the other days were named last, ``full`` with its year."""

    words: TimeWords
    anchor: date | None
    day: date | None = None
    quarter: tuple[int, int] | None = None
    full: tuple[int, date] | None = None
    month: date | None = None
    year: date | None = None

    def note(self, reading: Reading, start: int, words: str) -> None:
        """Remember what ``words`` at ``start`` named."""
        value = reading.value
        if re.match(r"\d{4}(?:-\d\d|\Z)", value):
            self.year = date(int(value[:4]), 1, 1)
        if re.match(r"\d{4}-\d\d", value):
            self.month = date.fromisoformat((value + "-01")[:10])
            if re.match(r"\d{4}-\d\d-\d\d", value):
                self.day = self.month
                if re.search(r"\d{4}", words):
                    self.full = (start, self.month)
        elif (match := re.match(r"(\d{4})-Q(\d)", value)) and "year" not in words:
            self.quarter = (int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a text an expression was found, and the clock that reads it."""

    text: str
    start: int
    end: int
    clock: Clock

    @property
    def anchor(self) -> date | None:
        """The day the report speaks from."""
        return self.clock.anchor

    def before(self, length: int = 24) -> str:
        """The lower-case text before the expression."""
        return self.text[max(0, self.start - length) : self.start].lower()

    def after(self, length: int = 24) -> str:
        """The lower-case text after the expression."""
        return self.text[self.end : self.end + length].lower()

    def word_before(self) -> str:
        """The lower-case word before the expression, or an empty text."""
        match = re.search(r"([\w'’]+)[\s(]*\Z", self.before())
        return match[1] if match else ""

    def is_coming(self) -> bool:
        """Whether the sentence speaks of the expression as still to come."""
        if SINCE.search(self.before()):
            return False
        sentence = SENTENCE_END.split(self.text[max(0, self.start - 110) : self.start])[-1]
        spaced = f" {' '.join(TOKEN.findall(sentence.lower()))} "
        last = max(map(spaced.rfind, self.clock.words.coming))
        if last >= 0 and not SPEECH.search(spaced, last):
            return True
        if STARTS.search(self.before(48)):
            return not self.is_past()
        before = self.word_before()
        if before in self.clock.words.coming_at:
            if before in ("until", "till", "through") and FROM.search(self.before(48)):
                return False
            return not (before == "by" and (BY_THEN.match(self.text, self.end) or WAS.search(sentence)))
        return bool(COMING_AFTER.match(self.text, self.end))

    def is_due(self) -> bool:
        """Whether something is said to be due right on the expression, and not to have been so."""
        due = DUE.search(self.before(60))
        return due is not None and due["was"] is None

    def is_past(self) -> bool:
        """Whether the sentence tells what has happened, and nothing of what is planned."""
        before = SENTENCE_END.split(self.text[max(0, self.start - 110) : self.start])[-1]
        after = SENTENCE_END.split(self.text[self.end : self.end + 60], maxsplit=1)[0]
        return HAPPENED.search(f"{before} {after}") is not None and PLANNED.search(f"{before} {after}") is None

    def known_year(self, month: int, day: int) -> int | None:
        """The year of a full date given before, nearby where an anchor tells another, if this day follows it."""
        named = self.clock.full
        if named is None or (self.anchor is not None and self.start - named[0] > NEARBY):
            return None
        return named[1].year if self.anchor is None or (month, day) >= (named[1].month, named[1].day) else None


def month_day(spot: Spot, month: int, day: int, on: int | None = None) -> Reading | None:
    """A day without a year: that of a date named nearby, else the one nearest to the anchor.

    ``on``: the number of the weekday that the words give, which may settle the year.
    """
    if spot.anchor is None:
        return of_month_day(spot.known_year(month, day), month, day)
    year = year_of(spot, month, day)
    for candidate in (year, spot.anchor.year, spot.anchor.year - 1, spot.anchor.year + 1):
        reading = of_month_day(candidate, month, day)
        if on and reading is not None and date.fromisoformat(reading.value).isoweekday() == on:
            return reading
    return of_month_day(year, month, day) or of_month_day(None, month, day)


def year_of(spot: Spot, month: int, day: int) -> int:
    """The year of a month and day, seen from the anchor: past in news, unless the sentence points ahead."""
    anchor = spot.anchor
    assert anchor is not None
    named = spot.known_year(month, day)
    if named is not None and named < anchor.year and not spot.is_coming():
        return named
    ahead = (month, day) > (anchor.month, anchor.day)
    if not ahead:
        passed = (anchor - date(anchor.year, month, min(day, 28))).days
        return anchor.year + 1 if passed > (MONTH if spot.is_due() else LONG_AGO) and spot.is_coming() else anchor.year
    distance = (date(anchor.year, month, min(day, 28)) - anchor).days
    if distance > 330:
        return anchor.year - 1
    return anchor.year if spot.is_coming() or (distance <= 60 and not spot.is_past()) else anchor.year - 1


def month_alone(spot: Spot, month: int) -> Reading:
    """A month without a year."""
    anchor = spot.anchor
    if anchor is None:
        return of_month(spot.known_year(month, 28), month)
    if month == anchor.month:
        return of_month(anchor.year, month)
    return of_month(year_of(spot, month, 28 if month < anchor.month else 1 + 15 * (month > anchor.month)), month)


def weekday(spot: Spot, number: int, relation: str = "") -> Reading:
    """The day of a weekday's name: the last one up to the anchor, the next one where the text points ahead."""
    anchor = spot.anchor
    if anchor is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    back = (anchor.isoweekday() - number) % 7
    ahead = (number - anchor.isoweekday()) % 7
    if relation in ("the previous", "the following") and spot.clock.day is not None:
        step = (spot.clock.day.isoweekday() - number) % 7 or 7
        return of_day(spot.clock.day + timedelta(days=-step if relation == "the previous" else (7 - step) or 7))
    if relation in ("next", "coming", "this coming", "the following", "the coming"):
        return of_day(anchor + timedelta(days=ahead or 7))
    if relation in ("last", "past", "this past", "the previous", "the past"):
        return of_day(anchor - timedelta(days=back or 7))
    if spot.is_coming():
        return of_day(anchor + timedelta(days=ahead))
    return of_day(anchor - timedelta(days=back))
