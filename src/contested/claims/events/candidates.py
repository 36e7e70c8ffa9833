"""Candidates for events: hits of the lexicon that fit their grammar and their sentence, with refined codes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span, Token

from contested.claims.events.objects import fits_object, fits_subject
from contested.claims.words.headline_mends import FINITE
from contested.claims.words.surroundings import Marks, Surroundings, surroundings_of
from contested.claims.words.tree import Tree, tree_of
from contested.claims.words.triggers import (
    Hit,
    load_aloft,
    load_flying,
    load_lexicon,
    load_means,
    load_no_means,
    load_on_foot,
    means_words,
)
from contested.model.annotations import Annotations
from contested.model.report import Report

LAST = 1_000  # behind every means
EARLIER = frozenset({"after", "before", "following", "despite"})  # "shelled the town after a gas attack"
EXPLOSIVE = frozenset("shelling missile_attack air_strike suicide_bombing ied bombing chemical_attack grenade".split())
VIOLENT = EXPLOSIVE | frozenset("armed_clash attack ambush attack_on_civilians execution".split())
STOPPAGES = frozenset({"strike", "strikes"})  # of workers, where the report told of one before
SUFFERED = VIOLENT | {"casualties"}  # what somebody suffers from others
# Relations that keep a word inside the clause of its head.
INSIDE = frozenset(
    "det amod compound nmod poss prep pobj dobj nsubj nsubjpass agent npadvmod nummod case dative acl advmod "
    "quantmod".split()
)


@dataclass(slots=True, eq=False)
class Candidate:
    """A hit that may tell an event; ``swallowed`` counts the hits merged into it."""

    hit: Hit
    code: str
    head: Token
    sentence: Span
    around: Surroundings
    swallowed: list[Candidate] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """The words of the trigger."""
        return self.sentence.doc[self.hit.start : self.hit.end]


def find_candidates(doc: Doc, report: Report, annotations: Annotations) -> list[Candidate]:
    """Non-overlapping candidates in text order; none inside boilerplate."""
    tree = tree_of(doc)
    words = [word.rstrip("-") or word for word in tree.lower]
    starts = [i for i, first in enumerate(tree.first) if i == first]
    marks = Marks.of(annotations)
    seen: dict[int, tuple[Surroundings, Span]] = {}
    found = []
    stopped = False  # whether work is laid down in the report: "a general strike"
    for hit in load_lexicon().hits(words):
        number = bisect_right(starts, hit.start) - 1
        start, end = starts[number], tree.last[starts[number]]
        if hit.end > end or in_boilerplate(report, tree.starts[hit.start]):
            continue
        if hit.end - hit.start > 2 and crosses_clause(tree, hit):
            continue
        if spoiled(hit, words):
            stopped = stopped or words[hit.start] in STOPPAGES
            continue
        if stopped and words[hit.start] in STOPPAGES and hit.end == hit.start + 1 and words[hit.start - 1] == "the":
            continue
        if number not in seen:
            seen[number] = surroundings_of(tree, (start, end), marks, number), doc[start:end]
        around, sentence = seen[number]
        at = tree.starts[root_of(tree, hit)]
        if not fits_sentence(hit, around) or marks.in_date(at) or at in marks.initials:
            continue
        candidate = Candidate(hit, hit.trigger.code, doc[root_of(tree, hit)], sentence, around)
        fits = fits_grammar(candidate) and fits_subject(hit.trigger, candidate.head, around)
        if fits and fits_object(hit.trigger, candidate.head, sentence, around):
            found.append(candidate)
    best = best_candidates(found)
    for candidate in best:
        candidate.code = refine(candidate.hit, candidate.head.i, words, tree)
    return best


def crosses_clause(tree: Tree, hit: Hit) -> bool:
    """Whether another clause begins within a trigger: "the town was | captured the rebels executed nine soldiers"."""
    last = hit.end - 1
    if tree.tags[hit.start][:1] != "V":
        return False  # "an aid convoy is due to enter"
    if tree.deps[last] == "nsubj" and tree.heads[last] > last and tree.tags[hit.start] in ("VBN", "VBG"):
        return True
    inner = (k for k in range(hit.start + 1, last) if tree.tags[k] in FINITE and tree.deps[k][:3] != "aux")
    return any(any(tree.deps[j] == "nsubj" and hit.start < j < k for j in tree.kids[k]) for k in inner)


def root_of(tree: Tree, hit: Hit) -> int:
    """The token of a trigger whose head lies outside it."""
    span = range(hit.start, hit.end)
    if len(span) == 1:
        return hit.start
    return next((i for i in span if tree.heads[i] not in span or tree.heads[i] == i), hit.start)


def best_candidates(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the longest, then the stronger, then the one that asks more of its object."""
    ranked = sorted(
        candidates, key=lambda c: (c.hit.start - c.hit.end, c.hit.trigger.weak, not c.hit.trigger.object, c.hit.start)
    )
    taken: set[int] = set()
    best = []
    for candidate in ranked:
        span = range(candidate.hit.start, candidate.hit.end)
        if taken.isdisjoint(span):
            taken.update(span)
            best.append(candidate)
    return sorted(best, key=lambda c: c.hit.start)


