"""What a speaker is by its own words: its kind, and which pronouns may mean it."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.voices.speaker import Speaker
from contested.claims.voices.speaker_bounds import head_of
from contested.claims.voices.speaker_names import names_person
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree
from contested.model.annotations import ActorMention
from contested.model.source import SourceKind

KINDS: dict[str, SourceKind] = {
    "state_forces": "party",
    "rebel_group": "party",
    "militia": "party",
    "external_forces": "party",
    "police": "official",
    "government": "official",
    "media": "media",
    "protesters": "local",
    "civilians": "local",
}
COUNTING = frozenset("doctors doctor rights relief medical aid monitoring human lawyers rescue investigators".split())
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
OFFICES = frozenset({"staff", "headquarters", "command", "directorate"})  # "the General Staff" is no general
KINDRED = frozenset({"family", "couple", "crowd", "public", "household", "tribe", "community"})
THINGS = ("abstract", "means", "gear", "place", "vehicles")
BODIES = frozenset({"monitor", "media", "document"})


def kind_of(tree: Tree, start: int, end: int, actor: ActorMention | None) -> SourceKind:
    """The kind by the role words of the whole source, else by the actor's kind."""
    roles = speech().roles
    words = tree.lower[start:end]
    found = {roles[w] for w in words if w in roles and (w != "white" or "house" in words)}
    if "network" in words and not COUNTING.isdisjoint(words):
        return "monitor"  # "a doctors' network" broadcasts nothing
    kind = next((k for k in speech().kinds if k in found), None)
    if actor is not None and kind in (None, "unnamed", "document"):
        kind = KINDS.get(actor.kind, kind)
    return kind or "unnamed"  # type: ignore[return-value]


def described(tree: Tree, speaker: Speaker, words: tuple[int, int], named: bool) -> Speaker:
    """A speaker with the roles told beside the name, and of their kind where the name tells none ("X, a nurse")."""
    head = head_of(tree, *words)
    beside = frozenset(tree.lower[k] for k in tree.children(head, "appos") if tree.tags[k] == "NN")
    roles = beside | {tree.lower[head]} if tree.tags[head] == "NN" else beside
    kind = kind_of(tree, *words, None) if named and speaker.kind == "unnamed" else speaker.kind
    found = speaker.traits if beside.isdisjoint(speech().persons) else speaker.traits - {"thing", "many"} | {"person"}
    return replace(speaker, kind=kind, roles=roles, traits=found)


def traits(tree: Tree, head: int, bounds: tuple[int, int, int], actor: ActorMention | None) -> frozenset[str]:
    """What pronouns may mean a speaker, by its words, its name and whom it stands for; "Norwick" is no person."""
    start, begin, stop = bounds
    found = traits_of(tree, head, begin)
    if any(tree.deps[k] == "conj" and begin <= head < k < stop for k in tree.kids[head]):
        return found - {"person", "thing"} | {"many"}  # "the secretary and the premier"
    if names_person(tree, start, stop):
        return found | {"person"}
    role = speech().roles.get(tree.lower[head])
    state = actor is not None and actor.kind in ("government", "state_forces", "external_forces") and role is None
    if actor is not None and not speech().persons.isdisjoint(actor.mention.quote.lower().split()):
        return found  # "Navy Capt. Anna Marlow"
    return found - {"person"} if state and tree.tags[head] == "NNP" and found >= {"person", "thing"} else found


def traits_of(tree: Tree, head: int, start: int) -> frozenset[str]:
    """Which pronouns may mean the speaker, and whether it is a proper name."""
    tag, low = tree.tags[head], tree.lower[head]
    role = speech().roles.get(low)
    if tag != "NNP" and role is None and low in load_nouns()["happenings"]:
        return frozenset()
    if low == "media":
        return frozenset({"thing", "many"})
    if tag in PLURAL_TAGS or low == "they":
        return frozenset({"many", "proper"} if tag == "NNPS" else {"many"})
    if low in ("source", "sources"):
        return frozenset({"person", "thing"})
    return one_speaker(tree, head, start) | ({"proper"} if tag == "NNP" else set())


def one_speaker(tree: Tree, head: int, start: int) -> frozenset[str]:
    """Whether a single speaker is a person or a body."""
    tag, low = tree.tags[head], tree.lower[head]
    role = speech().roles.get(low)
    within = [low] if role in BODIES else [low, *tree.lower[start : head + 1]]
    if low in OFFICES:
        return frozenset({"thing", "many"})
    if low in ("he", "she", "one") or not speech().persons.isdisjoint(within):
        return frozenset({"person"})
    if role in BODIES | {"party", "official"} or low in speech().points_to:
        return frozenset({"thing", "many"})
    if tag == "NN" and low in speech().things:
        return frozenset({"thing"})
    return frozenset({"person", "thing"} if tag == "NNP" else {"person"} if tag == "NN" and not is_thing(low) else ())


def is_thing(low: str) -> bool:
    """Whether a common noun names no person, though it may speak: "his family said", "the plan says"."""
    nouns = load_nouns()
    return low in KINDRED or speech().noun(low) is not None or any(low in nouns[name] for name in THINGS)
