"""Who stands before and after a word that tells an effect: subjects and objects, with lists, without commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from contested.claims.affected import DETERMINERS, LINKS, Counts, Group, group_at
from contested.claims.effect_words import effect_lexicon
from contested.claims.tree import Tree

FINITE = ("VBD", "VBZ", "VBP", "MD")
VAGUE_BELOW = 20  # "several", "a number of": what "dozens of" counts does not hold for the next of a list
PREPOSITIONS = ("IN", "TO", "RP")


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
    linked = tree.lower[i : i + 3] == ["in", "addition", "to"]
    i += 3 * linked
    while i < clause.end and (tree.lower[i] in LINKS or tree.lower[i] == "well") and i - group.end < 12:
        linked, i = True, i + 1
    if linked and i < clause.end and tree.lower[i] == "to" and clause.things:
        i += 1
    people = effect_lexicon().words["people"]
    if i == group.end and i < clause.end and tree.lower[i] == "with":
        company = group_at(tree, counts, i + 1, clause.end)
        both = company is not None and tree.lower[company.head] in people and tree.lower[group.head] in people
        return company if both and company is not None and company.told == "number" else None
    if not linked and i != group.end:
        return None
    found = group_at(tree, counts, i, clause.end)
    if found is None or found.told == "part" or is_subject(clause, found.end):
        return None
    if group.told == "bare" and not linked and found.told == "article":
        beyond = listed_after(clause, replace(found, told="number"))
        return beyond if beyond is not None and beyond.told == "number" else None
    if clause.things or is_thing(tree, group):
        return listed_thing(tree, group, found, linked)
    if not linked and not (found.named and known(tree, found)):
        return None
    if found.told == "number" or (found.told == "article" and (linked or tree.lower[i] in ("a", "an", "another"))):
        return found
    singles = tree.lower[group.head] in ("man", "woman", "child", "boy", "girl")
    bare = found.told == "bare" and (group.told in ("bare", "article") or known(tree, found))
    if group.told != "number" and (linked or singles) and (found.told == "plural" or bare):
        return found
    return None


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
    tree = clause.tree
    if i < clause.end and tree.lower[i] in ("of", "from", "in", "at"):
        inner = group_at(tree, clause.counts, i + 1, clause.end)
        if inner is not None and inner.told != "number" and inner.end < clause.end and tree.lower[inner.end] in LINKS:
            return inner.end
    return i


def is_subject(clause: Clause, end: int) -> bool:
    """Whether a verb or another effect follows, so that the group before it is no object."""
    tree, i = clause.tree, end
    while i < clause.end and tree.tags[i] == "RB":
        i += 1
    if i >= clause.end:
        return False
    word = tree.lower[i]
    return tree.tags[i] in FINITE or any(
        w.pattern in ("acts_on", "states", "happens_to") and not word.endswith("ing")
        for w in effect_lexicon().forms.get(word, ())
    )


def subjects_before(clause: Clause, verb: int) -> list[Group]:
    """The groups that a verb or participle at token ``verb`` is said of, found between the clause's bounds."""
    roles = list(groups_with_roles(clause))
    free = free_groups(roles)
    if clause.things:
        free = [group for group in free if clause.tree.lower[group.head] not in effect_lexicon().words["people"]]
    near = adjacent(clause, roles, verb, bool(free))
    if near is not None:
        return [near]
    told = parsed_number(clause, roles, verb) if free and all(group.told != "number" for group in free) else None
    if told is not None:
        return [told]
    if not free:
        return fallback(clause, roles, verb)
    at = choose(clause, free, verb)
    chosen = [free[at]]
    for group in free[at + 1 :]:
        before, last = clause.tree.lower[group.start - 1], chosen[-1]
        listed = before in ("and", ",", "&", "as", "with") or group.start == last.end
        if listed and (clause.things or is_thing(clause.tree, last)):
            thing = listed_thing(clause.tree, last, group, linked=group.start > last.end)
            if thing is None:
                break
            chosen.append(thing)
            continue
        if listed and group.told == "plural" and last.told == "number":
            continue
        if not listed or (group.told == "bare" and last.told == "number" and not known(clause.tree, group)):
            break
        chosen.append(group)
    return without_parts(clause.tree, chosen)


def choose(clause: Clause, free: list[Group], verb: int) -> int:
    """Which of the groups is the subject: the parser's where it has a number, else the first with a number."""
    tree = clause.tree
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in ("nsubjpass", "nsubj")), None)
    parsed = next((n for n, g in enumerate(free) if subject is not None and g.start <= subject < g.end), None)
    numbered = next((n for n, g in enumerate(free) if g.told == "number"), None)
    if numbered is None:
        return walk_back(tree, free, len(free) - 1 if parsed is None else parsed)
    if parsed is not None and free[parsed].told == "number":
        numbered = parsed
    return walk_back(tree, free, numbered)


