"""Role nouns resolved inside the report: "the army" is the one army it names, "the group" the last group named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contested.annotate.actor_context import Syntax
from contested.annotate.actor_phrases import Phrase
from contested.annotate.actor_reading import Reading
from contested.annotate.words import Words
from contested.packs.pack import Pack, State

NO_STATES = frozenset({"people", "loyal"})  # "Kurdish authorities", "foreign soldiers" are of no state that is meant
TOPICAL = 600  # characters after which a text is about something else
HEAD = 400  # characters that tell what a report is about
LOOK_BACK = 120  # characters before troops in which their country may be told
# "ANKARA, Feb. 3 –", "MOSCOW (Agency) -": where a report was written, in capitals at the head of a paragraph.
DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*([A-Z][A-Z'’. -]{2,30}?)(?:,[ \w.,]{0,24}?)? ?(?:\([^()\n]{2,40}\))?\s*(?:[–—:]|-)\s", re.ASCII
)
# A country that answers for what befell its own: "Norland retaliates after six troops were killed".
ANSWERING = re.compile(
    r"(\w+(?: \w+)?) (?:retaliat\w+|mourn\w*|bur(?:y|ies|ied)|aveng\w+|loses|lost|vow\w*|respond\w*)\b[^.!?;\n]*\Z"
)
# A sentence that is set in a country: "In neighbouring Estmark, the army said".
SET_IN = re.compile(
    r"(?:\A|[.!?:;”\"\n]\s*)(?:And|But|Meanwhile,?)?\s*[Ii]n (?:neighbou?ring |nearby )?"
    r"([A-Z]\w+(?: [A-Z]\w+)?),? (?:the )?\Z"
)
OWN = frozenset({"own", "its", "their", "his", "her", "our", "my", "no", "any", "every", "another"})


@dataclass(slots=True, eq=False)
class Found:
    """A phrase found in the text, its reading, the character where its mention ends, and the name it resolves to."""

    first: int
    last: int
    phrase: Phrase
    reading: Reading
    end: int
    name: str | None = None


def resolve_roles(found: Iterator[Found], words: Words, pack: Pack, syntax: Syntax) -> Iterator[Found]:
    """The phrases with bare role nouns resolved; those that nothing resolves and that name nobody are left out."""
    items = list(found)
    resolver = Resolver(words, pack, items, syntax)
    for item in items:
        resolved = resolver.resolve(item)
        if resolved is not None:
            yield resolved


class Resolver:
    """What the report has named so far: the last group, the last coalition, whose army and ministry."""

    def __init__(self, words: Words, pack: Pack, items: list[Found], syntax: Syntax) -> None:
        self.words, self.pack, self.syntax = words, pack, syntax
        self.armies, self.governments = states_named(items, pack, "military"), states_named(items, pack, "government")
        self.home = home_named(items, words, pack)
        self.named = {item.reading.actor for item in items if not is_common(item, words)}
        self.about = states_at_head(words, pack)
        self.desk = dateline_state(items, words, pack)
        self.group: Found | None = None
        self.topic: Found | None = None
        self.coalition: Found | None = None
        self.owners: dict[str, State] = {}

    def resolve(self, item: Found) -> Found | None:
        """The phrase with what it refers to; None where it names nobody."""
        head = item.phrase.pieces[-1].entry if item.phrase.pieces[-1].is_head else None
        role = head.group if head is not None else ""
        alone = len(item.phrase.pieces) == 1 and item.reading.actor is None
        before = self.words.folded[item.first - 1] if item.first else ""
        elsewhere = self.home is None and self.pack.home not in self.about
        if elsewhere and is_common(item, self.words) and self.is_of_home(item):
            item = replace(item, reading=Reading(None, item.reading.kind))  # "regime forces" in another war
        if alone and role == "groups":
            group = self.meant(item)
            return renamed(item, group, self.words) if group is not None and before == "the" else None
        if alone and role == "coalition" and self.coalition is not None:
            return renamed(item, self.coalition, self.words)
        if item.reading.actor is None and before not in OWN and wants_state(item):
            item = self.with_state(item)
        self.remember(item, role)
        return item

    def is_of_home(self, item: Found) -> bool:
        """Whether common words mean a party of the war that the pack is about, one that no other words name here."""
        actor = self.pack.actors.get(item.reading.actor or "")
        return actor is not None and actor.id not in self.named and actor.kind not in ("organisation", "government")

    def meant(self, item: Found) -> Found | None:
        """The group that "the group" means: the one that the sentences before are about, else the one named last."""
        start = self.words.starts[item.first]
        recent = self.topic is not None and start - self.words.starts[self.topic.first] < TOPICAL
        leading = self.syntax.leads(start)
        return self.topic if recent and leading else self.group

    def remember(self, item: Found, role: str) -> None:
        """Keep what later phrases may refer to."""
        if item.reading.actor is not None and item.reading.kind in ("rebel_group", "militia"):
            self.group = item
            if self.syntax.leads(self.words.starts[item.last]):
                self.topic = item
        if role == "coalition" or "coalition" in self.words.folded[item.first : item.last + 1]:
            self.coalition = item
        state = self.pack.state_of.get(item.reading.actor or "")
        if state is not None and len(item.phrase.pieces) + item.last - item.first > 1:
            self.owners[self.words.folded[item.last]] = state

    def with_state(self, item: Found) -> Found:
        """The phrase with the state named last for its noun, that answers for it, the only one named, of the dateline,
        or the one the war is fought in."""
        ruling = item.reading.kind == "government"
        keys = {w for p in item.phrase.pieces if p.entry is not None for w in p.entry.key}
        named = self.governments if ruling else self.armies
        state = self.answering(item) or self.setting(item)
        if state is not None:
            return self.of_state(item, state)
        state = self.owners.get(self.words.folded[item.last])
        if self.home is not None and ("regime" in keys or ("government" in keys and not ruling)):
            state = self.home
        elif state is None and len(named) == 1 and self.stands_alone(named):
            only = next(iter(named))
            state = None if not ruling and self.is_abroad(only, keys) else self.pack.states[only]
        elif state is None and self.desk is not None and (not named or self.desk.id in named):
            state = self.desk
        elif state is None and (not named or (self.home is not None and self.home.id in named)):
            state = self.home
        return item if state is None else self.of_state(item, state)

    def stands_alone(self, named: set[str]) -> bool:
        """Whether no other state acts in the report, whose own bare "troops" might be meant ("our air defence")."""
        home = {self.home.id} if self.home is not None else set()
        about = not self.about or bool(named & self.about)
        return named <= home or (about and not (self.governments | self.armies) - named)

    def is_abroad(self, state: str, keys: set[str]) -> bool:
        """Whether "government troops" would be those of a state that the report only has act from afar."""
        return "government" in keys and state not in self.governments

    def of_state(self, item: Found, state: State) -> Found:
        """The phrase as that state's."""
        actor = state.government if item.reading.kind == "government" else state.military
        name = f"{state.adjectives[0]} {spelled(item, self.words)}"
        return replace(item, reading=Reading(actor, self.pack.kind_of(actor)), name=name)

    def setting(self, item: Found) -> State | None:
        """The state in which the sentence is set right before the phrase."""
        start = self.words.starts[item.first]
        match = SET_IN.search(self.words.text, max(0, start - LOOK_BACK), start)
        alias = self.pack.find_alias(match[1]) if match is not None else None
        return self.pack.states[alias.state] if alias and alias.state and alias.role == "country" else None

    def answering(self, item: Found) -> State | None:
        """The state that the sentence so far has answer for its own losses, where the phrase names troops."""
        if item.reading.kind != "state_forces":
            return None
        start = self.words.starts[item.first]
        match = ANSWERING.search(self.words.text, max(0, start - LOOK_BACK), start)
        if match is None:
            return None
        alias = self.pack.find_alias(match[1]) or self.pack.find_alias(match[1].split()[-1])
        return self.pack.states[alias.state] if alias and alias.state and alias.role in ("country", "seat") else None


