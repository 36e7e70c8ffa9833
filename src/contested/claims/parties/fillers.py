"""Who may fill a role: the parties, people and things around an event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from contested.claims.context import Event
from contested.claims.parties.naming import Names
from contested.claims.words.alike import told_alike
from contested.claims.words.roles import Roles, roles_at
from contested.claims.words.struck import load_struck, sort_at
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree
from contested.model.actor import Participant
from contested.model.annotations import Attribution
from contested.model.claim import Effect

GROUPS = {
    "violence": "armed_clash attack ambush shelling missile_attack air_strike suicide_bombing ied bombing "
    "chemical_attack grenade attack_on_civilians execution",
    "speech": "threat warning accusation demand denial condemnation support responsibility",
    "land": "territory_gained territory_lost siege",
    "taken": "abduction sexual_violence arrest capture surrender release",
    "moves": "deployment base_established withdrawal arrival aid",
    "people": "displacement evacuation casualties",
    "meets": "talks agreement",
}
GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}
STRIKING = frozenset("violence speech land taken people destruction looting seizure interception".split())
MODIFYING = frozenset("compound nmod poss amod".split())
ELSEWHERE = -1


@dataclass(slots=True)
class Filler:
    """One that may fill a role; ``token`` is its head, ELSEWHERE where it is carried over from another sentence.

    ``kind`` is coarse, "" where only the party itself is known; ``listed``: it stands beside another in a list;
    ``away``: how many words behind the event's head it stands, a name counted as one; ``traits``: see filler_traits.
    """

    participant: Participant
    token: int
    features: list[str] = field(default_factory=list)
    kind: str = ""
    listed: bool = False
    away: int = 0
    traits: tuple[float, ...] = ()


class Scene:
    """An event among the words of its report."""

    def __init__(
        self,
        event: Event,
        names: Names,
        steps: Sequence[int],
        voices: Mapping[int, Sequence[Attribution]],
        effects: Sequence[Effect],
    ) -> None:
        self.event, self.names, self.steps, self.effects = event, names, steps, effects
        tree = names.tree
        self.head = event.head.i
        self.first, self.last = tree.first[self.head], tree.last[self.head]
        self.group = GROUP_OF.get(event.code, event.code)
        self.word = "word=" + told_alike(event.trigger.text.lower().split()[-1])  # who is defeated has not attacked
        self.above = [self.head, *tree.ancestors(self.head)]
        self.verbal = tree.tags[self.head].startswith("V")
        self.roles = roles_at(tree, self.head)
        self.part_roles = [roles_at(tree, part) for part in event.parts if self.first <= part < self.last]
        self.speakers = names.speakers
        offset = tree.starts[self.head]
        self.voices = [a for a in voices.get(self.first, ()) if any(c.holds(offset) for c in a.content)]
        self.tellers = {i for a in self.voices if a.source for i in range(*span_of(tree, a))}

    @property
    def tree(self) -> Tree:
        """The parse of the report."""
        return self.names.tree

    def away(self, token: int) -> int:
        """How many words a token stands behind the head of the event, less than 0 before it, a name counted as one."""
        return self.steps[token] - self.steps[self.head]

    def rank(self, token: int, start: int) -> int:
        """How many parties are named before one on its side of the event; ``start`` is where its own name begins."""
        starts, low = self.names.starts, self.tree.starts[self.first if token < self.head else self.head]
        return bisect_left(starts, start) - bisect_left(starts, low)

    def told(self, token: int) -> str:
        """A word as a feature: "#" for any known party, and no word that only one side uses."""
        known = self.names.actor_at(token)
        return told_alike(self.tree.lower[token]) if known is None or known.actor is None else "#"

    def tokens(self) -> Iterable[int]:
        """Heads of the parties of the sentence, of the trigger's arguments, of those affected."""
        names, tree = self.names, self.names.tree
        for actor in names.between(tree.starts[self.first], tree.starts[self.last - 1] + 1):
            yield names.head_of(actor)
        nouns = load_nouns()
        for roles in (self.roles, *self.part_roles):
            for token in everyone(roles, tree):
                inside = self.first <= token < self.last
                if inside and tree.lower[token] not in nouns["abstract"] and not names.is_time(token):
                    yield token
        if self.group in STRIKING and self.group != "speech":
            yield from self.struck()
        for effect in self.effects:
            yield tree.token_at(max(effect.mention.start, effect.mention.end - 1))

    def struck(self) -> Iterable[int]:
        """Nouns of the sentence for what may be struck, none that only modifies another, no stretch of ground.

        Ground is as a rule where it happens; it may be a target only as an argument of the event.
        """
        tree = self.tree
        tags, deps = tree.tags, tree.deps
        for i in range(self.first, self.last):
            if tags[i][0] == "N" and deps[i] not in MODIFYING and sort_at(tree, i) not in (None, "ground"):
                yield i

    def participants(self) -> Iterable[tuple[int, Participant]]:
        """Everyone in the sentence who may fill a role, each head once, and the head."""
        trigger = self.event.trigger
        for token in dict.fromkeys(self.tokens()):
            if token in self.names.tails:
                continue
            if trigger.start <= token < trigger.end and self.names.actor_at(token) is None:
                continue  # the "counter" of "counter-attack" is nobody
            known = [*self.names.one(token)]
            if not known and self.group in STRIKING and self.tree.lower[token] in load_struck():
                mention = self.names.phrase(token)
                known = [Participant(mention.quote, None, "unknown", mention)]
            for participant in known:
                yield token, participant

    def voice(self) -> Filler | None:
        """The innermost speaker whose words tell the event, where the text names one."""
        for attribution in reversed(self.voices):
            if attribution.source and attribution.name:
                mention = attribution.source[0]
                who = Participant(attribution.name, attribution.actor, "unknown", mention)
                inside = self.first <= self.tree.token_at(mention.start) < self.last
                features = [
                    "voice",
                    f"{self.word} voice",
                    f"{self.group} voice",
                    f"{self.event.code} voice",
                    f"voice inside={inside}",
                ]
                features += [f"{self.group} voice agents={bool(self.roles.agents)}"]
                return Filler(who, ELSEWHERE, features)
        return None


