"""Figures that count nobody, by what stands around them: parts of strings, ages, days, years, numbers of lines."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from contested.annotate.number_words import number_lexicon, word_at

OLDEST = 110
AGES = frozenset("year years month months week weeks day days".split())
AMONG_AGES = frozenset({",", "and", "or", "between", "from", "to", "-", "–"})
WHERE = frozenset({"in", "at", "near", "from", "around", "on", "outside", "across", "since", "during"})
PERSONS = frozenset("man woman boy girl child youth teenager".split())
ENDS = frozenset({",", ")", ";", ".", "and", "or", "from", "who", "was", "of"})


def is_glued(doc: Doc, first: int, end: int) -> bool:
    """Whether the figures are part of a longer string: "mid-2013", "26-01-2016", "2-1/2", "555/12"."""
    before = first and doc[first - 1].text in ("-", "–", "/", ":", ".") and not doc[first - 1].whitespace_
    if before and not doc[first - 2].whitespace_:
        return True
    if end < len(doc) and doc[end].text in ("-", "–", "/", ":") and not doc[end - 1].whitespace_:
        return not doc[end].whitespace_ and doc[end + 1 : end + 2].text[:1].isdigit()
    return False


def is_list_number(doc: Doc, first: int, end: int) -> bool:
    """Whether the figures number a line: "1. ", "2) "."""
    return bool(doc[first].is_sent_start) and end < len(doc) and doc[end].text in (".", ")")


def is_day(words: Sequence[str], first: int, end: int) -> bool:
    """Whether the figures are the day of a month: "17 August", "August 22" (but "in August 22 people died")."""
    months = number_lexicon().sets["months"]
    small = len(words[first]) <= 2
    if small and word_at(words, end) in months:
        return True
    return small and word_at(words, first - 1) in months and word_at(words, first - 2) not in ("in", "since", "during")


def is_year(doc: Doc, words: Sequence[str], first: int) -> bool:
    """Whether bare figures from 1900 to 2039 are a year: not before a plural ("2000 people")."""
    sets, before = number_lexicon().sets, word_at(words, first - 1)
    if before in sets["year_words"] or before in sets["months"] or word_at(words, first - 2) in sets["months"]:
        return True
    return not any(token.tag_ in ("NNS", "NNPS") for token in doc[first + 1 : first + 3])


def is_age(doc: Doc, first: int, end: int) -> bool:
    """Whether bare figures are an age: "Adam Marlow, 26, was killed", "two brothers, aged 9 and 11"."""
    at = first - 1
    while at > 0 and (doc[at].text.isdigit() or doc[at].lower_ in AMONG_AGES):
        at -= 1
    if at >= 0 and doc[at].lower_ == "aged":
        return True
    if (
        doc[first - 1].lower_ == "of"
        and first > 2
        and doc[first - 2].lower_ in PERSONS
        and doc[first - 3].lower_ in ("a", "an")
    ):
        return True  # "a man of 54"
    if first < 2 or doc[first - 1].text not in (",", "(") or not doc[first].text.isdigit():
        return False
    name = doc[first - 2]
    placed = name.dep_ == "pobj" and name.head.lower_ in WHERE
    low = (
        name.tag_ in ("NN", "NNS") and name.text.islower() and doc[end : end + 1].text == ","
    )  # names in a text without capitals
    if int(doc[first].text) > OLDEST or not (name.tag_ == "NNP" or low) or placed:
        return False
    return end == first + 1 and (end >= len(doc) or doc[end].lower_ in ENDS)