def renamed(item: Found, other: Found, words: Words) -> Found:
    """The phrase under the name and reading of an earlier one."""
    name = other.name or other.reading.person or words.text[words.starts[other.first] : words.ends[other.last]]
    return replace(item, reading=other.reading, name=" ".join(name.split()))


def wants_state(item: Found) -> bool:
    """Whether the phrase names a state's army or government without the state: "the army", "government forces"."""
    pieces = item.phrase.pieces
    if any(p.tie or p.names or (p.entry is not None and p.entry.group in NO_STATES) for p in pieces):
        return False
    groups = {p.entry.group for p in pieces if p.is_head and p.entry is not None}
    keys = {w for p in pieces if p.entry is not None for w in p.entry.key}
    if keys & {"armies", "state", "states", "powers", "ministries", "governments", "embassy", "council", "councils"}:
        return False
    return item.reading.kind == "state_forces" or (groups == {"government"} and not {"local", "city"} & keys)


def spelled(item: Found, words: Words) -> str:
    """The words of a phrase as the text gives them, without a possessive at the end."""
    text = words.text[words.starts[item.first] : words.ends[item.last]]
    last = item.phrase.pieces[-1].entry
    if last is not None and last.possessive:
        text = text.removesuffix("s").rstrip("'’")
    return " ".join(text.split())


