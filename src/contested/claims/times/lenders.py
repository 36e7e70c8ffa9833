"""Events whose time another may share: who they are to it, and what speaks for one story."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.claims.times.teller import Teller
from contested.model.claim import ClaimTime

STORY_DAYS = 20
REACH = 80  # events: keeps a long report linear
DISTANCES = (
    (-3, "at:ahead"),
    (-1, "at:close_ahead"),
    (0, "at:same"),
    (1, "at:1"),
    (2, "at:2"),
    (4, "at:4"),
    (8, "at:8"),
)
SHARES = ((0.0, "share:none"), (0.2, "share:few"), (0.5, "share:some"), (0.99, "share:most"))
ALIKE, MOST, LEAD, RUN = 3, 5, 3, 4
COMMON = [f"common:{n}" for n in range(MOST + 1)]
NAMES = ["names:0", "names:1", "names:2", *["names:3"] * (MOST - 2)]
CAUSES = frozenset({"strike", "attack", "battle"})


@dataclass(slots=True)
class Told:
    """An event's time so far (None: none), whether its own sentence tells it, whether it is of the report's days.

    ``named``: the event is called by its day ("Monday's attack"), which no other day overrides.
    """

    by: Teller
    time: ClaimTime | None
    own: bool
    recent: bool
    named: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The report's recent days: who tells the first, who first tells the one most have, the share of each, how many.

    ``breaks``: where paragraphs end, in code points.
    """

    first: Told | None
    main: Told | None
    shares: Mapping[tuple[str, str], float]
    days: int
    breaks: Sequence[int]


def story_of(told: Sequence[Told], breaks: Sequence[int]) -> Story:
    """The story as the events' own sentences tell it."""
    recent = [(t, (t.time.start, t.time.end)) for t in told if t.time is not None and t.recent and not t.by.view.strict]
    counts = Counter(days for _, days in recent)
    body = [(t, days) for t, days in recent if not t.by.view.headline] or recent
    top = max(counts, key=lambda days: counts[days], default=None)
    main = next((t for t, days in body if days == top), None)
    shares = {days: count / len(recent) for days, count in counts.items()}
    return Story(body[0][0] if body else None, main, shares, len(counts), breaks)


def is_recent(time: ClaimTime, anchor: str | None) -> bool:
    """Whether a time is one of the days the report is about; without an anchor any day is."""
    if time.precision not in ("day", "days") or (anchor is not None and time.start.startswith("XXXX")):
        return False
    if anchor is None:
        return True
    return 0 <= (date.fromisoformat(anchor[:10]) - date.fromisoformat(time.start)).days <= STORY_DAYS


def lenders(me: Teller, told: Sequence[Told], story: Story) -> Iterator[tuple[str, Told]]:
    """Who may lend the event its time, by why; a headline borrows from the body alone."""
    i, mine = me.index, me.view
    back = [t for t in reversed(told[max(0, i - REACH) : i]) if t.time is not None]
    after = [t for t in told[i + 1 : i + 1 + REACH] if t.time is not None]
    if mine.headline:
        back, after = [], [t for t in told[: i + REACH] if t.time is not None and not t.by.view.headline]
    if not back and not after:
        return
    if back and back[0].by.index == i - 1:
        yield "prev", back[0]
    both = back + after
    if back:
        yield "near", back[0]
    if after:
        yield "next", after[0]
    yield from nearest_alike(me, back, after)
    for t in both:
        if t.own and t.by.view.first == mine.first:
            yield "sentence", t
            break
    for t in both:
        if t.by.word == me.word:
            yield "word", t
            break
    if story.first is not None and story.main is not None:
        yield "first", story.first
        yield "main", story.main
    other = most_alike(me, [t for t in both if t.by.view.first != mine.first])
    if other is not None:
        yield "alike", other


def nearest_alike(me: Teller, back: Sequence[Told], after: Sequence[Told]) -> Iterator[tuple[str, Told]]:
    """The nearest of the event's code, before and after; the nearest before of its group, and of its causes."""
    code, group, wanted = me.view.code, me.group, {"code", "group", "cause"}
    for t in back:
        if t.by.view.code == code:
            kind = "code"
        elif t.by.group == group:
            kind = "group"
        elif group == "outcome" and t.by.group in CAUSES:
            kind = "cause"
        else:
            continue
        if kind in wanted:
            wanted.discard(kind)
            yield kind, t
    for t in after:
        if t.by.view.code == code:
            yield "code_next", t
            return


