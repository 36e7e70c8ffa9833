"""The actors that a text names, by where they stand: who is named here, who of a kind was named last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contested.claims.voices.speaker import Speaker
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import ActorMention

OWNERS = frozenset({"its", "their", "his", "her"})
REACH = 1500  # characters back to a name that a bare role noun means


@dataclass(slots=True)
class NamedActors:
    """The actor mentions of a text in its order."""

    tree: Tree
    actors: Sequence[ActorMention]
    begins: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.begins = [actor.mention.start for actor in self.actors]

    def fighters(self, start: int, noun: str) -> Speaker | None:
        """The armed party named last before the tokens, for "the jihadist group"; None where none is near."""
        fighting = (a for a in self.known_before(start) if a.kind in ("rebel_group", "militia"))
        traits = frozenset({"thing", "many", "proper"})
        return next((Speaker(party.name, "party", party.actor, noun, traits) for party in fighting), None)

    def known_before(self, start: int) -> Iterator[ActorMention]:
        """The actors the packs know that are named before the tokens, the last first, none beyond REACH."""
        offset = self.tree.starts[start]
        for k in range(bisect_left(self.begins, offset) - 1, -1, -1):
            if self.begins[k] <= offset - REACH:
                return
            if self.actors[k].actor is not None:
                yield self.actors[k]

    def monitor(self, start: int) -> tuple[int, Speaker] | None:
        """The monitor named last before the tokens, speaker or not ("the Observatory counted …. The group said")."""
        tree = self.tree
        for actor in self.known_before(start):
            at, words = tree.token_at(actor.mention.start), actor.name.lower().split()
            named = actor.kind == "organisation" and tree.tags[at][:3] in ("NNP", "DT", "JJ")
            if named and any(speech().roles.get(word) == "monitor" for word in words):
                traits = frozenset({"thing", "many", "proper"})
                return at, Speaker(actor.name, "monitor", actor.actor, words[-1], traits)
        return None

    def at(self, start: int, end: int) -> ActorMention | None:
        """The actor mention that overlaps a token interval, the last of several."""
        mention = self.tree.mention(start, end)
        k = bisect_left(self.begins, mention.end) - 1
        while k >= 0 and self.begins[k] > mention.start - 80:
            if self.actors[k].mention.overlaps(mention):
                return self.actors[k]
            k -= 1
        return None

    def at_end(self, start: int, end: int) -> int | None:
        """The token where the actor begins that the tokens end with, where it is not all of them."""
        actor = self.at(end - 1, end)
        at = self.tree.token_at(actor.mention.start) if actor is not None and actor.actor is not None else start
        return at if at > start else None

    def owner(self, start: int, head: int) -> ActorMention | None:
        """Whose "its spokesman" is: the party that the main clause of the sentence before is about."""
        tree, first = self.tree, self.tree.first[start]
        if tree.lower[start] not in OWNERS or start != first or not first or head - start > 3:
            return None
        root = next((k for k in range(tree.first[first - 1], first) if tree.heads[k] == k), None)
        subject = tree.child(root, "nsubj", "nsubjpass") if root is not None else None
        actor = self.at(subject, subject + 1) if subject is not None else None
        return actor if actor is not None and actor.actor is not None else None
