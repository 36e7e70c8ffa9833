"""Words of harm that stand before the noun they belong to: "the wounded men", "12 badly wounded", "one dead rebel"."""

from __future__ import annotations

from contested.claims.counts.affected import Group, group_at, is_noun
from contested.claims.counts.affected_ahead import counted_before
from contested.claims.counts.affected_lists import Clause
from contested.claims.counts.effect_patterns import is_passive
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree


def is_attributive(clause: Clause, first: int, last: int) -> bool:
    """Whether the cue stands before the noun it belongs to ("the wounded men", "destroyed homes", "the dead")."""
    tree = clause.tree
    if first == tree.first[first] or tree.lower[first].endswith("ing") or tree.tags[first] in ("VB", "VBP", "VBZ"):
        return False
    before = tree.tags[first - 1]
    if last + 1 in clause.counts and tree.lower[first - 1] not in ("the", "those"):
        return False
    if tree.lower[first - 1] == "another" and not is_noun(tree, last + 1, len(tree.words)):
        return False  # "one was killed and another wounded"
    if tree.lower[first - 1] in ("the", "those") or before in ("DT", "PRP$", "JJ"):
        return True
    if describes_object(tree, first, last) and tree.lower[first - 1] not in effect_lexicon().words["leaving"]:
        return True  # "executing wounded soldiers", "a bus carrying wounded men"
    return describes_next(clause, first, last)


def describes_next(clause: Clause, first: int, last: int) -> bool:
    """Whether a cue that no article precedes belongs to the noun behind it: "12 wounded men", "one dead rebel"."""
    tree, before = clause.tree, clause.tree.tags[first - 1]
    group = group_at(tree, clause.counts, last + 1, clause.end)
    numbered = any(
        end == first for end, _ in (clause.counts.get(i, (0, None)) for i in range(max(first - 5, 0), first))
    )
    alone = group is not None and group.told == "bare" and tree.words[group.head].islower()
    if numbered and alone and tree.deps[last] == "amod":
        return True  # "one dead terrorist"
    follows = last + 1 < clause.end and tree.tags[last + 1].startswith(("JJ", "NN"))
    if group is None or not follows or group.told != "plural" or tree.tags[group.start].startswith(("DT", "PRP")):
        return False
    if before == "RB" and not is_passive(tree, first, tree.first[first]):
        return tree.tags[first] in ("VBN", "JJ") and group.told == "plural"
    return before == "IN" or numbered


def describes_object(tree: Tree, first: int, last: int) -> bool:
    """Whether the cue describes the object of the verb before it."""
    verb = tree.tags[first - 1].startswith("VB") and first > tree.first[first]
    passive = verb and tree.child(first - 1, "auxpass") is not None  # "were killed kidnapped tortured"
    return verb and not passive and tree.deps[last] == "amod" and tree.heads[tree.heads[last]] == first - 1


def attributed(clause: Clause, first: int, last: int) -> tuple[list[Group], bool]:
    """The group that an attributive cue belongs to, and that it is told in passing unless a number stands with it."""
    tree, counts = clause.tree, clause.counts
    group = group_at(tree, counts, last + 1, clause.end)
    opener = counted_before(clause, first)
    if opener is not None and befallen_later(clause, opener, first):
        return [], True
    if opener is not None:
        quantity = counts[opener][1]
        noun = group if group is not None and group.told in ("plural", "bare") else None
        end, head = (noun.end, noun.head) if noun else (last + 1, last)
        return [Group(opener, end, head, quantity.low, quantity.high, "number")], False
    start = first
    while start > clause.start and tree.tags[start - 1] in ("DT", "JJ", "RB", "PRP$") and first - start < 3:
        start -= 1
    if group is None:
        return ([Group(start, last + 1, last, 2, None, "plural")] if tree.lower[first - 1] == "the" else []), True
    one = tree.lower[start] in ("a", "an", "another") or group.told in ("bare", "article")
    low, high = (1, 1) if one else (2, None)
    return [Group(start, group.end, group.head, low, high, told="plural")], True


def befallen_later(clause: Clause, opener: int, first: int) -> bool:
    """Whether those counted were harmed before and a verb of harm tells what came then: "six of the wounded died"."""
    tree, end = clause.tree, clause.counts[opener][0]
    verb = tree.heads[end - 1]
    then = any(word.pattern in ("happens_to", "befalls") for word in effect_lexicon().forms.get(tree.lower[verb], ()))
    return tree.lower[end] == "of" and then and verb > first and tree.deps[end - 1] == "nsubj"
