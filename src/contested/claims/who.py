"""Who did it, to whom, by what means?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contested.claims.carried import Earlier, carried
from contested.claims.context import Context, Event
from contested.claims.filler_features import describe, mark_gaps, mark_lists
from contested.claims.fillers import Filler, Scene, by_sentence, span_of
from contested.claims.frames import Frame, frame_of
from contested.claims.linear import Linear, load_linear
from contested.claims.means import instruments_of, weapons_of
from contested.claims.naming import Names
from contested.claims.roles import Roles, roles_at
from contested.claims.surroundings import load_nouns
from contested.claims.tree import tree_of
from contested.model.actor import Participant
from contested.model.claim import Instrument

MOST_PARTICIPANTS = 6
MEMORY = 40  # events further back are no context, and a book of reports stays linear


@dataclass(frozen=True, slots=True)
class Parts:
    """Who acts, on whom or what, by what means."""

    initiators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Instrument, ...] = ()


def answer(events: Sequence[Event], context: Context) -> list[Parts]:
    """One answer an event, in the order of ``events``."""
    tree, weapons = tree_of(context.doc), weapons_of(context.annotations)
    return [
        replace(decided, instruments=instruments_of(event, tree, weapons))
        for event, (_, decided) in zip(events, fillers_of(events, context), strict=True)
    ]


def fillers_of(events: Sequence[Event], context: Context) -> Iterator[tuple[list[Filler], Parts]]:
    """For each event those who may fill its roles, and its participants: by the models where trained, else by rule."""
    names = Names.of(tree_of(context.doc), context.annotations)
    names.speakers = [span_of(names.tree, a) for a in context.attributions if a.source]
    models = load_linear("initiators"), load_linear("targets")
    earlier: deque[Earlier] = deque(maxlen=MEMORY)
    voices = by_sentence(names.tree, context.attributions)
    for n, event in enumerate(events):
        near = voices.get(names.tree.first[event.head.i], [])
        scene = Scene(event, names, near, context.effects[n] if context.effects else ())
        by_rule = parts_of(event, names)
        fillers = [*fillers_here(scene, by_rule), *carried(scene, earlier)]
        decided = by_rule if models[0] is None or models[1] is None else decide(fillers, models[0], models[1])
        yield fillers, decided
        earlier.append(Earlier(event, by_rule.initiators, by_rule.targets))


def fillers_here(scene: Scene, by_rule: Parts) -> list[Filler]:
    """Those in the sentence, each with its features, and the voice that tells the event."""
    fillers = [Filler(who, token, describe(scene, token, who)) for token, who in scene.participants()]
    for side, participants in (("initiator", by_rule.initiators), ("target", by_rule.targets)):
        for filler in fillers:
            if filler.participant in participants:
                filler.features += [f"rule={side}", f"{scene.group} rule={side}"]
    mark_lists(fillers, scene.tree)
    mark_gaps(fillers, f"{'i' if by_rule.initiators else '-'}{'t' if by_rule.targets else '-'}", scene)
    voice = scene.voice()
    return [*prefix_fillers(scene.event, scene.names), *fillers, *([voice] if voice else [])]


def prefix_fillers(event: Event, names: Names) -> list[Filler]:
    """The party before the hyphen in "rebel-held", as a filler."""
    return [
        Filler(p, event.trigger.start, ["prefix", f"{event.code} prefix"])
        for p in prefix_parties(event, names, frame_of(event.code))
    ]


def decide(fillers: Sequence[Filler], initiators: Linear, targets: Linear) -> Parts:
    """Fill the roles with those likely enough; nobody fills both."""
    acting: dict[Participant, float] = {}
    acted: dict[Participant, float] = {}
    for filler in fillers:
        who = filler.participant
        acting[who] = max(acting.get(who, 0.0), initiators.probability(filler.features))
        acted[who] = max(acted.get(who, 0.0), targets.probability(filler.features))
    as_initiator, as_target = by_name(acting), by_name(acted)
    first = {w: p for w, p in acting.items() if p >= initiators.threshold and p >= as_target[w.name]}
    names = {who.name for who in first}
    second = {
        w: p for w, p in acted.items() if p >= targets.threshold and (w.name not in names or p > as_initiator[w.name])
    }
    return Parts(pick(first), pick({w: p for w, p in second.items() if w.name not in names}))


def by_name(weighed: Mapping[Participant, float]) -> dict[str, float]:
    """The highest probability of each name."""
    best: dict[str, float] = {}
    for who, probability in weighed.items():
        best[who.name] = max(best.get(who.name, 0.0), probability)
    return best


def pick(weighed: Mapping[Participant, float]) -> tuple[Participant, ...]:
    """The likeliest, each name once, in the order of the text."""
    ranked = sorted(weighed, key=lambda who: (-weighed[who], who.mention))
    kept: list[Participant] = []
    for participant in ranked:
        if not any(same_words(participant.name, other.name) for other in kept):
            kept.append(participant)
    return tuple(sorted(kept[:MOST_PARTICIPANTS], key=lambda p: p.mention.start))


def same_words(one: str, other: str) -> bool:
    """Whether one name's words are among the other's."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return a <= b or b <= a


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
            found.append(Participant(known.name, known.actor, known.kind, known.mention))
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
        return [Participant(known.name, known.actor, known.kind, known.mention)]
    mention = names.tree.mention(first, first + 1)
    return [Participant(mention.quote, None, "unknown", mention)]


def beside(event: Event, names: Names) -> list[Participant]:
    """A party right before a trigger noun, or behind "by" within four words: where the parse went wrong."""
    tree, start, end = names.tree, event.trigger.start, event.trigger.end
    if start > tree.first[start] and tree.tags[event.head.i].startswith("N"):
        known = names.actor_at(start - 1)
        if known is not None:
            return [Participant(known.name, known.actor, known.kind, known.mention)]
    stop = tree.last[start]
    for i in range(end, min(end + 3, stop)):
        if tree.lower[i] == "by":
            for j in range(i + 1, min(i + 4, stop)):
                known = names.actor_at(j)
                if known is not None:
                    return [Participant(known.name, known.actor, known.kind, known.mention)]
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
