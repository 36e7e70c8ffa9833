"""Numbers that tell where one who may fill a role stands, for the second look; no name's length counts."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.parties.fillers import Scene
from contested.model.actor import Participant

MOST = 6
SORT = {"-": 0.0, "ground": 1.0, "built": 2.0, "gear": 3.0, "gathering": 4.0, "named": 5.0}
FLAG = {"": 4.0, "+": 3.0, "~": 2.0, "-": 1.0}
DEPS = {
    "nsubj": 0.0, "nsubjpass": 1.0, "dobj": 2.0, "pobj": 3.0, "poss": 4.0, "compound": 4.0, "amod": 4.0, "nmod": 4.0,
    "conj": 5.0, "appos": 6.0,
}  # fmt: skip
TRAITS = (
    "climbs", "falls", "parties between", "plural", "sort", "words", "relation", "affected by it", "agents", "patients",
    "sides", "as agent", "as patient", "as another",
)  # fmt: skip


def traits_of(
    scene: Scene, token: int, who: Participant, path: tuple[int, int], flags: Sequence[str], sort: str
) -> tuple[float, ...]:
    """The TRAITS of one who stands in the sentence; ``path``: steps up to the common governor and down to the event."""
    tree, roles, names = scene.tree, scene.roles, scene.names
    told = [0.0, 0.0, 0.0]
    for flag in flags:
        name = flag.rstrip("+~-")
        told[0 if name == "agents" else 1 if name == "patients" else 2] = FLAG[flag[len(name) :]]
    low, high = (token, scene.head) if token < scene.head else (scene.head, token)
    words = 0.0 if names.actor_at(token) is not None else float(who.mention.quote.count(" ") + 1)
    return (
        float(path[0]), float(path[1]), float(min(MOST, names.count_between(low, high))),
        float(tree.tags[token][-1:] == "S"), SORT[sort], words, DEPS.get(tree.deps[token], 7.0),
        float(len(scene.effects)), float(len(roles.agents)), float(len(roles.patients)), float(len(roles.sides)), *told,
    )  # fmt: skip
