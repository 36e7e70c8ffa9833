"""Charges taken up only to be answered: "…, a charge the army denies", "…, allegations the ministry has rejected"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.speech import speech

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
    for verb in range(k + 2, min(k + LONGEST, last)):
        if lower[verb] in (",", ";") or tags[verb] == "MD":
            return None
        helped = tags[verb] == "VBN" and lower[verb - 1] in HAVING
        if (tags[verb] in FINITE or helped) and lower[verb] not in HAVING:
            return verb if speech().verb(lower[verb]) in ("deny", "doubt") else None
    return None


def answers(lower: Sequence[str], tags: Sequence[str], verb: int) -> bool:
    """Whether the verb denies a charge that its clause takes up."""
    return any(answer_to(lower, tags, k, verb + 1) == verb for k in range(max(verb - LONGEST, 0), verb))


def mend_answers(lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Put right a parse, in place, that makes the answer the main clause: "X accused Y of Z, a charge Y denies"."""
    for k, word in enumerate(lower):
        verb = answer_to(lower, tags, k, len(lower)) if word in CHARGES or word in CHARGES_PLURAL else None
        if verb is None or heads[verb] != verb:
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
