"""An event as the choice of its places sees it, among the report's other events and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.claims.context import Context, Event
from contested.claims.places.placed import Placed, key_of
from contested.claims.places.roles import places_by_sentence
from contested.claims.words.tree import tree_of
from contested.gazetteer.lying import distance_km, lies_in
from contested.model.annotations import PlaceMention
from contested.model.mention import Mention

GROUPS = {
    "blast": "shelling missile_attack air_strike suicide_bombing ied bombing chemical_attack grenade",
    "fight": "armed_clash attack ambush",
    "land": "control territory_gained territory_lost siege",
    "kill": "execution attack_on_civilians",
    "toll": "casualties",
    "taken": "abduction sexual_violence arrest capture surrender release",
    "ruin": "destruction looting seizure interception",
    "move": "deployment base_established withdrawal arrival aid",
    "people": "displacement evacuation",
    "speech": "threat warning accusation demand denial condemnation support responsibility",
    "agreed": "agreement talks",
    "unrest": "protest riot",
}
GROUP_OF = {code: group for group, codes in GROUPS.items() for code in codes.split()}
WARS = frozenset("war wars conflict crisis uprising revolution unrest violence".split())
DEFINITE = frozenset("the this that these those same its their his her".split())
INDEFINITE = frozenset("a an any no another other some such many several every each".split())
MODAL = frozenset("would could may might will can should must".split())
COARSE = {"district": 1, "area": 1, "province": 2, "region": 2, "state": 2, "country": 3, "continent": 4}

BUCKET = 200
NEAR_KM = 30.0
STEM = 5
COMMON = frozenset(
    word[:STEM]
    for word in "said says told were been have according reported also monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


@dataclass(slots=True, eq=False)
class Telling:
    """One event: ``above`` is its head and what governs it, with the steps to each; ``number`` is its sentence's."""

    event: Event
    code: str
    group: str
    head: int
    first: int
    last: int
    start: int
    number: int
    above: dict[int, int]
    verbal: bool
    determiner: str
    modal: bool
    headline: bool
    here: Sequence[Placed] = ()
    rivals: list[Telling] = field(default_factory=list)


