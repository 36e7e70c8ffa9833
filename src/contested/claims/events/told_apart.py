"""Casualties told apart from the event of their sentence: "280,000 have been killed since the crackdown began".

Weights are learnt from coded reports (``bench/train_apart.py``); no feature names a party, an outlet or a loaded word.
"""

from __future__ import annotations

from itertools import pairwise

from contested.claims.counts.effect_recounts import summing_verb
from contested.claims.counts.effect_shares import share_of
from contested.claims.events.candidates import Candidate
from contested.claims.voices.count_givers import thing_counted
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.linear import load_linear
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree, meeting

CLAUSES = frozenset("conj ccomp advcl relcl parataxis acl xcomp pcomp dep".split())
BETWEEN = frozenset(
    "after when while as and in by adding said because before since during also another other meanwhile but in who "
    'which that following from including with at among " on'.split()
)
LASTING = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
WHERE = frozenset({"in", "at", "near", "outside", "around"})
BREAKS = frozenset({";", "but", "while", "whereas", "though", "although"})
JOINS = frozenset({"and", ","})
ANSWERS = frozenset("response retaliation revenge reprisal retribution answer".split())
FINDING = ("find", "found", "discover", "unearth", "exhum", "recover", "retriev")
GAPS = (2, 5, 10, 20, 40)
LONGEST_PATH, MOST_STEPS = 4, 6


def is_apart(casualty: Candidate, host: Candidate, tree: Tree) -> bool:
    """Whether the casualties are no effect of the event that stands nearest to them."""
    found = casualty.head.lower_.startswith(FINDING)  # "bodies were found two days after they were kidnapped"
    hurt, event = casualty.head.i, host.head.i
    if (
        found
        or is_beginning(event, hurt, tree)
        or is_closed_off(hurt, event, tree)
        or hurt < (share_of(host.hit.start, tree) or 0)
        or sums_up(casualty, host, tree)
        or came_before(casualty, host, tree)
        or is_days_after(hurt, event, tree)
        or is_answered(hurt, event, tree)
        or told_anew(casualty, host, tree)
    ):
        return True
    model = load_linear("apart")
    return model is not None and model.probability(apart_features(casualty, host, tree)) >= model.threshold


def is_beginning(event: int, hurt: int, tree: Tree) -> bool:
    """Whether the event only tells from when on the harm is counted: "since the attack, 31,000 have been killed"."""
    way = [event, *tree.ancestors(event)]
    mark = next((k for k in way if tree.lower[k] == "since"), None)
    if mark is None:
        clause = next((k for k in way if any(tree.lower[m] == "since" for m in tree.children(k, "mark"))), None)
        return clause is not None and tree.heads[clause] in (hurt, tree.heads[hurt])
    return tree.heads[mark] in (hurt, tree.heads[hurt])


def is_closed_off(hurt: int, event: int, tree: Tree) -> bool:
    """Whether a semicolon closes off a count of dead from an event that has others: "23 died; five in an attack"."""
    marks = [k for k in range(hurt, event) if tree.words[k] == ";"]
    forms = effect_lexicon().forms
    return bool(marks) and any(
        tree.tags[k] == "CD" and (k == marks[-1] + 1 or any(w in forms for w in tree.lower[k:event]))
        for k in range(marks[-1], event)
    )


def sums_up(casualty: Candidate, other: Candidate, tree: Tree) -> bool:
    """Whether the harm is a total that what stands before it only adds to: "killed three, bringing the toll to 40"."""
    verb = summing_verb(tree, casualty.head.i)
    return verb is not None and other.head.i < verb


def came_before(casualty: Candidate, host: Candidate, tree: Tree) -> bool:
    """Whether the harm is told as earlier: "shelled it after three had been killed", "in response to the killing"."""
    hurt, harmed = casualty.head.i, tree.heads[casualty.head.i]
    event = [host.head.i, *tree.ancestors(host.head.i)]
    clause = next((k for k in event if tree.deps[k] == "advcl" and tree.heads[k] in (hurt, tree.heads[hurt])), None)
    if clause is not None and hurt < clause and any(tree.lower[k] == "before" for k in tree.kids[clause] if k < clause):
        return True  # "two soldiers were killed by a gunman before he was shot dead"
    marks = [k for k in tree.kids[hurt] if tree.deps[k] == "mark" and k < hurt and tree.tags[hurt][0] == "V"]
    fronted = tree.deps[hurt] == "advcl" and hurt < tree.heads[hurt] == host.head.i
    if fronted and any(tree.lower[k] == "after" for k in marks) and tree.child(host.head.i, "nsubj") is not None:
        return True  # "after nine soldiers were killed, jets bombed a town"
    if tree.deps[hurt] == "acl" and tree.tags[hurt] == "VBN" and tree.deps[harmed] == "pobj":  # "after six killed"
        marks.append(tree.heads[harmed])
    if tree.deps[hurt] == "pobj" and tree.tags[hurt][:2] == "NN":
        answer = tree.heads[harmed]
        answered = tree.lower[answer] in ANSWERS and tree.lower[harmed] in ("to", "for")
        if answered and host.head.i not in range(*tree.subtree(answer)):
            return True
    return has_done_since(hurt, host.head.i, tree) or any(tree.lower[k] == "after" and host.head.i < k for k in marks)


