"""Who or what may fill a role of a report: phrases, each with features over all its mentions."""

from __future__ import annotations

import re
import string
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from bench.truecase import is_common
from contested.annotate.pipeline import annotations_of
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.triggers import load_lexicon
from contested.model.claim import Claim

LONGEST, MANY_WORDS = 9, 14
PUNCTUATION = set(string.punctuation)
ARTICLE = re.compile(r"\b(?:a|an|the)\b")
LINKS = ("of", "in", "from", "to", "for")
EDGES = frozenset("the a an of in from to for and or by with on at , . - ( ) \" ' '' `` -- his her their its".split())


@dataclass(slots=True)
class Candidate:
    """A phrase as the scorer normalises it, one way it is written, its mentions as token spans, and features."""

    key: str
    quote: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    features: tuple[str, ...] = ()


def normal(phrase: str) -> str:
    """Lower case, no punctuation, no articles."""
    bare = "".join(c for c in phrase.lower() if c not in PUNCTUATION)
    return " ".join(ARTICLE.sub(" ", bare).split())


def find_candidates(doc: Doc, text: str, learnt: frozenset[str], claims: Sequence[Claim]) -> list[Candidate]:
    """Every candidate phrase of a parsed report; ``text`` is the report as it came, ``learnt`` phrases once seen."""
    found: dict[str, Candidate] = {}
    features: defaultdict[str, set[str]] = defaultdict(set)
    scene = Scene(doc, claims)
    for start, end, shape in sorted(set(phrases(doc, learnt))):
        quote = text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
        key = normal(quote)
        if not key or "\n" in quote:
            continue
        candidate = found.setdefault(key, Candidate(key, " ".join(quote.split())))
        if (start, end) not in candidate.spans:
            candidate.spans.append((start, end))
            features[key].update(scene.mention_features(start, end))
        features[key].add("shape=" + shape)
    for key, candidate in found.items():
        features[key].update(phrase_features(candidate, doc))
        candidate.features = tuple(map(sys.intern, sorted(features[key])))
    return list(found.values())