def walk_back(tree: Tree, free: list[Group], at: int) -> int:
    """The first of the people listed before a group, linked or side by side ("a man woman and child")."""
    people = effect_lexicon().words["people"]
    while at:
        before, group = free[at - 1], free[at]
        beside = before.end == group.start or (group.start - before.end == 1 and tree.lower[before.end] in ("and", ","))
        apart = before.told in ("article", "bare") and group.told == "number" and tree.lower[group.start - 1] == "and"
        beside = beside or apart
        if not beside or tree.lower[before.head] not in people:
            break
        at -= 1
    return at


def adjacent(clause: Clause, roles: list[tuple[Group | None, str]], verb: int, free: bool) -> Group | None:
    """The numbered group right before the verb, where its link shows that it begins anew ("… and 30 wounded")."""
    last = roles[-1][0] if roles else None
    if last is None or last.end != verb or last.told != "number" or last.start <= clause.start:
        return None
    before = clause.tree.lower[last.start - 1]
    return last if before in ("among", "to", "with") or (before in ("and", ",", "-", "of") and not free) else None


def parsed_number(clause: Clause, roles: list[tuple[Group | None, str]], verb: int) -> Group | None:
    """The numbered group that the parser makes the subject across a clause ("12 fighters who … were killed")."""
    tree = clause.tree
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in ("nsubjpass", "nsubj")), None)
    groups = (group for group, role in roles if group is not None and role != "part")
    return next((g for g in groups if subject is not None and g.start <= subject < g.end and g.told == "number"), None)


def fallback(clause: Clause, roles: list[tuple[Group | None, str]], verb: int) -> list[Group]:
    """Where a lost comma hides the subject: the parser's, else the last numbered group."""
    tree = clause.tree
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in ("nsubjpass", "nsubj")), None)
    groups = [(group, role) for group, role in roles if group is not None and group.told != "part"]
    relative = [
        i for i in range(max(clause.start, clause.end - 5), clause.end) if tree.lower[i] in ("which", "that", "who")
    ]
    ahead = [g for g, _ in groups if relative and g.end == relative[-1]]
    if ahead:
        return ahead
    parsed = [g for g, role in groups if subject is not None and g.start <= subject < g.end and role != "part"]
    numbered = [
        g
        for g, role in groups
        if g.told == "number" and (role == "object" or tree.lower[g.start - 1] in ("and", "with"))
    ]
    if parsed or numbered:
        return parsed[:1] or numbered[-1:]
    if subject is None or tree.first[subject] != tree.first[verb]:
        return []
    begin = min(tree.left[subject], subject)
    group = group_at(tree, clause.counts, begin, verb)
    return [group] if group is not None and group.start <= subject < group.end else []


def free_groups(roles: list[tuple[Group | None, str]]) -> list[Group]:
    """Groups that no preposition, part or finite verb claims."""
    free: list[Group] = []
    for group, role in roles:
        if role == "verb":
            free.clear()
        elif group is not None and role == "free":
            free.append(group)
    return free


def groups_with_roles(clause: Clause) -> Iterator[tuple[Group | None, str]]:
    """Each group with what stands before it: free, prep, part, object; ("verb" alone: what came before is over)."""
    tree, i, role = clause.tree, clause.start, "free"
    while i < clause.end:
        turn = turn_at(clause, i, role)
        group = group_at(tree, clause.counts, i, clause.end) if turn is None else None
        if group is not None:
            yield group, "part" if group.told == "part" else role
            i, role = group.end, "part" if role == "part" else "free"
            continue
        if turn is not None:
            if turn[0]:
                yield None, "verb"
            role = turn[1]
        elif tree.tags[i] in ("CC", ","):
            role = "part" if role == "part" else "free"
        i += 1


def turn_at(clause: Clause, i: int, role: str) -> tuple[bool, str] | None:
    """Whether the word at ``i`` ends what came before, and the role of what follows; None where it turns nothing."""
    tree, words, word = clause.tree, effect_lexicon().words, clause.tree.lower[i]
    if i >= clause.end - 2 and word in words["copulas"]:
        return False, role
    if word == "as" and "well" in (tree.lower[i - 1], tree.lower[min(i + 1, clause.end - 1)]):
        return False, "free"
    counted = i in clause.counts
    if word in words["clauses"] and tree.lower[i - 1] in words["be"]:
        return False, role
    if word in words["leave"] or (word in words["clauses"] and not counted):
        return True, "free"
    if not counted and (word in words["parts"] or (word == "them" and tree.lower[i - 1] in ("of", "among"))):
        return False, "part"
    if not counted and tree.tags[i] in PREPOSITIONS and role != "part":
        return False, "prep"
    if tree.tags[i] in FINITE and word not in words["be"] | words["have"] | words["get"]:
        return True, "object"
    return None
