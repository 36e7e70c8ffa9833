"""Dating: the events of one report, dated first by their own sentences, then by the story they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.times.again import add_again, named_again, up_to_day
from contested.claims.times.candidates import Candidates, add, add_lasting, own_candidates, own_length, theirs
from contested.claims.times.cast import cast_of
from contested.claims.times.choice import Weights, choose
from contested.claims.times.event_traits import around
from contested.claims.times.event_view import View
from contested.claims.times.lenders import Story, Told, is_recent, lenders, pair_traits, story_of, undated
from contested.claims.times.lengths import lasting
from contested.claims.times.shift import shifted, shifts_of
from contested.claims.times.since import since_spans
from contested.claims.times.stretches import with_stretches
from contested.claims.times.use import time_uses
from contested.claims.words.paragraphs import paragraph_breaks
from contested.claims.words.tree import tree_of
from contested.model.claim import ClaimTime
from contested.model.report import Boilerplate

PARAGRAPHS, LENGTH = 4, 300
CERTAIN, SURE, LIKELY = 99.0, 2.0, 1.0
MOST = 4
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
OWNED = frozenset({"", "'s", "’s", "s"})
DATE = re.compile(r"\d")

First = tuple[ClaimTime | None, float]  # what an event's own sentence tells, and by how much that outweighs none


class Dating:
    """The events of one report with their traits and the times their own sentences tell."""

    def __init__(self, events: Sequence[Event], context: Context) -> None:
        self.tree, self.anchor = tree_of(context.doc), context.report.anchor
        about = cast_of(events, context)
        context = with_stretches(context)
        self.views, self.tellers = about.views, about.tellers
        self.traits = [list(traits) for traits in about.traits]
        told = {(v.first, v.last) for v in self.views}
        besides = {first: around(first, last, self.tree) for first, last in told}
        for traits, view in zip(self.traits, self.views, strict=True):
            traits.extend(besides[view.first])
        for traits, effects in zip(self.traits, context.effects, strict=False):
            traits.append("toll" if effects else "no_toll")
        uses = time_uses(context)
        since = since_spans(context, uses)
        heads: dict[int, set[int]] = {}
        for view in self.views:
            heads.setdefault(view.first, set()).add(view.head)
        self.own = [
            own_candidates(v, uses.get(v.first, ()), self.tree, heads[v.first], since, self.anchor) for v in self.views
        ]
        self.barred = [theirs(v, uses.get(v.first, ()), self.tree, heads[v.first]) for v in self.views]
        for time in lasting(context):
            add_lasting(self.own, self.views, time, self.tree)
        for kind, time in up_to_day(context, uses, self.tree):
            add_lasting(self.own, self.views, time, self.tree, kind)
        for again in named_again(uses, self.tree):
            add_again(self.own, self.views, again, self.tree)
        self.uses, self.shifts = uses, shifts_of(context, self.tree)
        self.captioned = captioned(self.views, context.report.boilerplate)
        self.breaks = long_paragraphs(self.tree.text)

    def decide(self, own: Weights, story: Weights) -> list[ClaimTime | None]:
        """The time of every event, by the weights of both passes."""
        state = Round(self, self.first_pass(own))
        for i in self.order():
            if state.firsts[i][1] < CERTAIN and not state.told[i].named:
                found, general = state.candidates(i)
                best, _ = choose(found, self.traits[i], general, story) if found else (None, 0.0)
                state.note(i, self.kept(state.firsts[i], best.time if best else None))
        return [told.time for told in state.told]

    def kept(self, first: First, best: ClaimTime | None) -> ClaimTime | None:
        """The date that an event's own sentence gives by the calendar, where only the story around tells another."""
        time, sure = first
        dated = time is not None and time.mention is not None and DATE.search(time.mention.quote) is not None
        return time if dated and best is not None and sure > LIKELY else best

    def names(self, i: int, time: ClaimTime | None) -> bool:
        """Whether the event is called by its day: "Monday's attack"."""
        if time is None or time.mention is None or WEEKDAY.match(time.mention.quote) is None:
            return False
        between = self.tree.text[time.mention.end : self.views[i].offset].strip()
        return between in OWNED and (between != "" or time.mention.quote[-1:] == "s")

    def first_pass(self, weights: Weights) -> list[First]:
        """The time that each event's own sentence tells, and how sure that is."""
        chosen: list[First] = []
        for i, own in enumerate(self.own):
            best, sure = choose(own, self.traits[i], self.alone(i), weights) if own else (None, 0.0)
            whole = own_length(own)
            chosen.append((whole.time, CERTAIN) if whole else (best.time if best else None, sure))
        for i, time in shifted(self.shifts, self.views, [time for time, _ in chosen], self.uses):
            chosen[i] = time, CERTAIN
        return chosen

    def alone(self, i: int) -> list[str]:
        """The traits of an event's place among its sentence's times."""
        return [f"times:{min(len(self.own[i]), MOST - 1)}"]

    def order(self) -> list[int]:
        """The events as they are dated: those of the headline last."""
        return sorted(range(len(self.views)), key=lambda i: self.views[i].headline)