def is_days_after(hurt: int, event: int, tree: Tree) -> bool:
    """Whether a stretch of time lies between the event and the harm: "nine died a day after rebels shelled X"."""
    way = [event, *tree.ancestors(event)]
    clause = next((k for k in way if tree.deps[k] in ("advcl", "prep") and hurt in (tree.heads[k], k)), None)
    if clause is None or clause == hurt:
        return False
    marks = [clause, *(k for k in tree.kids[clause] if tree.deps[k] in ("mark", "prep"))]
    after = next((k for k in marks if tree.lower[k] == "after" and hurt < k), None)
    return after is not None and tree.lower[after - 1] in LASTING and tree.deps[after - 1] == "npadvmod"


def is_answered(hurt: int, event: int, tree: Tree) -> bool:
    """Whether the harm answers the event: "villagers killed two men in retaliation for the attack"."""
    link, answer = tree.heads[event], tree.heads[tree.heads[event]]
    answers = tree.deps[event] == "pobj" and tree.lower[link] in ("for", "to") and tree.lower[answer] in ANSWERS
    return answers and hurt < answer and tree.tags[hurt][0] == "V"


def has_done_since(hurt: int, event: int, tree: Tree) -> bool:
    """Whether a clause on a party tells what it did before: "the group, which has killed thousands since 2009".

    Or on a day of its own: "the militants, who killed nine on Monday, shelled a camp".
    """
    party = tree.heads[hurt]
    if tree.deps[hurt] != "relcl" or event in (party, hurt):
        return False
    told = tree.lower[slice(*tree.subtree(hurt))]
    if any(tree.deps[k] == "aux" and tree.lower[k] in ("has", "have") for k in tree.kids[hurt]):
        return "since" in told
    acts = tree.deps[party] == "nsubj" and tree.heads[party] == event and tree.child(hurt, "dobj") is not None
    armed = tree.tags[party][:3] == "NNP" or tree.lower[party] in load_nouns()["armed"] | load_nouns()["party"]
    return acts and armed and not DAYS.isdisjoint(told)


def told_anew(casualty: Candidate, host: Candidate, tree: Tree) -> bool:
    """Whether another speaker tells the harm, in a clause of his own: "…; the army acknowledged nine deaths"."""
    hurt, event = casualty.head.i, host.head.i
    if hurt < event:
        return teller_between(hurt, event, tree, BREAKS) is not None or counted_first(hurt, event, tree)
    return teller_between(event, hurt, tree, BREAKS) is not None or denied_besides(event, hurt, tree)


def denied_besides(event: int, hurt: int, tree: Tree) -> bool:
    """Whether another denies the harm: "X said its jets hit nine targets and the army denied any were killed"."""
    verbs = (k for k in tree.ancestors(hurt) if event < k < hurt and speech().verb(tree.lower[k]) == "deny")
    subjects = (tree.child(verb, "nsubj") for verb in verbs)
    return any(k is not None and event < k and tree.lower[tree.left[k] - 1] in JOINS for k in subjects)


def teller_between(first: int, told: int, tree: Tree, marks: frozenset[str]) -> int | None:
    """The verb by which another tells the second of two things, in a clause that one of the marks begins."""
    words, low = effect_lexicon().words["recounting"], tree.lower
    for verb in tree.ancestors(told):
        telling = speech().verb(low[verb]) is not None or low[verb] in words or thing_counted(tree, verb) is not None
        subject = tree.child(verb, "nsubj") if telling and first < verb < told else None
        if subject is not None and first < subject and not marks.isdisjoint(low[first:subject]):
            return verb
    return None


def counted_first(hurt: int, event: int, tree: Tree) -> bool:
    """Whether a toll is given before something else is said: "A raises the toll to six, says dozens of rebels hit"."""
    if any(speech().verb(tree.lower[k]) == "blame" and is_beside(hurt, k, tree) for k in tree.ancestors(event)):
        return True  # "said nine had been killed and accused the rebels of breaking the truce"
    verb = tree.heads[hurt]
    words = effect_lexicon().words
    if tree.deps[hurt] != "dobj" or tree.lower[verb] not in words["recounting"] | words["retelling"]:
        return False
    way = [event, *tree.ancestors(event)]
    for clause, above in pairwise(way):
        if tree.deps[clause] == "ccomp" and hurt < above < clause and speech().verb(tree.lower[above]) is not None:
            return verb != above and above not in range(*tree.subtree(hurt))
    return False


