"""Places carried over from other sentences, within one event: features, weighed by ``weights/where_carried.json``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from contested.claims.places.anaphor import ANY, anaphor
from contested.claims.places.placed import key_of
from contested.claims.places.scene import Scene, Telling, coarse_kind, coarseness
from contested.model.annotations import PlaceMention

GENERIC = frozenset(
    "war conflict crisis uprising uprisings crime crimes violence campaign revolution revolt attacks operations "
    "atrocities abuses violations massacres fight struggle weapons killings protests".split()
)
NEW = re.compile(
    r"\b(?:another|separate|separately|elsewhere|meanwhile|previous|previously|last (?:year|month)|since|in 20\d\d"
    r"|years?|other|ever)\b",
    re.I,
)
SPOKEN = re.compile(r"\b(?:said|says|told|added|according|reported)\b")
ALIKE = 2  # words that two sentences must share before one is taken to tell more of the other
TRAVEL = "arrival"
REMEMBERED = 200  # events back; few reports tell more, and what a long one told before is another story
NEXT = 3  # how many sentences ahead the body of a headline may tell its place


@dataclass(slots=True, eq=False)
class Carried:
    """A place named elsewhere that may be an event's: how it comes into question, and its features."""

    mention: PlaceMention
    ways: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Past:
    """An event with the places given to it, and whether its own sentence names them."""

    telling: Telling
    places: Sequence[PlaceMention]
    own: bool
    keys: frozenset[str] = frozenset()


@dataclass(slots=True)
class Record:
    """What earlier events tell of one place: how often, how often of the group, the last, and how alike in words."""

    told: int = 0
    kin: int = 0
    last: Past | None = None
    alike: int = 0
    numbers: int = 0


