"""Which party initials mean in a report: "the RSF" is one in a report of Sudan, and another in one on the press."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contested.model.annotations import ActorMention, PlaceMention
from contested.packs.pack import Pack, ShortForm

WORD = re.compile(r"\w+")


def by_country(actors: list[ActorMention], places: Sequence[PlaceMention], pack: Pack) -> list[ActorMention]:
    """The mentions, those of initials as the party that the report spells out, or that its countries tell.

    Initials that mean nobody there are no mention; "SNA soldiers" stay as soldiers of nobody known.
    """
    forms = [form_of(mention, pack) for mention in actors]
    if not any(forms):
        return actors
    spelt = {mention.actor for mention, form in zip(actors, forms, strict=True) if form is None}
    lands = Counter(lands_of(places))
    lands.update(state.iso for id in spelt if (state := pack.state_of.get(id or "")) is not None)
    if not lands and pack.home is not None:
        lands[pack.states[pack.home].iso] += 1
    return [told for one, form in zip(actors, forms, strict=True) for told in meant(one, form, spelt, lands, pack)]


def places_apart(places: list[PlaceMention], actors: Sequence[ActorMention], pack: Pack) -> list[PlaceMention]:
    """The places without those that are a party's initials: "between the SAF and the RSF"."""
    initials = {a.mention for a in actors if a.mention.quote in pack.short_forms}
    return [place for place in places if place.mention not in initials] if initials else places


def lands_of(places: Sequence[PlaceMention]) -> Iterator[str]:
    """The country of each place, the likeliest where several are possible."""
    for place in places:
        land = place.country or (place.candidates[0].place.country if place.candidates else None)
        if land is not None:
            yield land


def form_of(mention: ActorMention, pack: Pack) -> str | None:
    """The initials that alone tell who a mention is, or None."""
    for word in WORD.findall(mention.mention.quote):
        shorts = pack.short_forms.get(word)
        if shorts and any(short.actor == mention.actor for short in shorts):
            return str(word) if not spells_out(mention, word, pack) else None
    return None


def spells_out(mention: ActorMention, form: str, pack: Pack) -> bool:
    """Whether a mention also gives the name that its initials are short for: "Rapid Support Forces (RSF)"."""
    bare = re.sub(rf"\W*\b{form}\b\W*", " ", mention.mention.quote).strip()
    actor = pack.find_actor(bare) if bare else None
    return actor is not None and actor.id == mention.actor


def meant(
    mention: ActorMention, form: str | None, spelt: set[str | None], lands: Counter[str], pack: Pack
) -> Iterator[ActorMention]:
    """A mention as whom its initials mean; nothing where that is nobody and it has no other words."""
    if form is None:
        yield mention
        return
    shorts = pack.short_forms[form]
    told = [short for short in shorts if short.actor in spelt] or [max(shorts, key=lambda s: weight(s, lands))]
    if weight(told[0], lands) or told[0].actor in spelt:
        yield replace(mention, actor=told[0].actor, kind=pack.kind_of(told[0].actor))
    elif mention.mention.quote != form:
        yield replace(mention, actor=None, kind="unknown")


def weight(short: ShortForm, lands: Counter[str]) -> float:
    """How often a report names places of the countries in which a short form means its actor."""
    return sum(lands[land] for land in short.where) if short.where else 0.5