def most_alike(me: Teller, told: Iterable[Told]) -> Told | None:
    """Who shares the most words with the event's sentence, the nearest of those; None where few are shared."""
    words, best, most = me.named.words, None, (ALIKE - 1, 0)
    for other in told:
        alike = (len(other.by.named.words & words), -abs(other.by.index - me.index))
        if alike[0] >= ALIKE and (best is None or alike > most):
            best, most = other, alike
    return best


def pair_traits(me: Teller, lender: Told, story: Story, anchor: str | None) -> list[str]:
    """What speaks for or against the event's sharing the lender's time."""
    mine, by, time = me.view, lender.by, lender.time
    distance = mine.number - by.view.number
    at = "at:headline" if mine.headline else next((name for limit, name in DISTANCES if distance <= limit), "at:far")
    traits = [at, f"{me.group}<{by.group}", "own" if lender.own else "carried", "recent" if lender.recent else "old"]
    if by.view.code == mine.code:
        traits += ["same_code", "same_code/" + at]
    traits += ["same_word"] * (by.word == me.word) + ["same_tense"] * (by.tense == me.tense)
    traits += (
        ["by_strict"] * by.view.strict + ["by_lead"] * (by.view.number <= LEAD) + ["by_headline"] * by.view.headline
    )
    traits += named_alike(me, by) if by.view.first != mine.first else ["one_sentence"]
    if story.breaks:
        low, high = sorted((mine.offset, by.view.offset))
        nearest = bisect_right(story.breaks, low)
        traits.append("across" if nearest < len(story.breaks) and story.breaks[nearest] < high else "paragraph")
    return traits + (days_traits(time, story, anchor) if time is not None else [])


def named_alike(me: Teller, by: Teller) -> list[str]:
    """How much two sentences name the same."""
    mine, its = me.named, by.named
    traits = [COMMON[min(len(mine.words & its.words), MOST)], NAMES[min(len(mine.names & its.names), MOST)]]
    if mine.numbers and its.numbers:
        traits.append("other_number" if mine.numbers.isdisjoint(its.numbers) else "same_number")
    if mine.places and its.places:
        traits.append("other_place" if mine.places.isdisjoint(its.places) else "same_place")
    if mine.actors and its.actors:
        traits.append("other_actors" if mine.actors.isdisjoint(its.actors) else "same_actors")
    return traits


def days_traits(time: ClaimTime, story: Story, anchor: str | None) -> list[str]:
    """What the days are to the story and to the report's own day."""
    share = story.shares.get((time.start, time.end), 0.0)
    traits = [next((name for limit, name in SHARES if share <= limit), "share:all")]
    traits.append("one_day" if time.start == time.end else f"range:{time.precision}")
    if anchor is not None:
        traits.append("today" if time.end == anchor[:10] else "past" if time.end < anchor[:10] else "future")
    return traits


def undated(me: Teller, done: Sequence[Told]) -> Iterator[str]:
    """Whether the events like this one that are decided have a time."""
    if me.view.headline:
        body = [t for t in done[:REACH] if not t.by.view.headline]
        yield from some_or_none("body", body, lambda t: t.by.view.code == me.view.code)
        alike = most_alike(me, body)
        yield from some_or_none("alike", (alike,) if alike is not None else (), lambda t: True)
        return
    back = [told for told in reversed(done[-REACH:]) if told.by.index < me.index]
    if not back:
        yield "no_before"
        return
    run = next((n for n, t in enumerate(back) if t.time is not None), len(back))
    yield f"run:{min(run, RUN)}"
    for name, same in (
        ("code", [t for t in back if t.by.view.code == me.view.code]),
        ("word", [t for t in back if t.by.word == me.word]),
        ("here", [t for t in back[:RUN] if t.by.view.first == me.view.first and not t.by.view.strict]),
    ):
        if same:
            yield f"{name}:none" if same[0].time is None else f"{name}:some"


def some_or_none(name: str, told: Iterable[Told], wanted: Callable[[Told], bool]) -> Iterator[str]:
    """Whether the first that is wanted has a time, under a name."""
    hit = next((t for t in told if wanted(t)), None)
    if hit is not None:
        yield f"{name}:none" if hit.time is None else f"{name}:some"
