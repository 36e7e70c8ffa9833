"""How a word that tells an effect stands to those affected: active, passive, attributive, nominal, unreal."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.counts.affected import Group, group_at
from contested.claims.counts.affected_ahead import counted_before
from contested.claims.counts.affected_lists import Clause, is_subject, objects_after
from contested.claims.counts.affected_sides import subjects_before
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree

REACH = 22  # tokens from "death toll" to its number
BE_REACH = 14  # tokens from "among the dead" to "were"
LEAVING = frozenset({"leave", "leaves", "left", "leaving"})


def auxiliary(tree: Tree, verb: int, start: int) -> str:
    """The nearest auxiliary before a verb, adverbs apart; empty where there is none."""
    words, i = effect_lexicon().words, verb - 1
    while i >= start and (tree.tags[i].startswith("RB") or tree.lower[i] in ("then", "also")):
        i -= 1
    if i < start:
        return ""
    word = tree.lower[i]
    if tree.words[i] == "IS":
        return ""
    return word if word in words["be"] | words["get"] | words["have"] | words["modals"] else ""


def is_passive(tree: Tree, verb: int, start: int) -> bool:
    """Whether a form of "be" or "get" stands before the verb."""
    words = effect_lexicon().words
    if tree.tags[verb] == "VBG" and tree.deps[verb] != "amod" and tree.lower[verb] != "missing":
        return False  # "are holding 500 people hostage"
    return auxiliary(tree, verb, start) in words["be"] | words["get"]


def is_active(clause: Clause, first: int, last: int) -> bool:
    """Whether those affected follow the verb ("killed 12 people") and don't precede it ("12 people killed in …")."""
    tree = clause.tree
    helper = auxiliary(tree, first, tree.first[first])
    if is_passive(tree, first, tree.first[first]):
        return False
    stated = first == last and tree.lower[last] == "missing"  # a state of those before it
    if (
        helper
        or (tree.lower[last].endswith("ing") and not stated)
        or tree.lower[last].endswith(("kill", "kills", "s"))
        or tree.tags[first] in ("VB", "VBP", "VBZ")
    ):
        return True
    objects = objects_after(clause, last + 1)
    if not objects or (first == last and tree.lower[last] in ("dead", "missing", "homeless")):
        return False  # a state of those before it, but "gunmen shot dead a judge"
    left = subjects_before(Clause(tree, clause.counts, clause.start, first), first)
    touches = bool(left) and left[-1].end == first
    person = touches and tree.lower[left[-1].head] in effect_lexicon().words["people"]
    if touches and (left[-1].told in ("number", "plural") or person) and is_subject(clause, objects[-1].end):
        return False
    left_so = bool(left) and tree.lower[left[-1].start - 1] in LEAVING  # "leaving two people injured a source said"
    if tree.lower[last + 1 : last + 2] in (["a"], ["an"]) and tree.tags[first] == "VBD" and not left_so:
        return True  # "three men killed a farmer"
    behind = last + 1 + (tree.tags[last + 1 : last + 2] == ["RP"])
    if tree.lower[behind : behind + 1] == ["the"] and tree.tags[first] == "VBD" and not left_so:
        thing, doer = tree.child(first, "dobj"), tree.child(first, "nsubj")
        if thing is not None and doer is not None and doer < first and tree.left[thing] == behind:
            return True  # "three men smashed down the door"
    if touches and left[-1].told in ("number", "plural") and objects[0].told in ("bare", "plural"):
        return tree.tags[first] == "VBD" and left[-1].told == "plural"
    return not (touches and left[-1].told == "number" and objects[0].told != "number")


def toll_after(clause: Clause, at: int) -> list[Group]:
    """The number that a toll stands at, rises to, or is put at."""
    tree, links = clause.tree, effect_lexicon().words["number_links"]
    for i in range(at, min(at + REACH, clause.end)):
        if i in clause.counts and (tree.lower[i - 1] in links or tree.lower[i - 1] in ("reaching", "hits")):
            exact = clause.counts[i][1].high is not None or tree.words[i][:1].isdigit()
            if tree.lower[i - 1] == "from" or (tree.lower[i - 1] == "as" and not exact):
                continue
            group = group_at(tree, clause.counts, i, clause.end)
            if (
                group is not None
                and tree.lower[i - 1] in effect_lexicon().words["surpassing"]
                and group.high == group.low
            ):
                group = replace(group, low=(group.low or 0) + 1, high=None)  # "the toll has passed 35,000"
            return [group] if group is not None else []
    return []


