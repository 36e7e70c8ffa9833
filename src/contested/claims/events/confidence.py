"""How likely a candidate tells an event of its own, by its grammar and neighbours; weights learnt from coded reports.

No feature names a party, an outlet or a loaded word: a lexicon entry stands for all its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.events.candidates import VIOLENT, Candidate
from contested.claims.words.linear import load_linear
from contested.claims.words.tree import Tree

DEFINITE = frozenset("the this that these those its their his".split())


def features_of(
    candidate: Candidate, others: Sequence[Candidate], earlier: Sequence[Candidate], tree: Tree, counted: frozenset[int]
) -> list[str]:
    """What tells an event from a word in passing.

    ``others``: the candidates of the sentence; ``earlier``: of the one before; ``counted``: tokens that tell a count.
    """
    return [
        *grammar_of(candidate, tree),
        *surroundings_told(candidate),
        *neighbours_of(candidate, others, earlier, tree),
        *content_of(candidate, tree, counted),
    ]


def grammar_of(candidate: Candidate, tree: Tree) -> list[str]:
    """The lexicon's entry, part of speech and relation of the trigger."""
    hit, head, code = candidate.hit, candidate.head.i, candidate.code
    entry, tag, dep = f"{hit.trigger.code}/{hit.pattern.entry}", tree.tags[head], tree.deps[head]
    above, length = tree.heads[head], (tree.last[head] - tree.first[head]) // 10
    before = tree.lower[hit.start - 1] if hit.start > tree.first[head] else "^"
    if len(before) >= 8:
        before = tree.tags[hit.start - 1]
    place = position(candidate.around.number)
    found = [
        f"code={code}", f"entry={entry}", f"entry={entry} tag={tag[:2]}", f"tag={tag}", f"dep={dep}",
        f"code={code} dep={dep}", f"dep={dep} above={tree.tags[above][:2]}", f"place={place}",
        f"shape={hit.pattern.shape}", f"words={min(hit.end - hit.start, 3)}", f"before={before}",
        f"headline={candidate.around.headline}", f"long={min(length, 6)}",
    ]  # fmt: skip
    found += [f"kid={tree.deps[kid]}" for kid in tree.kids[head]]
    trigger = hit.trigger
    for flag, value in (("weak", trigger.weak), ("state", trigger.state), ("casualty", trigger.casualty)):
        if value:
            found += [flag, f"{flag} dep={dep}", f"{flag} place={place}"]
    if above != head:
        found.append(f"under={tree.tags[above]} {dep}")
        if dep == "pobj":
            found += [f"prep={tree.lower[above]}", f"code={code} prep={tree.lower[above]}"]
    return found


def position(number: int) -> str:
    """How far down the report a sentence stands, coarsely."""
    return next((str(limit) for limit in (0, 1, 4, 11) if number <= limit), "12")


def surroundings_told(candidate: Candidate) -> list[str]:
    """What stands in the sentence."""
    found = [f"has={need}" for need in candidate.around.has]
    telling = candidate.around.has & {"toll", "place", "means", "armed"}
    return [*found, *(f"code={candidate.code} has={need}" for need in telling)]


def neighbours_of(
    candidate: Candidate, others: Sequence[Candidate], earlier: Sequence[Candidate], tree: Tree
) -> list[str]:
    """Other candidates of its sentence, and whether it refers back."""
    hit, head, code, dep = candidate.hit, candidate.head.i, candidate.code, candidate.head.dep_
    same = [o for o in others if o is not candidate and family(o.code) == family(code)]
    found = [f"others={min(len(others), 5)}", f"same={min(len(same), 3)}", f"code={code} same={min(len(same), 2)}"]
    found.append(f"swallowed={min(len(candidate.swallowed), 3)}")
    before = tree.lower[hit.start - 1] if hit.start > tree.first[head] else "^"
    if before in DEFINITE or any(tree.lower[kid] in DEFINITE for kid in tree.kids[head] if kid < head):
        found += ["definite", f"code={code} definite", f"definite dep={dep}"]
        if any(family(o.code) == family(code) for o in earlier):
            found.append(f"definite again dep={dep}")
    if any(o.hit.start < hit.start for o in same):
        found += ["again", f"code={code} again", f"again tag={tree.tags[head][:1]}"]
    if any(o.hit.start > hit.start for o in same):
        found += ["first", f"code={code} first"]
    if any(o.code in VIOLENT for o in others if o is not candidate):
        found.append(f"code={code} beside violence")
    return found


def content_of(candidate: Candidate, tree: Tree, counted: frozenset[int]) -> list[str]:
    """What the trigger's own words tell beside its name: a count, arguments; or what it only serves."""
    hit, head, code = candidate.hit, candidate.head.i, candidate.code
    parts = [head, *(c.head.i for c in candidate.swallowed)]
    told = any(i in counted for part in parts for i in (part, *range(hit.start, hit.end)))
    left, right = tree.subtree(head)
    noun = tree.tags[head].startswith("N")
    found = [f"counted={told}", f"code={code} counted={told}", f"noun={noun} counted={told}"]
    preps = {tree.lower[kid] for kid in tree.kids[head] if tree.deps[kid] == "prep"}
    found += [f"noun={noun} prep kid={prep}" for prep in preps]
    size, kids = min((right - left) // 3, 5), min(len(tree.kids[head]), 5)
    found += [f"noun={noun} size={size}", f"noun={noun} kids={kids}"]
    chain = tree.ancestors(head)[:4]
    if noun and len(chain) >= 2 and tree.deps[head] == "pobj":
        found += [f"of what={tree.tags[chain[1]][:2]}", f"noun under {tree.lower[chain[0]]} {tree.tags[chain[1]][:1]}"]
        if tree.tags[chain[1]].startswith("N"):
            found.append(f"under noun={tree.lower[chain[1]]}")
    clause = next((i for i in (head, *chain) if tree.tags[i].startswith(("V", "M"))), None)
    if clause is not None:
        found += [f"clause={tree.deps[clause]} {tree.tags[clause]}", f"noun={noun} clause={tree.deps[clause]}"]
        helpers = {tree.lower[kid] for kid in tree.kids[clause] if tree.deps[kid] in ("aux", "mark", "neg", "advmod")}
        found += [f"aux={word}" for word in helpers if len(word) < 9]
    return found


def family(code: str) -> str:
    """Violence is one family for the question whether an event is told twice."""
    return "violence" if code in VIOLENT or code == "casualties" else code


def confidence_of(features: Sequence[str]) -> float:
    """The probability that the candidate is an event of its own; 0.5 where no weights have been trained."""
    model = load_linear("events")
    return model.probability(features) if model is not None else 0.5


def calibrated(probability: float) -> float:
    """How often a candidate of this probability is one that a coder codes too."""
    model = load_linear("events")
    return model.calibrated(probability) if model is not None else probability


def cutoff() -> float:
    """The probability from which a candidate becomes a claim."""
    model = load_linear("events")
    return model.threshold if model is not None else 0.0
