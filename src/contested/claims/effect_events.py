"""Effects that an event's own code tells of, whatever its verb: those brought out, taken, set free, driven away."""

from __future__ import annotations

from contested.claims.affected import Counts, Group
from contested.claims.affected_sides import Clause, objects_after, subjects_before
from contested.claims.context import Event
from contested.claims.effect_cues import Cue
from contested.claims.effect_patterns import is_passive, is_unreal, of_noun
from contested.claims.effect_words import EffectWord
from contested.claims.effects import fits, who_of
from contested.claims.tree import Tree
from contested.model.claim import Effect, EffectKind

# What becomes of those whom an event of this code is done to, or who do it.
KINDS: dict[str, EffectKind] = {
    "evacuation": "evacuated",
    "capture": "captured",
    "seizure": "captured",
    "abduction": "abducted",
    "arrest": "detained",
    "release": "released",
    "surrender": "surrendered",
    "displacement": "displaced",
}


def implied(event: Event, tree: Tree, counts: Counts) -> list[Effect]:
    """The effects of an event's code on those around its verb; none where they are not told or it did not happen."""
    kind = KINDS.get(event.code)
    first, last = event.trigger.start, event.trigger.end - 1
    head = event.trigger.root.i
    if kind is None or is_unreal(tree, head, tree.first[head]):
        return []
    verbal = tree.tags[head].startswith("VB")
    cue = Cue(head, last, EffectWord(kind, "acts_on" if verbal else "nouns"))
    clause = Clause(tree, counts, tree.first[head], tree.last[head])
    told = told_groups(clause, first, head, last) if verbal else of_noun(clause, head, last)
    return [
        Effect(kind, who_of(tree, group), group.low, group.high, tree.mention(group.start, group.end))
        for group in told
        if group.told != "pronoun" and fits(tree, cue, group)
    ]


def told_groups(clause: Clause, first: int, head: int, last: int) -> list[Group]:
    """Objects of an active verb, else its subjects."""
    tree = clause.tree
    passive = is_passive(tree, head, tree.first[head])
    groups = [] if passive else objects_after(clause, last + 1)
    return groups or (subjects_before(Clause(tree, clause.counts, clause.start, first), head) if passive else [])
