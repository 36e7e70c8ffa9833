"""Every expression of a text that tells what became of people and things, apart from the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Doc

from contested.claims.counts.affected import Counts, Group, counts_of
from contested.claims.counts.affected_ahead import as_one, put_right, verbal_start
from contested.claims.counts.affected_lists import (
    Clause,
    behind_colon,
    claimed,
    company_after,
    elided_after,
    elsewhere_after,
    is_numbered,
    is_put,
    objects_after,
    own_clause,
)
from contested.claims.counts.affected_sides import subjects_before
from contested.claims.counts.effect_attributes import attributed, is_attributive
from contested.claims.counts.effect_cues import Cue, chains_of, find_cues
from contested.claims.counts.effect_fits import IN_HANDS, are_of_those, fits, is_compared, is_part, is_spared
from contested.claims.counts.effect_patterns import (
    SLAYINGS,
    among_those,
    inverted,
    is_active,
    is_passive,
    is_singular,
    is_unreal,
    lives_lost,
    of_noun,
    toll_after,
)
from contested.claims.counts.effect_recounts import Counted, is_retold, recounts_of, totals
from contested.claims.counts.effect_zeros import zeros_of
from contested.claims.voices.count_givers import BREAKS, counts_given
from contested.claims.voices.gapped_counts import gapped_counts
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import after_age
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import QuantityMention
from contested.model.claim import Effect

FOUND = "contested.effects"
BODILY = frozenset({"killed", "injured", "missing"})
Groups = list[Group]


@dataclass(frozen=True, slots=True)
class FoundEffect:
    """An effect, the token that tells it, its sentence's first token; ``chain``: effects told together share it.

    ``bare``: told only in passing ("the destroyed homes"), so that it opens no event of its own;
    ``own``: told anew by a speaker of its own, so that it always does.
    """

    effect: Effect
    token: int
    sentence: int
    chain: int
    bare: bool = False
    own: bool = False


def find_effects(doc: Doc, quantities: Sequence[QuantityMention]) -> list[FoundEffect]:
    """All effects of the text, in text order; found once for a Doc and kept with it."""
    known = doc.user_data.get(FOUND)
    if known is None:
        known = doc.user_data[FOUND] = read_effects(tree_of(doc), quantities)
    return cast("list[FoundEffect]", known)


def read_effects(tree: Tree, quantities: Sequence[QuantityMention]) -> list[FoundEffect]:
    """All effects of a tree."""
    counts = counts_of(tree, quantities)
    found: list[FoundEffect] = []
    given = {gap.verb for gap in gapped_counts(tree)}  # "the militants claimed 173" takes no lives
    cues = [cue for cue in find_cues(tree, counts) if cue.first not in given]
    zeros = list(zeros_of(tree, cues))
    none = {zero[0] for zero in zeros}
    chains = chains_of(tree, [cue for cue in cues if cue.first not in none])
    before: list[Cue] | None = None
    objects: set[int] = set()
    counted: Groups = []
    for chain in chains:
        start, end = tree.first[chain[0].first], tree.last[chain[0].first]
        earlier = before if before is not None and before[0].first >= start else None
        clause = Clause(tree, counts, earlier[-1].last + 1 if earlier else start, end)
        groups, bare = affected_by(clause, chain)
        # "The blast killed 12 and 4 others were injured": the 12 belong to the verb before them.
        groups = [group for group in groups if group.start not in objects] or groups
        groups = [g for g in groups if not any(old.start < g.start < old.end for old in counted)] or groups
        counted = groups
        objects = {group.start for group in groups if group.start > chain[-1].last}
        before = before if bare else chain
        lost = not groups or tree.lower[groups[0].head] == "they"
        shared = lost and earlier is not None and found and found[-1].chain == earlier[0].first
        if is_unreal(tree, chain[0].first, start):
            continue
        if shared and is_shared(tree, chain[0]):
            found.extend(again(tree, found, chain[0], earlier))
            continue
        for cue in chain:
            for group in groups:
                add(found, tree, (cue, chain[0].first, bare), group)
    found += [FoundEffect(Effect(kind, who, 0, 0, said), at, tree.first[at], at) for at, kind, who, said in zeros]
    rivals, sums = set(set_against(tree, found)), totals(tree, [(f.token, f.effect.kind) for f in found])
    found = [replace(f, own=True) if f in rivals or f.token in sums or is_retold(tree, f.token) else f for f in found]
    return sorted([*found, *recounted(tree, counts, found)], key=lambda f: f.token)


def set_against(tree: Tree, found: Sequence[FoundEffect]) -> Iterator[FoundEffect]:
    """The counts that somebody gives against another's: "reported six dead, while residents said 30 were killed"."""
    given = [what for _, _, what in counts_given(tree)]
    for one in found:
        what = next((w for w in given if w[0] <= one.token < w[1]), None)
        if what is None or one.bare:
            continue
        for other in found:
            same = other.sentence == one.sentence and other.effect.kind == one.effect.kind
            if same and not what[0] <= other.token < what[1]:
                low, high = sorted((one.token, other.token))
                counted = any(what[0] <= one.token < what[1] <= w[0] or w[1] <= what[0] for w in given)
                if counted or not BREAKS.isdisjoint(tree.lower[low:high]):
                    yield one
                    break


