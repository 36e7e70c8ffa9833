"""Which of a sentence's places belong to an event: features of the pair, weighed by ``lexicon/where.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.place_roles import Placed

BOUNDARY = frozenset("ccomp advcl relcl acl parataxis csubj pcomp xcomp".split())
CUT = -0.2
WEAK = frozenset({"advcl", "acl", "pcomp", "xcomp"})
CASUALTY = frozenset({"casualties", "execution", "attack_on_civilians"})
HOLDING = frozenset("control territory_gained territory_lost siege withdrawal surrender".split())
MOVING = frozenset("displacement evacuation deployment arrival withdrawal aid release".split())
SPEECH = frozenset(
    "accusation denial demand condemnation support responsibility warning threat rejection praise".split()
)
AGREED = frozenset({"agreement", "talks"})
WARS = frozenset("war wars conflict crisis uprising revolution unrest violence".split())
ABBREVIATED = frozenset({"US", "U.S.", "UK", "U.K.", "UN", "U.N.", "EU", "USA", "U.S.A."})
PREPS = {
    **dict.fromkeys("in at inside within throughout across".split(), "in"),
    **dict.fromkeys("near around outside nearby surrounding along beside off behind overlooking".split(), "near"),
    **dict.fromkeys("on against over upon".split(), "on"),
    **dict.fromkeys("to into toward towards onto through via".split(), "to"),
}


def group_of(event: Event) -> str:
    """The event's family; a war as a whole stands apart from its clashes."""
    words = event.trigger.text.lower().split()
    if event.code == "armed_clash" and any(word in WARS for word in words):
        return "war"
    return family(event.code)


def family(code: str) -> str:
    """A few groups of codes that differ in how they take a place."""
    groups = ((SPEECH, "speech"), (AGREED, "agreed"), (HOLDING, "holding"), (MOVING, "moving"), (CASUALTY, "casualty"))
    return next((name for codes, name in groups if code in codes), "violent")


def pair_features(event: Event, placed: Placed, here: Sequence[Placed], events: Sequence[Event]) -> Iterator[str]:
    """The features of one event and one place of its sentence."""
    group = group_of(event)
    role = role_of(placed, event)
    yield "bias"
    yield f"group={group}"
    yield f"role={role}"
    yield f"group+role={group}+{role}"
    up, down, frame = boundaries(placed.anchor, event.head)
    yield f"up={min(up, 2)}"
    yield f"down={min(down, 2)}"
    if frame:
        yield "frame"
    yield from order_features(event, placed, here, events)
    yield from kind_features(placed, here, group)


def role_of(placed: Placed, event: Event) -> str:
    """The role with what it hangs on."""
    in_trigger = event.trigger.start <= placed.anchor.i < event.trigger.end
    if placed.role == "locative":
        return f"{PREPS.get(placed.prep, placed.prep)}{'!' if in_trigger else ''}"
    if placed.role == "modifier":
        return "mod!" if in_trigger else "mod"
    if placed.role == "object":
        name = "of" if placed.prep == "of" else "obj"
        return f"{name}!" if in_trigger else name
    return f"{placed.role}{'!' if in_trigger else ''}"


def boundaries(anchor: Token, head: Token) -> tuple[float, float, bool]:
    """Clause boundaries on the anchor's and the event's side; whether the place stands in the frame of a speech."""
    above = [head, *head.ancestors]
    seen = {token.i: n for n, token in enumerate(above)}
    up, token = 0.0, anchor
    while token.i not in seen:
        up += step(token)
        token = token.head
    rest = above[: seen[token.i]]
    return up, sum(map(step, rest)), any(t.dep_ == "ccomp" for t in rest)


def step(token: Token) -> float:
    """How much of a clause boundary lies between a token and its head."""
    if token.dep_ in BOUNDARY:
        return 0.5 if token.dep_ in WEAK else 1.0
    return 1.0 if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") else 0.0


