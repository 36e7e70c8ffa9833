"""Which of a sentence's places belong to an event: features of the pair, weighed by ``weights/where_here.json``.

No feature names a party, a place, an outlet or a loaded word, so that swapping them changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.claims.places.owners import is_placed_otherwise, only_tells_whose
from contested.claims.places.placed import Placed, place_nouns
from contested.claims.places.scene import Scene, Telling, coarse_kind, coarseness
from contested.claims.places.seats import is_heard_there, is_seat
from contested.claims.words.tree import Tree

BOUNDARY = {
    **dict.fromkeys("ccomp relcl parataxis csubj".split(), 2),
    **dict.fromkeys("advcl acl pcomp xcomp".split(), 1),
}
ABBREVIATED = frozenset({"US", "U.S.", "UK", "U.K.", "UN", "U.N.", "EU", "USA", "U.S.A."})
PREPS = {
    **dict.fromkeys("in at inside within throughout across".split(), "in"),
    **dict.fromkeys("near around outside nearby surrounding along beside off behind overlooking".split(), "near"),
    **dict.fromkeys("on against over upon".split(), "on"),
    **dict.fromkeys("to into toward towards onto through via".split(), "to"),
}
LONGEST_PATH = 5
FAR = 99


def features(telling: Telling, placed: Placed, scene: Scene) -> list[str]:
    """The features of one event and one place of its sentence."""
    group, word = telling.group, "v" if telling.verbal else "n"
    role = role_of(placed, telling)
    if not placed.traits:
        placed.traits = list(traits(placed, scene))
    found = [f"r={role}", f"{group} r={role}", f"{telling.code} r={role}", f"{word} r={role}"]
    found += list(path_features(telling, placed, scene.tree, word))
    found += list(order_features(telling, placed, word))
    found += list(rival_features(telling, placed, scene.tree))
    found += [told for trait in placed.traits for told in (trait, f"{group} {trait}")]
    found += list(beside_features(telling, placed, scene))
    kind = coarse_kind(placed.mention)
    found += [f"{kind} r={role}", f"{group} {kind} {placed.role}"]
    return found


def can_hold(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether a place of an event's sentence can be where it happened at all."""
    if placed.describes in ("dateline", "elsewhere") or only_tells_whose(telling, placed, scene):
        return False
    elsewhere = is_heard_there(telling, placed, scene.tree) or on_a_journey(telling, placed, scene)
    return not (elsewhere or is_seat(telling, placed, scene))