def phrases(doc: Doc, learnt: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Token spans of noun phrases, their parts, their "of" phrases, and phrases once seen in a role."""
    chunks = {chunk.start: chunk.end for chunk in doc.noun_chunks if chunk.root.tag_ not in ("PRP", "WP", "WDT", "EX")}
    for start, end in chunks.items():
        yield from parts(doc, start, end, "")
        longer = end
        for turn in range(2):
            if longer < len(doc) and doc[longer].lower_ in LINKS and longer + 1 in chunks:
                longer = chunks[longer + 1]
                yield from parts(doc, start, longer, f"+{turn}", fixed_end=True)
    for ent in doc.ents:
        if ent.label_ in ("PERSON", "ORG", "NORP", "FAC", "PRODUCT"):
            yield ent.start, ent.end, "ent"
    words = [token.lower_ for token in doc]
    for start in range(len(words)):
        for end in range(start + 1, min(start + 6, len(words)) + 1):
            if " ".join(words[start:end]) in learnt:
                yield start, end, "learnt"


def parts(doc: Doc, start: int, end: int, more: str, fixed_end: bool = False) -> Iterator[tuple[int, int, str]]:
    """The phrase, what is left without its first words, and what stands before its last ones."""
    for left in range(start, min(end, start + LONGEST)):
        if doc[left].lower_ in EDGES or end - left > LONGEST:
            continue
        yield (
            left,
            end,
            ("full" if left == start or (left == start + 1 and doc[start].lower_ in EDGES) else "right") + more,
        )
        if not fixed_end and end - left > 1 and doc[end - 2].lower_ not in EDGES:
            yield left, end - 1, "left" + more


class Scene:
    """What stands around a mention: triggers, governors, the parts that the claims give it."""

    def __init__(self, doc: Doc, claims: Sequence[Claim]) -> None:
        self.doc = doc
        self.words = [token.lower_ for token in doc]
        self.codes: dict[int, str] = {}
        for hit in load_lexicon().hits(self.words):
            for i in range(hit.start, hit.end):
                self.codes.setdefault(i, hit.trigger.code)
        self.kinds = self.kinds_by_token()
        self.parts = parts_in_claims(claims)
        self.numbers = {token.i: n for n, sentence in enumerate(doc.sents) for token in sentence}
        self.told: defaultdict[int, set[str]] = defaultdict(set)
        for i, code in self.codes.items():
            self.told[self.numbers[i]].add(code)

    def kinds_by_token(self) -> dict[int, set[str]]:
        """What the project's own finders say of each token."""
        kinds: defaultdict[int, set[str]] = defaultdict(set)
        found = annotations_of(self.doc)
        named = [(m.mention, m.kind) for m in found.entities] + [(m.mention, "actor " + m.kind) for m in found.actors]
        named += [(m.mention, "place") for m in found.places] + [(m.mention, "time") for m in found.times]
        for mention, kind in named:
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            for token in span or ():
                kinds[token.i].add(kind)
        for ent in self.doc.ents:
            for token in ent:
                kinds[token.i].add("ent " + ent.label_)
        return kinds

    def mention_features(self, start: int, end: int) -> Iterator[str]:
        """Features of one mention in its sentence."""
        root = self.doc[start:end].root
        yield from self.governor_features(root)
        for offset, at in ((-1, start - 1), (-2, start - 2), (1, end), (2, end + 1)):
            yield f"w{offset}={self.words[at]}" if 0 <= at < len(self.words) else f"w{offset}=^"
        number = self.numbers[start]
        yield f"sentence={min(number, 4)}"
        for code in self.told[number]:
            yield f"told={code}"
        for kind in self.kinds.get(root.i, ()):
            yield f"kind={kind}"
        first = self.doc[start].idx
        last = self.doc[end - 1].idx + len(self.doc[end - 1])
        for low, high, part in self.parts:
            if low < last and first < high:
                yield part
                if low <= first and last <= high:
                    yield "whole " + part

    def governor_features(self, root: Token) -> Iterator[str]:
        """The chain from the head of a phrase up to a verb or an event word."""
        dep, token, path = root.dep_, root.head, ""
        if dep == "conj":
            while token.dep_ == "conj" and token.head.i != token.i:
                token = token.head
            yield "conj"
            dep, token = token.dep_, token.head
        for _ in range(3):
            path += dep if dep != "pobj" else token.lower_
            yield f"{path}|{token.lower_}"
            yield f"{path}|{token.tag_}"
            code = self.codes.get(token.i)
            if code is not None:
                yield f"{path}|#{code}"
                yield f"#{code}"
            if token.tag_.startswith("V") or token.head.i == token.i:
                break
            dep, token, path = token.dep_, token.head, path + "^"
        for child in root.children:
            if child.dep_ in ("appos", "relcl", "acl", "prep"):
                yield f"kid {child.dep_} {child.lower_}"
                code = self.codes.get(child.i)
                if code is not None:
                    yield f"kid {child.dep_} #{code}"


def parts_in_claims(claims: Iterable[Claim]) -> list[tuple[int, int, str]]:
    """Where each participant and instrument of a claim stands, and as what."""
    found = []
    for claim in claims:
        sides = (("initiator", claim.initiators), ("target", claim.targets), ("means", claim.instruments))
        for side, people in sides:
            for one in people:
                found.append((one.mention.start, one.mention.end, f"claim {side}"))
                found.append((one.mention.start, one.mention.end, f"claim {side} {claim.event}"))
    return found


@cache
def kinds_of_noun(word: str) -> tuple[str, ...]:
    """The lists of nouns that hold a word."""
    return tuple(kind for kind, words in load_nouns().items() if word in words)


def phrase_features(candidate: Candidate, doc: Doc) -> Iterator[str]:
    """Features of the phrase itself and of how often it stands where."""
    words = candidate.key.split()
    start, end = candidate.spans[0]
    head = doc[start:end].root
    yield f"phrase={candidate.key}"
    yield f"head={head.lower_}"
    yield f"head tag={head.tag_}"
    yield f"first={words[0]}"
    yield f"last={words[-1]}"
    yield f"tail={head.lower_[-3:]}"
    yield f"size={min(len(words), 6)}"
    yield f"mentions={min(len(candidate.spans), 4)}"
    for word in words[:MANY_WORDS]:
        yield f"has={word}"
    rare = [not is_common(word) for word in words]
    yield f"rare={'all' if all(rare) else 'none' if not any(rare) else 'some'}"
    yield f"rare={sum(rare[:3])} of {min(len(words), 3)}"
    if any(any(c.isdigit() for c in word) for word in words):
        yield "digit"
    for kind in kinds_of_noun(head.lower_):
        yield f"noun={kind}"
    position = candidate.spans[0][0] / max(1, len(doc))
    yield f"position={int(position * 5)}"
