"""Who did it to whom by rule: the arguments of the trigger take the sides that the event's frame gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import is_

from contested.claims.context import Event
from contested.claims.parties.frames import Frame, frame_of
from contested.claims.parties.naming import Names
from contested.claims.words.roles import Roles, roles_at
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import Participant
from contested.model.claim import Instrument

MOST_PARTICIPANTS = 6


@dataclass(slots=True)
class Parts:
    """Who acts, on whom or what, by what means."""

    initiators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    def but(
        self, initiators: tuple[Participant, ...] | None = None, targets: tuple[Participant, ...] | None = None
    ) -> Parts:
        """The same with others on a side; quicker than ``replace``, since every rule asks for it."""
        doers = self.initiators if initiators is None else initiators
        return Parts(doers, self.targets if targets is None else targets, self.instruments)

    def each(self, change: Callable[[Participant], Participant]) -> Parts:
        """The same, every participant changed."""
        initiators, targets = [change(who) for who in self.initiators], [change(who) for who in self.targets]
        if all(map(is_, (*initiators, *targets), (*self.initiators, *self.targets))):
            return self
        return Parts(tuple(initiators), tuple(targets), self.instruments)


def parts_of(event: Event, names: Names) -> Parts:
    """The participants of one event."""
    tree, frame = names.tree, frame_of(event.code)
    initiators: list[Participant] = []
    targets: list[Participant] = []
    roles = roles_at(tree, event.head.i)
    assign(frame, roles, names, (initiators, targets))
    initiators += prefix_parties(event, names, frame)
    for part in event.parts:
        extra = roles_at(tree, part)
        targets += parties_of(extra.patients, names)
        if not initiators:
            initiators += parties_of(extra.agents, names)
    if not initiators and frame.agent:
        initiators += beside(event, names)
    targets = [t for t in distinct(targets) if t.name not in {i.name for i in initiators}]
    return Parts(tuple(distinct(initiators)[:MOST_PARTICIPANTS]), tuple(targets[:MOST_PARTICIPANTS]), ())


def assign(frame: Frame, roles: Roles, names: Names, out: tuple[list[Participant], list[Participant]]) -> None:
    """Give each argument of the trigger its side, as the event's frame says."""
    initiators, targets = out
    if frame.agent:
        initiators += parties_of(roles.agents, names)
        initiators += owners_of(roles.owners, names)
    elif frame.agent_is_target:
        targets += parties_of(roles.agents, names)
    if frame.patient:
        targets += parties_of(roles.patients, names)
    initiators += parties_of(roles.sides, names)
    if frame.mutual:
        (targets if initiators else initiators).extend(parties_of(roles.withs, names))
    if frame.source_is_target:
        targets += parties_of(roles.froms, names)


def parties_of(tokens: Iterable[int], names: Names) -> list[Participant]:
    """Those who can act or be acted on: parties, people, things; no weapons, events or places."""
    found: list[Participant] = []
    for token in tokens:
        if not acts(token, names):
            continue
        found += names.participants(token)
    return found


def acts(token: int, names: Names) -> bool:
    """Whether a token can name someone who acts."""
    word, nouns = names.tree.lower[token], load_nouns()
    if names.actor_at(token) is not None:
        return True
    return not (word in nouns["abstract"] or word in nouns["means"] or names.is_place(token))


def owners_of(tokens: Iterable[int], names: Names) -> list[Participant]:
    """Modifiers of a trigger noun that name a party ("Russian air strikes", "regime shelling")."""
    found: list[Participant] = []
    nouns = load_nouns()
    for token in tokens:
        known = names.actor_at(token)
        word, text = names.tree.lower[token], names.tree.words[token]
        if known is not None:
            found.append(known.participant())
        elif names.is_place(token) or word in nouns["means"]:
            continue
        elif word in nouns["armed"] or (
            text[0].isupper() and names.tree.tags[token] == "JJ" and not names.tree.lower[token].endswith("ern")
        ):
            mention = names.tree.mention(token, token + 1)
            found.append(Participant(mention.quote, None, "unknown", mention))
    return found


def prefix_parties(event: Event, names: Names, frame: Frame) -> list[Participant]:
    """The party before the hyphen in "rebel-held", "US-backed"."""
    words = names.tree.words[event.trigger.start : event.trigger.end]
    if "-" not in words or not frame.agent or len(words) != 3:
        return []
    first = event.trigger.start
    known = names.actor_at(first)
    if known is not None:
        return [known.participant()]
    begin, tree = first, names.tree
    while begin > tree.first[first] and tree.tags[begin - 1] == "NNP" == tree.tags[first]:
        if names.is_place(begin - 1) or names.is_time(begin - 1):
            break
        begin -= 1  # "Silver Shield-held"
    mention = tree.mention(begin, first + 1)
    return [Participant(mention.quote, None, "unknown", mention)]


def beside(event: Event, names: Names) -> list[Participant]:
    """A party right before a trigger noun, or behind "by" within four words: where the parse went wrong."""
    tree, start, end = names.tree, event.trigger.start, event.trigger.end
    if start > tree.first[start] and tree.tags[event.head.i].startswith("N"):
        known = names.actor_at(start - 1)
        if known is not None:
            return [known.participant()]
    stop = tree.last[start]
    for i in range(end, min(end + 3, stop)):
        if tree.lower[i] == "by":
            for j in range(i + 1, min(i + 4, stop)):
                known = names.actor_at(j)
                if known is not None:
                    return [known.participant()]
    return []


def distinct(participants: Iterable[Participant]) -> list[Participant]:
    """Each mention and each name once, in order."""
    seen: set[object] = set()
    kept = []
    for participant in participants:
        key = participant.name.casefold()
        if key and key not in seen and participant.mention not in seen:
            seen |= {key, participant.mention}
            kept.append(participant)
    return kept