def recounted(tree: Tree, counts: Counts, found: list[FoundEffect]) -> Iterator[FoundEffect]:
    """The effects that a number alone tells, of those whom the text counted before."""
    bodily = [f for f in found if f.effect.kind in BODILY and f.effect.low]
    told = [Counted(f.token, f.effect.kind, f.effect.who) for f in bodily]
    taken = {f.effect.mention.start for f in found}
    for new in recounts_of(tree, counts, told):
        mention = tree.mention(new.start, new.end)
        if mention.start not in taken:
            effect = Effect(new.before.kind, new.before.who, new.low, new.high, mention)
            yield FoundEffect(effect, new.token, tree.first[new.token], new.token, own=True)


def add(found: list[FoundEffect], tree: Tree, told: tuple[Cue, int, bool], group: Group) -> None:
    """Add the effect of one cue on one group, unless it counts nothing or is told already."""
    cue, chain, bare = told
    if cue.word.pattern == "losing" and tree.lower[group.head] in effect_lexicon().words["things"]:
        cue = replace(cue, word=replace(cue.word, kind="destroyed"))  # "lost 40 men, two tanks and a howitzer"
    if cue.word.kind == "killed" and tree.lower[group.head] in effect_lexicon().words["things"]:
        return  # "19 missiles were lost"
    if cue.word.kind == "destroyed" and is_spared(tree, cue, group):
        cue = replace(cue, word=replace(cue.word, kind="damaged"))
    burnt = tree.lower[cue.first] in effect_lexicon().words["physical"]  # hurt as often as dead
    if cue.word.kind == "destroyed" and group.told == "number" and tree.lower[group.head] in people() and not burnt:
        cue = replace(cue, word=replace(cue.word, kind="killed"))  # "destroyed 65 soldiers"
    if (group.low == 0 and group.high == 0) or not fits(tree, cue, group) or is_compared(tree, group):
        return
    mention = tree.mention(group.start, group.end)
    if any(f.effect.mention.start == mention.start and f.effect.kind == cue.word.kind for f in found[-6:]):
        return
    fled = cue.word.kind == "displaced"  # "12 villagers held hostage escaped": they are free
    if fled and any(f.effect.mention == mention and f.effect.kind in IN_HANDS for f in found[-6:]):
        return
    again_told = group.told == "pronoun" or (
        group.told == "plural" and tree.lower[group.head] in effect_lexicon().words["victims"]
    )
    if again_told and any(f.sentence == tree.first[cue.first] and f.effect.kind == cue.word.kind for f in found[-6:]):
        return
    earlier = [f.effect for f in found if f.sentence == tree.first[cue.first] and f.effect.kind == cue.word.kind]
    if earlier and (is_part(tree, group) or are_of_those(tree, cue, group, earlier)):
        return
    who = who_of(tree, group)
    effect = Effect(cue.word.kind, who, group.low, group.high, mention)
    found.append(FoundEffect(effect, cue.first, tree.first[cue.first], chain, bare))


def is_shared(tree: Tree, cue: Cue) -> bool:
    """Whether a cue without those affected of its own can be said of those of the cue before."""
    claimed = cue.word.pattern == "claiming"  # "which was claimed by the group"
    if claimed or {"half", "most"} & set(tree.lower[cue.last + 1 : cue.last + 4]):
        return False
    subject = tree.child(cue.first, "nsubj", "nsubjpass")
    if subject is not None and tree.lower[subject] in effect_lexicon().words["crowds"]:
        return False  # "200 were killed and half the population fled"
    linked = tree.lower[cue.first - 1] in ("and", "or", "they")
    return linked or is_passive(tree, cue.first, tree.first[cue.first])