def steps_of(names: Names) -> list[int]:
    """For each token how many words begin before it, the name of a party counted as one: names differ in length."""
    tree, counts = names.tree, [1] * len(names.tree.words)
    for actor in names.actors:
        first = tree.token_at(actor.mention.start)
        for i in range(first + 1, tree.token_at(max(actor.mention.start, actor.mention.end - 1)) + 1):
            counts[i] = 0
    return list(accumulate(counts))


def by_sentence(tree: Tree, attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions whose content touches a sentence, by the sentence's first token."""
    found: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        touched: set[int] = set()
        for content in attribution.content:
            first, last = tree.token_at(content.start), tree.token_at(max(content.start, content.end - 1))
            touched |= {tree.first[i] for i in range(first, last + 1)}
        for sentence in touched:
            found.setdefault(sentence, []).append(attribution)
    return found


def span_of(tree: Tree, attribution: Attribution) -> tuple[int, int]:
    """The token interval of the first source span of an attribution."""
    source = attribution.source[0]
    return tree.interval(source)


def everyone(roles: Roles, tree: Tree) -> Iterable[int]:
    """The heads of all roles and their conjuncts."""
    for token in (*roles.agents, *roles.patients, *roles.sides, *roles.withs, *roles.froms, *roles.owners):
        yield token
        yield from conjuncts(token, tree)


def conjuncts(token: int, tree: Tree) -> Iterable[int]:
    """The nouns coordinated with a noun."""
    for child in tree.children(token, "conj", "appos"):
        yield child
        yield from conjuncts(child, tree)