def order_features(event: Event, placed: Placed, here: Sequence[Placed], events: Sequence[Event]) -> Iterator[str]:
    """How far apart the two stand, and what stands between them."""
    start, end = placed.first, placed.last
    after = start >= event.trigger.end
    gap = start - event.trigger.end if after else event.trigger.start - end
    side = "after" if after else "before"
    yield f"{side}:{0 if gap <= 2 else 1 if gap <= 6 else 2 if gap <= 14 else 3}"
    low, high = (event.trigger.end, start) if after else (end, event.trigger.start)
    others = sum(1 for other in events if low <= other.trigger.start < high)
    yield f"{side}:events={min(others, 2)}"
    places = sum(1 for other in here if low <= other.first < high)
    yield f"{side}:places={min(places, 2)}"
    nearest = min(abs(p.first - event.trigger.start) for p in here)
    if abs(start - event.trigger.start) == nearest:
        yield "nearest"
    if len(here) == 1:
        yield "only"


def role_in(role: str) -> bool:
    """Whether a country in this role may be a party rather than a place."""
    return role in ("modifier", "subject", "object", "other")


def kind_features(placed: Placed, here: Sequence[Placed], group: str) -> Iterator[str]:
    """What kind of place it is, and whether a finer one stands beside it."""
    kind = placed.mention.kind or "unknown"
    coarse = kind if kind in ("country", "province", "region", "continent", "state") else "fine"
    yield f"kind={coarse}"
    yield f"kind+role={coarse}+{placed.role}"
    if placed.mention.mention.quote.upper() in ABBREVIATED and placed.role != "locative":
        yield "abbreviated"
    if coarse == "country" and role_in(placed.role):
        yield f"country+{placed.role}+{placed.describes or 'bare'}"
    if any(p.inside is placed for p in here):
        yield f"contains+{coarse}"
    if placed.describes:
        yield f"describes={placed.describes}"
    if placed.mention.relation:
        yield f"relation={placed.mention.relation if ' ' not in placed.mention.relation else 'of'}"


def attach(event: Event, here: Sequence[Placed], events: Sequence[Event]) -> list[Placed]:
    """The places of the sentence where the event took place, the most exact first, in text order else."""
    others = [other for other in events if other is not event]
    here = [p for p in here if p.describes != "dateline"]
    chosen = [p for p in here if score(pair_features(event, p, here, others)) > CUT]
    finer = [p for p in here if p.inside in chosen and p not in chosen and p.role not in ("modifier", "subject")]
    chosen = [p for p in [*chosen, *finer] if not is_possessor(p, here)]
    return sorted(distinct(chosen), key=lambda p: (coarseness(p), p.first))


def is_possessor(placed: Placed, here: Sequence[Placed]) -> bool:
    """Whether a bare country only tells where a finer place beside it lies ("Syria's Idlib")."""
    if placed.mention.kind != "country" or placed.mention.name != placed.mention.mention.quote:
        return False
    return any(p.inside is placed for p in here)


def distinct(chosen: Sequence[Placed]) -> list[Placed]:
    """Each place once, by its name."""
    names: dict[str, Placed] = {}
    for p in chosen:
        names.setdefault(p.mention.mention.quote.lower(), p)
    return list(names.values())


def coarseness(placed: Placed) -> int:
    """0 a point or settlement, 1 an area, 2 a province or region, 3 a country."""
    kind = placed.mention.kind or ""
    return {"district": 1, "area": 1, "province": 2, "region": 2, "state": 2, "country": 3, "continent": 4}.get(kind, 0)


def score(features: Iterable[str], table: str = "attach") -> float:
    """The sum of the features' weights; above 0 the place more likely holds the event than not."""
    known = weights()[table]
    return sum(known.get(feature, 0.0) for feature in features)


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weights of ``lexicon/where.toml``."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/where.toml").read_text(encoding="utf-8"))
    return dict(raw)
