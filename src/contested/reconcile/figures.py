"""What each figure of a claim counts: the whole toll of its event, a part, an addition, nothing exact, or a sum."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from contested.model.claim import Claim, Effect, EffectKind
from contested.model.incident import Counts
from contested.reconcile.wordings import words_of

WINDOW = 28  # characters before a figure in which "including" makes it a part
IMPLAUSIBLE = 2_000  # people: an undated toll this large is a sum over a war, whatever its words
HARMS: tuple[EffectKind, ...] = ("killed", "injured")
PEOPLE = frozenset({"killed", "injured", "displaced", "missing", "captured"})
MORE_THAN = re.compile(r"\bmore than\b", re.IGNORECASE)
ASIDE = r"(?:\s*[-–—,(]?\s*(?:including|among them)\s(?:[\w'’]+\s?){2,4}?[-–—,)]?)?"  # "- including nine children -"
LISTING = re.compile(ASIDE + r"[\s,]*(?:(?:and|as well as|along with|together with|plus)\s)?\s*", re.IGNORECASE)
WITH = re.compile(r"\bwith\s*(?:the\s|some\s|at least\s)?$", re.IGNORECASE)
COUNTING = frozenset("a an at about over one two three four five six seven eight nine ten eleven twelve".split())
TOLL_OF = re.compile(
    r"\s+(?:from|in|of|after|following)(?:\s[\w'’-]+){0,7}\s*\Z", re.IGNORECASE
)  # "the toll from a raid"
NOUN_AFTER = 3  # words of what is counted that are looked at


@dataclass(frozen=True, slots=True)
class Figure:
    """One count with what it counts and where it comes from; bounds as in Effect."""

    claim: str
    kind: EffectKind
    who: str | None
    low: int | None
    high: int | None
    counts: Counts

    @property
    def number(self) -> int:
        """The number told: the lower bound, else the upper one."""
        return self.low if self.low is not None else self.high or 0

    @property
    def top(self) -> int:
        """The largest number told; an open figure's is its lower bound, since it names no other."""
        return self.high if self.high is not None else self.low or 0


@dataclass(frozen=True, slots=True)
class Wording:
    """The lexicon, its phrases as patterns."""

    part_leads: re.Pattern[str]
    part_of: re.Pattern[str]
    outdated: re.Pattern[str]
    besides: re.Pattern[str]
    recounts: re.Pattern[str]
    sums: re.Pattern[str]
    habit_leads: re.Pattern[str]
    habit_tails: re.Pattern[str]
    part_people: frozenset[str]
    civil: frozenset[str]
    armed: frozenset[str]
    additions: frozenset[str]
    vague: frozenset[str]
    wide: re.Pattern[str]
    spans: re.Pattern[str]
    anew: re.Pattern[str]
    also: re.Pattern[str]
    met: re.Pattern[str]
    replies: re.Pattern[str]
    avenged: re.Pattern[str]
    own: frozenset[str]
    anyone: frozenset[str]
    assailants: frozenset[str]
    harms: dict[EffectKind, frozenset[str]]


@cache
def wording() -> Wording:
    """``lexicon/figures.toml``, read once."""
    raw = tomllib.loads(files("contested.reconcile").joinpath("lexicon/figures.toml").read_text(encoding="utf-8"))
    return Wording(
        part_leads=phrases(raw["part_leads"]),
        part_of=phrases(raw["part_of"]),
        outdated=phrases(raw["outdated"]),
        besides=phrases(raw["besides"]),
        recounts=phrases(raw["recounts"]),
        sums=phrases(raw["sums"]),
        habit_leads=phrases(raw["habit_leads"]),
        habit_tails=phrases(raw["habit_tails"]),
        part_people=frozenset(raw["part_people"]),
        civil=frozenset(raw["civil"]),
        armed=frozenset(raw["armed"]),
        additions=frozenset(raw["additions"]),
        vague=frozenset(raw["vague"]),
        wide=phrases(raw["wide"]),
        spans=phrases(raw["spans"]),
        anew=phrases(raw["anew"]),
        also=phrases(raw["also"]),
        met=phrases(raw["met"]),
        replies=phrases(raw["replies"]),
        avenged=phrases(raw["avenged"]),
        own=frozenset(raw["own"]),
        anyone=frozenset(raw["anyone"]),
        assailants=frozenset(raw["assailants"]),
        harms={kind: frozenset(raw["harms"][kind]) for kind in HARMS},
    )


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases as whole words."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def figures_of(claim: Claim) -> Iterator[Figure]:
    """Every figure of a claim; what is told without any number is left out."""
    if denies_harm(claim):
        yield from (Figure(claim.id, kind, None, 0, 0, "whole") for kind in spared(claim))
    summing, listed = is_sum(claim), [effect for group in listings(claim) for effect in group]
    for effect in claim.effects:
        if effect.low is not None or effect.high is not None:
            counts: Counts = "sum" if summing else "part" if effect in listed else counted(claim, effect)
            yield Figure(claim.id, effect.kind, effect.who, effect.low, effect.high, counts)


def denies_harm(claim: Claim) -> bool:
    """Whether a claim says that nobody was harmed, "without casualties": the harm is denied, the event is not."""
    return claim.event == "casualties" and claim.factuality == "denied" and not claim.effects


def spared(claim: Claim) -> list[EffectKind]:
    """Which harm nobody suffered, by the claim's words; that of killing and of hurting where they tell no kind."""
    words = set(words_of(claim.trigger.quote + " " + claim.evidence.quote))
    kinds: list[EffectKind] = [kind for kind, said in wording().harms.items() if words & said]
    return kinds or ["killed", "injured"]


