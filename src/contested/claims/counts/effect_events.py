"""Effects that an event's own code tells of, whatever its verb: those brought out, taken, set free, driven away."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.context import Event
from contested.claims.counts.affected import Counts, Group
from contested.claims.counts.affected_ahead import those_meant
from contested.claims.counts.affected_lists import Clause, objects_after, own_clause
from contested.claims.counts.affected_sides import subjects_before
from contested.claims.counts.effect_cues import Cue
from contested.claims.counts.effect_fits import fits
from contested.claims.counts.effect_patterns import is_passive, is_unreal, of_noun
from contested.claims.counts.effects import who_of
from contested.claims.words.effect_words import EffectWord, effect_lexicon
from contested.claims.words.tree import Tree
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
    "execution": "killed",
}
PERSONAL = frozenset({"captured", "abducted", "detained", "released", "surrendered", "killed"})
SUBJECTS = frozenset(
    {"evacuation", "surrender", "displacement"}
)  # codes of verbs whose subject may be the one who goes


def implied(event: Event, tree: Tree, counts: Counts) -> list[Effect]:
    """The effects of an event's code on those around its verb; none where they are not told or it did not happen."""
    kind, head, last = KINDS.get(event.code), event.trigger.root.i, event.trigger.end - 1
    remains = effect_lexicon().words["remains"]
    if any(token.lower_ in remains for token in event.trigger):
        return []  # "handed over the bodies of four hostages" sets nobody free
    if kind is None or is_unreal(tree, head, tree.first[head]):
        return []
    verbal = tree.tags[head].startswith("VB")
    cue = Cue(head, last, EffectWord(kind, "acts_on" if verbal else "nouns"))
    clause = Clause(tree, counts, tree.first[head], tree.last[head], things=kind == "destroyed")
    told = told_groups(clause, event, cue) if verbal else of_noun(clause, head, last)
    return [
        Effect(kind, who_of(tree, group), group.low, group.high, tree.mention(group.start, group.end))
        for group in told
        if suffers(tree, cue, group) or (event.code == "seizure" and group.told in ("number", "article", "plural"))
    ]


def told_groups(clause: Clause, event: Event, cue: Cue) -> list[Group]:
    """Objects of an active verb, else its subjects."""
    tree, head = clause.tree, cue.first
    if not is_passive(tree, head, tree.first[head]):
        groups = objects_after(clause, cue.last + 1)
        transitive = any(word.pattern == "acts_on" for word in effect_lexicon().forms.get(tree.lower[head], ()))
        if any(suffers(tree, cue, group) for group in groups) or transitive or event.code not in SUBJECTS:
            return groups
    subject = tree.child(head, "nsubj", "nsubjpass") if tree.deps[head] == "conj" else None
    start = tree.left[subject] if subject is not None and subject < head else own_clause(clause, head)
    groups = subjects_before(replace(clause, start=start, end=event.trigger.start), head)
    return [those_meant(clause, group) for group in groups]


def suffers(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether a group can be what an event of that kind is done to: here a name or a pronoun will do."""
    if cue.word.kind in PERSONAL and (group.told == "pronoun" or tree.tags[group.head] == "NNP"):
        return cue.word.kind != "killed" or group.low == 1
    if "half" in tree.lower[max(group.start - 4, 0) : group.end]:
        return False
    return fits(tree, cue, group)
