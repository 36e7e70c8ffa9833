"""Times of an event's own: how far each of the sentence's times lies from it in the parse."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.times.event_view import View, clause_of, is_ahead, parted
from contested.claims.times.use import TimeUse
from contested.claims.times.words import VERBS
from contested.claims.words.tree import Tree

FAR = 99
ENOUGH, AHEAD, LAST = 4, 1, 6
SHARING = frozenset("conj advcl xcomp prep pcomp dep appos parataxis ROOT".split())
APART = frozenset("to after following before over about for since against".split())
BE = frozenset({"is", "are", "was", "were"})
SPOKEN_OF = frozenset({"responsibility", "condemnation", "denial", "accusation"})
LINKS = frozenset({"relcl", "acl", "ccomp", "advcl"})


def governing(view: View, costs: Sequence[int], uses: Sequence[TimeUse], tree: Tree, heads: set[int]) -> int | None:
    """Which of the sentence's times the rule takes for the event's own: the nearest in the parse, if near enough."""
    if not uses:
        return None
    least, _, best = min(
        (cost, abs(use.start - view.head), n) for n, (cost, use) in enumerate(zip(costs, uses, strict=True))
    )
    use = uses[best]
    if least > LAST or (least > ENOUGH and not is_loose(view, use, heads)):
        return None
    if view.strict and not is_its_own(view, use, tree, heads):
        return None
    if is_ahead(tree, view.head) and least > AHEAD:
        return None
    return best


def is_loose(view: View, use: TimeUse, heads: set[int]) -> bool:
    """Whether a time behind the event may be its own though the parse does not show it: no other event between."""
    low, high = view.head, use.start
    return low < high and use.period.precision in ("day", "days") and not any(low < head < high for head in heads)


def opens_clause(use: TimeUse, tree: Tree) -> bool:
    """Whether a time is told by what happened then: "since early 2011 when protests …"."""
    after = [word for word in tree.lower[use.end : use.end + 2] if word not in (",", ";")]
    return bool(after) and after[0] == "when"


def is_its_own(view: View, use: TimeUse, tree: Tree, heads: set[int]) -> bool:
    """Whether a time hangs on the event's own word, with no other event between."""
    low, high = sorted((view.head, use.start))
    if tree.deps[view.head] in ("amod", "compound", "nmod") or any(low < head < high for head in heads):
        return False
    if view.start <= use.governor < view.end:
        return True
    return tree.tags[view.head].startswith(VERBS) and clause_of(tree, use.governor) == view.head


def cost(view: View, use: TimeUse, tree: Tree, heads: set[int]) -> int:
    """How far a time lies from an event: 0 its own modifier, 1 its clause, more through other clauses."""
    if (use.is_speech and not use.is_fronted) or (use.since is not None and view.offset < use.since):
        return FAR
    above = use.governor
    while True:
        if view.start <= above < view.end:
            return 0
        if above in heads or tree.tags[above].startswith(VERBS) or tree.heads[above] == above:
            break
        above = tree.heads[above]
    if opens_place(view, use, tree):
        return 0
    mine, its = view.verb, clause_of(tree, use.governor)
    if mine == its:
        return 1 if not parted(tree, view.head, mine) else FAR
    if tree.deps[its] in ("acl", "relcl") and view.start <= tree.heads[its] < view.end:
        return 1
    if tree.deps[mine] in ("acl", "relcl") and tree.heads[mine] == use.governor and not use.preposition:
        return 1  # "Monday's attack in which nine died"
    if parted(tree, view.head, its) or parted(tree, use.governor, mine):
        return FAR
    return through_clauses(mine, its, use, tree)


def names_other(view: View, use: TimeUse, tree: Tree, heads: set[int]) -> bool:
    """Whether a time only tells which other event a noun means: "a funeral for victims of Monday's raids"."""
    if view.start <= use.governor < view.end:
        return False
    if describes(use, tree):
        return True
    if use.governor not in heads:
        return view.code in SPOKEN_OF and owns(use, tree)  # "claimed responsibility for Monday's attack"
    if not owns(use, tree) or use.preposition == "since":
        return False
    its = clause_of(tree, use.governor)
    if tree.lower[its] in BE and tree.deps[use.governor] == "nsubj" and its in tree.ancestors(view.head):
        return False  # "Monday's raids were the first time that jets struck the town"
    return its != view.verb or is_apart(tree, use.governor)


def owns(use: TimeUse, tree: Tree) -> bool:
    """Whether a time is told as an owner: "Monday's", "Mondays raid" without its mark."""
    if tree.lower[use.end : use.end + 1] in (["'s"], ["’s"]):
        return True
    return use.governor >= use.end and tree.lower[use.end - 1].endswith("days") and tree.lower[use.start][-4:] == "days"


def describes(use: TimeUse, tree: Tree) -> bool:
    """Whether a time only says which thing a noun means: "a June 3 poll", "his Monday visit"."""
    noun = use.governor
    named = noun >= use.end and tree.tags[noun][:2] == "NN" and not use.preposition
    if use.period.precision == "year":
        return False  # "in the 1967 war"
    return named and any(tree.tags[k] in ("DT", "PRP$") and k < use.start for k in tree.kids[noun])


def is_apart(tree: Tree, noun: int) -> bool:
    """Whether a noun is what another event answers or is about: "in reply to the raids", "protests over the raid"."""
    node = noun
    while tree.tags[node][:2] not in VERBS and tree.heads[node] != node:
        if tree.deps[node] == "prep" and tree.lower[node] in APART:
            return True
        node = tree.heads[node]
    return False


def opens_place(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether an event is told in a clause that "where" or "when" opens right behind a time: "on 7 June, where"."""
    for verb in (view.head, *tree.ancestors(view.head)):
        first = tree.left[verb]
        if tree.deps[verb] == "relcl":
            right_behind = first == use.end or (first == use.end + 1 and tree.lower[use.end] == ",")
            return right_behind and tree.lower[first] in ("where", "when")
    return False


def through_clauses(mine: int, its: int, use: TimeUse, tree: Tree) -> int:
    """The cost between two clauses of one sentence, by the relations on the way."""
    above = links(tree, mine, its)
    if above is not None:
        return 2 if SHARING.issuperset(above) else 3 if use.is_fronted else LAST
    below = links(tree, its, mine)
    if below is not None:
        return 2 if set(below) <= {"conj"} else 3 if SHARING.issuperset(below) else LAST
    return 3 if use.is_fronted else LAST


def links(tree: Tree, low: int, high: int) -> list[str] | None:
    """The dependency labels of the clauses from ``low`` up to ``high``; None where ``high`` is no ancestor."""
    labels = []
    while low != high:
        if tree.heads[low] == low:
            return None
        if tree.tags[low].startswith(VERBS) or tree.deps[low] in LINKS:
            labels.append(tree.deps[low])
        low = tree.heads[low]
    return labels
