"""The headline: a title given apart or a first line that reads like one; an outlet's name after it is no part of it."""

from __future__ import annotations

import re

from contested.model.mention import Mention
from contested.read.dates import DAY

FIRST_LINE = re.compile(r"\s*(?P<line>[^\n]+?)[ \t\r]*\n[ \t\r]*\n")
SECTION = r"[A-Z][\w.&'’]*(?:[ -][A-Z&][\w.&'’]*){0,5}"
SITE = re.compile(rf"\s+[-–—|•:·]+[_\s]+(?P<site>(?:{SECTION}\s+[-–—|]\s+){{0,2}}[A-Z][\w.&'’ -]{{1,60}})$")
OUTLET = re.compile(
    r"(?:^|[\s-])(?:news|times|daily|online|agency|tv|archive|post|herald|website|world|journal|tribune|observer|monitor|press"
    r"|gazette|network|media|today|weekly|review|radio|reuters|afp|bbc|sputnik|(?:\.|dot)(?:com|org|net))\s*(?:archive)?$",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"(?:(?:published|posted|updated|last updated?)(?: on| at)?|date)\s*:?|{DAY.pattern}|[ap]\.?m\b|GMT|UTC",
    re.IGNORECASE,
)
LONGEST = 220


def find_headline(text: str) -> Mention | None:
    """The first line, where a blank line follows and it does not read like a sentence of the body."""
    found = FIRST_LINE.match(text)
    if found and is_dated_line(found["line"]):
        found = FIRST_LINE.match(text, found.end())
    if not found or not text[found.end() :].strip():
        return None
    line = found["line"]
    if len(line) > LONGEST or not re.search(r"[^\W\d_]{2}", line):
        return None
    sentences = len(re.findall(r"[.!?][\"”’]?\s+[A-Z]", line))
    if (line.endswith(".") and len(line) > 120) or sentences > 1:
        return None
    return Mention.of(text, found.start("line"), found.end("line"))


def is_dated_line(line: str) -> bool:
    """Whether a line holds a day and little else ("Published 7 December 2014, 18:20")."""
    return re.sub(r"[\W\d]+", "", DATED.sub("", line)) == ""


def site_suffix(text: str, title: Mention, publisher: str | None) -> Mention | None:
    """The outlet's name at the end of a title ("… - Al Manar TV Website Archive"), its separator included."""
    line = text[title.start : title.end]
    found = SITE.search(line)
    if found is None:
        return None
    site = found["site"]
    known = publisher is not None and fold(publisher) in fold(site)
    if not (known or OUTLET.search(site)):
        return None
    return Mention.of(text, title.start + found.start(), title.end)


def fold(name: str) -> str:
    """Letters and digits only, lower case, for comparing outlets' names."""
    return re.sub(r"[\W_]+", "", name.lower().split("(")[0])