def states_named(items: list[Found], pack: Pack, what: str) -> set[str]:
    """The states whose army or government the report names outright."""
    named: set[str] = set()
    for item in items:
        state = pack.state_of.get(item.reading.actor or "")
        head = item.phrase.head
        group = head.entry.group if head is not None and head.entry is not None else what
        if state is None or (head is not None and len(item.phrase.pieces) < 2) or item.reading.person:
            continue
        if group == what and item.reading.actor == getattr(state, what) and not is_land(item):
            named.add(state.id)
    return named


def states_at_head(words: Words, pack: Pack) -> set[str]:
    """The states that the head of a report names, as a land or by whatever word of theirs: what it is about."""
    text, found = words.text, set()
    for first, start in enumerate(words.starts):
        if start >= HEAD:
            break
        if not words.capital(first):
            continue
        for last in (first, min(first + 1, len(words.ends) - 1)):
            alias = pack.find_alias(text[start : words.ends[last]].removesuffix("'s").removesuffix("’s"))
            if alias is not None and alias.state:
                found.add(alias.state)
    return found


def is_land(item: Found) -> bool:
    """Whether the phrase is a country's or a capital's bare name, or an adjective alone."""
    last = item.phrase.pieces[-1].entry
    return last is not None and last.group in ("country", "seat", "adjective")


def home_named(items: list[Found], words: Words, pack: Pack) -> State | None:
    """The state the war is fought in, where the report names something of it or its capital."""
    home = pack.states[pack.home] if pack.home else None
    if home is None or any(names_home(item, pack) for item in items if not is_common(item, words)):
        return home
    return home if any(seat.casefold() in words.folded for seat in home.seats) else None


def dateline_state(items: list[Found], words: Words, pack: Pack) -> State | None:
    """The state in whose capital a report was written, where the report names something of that state besides."""
    match = DATELINE.search(words.text)
    alias = pack.find_alias(match[1].title()) if match else None
    if match is None or alias is None or alias.role != "seat" or alias.state is None:
        return None
    outside = (item for item in items if not match.start() <= words.starts[item.first] < match.end())
    states = (pack.state_of.get(item.reading.actor or "") for item in outside)
    return pack.states[alias.state] if any(s is not None and s.id == alias.state for s in states) else None


def is_common(item: Found, words: Words) -> bool:
    """Whether a pack calls a party by common words alone, and the phrase does: "regime forces"."""
    aliases = [p.entry.alias for p in item.phrase.pieces if p.entry is not None and p.entry.alias is not None]
    common = bool(aliases) and all(alias.spelling.islower() for alias in aliases)
    return common and words.text[words.starts[item.first] : words.ends[item.last]].islower()


def names_home(item: Found, pack: Pack) -> bool:
    """Whether a phrase names something of the state the war is fought in."""
    actor = pack.actors.get(item.reading.actor or "")
    if actor is not None and pack.is_part_of_home(actor):
        return True
    aliases = (p.entry.alias for p in item.phrase.pieces if p.entry is not None)
    return any(a is not None and a.state == pack.home for a in aliases)
