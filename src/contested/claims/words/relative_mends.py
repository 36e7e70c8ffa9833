"""Parses put right in which a relative clause swallowed the main one: "the town which rebels took was bombed"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.words.reheading import hand_over, take_place

RELATIVE = frozenset({"which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLOSEST = 6  # tokens from "which" to the verb of its clause


def mend_relatives(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right, in place: who stands behind "which" does what follows, and what is before it suffers the main verb."""
    for w in [k for k, word in enumerate(lower) if word in RELATIVE and tags[k] in ("WDT", "WP", "IN")]:
        main = heads[w]
        noun = heads[main]
        if not noun < w < main or deps[main] != "relcl" or tags[main][:1] != "V":
            continue
        found = subject_and_verb(w, main, tags, deps, heads)
        if found is None or lower[found[1] + 1 : found[1] + 2] == ["by"] or not told_of(w, main, deps, heads):
            continue
        subject, verb = found
        passive = any(deps[k] == "auxpass" and heads[k] == main for k in range(verb, main))
        take_place(main, noun, deps, heads)
        deps[noun], heads[noun] = "nsubjpass" if passive else "nsubj", main
        deps[verb], heads[verb], tags[verb] = "relcl", noun, "VBD"
        deps[subject], heads[subject] = "nsubj", verb
        deps[w], heads[w] = "dobj", verb
        hand_over(range(main + 1, len(heads)), [noun], main, heads)  # the full stop


def subject_and_verb(
    w: int, main: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> tuple[int, int] | None:
    """The noun behind "which", taken for the main verb's subject, and the verb behind it, taken for its quality."""
    for subject in range(w + 1, min(w + CLOSEST, main - 1)):
        if heads[subject] == main and deps[subject] in SUBJECTS and tags[subject][:2] == "NN":
            verb = subject + 1
            past = tags[verb] in ("VBN", "VBD") and deps[verb] == "acl" and heads[verb] == subject
            return (subject, verb) if past else None
    return None


def told_of(w: int, main: int, deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a main verb cannot act on what "which" stands for: it is a passive, or has an object of its own."""
    kids = [deps[k] for k in range(w + 1, min(len(deps), main + CLOSEST)) if heads[k] == main]
    return "auxpass" in kids or "dobj" in kids
