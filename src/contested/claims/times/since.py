"""Times told through other events: "since then", "since the war began"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.claims.context import Context
from contested.claims.times.event_view import View
from contested.claims.times.use import TimeUse, is_begun
from contested.claims.words.tree import Tree, tree_of
from contested.model.claim import ClaimTime

SINCE_THEN = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
SINCE_WAR = re.compile(
    r"\bsince\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:war|conflict|uprising|crisis|revolution)\s+(?:began|started|erupted|broke|start)"
    r"|\bsince\s+the\s+(?:start|beginning|outbreak)\s+of\s+(?:\w+\s+){0,3}?(?:war|conflict|uprising|crisis|revolution)",
    re.IGNORECASE,
)
WAR = re.compile(r"\b(?:war|conflict|uprising|crisis|revolution)\b", re.IGNORECASE)
LATER = re.compile(r"\b(?:days|weeks|months|years)\s+after\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Since:
    """Where a span that runs to the anchor stands in the text, and its first day."""

    start: int
    end: int
    day: str


def since_spans(context: Context, uses: Mapping[int, list[TimeUse]]) -> list[Since]:
    """Every "since then" and "since the war began" without a date of its own, with the day the text gives elsewhere."""
    tree, text, found = tree_of(context.doc), context.report.text, list[Since]()
    if "since" not in tree.lower:
        return found
    flat = sorted((use for group in uses.values() for use in group), key=lambda use: use.time.mention.start)
    for match in SINCE_THEN.finditer(text):
        before = [use for use in flat if use.time.mention.end <= match.start()]
        if before:
            found.append(Since(match.start(), match.end(), before[-1].period.start))
    for use in flat:
        if use.since is not None:
            found.append(Since(use.since, use.time.mention.end, (use.time.period or use.period).start))
    begun = [use for use in flat if is_outbreak(use, tree)]
    for match in SINCE_WAR.finditer(text) if begun else ():
        if not any(since.start == match.start() for since in found):
            found.append(Since(match.start(), match.end(), begun[0].period.start))
    return [since for since in found if not since.day.startswith("XXXX")]


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