def in_boilerplate(report: Report, offset: int) -> bool:
    """Whether the character stands in a stretch that reports nothing."""
    line = report.dateline.mention if report.dateline is not None else None
    if line is not None and line.holds(offset):
        return True
    return bool(report.boilerplate) and any(b.mention.holds(offset) for b in report.boilerplate)


def spoiled(hit: Hit, words: Sequence[str]) -> bool:
    """Whether the words around make the trigger something else ("hunger strike")."""
    if any(holds(phrase, hit, words) for phrase in hit.trigger.over):
        return True
    if not hit.trigger.never:
        return False
    around = f" {' '.join(words[max(0, hit.start - 2) : hit.end + 3])} "
    return any(phrase in around and f" {phrase} " in around for phrase in hit.trigger.never)


def holds(phrase: tuple[str, ...], hit: Hit, words: Sequence[str]) -> bool:
    """Whether a phrase stands over a word of the trigger: "death squads", not "death squads killed"."""
    starts = range(max(0, hit.start - len(phrase) + 1), hit.end)
    return any(tuple(words[k : k + len(phrase)]) == phrase for k in starts)


def fits_grammar(candidate: Candidate) -> bool:
    """Whether the part of speech is that of the pattern; headlines are tagged too badly to ask."""
    hit, head = candidate.hit, candidate.head
    shape, tag = hit.pattern.shape, head.tag_
    if head.dep_ == "amod" and hit.trigger.predicate:
        return False
    if shape in ("plain", "suffix") or candidate.around.headline or not tag:
        return True
    if shape == "verb":
        return tag.startswith("V") or (tag == "JJ" and head.lower_.endswith("ed"))
    return tag.startswith("N") or tag in ("VBG", "JJ") or not candidate.hit.verbal


def fits_sentence(hit: Hit, around: Surroundings) -> bool:
    """Whether one of the things the trigger needs stands in its sentence."""
    return not hit.trigger.needs or not hit.trigger.needs.isdisjoint(around.has)


def refine(hit: Hit, head: int, words: Sequence[str], tree: Tree) -> str:
    """The code, refined by the means told in the trigger's own words and around its head."""
    code = hit.trigger.code
    if not hit.trigger.means:
        return code
    near = near_tokens(hit, head, tree)
    index = means_index()
    best = (len(near) + LAST, code if not guessed_flown(head, words, tree) else "air_strike")
    for i in near - no_means(near, head, words, tree):
        for rank, better, phrase in index.get(words[i], ()):
            if rank < best[0] and all(i + k in near and words[i + k] == word for k, word in enumerate(phrase)):
                best = (rank, better)
    if best[0] > LAST and words[head] in load_on_foot()[0]:
        flown = not load_aloft().isdisjoint(words)
        return "attack" if not flown or is_on_foot(head, words, tree) else best[1]
    return best[1]


