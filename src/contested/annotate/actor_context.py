"""Whether a phrase names an actor where it stands: places, bare units and loose adjectives do not."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from contested.annotate.actor_lexicon import ActorLexicon
from contested.annotate.actor_phrases import Phrase, before_event
from contested.annotate.words import Words

LOCATIVE = frozenset(
    "in into inside across throughout near within outside through around to toward towards from over northern southern "
    "eastern western north south east west northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central neighboring neighbouring border borders rural".split()
)
SPEAKING = frozenset({"nsubj", "agent", "conj", "appos", "dobj", "pobj", "ROOT", "poss", "npadvmod", "dep", "nmod"})
INNER = frozenset({"compound", "nmod", "poss", "pobj", "amod"})
# Verbs whose object speaks or is spoken to: "accused Damascus", "urges Moscow"; no town is.
ADDRESSING = ("accus", "blam", "urg", "warn", "told", "ask", "press", "criticis", "criticiz", "condemn", "threaten")
BEFORE_SEAT = frozenset({"by", "with", "between", "against"})


class Syntax:
    """The dependency of the token at a character; "" where the text is not parsed."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets: list[int] = []

    def dependency(self, start: int) -> str:
        """The dependency label of the token that covers a character."""
        return str(self.doc[self.token_at(start)].dep_)

    def token_at(self, start: int) -> int:
        """The index of the token that covers a character."""
        if not self.offsets:
            self.offsets = self.doc.to_array(["IDX"]).tolist()
        return max(0, bisect_right(self.offsets, start) - 1)

    def subject_listed(self, start: int) -> bool:
        """Whether the token at a character is a subject, or listed with one: "Turkey, Russia and Iran said"."""
        token = self.doc[self.token_at(start)]
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
        return bool(token.dep_ == "nsubj")

    def leads(self, start: int) -> bool:
        """Whether the token at a character names the subject of its sentence's main clause, or whose the subject is."""
        token = self.doc[self.token_at(start)]
        while token.head.i != token.i:
            if token.dep_ in ("nsubj", "nsubjpass"):
                return bool(token.head.dep_ == "ROOT")
            if token.dep_ not in INNER and not (token.dep_ == "prep" and token.lower_ == "of"):
                return False
            token = token.head
        return False


def names_an_actor(phrase: Phrase, words: Words, lexicon: ActorLexicon, syntax: Syntax) -> bool:
    """Whether the phrase names a party where it stands."""
    last = phrase.pieces[-1]
    if last.is_head and last.entry is not None:
        bare = all(p is last or (p.entry is not None and p.entry.role == "modifier") for p in phrase.pieces)
        if bare and words.folded[last.last] in lexicon.adjectival:
            return is_noun(phrase, words, syntax)
        if names_a_camp(words, last.last):
            return False
        return last.entry.bare or len(phrase.pieces) > 1 or followed_by_owner(words, last.last)
    if last.entry is None or last.entry.alias is None:
        return True
    role = last.entry.alias.role
    if role == "adjective":
        return before_event(words, lexicon, last.last) or before_shared_head(words, lexicon, last.last)
    if role == "country":
        acting = before_event(words, lexicon, last.last)
        return acting or (not last.entry.possessive and stands_for_government(phrase, words, lexicon, syntax))
    if role == "seat":
        return not last.entry.possessive and speaks(phrase, words, syntax)
    return True


def names_a_camp(words: Words, i: int) -> bool:
    """Whether word i only tells whom a camp is for: "Norwick refugee camp"."""
    after = words.folded[i + 1] if i + 1 < len(words.folded) and words.gap(i + 1) == " " else ""
    return words.folded[i] in ("refugee", "refugees", "migrant", "idp") and after in ("camp", "camps")


def is_noun(phrase: Phrase, words: Words, syntax: Syntax) -> bool:
    """Whether a noun that may be an adjective is none here; without a parse an article before it must tell."""
    label = syntax.dependency(words.starts[phrase.last])
    if not label:
        return words.folded[phrase.first - 1 : phrase.first] == ["the"]
    return label not in ("amod", "compound", "nmod")


def followed_by_owner(words: Words, i: int) -> bool:
    """Whether "of" or "loyal" follows word i, or "the" or "its" stands before it: "units of the army", "its forces"."""
    after = words.folded[i + 1] if i + 1 < len(words.folded) and words.gap(i + 1) == " " else ""
    before = words.folded[i - 1] if i else ""
    return after in ("of", "loyal", "belonging", "allied", "affiliated") or before in ("the", "its", "their", "our")


def before_shared_head(words: Words, lexicon: ActorLexicon, i: int) -> bool:
    """Whether the adjective shares a later noun: "Syrian and Russian warplanes", "Russian and rebel raids"."""
    hyphened = i + 1 < len(words.folded) and words.gap(i + 1) in ("-", "–")  # "US-British strikes"
    after = i + 1 if hyphened else i + 2
    if after + 1 >= len(words.folded) or not (hyphened or words.folded[i + 1] in ("and", "or")):
        return False
    other = lexicon.singles.get(words.folded[after])
    if other is not None and other.role == "head":
        return before_event(words, lexicon, after)
    if other is None or not words.capital(after):
        return False
    head = lexicon.singles.get(words.folded[after + 1])
    return (head is not None and head.group in ("military", "platform", "forces")) or before_event(
        words, lexicon, after
    )


def stands_for_government(phrase: Phrase, words: Words, lexicon: ActorLexicon, syntax: Syntax) -> bool:
    """Whether a country's name means its government rather than the land."""
    if word_governing(phrase, words) in LOCATIVE | {"of"}:
        return False
    if words.gap(phrase.first) == ", " and words.capital(phrase.first - 1):
        return syntax.subject_listed(words.starts[phrase.first])
    label = syntax.dependency(words.starts[phrase.last])
    after = lexicon.singles.get(words.folded[phrase.last + 1]) if phrase.last + 1 < len(words.folded) else None
    if after is not None and after.group == "country" and words.joined(phrase.last + 1):
        return True
    return not label or label in SPEAKING


def word_governing(phrase: Phrase, words: Words) -> str:
    """The word before the phrase, past an article and past names it is listed with: "in Syria and the Lebanon"."""
    i = phrase.first - 1
    while i > 0:
        if words.folded[i] == "the":
            i -= 1
        elif words.folded[i] in ("and", "or") and words.capital(i - 1) and words.joined(i):
            i -= 2
        else:
            break
    return words.folded[i] if i >= 0 else ""


def speaks(phrase: Phrase, words: Words, syntax: Syntax) -> bool:
    """Whether a capital or a house acts or speaks: subject of an active verb, or after "by", "with", "against"."""
    before = words.folded[phrase.first - 1] if phrase.first else ""
    if before in LOCATIVE:
        return False
    label = syntax.dependency(words.starts[phrase.last])
    alias = phrase.pieces[-1].entry.alias if phrase.pieces[-1].entry is not None else None
    house = alias is not None and alias.spelling.startswith("the ")
    if label == "dobj" and before.startswith(ADDRESSING):
        return True
    if label == "conj" and before in ("and", "or") and not house:  # "Norwick and Tarby exchanged prisoners"
        return syntax.subject_listed(words.starts[phrase.last])
    return house or label == "nsubj" or (label in ("pobj", "conj") and before in BEFORE_SEAT)
