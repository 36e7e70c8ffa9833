"""Participants carried over from other sentences: those of earlier events that a reference back may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.claims.context import Event
from contested.claims.parties.fillers import ELSEWHERE, GROUP_OF, Filler, Scene
from contested.claims.parties.frames import frame_of
from contested.claims.words.tree import Tree
from contested.model.actor import Participant

DEFINITE = frozenset("the this that these those".split())
OFTEN, FAR = 2, 3


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """An earlier event of the report, the token of its head, its participants."""

    event: Event
    head: int
    initiators: Sequence[Participant]
    targets: Sequence[Participant]


def carried(scene: Scene, earlier: Sequence[Earlier]) -> list[Filler]:
    """Participants of the last events of the same kind, and those who act in most of them."""
    kin = [
        p for p in earlier if GROUP_OF.get(p.event.code, p.event.code) == scene.group and (p.initiators or p.targets)
    ]
    same = [p for p in kin if p.event.code == scene.event.code]
    often = Counter(who.name for past in kin for who in past.initiators)
    found: list[Filler] = []
    for past in dict.fromkeys([*same[-1:], *kin[-1:]]):
        base = [*circumstances(scene, past), f"same={past in same}", f"last={past is kin[-1]}"]
        for side, participants in (("initiator", past.initiators), ("target", past.targets)):
            found += [Filler(p, ELSEWHERE, features(scene, side, base, often[p.name])) for p in participants]
    names = {filler.participant.name for filler in found}
    for name, times in often.most_common(OFTEN):
        if name not in names:
            past, who = next((p, w) for p in reversed(kin) for w in p.initiators if w.name == name)
            base = [*circumstances(scene, past), "same=far", "last=far"]
            found.append(Filler(who, ELSEWHERE, features(scene, "initiator", base, times)))
    return found


def circumstances(scene: Scene, past: Earlier) -> list[str]:
    """How far back the event lies, whether the trigger refers back, whether it has an agent of its own."""
    tree = scene.tree
    apart = sentences_between(tree, past.head, scene.head)
    definite = any(tree.lower[kid] in DEFINITE for kid in tree.kids[scene.head])
    own = bool(scene.roles.agents or scene.roles.owners)
    return [
        f"apart={apart}", f"own={own}", f"definite={definite}", f"v={scene.verbal}",
        f"apart={apart} definite={definite} own={own}",
    ]  # fmt: skip


def sentences_between(tree: Tree, low: int, high: int) -> int:
    """How many sentences begin from one token on before another, FAR at most."""
    count, i = 0, high - 1
    while count < FAR and i >= low and tree.first[i] >= low:
        count, i = count + 1, tree.first[i] - 1
    return count


def features(scene: Scene, side: str, base: Iterable[str], times: int) -> list[str]:
    """The features of one carried over."""
    head = f"carried={side}"
    most = min(times, 4)
    found = [head, f"{scene.group} {head}", f"{head} frame={frame_of(scene.event.code).agent}", f"{head} times={most}"]
    found += [f"{head} code={scene.event.code}", f"{scene.word} {head}"]
    return [*found, *(f"{head} {feature}" for feature in base), *(f"{head} times={most} {feature}" for feature in base)]