SLAYINGS = frozenset({"executions", "killings", "murders", "beheadings"})  # each of one: "118 summary executions"


def of_noun(clause: Clause, first: int, last: int) -> list[Group]:
    """Those in "the death of three", "five deaths", "damage to two houses", "caused deaths and injuries"."""
    tree = clause.tree
    after, word = last + 1, tree.lower[first]
    if word.startswith("damage"):
        return damaged(clause, first, after)
    counted_bodies = word in effect_lexicon().words["remains"] and counted_before(clause, first) is not None
    if after < clause.end and tree.lower[after] == "of" and not counted_bodies:
        return objects_after(clause, after + 1)
    if word in effect_lexicon().words["remains"]:
        return remains(clause, first)
    if word in effect_lexicon().words["injuries"] and (bearers := those_with(clause, first)):
        return bearers
    counted = word.startswith(("death", "fatalit", "martyr", "injur")) or word in SLAYINGS
    return counted_noun(clause, first, last) if counted else []


def counted_noun(clause: Clause, first: int, last: int) -> list[Group]:
    """Those whom a noun of harm itself counts: "five deaths", "118 summary executions", "caused injuries"."""
    tree, word = clause.tree, clause.tree.lower[first]
    for i in range(max(first - 6, tree.first[first]), first):
        end = clause.counts[i][0] if i in clause.counts else len(tree.lower)
        end += tree.lower[end : end + 1] == ["of"]  # "dozens of deaths"
        if end <= first and all(tree.tags[j].startswith(("JJ", "NN", "VBN")) for j in range(end, first)):
            _, quantity = clause.counts[i]
            few = word in SLAYINGS and (quantity.low or 0) < 3  # "numerous executions"
            return [] if few else [Group(i, last + 1, last, quantity.low, quantity.high, "number")]
    causes = tree.lower[first - 1].startswith(("caus", "inflict", "report")) or tree.lower[max(first - 2, 0)] == "there"
    plural = causes and word.endswith("s") and word not in SLAYINGS
    return [Group(first, first + 1, first, 2, None, "plural")] if plural else []


def those_with(clause: Clause, harm: int) -> list[Group]:
    """Those who are told with their harm: "30 people with gunshot wounds"."""
    tree, i = clause.tree, harm - 1
    while i > clause.start and tree.tags[i].startswith(("JJ", "NN", "VBN", "RB")) and tree.lower[i] != "with":
        i -= 1
    if tree.lower[i] != "with":
        return []
    before = (group_at(tree, clause.counts, k, i) for k in range(max(clause.start, i - 5), i) if k in clause.counts)
    return [group for group in before if group is not None and group.end == i]


def damaged(clause: Clause, first: int, at: int) -> list[Group]:
    """What "damage" is done to: "damage inflicted on three cars", "two houses sustained heavy damage"."""
    tree, words = clause.tree, effect_lexicon().words
    done = at < clause.end and tree.lower[at] in words["damaging"]
    at += done
    if at < clause.end and (tree.lower[at] in ("to", "of") or (done and tree.lower[at] in ("on", "upon"))):
        return objects_after(clause, at + 1)
    verb = next(
        (i for i in range(first - 1, max(first - 6, clause.start), -1) if tree.lower[i] in words["sustaining"]), None
    )
    if verb is None:
        return []
    return subjects_before(Clause(tree, clause.counts, clause.start, verb, things=True), verb)


def remains(clause: Clause, first: int) -> list[Group]:
    """Those whose bodies the text tells of: "44 bodies", "bodies lay in the street"."""
    tree = clause.tree
    slain = any(word.pattern == "acts_on" for word in effect_lexicon().forms.get(tree.lower[first - 1], ()))
    if tree.tags[first - 1].startswith(("NN", "PRP$", "POS")) or (slain and tree.deps[first - 1] == "amod"):
        return []  # somebody's, or told already: "ten decapitated bodies"
    opener = counted_before(clause, first)
    if opener is not None:
        quantity = clause.counts[opener][1]
        return [Group(opener, first + 1, first, quantity.low, quantity.high, "number", named=False)]
    low, high = (1, 1) if tree.tags[first] == "NN" else (2, None)
    return [Group(first, first + 1, first, low, high, "plural", named=False)]


