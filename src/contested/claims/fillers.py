"""Who may fill a role: the parties, people and things around an event, with what grammar tells of each.

No feature names a party, an outlet or a loaded word, so that swapping them changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contested.claims.context import Context, Event
from contested.claims.frames import frame_of
from contested.claims.naming import Names
from contested.claims.roles import Roles, roles_at
from contested.claims.surroundings import load_nouns
from contested.claims.tree import Tree
from contested.model.actor import Participant
from contested.model.claim import Effect

GROUPS = {
    "violence": "armed_clash attack ambush shelling missile_attack air_strike suicide_bombing ied bombing chemical_attack grenade attack_on_civilians execution",
    "speech": "threat warning accusation demand denial condemnation support responsibility",
    "land": "territory_gained territory_lost siege",
    "taken": "abduction sexual_violence arrest capture surrender release",
    "moves": "deployment base_established withdrawal arrival aid",
    "people": "displacement evacuation casualties",
    "meets": "talks agreement",
}
GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}
LONGEST_PATH = 5


@dataclass(slots=True)
class Filler:
    """One that may fill a role; ``token`` is its head, -1 where it is carried over from an earlier event."""

    participant: Participant
    token: int
    features: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """An earlier event of the report with its participants by rule."""

    event: Event
    initiators: Sequence[Participant]
    targets: Sequence[Participant]


class Scene:
    """An event among the words of its report."""

    def __init__(self, event: Event, names: Names, context: Context, effects: Sequence[Effect]) -> None:
        self.event, self.names, self.effects = event, names, effects
        tree = names.tree
        self.head, self.first, self.last = event.head.i, tree.first[event.head.i], tree.last[event.head.i]
        self.group = GROUP_OF.get(event.code, event.code)
        self.verbal = tree.tags[self.head].startswith("V")
        self.roles = roles_at(tree, self.head)
        self.part_roles = [roles_at(tree, part) for part in event.parts if self.first <= part < self.last]
        self.speakers = speakers_of(context, tree)

    def fillers(self) -> list[Filler]:
        """Everyone in the sentence who may fill a role, each head once."""
        tokens = dict.fromkeys(self.tokens())
        found = []
        for token in tokens:
            for participant in self.names.one(token):
                filler = Filler(participant, token)
                filler.features = self.describe(token, participant)
                found.append(filler)
        return found

    def tokens(self) -> Iterable[int]:
        """Heads of the parties of the sentence, of the trigger's arguments, of those affected."""
        names, tree = self.names, self.names.tree
        for actor in names.between(tree.starts[self.first], tree.starts[self.last - 1] + 1):
            yield names.head_of(actor)
        nouns = load_nouns()
        for roles in (self.roles, *self.part_roles):
            for token in everyone(roles, tree):
                if (
                    self.first <= token < self.last
                    and tree.lower[token] not in nouns["abstract"]
                    and not names.is_time(token)
                ):
                    yield token
        for effect in self.effects:
            yield tree.token_at(max(effect.mention.start, effect.mention.end - 1))

    def describe(self, token: int, participant: Participant) -> list[str]:
        """The features of one filler."""
        tree, group, code = self.names.tree, self.group, self.event.code
        word = "v" if self.verbal else "n"
        side = "<" if token < self.head else ">"
        flags = list(flags_of(token, self.roles, tree)) or ["none"]
        path = path_between(tree, token, self.head)
        meet = meeting(tree, token, self.head)
        kind = kind_of(participant, self.names.actor_at(token) is not None)
        gap = abs(token - self.head)
        far = (
            "1"
            if gap == 1
            else "2"
            if gap == 2
            else "4"
            if gap <= 4
            else "8"
            if gap <= 8
            else "16"
            if gap <= 16
            else "32"
        )
        prep = tree.lower[tree.heads[token]] if tree.deps[token] == "pobj" else "-"
        found = [f"kind={kind}", f"{group} kind={kind}", f"{word} {side}{far}", f"{group} {side}", f"path={path}", f"{group} path={path}", f"{word} path={path}", f"dep={tree.deps[token]}", f"{group} dep={tree.deps[token]} {side}",
                 f"prep={prep} {side}", f"{word} prep={prep} {side}", f"{group} prep={prep} {side}", f"kind={kind} prep={prep}", f"{group} kind={kind} {side}"]  # fmt: skip
        if meet is not None and meet not in (token, self.head):
            found += [
                f"meet={tree.lower[meet]} {tree.deps[token]} {side}",
                f"meet={tree.lower[meet]} {side}",
                f"{word} meet tag={tree.tags[meet]} {tree.deps[token]} {side}",
            ]
        above = tree.heads[token]
        if tree.tags[above].startswith("V"):
            found += [
                f"verb={tree.lower[above]} {tree.deps[token]}",
                f"verb at trigger={above == self.head} {tree.deps[token]}",
            ]
        for flag in flags:
            found += [
                f"is={flag}",
                f"{group} is={flag}",
                f"{code} is={flag}",
                f"{word} is={flag}",
                f"is={flag} kind={kind}",
                f"{group} is={flag} kind={kind}",
            ]
        for roles in self.part_roles:
            found += [f"part={flag}" for flag in flags_of(token, roles, tree)]
            found += [f"{group} part={flag}" for flag in flags_of(token, roles, tree)]
        effects = [e.kind for e in self.effects if e.mention.start <= tree.starts[token] < e.mention.end]
        if effects:
            found += ["affected", f"{group} affected", f"affected={effects[0]}", f"{code} affected"]
        elif self.effects:
            found += [f"others affected kind={kind}"]
        if any(s <= token < e for s, e in self.speakers):
            found += ["speaker", f"{group} speaker"]
        first = tree.token_at(participant.mention.start)
        before = tree.lower[first - 1] if first > self.first else "^"
        before = before if tree.tags[first - 1][:1] not in "NJ" or before == "^" else "noun"
        found += [
            f"before={before}",
            f"{group} before={before} {side}",
            f"number={tree.tags[token][-1:]}",
            f"{group} number={tree.tags[token][-1:]} {side}",
        ]
        behind = tree.lower[token + 1] if token + 1 < self.last else "$"
        if tree.tags[min(token + 1, self.last - 1)][:1] in "VIMTC,":
            found += [f"behind={behind}", f"behind tag={tree.tags[min(token + 1, self.last - 1)]} {side}"]
        if self.event.trigger.start - 1 <= tree.token_at(participant.mention.end) <= self.event.trigger.start:
            found += [f"{word} touches"]
        rank = (
            self.names.count_between(self.first, token) if side == "<" else self.names.count_between(self.head, token)
        )
        found += [f"{word}{side} rank={min(rank, 3)}", f"{group}{side} rank={min(rank, 2)}"]
        between = self.names.count_between(min(token, self.head), max(token, self.head))
        found += [f"between={min(between, 3)}", f"{word}{side} between={min(between, 2)}"]
        if self.event.trigger.start - 1 == token or self.event.trigger.start <= token < self.event.trigger.end:
            found += ["joined", f"{group} joined", f"{word} joined"]
        if (
            self.event.trigger.end < len(tree.lower)
            and tree.lower[self.event.trigger.end] == "by"
            and 0 < token - self.event.trigger.end <= 4
        ):
            found.append("by next")
        return found


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


