"""A number alone that counts anew those counted before: "later put the number at 76", "Ankara acknowledged six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.claims.counts.affected import Counts
from contested.claims.voices.gapped_counts import gapped_counts
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.claim import EffectKind

SENTENCES = 3  # how many sentences back the first count may stand
LINKS = frozenset({"at", "to", "as"})
SUM_REACH = 6  # tokens from "bringing" to "toll"
SUMS = frozenset({"total", "toll", "number", "tally", "count", "figure", "dead"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count told before: where, of what harm, and the words for those counted."""

    token: int
    kind: EffectKind
    who: str | None


@dataclass(frozen=True, slots=True)
class Recount:
    """A number that counts the same anew: the token that names it ("number", or the number itself), and its tokens."""

    token: int
    start: int
    end: int
    low: int | None
    high: int | None
    before: Counted


def recounts_of(tree: Tree, counts: Counts, told: Sequence[Counted]) -> Iterator[Recount]:
    """The recounts of a text, none of a number that ``told`` has."""
    gapped = {gap.number[0] for gap in gapped_counts(tree)}
    for at, (end, quantity) in counts.items():
        if gapped and not gapped.isdisjoint(range(at, end)):
            before = first_told(tree, at, told)
            if before is not None:
                yield Recount(end - 1, at, end, quantity.low, quantity.high, before)
            continue
        if tree.tags[at] != "CD" and tree.tags[end - 1] != "CD":
            continue
        token = named_by(tree, at, end)
        if token is None or is_taken(tree, at, end):
            continue
        before = last_before(tree, token, told)
        if before is not None:
            yield Recount(token, at, end, quantity.low, quantity.high, before)


def named_by(tree: Tree, at: int, end: int) -> int | None:
    """The noun of "put the number at N" or "the figure is now N", else N itself where a verb of counting has it."""
    words = effect_lexicon().words
    low = tree.lower
    if not stands_alone(tree, end):
        return None
    start = at
    while start > tree.first[at] and (
        tree.tags[start - 1] in ("RB", "IN", "JJS", "RBR", "JJR") and low[start - 1] not in LINKS
    ):
        start -= 1
    before = low[start - 1] if start > tree.first[at] else ""
    if before in LINKS:
        noun = next(
            (k for k in range(start - 2, max(start - 8, tree.first[at]) - 1, -1) if low[k] in words["tallies"]), None
        )
        giver = noun is not None and any(
            low[k] in words["tallying"] for k in range(max(noun - 4, tree.first[at]), noun)
        )
        return noun if giver and noun is not None and not is_counted(tree, noun) else None
    if before in words["be"] | words["standing"]:
        noun = next(
            (k for k in range(start - 2, max(start - 6, tree.first[at]) - 1, -1) if low[k] in words["tallies"]), None
        )
        return noun if noun is not None and not is_counted(tree, noun) else None
    verbal = start > tree.first[at] and tree.tags[start - 1].startswith("V")
    return end - 1 if verbal and before in words["recounting"] else None


def is_counted(tree: Tree, noun: int) -> bool:
    """Whether what the noun counts is told right behind it ("the number of tanks")."""
    return tree.lower[noun + 1 : noun + 2] == ["of"]


def stands_alone(tree: Tree, end: int) -> bool:
    """Whether nothing that is counted follows a number: the clause or the sentence ends, or begins anew."""
    return (
        end >= len(tree.tags)
        or tree.tags[end] in (".", ",", ":", "CC", "''", "-RRB-", "_SP")
        or (tree.lower[end] in ("so", "on", "in", "while", "as", "after", ";", "later"))
    )


def is_taken(tree: Tree, at: int, end: int) -> bool:
    """Whether the number is a share, a date or an age: a unit or another number stands beside it."""
    return tree.lower[end : end + 1] in (["%"], ["percent"]) or tree.tags[max(at - 1, 0)] in ("$", "NNP")


def first_told(tree: Tree, token: int, told: Sequence[Counted]) -> Counted | None:
    """The count of the dead that a sentence tells first before a token, else its first count of harm."""
    here = [c for c in told if tree.first[token] <= c.token < token]
    return next((c for c in here if c.kind == "killed"), here[0] if here else None)


def last_before(tree: Tree, token: int, told: Sequence[Counted]) -> Counted | None:
    """The count of harm told last before a token, at most SENTENCES back."""
    limit = tree.first[token]
    for _ in range(SENTENCES):
        limit = tree.first[limit - 1] if limit else 0
    return next((c for c in reversed(told) if limit <= c.token < token), None)


def is_retold(tree: Tree, toll: int) -> bool:
    """Whether a toll is told as a thing that somebody changes: "Norland raises the toll to six"."""
    verb, tallied = tree.heads[toll], speech().counts
    changed = tree.lower[verb] in effect_lexicon().words["retelling"]
    return tree.deps[toll] == "dobj" and changed and tree.lower[toll] in tallied


def totals(tree: Tree, told: Sequence[tuple[int, EffectKind]]) -> frozenset[int]:
    """Of tokens that tell harm, those that sum up more than their sentence tells: "…, bringing the toll to 12"."""
    found: dict[int, int] = {}
    for token, kind in told:
        verb = summing_verb(tree, token)
        if verb is not None and any(kind == other and tree.first[verb] <= k < verb for k, other in told):
            found.setdefault(verb, token)
    return frozenset(found.values())


def summing_verb(tree: Tree, token: int) -> int | None:
    """The verb of "bringing the total to 40 dead", where ``token`` is the tally or stands behind it."""
    words = effect_lexicon().words["summing"]
    for tally in range(token, tree.first[token], -1):
        if tree.lower[tally] in SUMS:
            before = range(tally - 1, max(tally - SUM_REACH, tree.first[token] - 1), -1)
            verb = next((k for k in before if tree.lower[k] in words), None)
            if verb is not None:
                return verb
    return None
