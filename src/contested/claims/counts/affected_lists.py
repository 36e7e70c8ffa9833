"""Lists of people and things after a word that tells an effect, read without commas."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contested.claims.counts.affected import DETERMINERS, LINKS, Counts, Group, aside_end, group_at, looks_human
from contested.claims.words.answered import takes_up
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

PART = 10  # tokens of a part told in commas
AT = (["in"], ["at"], ["on"], ["near"], ["outside"], ["around"], ["inside"])
OTHERS = ("others", "more")
FINITE = ("VBD", "VBZ", "VBP", "MD")
VAGUE_BELOW = 20  # "several", "a number of": what "dozens of" counts does not hold for the next of a list


@dataclass(frozen=True, slots=True)
class Clause:
    """What the finders see: the tree, its counts, the bounds of the words in question; ``things``: not people."""

    tree: Tree
    counts: Counts
    start: int
    end: int
    things: bool = False


def objects_after(clause: Clause, at: int) -> list[Group]:
    """The groups that begin at token ``at``, adverbs and particles apart, with those listed after them."""
    tree, i = clause.tree, at
    while (
        i < clause.end and i not in clause.counts and (tree.tags[i] in ("RB", "RP", "``", "''") or tree.lower[i] == "-")
    ):
        i += 1
    if i < clause.end and tree.lower[i] == "of" and i == at:
        i += 1
    verb = i + (i < clause.end and tree.lower[i] == "and")
    parts = effect_lexicon().words["parts"]
    if (
        verb + 1 < clause.end
        and tree.lower[verb] not in parts
        and tree.tags[verb] in ("VBD", "VBN", "VBZ", "VBG")
        and verb + 1 in clause.counts
    ):
        i = verb + 1
    first = group_at(tree, clause.counts, i, clause.end)
    if first is None:
        return []
    groups = [first]
    while (following := listed_after(clause, groups[-1])) is not None:
        groups.append(following)
    return without_parts(tree, groups)


def without_parts(tree: Tree, groups: list[Group]) -> list[Group]:
    """The groups, or the first alone where the rest adds up to it ("three civilians, two women and a man")."""
    first, rest = groups[0], groups[1:]
    exact = all(group.low is not None and group.low == group.high for group in groups)
    people = tree.lower[first.head] not in effect_lexicon().words["things"] | effect_lexicon().words["structures"]
    return (
        [first] if people and len(rest) > 1 and exact and sum(group.low or 0 for group in rest) == first.low else groups
    )


def listed_after(clause: Clause, group: Group) -> Group | None:
    """The next group of a list: linked by "and" or a comma, or begun by a number where commas are lost."""
    tree, counts, i = clause.tree, clause.counts, skip_of(clause, group.end)
    i = aside_end(tree, i, clause.end) if i < clause.end else i
    begun = i
    linked = tree.lower[i : i + 3] == ["in", "addition", "to"]
    i += 3 * linked
    while i < clause.end and (tree.lower[i] in LINKS or tree.lower[i] == "well") and i - begun < 12:
        linked, i = True, i + 1
    if linked and i < clause.end and tree.lower[i] == "to" and clause.things:
        i += 1
    people = effect_lexicon().words["people"]
    if i == group.end and i < clause.end and tree.lower[i] == "with":
        company = group_at(tree, counts, i + 1, clause.end)
        both = company is not None and tree.lower[company.head] in people and tree.lower[group.head] in people
        return company if both and company is not None and company.told == "number" else None
    if not linked and (i != group.end or (i < clause.end and tree.tags[i] == "VBG")):
        return None  # "two sites containing weapons"
    found = group_at(tree, counts, i, clause.end)
    if found is None or found.told == "part" or is_subject(clause, found.end) or is_aside(clause, group, found, begun):
        return None
    apposed = not linked or (tree.lower[found.start - 1] == "," and tree.lower[found.end : found.end + 1] != ["and"])
    if group.told == "bare" and apposed and found.told == "article":
        beyond = listed_after(clause, replace(found, told="number"))
        return beyond if beyond is not None and beyond.told == "number" else None
    if clause.things or is_thing(tree, group):
        return listed_thing(tree, group, found, linked)
    return found if is_listed(tree, group, found, linked) else None


def is_aside(clause: Clause, group: Group, found: Group, begun: int) -> bool:
    """Whether what is found after a group is no next of a list; ``begun``: behind the place or part that follows it."""
    tree, start = clause.tree, found.start
    if takes_up(tree.lower, found.head):
        return True  # "killing civilians, a charge the army denies"
    if begun > group.end and found.told == "bare" and not known(tree, found) and tree.words[found.head].islower():
        return True  # "the body of a man in la cruz, san lorenzo"
    if tree.lower[start] != "the":
        return False
    if tree.lower[found.end : found.end + 1] == ["of"] and not is_someone(clause, found):
        return True  # "the death of six rebels and the confiscation of their arms"
    return begun > group.end and tree.lower[start - 1] == ","  # "eight people in Harlow, the capital of the region"


def is_listed(tree: Tree, group: Group, found: Group, linked: bool) -> bool:
    """Whether people found after a group are the next of a list, and not the beginning of something else."""
    if not linked and not (found.named and known(tree, found)):
        return False
    singly = linked or tree.lower[found.start] in ("a", "an", "another")
    if found.told == "number" or (found.told == "article" and singly):
        return True
    singles = tree.lower[group.head] in ("man", "woman", "child", "boy", "girl")
    bare = found.told == "bare" and (group.told in ("bare", "article") or known(tree, found))
    return group.told != "number" and (linked or singles) and (found.told == "plural" or bare)


def is_thing(tree: Tree, group: Group) -> bool:
    """Whether a group is of things or structures."""
    words = effect_lexicon().words
    return tree.lower[group.head] in words["things"] | words["structures"]


def listed_thing(tree: Tree, group: Group, found: Group, linked: bool) -> Group | None:
    """The next thing of a list, each an effect of its own; "several" and "a number of" hold for what follows too."""
    physical = is_thing(tree, found)
    if not found.named or not (linked or physical or found.told in ("number", "article")):
        return None
    if found.told == "bare" and not (linked and physical):
        return None
    vague = group.told == "number" and group.high is None and (group.low or 0) < VAGUE_BELOW
    if found.told == "plural" and vague and tree.lower[found.start] not in DETERMINERS:
        return replace(found, low=group.low, high=group.high, told="number")
    return found


def known(tree: Tree, group: Group) -> bool:
    """Whether the head of a group is a known word for people or things."""
    words = effect_lexicon().words
    return tree.lower[group.head] in words["people"] | words["things"] | words["structures"]


def skip_of(clause: Clause, i: int) -> int:
    """The token after one "of …" or "from …" that belongs to a group, where a link follows it."""
    tree, begun = clause.tree, i
    aged = age_end(clause, i)
    if aged > i:
        return aged
    i = part_end(clause, i)
    if i < clause.end and tree.lower[i] in ("of", "from", "on", "in", "at", "near", "around", "outside"):
        around = 2 * (tree.lower[i + 1 : i + 3] == ["and", "around"])
        inner = group_at(tree, clause.counts, i + around + 1, clause.end)
        if inner is not None and tree.lower[inner.end : inner.end + 1] == ["of"]:  # "the town of Norwick"
            inner = group_at(tree, clause.counts, inner.end + 1, clause.end) or inner
        if inner is not None and inner.told != "number" and inner.end < clause.end and tree.lower[inner.end] in LINKS:
            return inner.end
    return begun


def age_end(clause: Clause, i: int) -> int:
    """The token after an age that a link follows: "a man of 54, a woman", "a man, 54, and a woman"."""
    tree = clause.tree
    aged = i + 2 < clause.end and tree.lower[i] in ("of", ",") and i + 1 not in clause.counts
    return i + 2 if aged and tree.lower[i + 1].isdigit() and tree.lower[i + 2] in LINKS else i


def part_end(clause: Clause, i: int) -> int:
    """The token after a part told in commas, before a place: "44 people, including 20 children, in Norwick"."""
    tree = clause.tree
    if i + 2 >= clause.end or tree.lower[i] != "," or tree.lower[i + 1] not in effect_lexicon().words["parts"]:
        return i
    comma = next((k for k in range(i + 2, min(i + PART, clause.end - 1)) if tree.lower[k] == ","), None)
    return comma + 1 if comma is not None and [tree.lower[comma + 1]] in AT else i


def elsewhere_after(clause: Clause, at: int) -> list[Group]:
    """Those counted without a noun at further places: "nine people dead in Aleppo, four in Homs and two in Hama"."""
    tree, found, i = clause.tree, list[Group](), skip_of(clause, at)
    while i != at:
        while i < clause.end and tree.lower[i] in LINKS:
            i += 1
        group = group_at(tree, clause.counts, i, clause.end)
        nameless = group is not None and (not group.named or tree.lower[group.head] in OTHERS)
        if group is None or group.told != "number" or not nameless or tree.lower[group.end : group.end + 1] not in AT:
            break
        found.append(group)
        at, i = group.end, skip_of(clause, group.end)
    return found


def elided_after(clause: Clause, at: int) -> list[Group]:
    """What another side lost, told without the verb: "lost 12 men in the battle and the rebels nine"."""
    tree = clause.tree
    for i in range(at, clause.end - 2):
        if tree.lower[i] not in ("and", "while", ","):
            continue
        side = group_at(tree, clause.counts, i + 1, clause.end)
        count = clause.counts.get(side.end) if side is not None and side.told != "number" else None
        if (
            side is not None
            and count is not None
            and (count[0] >= clause.end or tree.tags[count[0]] in (",", ".", ":"))
        ):
            return [Group(i + 1, count[0], side.head, count[1].low, count[1].high, "number")]
    return []


def behind_colon(clause: Clause, first: int, last: int) -> list[Group]:
    """Those in "Killed: 12. Injured: 30 people", where no count stands before the word."""
    tree, at = clause.tree, last + 2
    if tree.lower[last + 1 : at] != [":"] or at not in clause.counts:
        return []
    counted = any(end == first for end, _ in clause.counts.values())
    passive = tree.lower[first - 1] in effect_lexicon().words["be"]  # "12 were killed: nine by a bomb"
    return [] if counted or passive else objects_after(clause, at)


def is_numbered(clause: Clause, first: int) -> bool:
    """Whether "the number of" stands before the cue, so that its count follows: "the number of injured at 28"."""
    lower, numbers = clause.tree.lower, effect_lexicon().words["numbers"]
    return any(
        lower[i] in numbers and lower[i + 1] == "of" and lower[i - 1] in ("the", "total", "overall", "their")
        for i in range(max(first - 13, clause.start), first)
    )


def is_put(clause: Clause, first: int) -> bool:
    """Whether the dead are a count that somebody puts: "put its dead at 30"."""
    tree = clause.tree
    if tree.lower[first] not in speech().counts or tree.lower[first + 1 : first + 2] != ["at"]:
        return False
    putting = effect_lexicon().words["tallying"]
    return any(tree.lower[k] in putting for k in range(max(first - 4, clause.start), first))


def claimed(clause: Clause, at: int) -> list[Group]:
    """Those in "the blast claimed 12 people": a number of people right after the verb, and no clause of their own."""
    groups = objects_after(clause, at) if at in clause.counts else []
    if not groups or is_subject(clause, groups[-1].end):
        return []
    head, end = groups[0], groups[-1].end
    alone = end >= clause.end or not clause.tree.tags[end].startswith("NN")
    return groups if head.named or (alone and clause.tree.lower[min(end, clause.end - 1)] in ("and", "in", ".")) else []


def own_clause(clause: Clause, verb: int) -> int:
    """Where the clause of a verb begins: behind the last semicolon where its subject stands there."""
    tree = clause.tree
    mark = next((k for k in range(verb - 1, clause.start, -1) if tree.words[k] == ";"), None)
    subject = tree.heads[verb] if tree.deps[verb] == "acl" else tree.child(verb, "nsubj", "nsubjpass")
    joined = tree.left[subject] if subject is not None and tree.deps[verb] == "conj" else clause.start
    passive = tree.child(tree.heads[verb], "auxpass") is not None
    if clause.start < joined < verb and tree.lower[joined - 1] == "and" and passive:
        return joined  # "two bombs were dropped and an office was destroyed"
    return mark + 1 if mark is not None and subject is not None and mark < subject < verb else clause.start


def is_subject(clause: Clause, end: int) -> bool:
    """Whether a verb or another effect follows, so that the group before it is no object."""
    tree, i = clause.tree, end
    while i < clause.end and tree.tags[i] == "RB":
        i += 1
    if i >= clause.end or (clause.things and tree.tags[i] == "VBN" and tree.deps[i] == "acl"):
        return False  # "tanks and other equipment captured at …"
    word = tree.lower[i]
    return tree.tags[i] in FINITE or any(
        w.pattern in ("acts_on", "states", "happens_to") and not word.endswith("ing")
        for w in effect_lexicon().forms.get(word, ())
    )


def is_someone(clause: Clause, group: Group) -> bool:
    """Whether a noun is a word for people or their office, or a thing that can be struck."""
    head = clause.tree.lower[group.head]
    return known(clause.tree, group) or looks_human(head) or head in speech().roles


def company_after(clause: Clause, at: int) -> list[Group]:
    """Those in "… were killed in Homs along with six fighters"."""
    tree = clause.tree
    if tree.lower[at : at + 1] == ["with"] and tree.lower[at + 1 : at + 2] in (["his"], ["her"], ["their"]):
        return [g for g in objects_after(clause, at + 1) if is_someone(clause, g)]
    for i in range(at, min(at + 10, clause.end - 2)):
        if tree.lower[i] in ("along", "together") and tree.lower[i + 1] == "with":
            group = group_at(tree, clause.counts, i + 2, clause.end)
            return [group] if group is not None and group.told in ("number", "article", "plural") else []
    return []