def is_beside(hurt: int, verb: int, tree: Tree) -> bool:
    """Whether a verb behind the harm is joined to it or to who tells it, and not part of its clause."""
    return hurt < verb and tree.deps[verb] == "conj" and hurt not in range(*tree.subtree(verb))


def is_elsewhere(casualty: Candidate, first: Candidate, tree: Tree) -> bool:
    """Whether two counts are told of two places or by two: "nine were killed in X and two died in Y"."""
    if sums_up(casualty, first, tree) or told_anew(casualty, first, tree):
        return True
    teller = teller_between(first.head.i, casualty.head.i, tree, JOINS)
    if teller is not None and thing_counted(tree, teller) is not None:
        return True  # "X put the toll at 20, and residents spoke of 31 dead"
    one, other = scene_of(casualty, tree), scene_of(first, tree)
    return bool(one) and bool(other) and one.isdisjoint(other)


def scene_of(casualty: Candidate, tree: Tree) -> frozenset[int]:
    """Where the places begin that a clause of the harmed names for itself; none where it has no subject of its own."""
    verb, places = casualty.head.i, casualty.around.places
    kids = tree.kids[verb]
    if tree.tags[verb][0] != "V" or not any(tree.deps[k] in ("nsubj", "nsubjpass") for k in kids):
        return frozenset()
    spans = [tree.subtree(k) for k in kids if tree.deps[k] == "prep" and tree.lower[k] in WHERE and k > verb]
    bounds = [(tree.starts[left], tree.starts[right - 1]) for left, right in spans]
    return frozenset(start for start, _ in places if any(low <= start <= high for low, high in bounds))


def apart_features(casualty: Candidate, host: Candidate, tree: Tree) -> list[str]:
    """What tells one event from two: the way between them, the words on it, both clauses."""
    hurt, event = casualty.head.i, host.head.i
    order = "before" if hurt < event else "behind"
    kids, tag = tree.kids[hurt], tree.tags[hurt]
    subject = next((k for k in kids if tree.deps[k] in ("nsubj", "nsubjpass")), None)
    low, high = min(hurt, event), max(hurt, event)
    gap = next((str(limit) for limit in GAPS if high - low <= limit), "far")
    found = [
        order, f"gap={gap} {order}", f"tag={tag}", f"word={tree.lower[hurt]}",
        f"subject={tree.deps[subject] if subject is not None else 'none'} {tag[:2]}", f"code={host.code}",
        f"event={tree.tags[event][:2]}", f"event={tree.tags[event][:2]} {order} tag={tag}",
        f"state={host.hit.trigger.state}", f"ground={host.hit.trigger.territory}", f"alone={not kids}",
    ]  # fmt: skip
    if subject is not None:
        found.append(f"subject within={tree.left[event] <= subject < tree.right[event]}")
    found += [f"between:{word} {order}" for word in BETWEEN.intersection(tree.lower[low + 1 : high])]
    found += [f"mark={tree.lower[k]}" for k in kids if tree.deps[k] in ("mark", "advmod")]
    found += [f"prep={tree.lower[k]}" for k in kids if tree.deps[k] in ("prep", "agent")]
    marks = ("mark", "advmod", "det", "amod")
    return [
        *found,
        *(f"with={tree.lower[k]}" for k in tree.kids[event] if tree.deps[k] in marks),
        *way(tree, hurt, event),
    ]


def way(tree: Tree, hurt: int, event: int) -> list[str]:
    """The relations up from the casualties to what governs both, and down to the event."""
    above, over = [hurt, *tree.ancestors(hurt)], [event, *tree.ancestors(event)]
    meet = meeting(tree, hurt, over)
    if meet is None:
        return ["path=none"]
    up = [tree.deps[i] for i in above[: above.index(meet)]]
    down = [tree.deps[i] for i in over[: over.index(meet)]]
    clauses = [sum(dep in CLAUSES for dep in deps) for deps in (up, down)]
    return [
        f"path={'^'.join(up[:LONGEST_PATH])}|{'^'.join(down[:LONGEST_PATH])}",
        f"up={up[-1] if up else '-'}", f"down={down[-1] if down else '-'}",
        f"clauses up={min(2, clauses[0])}", f"clauses down={min(2, clauses[1])}",
        f"steps={min(MOST_STEPS, len(up) + len(down))}",
        *(f"up has {dep}" for dep in sorted(CLAUSES.intersection(up))),
        *(f"down has {dep}" for dep in sorted(CLAUSES.intersection(down))),
    ]  # fmt: skip
