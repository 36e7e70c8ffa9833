"""Every expression of a text that tells what became of people and things, apart from the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc

from contested.claims.affected import Counts, Group, counts_of
from contested.claims.affected_sides import Clause, objects_after, subjects_before
from contested.claims.effect_patterns import (
    attributed,
    company_after,
    is_active,
    is_attributive,
    is_passive,
    is_unreal,
    lives_lost,
    of_noun,
    toll_after,
)
from contested.claims.effect_words import EffectWord, Pattern, effect_lexicon
from contested.claims.tree import Tree, tree_of
from contested.model.annotations import QuantityMention
from contested.model.claim import Effect, EffectKind

FOUND = "contested.effects"
CHAINED = frozenset({"acts_on", "states", "happens_to", "befalls"})
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


@dataclass(frozen=True, slots=True)
class Cue:
    """A word form that tells an effect: its tokens ``first`` to ``last`` (inclusive) and its reading."""

    first: int
    last: int
    word: EffectWord


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
    who = who_of(tree, group)
    effect = Effect(cue.word.kind, who, group.low, group.high, mention)
    found.append(FoundEffect(effect, cue.first, tree.first[cue.first], chain, bare))


def is_shared(tree: Tree, cue: Cue) -> bool:
    """Whether a cue without those affected of its own can be said of those of the cue before."""
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
    if cue.word.pattern == "losing":
        return person and group.told == "number"
    if kind in ("captured", "detained", "released", "abducted", "evacuated", "surrendered"):
        return person or (thing and kind == "captured") or not group.named
    if cue.word.pattern == "happens_to" and kind == "destroyed":
        return head in words["vehicles"]
    if head in words["untouchable"]:
        return False
    if kind in ("destroyed", "damaged"):
        return not person and (group.told not in ("bare", "pronoun") or thing)
    if kind in ("killed", "injured", "displaced"):
        return (
            not thing
            and head not in words["structures"]
            and (group.told != "bare" or person or tree.tags[group.head].startswith("NNP"))
        )
    return True


def find_cues(tree: Tree, counts: Counts) -> list[Cue]:
    """The cues of a text in order; verbs that may be nouns count as verbs by their tag or a number after them."""
    lexicon, cues = effect_lexicon(), []
    for i, word in enumerate(tree.lower):
        if i in counts and tree.tags[i] == "CD":
            continue
        if word == "death" and tree.lower[i + 1 : i + 2] == ["toll"]:
            continue
        befallen = lexicon.befalls.get(word)
        phrase = lexicon.particles.get(word)
        cue = particle_cue(tree, i, phrase, "acts_on") if phrase is not None else None
        if cue is None and befallen is not None:
            cue = particle_cue(tree, i, befallen, "befalls")
        readings = lexicon.forms.get(word, ())
        if cue is None and readings:
            reading = choose_reading(tree, counts, i, readings)
            cue = Cue(i, i, reading) if reading is not None else None
        if cue is None and word in lexicon.words["taken"]:
            cue = taking_cue(tree, i)
        if cue is not None:
            cues.append(cue)
    return cues


def taking_cue(tree: Tree, i: int) -> Cue | None:
    """The verb of "took 40 farmers hostage", where ``i`` is its last word."""
    taking = effect_lexicon().words["taking"]
    verb = next((j for j in range(i - 2, max(i - 11, tree.first[i]) - 1, -1) if tree.lower[j] in taking), None)
    return None if verb is None else Cue(verb, verb, EffectWord("captured", "acts_on"))


def particle_cue(
    tree: Tree, i: int, phrases: tuple[tuple[tuple[str, ...], EffectKind], ...], pattern: Pattern
) -> Cue | None:
    """The cue of a verb with its particle ("shot down", "taken hostage"), near but not always next to it."""
    for rest, kind in phrases:
        end = i + 1 + len(rest)
        if tuple(tree.lower[i + 1 : end]) == rest:
            return Cue(i, end - 1, EffectWord(kind, pattern, tree.tags[i] in ("VB", "VBP", "VBZ")))
    return None


def choose_reading(tree: Tree, counts: Counts, i: int, readings: tuple[EffectWord, ...]) -> EffectWord | None:
    """The reading that fits a word form where it stands."""
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    nouns = [r for r in readings if r.pattern in ("nouns", "tolls")]
    verbs = [r for r in readings if r not in nouns]
    if verbs and i + 1 in counts and not (nouns and nouns[0].pattern == "tolls"):
        return verbs[0]
    if nouns and (not verbs or after in ("of", "to") or tree.tags[i] in ("NN", "NNS")):
        return (
            nouns[0]
            if nouns[0].pattern == "tolls" or not verbs or tree.tags[i].startswith("NN") or after == "of"
            else verbs[0]
        )
    for reading in verbs:
        if (
            not reading.plain
            or tree.tags[i].startswith("V")
            or i + 1 in counts
            or follows_people(tree, counts, i)
            or downs(tree, i)
        ):
            return reading
    return None


def downs(tree: Tree, i: int) -> bool:
    """Whether a word that a headline's tags take for a noun acts on a thing: "downs helicopter"."""
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    return after in effect_lexicon().words["things"]


