"""Times an event may have: those its own sentence tells, each with the traits that speak for or against it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from contested.claims.times.event_view import View
from contested.claims.times.lasting_states import lasts
from contested.claims.times.own import FAR, cost, governing, names_other, opens_clause, owns
from contested.claims.times.since import Since, since_time
from contested.claims.times.use import TimeUse, is_begun
from contested.claims.times.words import when_words
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime

Days = tuple[str, str]
ITS_LENGTH = "of it"  # "three days of fighting": how long the event itself lasted
OF_IT = re.compile(r".*-(?:day|week|month) (?:[a-z]+ )?|(?:.{0,6}\s)?of (?:(?!(?:and|of|in|by)\b)[a-z-]+ ){0,3}")
WHOLE = frozenset({"week", "month", "season", "year"})
OF_WHICH = frozenset({"which", "whom"})
DURING = frozenset("in for of after over within a the during past last".split())
CLOSE = 5
RARE, NEAR = 12, 5  # tokens from an event to the "since" behind it, and back to the superlative before it
SAYINGS = frozenset({"speech", "civil", "state"})  # groups of codes that a verb of speech may tell
STEPS = ((0, "touching"), (3, "close"), (8, "near"), (15, "far"))


@dataclass(slots=True)
class Candidate:
    """Days an event may have, and why: the traits by the kind of reason."""

    time: ClaimTime
    reasons: dict[str, list[str]] = field(default_factory=dict)


Candidates = dict[Days, Candidate]


def own_candidates(
    view: View, uses: Sequence[TimeUse], tree: Tree, heads: set[int], since: Sequence[Since], anchor: str | None
) -> Candidates:
    """The times that the event's own sentence tells."""
    found: Candidates = {}
    rare = rare_since(view, tree)
    uses = [use for use in uses if rare is None or use.end <= rare]
    uses = of_its_part(view, [as_act(use, view, tree) for use in uses], tree)
    costs = [cost(view, use, tree, heads) for use in uses]
    ruled = governing(view, costs, uses, tree, heads)
    least = min(costs, default=FAR)
    for n, use in enumerate(uses):
        if not may_date(view, use, tree, heads) or (view.strict and is_ahead_of(use, anchor)):
            continue
        traits = list(use_traits(view, use, tree, heads))
        traits += [f"cost:{costs[n]}", "one_time" if len(uses) == 1 else "many_times"]
        traits += (
            ["least"] * (costs[n] == least) + ["ruled"] * (n == ruled) + ["other_ruled"] * (ruled not in (None, n))
        )
        if anchor is not None and not use.period.is_open:
            traits.append(
                "future" if use.period.end > anchor[:10] else "today" if use.period.end == anchor[:10] else "past"
            )
        itself = is_named_day(view, use, tree)
        add(found, use.claimed(itself=itself), "own", traits)
        if lasts(view, use, tree):
            add(found, use.claimed(), "to_day", [ITS_LENGTH])
        if use.time.period is not None and use.time.period != use.period:
            add(found, use.claimed(itself=not itself), "variant", traits)
        if anchor is not None and is_begun(use, tree) and use.period.start < anchor[:10] and not use.period.is_open:
            since_then = ClaimTime((use.time.period or use.period).start, anchor[:10], "days", use.time.mention)
            add(found, since_then, "onward", ["its_own"] * (n == ruled and costs[n] == 0))
    for n, (left, right) in enumerate(pairwise(uses)):
        both = together(left, right)
        if both is not None:
            close = ["both"] * (costs[n] == costs[n + 1]) + ["ruled"] * (ruled in (n, n + 1))
            add(found, both, "both", [*close, f"cost:{min(costs[n], costs[n + 1])}"])
    told = since_time(view, tree, since if rare is None else (), anchor)
    if told is not None:
        add(found, told, "since", ["strict"] * view.strict + ["none_ruled"] * (ruled is None))
    return found


def as_act(use: TimeUse, view: View, tree: Tree) -> TimeUse:
    """The use, which dates no saying where its verb is the event itself: "were released on 2 February"."""
    its_verb = view.start <= use.governor < view.end and tree.lower[use.governor] in when_words().speech
    its_verb = its_verb or is_reported(view, use, tree)
    return replace(use, is_speech=False) if its_verb and use.is_speech and not view.strict else use


