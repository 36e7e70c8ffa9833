"""Those who stand before a word of harm though something parts them from it: a doer of their own, a share of them."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.counts.affected import DETERMINERS, Group, group_at, looks_human
from contested.claims.counts.affected_lists import Clause
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree

ACTING = frozenset({"the", "they", "he", "she", "we", "it"})
RELATIVE = frozenset({"that", "which", "whom", "who"})
LIST_REACH = 12  # tokens of the first of two groups that are harmed together


def put_right(clause: Clause, groups: list[Group], first: int) -> list[Group]:
    """The groups before a verb or state at ``first``, with those that are not next to it set right."""
    if not groups:
        return groups
    groups = one_person(clause, without_doer(clause, groups, first))
    groups = [those_meant(clause, group) for group in groups]
    groups[-1] = all_of_whom(clause, groups[-1], first)
    ahead = joined_before(clause, groups[0])
    return [ahead, *groups] if ahead is not None else groups


def verbal_start(tree: Tree, verb: int) -> int:
    """Where the words of a reduced passive begin: "30 officers | believed to have been captured"."""
    at = verb
    while at > tree.first[verb] and tree.lower[at - 1] in ("been", "be", "have", "to"):
        at -= 1
    thought = at < verb and tree.lower[at] == "to" and tree.lower[at - 1] in effect_lexicon().words["copulas"]
    return at - 1 if thought else verb


def without_doer(clause: Clause, groups: list[Group], first: int) -> list[Group]:
    """The groups without the last where it does the harm: "a man | the gunmen seized", "farmers that | it seized"."""
    tree, last = clause.tree, groups[-1]
    if last.end != first or tree.tags[first] not in ("VBD", "VBN") or tree.lower[last.start] not in ACTING:
        return groups
    if len(groups) > 1 and groups[-2].end == last.start and tree.tags[groups[-2].head].startswith("NN"):
        return groups[:-1]
    if len(groups) == 1 and tree.lower[last.start - 1] in RELATIVE:
        before = (group_at(tree, clause.counts, k, last.start - 1) for k in range(tree.first[first], last.start - 1))
        return [group for group in before if group is not None and group.end == last.start - 1][:1] or groups
    return groups


def one_person(clause: Clause, groups: list[Group]) -> list[Group]:
    """The groups with a name that ends like a plural counted once with what it is: "ana torres, a nurse, was hurt"."""
    tree, words = clause.tree, effect_lexicon().words
    if len(groups) < 2 or groups[0].told != "plural" or tree.lower[groups[0].start - 1] in words["none"]:
        return groups
    name, role = groups[:2]
    apposed = tree.lower[name.end] == "," and role.start == name.end + 1 and role.told in ("bare", "article")
    known = tree.lower[name.head] in effect_lexicon().nouns | words["crowds"]
    person = tree.lower[role.head] in words["people"] or looks_human(tree.lower[role.head])
    if not apposed or known or not person or tree.lower[name.start] in DETERMINERS:
        return groups
    return [replace(name, low=1, high=1, told="article"), *groups[2:]]


def those_meant(clause: Clause, they: Group) -> Group:
    """The number that "they" of a clause of time stands for: "five guards held out until they gave themselves up"."""
    tree, verb = clause.tree, clause.tree.heads[they.head]
    if tree.lower[they.head] != "they":
        return they
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    above = tree.heads[verb]
    subject = tree.heads[above] if tree.deps[above] == "acl" else tree.child(above, "nsubj", "nsubjpass")
    if tree.deps[verb] != "advcl" or subject is None or subject > they.start:
        return they
    found = group_at(tree, clause.counts, min(tree.left[subject], subject), they.start)
    return found if found is not None and found.told == "number" and found.start <= subject < found.end else they


def all_of_whom(clause: Clause, group: Group, first: int) -> Group:
    """All of a group of which only some are told, where all were harmed: "one of three men killed in May"."""
    tree, of = clause.tree, group.start + 1
    who = tree.lower[group.end : group.end + 1] in (["who"], ["that"])
    described = tree.deps[first] in ("acl", "relcl") and (group.end == first or who)
    while described and of < group.head and tree.lower[of] != "of":
        of += 1
    inner = clause.counts.get(of + 1) if described and of < group.head else None
    if inner is None or inner[0] > group.head:
        return group
    return replace(group, start=of + 1, low=inner[1].low, high=inner[1].high, words=inner[0])


def joined_before(clause: Clause, group: Group) -> Group | None:
    """Those harmed together with a group: "ended with five officers and | a dozen rebels dead", "saw two men and …"."""
    tree, people = clause.tree, effect_lexicon().words["people"]
    if tree.lower[group.start - 1] != "and" or group.told not in ("number", "article"):
        return None
    openers = effect_lexicon().words["leaving"] | {"with"}
    for k in range(max(clause.start + 1, group.start - LIST_REACH), group.start - 1):
        if k in clause.counts and tree.lower[k - 1] in openers:
            found = group_at(tree, clause.counts, k, clause.end)
            if found is not None and found.end == group.start - 1 and tree.lower[found.head] in people:
                return found
    return None


def counted_before(clause: Clause, first: int) -> int | None:
    """Where a count begins that only small words part from the cue: "12 badly wounded", "two of the dead"."""
    tree, counts = clause.tree, clause.counts
    small = ("IN", "DT", "RB", "JJ", "JJR", "PRP$", "VBN", "HYPH", "NN")
    for i in range(max(first - 6, clause.start), first):
        if i in counts and counts[i][0] <= first and all(tree.tags[j] in small for j in range(counts[i][0], first)):
            return i
    return None


def as_one(tree: Tree, groups: list[Group]) -> list[Group]:
    """The first of those of whom "was" or "is" is said; a name that ends like a plural is one person."""
    first, words = groups[0], effect_lexicon().words
    name = first.told == "plural" and tree.lower[first.head] not in words["people"] | words["crowds"]
    alone = name and not effect_lexicon().nouns & {tree.lower[first.head]}
    return [replace(first, low=1, high=1, told="article") if alone else first]