def flags_of(token: int, roles: Roles, tree: Tree) -> Iterable[str]:
    """The syntactic roles of a token, also as a conjunct of one that has it."""
    for name in ("agents", "patients", "sides", "withs", "froms", "owners"):
        tokens = getattr(roles, name)
        if token in tokens:
            yield name
        elif any(token in conjuncts(t, tree) for t in tokens):
            yield name + "+"
        elif any(tree.heads[token] == t and tree.deps[token] in ("compound", "poss", "amod", "nmod") for t in tokens):
            yield name + "-"
        elif any(tree.left[t] <= token < tree.right[t] for t in tokens):
            yield name + "~"


def meeting(tree: Tree, low: int, high: int) -> int | None:
    """The lowest token that governs both."""
    above = {high, *tree.ancestors(high)}
    return next((t for t in (low, *tree.ancestors(low)) if t in above), None)


def path_between(tree: Tree, low: int, high: int) -> str:
    """The relations from a token up to the common governor and down to the trigger; "far" where too long."""
    up = [low, *tree.ancestors(low)]
    down = [high, *tree.ancestors(high)]
    meet = next((t for t in up if t in down), None)
    if meet is None:
        return "none"
    climbs = [tree.deps[t] for t in up[: up.index(meet)]]
    falls = [tree.deps[t] for t in down[: down.index(meet)]]
    if len(climbs) + len(falls) > LONGEST_PATH:
        return "far"
    return "^".join(climbs) + "|" + "^".join(reversed(falls))


