"""Who did it, to whom, by what means?"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from contested.claims.context import Context, Event
from contested.claims.parties.carried import DEFINITE, Earlier, carried
from contested.claims.parties.contenders import Contender, contenders_of, load_first_look
from contested.claims.parties.doers import doers_told
from contested.claims.parties.done_before import done_before
from contested.claims.parties.filler_features import describe, mark_gaps, mark_lists
from contested.claims.parties.fillers import GROUP_OF, Filler, Scene, by_sentence, span_of, steps_of
from contested.claims.parties.frames import frame_of
from contested.claims.parties.means import instruments_of, weapons_of
from contested.claims.parties.naming import Names
from contested.claims.parties.oblivious import load_tables
from contested.claims.parties.second_look import Setting, look
from contested.claims.parties.the_two import the_two
from contested.claims.parties.who_by_rule import MOST_PARTICIPANTS, Parts, parts_of, prefix_parties
from contested.claims.voices.tails import tail_tokens
from contested.claims.words.alike import told_alike
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant

MEMORY = 40  # events further back are no context, and a book of reports stays linear
Told = tuple[list[Filler], Parts]


def answer(events: Sequence[Event], context: Context) -> list[Parts]:
    """One answer an event, in the order of ``events``."""
    tree, weapons = tree_of(context.doc), weapons_of(context.annotations)
    return [
        replace(decided, instruments=instruments_of(event, tree, weapons))
        for event, decided in zip(events, decided_of(events, context), strict=True)
    ]


def decided_of(events: Sequence[Event], context: Context) -> list[Parts]:
    """The participants of each event: by the models where trained, else by rule."""
    seen = list(fillers_of(events, context))
    first, acting, acted = load_first_look(), load_tables("initiators_again"), load_tables("targets_again")
    if first is None:
        return [by_rule for _, by_rule in seen]
    contenders = [contenders_of(fillers, first) for fillers, _ in seen]
    if acting is None or acted is None:
        return [choose(those, [(c.most(0), c.most(1)) for c in those], first.thresholds) for those in contenders]
    cases = look(settings_of(events, context), contenders)
    chances = np.stack([acting.probabilities(cases), acted.probabilities(cases)], axis=1).tolist()
    decided, at = [], 0
    for those in contenders:
        decided.append(choose(those, chances[at : at + len(those)], (acting.threshold, acted.threshold)))
        at += len(those)
    effects = context.effects or [()] * len(events)
    answers = zip(decided, events, effects, strict=True)
    told = [doers_told(parts, event, context, counted) for parts, event, counted in answers]
    return done_before(the_two(told, events, context), events, context)


def settings_of(events: Sequence[Event], context: Context) -> list[Setting]:
    """What the second look needs to know of each event."""
    tree = tree_of(context.doc)
    sentences = [i for i in range(len(tree.first)) if tree.first[i] == i]
    starts = [p.mention.start for p in context.annotations.places]
    found = []
    for event in events:
        head = event.head.i
        first, last = tree.first[head], tree.last[head]
        low = bisect_left(starts, tree.starts[first])
        high = bisect_left(starts, tree.starts[last - 1] + 1)
        found.append(
            Setting(
                event.code,
                GROUP_OF.get(event.code, event.code),
                " ".join(map(told_alike, event.trigger.text.lower().split())),
                bisect_left(sentences, first),
                head,
                tree.tags[head].startswith("V"),
                is_definite(tree, head),
                frozenset(p.name for p in context.annotations.places[low:high]),
            )
        )
    return found


def is_definite(tree: Tree, head: int) -> bool:
    """Whether "the" or "this" stands before the word."""
    return any(tree.lower[kid] in DEFINITE for kid in tree.kids[head])


def fillers_of(events: Sequence[Event], context: Context) -> Iterator[Told]:
    """For each event those who may fill its roles, and its participants by rule."""
    names = Names.of(tree_of(context.doc), context.annotations)
    names.speakers = frozenset(k for a in context.attributions if a.source for k in range(*span_of(names.tree, a)))
    names.tails = tail_tokens(names.tree, context.attributions)
    earlier: deque[Earlier] = deque(maxlen=MEMORY)
    voices, steps = by_sentence(names.tree, context.attributions), steps_of(names)
    for n, event in enumerate(events):
        scene = Scene(event, names, steps, voices, context.effects[n] if context.effects else ())
        by_rule = parts_of(event, names)
        yield [*fillers_here(scene, by_rule), *carried(scene, earlier)], by_rule
        earlier.append(Earlier(event, scene.head, by_rule.initiators, by_rule.targets))


def fillers_here(scene: Scene, by_rule: Parts) -> list[Filler]:
    """Those in the sentence, each with its features, and the voice that tells the event."""
    fillers = [describe(scene, token, who) for token, who in scene.participants()]
    for side, participants in (("initiator", by_rule.initiators), ("target", by_rule.targets)):
        for filler in fillers:
            if filler.participant in participants:
                filler.features += [f"rule={side}", f"{scene.group} rule={side}", f"{scene.word} rule={side}"]
    mark_lists(fillers, scene.tree)
    mark_gaps(fillers, f"{'i' if by_rule.initiators else '-'}{'t' if by_rule.targets else '-'}", scene)
    voice = scene.voice()
    return [*prefix_fillers(scene), *fillers, *([voice] if voice else [])]


def prefix_fillers(scene: Scene) -> list[Filler]:
    """The party before the hyphen in "rebel-held", as a filler."""
    event, start = scene.event, scene.event.trigger.start
    features = ["prefix", f"{event.code} prefix", f"{scene.word} {'<' if start < scene.head else '>'}"]
    return [Filler(who, start, [*features]) for who in prefix_parties(event, scene.names, frame_of(event.code))]


def choose(those: Sequence[Contender], chances: Sequence[Sequence[float]], least: tuple[float, float]) -> Parts:
    """Fill the roles with the contenders likely enough, each on its likelier side."""
    sides: tuple[list[tuple[float, Participant]], ...] = ([], [])
    for one, chance in zip(those, chances, strict=True):
        side = 0 if chance[0] >= least[0] and chance[0] >= chance[1] else 1
        if chance[side] >= least[side]:
            sides[side].append((chance[side], one.likeliest[side]))
    return Parts(pick(apart(sides[0])), pick(apart(sides[1])))


def apart(weighed: Sequence[tuple[float, Participant]]) -> list[tuple[float, Participant]]:
    """Of those whose words lie within one another's the likelier."""
    return [
        (chance, who)
        for chance, who in weighed
        if not any(other > chance and (within(who, whose) or within(whose, who)) for other, whose in weighed)
    ]


def within(one: Participant, other: Participant) -> bool:
    """Whether the words of one are some of the other's."""
    inner, outer = one.mention, other.mention
    return outer.start <= inner.start and inner.end <= outer.end and outer != inner


def pick(weighed: Sequence[tuple[float, Participant]]) -> tuple[Participant, ...]:
    """The likeliest, in the order of the text."""
    ranked = sorted(weighed, key=lambda pair: (-pair[0], pair[1].mention))
    return tuple(sorted((who for _, who in ranked[:MOST_PARTICIPANTS]), key=lambda who: who.mention.start))