class Carrier:
    """What the events of a report told so far, and of those to come by their own sentences."""

    def __init__(self, scene: Scene, own: Sequence[Sequence[PlaceMention]]) -> None:
        self.scene, self.own = scene, own
        self.index = {id(telling): i for i, telling in enumerate(scene.tellings)}
        self.past: list[Past] = []
        self.records: dict[str, Record] = {}
        self.kin = 0
        self.spots = len([key for key, kind in scene.kinds.items() if kind != "country"])
        self.within = containers(scene)

    def note(self, telling: Telling, places: Sequence[PlaceMention], own: bool) -> None:
        """Remember an event's places."""
        self.past.append(Past(telling, places, own, frozenset(map(key_of, places))))

    def candidates(self, telling: Telling, strongest: float) -> list[Carried]:
        """Places named elsewhere that may be the event's, those of its own sentence left out.

        ``strongest`` is the highest probability of a place of the sentence that was not chosen.
        """
        if telling.headline or telling.group == "speech":
            return []
        found: dict[str, Carried] = {}
        chosen = self.own[len(self.past)]
        taken = {key_of(mention) for mention in chosen} | {placed.key for placed in telling.here}
        noun = self.gather(telling, chosen, found, taken)
        if not found:
            return []
        self.records, self.kin = self.remember(telling)
        about = list(self.circumstances(telling, chosen, noun, strongest))
        for carried in found.values():
            carried.features = list(self.features(telling, carried, about))
        return list(found.values())

    def remember(self, telling: Telling) -> tuple[dict[str, Record], int]:
        """What the earlier events tell of each place, and how many of them are of the event's group and have places."""
        records: dict[str, Record] = {}
        words, numbers = self.scene.stems(telling.start)
        kin = 0
        for past in self.past[-REMEMBERED:]:
            if not past.places:
                continue
            same = past.telling.group == telling.group
            kin += same
            alike = shared = 0
            if past.telling.start != telling.start:
                theirs = self.scene.stems(past.telling.start)
                alike, shared = len(words & theirs[0]), len(numbers & theirs[1])
            for key in past.keys:
                record = records.get(key)
                if record is None:
                    record = records[key] = Record()
                record.told += 1
                record.kin += same
                record.last = past
                record.alike = max(record.alike, alike)
                record.numbers = max(record.numbers, shared)
        return records, kin

    def gather(
        self, telling: Telling, chosen: Sequence[PlaceMention], found: dict[str, Carried], taken: set[str]
    ) -> str:
        """Collect the candidates and the ways they come in; returns the word that points back ("town"), if any."""

        def add(places: Iterable[PlaceMention], way: str) -> None:
            for n, mention in enumerate(places):
                key = key_of(mention)
                if key not in taken:
                    found.setdefault(key, Carried(mention)).ways.append(way if n == 0 else f"{way}+")

        if chosen:
            for mention in chosen:
                add(self.named([self.within.get(key_of(mention), "")]), "container")
            noun, referent = anaphor(self.scene, telling.start, self.last_places())
            add([referent] if referent is not None else (), "anaphor")
            return noun
        # "He told reporters before he flew to Kyiv": where somebody goes, nothing else of the report took place.
        told = [p for p in self.past if p.places and (p.telling.code != TRAVEL or telling.code == TRAVEL)]
        add(told[-1].places if told else (), "last")
        for way, fits in (
            ("code", lambda t: t.code == telling.code),
            ("group", lambda t: t.group == telling.group),
            ("word", lambda t: self.stem(t) == self.stem(telling)),
        ):
            add(next((past.places for past in reversed(told) if fits(past.telling)), ()), way)
        add(next((past.places for past in told if past.telling.headline), ()), "title")
        add(self.most_alike(telling, told), "alike")
        self.add_coming(telling, add)
        add(self.named(self.scene.main[:1]), "main")
        add(self.named([self.scene.nation]), "nation")
        noun, referent = anaphor(self.scene, telling.start, self.last_places())
        add([referent] if referent is not None else (), "anaphor")
        return noun

    def most_alike(self, telling: Telling, told: Sequence[Past]) -> Sequence[PlaceMention]:
        """The places of the earlier event whose sentence shares the most words, if it shares enough."""
        words, numbers = self.scene.stems(telling.start)
        best: int = ALIKE
        places: Sequence[PlaceMention] = ()
        for past in told[-REMEMBERED:]:
            theirs = self.scene.stems(past.telling.start)
            shared = len(words & theirs[0]) + len(numbers & theirs[1])
            if past.telling.start != telling.start and shared > best:
                best, places = shared, past.places
        return places

    def add_coming(self, telling: Telling, add: object) -> None:
        """Places of the next events, for a headline or a lead that leaves them to the body."""
        here = len(self.past)
        for later in range(here + 1, min(here + 6, len(self.own))):
            other = self.scene.tellings[later]
            if other.number - telling.number > NEXT:
                return
            if self.own[later] and other.start != telling.start:
                way = "next kin" if other.group == telling.group else "next"
                add(self.own[later], way)  # type: ignore[operator]
                shared = self.scene.stems(telling.start)[0] & self.scene.stems(other.start)[0]
                add(self.own[later], f"next alike={min(len(shared), 4)}")  # type: ignore[operator]
                return

    def stem(self, telling: Telling) -> str:
        """The first letters of the trigger's head."""
        return self.scene.tree.lower[telling.head][:5]

    def named(self, keys: Sequence[str]) -> list[PlaceMention]:
        """The first mention of each of some places."""
        return [found for key in keys if key and (found := self.scene.first_mention(key)) is not None]

    def last_places(self) -> Sequence[PlaceMention]:
        """The places of the last event that has any."""
        return next((past.places for past in reversed(self.past) if past.places), ())

    def circumstances(
        self, telling: Telling, chosen: Sequence[PlaceMention], noun: str, strongest: float
    ) -> Iterator[str]:
        """The features of the event that every candidate shares."""
        tree, group = self.scene.tree, telling.group
        state = "own" if chosen else "weak" if telling.here else "none"
        if chosen:
            state += str(min(2, *(coarseness(p) for p in chosen)))
        yield f"state={state}"
        yield f"{group}"
        yield f"{group} state={state}"
        yield f"code={telling.code}"
        yield f"det={telling.determiner}"
        yield f"{group} det={telling.determiner}"
        yield f"{telling.verbal} {state}"
        yield f"strongest={int(strongest * 5)} {state}"
        yield f"noun={'any' if noun in ANY else noun}"
        yield f"spots={min(self.spots, 8) // 2}"
        yield f"headline={telling.headline} number={min(telling.number, 3)}"
        if telling.modal:
            yield "modal"
        if tree.lower[telling.head] in GENERIC or group == "war":
            yield "generic"
        sentence = tree.text[tree.starts[telling.start] : tree.starts[tree.last[telling.start] - 1]]
        if NEW.search(sentence):
            yield "new"
        if SPOKEN.search(sentence):
            yield "spoken"
        if "-" in tree.words[telling.first : telling.last]:
            yield "hyphen"
        yield f"length={min((tree.last[telling.start] - telling.start) // 8, 4)}"
        yield f"rivals placed={any(self.own[self.index[id(t)]] for t in telling.rivals)}"

    def features(self, telling: Telling, carried: Carried, about: Sequence[str]) -> Iterator[str]:
        """The features of one candidate."""
        scene, key = self.scene, key_of(carried.mention)
        ways = sorted(set(carried.ways))
        kind = coarse_kind(carried.mention)
        apart = self.apart(telling, key)
        yield from about
        yield f"kind={kind}"
        yield from self.on_the_map(telling, carried, kind, about)
        yield f"kind={carried.mention.kind}"
        yield f"{telling.group} {kind}"
        yield f"apart={apart}"
        signature = "/".join(ways)
        yield f"ways={signature}"
        yield f"ways={signature} apart={apart}"
        rank, times = scene.rank(key), scene.frequency(key)
        yield f"rank={rank}"
        yield f"times={times}"
        yield f"titled={key in scene.titled} kind={kind}"
        yield from self.remembered(telling, key, about[0], apart)
        for way in ways:
            yield f"way={way}"
            for told_about in about[:6]:
                yield f"way={way} {told_about}"
            yield f"way={way} {kind}"
            yield f"way={way} apart={apart}"
            yield f"way={way} {about[0]} apart={apart} det={telling.determiner}"
            yield f"way={way} rank={rank}"
            yield f"way={way} spots={min(self.spots, 8) // 2}"

    def on_the_map(self, telling: Telling, carried: Carried, kind: str, about: Sequence[str]) -> Iterator[str]:
        """How the candidate lies to the event's own places, and whether the country's adjective stands for it."""
        scene, key = self.scene, key_of(carried.mention)
        lies = sorted({scene.standing(carried.mention, p) for p in self.own[len(self.past)]})
        lies_here = sorted({scene.standing(carried.mention, p.mention) for p in telling.here})
        if lies:
            yield f"lies={'/'.join(lies)} {kind}"
            yield f"lies={'/'.join(lies)} {self.within_known(carried)}"
        elif lies_here:
            yield f"lies to unchosen={'/'.join(lies_here)} {kind}"
        if key == scene.nation:
            yield f"demonym={scene.demonym(telling)}"
            yield f"demonym={scene.demonym(telling)} {telling.group}"
            yield f"demonym={scene.demonym(telling)} {about[0]}"

    def remembered(self, telling: Telling, key: str, state: str, apart: str) -> Iterator[str]:
        """What the earlier events tell of the candidate."""
        record = self.records.get(key, Record())
        yield f"told={min(record.told, 4)}"
        yield f"kin={min(record.kin, 3)}"
        yield f"share={3 * record.kin // max(1, self.kin)} {min(record.kin, 2)}"
        alike = f"{min(record.alike, 6)}{'+' if record.numbers else ''}"
        yield f"alike={alike}"
        yield f"alike={alike} {state}"
        yield f"alike={alike} {telling.group}"
        yield f"alike={alike} apart={apart}"

    def within_known(self, carried: Carried) -> str:
        """Whether earlier events were placed both in one of the event's own places and in this one."""
        key, own = key_of(carried.mention), {key_of(p) for p in self.own[len(self.past)]}
        if any(key in past.keys and past.keys & own for past in self.past):
            return "together"
        return "apart" if any(own & past.keys for past in self.past) else "new"

    def apart(self, telling: Telling, key: str) -> str:
        """How many sentences lie between the event and the last one placed there ("~": itself by carrying), or "."."""
        record = self.records.get(key)
        if record is None or record.last is None:
            return "."
        return f"{min(telling.number - record.last.telling.number, 4)}{'' if record.last.own else '~'}"


def containers(scene: Scene) -> dict[str, str]:
    """What the report says each place lies in, by their keys."""
    return {p.key: p.inside.key for here in scene.placed.values() for p in here if p.inside is not None}
