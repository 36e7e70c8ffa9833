"""A nation that only the report around lent to a plain word: not of "soldiers ambushed by Norlandic troops"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contested.claims.context import Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.who_by_rule import Parts
from contested.model.actor import Participant

FOUGHT = VIOLENT | {"casualties", "abduction", "arrest", "capture", "territory_gained"}


def without_borrowed_nations(parts: Parts, event: Event) -> Parts:
    """The participants; who is only called by a plain word is not of the nation that the other side is told to be."""
    if event.code not in FOUGHT:
        return parts
    doers = tuple(as_said(who, parts.targets) for who in parts.initiators)
    return parts.but(initiators=doers, targets=tuple(as_said(who, doers) for who in parts.targets))


def as_said(who: Participant, others: Iterable[Participant]) -> Participant:
    """The participant under the words of the text, where the nation it was lent is that of somebody against it."""
    said = who.mention.quote
    nation = who.name.removesuffix(said).strip()
    plain = said.islower() and said.endswith("s") and " " not in said  # no "army", no "government forces"
    lent = plain and 0 < len(nation) < len(who.name) and nation[:1].isupper()
    against = any(other.mention.quote.startswith(nation) for other in others)
    return replace(who, name=said, actor=None, kind="unknown") if lent and against else who
