"""Whether a group can suffer what a word tells, and is none of those told before: towns are no prisoners."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.counts.affected import Group, is_plural, looks_human
from contested.claims.counts.effect_cues import Cue
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import is_question
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree
from contested.model.claim import Effect

IN_HANDS = frozenset({"captured", "detained", "released", "abducted", "evacuated", "surrendered"})


def fits(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether the group can suffer what the cue tells: a town can be captured, but is then no effect."""
    words, head, kind = effect_lexicon().words, tree.lower[group.head], cue.word.kind
    person, pattern = head in words["people"], cue.word.pattern
    solid = head in words["things"] or head in words["structures"]
    if is_beyond_harm(tree, cue, group):
        return False
    if pattern in ("claiming", "losing"):
        return can_be_lost(group, pattern, head, person)
    if kind in IN_HANDS:
        counted = group.told == "number" or tree.lower[cue.first] not in words["recovering"]
        return can_be_taken(tree, cue, group) or (kind == "captured" and head in words["things"] and counted)
    if tree.lower[cue.first] in words["blowing"] and not is_blown_up(tree, cue, group):
        return False
    if kind in ("destroyed", "damaged"):
        falls = pattern != "happens_to" or head in words["vehicles"]
        happens = any(head in load_nouns()[name] for name in ("happenings", "abstract"))
        ruling = speech().roles.get(head) == "official" and group.told != "number"  # "the authorities demolished"
        return falls and not person and not happens and not ruling and (group.told not in ("bare", "pronoun") or solid)
    noun = tree.heads[cue.first] if tree.deps[cue.first] == "amod" else group.head
    driven = can_be_driven(tree, tree.lower[cue.first], group) and tree.lower[noun] not in words["fighters"]
    if kind == "displaced" and tree.lower[cue.last] == "away" and group.start < cue.first:
        return False  # "two gunmen drove away"
    if kind == "missing" or (kind == "displaced" and not driven):
        return kind == "missing"
    described = tree.deps[cue.first] == "amod" and noun == group.head  # "ten decapitated bodies"
    buried = head in words["remains"] and pattern == "acts_on" and not described
    named = group.told != "bare" or person or tree.tags[group.head].startswith("NNP") or looks_human(head)
    named = named or is_titled(tree, group)
    return named and not solid and not buried and not is_body(tree, group)


