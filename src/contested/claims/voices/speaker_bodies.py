"""Whether "the army" or "the interior ministry" is another body than the speaker who was named before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from contested.claims.voices.speaker import Speaker
from contested.claims.words.acronyms import stands_for
from contested.claims.words.speech import speech
from contested.model.annotations import ActorMention

BAND_WORDS = frozenset("liberation independence resistance salvation free republican".split())
OFFICES = frozenset({"ministry", "minister", "department"})
STATES_OWN = frozenset({"army", "military", "navy", "forces"})
BANDS = frozenset({"rebel_group", "militia"})


def is_other_body(words: Sequence[str], names: Sequence[str], name: str, bands: Collection[str]) -> bool:
    """Whether a role noun is another body than ``name``.

    ``words`` are in lower case from the article to the noun, ``names`` the proper nouns among them, ``bands`` the
    names of rebels and militias, case folded.
    """
    noun, told = words[-1], name.casefold()
    if noun in STATES_OWN and is_band(told, bands):
        return True
    if noun == "agency" and is_other_name(names, name):
        return True
    return noun in OFFICES and not {word for word in words[1:-1] if word.isalpha()} <= set(told.split())


def is_other_name(names: Sequence[str], name: str) -> bool:
    """Whether proper nouns before a role noun, "the SONA news agency", are neither of a name nor short for it."""
    told = name.casefold()
    return bool(names) and not any(word.casefold() in told or stands_for(word, name) for word in names)


def is_agency(name: str) -> bool:
    """Whether "the agency" may mean a speaker of this name that is no news agency."""
    return not speech().agencies.isdisjoint(name.casefold().split())


def behind_home(lower: Sequence[str], start: int, head: int) -> int:
    """The first token behind the town of "the Norwick-based monitor"; ``start`` where none is told."""
    return next((k for k in range(start + 1, head) if lower[k] == "based"), start)


def bands_among(actors: Iterable[ActorMention]) -> frozenset[str]:
    """The names of rebels and militias, case folded."""
    return frozenset(actor.mention.quote.casefold() for actor in actors if actor.kind in BANDS)


def is_band(told: str, bands: Collection[str]) -> bool:
    """Whether a name, case folded, is that of rebels or a militia."""
    known = any(told in band for band in bands)
    return known or not BAND_WORDS.isdisjoint(told.split())


def civil_body(met: Sequence[Speaker], words: Sequence[str]) -> Speaker | None:
    """The latest body with a name that a noun for one, "the London-based monitor", may mean; None where none is.

    ``words`` are those of the noun's phrase in lower case. "The rebel group" is no such body.
    """
    if words[-1] not in speech().civil or not speech().fighting.isdisjoint(words):
        return None
    return next((speaker for speaker in reversed(met) if is_civil(speaker)), None)


def is_civil(speaker: Speaker) -> bool:
    """Whether a speaker is a body by its name that is no party, office or medium: "the Norwick Relief Committee"."""
    if "proper" not in speaker.traits or speaker.kind in ("party", "official"):
        return False
    words = speaker.name.lower().split()
    body = not speech().bodies.isdisjoint(words) or (speaker.kind == "monitor" and "thing" in speaker.traits)
    return body or (speaker.kind != "media" and ("many" in speaker.traits or speaker.name.isupper()))