def again(tree: Tree, found: list[FoundEffect], cue: Cue, earlier: list[Cue] | None) -> list[FoundEffect]:
    """The effects of the cue before, told of the same people by this one."""
    if earlier is None:
        return []
    last = [f for f in found if f.chain == earlier[0].first]
    kind = cue.word.kind
    if kind == "killed" and any(f.effect.kind == "destroyed" for f in last):
        return []  # "277 drones were destroyed and 183 were lost"
    if kind == "displaced" and any(f.effect.kind in IN_HANDS for f in last):
        return []  # "12 villagers held hostage escaped": they are free
    if kind in IN_HANDS:
        bodies = effect_lexicon().words["remains"]  # "49 bodies have been recovered" takes nobody
        last = [f for f in last if tree.lower[tree.token_at(f.effect.mention.end - 1)] not in bodies]
    return [
        FoundEffect(
            Effect(kind, f.effect.who, f.effect.low, f.effect.high, f.effect.mention), cue.first, f.sentence, cue.first
        )
        for f in {f.effect.mention: f for f in last}.values()
    ]


def who_of(tree: Tree, group: Group) -> str | None:
    """The words for those affected, without their count; None where the text only counts."""
    if not group.named:
        return None
    if tree.lower[group.head] in harms() or tree.lower[group.head] in SLAYINGS:
        # "Five more deaths" counts people and does not name them; "two civilian deaths" does.
        before = group.head - 1
        named = before >= group.start and tree.lower[before] in effect_lexicon().words["people"]
        return tree.mention(before, group.head).quote if named else None
    start = group.start if group.words is None else group.words
    start = after_age(tree, start) if start > 0 else start  # "40-odd men", the number left out
    while start <= group.head and (
        tree.tags[start] in ("CD", "DT", "PRP$", "PDT") or tree.lower[start] in ("more", "of")
    ):
        start = after_age(tree, start + 1)
    while start < group.head and not tree.words[start][:1].isalnum():
        start += 1  # "multiple" militants
    return tree.mention(start, group.head + 1).quote if start <= group.head else None


def people() -> frozenset[str]:
    """Nouns for people."""
    return effect_lexicon().words["people"]


def harms() -> frozenset[str]:
    """Nouns that count harm itself: deaths, injuries."""
    words = effect_lexicon().words
    return words["fatalities"] | words["injuries"]


def affected_by(clause: Clause, chain: list[Cue]) -> tuple[Groups, bool]:
    """Those that a chain of cues affects, and whether it tells them only in passing."""
    first, last = chain[0].first, chain[-1].last
    pattern = chain[0].word.pattern
    if listed := behind_colon(clause, first, last):
        return listed, False
    if pattern == "tolls" or is_numbered(clause, first) or is_put(clause, first):
        return toll_after(clause, last + 1), False
    if chain[0].word.kind in ("destroyed", "damaged"):
        clause = replace(clause, things=True)
    if pattern in ("losing", "claiming", "lives"):
        return taken_lives(clause, chain), False
    among = among_those(clause, first) if pattern in ("states", "acts_on", "nouns") else None
    if among is not None or pattern == "nouns":
        return of_noun(clause, first, last) if among is None else among, False
    return affected_by_verb(clause, chain)


def taken_lives(clause: Clause, chain: list[Cue]) -> Groups:
    """Those that a verb of loss counts: "lost five men", "claimed 12 people", "cost 40 lives"."""
    first, last, pattern = chain[0].first, chain[-1].last, chain[0].word.pattern
    if pattern == "lives":
        return lives_lost(clause, first)
    if pattern == "claiming":
        return claimed(clause, last + 1)
    lost = objects_after(clause, last + 1)
    return [*lost, *elided_after(clause, lost[-1].end)] if lost else lost


def affected_by_verb(clause: Clause, chain: list[Cue]) -> tuple[Groups, bool]:
    """Those that a verb, participle or adjective is said of, and whether it tells them only in passing."""
    first, last, word = chain[0].first, chain[-1].last, chain[0].word
    tree = clause.tree
    behind = inverted(clause, last + 1) if first == clause.start and tree.tags[first] == "VBN" else []
    if behind and word.pattern == "acts_on":
        return behind, False
    verbal = word.pattern in ("happens_to", "befalls")
    if not verbal and is_attributive(clause, first, last):
        return attributed(clause, first, last)
    if not verbal and is_active(clause, first, last):
        return objects_after(clause, last + 1), False
    begin = verbal_start(tree, first)
    groups = subjects_before(replace(clause, start=own_clause(clause, first), end=begin), begin)
    groups = put_right(clause, groups, first)
    if word.kind == "captured" and not is_passive(tree, first, tree.first[first]):
        groups = [group for group in groups if group.told == "number"]
    if groups and is_singular(tree, first):
        groups = as_one(tree, groups)
    further = elsewhere_after(clause, last + 1) if groups and groups[-1].told == "number" else []
    return groups + further + company_after(clause, last + 1), False