def guessed_flown(verb: int, words: Sequence[str], tree: Tree) -> bool:
    """Whether a verb tells what aircraft did whose owner is a guess: "jets believed to be Harlowan also struck"."""
    guessed = means_words("flying", "guesses")
    for i in range(verb - 1, tree.first[verb], -1):
        if words[i] in guessed and words[i - 1] in load_flying() and words[i + 1] == "to":
            return tree.tags[verb][0] == "V"
        if tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") or words[i] in (",", ";"):
            return False
    return False


def is_on_foot(raid: int, words: Sequence[str], tree: Tree) -> bool:
    """Whether who raids, or how, tells that a raid is not from the air: "a police raid", "gunmen staged a raid"."""
    told = load_on_foot()[1]
    beside = {*range(max(tree.first[raid], raid - 2), raid), *(kid for kid in tree.kids[raid] if kid < raid)}
    verb = next((i for i in tree.ancestors(raid) if tree.tags[i][:1] == "V"), None)
    if words[raid + 1 : raid + 2] == ["by"]:
        beside.update(range(raid + 1, tree.right[raid + 1]))
    if any(words[i] in told for i in (*beside, *([verb] if verb is not None else []))):
        return True
    if verb is None or tree.child(verb, "dobj") is None:
        return False
    subject = tree.child(verb, "nsubj")
    return subject is not None and any(words[i] in told for i in range(*tree.subtree(subject)))


def no_means(near: set[int], head: int, words: Sequence[str], tree: Tree) -> set[int]:
    """The words of means that tell none here: "attacked an air base", "attacked a helicopter", "a raid on a mine"."""
    aircraft, never = load_no_means()
    hit = [kid for kid in tree.kids[head] if tree.deps[kid] in ("dobj", "nsubjpass")]
    hit += [kid for kid in tree.kids[head] if tree.deps[kid] == "prep" and words[kid] in ("on", "against", "at")]
    if words[head].startswith("fir"):  # "fired from various angles at the car"
        hit += [k for k in range(head + 1, tree.right[head]) if words[k] == "at" and tree.deps[k] == "prep"]
    attacked = tree.tags[head][:1] == "N" or words[head].startswith(("attack", "raid", "storm"))
    harmless = aircraft | means_words("dug", "words") if attacked else aircraft
    struck = {i for kid in hit for i in range(tree.left[kid], tree.right[kid]) if words[i] in harmless}
    return struck | {i for i in near if tuple(words[i : i + 2]) in never}


@cache
def means_index() -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    """Means by their first word: precedence, code, words."""
    index: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for rank, (code, phrases) in enumerate(load_means()):
        for phrase in phrases:
            index.setdefault(phrase[0], []).append((rank, code, phrase))
    return index


def near_tokens(hit: Hit, head: int, tree: Tree) -> set[int]:
    """The tokens that belong to the trigger: its own, its modifiers, its subject, object and means."""
    low = max(tree.first[head], hit.start - 3)
    parted = [i + 1 for i in range(low, hit.start) if tree.lower[i] in ("and", ",", ";")]  # "air strikes and tank fire"
    picked = set(range(parted[-1] if parted else low, hit.end))
    stack = [head]
    if tree.deps[head] in ("dobj", "nsubj", "nsubjpass", "pobj", "compound"):
        governor = tree.heads[head]
        picked.add(governor)
        stack += [kid for kid in tree.children(governor, "prep", "nsubj", "agent") if kid != head]
    elif tree.deps[head] == "xcomp":
        stack += tree.children(tree.heads[head], "nsubj", "nsubjpass")  # "jets are believed to have bombed"
    while stack:
        token = stack.pop()
        picked.add(token)
        stack += [kid for kid in tree.kids[token] if tree.deps[kid] in INSIDE and tree.lower[kid] not in EARLIER]
    return picked
