"""Words of a text that tell an effect, and which of them share those affected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from contested.claims.counts.affected import Counts
from contested.claims.counts.effect_attributes import describes_object
from contested.claims.words.effect_words import ENDINGS, EffectWord, Pattern, effect_lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import EffectKind

# What befalls people whom a participle describes; that participle then tells no event of its own.
BESIDES = {
    "displaced": frozenset({"killed", "injured", "missing", "abducted", "detained"}),
    "abducted": frozenset({"released"}),
    "captured": frozenset({"destroyed", "damaged"}),
}
LOSSES_REACH = 14  # tokens from "losses" to its verb
CHAINED = frozenset({"acts_on", "states", "happens_to", "befalls"})


@dataclass(slots=True)
class Cue:
    """A word form that tells an effect: its tokens ``first`` to ``last`` (inclusive) and its reading."""

    first: int
    last: int
    word: EffectWord


def find_cues(tree: Tree, counts: Counts) -> list[Cue]:
    """The cues of a text in order; verbs that may be nouns count as verbs by their tag or a number after them."""
    lexicon = effect_lexicon()
    cues: list[Cue] = []
    starters = lexicon.starters
    for i, word in enumerate(tree.lower):
        inside = bool(cues) and cues[-1].last >= i  # "gunned down" downs nothing
        if inside or word not in starters or (i in counts and tree.tags[i] == "CD") or is_harmless(tree, i):
            continue
        befallen = lexicon.befalls.get(word)
        phrase = lexicon.particles.get(word)
        cue = particle_cue(tree, i, phrase, "acts_on") if phrase is not None else None
        if cue is None and befallen is not None:
            cue = particle_cue(tree, i, befallen, "befalls")
        readings = lexicon.forms.get(word, ())
        if cue is None and readings:
            cue = ended_cue(tree, counts, i, readings)
        if cue is None and readings:
            reading = choose_reading(tree, counts, i, readings)
            cue = Cue(i, i, reading) if reading is not None and not describes(tree, i, reading) else None
        if word == "death" and tree.lower[i - 1] == "to":
            cue = fatal_cue(tree, i)
        if cue is None:
            cue = next((ENDED[name](tree, i) for name in ENDINGS if word in lexicon.words[name]), None)
        if cue is None and word == "losses":
            cue = losing_cue(tree, counts, i)
        if cue is not None and not (cue.word.kind in BESIDES and harmed_besides(tree, i, cue.word.kind)):
            cues.append(cue)
    return cues


def is_harmless(tree: Tree, i: int) -> bool:
    """Whether the word after it shows that a word tells no harm by itself: "death toll", "cracked down"."""
    word, words = tree.lower[i], effect_lexicon().words
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    if word in words["trading"] and tree.tags[i].startswith("NN"):
        return True
    lifeless = word in words["lifeless"] and after in words["remains"]
    return lifeless or (word in words["curbing"] and after == "down") or (word == "death" and after == "toll")


def describes(tree: Tree, i: int, reading: EffectWord) -> bool:
    """Whether a word tells what people are and not what befell them: "two defected soldiers", "who had defected"."""
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    before = tree.lower[i - 1 - (tree.lower[i - 1] in effect_lexicon().words["have"])] if i > 1 else ""
    return reading.kind == "surrendered" and (after in effect_lexicon().words["people"] or before in ("who", "that"))


def harmed_besides(tree: Tree, i: int, kind: str) -> bool:
    """Whether a verb only tells who they are: "four displaced people were killed", "killed nine who had fled"."""
    noun, known = tree.heads[i], effect_lexicon().words["things" if kind == "captured" else "people"]
    if (
        tree.deps[i] not in ("amod", "relcl", "acl")
        or tree.lower[i - 1] in ("and", "or")
        or tree.lower[noun] not in known
    ):
        return False
    while tree.deps[noun] == "conj":
        noun = tree.heads[noun]  # "destroyed 14 tanks and other equipment captured at …"
    while tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of":
        noun = tree.heads[tree.heads[noun]]  # "two of the 30 abducted students were freed"
    verbs = [tree.heads[noun], *(k for k in tree.kids[noun] if tree.deps[k] == "acl")]
    forms = effect_lexicon().forms
    rescuing = effect_lexicon().words["rescuing"]  # "rescued nine kidnapped villagers" tells of both
    verbs = [v for v in verbs if v != i and (tree.deps[i] == "amod" or v < i) and tree.lower[v] not in rescuing]
    told = tree.deps[i] == "relcl" and kind == "abducted"  # "freed three engineers who were kidnapped in May"
    return any(
        reading.kind in BESIDES[kind] and not (told and reading.kind == "released")
        for verb in verbs for reading in forms.get(tree.lower[verb], ())
    )  # fmt: skip


def ended_cue(tree: Tree, counts: Counts, i: int, readings: tuple[EffectWord, ...]) -> Cue | None:
    """The verb before a word that tells harm by itself as well: "took 17 captive", "suffered shrapnel wounds"."""
    words = effect_lexicon().words
    if tree.lower[i] in words["taken"]:
        return taking_cue(tree, i)
    noun = tree.lower[i] in words["ailments"] and any(reading.pattern == "nouns" for reading in readings)
    cue = ailing_cue(tree, i) if noun else None
    between = range(cue.first + 1, i) if cue is not None else range(0)
    borne = all(tree.tags[k].startswith(("JJ", "NN", "VBN")) and k not in counts for k in between)
    return cue if borne and tree.heads[i] in (cue.first if cue is not None else i,) else None


def ailing_cue(tree: Tree, i: int) -> Cue | None:
    """The verb and harm of "were suffering from severe breathing problems", where ``i`` names the harm."""
    ailing = effect_lexicon().words["ailing"]
    verb = next((j for j in range(i - 1, max(i - 6, tree.first[i]) - 1, -1) if tree.lower[j] in ailing), None)
    return None if verb is None or "that" in tree.lower[verb:i] else Cue(verb, i, EffectWord("injured", "befalls"))


def fatal_cue(tree: Tree, i: int) -> Cue | None:
    """The verb of "stoned a woman to death", where ``i`` is its last word."""
    fatal = effect_lexicon().words["fatal"]
    verb = next((j for j in range(i - 2, max(i - 9, tree.first[i]) - 1, -1) if tree.lower[j] in fatal), None)
    return None if verb is None else Cue(verb, verb, EffectWord("killed", "acts_on"))


def driving_cue(tree: Tree, i: int) -> Cue | None:
    """The verb of "drove 300 families from their homes", where ``i`` is its last word."""
    if tree.lower[max(i - 2, 0) : i] not in (["from", "their"], ["of", "their"]):
        return None
    driving = effect_lexicon().words["driving"]
    verb = next((j for j in range(i - 4, max(i - 24, tree.first[i]) - 1, -1) if tree.lower[j] in driving), None)
    return None if verb is None else Cue(verb, verb, EffectWord("displaced", "acts_on"))


def losing_cue(tree: Tree, counts: Counts, i: int) -> Cue | None:
    """The words of "losses amounted to 900 soldiers" before the number, where ``i`` is their first."""
    amounting, k = effect_lexicon().words["amounting"], i + 1
    end = min(i + LOSSES_REACH, tree.last[i])
    while k < end and tree.lower[k] not in amounting:
        k += 1
    if k == end:
        return None
    k += 1 + (tree.lower[k + 1 : k + 2] in (["to"], ["at"]))
    told = k < tree.last[i] and k in counts
    return Cue(i, k - 1, EffectWord("killed", "losing")) if told else None


def taking_cue(tree: Tree, i: int) -> Cue | None:
    """The verb of "took 40 farmers hostage", where ``i`` is its last word."""
    taking = effect_lexicon().words["taking"]
    verb = next((j for j in range(i - 2, max(i - 11, tree.first[i]) - 1, -1) if tree.lower[j] in taking), None)
    kind: EffectKind = "abducted" if tree.lower[i] == "hostage" else "captured"
    return None if verb is None else Cue(verb, verb, EffectWord(kind, "acts_on"))


def kindling_cue(tree: Tree, i: int) -> Cue | None:
    """The verb of "set four tanks ablaze" or "set 20 cars on fire", where ``i`` is its last word."""
    if tree.lower[i] == "fire" and tree.lower[i - 1] != "on":
        return None
    kindling = effect_lexicon().words["kindling"]
    verb = next((j for j in range(i - 2, max(i - 9, tree.first[i]) - 1, -1) if tree.lower[j] in kindling), None)
    return None if verb is None else Cue(verb, verb, EffectWord("destroyed", "acts_on"))


ENDED: Mapping[str, Callable[[Tree, int], Cue | None]] = {
    "taken": taking_cue,
    "ailments": ailing_cue,
    "homes": driving_cue,
    "kindled": kindling_cue,
}


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
    words = effect_lexicon().words
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
            or tree.lower[i] in words["only_verbs"]
            or (follows_people(tree, counts, i) and tree.deps[i] != "compound")  # "three crash victims"
            or downs(tree, i)
        ):
            return reading
    return None


def downs(tree: Tree, i: int) -> bool:
    """Whether a word that a headline's tags take for a noun acts on a thing: "downs helicopter"."""
    after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
    return tree.lower[i] != "down" and after in effect_lexicon().words["things"]


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
            alike = is_alike(tree, last, cue) and not describes_object(tree, cue.first, cue.last)
            if alike and (not between or (len(between) == 1 and between[0] in ("and", "or", "&", "/", ","))):
                chains[-1].append(cue)
                continue
        chains.append([cue])
    return chains


def is_alike(tree: Tree, one: Cue, other: Cue) -> bool:
    """Whether two neighbouring cues stand to those affected in the same way."""
    if other.word.pattern == "lives" or (one.word.pattern in CHAINED) != (other.word.pattern in CHAINED):
        return False
    return tree.lower[one.first].endswith("ing") or not tree.lower[other.first].endswith("ing")