def on_a_journey(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the place is only where somebody goes ("… before he flew to Norwick"), and the event is another."""
    anchor, tree = placed.anchor, scene.tree
    if placed.prep == "for" and tree.lower[anchor] in place_nouns()["fleeing"]:
        return True
    if placed.prep not in ("to", "for", "from", "in") or telling.first <= anchor < telling.last:
        return False
    if tree.lower[anchor] in place_nouns()["trips"]:
        return placed.prep == "to"
    if placed.prep == "to" and tree.lower[anchor] in place_nouns()["fleeing"] and telling.group != "people":
        return True  # where people flee to, nothing made them flee
    if is_on_the_way(placed, tree) and is_placed_otherwise(telling, placed, scene):
        return True
    subject = tree.child(anchor, "nsubj") if tree.lower[anchor] in place_nouns()["travelling"] else None
    return subject is not None and (tree.lower[subject] in ("he", "she") or tree.tags[subject] == "NNP")


def is_on_the_way(placed: Placed, tree: Tree) -> bool:
    """Whether the place is an end of a journey on which it happened ("a bus travelling from Norwick to Calder")."""
    return placed.mention.relation == "between" and tree.lower[placed.anchor] in place_nouns()["journeys"]


def role_of(placed: Placed, telling: Telling) -> str:
    """The role with what it hangs on; "!" where that is the trigger."""
    if placed.role == "locative":
        name = PREPS.get(placed.prep, placed.prep)
    elif placed.role == "modifier":
        name = "mod"
    elif placed.role == "object":
        name = "of" if placed.prep == "of" else "obj"
    else:
        name = placed.role
    inside = telling.first <= placed.first < telling.last
    return f"{name}{'!' if telling.first <= placed.anchor < telling.last else ''}{'@' if inside else ''}"


def meeting(telling: Telling, placed: Placed) -> tuple[int, int]:
    """The steps up from the place, and down to the event, of the path between them; FAR where there is none."""
    for up, token in enumerate(placed.above):
        down = telling.above.get(token)
        if down is not None:
            return up, down
    return FAR, FAR


def path_features(telling: Telling, placed: Placed, tree: Tree, word: str) -> Iterator[str]:
    """The path in the tree: its relations, and the clause boundaries on either side."""
    up, down = meeting(telling, placed)
    if up == FAR:
        yield "path=none"
        return
    chain = list(telling.above)[:down]
    climbs = [tree.deps[token] for token in placed.above[:up]]
    falls = [tree.deps[token] for token in chain]
    path = "far" if up + down > LONGEST_PATH else "^".join(climbs) + "|" + "^".join(falls)
    yield f"path={path}"
    yield f"{telling.group} path={path}"
    yield f"{word} path={path}"
    rises = boundaries(placed.above[:up], tree)
    drops = boundaries(chain, tree)
    yield f"rises={rises}"
    yield f"drops={drops}"
    yield f"rises={rises} drops={drops}"
    yield f"{telling.group} rises={rises} drops={drops}"
    yield f"far={min(up + down, 9)}"
    yield f"up={min(up, 5)} down={min(down, 4)}"
    if "ccomp" in falls:
        yield "frame"
    if "ccomp" in climbs:
        yield "told elsewhere"
    meet = placed.above[up]
    yield f"meet={tree.tags[meet][:2]} {'=' if down == 0 else '<'} {'=' if up == 0 else '<'}"
    if tree.lower[meet] in place_nouns()["saying"]:
        yield "meet=saying"


def boundaries(tokens: Sequence[int], tree: Tree) -> int:
    """Half clause boundaries among the tokens of a path."""
    total = 0
    for token in tokens:
        dep = tree.deps[token]
        total += BOUNDARY.get(dep, 0)
        if dep == "conj" and tree.tags[token].startswith("V"):
            total += 2
    return min(total, 4)


def order_features(telling: Telling, placed: Placed, word: str) -> Iterator[str]:
    """How far apart the two stand, and what stands between them."""
    after = placed.first >= telling.last
    gap = placed.first - telling.last if after else telling.first - placed.last
    side = ">" if after else "<"
    far = next((str(limit) for limit in (0, 1, 2, 4, 7, 12, 20) if gap <= limit), "40")
    low, high = (telling.last, placed.first) if after else (placed.last, telling.first)
    events = min(sum(1 for other in telling.rivals if low <= other.first < high), 3)
    places = min(sum(1 for other in telling.here if low <= other.first < high), 3)
    yield f"{side}{far}"
    yield f"{telling.group} {side}{far}"
    yield f"{word}{side} events={events}"
    yield f"{telling.group} {side} events={events}"
    yield f"{side} events={events} prep={PREPS.get(placed.prep, '-')}"
    yield f"{word}{side} places={places}"
    yield f"{side} places={places} events={events}"
    nearest = min(abs(p.first - telling.first) for p in telling.here)
    if abs(placed.first - telling.first) == nearest:
        yield f"nearest {side}"
    yield f"here={min(len(telling.here), 4)}"
    if len(telling.here) == 1:
        yield f"only {telling.group}"
    if not any(p.first >= telling.last for p in telling.here):
        yield f"none after {side}"
    if placed.first == telling.start or (placed.first == telling.start + 1 and placed.role == "locative"):
        yield "opens the sentence"


def rival_features(telling: Telling, placed: Placed, tree: Tree) -> Iterator[str]:
    """Whether another event of the sentence is nearer to the place in the tree."""
    own = sum(meeting(telling, placed))
    best, nearest = FAR, None
    for other in telling.rivals:
        steps = sum(meeting(other, placed))
        if steps < best:
            best, nearest = steps, other
    if nearest is None:
        yield "no rival"
        yield f"no rival {telling.group}"
        return
    lead = max(-3, min(3, best - own))
    yield f"lead={lead}"
    yield f"{telling.group} lead={lead}"
    yield f"lead={lead} same={nearest.group == telling.group}"
    yield f"rival={nearest.group} lead={lead > 0}"
    yield f"lead={lead} rivals={min(len(telling.rivals), 4)}"
    depends = telling.head in nearest.above or nearest.head in telling.above
    yield f"lead={lead} depends={depends}"
    if lead < 0 and tree.heads[telling.head] == nearest.head:
        yield f"under rival {tree.deps[telling.head]}"


def beside_features(telling: Telling, placed: Placed, scene: Scene) -> Iterator[str]:
    """What contains the place or lies in it, and what is listed with it."""
    group, kind = telling.group, coarse_kind(placed.mention)
    if placed.holds is not None:
        role = role_of(placed.holds, telling)
        up, down = meeting(telling, placed.holds)
        yield f"holds {kind}"
        yield f"holds {kind} {coarse_kind(placed.holds.mention)}"
        yield f"{group} holds {kind}"
        yield f"holds r={role}"
        yield f"holds far={min(up + down, 9)}"
        yield f"holds describes={placed.holds.describes}"
    if placed.inside is not None:
        yield f"inside {kind}"
        yield f"inside {kind} {coarse_kind(placed.inside.mention)}"
        yield f"inside r={role_of(placed.inside, telling)}"
    for other in placed.listed:
        yield f"beside r={role_of(other, telling)}"
        yield f"beside far={min(sum(meeting(telling, other)), 9)}"
    ways = {scene.standing(placed.mention, p.mention) for p in telling.here if p.key != placed.key}
    yield f"holds by map={'holds' in ways} {kind}"
    yield f"in by map={'in' in ways} {kind} {group}"
    if ways == {"far"}:
        yield f"apart from all {kind}"
    level = coarseness(placed.mention)
    finer = any(coarseness(p.mention) < level for p in telling.here)
    yield f"{kind} finer={finer}"
    yield f"{group} {kind} finer={finer}"
    if sum(1 for p in telling.here if p.key == placed.key) > 1:
        yield "twice"


def traits(placed: Placed, scene: Scene) -> Iterator[str]:
    """The features of the place alone."""
    mention, tree = placed.mention, scene.tree
    kind = coarse_kind(mention)
    yield f"kind={mention.kind or 'unknown'}"
    yield f"kind={kind} prep={placed.prep}"
    yield f"describes={placed.describes}"
    yield f"describes={placed.describes} {placed.role}"
    yield f"prep={placed.prep}"
    if kind == "country":
        yield f"country {placed.role} {placed.describes}"
        if mention.name != mention.mention.quote:
            yield "part of a country"
    if mention.mention.quote.upper() in ABBREVIATED and placed.role != "locative":
        yield "abbreviated"
    if mention.relation:
        yield f"relation={mention.relation if ' ' not in mention.relation else 'of'}"
    yield f"resolved={bool(mention.candidates)}"
    anchor = tree.lower[placed.anchor]
    yield f"anchor={tree.tags[placed.anchor][:2]}"
    for name in ("people", "positioned", "saying", "telling", "places"):
        if anchor in place_nouns()[name]:
            yield f"anchor is {name}"
    yield f"rank={scene.rank(placed.key)}"
    yield f"times={scene.frequency(placed.key)} {kind}"
    yield f"titled={placed.key in scene.titled}"
    yield from neighbours(placed, scene)


def neighbours(placed: Placed, scene: Scene) -> Iterator[str]:
    """The words right before and behind the place, and whether a party's name or a speaker's holds it."""
    tree, mention = scene.tree, placed.mention.mention
    if placed.last < len(tree.tags):
        tag = tree.tags[placed.last]
        yield f"behind={tree.lower[placed.last] if tag in ('IN', 'POS', ',', 'CC', 'HYPH', 'TO') else tag}"
    before = placed.first - 1
    if before >= 0 and tree.first[before] == tree.first[placed.first]:
        tag = tree.tags[before]
        yield f"before={tree.lower[before] if tag in ('IN', 'DT', 'TO', 'CC', ',') else tag}"
    if scene.held(mention.start, mention.end):
        yield "in a party's name"
    if scene.spoken(mention.start):
        yield "in a speaker"