def totals_of(claim: Claim) -> Iterator[Figure]:
    """The sums of those whom a claim lists one by one and counts no otherwise: "a woman and her two children"."""
    for listed in listings(claim):
        lows, highs = [effect.low or 0 for effect in listed], [effect.high for effect in listed]
        high = None if None in highs else sum(high or 0 for high in highs)
        yield Figure(claim.id, listed[0].kind, None, sum(lows), high, "whole")


def listings(claim: Claim) -> Iterator[list[Effect]]:
    """The effects that list people one by one, who exclude each other and so are to be added.

    Civilians and fighters do, so that "nine civilians and four soldiers" are 13; so do a woman and her children.
    """
    known, quote = wording(), claim.evidence.quote
    for kind in dict.fromkeys(effect.kind for effect in claim.effects):
        listed = [effect for effect in claim.effects if effect.kind == kind]
        ends = [(e.mention.start - claim.evidence.start, e.mention.end - claim.evidence.start) for e in listed]
        linked = all(LISTING.fullmatch(quote[end:start]) for (_, end), (start, _) in pairwise(ends))
        around = f"{quote[: ends[0][0]]} {quote[ends[-1][1] :]}"
        earlier = known.outdated.search(quote[: ends[0][0]]) is not None
        if len(listed) < 2 or not linked or earlier or is_sum(claim) or known.besides.search(around):
            continue
        counted_people = [set(words_of(effect.who or "")[-NOUN_AFTER:]) for effect in listed]
        armed = [bool(people & known.armed) for people in counted_people]
        civil = [bool(people & known.civil) for people in counted_people]
        mixed = len(listed) == 2 and armed in ([True, False], [False, True]) and civil == [not a for a in armed]
        told = all(effect.low is not None and not is_bare(effect) for effect in listed)
        exact = told and all(effect.low == effect.high for effect in listed)
        if (mixed and told) or (exact and all(known.part_people & people for people in counted_people[1:])):
            yield listed


def is_bare(effect: Effect) -> bool:
    """Whether an effect counts by a plural alone, or by words for a rough number: "soldiers", "dozens of soldiers"."""
    return effect.high is None and not any(
        is_figure(word) or is_number(word) for word in words_of(effect.mention.quote)
    )


def counted(claim: Claim, effect: Effect) -> Counts:
    """Whole, part, addition or vague, by the words around the figure."""
    known = wording()
    at = effect.mention.start - claim.evidence.start
    before = claim.evidence.quote[max(0, at - WINDOW) : max(0, at)]
    who = words_of(effect.who or "")[-NOUN_AFTER:]
    if known.part_leads.search(before + " " + effect.mention.quote[:12]) or known.part_of.search(effect.mention.quote):
        return "part"
    larger = [e for e in claim.effects if e.kind == effect.kind and (e.low or 0) > (effect.low or 0)]
    if WITH.search(before) and any(e.mention.start < effect.mention.start for e in larger):
        return "part"
    # "16 killed and 25 others hurt": others than the dead, and so all of the hurt.
    besides = any(other.kind != effect.kind for other in claim.effects)
    told = words_of(MORE_THAN.sub("over", effect.mention.quote))
    if not besides and known.additions & {*who, *told}:
        return "addition"
    if known.part_people & set(who) and not is_all_told(claim, effect, before):
        return "part"
    # What was counted before a count rose is a part of what was counted after.
    if known.outdated.search(claim.evidence.quote[: max(0, at)]):
        return "part"
    if is_joint(claim, effect):
        return "vague"
    if effect.high is None and not any(map(is_figure, told)) and (known.vague & set(told) or effect.low in (2, 3)):
        return "vague"  # "several", "civilians were killed"
    return "whole"


def is_all_told(claim: Claim, effect: Effect, before: str) -> bool:
    """Whether children or an officer are all whom a claim counts, a number of them rather than ones known already."""
    alone = all(other is effect or other.kind != effect.kind for other in claim.effects)
    words = words_of(effect.mention.quote)
    return alone and bool(words) and is_number(words[0]) and not wording().besides.search(claim.evidence.quote)


def is_figure(word: str) -> bool:
    """Whether a word is a number told: in digits, or one that a bare plural would stand for as well."""
    return word.isdigit() or word in ("two", "three")


def is_number(word: str) -> bool:
    """Whether a word counts rather than points: "two", "a", "at"; not "the", "his" or a name."""
    return word.isdigit() or word in COUNTING


def is_joint(claim: Claim, effect: Effect) -> bool:
    """Whether one number counts dead and hurt together: "19 killed and injured"."""
    where = (effect.mention.start, effect.mention.end)
    return any(e.kind != effect.kind and (e.mention.start, e.mention.end) == where for e in claim.effects)


def is_recount(claim: Claim) -> bool:
    """Whether a claim only counts the dead and hurt of an event told before: "the death toll is put at 12"."""
    quote = claim.evidence.quote
    if claim.event == "casualties":
        return wording().recounts.search(quote) is not None
    before = quote[: max(0, claim.trigger.start - claim.evidence.start)]
    return any(TOLL_OF.match(before, found.end()) for found in wording().recounts.finditer(before))


def is_sum(claim: Claim) -> bool:
    """Whether the words sum over many events or fronts, or figures are too large for one event that no day dates."""
    largest = max((e.low or e.high or 0 for e in claim.effects if e.kind in PEOPLE), default=0)
    dated = claim.time is not None and claim.time.precision in ("day", "days")
    if largest >= IMPLAUSIBLE and not dated:
        return True
    if is_recount(claim) and wording().spans.search(claim.evidence.quote):
        return True
    several = claim.time is not None and claim.time.start != claim.time.end
    if several and claim.effects and wording().wide.search(claim.evidence.quote):
        return True
    return largest > 0 and not dated and wording().sums.search(claim.evidence.quote) is not None