class Round:
    """The second pass through a report: every event's time so far."""

    def __init__(self, dating: Dating, firsts: Sequence[First]) -> None:
        self.dating, self.firsts = dating, firsts
        self.told = [self.tell(i, time, time is not None) for i, (time, _) in enumerate(firsts)]
        self.story: Story = story_of(self.told, dating.breaks)
        self.done = [told for told, (_, sure) in zip(self.told, firsts, strict=True) if sure >= CERTAIN]

    def tell(self, i: int, time: ClaimTime | None, own: bool) -> Told:
        """Event ``i`` with a time."""
        dating = self.dating
        recent = time is not None and i not in dating.captioned and is_recent(time, dating.anchor)
        return Told(dating.tellers[i], time, own, recent, own and dating.names(i, time))

    def note(self, i: int, time: ClaimTime | None) -> None:
        """Take a time as decided."""
        self.told[i] = self.tell(i, time, time is not None and (time.start, time.end) in self.dating.own[i])
        self.done.append(self.told[i])

    def candidates(self, i: int) -> tuple[Candidates, list[str]]:
        """All times an event may have, and the traits of its place in the story."""
        dating = self.dating
        candidates: Candidates = {}
        for candidate in dating.own[i].values():
            for kind, traits in candidate.reasons.items():
                add(candidates, candidate.time, kind, traits)
        time, sure = self.firsts[i]
        if time is not None:
            add(candidates, time, "chosen", ["sure" if sure > SURE else "likely" if sure > LIKELY else "unsure"])
        me = dating.tellers[i]
        known: dict[int, list[str]] = {}
        for kind, lender in lenders(me, self.told, self.story):
            by = lender.by.index
            if lender.by.view.first == me.view.first and lender.time is not None and lender.time in dating.barred[i]:
                continue
            if lender.time is not None and (by not in dating.captioned or i in dating.captioned):
                if by not in known:
                    known[by] = pair_traits(me, lender, self.story, dating.anchor)
                add(candidates, lender.time, kind, known[by])
        general = [
            *dating.alone(i),
            f"days:{min(self.story.days, MOST)}",
            "first:none" if time is None else "first:some",
        ]
        if dating.anchor is None:
            general.append("no_anchor")
        return candidates, [*general, *undated(me, self.done)]


def captioned(views: Sequence[View], boilerplate: Sequence[Boilerplate]) -> frozenset[int]:
    """The events told in captions: a picture's day is no day of the story."""
    captions = [part.mention for part in boilerplate if part.kind == "caption"]
    return frozenset(i for i, view in enumerate(views) if any(c.start <= view.offset < c.end for c in captions))


def long_paragraphs(text: str) -> list[int]:
    """Where paragraphs of several sentences end; none where the text has no such paragraphs."""
    breaks = [match.start() for match in paragraph_breaks(text)]
    return breaks if len(breaks) >= PARAGRAPHS and len(text) >= LENGTH * len(breaks) else []