def is_reported(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether an event is what a verb reports, its day behind it: "the office reported 26 raids on Sunday"."""
    if tree.lower[use.governor] not in ("reported", "reports") or not use.governor < view.head < use.start:
        return False
    thing = tree.child(use.governor, "dobj")
    return thing is not None and tree.left[thing] <= view.head < tree.right[thing]


def may_date(view: View, use: TimeUse, tree: Tree, heads: set[int]) -> bool:
    """Whether a time of the event's sentence may be its own: of no saying, nothing told beside, no other."""
    if use.is_speech and not use.is_fronted and not is_said(view):
        return False
    aside = told_aside(view, use, tree) or describes_doer(view, use, tree)
    return (not aside or is_begun(use, tree)) and not names_other(view, use, tree, heads)


def is_named_day(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether the days named are meant, not those since: "since the war began in March", "since Monday's raid"."""
    if use.since is not None or (opens_clause(use, tree) and view.head > use.end):
        return True
    return owns(use, tree) and view.start <= use.governor < view.end


def theirs(view: View, uses: Sequence[TimeUse], tree: Tree, heads: set[int]) -> list[ClaimTime]:
    """The times of an event's sentence that only tell which other event is meant there, or when that was said."""
    return [
        use.claimed()
        for use in uses
        if names_other(view, use, tree, heads) or (use.is_speech and not use.is_fronted and not is_said(view))
    ]


def rare_since(view: View, tree: Tree) -> int | None:
    """The "since" that only tells how rare an event is: "the deadliest attack to hit the city since March"."""
    foremost, stop = when_words().foremost, min(tree.last[view.start], view.end + RARE)
    before = range(max(tree.first[view.start], view.start - NEAR), view.start)
    if not any(tree.lower[k] in foremost and tree.lower[k + 1] != "of" for k in before):  # "most of which"
        return None
    return next((k for k in range(view.end, stop) if tree.lower[k] == "since"), None)


def of_its_part(view: View, uses: Sequence[TimeUse], tree: Tree) -> Sequence[TimeUse]:
    """The times of the event's own part of a sentence that semicolons part, where it has any; else all."""
    if len(uses) < 2 or ";" not in tree.lower[view.first : view.last]:
        return uses
    low, high = view.head, view.head
    while low > view.first and tree.lower[low - 1] != ";":
        low -= 1
    while high < view.last and tree.lower[high] != ";":
        high += 1
    return [use for use in uses if low <= use.start < high] or uses


def own_length(found: Candidates) -> Candidate | None:
    """The days of an event whose length its sentence tells, up to the day told where there is one."""
    before = any(c.time.precision in WHOLE and "past" in c.reasons.get("own", ()) for c in found.values())
    for kind in ("to_day", "lasting"):
        told = [c for c in found.values() if ITS_LENGTH in c.reasons.get(kind, ())]
        if told and not (kind == "lasting" and before):  # a length counts back from the report's day
            return told[0]
    return None


def told_aside(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether a time stands in a relative clause about something else: "the army, which fled in May, shelled"."""
    for verb in (use.governor, *tree.ancestors(use.governor)):
        aside = tree.deps[verb] == "relcl" or (
            tree.deps[verb] == "acl"
            and tree.tags[verb] == "VBN"
            and (use.preposition == "since" or tree.lower[tree.left[verb] - 1] == ",")
        )
        if not aside and tree.deps[verb] == "conj" and not OF_WHICH.isdisjoint(tree.lower[tree.left[verb] : verb]):
            return not tree.left[verb] <= view.head < tree.right[verb]
        if aside and told_where(tree, verb):
            return False
        if aside and not tells_harm(tree, verb) and not tree.left[verb] <= view.head < tree.right[verb]:
            return not view.start <= tree.heads[verb] < view.end
    return False


def describes_doer(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether a time tells of when a party came about, before its act: "Founded in October, the alliance seized"."""
    verb = use.governor
    opens = tree.tags[verb] in ("VBN", "VBD") and verb == tree.first[verb] and verb < use.start
    return opens and tree.deps[verb] in ("advcl", "acl", "prep") and not tree.left[verb] <= view.head < tree.right[verb]


def told_where(tree: Tree, verb: int) -> bool:
    """Whether a clause only tells what had been going on there: "hit a tent where people had gathered on Thursday"."""
    opens = any(tree.lower[k] == "where" for k in tree.kids[verb])
    return opens and any(tree.lower[k] == "had" and tree.deps[k] == "aux" for k in tree.kids[verb])


def tells_harm(tree: Tree, verb: int) -> bool:
    """Whether a relative clause tells what an event did, to whatever the parse ties it: "in X, which killed nine"."""
    subject, nouns = tree.child(verb, "nsubj"), load_nouns()
    if subject is None or tree.lower[subject] not in ("which", "that"):
        return False
    if tree.lower[tree.heads[verb]] in nouns["party"] | nouns["armed"]:
        return False
    told = effect_lexicon().forms.get(tree.lower[verb], ())
    return any(word.pattern == "acts_on" and word.kind in ("killed", "injured") for word in told)


def is_ahead_of(use: TimeUse, anchor: str | None) -> bool:
    """Whether a time lies wholly after the report: what is said of it was said before."""
    return anchor is not None and not use.period.is_open and use.period.start > anchor[:10]


def is_said(view: View) -> bool:
    """Whether an event may be a saying itself, so that the day of a saying may be its own."""
    return view.strict or when_words().group.get(view.code) in SAYINGS


def together(left: TimeUse, right: TimeUse) -> ClaimTime | None:
    """The days from one time of a sentence to the next, where they lie side by side and neither dates a saying."""
    one, two = left.period, right.period
    if left.is_speech or right.is_speech or {one.precision, two.precision} - {"day", "days"} or one == two:
        return None
    if one.is_open or two.is_open:
        return None
    start, end = min(one.start, two.start), max(one.end, two.end)
    if (date.fromisoformat(max(one.start, two.start)) - date.fromisoformat(min(one.end, two.end))).days > 1:
        return None
    return ClaimTime(start, end, "days", left.time.mention)


def add(found: Candidates, time: ClaimTime, kind: str, traits: list[str]) -> None:
    """Note one more reason for those days; the first of a kind holds."""
    known = found.setdefault((time.start, time.end), Candidate(time))
    known.reasons.setdefault(kind, traits)


def use_traits(view: View, use: TimeUse, tree: Tree, heads: set[int]) -> Iterator[str]:
    """How a time stands to an event in their sentence."""
    behind = use.start >= view.end
    low, high = (view.end, use.start) if behind else (use.end, view.start)
    gap = next((name for limit, name in STEPS if high - low <= limit), "remote")
    between = sum(low <= head < high for head in heads)
    yield f"{'behind' if behind else 'before'}:{gap}"
    yield f"between:{min(between, 3)}"
    yield f"precision:{use.period.precision}"
    yield f"preposition:{use.preposition}"
    if use.is_speech:
        yield "saying"
    if use.is_fronted:
        yield "fronted"
    if use.since is not None:
        yield "since"
    if view.start <= use.governor < view.end:
        yield "governed"
    elif use.governor == view.verb:
        yield "governed_by_verb"
    elif use.governor in heads:
        yield "governed_by_other"
    else:
        yield f"governor:{tree.tags[use.governor][:2]}"


def add_lasting(
    own: Sequence[Candidates], views: Sequence[View], time: TimeMention, tree: Tree, kind: str = "lasting"
) -> None:
    """Note the days of a duration for the events of its sentence."""
    at, period = tree.token_at(time.mention.start), time.period
    if period is None:
        return
    claim = ClaimTime(period.start, period.end, period.precision, time.mention)
    before = tree.lower[at - 1] if at else ""
    first, last = tree.first[at], tree.last[at]
    for i in range(bisect_left(views, first, key=lambda view: view.start), len(views)):
        if views[i].start >= last:
            break
        gap = views[i].start - at
        place = "right_behind" if 0 < gap <= CLOSE else "behind" if gap > 0 else "ahead"
        traits = [place, f"word:{before}" if before in DURING else "word"]
        between = tree.text[time.mention.end : views[i].offset]
        whole = OF_IT.fullmatch(time.mention.quote[-6:] + between) is not None and (gap > 0)
        add(own[i], claim, kind, [*traits, ITS_LENGTH] if whole else traits)
