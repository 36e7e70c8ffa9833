"""What grammar tells of one who may fill a role, as named features for the linear models.

No feature names a party, an outlet or a loaded word, so that swapping them changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from contested.claims.parties.filler_traits import traits_of
from contested.claims.parties.fillers import MODIFYING, Filler, Scene, conjuncts
from contested.claims.words.alike import told_alike
from contested.claims.words.roles import Roles
from contested.claims.words.struck import sort_at
from contested.claims.words.tree import Tree, meeting
from contested.model.actor import Participant

LONGEST_PATH, MOST_STEPS = 5, 9
ARMED = frozenset("state_forces rebel_group militia external_forces police".split())
PARTIES = ARMED | {"government", "unknown"}
LINKS = frozenset({"", "and", "and the", "the", "or", "and its", "and a", "as well as", "&"})
RANKS = ("v< rank=", "v> rank=", "n< rank=", "n> rank=")
SIDES = ("agents", "patients", "sides", "withs", "froms", "owners")


def describe(scene: Scene, token: int, participant: Participant) -> Filler:
    """One who stands in the sentence, with its features."""
    known = scene.names.actor_at(token) is not None
    kind, sort = kind_of(participant, known), sort_of(scene, token)
    steps, path = path_between(scene.tree, token, scene.above)
    flags = list(flags_of(token, scene.roles, scene.tree))
    features = [
        *where_it_stands(scene, token, kind, path),
        *what_it_is_to_the_trigger(scene, token, kind, flags),
        *what_governs_it(scene, token),
        *who_is_around(scene, token, participant, kind),
    ]
    sphere = "armed" if participant.kind in ARMED else "thing" if kind == "thing" else participant.kind
    features += what_sphere(scene, token, kind, sphere)
    if not known:
        features += what_it_is(scene, token, sort, flags)
        features += qualities_of(scene.tree, token, participant, sort)
    traits = traits_of(scene, token, participant, steps, flags, sort)
    return Filler(participant, token, features, kind, away=scene.away(token), traits=traits)


def what_sphere(scene: Scene, token: int, kind: str, sphere: str) -> list[str]:
    """Whether it is armed, governs, reports or lives there, and whether "by" with another follows the trigger."""
    tree, end, side = scene.tree, scene.event.trigger.end, "<" if token < scene.head else ">"
    dep = tree.deps[token]
    found = [
        f"sphere={sphere}", f"{scene.event.code} sphere={sphere} {side}", f"{scene.word} sphere={sphere}",
        f"sphere={sphere} {dep} {side}",
    ]  # fmt: skip
    if side == "<" and end < len(tree.lower) and tree.lower[end] == "by":
        found += [f"by follows {dep}", f"by follows kind={kind}", f"by follows v={scene.verbal}"]
    return found


def qualities_of(tree: Tree, token: int, participant: Participant, sort: str) -> list[str]:
    """The words that modify a noun within its phrase ("residential areas")."""
    first, found = tree.token_at(participant.mention.start), []
    for kid in tree.kids[token]:
        if first <= kid < token and tree.deps[kid] in MODIFYING:
            quality = told_alike(tree.lower[kid])
            found += [f"adj={quality}", f"sort={sort} adj={quality}"]
    return found


def sort_of(scene: Scene, token: int) -> str:
    """The sort of a noun for what may be struck; a named place; "-" for all others."""
    return "named" if token in scene.names.places else sort_at(scene.tree, token) or "-"


def what_it_is(scene: Scene, token: int, sort: str, flags: Sequence[str]) -> list[str]:
    """The noun and its sort, where it is no name of a party."""
    tree, group = scene.tree, scene.group
    noun, side, dep = told_alike(tree.lower[token]), "<" if token < scene.head else ">", tree.deps[token]
    prep = tree.lower[tree.heads[token]] if dep == "pobj" else dep
    return [
        f"noun={noun}", f"{group} noun={noun}", f"sort={sort}", f"{group} sort={sort} {side}",
        f"{scene.event.code} sort={sort}", f"sort={sort} prep={prep} {side}", f"{group} sort={sort} prep={prep}",
        *[f"sort={sort} is={flag}" for flag in flags or ("none",)],
    ]  # fmt: skip


def where_it_stands(scene: Scene, token: int, kind: str, path: str) -> list[str]:
    """Side, distance, path, preposition."""
    tree, group, word, code = scene.tree, scene.group, "v" if scene.verbal else "n", scene.event.code
    side = "<" if token < scene.head else ">"
    gap = abs(scene.away(token))
    far = next((str(limit) for limit in (1, 2, 4, 8, 16) if gap <= limit), "32")
    dep = tree.deps[token]
    prep = tree.lower[tree.heads[token]] if dep == "pobj" else "-"
    return [
        f"{scene.word} {side}", f"kind={kind}", f"{group} kind={kind}", f"{word} {side}{far}", f"{code} {side}",
        f"path={path}", f"{code} path={path}", f"dep={dep}", f"{code} dep={dep} {side}",
        f"prep={prep} {side}", f"{group} prep={prep} {side}",
        f"kind={kind} prep={prep}", f"{code} kind={kind} {side}",
    ]  # fmt: skip


def what_it_is_to_the_trigger(scene: Scene, token: int, kind: str, flags: Sequence[str]) -> list[str]:
    """Its syntactic roles to the trigger and to the other words that tell the event; whether it is affected."""
    tree, group, code = scene.tree, scene.group, scene.event.code
    word = "v" if scene.verbal else "n"
    found = []
    for flag in flags or ("none",):
        found += [f"is={flag}", f"{code} is={flag}"]
        found += [f"is={flag} kind={kind}", f"{group} is={flag} kind={kind}", f"{scene.word} is={flag}"]
    effects = [e.kind for e in scene.effects if e.mention.start <= tree.starts[token] < e.mention.end]
    if effects:
        found += ["affected", f"{group} affected", f"affected={effects[0]}", f"{code} affected"]
        found.append(f"{scene.word} affected={effects[0]}")
    elif scene.effects:
        found.append(f"others affected kind={kind}")
    trigger = scene.event.trigger
    if trigger.start - 1 == token or trigger.start <= token < trigger.end:
        found += ["joined", f"{group} joined", f"{word} joined"]
    if (
        trigger.end < len(tree.lower)
        and tree.lower[trigger.end] == "by"
        and 0 < scene.steps[token] - scene.steps[trigger.end] <= 4
    ):
        found.append("by next")
    return found


def what_governs_it(scene: Scene, token: int) -> list[str]:
    """The verb above it, and the word that governs both it and the trigger."""
    tree = scene.tree
    side, dep = "<" if token < scene.head else ">", tree.deps[token]
    found = []
    meet = meeting(tree, token, scene.above)
    if meet is not None and meet not in (token, scene.head):
        told = scene.told(meet)
        found += [f"meet={told} {dep} {side}", f"meet={told} {side}"]
    above = tree.heads[token]
    if dep in MODIFYING:
        found += [f"mod of={scene.told(above)}", f"{scene.group} mod of sort={sort_of(scene, above)} {side}"]
    elif tree.tags[above].startswith("V"):
        found += [f"verb={told_alike(tree.lower[above])} {dep}"]
    if token in scene.speakers:
        found += ["speaker", f"{scene.group} speaker"]
    if token in scene.tellers:
        word = "v" if scene.verbal else "n"
        known = f"tells {word} agents={bool(scene.roles.agents)}"
        found += [known, f"{scene.group} {known}", f"{scene.event.code} {known}", f"tells {word} {dep}"]
    return found


def who_is_around(scene: Scene, token: int, participant: Participant, kind: str) -> list[str]:
    """The words beside it and its rank among the parties on its side."""
    tree, names, group = scene.tree, scene.names, scene.group
    side, word = "<" if token < scene.head else ">", "v" if scene.verbal else "n"
    first = tree.token_at(participant.mention.start)
    before = told_alike(tree.lower[first - 1]) if first > scene.first else "^"
    if before != "^" and tree.tags[first - 1][:1] in "NJ":
        before = "noun"
    number = "#" if scene.told(token) == "#" else tree.tags[token][-1:]
    found = [
        f"before={before}",
        f"{group} before={before} {side}",
        f"number={number}",
        f"{group} number={number} {side}",
    ]
    known = names.actor_at(token)
    end = token if known is None else tree.token_at(known.mention.end - 1)
    behind = min(end + 1, scene.last - 1)
    if tree.tags[behind][:1] in "VIMTC,":
        found.append(f"behind={told_alike(tree.lower[behind])}")
    start = scene.event.trigger.start
    if start - 1 <= tree.token_at(participant.mention.end) <= start:
        found.append(f"{word} touches")
    between = scene.rank(token, participant.mention.start) if side == ">" else names.count_between(token, scene.head)
    rank = scene.rank(token, participant.mention.start)
    found.append(f"{word}{side} rank={min(rank, 3)}")
    return [*found, f"between={min(between, 3)}", f"{word}{side} between={min(between, 2)}"]


def flags_of(token: int, roles: Roles, tree: Tree) -> Iterable[str]:
    """The syntactic roles of a token: its own, as a conjunct (+), as a modifier (-), inside (~) of one that has it."""
    modifies = tree.deps[token] in ("compound", "poss", "amod", "nmod")
    for name in SIDES:
        tokens = getattr(roles, name)
        if not tokens:
            continue
        if token in tokens:
            yield name
        elif not any(tree.left[t] <= token < tree.right[t] for t in tokens):
            continue
        elif any(token in conjuncts(t, tree) for t in tokens):
            yield name + "+"
        else:
            yield name + ("-" if modifies and tree.heads[token] in tokens else "~")


def path_between(tree: Tree, low: int, down: Sequence[int]) -> tuple[tuple[int, int], str]:
    """The relations from a token up to the common governor and down to the trigger, and how many each way.

    ``down`` is the trigger with all that governs it; "far" stands for what is too long.
    """
    place = {token: n for n, token in enumerate(down)}
    climbs, at, deps, heads = [], low, tree.deps, tree.heads
    while at not in place:
        climbs.append(deps[at])
        if heads[at] == at:
            return (MOST_STEPS, MOST_STEPS), "none"
        at = heads[at]
    falls = place[at]
    steps = min(MOST_STEPS, len(climbs)), min(MOST_STEPS, falls)
    if len(climbs) + falls > LONGEST_PATH:
        return steps, "far"
    return steps, "^".join(climbs) + "|" + "^".join([deps[t] for t in reversed(down[:falls])])


def kind_of(participant: Participant, named: bool) -> str:
    """A coarse kind: a party of any side, civilians, another body, or a thing."""
    if participant.kind in ("civilians", "protesters"):
        return "civil"
    if not named:
        return "thing"
    return "party" if participant.kind in PARTIES else "other"


def mark_lists(fillers: Sequence[Filler], tree: Tree) -> None:
    """Tell each filler what stands right beside it in a list ("A, B and C", also where the commas are lost)."""
    inside = sorted((f for f in fillers if f.token >= 0), key=lambda f: f.participant.mention.start)
    for left, right in pairwise(inside):
        gap = tree.text[left.participant.mention.end : right.participant.mention.start]
        if len(gap) <= 12 and gap.strip(" ,").casefold() in LINKS:
            left.listed = right.listed = True
            for one, other in ((left, right), (right, left)):
                told = [f for f in other.features if f.startswith(("rule=", "is=", "affected"))]
                one.features += [f"beside {f}" for f in told[:4]]


def mark_gaps(fillers: Sequence[Filler], left_open: str, scene: Scene) -> None:
    """Tell each filler which roles the rules left open, since only then nearness must decide."""
    tree = scene.tree
    for filler in fillers:
        if filler.token < 0:
            continue
        side = "<" if filler.token < scene.head else ">"
        kind = f"kind={filler.kind}"
        rank = next(f for f in reversed(filler.features) if f.startswith(RANKS))
        dep = tree.deps[filler.token]
        state = f"open={left_open}"
        filler.features += [f"{state} {side}", f"{state} {kind} {side}", f"{state} dep={dep} {side}"]
        filler.features.append(f"{state} {kind} {rank}")
