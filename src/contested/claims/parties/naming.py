"""From a token to a name: the party, person or thing a noun phrase stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from contested.claims.words.phrases import after_age
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree
from contested.claims.words.vocabulary import words
from contested.model.actor import ActorKind, Participant
from contested.model.annotations import ActorMention, Annotations
from contested.model.mention import Mention

MODIFIERS = frozenset("compound amod nmod poss nummod case punct".split())
SKIPPED_TAGS = frozenset("DT CD PDT PRP$ WDT WP$ RB _SP".split())
STRUCTURES = frozenset("building base hospital airport dam camp crossing bridge".split())  # struck, hence targets
OBJECTS = frozenset({"them", "him", "her"})
SOME = frozenset({"of", "some", "many", "most", "several", "number"})
LED = frozenset({"led", "allied", "loyal"})


@dataclass(slots=True)
class Names:
    """The mentions of a report indexed by character, and the last parties named, for pronouns."""

    tree: Tree
    actors: Sequence[ActorMention]
    places: frozenset[int]
    starts: list[int] = field(default_factory=list)
    times: frozenset[int] = frozenset()
    speakers: frozenset[int] = frozenset()  # tokens
    tails: frozenset[int] = frozenset()

    @classmethod
    def of(cls, tree: Tree, annotations: Annotations) -> Names:
        """Index the annotations."""
        places = tokens_of(tree, (p.mention for p in annotations.places if p.kind not in STRUCTURES))
        times = tokens_of(tree, (t.mention for t in annotations.times))
        return cls(tree, annotations.actors, places, [a.mention.start for a in annotations.actors], times)

    def between(self, start: int, end: int) -> Sequence[ActorMention]:
        """The actor mentions that begin in a stretch of characters."""
        return self.actors[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def count_between(self, first: int, last: int) -> int:
        """How many actor mentions begin between two tokens, neither counted."""
        return len(self.between(self.tree.starts[first] + 1, self.tree.starts[last]))

    def is_time(self, token: int) -> bool:
        """Whether the token stands in a time expression."""
        return token in self.times

    def actor_at(self, token: int) -> ActorMention | None:
        """The actor mention that covers a token."""
        offset = self.tree.starts[token]
        k = bisect_right(self.starts, offset) - 1
        return self.actors[k] if k >= 0 and self.actors[k].mention.end > offset else None

    def is_place(self, token: int) -> bool:
        """Whether the token stands in a place's name or is a word for a place."""
        return self.tree.lower[token] in load_nouns()["ground"] or token in self.places

    def participants(self, token: int) -> Iterator[Participant]:
        """The parties or things a noun phrase's head stands for, its conjuncts too."""
        yield from self.one(token)
        for conjunct in self.tree.children(token, "conj"):
            if self.tree.tags[conjunct][:1] in ("N", "P", "J"):
                yield from self.participants(conjunct)

    def one(self, token: int) -> Iterator[Participant]:
        """The party a token stands for, without conjuncts; nothing where it names none."""
        if self.is_measure(token):
            return
        known = self.actor_at(token)
        if known is not None:
            yield known.participant()
            return
        word = self.tree.lower[token]
        if word == "which" and (noun := self.described_by(token)) is not None:
            yield from self.participants(noun)
            return
        if word in words("pronouns"):
            earlier = self.antecedent(token) if self.points_back(token) else None
            if earlier is not None:
                mention = self.tree.mention(token, token + 1)
                yield Participant(earlier.name, earlier.actor, earlier.kind, mention)
            return
        if word in LED and token > 1 and self.tree.words[token - 1] == "-":
            mention = self.tree.mention(token - 2, token + 1)
            yield Participant(mention.quote, None, "unknown", mention)
            return
        if word in words("quantifiers") or self.tree.tags[token] == "CD":
            for prep in self.tree.children(token, "prep"):
                if self.tree.lower[prep] == "of":
                    for child in self.tree.children(prep, "pobj"):
                        yield from self.participants(child)
            return
        if self.tree.tags[token].startswith("N") and not self.is_place(token):
            mention = self.phrase(token)
            yield Participant(" ".join(mention.quote.split()), None, self.kind(token), mention)

    def described_by(self, which: int) -> int | None:
        """The noun whose clause a "which" is in: "three villages, two of which were shelled"."""
        tree, verb = self.tree, which
        while tree.heads[verb] != verb and tree.deps[verb] not in ("relcl", "acl", "ccomp", "advcl", "conj"):
            verb = tree.heads[verb]
        return tree.heads[verb] if tree.deps[verb] == "relcl" and tree.heads[verb] < which else None

    def points_back(self, token: int) -> bool:
        """Whether a pronoun stands for a party named before: not "those killed", "nine of whom"."""
        tree, word = self.tree, self.tree.lower[token]
        if word in ("those", "these"):
            return not tree.children(token, "acl", "relcl", "prep")
        return word != "whom" or (tree.lower[tree.heads[token]] != "of" and tree.lower[token - 1] != "of")

    def is_measure(self, token: int) -> bool:
        """Whether a word is only part of another's attribute: "a six-member family", "anti-ship missiles"."""
        tree = self.tree
        if token < 2 or tree.words[token - 1] != "-" or tree.tags[token + 1 : token + 2] == []:
            return False
        led = tree.tags[token - 2] == "CD" or tree.lower[token - 2] == "anti"
        return led and tree.tags[token + 1][:1] == "N"

    def kind(self, token: int) -> ActorKind:
        """The kind of party a common noun stands for."""
        word = self.tree.lower[token]
        if word in words("civil"):
            return "civilians"
        return "unknown"

    def phrase(self, token: int) -> Mention:
        """The noun phrase of a head without determiner, number and relative clause, with "of …" behind it."""
        start = token
        for child in reversed([k for k in self.tree.kids[token] if k < token]):
            if self.tree.deps[child] not in MODIFIERS or self.tree.tags[child] in SKIPPED_TAGS:
                break
            start = self.tree.left[child] if self.tree.right[child] == start else start
        while start < token and (self.tree.tags[start] in SKIPPED_TAGS or not self.tree.words[start][0].isalnum()):
            start = after_age(self.tree, start + 1)
        if start < token and self.tree.lower[start] == "called" and self.tree.words[start - 1] == "-":
            start += 1  # "the so-called Silver Shield"
        end = token + 1
        for child in self.tree.children(token, "prep"):
            inner = self.tree.children(child, "pobj")
            if child == end and inner and (self.tree.lower[child] == "of" or self.is_of_party(token, child, inner[0])):
                end = inner[0] + 1
                break
        return self.tree.mention(start, end)

    def is_of_party(self, token: int, prep: int, name: int) -> bool:
        """Whether armed men are "from" whom no pack knows and no place bears the name of: "fighters from X"."""
        tree = self.tree
        armed = tree.lower[token] in load_nouns()["armed"] and tree.lower[prep] == "from"
        return armed and tree.tags[name] == "NNP" and not self.is_place(name) and not self.is_time(name)

    def antecedent(self, token: int) -> ActorMention | None:
        """The party a pronoun most likely stands for: the last fitting one, subjects of earlier clauses first."""
        plural = self.tree.lower[token] in words("plural_pronouns")
        person = self.tree.lower[token] in words("personal_pronouns")
        offset = self.tree.starts[token]
        before = [a for a in self.actors[: bisect_right(self.starts, offset)] if a.mention.end <= offset][-8:]
        acting = self.acting_on(token)
        if acting:
            first = self.tree.starts[self.tree.first[token]]
            before = [a for a in before if a.mention.start >= first and self.head_of(a) not in acting]
        subjects = [a for a in before if self.tree.deps[self.head_of(a)] in ("nsubj", "nsubjpass")]
        for actor in [*reversed(subjects), *reversed(before)]:
            is_plural = self.tree.tags[self.head_of(actor)] in ("NNS", "NNPS")
            if (plural and is_plural) or (person and looks_human(actor)) or not (plural or person or is_plural):
                harmed = person and self.tree.deps[token] in ("nsubjpass", "dobj")
                return None if harmed and self.tells(self.head_of(actor)) else actor  # who tells was not killed
        return None

    def tells(self, noun: int) -> bool:
        """Whether a noun is the subject of a verb of telling."""
        verb = self.tree.heads[noun]
        return self.tree.deps[noun] == "nsubj" and speech().verb(self.tree.lower[verb]) == "tell"

    def acting_on(self, token: int) -> list[int]:
        """The subjects of the clause in which a pronoun is acted on, who are others: "soldiers killed four of them"."""
        tree, verb = self.tree, token
        if tree.lower[token] not in OBJECTS:
            return []
        while tree.deps[verb] in ("dobj", "pobj", "prep", "dative") and tree.heads[verb] != verb:
            verb = tree.heads[verb]
            if tree.tags[verb] != "CD" and tree.lower[verb] not in SOME:
                break
        return tree.children(verb, "nsubj") if verb != token and tree.tags[verb].startswith("V") else []

    def head_of(self, actor: ActorMention) -> int:
        """The head token of an actor mention: its last token that hangs outside the mention."""
        first = self.tree.token_at(actor.mention.start)
        last = self.tree.token_at(max(actor.mention.start, actor.mention.end - 1))
        outside = [
            i for i in range(first, last + 1) if not first <= self.tree.heads[i] <= last or self.tree.heads[i] == i
        ]
        return outside[-1] if outside else last


def unknown_at(tree: Tree, noun: int) -> Participant:
    """Who or what a noun's phrase stands for, known to no pack."""
    mention = Names(tree, (), frozenset(), []).phrase(noun)
    return Participant(" ".join(mention.quote.split()), None, "unknown", mention)


def tokens_of(tree: Tree, mentions: Iterable[Mention]) -> frozenset[int]:
    """The tokens that begin inside the mentions."""
    return frozenset(
        i for m in mentions for i in range(bisect_left(tree.starts, m.start), bisect_left(tree.starts, m.end))
    )


def looks_human(actor: ActorMention) -> bool:
    """Whether a mention can be one person: a capitalised name that is no group's."""
    words = actor.mention.quote.split()
    return (
        actor.kind in ("government", "unknown", "organisation")
        and all(w[:1].isupper() for w in words)
        and 1 <= len(words) <= 6
    )