def is_acted_on(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether a verb that may also tell what its subject does has the group as its object, or in the passive."""
    return group.start > cue.first or tree.child(cue.first, "auxpass") is not None or tree.tags[cue.first] == "VBN"


def is_blown_up(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether a group is a building that somebody blew up, neither a bomb nor what blew up by itself."""
    words = effect_lexicon().words
    return is_acted_on(tree, cue, group) and tree.lower[group.head] in words["structures"] - words["tunnels"]


def is_beyond_harm(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether nothing that a cue of its kind tells is an effect on the group: parts of bodies, herds, plans."""
    words, head = effect_lexicon().words, tree.lower[group.head]
    if head in words["remains"] and tree.lower[group.head + 1 : group.head + 2] == ["parts"]:
        return True
    if head in ("hundreds", "thousands") and group.told == "plural":
        return True  # what they count is a measure: "thousands of gallons"
    if head[:1].isdigit() and group.told == "article":
        return True  # "a drone, the 22nd this year"
    if head in words["remains"] and cue.word.kind in IN_HANDS:
        return True  # "handed over four bodies" frees nobody
    if head in words["tallies"] and group.told not in ("number", "plural"):
        return True
    herd = head in words["animals"] or (head == "head" and group.told == "number")  # "400 head of cattle"
    if herd and cue.word.kind in ("killed", "injured"):
        return True
    if group.told != "number" and is_question(tree, group.head):
        return True  # "How many people were killed?"
    solid = head in words["things"] or head in words["structures"]
    breaks = cue.word.kind in ("destroyed", "damaged") and tree.lower[cue.first] in words["physical"]
    return head in words["untouchable"] or (breaks and not solid)


def can_be_lost(group: Group, pattern: str, head: str, person: bool) -> bool:
    """Whether a verb of loss counts a group: "lost 40 men and a howitzer", "claimed 12"."""
    words = effect_lexicon().words
    if pattern == "losing" and head in words["things"]:
        return group.told in ("number", "article")
    return group.told == "number" and (person or (not group.named and pattern == "claiming"))


def is_body(tree: Tree, group: Group) -> bool:
    """Whether a group is a body that can be told to suffer no death: "the Norwick Observatory", "the Harlow Front"."""
    proper = tree.tags[group.head] == "NNP" and group.told in ("bare", "article")
    role = speech().roles.get(tree.lower[group.head])
    return proper and role in ("monitor", "media", "party") and tree.lower[group.head] not in speech().persons


def can_be_taken(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether a group is of people who can be captured, held, freed or brought out."""
    words, head, tag = effect_lexicon().words, tree.lower[group.head], tree.tags[group.head]
    told, passive = tree.lower[cue.first], tree.lower[cue.first - 1] in words["be"]
    if told in words["swapping"] and not (head in words["people"] and (passive or group.start > cue.first)):
        return False
    if told in words["rescuing"] and head not in words["held"]:
        return False
    if told in words["recovering"]:
        return False  # only things, and those counted
    if head in words["people"] or not group.named:
        return True
    if head in words["things"] | words["structures"]:
        return False
    if cue.word.kind in ("detained", "abducted") and (cue.word.pattern == "acts_on" or is_titled(tree, group)):
        return group.told != "bare" or tag == "NNP" or is_titled(tree, group)
    if cue.word.kind == "released" and group.told == "number":
        return True
    return group.told == "number" and tag in ("NNPS", "NNS") and tree.words[group.head][0].isupper()


def can_be_driven(tree: Tree, told: str, group: Group) -> bool:
    """Whether a group is of people whose flight displaces them: no fighters, and no share of a population."""
    words, head = effect_lexicon().words, tree.lower[group.head]
    if told in words["escaping"] and is_held(tree, group):
        return False
    if told in words["counted"]:
        gone = not group.named and told not in words["escaping"]  # of those abducted 28 escaped: they are free
        return group.told == "number" and (head in words["displaceable"] or gone)
    if group.told == "bare" and head not in words["people"]:
        return False
    return head not in words["fighters"] | words["captives"] and (head != "population" or group.told == "number")


def is_held(tree: Tree, group: Group) -> bool:
    """Whether those who get away are told to have been held, and are free: "12 villagers held hostage escaped"."""
    held = [k for k in tree.kids[group.head] if tree.deps[k] in ("acl", "relcl", "amod")]
    forms = effect_lexicon().forms
    taken = effect_lexicon().words["taking"]
    return any(tree.lower[k] in taken or any(w.kind in IN_HANDS for w in forms.get(tree.lower[k], ())) for k in held)


def is_titled(tree: Tree, group: Group) -> bool:
    """Whether a name without capitals stands behind what its bearer is: "general adam marlow"."""
    people, before = effect_lexicon().words["people"], range(group.start, group.head)
    title = any(tree.lower[k] in people and not is_plural(tree, k) for k in before)
    return title and tree.words[group.head].islower() and group.told == "bare"


def is_part(tree: Tree, group: Group) -> bool:
    """Whether a group only tells some of those counted before it: "including 40 bodies", "41 of whom were slain"."""
    if tree.lower[group.end - 2 : group.end] in (["of", "whom"], ["of", "which"]):
        return True
    behind = tree.lower[group.end : group.end + 1]
    if (
        not group.named
        and tree.lower[group.start - 1] == ","
        and behind
        and behind[0] in effect_lexicon().words["severely"]
    ):
        return True  # "injuring 10, two seriously"
    before = tree.lower[max(0, group.start - 2) : group.start]
    before = before[:-1] if before[-1:] == ["the"] else before
    return before[-1:] != [] and before[-1] in effect_lexicon().words["parts"]


def are_of_those(tree: Tree, cue: Cue, group: Group, earlier: Sequence[Effect]) -> bool:
    """Whether bodies are of dead told before: "put the number of dead at 102, saying 34 bodies were buried"."""
    bodies = group.head == cue.first and tree.lower[cue.first] in effect_lexicon().words["remains"]
    return (
        bodies
        and group.told in ("number", "plural")
        and any((effect.low or 0) > (group.low or 0) for effect in earlier)
    )


def is_spared(tree: Tree, cue: Cue, group: Group) -> bool:
    """Whether what is said to be destroyed is damaged: "partly destroyed", "set fire to a market"."""
    words = effect_lexicon().words
    if tree.lower[cue.first - 1] in words["partly"]:
        return True
    kindled = tree.lower[cue.first] in words["kindling"]
    return kindled and tree.lower[group.head] in words["structures"] - words["flimsy"]


def is_compared(tree: Tree, group: Group) -> bool:
    """Whether a count only stands beside another: "53 deaths, up from nine attacks and 21 deaths in May"."""
    words, first = effect_lexicon().words, tree.first[group.start]
    for k in range(group.start - 1, max(group.start - 7, first), -1):
        if tree.lower[k] in words["comparing"] and tree.lower[k - 1] in words["compared"]:
            return tree.lower[k - 2] == ","
        if tree.tags[k].startswith("V"):
            return False
    return False
