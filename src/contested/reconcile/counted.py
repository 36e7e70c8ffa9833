"""Whom a figure counts: "civilians", a side of the pack, or nobody's side that is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from contested.gazetteer.folding import exact
from contested.model.actor import Participant
from contested.model.claim import Claim, Effect
from contested.packs.pack import Pack
from contested.packs.theatre import pack_at
from contested.reconcile.figures import is_recount, wording
from contested.reconcile.interest import DEADLY, day_of, sides_of, speaker_sides
from contested.reconcile.wordings import words_of

CIVILIANS = "civilians"
ATTACKERS = "attackers"  # of whom no pack tells the side
NATIONAL = ("adjective", "demonym")
NAME = 5  # words after a figure in which a party is named that the counted belong to
RIGHT_BEFORE = 400  # characters from one count to another that goes on with it
AFTER = 90  # characters
ASIDE = re.compile(r"\([^()]*\)")
BEFORE_NAME = frozenset({"the", "a", "an", "his", "her", "its", "their"})


def counted_side(claim: Claim, effect: Effect, pack: Pack, told: Sequence[Claim] = ()) -> str | None:
    """The side of those counted: "civilians", a side of the pack, or None where neither is told.

    ``told`` are the claims of the incident, which tell who the attackers are.
    """
    words, day, pack = words_of(effect.who or ""), day_of(claim), pack_at(claim, pack)
    if {"civilian", CIVILIANS} & set(words):
        return CIVILIANS
    alias = pack.find_alias(effect.who) if effect.who else None
    if alias is not None and alias.role == "demonym" and alias.state:
        # Of its people abroad a state counts its troops; at home a country's people are on no side.
        return (
            None if alias.state == pack.home else one_of(pack.actors[pack.states[alias.state].military].sides_on(day))
        )
    head = words[-1] if words else ""
    if head in wording().additions:
        return before(claim, effect, pack, told)
    if head in wording().own:
        return one_of(speaker_sides(claim, pack)) if claim.speaker else None
    if head in wording().assailants:
        return attackers(told, pack, speaker_sides(claim, pack)) or ATTACKERS
    side = belonging(claim, effect, pack)
    if side is None and not is_anyone(words):
        side = named(claim, effect, words, pack)
    return recounted(claim, effect, pack, told) if side is None and is_recount(claim) else side


def presumed_side(claim: Claim, effect: Effect, pack: Pack) -> str | None:
    """The side told, and of "people" that of the target so called: mostly civilians, which a count must not say."""
    words = words_of(effect.who or "")
    return counted_side(claim, effect, pack) or (named(claim, effect, words, pack) if is_anyone(words) else None)


def is_anyone(words: Sequence[str]) -> bool:
    """Whether words for those counted say nothing of who they are."""
    return bool(words) and wording().anyone.issuperset(words)


def of_an_ally(who: str | None, side: str | None, pack: Pack, day: str | None) -> bool:
    """Whether the counted are of a foreign nation on the side of the state the war is fought in: "four Russians"."""
    if not who or not side or not pack.home or side not in pack.actors[pack.states[pack.home].military].sides_on(day):
        return False
    told = (pack.find_alias(word) for word in who.split())
    return any(alias and alias.role in NATIONAL and alias.state != pack.home for alias in told)


def one_of(sides: frozenset[str]) -> str | None:
    """The first of some sides; None where there is none."""
    return min(sides, default=None)


def before(claim: Claim, effect: Effect, pack: Pack, told: Sequence[Claim]) -> str | None:
    """The side of those counted right before "others" in one claim."""
    earlier = [e for e in claim.effects if e.mention.start < effect.mention.start and e is not effect]
    return counted_side(claim, max(earlier, key=lambda e: e.mention.start), pack, told) if earlier else None


def attackers(told: Iterable[Claim], pack: Pack, telling: frozenset[str]) -> str | None:
    """The side that most claims have attack, save that of who tells it; None where two are named as often."""
    held = [claim for claim in told if claim.event in DEADLY]
    sides = [one_of(sides_of((p,), c, pack) - telling) for c in held for p in c.initiators]
    found = Counter(side for side in sides if side)
    most = [side for side, count in found.items() if count == max(found.values())]
    return most[0] if len(most) == 1 else None


def recounted(claim: Claim, effect: Effect, pack: Pack, told: Iterable[Claim]) -> str | None:
    """The side of those whom the same report counted before it counted anew: of several the ones told right before."""
    same = (c for c in told if c.report.id == claim.report.id and c.id != claim.id)
    here = [c for c in same if not is_recount(c) or c.evidence.start < claim.evidence.start]
    sides: dict[str, int] = {}
    for other in here:
        found = {counted_side(other, e, pack) for e in other.effects if e.kind == effect.kind}
        for side in found - {None}:
            # One sentence that counts two sides tells neither apart.
            near = other.evidence.start if len(found) == 1 and other.evidence.start < claim.evidence.start else -1
            sides[str(side)] = max(near, sides.get(str(side), -1))
    if len(sides) < 2:
        return min(sides, default=None)
    last, at = max(sides.items(), key=lambda found: found[1])
    return last if at >= 0 and claim.evidence.start - at <= RIGHT_BEFORE else None


def belonging(claim: Claim, effect: Effect, pack: Pack) -> str | None:
    """The side of the party that the counted are said to be of: "13 members of the government forces"."""
    stop = effect.mention.end - claim.evidence.start
    counted = effect.mention.quote.lower()
    tail = claim.evidence.quote[stop : stop + AFTER]
    if effect.who and effect.who.lower() not in counted:
        tail = tail.partition(effect.who)[2]
    following = ASIDE.sub(" ", tail).replace(",", " , ").split()[: NAME + 2]
    if following[:1] not in (["of"], ["from"]):
        return None
    owners = {exact(pack.states[pack.home].name) + "s"} if pack.home else set()
    words = [
        word for word in following[1:] if word.lower() not in BEFORE_NAME and exact(word).replace(" ", "") not in owners
    ]
    if {"family", "families", "household"} & {word.lower().strip(".;") for word in words[:2]}:
        return CIVILIANS
    home = pack.states[pack.home].adjectives if pack.home else ()
    for size in range(min(NAME, len(words)), 0, -1):
        name = " ".join(words[:size]).strip(" ,.;:")
        for spelling in (name, *(f"{adjective} {name}" for adjective in home[:1])):
            actor = pack.find_actor(spelling)
            if actor is not None:
                return one_of(actor.sides_on(day_of(claim)))
    return None


def named(claim: Claim, effect: Effect, words: Sequence[str], pack: Pack) -> str | None:
    """The side of the target that has the name or the noun of those counted, else of the party of that name."""
    who = (effect.who or "").lower()
    if not who:
        sides = {target_side(target, claim, pack) for target in claim.targets}
        return sides.pop() if len(sides) == 1 else None
    exact = [target for target in claim.targets if target.name.lower() in (who, f"{who}s")]
    alike = [target for target in claim.targets if stem(words_of(target.name)) == stem(words)]
    for target in exact or alike:
        return target_side(target, claim, pack)
    actor = pack.find_actor(who)
    return one_of(actor.sides_on(day_of(claim))) if actor else None


def stem(words: Sequence[str]) -> str:
    """The last word without a plural's s; "" for none."""
    return words[-1].rstrip("s") if words else ""


def target_side(target: Participant, claim: Claim, pack: Pack) -> str | None:
    """A target's side."""
    if target.kind == CIVILIANS:
        return CIVILIANS
    return one_of(sides_of((target,), claim, pack))
