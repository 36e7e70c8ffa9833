"""Times told through other events: "since then", "since the war began"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.claims.context import Context
from contested.claims.times.event_view import View, clause_of
from contested.claims.times.use import TimeUse, is_begun
from contested.claims.times.words import when_words
from contested.claims.words.tree import Tree, tree_of
from contested.model.claim import ClaimTime

SINCE_THEN = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
SINCE_WAR = re.compile(
    r"\bsince\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:war|conflict|uprising|crisis|revolution)\s+(?:began|started|erupted|broke|start)"
    r"|\bsince\s+the\s+(?:start|beginning|outbreak)\s+of\s+(?:\w+\s+){0,3}?(?:war|conflict|uprising|crisis|revolution)",
    re.IGNORECASE,
)
WAR = re.compile(r"\b(?:war|conflict|uprising|crisis|revolution)\b", re.IGNORECASE)
# "have since died": what is counted since; of other deeds it tells the order only
HAVE_SINCE = re.compile(r"\b(?:have|has)(?:\s+both|\s+all)?\s+since\s+(?!the\b|then\b|\d|[A-Z])")
SINCE_NOUN = re.compile(
    r"\bsince\s+(?:(?:the|its|their|his)\s+)(?:(?:start|beginning|outbreak|launch|onset)\s+of\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}?"
    r"(?P<noun>[a-z-]+)(?:\s+(?:began|started|erupted|was\s+launched|took\s+effect|took\s+place|came\s+into\s+\w+))?"
    r"(?=[,.;]|\s+(?:in|on|more|at|the|there|have|has|and|according)\b|\Z)",
    re.IGNORECASE,
)
LATER = re.compile(r"\b(?:days|weeks|months|years)\s+after\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Since:
    """Where a span that runs to the anchor stands in the text, and its first day; whether only tolls are counted so."""

    start: int
    end: int
    day: str
    toll: bool = False


def since_spans(context: Context, uses: Mapping[int, list[TimeUse]]) -> list[Since]:
    """Every "since then" and "since the war began" without a date of its own, with the day the text gives elsewhere."""
    tree, text, found = tree_of(context.doc), context.report.text, list[Since]()
    if "since" not in tree.lower:
        return found
    flat = sorted((use for group in uses.values() for use in group), key=lambda use: use.time.mention.start)
    for pattern in (SINCE_THEN, HAVE_SINCE):
        for match in pattern.finditer(text):
            before = [use for use in flat if use.time.mention.end <= match.start()]
            if before:
                found.append(Since(match.start(), match.end(), before[-1].period.start, pattern is HAVE_SINCE))
    for use in flat:
        if use.since is not None:
            found.append(Since(use.since, use.time.mention.end, (use.time.period or use.period).start))
    begun = [use for use in flat if is_outbreak(use, tree)]
    for match in SINCE_WAR.finditer(text) if begun else ():
        if not any(since.start == match.start() for since in found):
            found.append(Since(match.start(), match.end(), begun[0].period.start))
    found += since_named(flat, [since.start for since in found], tree)
    return [since for since in found if not since.day.startswith("XXXX")]


def since_named(uses: Sequence[TimeUse], known: Sequence[int], tree: Tree) -> Iterator[Since]:
    """Every "since the offensive" whose event the text dates elsewhere, as the same noun in the clause of a time."""
    nouns = when_words().outset
    for match in SINCE_NOUN.finditer(tree.text):
        dated_itself = any(match.start() < use.time.mention.start < match.end() + 1 for use in uses)
        if match["noun"].lower() not in nouns or match.start() in known or dated_itself:
            continue
        day = next((use.period.start for use in uses if dates_noun(use, match["noun"].lower(), tree)), None)
        if day is not None:
            yield Since(match.start(), match.end(), day)


def dates_noun(use: TimeUse, noun: str, tree: Tree) -> bool:
    """Whether a time stands in the clause of an event that a noun names: "launched its offensive in"."""
    if use.preposition == "since" or use.is_speech:
        return False
    verb = clause_of(tree, use.governor)
    named = (i for i in range(tree.first[use.start], tree.last[use.start]) if tree.lower[i] == noun)
    return any(clause_of(tree, i) == verb for i in named)


def is_outbreak(use: TimeUse, tree: Tree) -> bool:
    """Whether a time dates the beginning of the war."""
    if not is_begun(use, tree):
        return False
    first, last = tree.first[use.start], tree.last[use.start] - 1
    return WAR.search(tree.text, tree.starts[first], tree.starts[last] + len(tree.words[last])) is not None


def since_time(view: View, tree: Tree, spans: Sequence[Since], anchor: str | None) -> ClaimTime | None:
    """The days from a "since …" of the event's sentence to the anchor, or None."""
    if anchor is None:
        return None
    start, end = sentence_bounds(view, tree)
    for since in spans:
        inside = since.start <= view.offset < since.end
        if since.toll and when_words().group.get(view.code) != "outcome":
            continue
        if start <= since.start < end and not inside and since.day <= anchor[:10]:
            return ClaimTime(since.day, anchor[:10], "days")
    return None


def sentence_bounds(view: View, tree: Tree) -> tuple[int, int]:
    """First and past-last code point of an event's sentence."""
    return tree.starts[view.first], tree.starts[view.last] if view.last < len(tree.words) else len(tree.text)


def without_later(views: Sequence[View], times: Sequence[ClaimTime | None], tree: Tree) -> list[ClaimTime | None]:
    """The times without those that an event shares with another that came days later ("… days after rebels shot …")."""
    found = list(times)
    for later in LATER.finditer(tree.text):
        sentence = tree.first[tree.token_at(later.start())]
        here = [(i, times[i]) for i, view in enumerate(views) if view.first == sentence]
        before = {(t.start, t.end) for i, t in here if t is not None and views[i].offset < later.start()}
        for i, time in here:
            if time is None or views[i].offset < later.end() or (time.start, time.end) not in before:
                continue
            if time.mention is None or time.mention.start < later.end():
                found[i] = None
    return found