def among_those(clause: Clause, first: int) -> list[Group] | None:
    """Those in "three children were among the dead", "among those killed was a medic"; None where it tells a whole."""
    tree, be = clause.tree, effect_lexicon().words["be"]
    if first - 2 < clause.start or tree.lower[first - 1] not in ("the", "those"):
        return None
    if tree.lower[first - 2] == "of" and first - 2 == clause.start:
        comma = tree.lower[first + 1 : first + 2] == [","]
        group = group_at(tree, clause.counts, first + 1 + comma, clause.end)
        return (
            [group] if group is not None and group.end < clause.end and tree.lower[group.end] in be else []
        )  # "of those killed, six were"
    if tree.lower[first - 2] != "among":
        return None
    verb = first - 3
    while verb > clause.start and tree.tags[verb] in ("RB", "VBN"):
        verb -= 1
    if verb >= clause.start and tree.lower[verb] in be:
        return subjects_before(Clause(tree, clause.counts, clause.start, verb), verb)
    copula = next((k for k in range(first + 1, min(first + BE_REACH, clause.end)) if tree.lower[k] in be), None)
    plain = copula is not None and not any(tree.tags[k] in ("VBD", "MD", "CC") for k in range(first + 1, copula))
    return objects_after(clause, copula + 1) if copula is not None and plain else None


def inverted(clause: Clause, at: int) -> list[Group]:
    """Those in "Killed in the raid were a commander and six of his guards"."""
    tree, be = clause.tree, effect_lexicon().words["be"]
    verb = next(
        (i for i in range(at, min(at + 10, clause.end - 1)) if tree.tags[i] in ("VBD", "VBZ", "VBP", "CC")), None
    )
    return objects_after(clause, verb + 1) if verb is not None and tree.lower[verb] in be else []


def is_singular(tree: Tree, verb: int) -> bool:
    """Whether "was", "is" or "has been" stands before a participle: a name and what it is are then one person."""
    helper = auxiliary(tree, verb, tree.first[verb])
    return helper in ("was", "is") or (helper == "been" and tree.lower[verb - 2] == "has")


def lives_lost(clause: Clause, at: int) -> list[Group]:
    """Those in "claimed the lives of three", "cost over 1,000 lives", "200 lives were lost"; ``at``: "lives"."""
    tree = clause.tree
    if at + 1 < clause.end and tree.lower[at + 1] == "of":
        return objects_after(clause, at + 2)
    taken = any(
        tree.lower[i].startswith(("claim", "cost", "took", "taken", "taking", "takes"))
        for i in range(max(at - 6, tree.first[at]), at)
    )
    lost = any(tree.lower[i] == "lost" for i in range(at, min(at + 4, clause.end)))
    for i in range(max(at - 6, tree.first[at]), at):
        end = clause.counts[i][0] if i in clause.counts else at + 1
        if end <= at and (taken or lost) and all(tree.tags[j].startswith(("JJ", "NN", "IN")) for j in range(end, at)):
            _, quantity = clause.counts[i]
            return [Group(i, at + 1, at, quantity.low, quantity.high, "number")]
    return []


def forces(tree: Tree, i: int) -> bool:
    """Whether a word tells that somebody is made to do what follows: "forced 300 families to flee", no armed forces."""
    return tree.lower[i] in effect_lexicon().words["forcing"] and not tree.tags[i].startswith("NN")


def is_unreal(tree: Tree, verb: int, start: int) -> bool:
    """Whether the effect is denied, intended or merely possible: "was not hurt", "vowed to kill", "could kill"."""
    words, i = effect_lexicon().words, verb - 1
    steps, above = 0, tree.heads[verb]
    if tree.deps[verb] == "conj" and tree.tags[verb] == "VB" and start <= above < verb and tree.tags[above] == "VB":
        return is_unreal(tree, above, start)
    if "whether" in tree.lower[max(start, verb - 7) : verb]:
        return True
    while i >= start and steps < 5:
        word = tree.lower[i]
        if word in words["negations"]:
            return True
        if word in words["modals"]:
            later = tree.lower[i + 1 : verb]
            if word == "to" and any(forces(tree, k) for k in range(max(start, i - 8), i)):
                return False
            past = any(w in words["have"] for w in later)
            return (
                not past
                and not (word == "to" and tree.lower[i - 1] in words["achieved"])
                and tree.tags[verb] in ("VB", "VBN", "VBP")
            )
        if not (tree.tags[i].startswith("RB") or word in words["be"] | words["have"] | words["get"]):
            return False
        i, steps = i - 1, steps + 1
    return False