class Scene:
    """The events and places of one report."""

    def __init__(self, events: Sequence[Event], context: Context) -> None:
        self.context, self.tree = context, tree_of(context.doc)
        self.placed = places_by_sentence(context)
        tree = self.tree
        starts = [i for i in range(len(tree.first)) if tree.first[i] == i]
        self.numbers = {start: number for number, start in enumerate(starts)}
        line = context.report.headline
        self.head_end = line.end if line is not None else 0
        self.counts: Counter[str] = Counter()
        self.kinds: dict[str, str] = {}
        self.titled: set[str] = set()
        self.firsts: dict[str, PlaceMention] = {}
        for mention in context.annotations.places:
            key = key_of(mention)
            self.counts[key] += 1
            self.kinds.setdefault(key, mention.kind or "unknown")
            self.firsts.setdefault(key, mention)
            if mention.mention.start < self.head_end:
                self.titled.add(key)
        ranked = self.counts.most_common()
        self.sentences: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self.standings: dict[tuple[str, str, str, str], str] = {}
        self.parties = spans_of(actor.mention for actor in context.annotations.actors)
        self.voices = spans_of(m for a in context.attributions for m in a.source)
        self.main = [key for key, _ in ranked if self.kinds[key] != "country"][:2]
        self.nation = next((key for key, _ in ranked if self.kinds[key] == "country"), "")
        self.tellings = [self.telling(event) for event in events]
        sentences: dict[int, list[Telling]] = {}
        for one in self.tellings:
            sentences.setdefault(one.start, []).append(one)
        for together in sentences.values():
            for one in together:
                one.rivals = [other for other in together if other is not one]

    def telling(self, event: Event) -> Telling:
        """What the choice needs to know of one event."""
        tree, trigger = self.tree, event.trigger
        head = event.head.i
        first, last = trigger.start, trigger.end
        start = tree.first[head]
        above = {token: steps for steps, token in enumerate([head, *tree.ancestors(head)])}
        near = {tree.lower[kid] for kid in tree.kids[head]}
        near_left = {tree.lower[kid] for kid in tree.kids[head] if kid <= first}
        if first > start:
            near_left.add(tree.lower[first - 1])
        return Telling(
            event,
            event.code,
            group_of(event.code, tree.lower[first:last]),
            head,
            first,
            last,
            start,
            self.numbers[start],
            above,
            tree.tags[head].startswith("V"),
            "definite" if near_left & DEFINITE else "indefinite" if near_left & INDEFINITE else "bare",
            bool(near & MODAL),
            tree.starts[first] < self.head_end,
            self.placed.get(start, []),
        )

    def stems(self, start: int) -> tuple[frozenset[str], frozenset[str]]:
        """The first letters of a sentence's content words, and its numbers; names of places left out."""
        known = self.sentences.get(start)
        if known is None:
            tree = self.tree
            named = {i for p in self.placed.get(start, ()) for i in range(p.first, p.last)}
            words, numbers = set(), set()
            for i in range(start, tree.last[start]):
                tag = tree.tags[i]
                if tag == "CD":
                    numbers.add(tree.lower[i])
                elif tag[0] in "NVJ" and i not in named and len(tree.lower[i]) > 3:
                    words.add(tree.lower[i][:STEM])
            known = self.sentences[start] = (frozenset(words) - COMMON, frozenset(numbers))
        return known

    def standing(self, one: PlaceMention, other: PlaceMention) -> str:
        """How one place lies to another by the gazetteer: "in", "holds", "near", "far", or "?" where it cannot tell."""
        key = (key_of(one), one.kind or "", key_of(other), other.kind or "")
        known = self.standings.get(key)
        if known is None:
            known = self.standings[key] = standing(one, other)
        return known

    def demonym(self, telling: Telling) -> str:
        """Whether an adjective of the report's country stands at the trigger, or in its sentence."""
        root = self.nation[:4]
        if not root:
            return ""
        lower, tree = self.tree.lower, self.tree
        found = [
            i
            for i in range(telling.start, tree.last[telling.head])
            if lower[i].startswith(root) and lower[i] != self.nation and len(lower[i]) <= len(self.nation) + 3
        ]
        if any(tree.heads[i] == telling.head or telling.first <= i < telling.last for i in found):
            return "joined"
        return "near" if found else ""

    def held(self, start: int, end: int) -> bool:
        """Whether a span is, or lies in, a party's name."""
        return any(low <= start and end <= high for low, high in self.parties.get(start // BUCKET, ()))

    def spoken(self, start: int) -> bool:
        """Whether an offset lies in the words that name a speaker."""
        return any(low <= start < high for low, high in self.voices.get(start // BUCKET, ()))

    def first_mention(self, key: str) -> PlaceMention | None:
        """The first mention of a place."""
        return self.firsts.get(key)

    def frequency(self, key: str) -> str:
        """How often the report names a place, roughly."""
        count = self.counts[key]
        return "1" if count < 2 else "2" if count < 3 else "4" if count < 6 else "6"

    def rank(self, key: str) -> str:
        """Whether a place is one that the report mostly names."""
        if key == self.nation:
            return "nation"
        return str(self.main.index(key)) if key in self.main else "-"


def standing(one: PlaceMention, other: PlaceMention) -> str:
    """How the likeliest place of one mention lies to that of another."""
    if not one.candidates or not other.candidates:
        return "?"
    first, second = one.candidates[0].place, other.candidates[0].place
    if first.id == second.id:
        return "same"
    if lies_in(second, first):
        return "holds"
    if lies_in(first, second):
        return "in"
    return "near" if distance_km(first, second) < NEAR_KM else "far"


def spans_of(mentions: Iterable[Mention]) -> dict[int, list[tuple[int, int]]]:
    """The spans of mentions, by the stretches of the text that they touch."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        for bucket in range(mention.start // BUCKET, mention.end // BUCKET + 1):
            spans.setdefault(bucket, []).append((mention.start, mention.end))
    return spans


def group_of(code: str, words: Sequence[str]) -> str:
    """The event's family; a war as a whole stands apart from its clashes."""
    if code == "armed_clash" and any(word in WARS for word in words):
        return "war"
    return GROUP_OF.get(code, code)


def coarse_kind(mention: PlaceMention) -> str:
    """The kind of a place, points and settlements as one."""
    kind = mention.kind or "unknown"
    return kind if kind in ("country", "province", "region", "continent", "state", "district", "road") else "fine"


def coarseness(mention: PlaceMention) -> int:
    """0 a point or settlement, 1 an area, 2 a province or region, 3 a country."""
    return COARSE.get(mention.kind or "", 0)
