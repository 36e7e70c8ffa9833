"""Who stands before a word that tells an effect: its subjects, without commas."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.counts.affected import Group, aside_end, group_at, looks_human
from contested.claims.counts.affected_lists import FINITE, Clause, is_thing, known, listed_thing, without_parts
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree

PREPOSITIONS = ("IN", "TO", "RP")


def subjects_before(clause: Clause, verb: int) -> list[Group]:
    """The groups that a verb or participle at token ``verb`` is said of, found between the clause's bounds."""
    roles = list(groups_with_roles(clause))
    taken_up = of_them(clause, roles, verb) or antecedent(clause, verb)
    if taken_up is not None:
        return [taken_up]
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
        if before == "," and last.told == "number" and clause.tree.lower[group.start] == "the":
            break  # "12 members of the party, the largest in Norland, have been killed"
        if not listed or (group.told == "bare" and last.told == "number" and not known(clause.tree, group)):
            break
        chosen.append(group)
    return without_parts(clause.tree, chosen)


def of_them(clause: Clause, roles: list[tuple[Group | None, str]], verb: int) -> Group | None:
    """Some of those told before, right before the verb: "45 people, two of whom later died"."""
    last = roles[-1][0] if roles else None
    if last is None or last.told != "part":
        return None
    tree, helping = clause.tree, effect_lexicon().words["have"] | effect_lexicon().words["be"]
    between = range(last.end, verb)
    return last if all(tree.tags[i] in ("RB", "IN") or tree.lower[i] in helping for i in between) else None


def antecedent(clause: Clause, verb: int) -> Group | None:
    """The thing that a clause behind it is about: "fired a missile at a tanker, which was damaged"."""
    tree, noun = clause.tree, clause.tree.heads[verb]
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if tree.deps[verb] != "relcl" or subject is None or tree.lower[subject] not in ("which", "that"):
        return None
    begin = min(tree.left[noun], noun)
    return group_at(tree, clause.counts, begin, verb) if clause.start <= begin else None


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
        end = aside_end(tree, before.end, group.start)
        beside = end == group.start or (group.start - end == 1 and tree.lower[end] in ("and", ","))
        apart = before.told in ("article", "bare") and group.told == "number" and tree.lower[group.start - 1] == "and"
        beside = beside or apart
        if not beside or not (tree.lower[before.head] in people or looks_human(tree.lower[before.head])):
            break
        at -= 1
    return at


def adjacent(clause: Clause, roles: list[tuple[Group | None, str]], verb: int, free: bool) -> Group | None:
    """The numbered group right before the verb, where its link shows that it begins anew ("… and 30 wounded")."""
    last = roles[-1][0] if roles else None
    if last is None or last.end != verb or last.told != "number" or last.start <= clause.start:
        return None
    before = clause.tree.lower[last.start - 1]
    if before == "including" and roles[-2:-1] and roles[-2][0] is not None:
        return last if clause.tree.lower[roles[-2][0].head] in ("casualties", "losses", "victims") else None
    described = clause.tree.deps[verb] == "acl" and clause.tree.heads[verb] == last.head
    if described and before in ("of", "for"):
        return last  # "a list of 47 people killed", "the hunt for two men kidnapped"
    return last if before in ("among", "to", "with", "at") or (before in ("and", ",", "-", "of") and not free) else None


def parsed_number(clause: Clause, roles: list[tuple[Group | None, str]], verb: int) -> Group | None:
    """The numbered group that the parser makes the subject across a clause ("12 fighters who … were killed")."""
    tree = clause.tree
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in ("nsubjpass", "nsubj")), None)
    groups = (group for group, role in roles if group is not None and role != "part")
    return next((g for g in groups if subject is not None and g.start <= subject < g.end and g.told == "number"), None)


def fallback(clause: Clause, roles: list[tuple[Group | None, str]], verb: int) -> list[Group]:
    """Where a lost comma hides the subject: the parser's, else the last numbered group."""
    tree = clause.tree
    subject = shared_subject(tree, verb)
    groups = [(group, role) for group, role in roles if group is not None and group.told != "part"]
    relative = [
        i for i in range(max(clause.start, clause.end - 5), clause.end) if tree.lower[i] in ("which", "that", "who")
    ]
    ahead = [g for g, _ in groups if relative and g.end == relative[-1] - (tree.lower[relative[-1] - 1] == ",")]
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


def shared_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it is coordinated with: "three men escaped and were shot"."""
    for _ in range(3):
        subject = next((k for k in tree.kids[verb] if tree.deps[k] in ("nsubjpass", "nsubj")), None)
        shares = tree.deps[verb] == "conj" or (tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG")
        if subject is not None or not shares or tree.tags[tree.heads[verb]][0] != "V":
            return subject
        verb = tree.heads[verb]
        if any(tree.lower[k] == "or" for k in tree.kids[verb]):
            return None
    return None


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
        beyond = aside_end(tree, i, clause.end)
        if beyond > i:
            i = beyond
            continue
        turn = turn_at(clause, i, role)
        group = group_at(tree, clause.counts, i, clause.end) if turn is None else None
        if group is not None:
            yield group, "part" if group.told == "part" else role
            i, role = group.end, "part" if "part" in (role, group.told) else "free"
            continue
        if turn is not None:
            if turn[0]:
                yield None, "verb"
            role = turn[1]
        elif tree.tags[i] in ("CC", ",", ":"):
            role = "part" if role == "part" else "free"
        i += 1


def turn_at(clause: Clause, i: int, role: str) -> tuple[bool, str] | None:
    """Whether the word at ``i`` ends what came before, and the role of what follows; None where it turns nothing."""
    tree, words, word = clause.tree, effect_lexicon().words, clause.tree.lower[i]
    if (i >= clause.end - 2 and word in words["copulas"]) or (i == clause.end - 1 and word == "as"):
        return False, role  # "remain missing", "have been reported as wounded"
    if word == "as" and "well" in (tree.lower[i - 1], tree.lower[min(i + 1, clause.end - 1)]):
        return False, "free"
    counted = i in clause.counts
    helping = words["be"] | words["have"] if word == "since" else words["be"]  # "have since died"
    if word in words["clauses"] and tree.lower[i - 1] in helping:
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
