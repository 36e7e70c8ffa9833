"""How an event is told: where it stands, on which clause, as happened, aimed at, or as background."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.context import Context, Event
from contested.claims.times.words import VERBS, when_words
from contested.claims.words.series import is_of_series
from contested.claims.words.tree import Tree, tree_of
from contested.model.report import Report

ORDER = frozenset({"after", "before", "following"})
AROUND, NEAR = 8, 6  # tokens
RARE = frozenset({"since", "ever", "before", "never"})  # "the deadliest attack since" tells of one day
COPY_REACH, COPY_LENGTH = 200, 40


@dataclass(slots=True)
class View:
    """One event as tokens of its Doc's Tree: trigger, head, clause verb, sentence bounds and number, as in text order.

    ``offset`` counts code points; ``headline``: in it or its copy; ``strict``: only its very own time dates it.
    """

    code: str
    start: int
    end: int
    head: int
    verb: int
    first: int
    last: int
    number: int
    offset: int
    headline: bool
    strict: bool


def views_of(events: Sequence[Event], context: Context) -> list[View]:
    """The view of every event."""
    tree = tree_of(context.doc)
    firsts = sorted(set(tree.first))
    copies = headline_copies(tree, firsts, context.report)
    return [view_of(event, tree, firsts, copies) for event in events]


def view_of(event: Event, tree: Tree, firsts: Sequence[int], copies: frozenset[int]) -> View:
    """The view of one event."""
    words, start, end = when_words(), event.trigger.start, event.trigger.end
    head = root_of(tree, start, end)
    first = tree.first[head]
    strict = event.code in words.spoken or event.code in words.standing or is_of_series(tree, start)
    verb, number = clause_of(tree, head), bisect_right(firsts, first) - 1
    in_head = first in copies
    return View(event.code, start, end, head, verb, first, tree.last[head], number, tree.starts[start], in_head, strict)


def headline_copies(tree: Tree, firsts: Sequence[int], report: Report) -> frozenset[int]:
    """The sentences, by first token, of the headline and of its copy at the head of the body."""
    headline, found = report.headline, set()
    if headline is None:
        return frozenset()
    words = " ".join(headline.quote.split())[:COPY_LENGTH]
    for first in firsts:
        start = tree.starts[first]
        if start >= headline.end + COPY_REACH:
            break
        last = tree.last[first]
        text = tree.text[start : tree.starts[last] if last < len(tree.words) else None]
        if start < headline.end or words in " ".join(text.split()):
            found.add(first)
    return frozenset(found)


def root_of(tree: Tree, start: int, end: int) -> int:
    """The token of a span that hangs on none of its others."""
    for i in range(start, end):
        head = tree.heads[i]
        if head == i or not start <= head < end:
            return i
    return start


def clause_of(tree: Tree, i: int) -> int:
    """The verb of the clause a token stands in, or the sentence's root."""
    tags, deps, heads = tree.tags, tree.deps, tree.heads
    while True:
        if tags[i].startswith(VERBS) and deps[i] not in ("aux", "auxpass", "amod", "compound"):
            return i
        if heads[i] == i:
            return i
        i = heads[i]


def root_above(tree: Tree, i: int) -> int:
    """The root of a token's sentence."""
    while tree.heads[i] != i:
        i = tree.heads[i]
    return i


def parted(tree: Tree, low: int, high: int) -> bool:
    """Whether "after" or "before" stands between a word and one above it: two events at two times."""
    lower, heads = tree.lower, tree.heads
    while low != high:
        if lower[low] in ORDER:
            return True
        for child in tree.kids[low]:
            if child < low and lower[child] in ORDER and tree.deps[child] in ("mark", "prep"):
                return True
        if heads[low] == low:
            return False
        low = heads[low]
    return False


def is_ahead(tree: Tree, i: int) -> bool:
    """Whether a word is only aimed at: under a modal, or an infinitive of a verb of plans."""
    words = when_words()
    for child in tree.kids[i]:
        if tree.deps[child] in ("aux", "auxpass") and (tree.lower[child] in words.ahead or tree.lower[child] == "to"):
            return True
    head = tree.heads[i]
    return head != i and tree.lower[head] in words.aims


def is_background(view: View, tree: Tree) -> bool:
    """Whether the event is named as the whole war, a habit, or something at no certain time."""
    words, lower = when_words(), tree.lower
    if lower[view.head] in words.background or " ".join(lower[view.start : view.end]) in words.background:
        return True
    for child in tree.kids[view.verb]:
        if tree.deps[child] in ("nsubj", "nsubjpass") and lower[child] in words.background:
            return True
    around = lower[max(view.first, view.start - AROUND) : min(view.last, view.end + AROUND)]
    rare = not words.foremost.isdisjoint(lower[max(view.first, view.start - NEAR) : view.start])
    if not (words.vague - RARE if rare else words.vague).isdisjoint(around):
        return True
    joined = " ".join(around)
    return any(phrase in joined for phrase in words.vague_phrases)
