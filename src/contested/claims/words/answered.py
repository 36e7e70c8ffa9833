"""Charges taken up only to be answered: "…, a charge the army denies", "…, allegations the ministry has rejected"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.claims.words.speech import speech

CHARGES = frozenset({"claim", "charge", "allegation", "accusation", "assertion", "account", "version"})
CHARGES_PLURAL = frozenset({"claims", "charges", "allegations", "accusations", "assertions"})
HAVING = frozenset({"has", "have", "had"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST = 9  # tokens from the charge to the verb that answers it


def takes_up(lower: Sequence[str], k: int) -> bool:
    """Whether token k takes up, behind a comma, what was said before: ", a charge", ", allegations"."""
    if k < 3:
        return False
    one = lower[k] in CHARGES and lower[k - 1] in ("a", "an") and lower[k - 2] == ","
    return one or (lower[k] in CHARGES_PLURAL and lower[k - 1] == ",")


def answer_to(lower: Sequence[str], tags: Sequence[str], k: int, last: int) -> int | None:
    """The verb by which somebody denies the charge at token k, its sentence ending at ``last``; else None."""
    if not takes_up(lower, k):
        return None
    begin = past_name(lower, tags, k, last)
    for verb in range(begin, min(begin + LONGEST, last)):
        if lower[verb] in (",", ";") or tags[verb] == "MD":
            return None
        helped = tags[verb] == "VBN" and (lower[verb - 1] in HAVING or begin > k + 2)
        named = tags[verb] == "NNS" and tags[verb - 1][:3] == "NNP" and ends(lower, verb, last)  # "X rejects."
        if (tags[verb] in FINITE or helped or named) and lower[verb] not in HAVING:
            return verb if speech().verb(lower[verb]) in ("deny", "doubt") else None
    return None


def past_name(lower: Sequence[str], tags: Sequence[str], k: int, last: int) -> int:
    """Where the verb may stand behind a charge, past its speaker's name: "a claim that a spokesman, X, denied"."""
    commas = [i for i in range(k + 2, min(k + 2 * LONGEST, last)) if lower[i] == ","][:2]
    if len(commas) == 2 and commas[1] - commas[0] <= LONGEST // 2 and tags[commas[0] + 1][:3] == "NNP":
        return commas[1] + 1
    return k + 2


def ends(lower: Sequence[str], verb: int, last: int) -> bool:
    """Whether a clause ends behind a word."""
    return verb + 1 >= min(last, len(lower)) or not lower[verb + 1][:1].isalnum()


def answers(lower: Sequence[str], tags: Sequence[str], verb: int) -> bool:
    """Whether the verb denies a charge that its clause takes up."""
    return any(answer_to(lower, tags, k, verb + 1) == verb for k in range(max(verb - 2 * LONGEST, 0), verb))


def all_answers(lower: Sequence[str], tags: Sequence[str]) -> Iterator[int]:
    """Every verb that answers a charge which its clause takes up."""
    for k, word in enumerate(lower):
        if word in CHARGES or word in CHARGES_PLURAL:
            verb = answer_to(lower, tags, k, len(lower))
            if verb is not None:
                yield verb


def mend_answers(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right a parse, in place, that makes the answer the main clause: "X accused Y of Z, a charge Y denies"."""
    for k, word in enumerate(lower):
        verb = answer_to(lower, tags, k, len(lower)) if word in CHARGES or word in CHARGES_PLURAL else None
        if verb is None:
            continue
        if tags[verb] == "NNS":
            as_verb(verb, k, tags, deps, heads)
        if tags[verb] == "VBN" and lower[verb - 1] == ",":
            tags[verb] = "VBD"
        if heads[verb] != verb:
            continue
        told = next((i for i in range(k) if heads[i] == verb and deps[i] == "ccomp"), None)
        if told is None:
            continue
        for i, head in enumerate(heads):
            if head == verb and (i < k or deps[i] == "punct"):
                heads[i] = told
        heads[told], deps[told] = told, "ROOT"
        heads[k], deps[k] = told, "npadvmod"
        heads[verb], deps[verb] = k, "relcl"


def as_verb(verb: int, charge: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a verb of what was read as a plural noun: "a charge Norwick rejects"."""
    tags[verb] = "VBZ"
    for i in range(charge - 1, verb - 1):
        if heads[i] == verb or heads[i] >= verb - 1:
            heads[i] = charge if i < charge else verb - 1
    heads[verb - 1], deps[verb - 1] = verb, "nsubj"
    if heads[verb] != verb:
        heads[charge], deps[charge] = heads[verb], "npadvmod"
        heads[verb], deps[verb] = charge, "relcl"
    else:
        heads[charge] = verb
