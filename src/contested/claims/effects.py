"""Every expression of a text that tells what became of people and things, apart from the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Doc

from contested.claims.affected import Group, counts_of
from contested.claims.affected_sides import Clause, objects_after, subjects_before
from contested.claims.effect_cues import Cue, chains_of, find_cues
from contested.claims.effect_patterns import (
    among_those,
    attributed,
    claimed,
    company_after,
    is_active,
    is_attributive,
    is_passive,
    is_singular,
    is_unreal,
    lives_lost,
    of_noun,
    toll_after,
)
from contested.claims.effect_words import effect_lexicon
from contested.claims.tree import Tree, tree_of
from contested.model.annotations import QuantityMention
from contested.model.claim import Effect

FOUND = "contested.effects"
Groups = list[Group]


@dataclass(frozen=True, slots=True)
class FoundEffect:
    """An effect, the token that tells it, its sentence's first token; ``chain``: effects told together share it.

    ``bare``: told only in passing ("the destroyed homes"), so that it opens no event of its own.
    """

    effect: Effect
    token: int
    sentence: int
    chain: int
    bare: bool = False


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
    chains = chains_of(tree, find_cues(tree, counts))
    before: list[Cue] | None = None
    for chain in chains:
        start, end = tree.first[chain[0].first], tree.last[chain[0].first]
        earlier = before if before is not None and before[0].first >= start else None
        clause = Clause(tree, counts, earlier[-1].last + 1 if earlier else start, end)
        groups, bare = affected_by(clause, chain)
        before = before if bare else chain
        lost = not groups or tree.lower[groups[0].head] == "they"
        shared = lost and earlier is not None and found and found[-1].chain == earlier[0].first
        if is_unreal(tree, chain[0].first, start):
            continue
        if shared and is_shared(tree, chain[0]):
            found.extend(again(found, chain[0], earlier))
            continue
        for cue in chain:
            for group in groups:
                add(found, tree, (cue, chain[0].first, bare), group)
    return found


def add(found: list[FoundEffect], tree: Tree, told: tuple[Cue, int, bool], group: Group) -> None:
    """Add the effect of one cue on one group, unless it counts nothing or is told already."""
    cue, chain, bare = told
    if (group.low == 0 and group.high == 0) or not fits(tree, cue, group):
        return
    mention = tree.mention(group.start, group.end)
    if any(f.effect.mention.start == mention.start and f.effect.kind == cue.word.kind for f in found[-6:]):
        return
    again_told = group.told == "pronoun" or (
        group.told == "plural" and tree.lower[group.head] in effect_lexicon().words["victims"]
    )
    if again_told and any(f.sentence == tree.first[cue.first] and f.effect.kind == cue.word.kind for f in found[-6:]):
        return
    who = who_of(tree, group)
    effect = Effect(cue.word.kind, who, group.low, group.high, mention)
    found.append(FoundEffect(effect, cue.first, tree.first[cue.first], chain, bare))


def is_shared(tree: Tree, cue: Cue) -> bool:
    """Whether a cue without those affected of its own can be said of those of the cue before."""
    if {"half", "most"} & set(tree.lower[cue.last + 1 : cue.last + 4]):
        return False
    linked = tree.lower[cue.first - 1] in ("and", "or", "they")
    return linked or is_passive(tree, cue.first, tree.first[cue.first])


def again(found: list[FoundEffect], cue: Cue, earlier: list[Cue] | None) -> list[FoundEffect]:
    """The effects of the cue before, told of the same people by this one."""
    if earlier is None:
        return []
    last = [f for f in found if f.chain == earlier[0].first]
    kind = cue.word.kind
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
    start = group.start if group.words is None else group.words
    while start <= group.head and tree.tags[start] in ("CD", "DT", "PRP$", "PDT"):
        start += 1
    return tree.mention(start, group.head + 1).quote if start <= group.head else None


def fits(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether the group can suffer what the cue tells: a town can be captured, but is then no effect."""
    words, head, kind = effect_lexicon().words, tree.lower[group.head], cue.word.kind
    person, thing = head in words["people"], head in words["things"]
    told = tree.lower[cue.first]
    if told in words["physical"] and not (thing or head in words["structures"]):
        return False
    if cue.word.pattern == "claiming":
        return group.told == "number" and (person or not group.named)
    if kind == "killed" and head in words["remains"] and cue.word.pattern == "acts_on":
        return False
    if kind == "displaced" and (head in words["fighters"] or (head == "population" and group.told != "number")):
        return False
    if kind == "displaced" and told in words["counted"]:
        return group.told == "number" and (head in words["displaceable"] or not group.named)
    if cue.word.pattern == "losing":
        return person and group.told == "number"
    if kind in ("captured", "detained", "released", "abducted", "evacuated", "surrendered"):
        known = person or (
            group.told == "number" and tree.tags[group.head] in ("NNPS", "NNS") and tree.words[group.head][0].isupper()
        )
        return known or (thing and kind == "captured") or not group.named
    if cue.word.pattern == "happens_to" and kind == "destroyed":
        return head in words["vehicles"]
    if head in words["untouchable"]:
        return False
    if kind in ("destroyed", "damaged"):
        return not person and (group.told not in ("bare", "pronoun") or thing or head in words["structures"])
    if kind in ("killed", "injured", "displaced"):
        return (
            not thing
            and head not in words["structures"]
            and (group.told != "bare" or person or tree.tags[group.head].startswith("NNP"))
        )
    return True


def affected_by(clause: Clause, chain: list[Cue]) -> tuple[Groups, bool]:
    """Those that a chain of cues affects, and whether it tells them only in passing."""
    first, last = chain[0].first, chain[-1].last
    pattern = chain[0].word.pattern
    if pattern == "tolls" or is_numbered(clause, first):
        return toll_after(clause, last + 1), False
    if chain[0].word.kind in ("destroyed", "damaged"):
        clause = replace(clause, things=True)
    among = among_those(clause, first) if pattern in ("states", "acts_on", "nouns") else None
    if among is not None:
        return among, False
    if pattern in ("nouns", "lives"):
        return of_noun(clause, first, last) if pattern == "nouns" else lives_lost(clause, first), False
    if pattern == "losing":
        return objects_after(clause, last + 1)[:1], False
    if pattern == "claiming":
        return claimed(clause, last + 1), False
    verbal = pattern in ("happens_to", "befalls")
    if not verbal and is_attributive(clause, first, last):
        return attributed(clause, first, last)
    if not verbal and is_active(clause, first, last):
        return objects_after(clause, last + 1), False
    before = replace(clause, end=first)
    groups = subjects_before(before, first)
    if chain[0].word.kind == "captured" and not is_passive(clause.tree, first, clause.tree.first[first]):
        groups = [group for group in groups if group.told == "number"]
    if len(groups) > 1 and is_singular(clause.tree, first):
        groups = groups[:1]
    return groups + company_after(clause, last + 1), False


def is_numbered(clause: Clause, first: int) -> bool:
    """Whether "the number of" stands before the cue, so that its count follows: "the number of injured at 28"."""
    lower, counted = clause.tree.lower, ["the", "number", "of"]
    return any(lower[i : i + 3] == counted for i in range(max(first - 14, clause.start), first))