def kind_of(participant: Participant, named: bool) -> str:
    """A coarse kind: a party of any side, civilians, media, an organisation, or a thing."""
    if (
        participant.kind
        in ("state_forces", "rebel_group", "militia", "external_forces", "police", "government", "unknown")
        and named
    ):
        return "party"
    if participant.kind in ("civilians", "protesters"):
        return "civil"
    return "other" if named else "thing"


def speakers_of(context: Context, tree: Tree) -> list[tuple[int, int]]:
    """Token intervals of those whom the report quotes."""
    return [
        (tree.token_at(s.start), tree.token_at(max(s.start, s.end - 1)) + 1)
        for a in context.attributions
        for s in a.source
    ]


def mark_lists(fillers: Sequence[Filler], tree: Tree) -> None:
    """Tell each filler what stands right beside it in a list ("A, B and C", also where the commas are lost)."""
    inside = sorted((f for f in fillers if f.token >= 0), key=lambda f: f.participant.mention.start)
    for left, right in pairwise(inside):
        gap = tree.text[left.participant.mention.end : right.participant.mention.start]
        if len(gap) <= 12 and gap.strip(" ,").casefold() in (
            "",
            "and",
            "and the",
            "the",
            "or",
            "and its",
            "and a",
            "as well as",
            "&",
        ):
            for one, other in ((left, right), (right, left)):
                one.features += [f"beside {f}" for f in other.features if f.startswith(("rule=", "is=", "affected"))][
                    :4
                ]


def carried(scene: Scene, earlier: Sequence[Earlier]) -> list[Filler]:
    """Participants of earlier events of the same kind, which a reference back may mean: the last one's and the commonest."""
    tree = scene.names.tree
    kin = [
        p for p in earlier if GROUP_OF.get(p.event.code, p.event.code) == scene.group and (p.initiators or p.targets)
    ]
    same = [p for p in kin if p.event.code == scene.event.code]
    often = Counter(q.name for p in same for q in p.initiators)
    most = often.most_common(1)[0][0] if often else ""
    found = []
    for past in dict.fromkeys([*(same[-1:]), *(kin[-1:])]):
        apart = sum(1 for i in range(past.event.head.i, scene.head) if tree.first[i] == i)
        own = f"own={bool(scene.roles.agents or scene.roles.owners)}"
        definite = any(tree.lower[k] in ("the", "this", "that", "these", "those") for k in tree.kids[scene.head])
        base = [
            f"apart={min(apart, 3)}",
            own,
            f"definite={definite}",
            f"same={past in same}",
            f"v={scene.verbal}",
            f"last={past is kin[-1]}",
        ]
        for side, participants in (("initiator", past.initiators), ("target", past.targets)):
            for participant in participants:
                filler = Filler(participant, -1)
                filler.features = [f"carried={side}", f"{scene.group} carried={side}"]
                filler.features += [f"carried={side} {feature}" for feature in base]
                filler.features += [f"carried={side} apart={min(apart, 3)} definite={definite} {own}"]
                filler.features += [
                    f"carried={side} frame={frame_of(scene.event.code).agent}",
                    f"carried={side} code={scene.event.code}",
                ]
                if participant.name == most:
                    filler.features += [
                        f"carried={side} most={min(often[most], 3)}",
                        f"carried={side} most {own} definite={definite}",
                    ]
                found.append(filler)
    return found
