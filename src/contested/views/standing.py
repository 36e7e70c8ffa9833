"""Who says it and for which side: claims put under the names of their speakers, cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from contested.model.claim import Claim
from contested.packs.pack import Pack
from contested.packs.theatre import pack_at
from contested.views.document import Citations, Sentence
from contested.views.wording import listing, publisher, voice

MOST_NAMES = 6  # of speakers in one sentence
MOST_CITES = 6  # of one sentence; the claims themselves are all kept with it


@dataclass(frozen=True, slots=True)
class Telling:
    """The claims of a brief by id, the pack that knows the sides, the citations made so far."""

    claims: Mapping[str, Claim]
    pack: Pack
    citations: Citations = field(default_factory=Citations)

    def sentence(self, text: str, ids: Iterable[str], level: int = 0) -> Sentence:
        """A sentence cited by claims; those that the brief does not hold are left out."""
        held = tuple(id for id in dict.fromkeys(ids) if id in self.claims)
        cites = dict.fromkeys(self.citations.cite(self.claims[id]) for id in held)
        return Sentence(text, tuple(cites)[:MOST_CITES], held, level)

    def side(self, claim: Claim) -> str | None:
        """The side its innermost speaker, else its outlet, stands on; None where the pack knows none."""
        pack, day, speaker = pack_at(claim, self.pack), claim.report.published, claim.speaker
        if speaker is None:
            return min(pack.outlet_sides(publisher(claim), day), default=None)
        if speaker.actor in pack.actors:
            return min(pack.actors[str(speaker.actor)].sides_on(day), default=None)
        return min(pack.outlet_sides(speaker.name, day), default=None)

    def speaker(self, claim: Claim) -> str:
        """The innermost speaker or the outlet, with the side in brackets where one is known."""
        name = voice(claim.speaker) if claim.speaker else publisher(claim)
        side = self.side(claim)
        return f"{name} ({side})" if side else name

    def who(self, claim: Claim) -> str:
        """What all names of one speaker share: its id where a pack has the name as the party's own, else the name."""
        speaker = claim.speaker
        alias = self.pack.find_alias(speaker.name) if speaker is not None else None
        own = alias is not None and speaker is not None and alias.role == "name" and alias.actor == speaker.actor
        return alias.actor if alias is not None and own else self.speaker(claim)

    def speakers(self, ids: Iterable[str]) -> str:
        """Who tells claims, each once, whichever of its names it bears: "A (north), B and C"."""
        found: dict[str, str] = {}
        for claim in (self.claims[id] for id in ids if id in self.claims):
            found.setdefault(self.who(claim), self.speaker(claim))
        names = list(found.values())
        if len(names) > MOST_NAMES + 1:
            names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} more"]
        return listing(names)

    def sides(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The sides that tell claims."""
        return tuple(sorted({side for id in ids if id in self.claims and (side := self.side(self.claims[id]))}))

    def of(self, ids: Sequence[str]) -> list[Claim]:
        """The claims of these ids that the brief holds."""
        return [self.claims[id] for id in ids if id in self.claims]
