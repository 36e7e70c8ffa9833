"""How likely a candidate tells an event of its own: features of its grammar and neighbours, weights learnt from coded reports.

No feature names a party, an outlet or a loaded word: a lexicon entry stands for all its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.candidates import VIOLENT, Candidate
from contested.claims.linear import load_linear
from contested.claims.tree import Tree

DEFINITE = frozenset("the this that these those its their his".split())


def features_of(
    candidate: Candidate, others: Sequence[Candidate], earlier: Sequence[Candidate], tree: Tree, counted: frozenset[int]
) -> list[str]:
    """What tells an event from a word in passing; ``others``: candidates of the sentence; ``earlier``: of the one before."""
    hit, head = candidate.hit, candidate.head.i
    trigger, code = hit.trigger, candidate.code
    entry = f"{trigger.code}/{hit.pattern.entry}"
    dep, above = tree.deps[head], tree.heads[head]
    before = tree.lower[hit.start - 1] if hit.start > tree.first[head] else "^"
    number = candidate.around.number
    place = "0" if number == 0 else "1" if number == 1 else "2" if number < 5 else "5" if number < 12 else "12"
    same = [o for o in others if o is not candidate and family(o.code) == family(code)]
    found = [
        f"code={code}", f"entry={entry}", f"entry={entry} tag={tree.tags[head][:2]}", f"tag={tree.tags[head]}", f"dep={dep}",
        f"code={code} dep={dep}", f"dep={dep} above={tree.tags[above][:2]}", f"place={place}", f"shape={hit.pattern.shape}",
        f"words={min(hit.end - hit.start, 3)}", f"others={min(len(others), 5)}", f"same={min(len(same), 3)}", f"before={before if len(before) < 8 else tree.tags[hit.start - 1]}",
        f"code={code} same={min(len(same), 2)}", f"swallowed={min(len(candidate.swallowed), 3)}", f"headline={candidate.around.headline}",
        f"long={min((tree.last[head] - tree.first[head]) // 10, 6)}",
    ]  # fmt: skip
    found += [f"has={need}" for need in candidate.around.has]
    found += [f"code={code} has={need}" for need in candidate.around.has if need in ("toll", "place", "means", "armed")]
    found += [f"kid={tree.deps[kid]}" for kid in tree.kids[head]]
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
    for flag, value in (("weak", trigger.weak), ("state", trigger.state), ("casualty", trigger.casualty)):
        if value:
            found += [flag, f"{flag} dep={dep}", f"{flag} place={place}"]
    found += content_of(candidate, tree, counted)
    if above != head:
        found += [f"under={tree.tags[above]} {dep}"]
        if dep == "pobj":
            found += [f"prep={tree.lower[above]}", f"code={code} prep={tree.lower[above]}"]
    return found


def content_of(candidate: Candidate, tree: Tree, counted: frozenset[int]) -> list[str]:
    """What the trigger's own words tell beside its name: a count, a place, a time, arguments; or what it only serves."""
    hit, head, code = candidate.hit, candidate.head.i, candidate.code
    parts = [head, *(c.head.i for c in candidate.swallowed)]
    told = any(i in counted for part in parts for i in (part, *range(hit.start, hit.end)))
    left, right = tree.subtree(head)
    noun = tree.tags[head].startswith("N")
    found = [f"counted={told}", f"code={code} counted={told}", f"noun={noun} counted={told}"]
    preps = {tree.lower[kid] for kid in tree.kids[head] if tree.deps[kid] == "prep"}
    found += [f"noun={noun} prep kid={prep}" for prep in preps]
    found += [f"noun={noun} size={min((right - left) // 3, 5)}", f"noun={noun} kids={min(len(tree.kids[head]), 5)}"]
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


def cutoff() -> float:
    """The probability from which a candidate becomes a claim."""
    model = load_linear("events")
    return model.threshold if model is not None else 0.0