def follows_people(tree: Tree, counts: Counts, i: int) -> bool:
    """Whether a number or a word for people stands right before: "at least 10 die in …"."""
    if tree.lower[i - 1] in effect_lexicon().words["people"] and tree.tags[i] != "NNS":
        return True
    return any(j in counts and counts[j][0] == i for j in range(max(0, i - 6), i))


def chains_of(tree: Tree, cues: list[Cue]) -> list[list[Cue]]:
    """Cues that share those affected: "killed and wounded", "Killed Injured", "dead and wounded"."""
    chains: list[list[Cue]] = []
    for cue in cues:
        last = chains[-1][-1] if chains else None
        if last is not None and tree.first[last.first] == tree.first[cue.first]:
            between = tree.lower[last.last + 1 : cue.first]
            alike = is_alike(tree, last, cue)
            if (alike and not between) or (alike and len(between) == 1 and between[0] in ("and", "or", "&", "/", ",")):
                chains[-1].append(cue)
                continue
        chains.append([cue])
    return chains


def is_alike(tree: Tree, one: Cue, other: Cue) -> bool:
    """Whether two neighbouring cues stand to those affected in the same way."""
    if other.word.pattern == "lives" or (one.word.pattern in CHAINED) != (other.word.pattern in CHAINED):
        return False
    return tree.lower[one.first].endswith("ing") or not tree.lower[other.first].endswith("ing")


def affected_by(clause: Clause, chain: list[Cue]) -> tuple[Groups, bool]:
    """Those that a chain of cues affects, and whether it tells them only in passing."""
    first, last = chain[0].first, chain[-1].last
    pattern = chain[0].word.pattern
    if pattern == "tolls" or is_numbered(clause, first):
        return toll_after(clause, last + 1), False
    if pattern in ("nouns", "lives"):
        return of_noun(clause, first, last) if pattern == "nouns" else lives_lost(clause, first), False
    if pattern == "losing":
        return objects_after(clause, last + 1)[:1], False
    verbal = pattern in ("happens_to", "befalls")
    if not verbal and is_attributive(clause, first, last):
        return attributed(clause, first, last)
    if not verbal and is_active(clause, first, last):
        return objects_after(clause, last + 1), False
    before = Clause(clause.tree, clause.counts, clause.start, first)
    return subjects_before(before, first) + company_after(clause, last + 1), False


def is_numbered(clause: Clause, first: int) -> bool:
    """Whether "the number of" stands before the cue, so that its count follows: "the number of injured at 28"."""
    lower, counted = clause.tree.lower, ["the", "number", "of"]
    return any(lower[i : i + 3] == counted for i in range(max(first - 5, clause.start), first))
