"""Mentions of counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from contested.annotate.figure_forms import is_age, is_day, is_glued, is_list_number, is_year
from contested.annotate.number_words import (
    match_phrase,
    number_lexicon,
    read_number,
    read_scaled,
    word_at,
)
from contested.annotate.words import text_of
from contested.model.annotations import QuantityMention, TimeMention
from contested.model.mention import Mention
from contested.model.quantity import Quantity

JOINED_RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)\Z")
YEAR = re.compile(r"(?:19\d\d|20[0-3]\d)\Z")
DASHES = frozenset("-–—")
RANGING = frozenset({"-", "–", "—", "to", "and", "or"})
NOUN_TAGS = ("NN", "JJ", "VBG", "VBN")


@dataclass(frozen=True, slots=True)
class Found:
    """An interval and its words ``start`` to ``end``; ``number`` is where the bare number begins."""

    low: int | None
    high: int | None
    start: int
    number: int
    end: int


def find_quantities(doc: Doc, times: Sequence[TimeMention]) -> list[QuantityMention]:
    """Counts of people and things, in text order; numbers inside time expressions are none."""
    strings, text, keys = doc.vocab.strings, text_of(doc), doc.to_array("LOWER").tolist()
    words = list(map({key: strings[key] for key in set(keys)}.__getitem__, keys))
    starts, openings, taken = start_words(), after_articles(), time_tokens(doc, times)
    found: list[QuantityMention] = []
    i = 0
    while i < len(words):
        word = words[i]
        opens = word in starts and (word not in ("a", "an") or word_at(words, i + 1) in openings)
        hit = read_quantity(words, i) if opens or word[0].isdigit() else None
        if hit is None:
            i += 1
            continue
        inside = taken.intersection(range(hit.number, hit.end))
        dated = hit.number in inside and max(inside) + 1 < hit.end
        if dated and word_at(words, max(inside) + 1) in RANGING:  # "Feb. 3 – Six people" tells no range
            i = max(inside) + 1
            continue
        # "Shot down 54 drones over five regions", "handed over 26 prisoners"
        if word == "over" and i and (doc[i - 1].tag_ in ("NN", "NNS") or doc[i].tag_ == "RP"):
            i += 1
            continue
        told = hit.low is not None or hit.high is not None
        if told and not inside.issuperset(range(hit.number, hit.end)) and is_count(doc, words, hit):
            found.append(as_mention(doc, text, hit))
        i = max(hit.end, i + 1)
    return found


@cache
def start_words() -> frozenset[str]:
    """Words that may begin a quantity, figures apart."""
    lexicon = number_lexicon()
    words = {*lexicon.ones, *lexicon.tens, *lexicon.fixed, *lexicon.vague, *lexicon.before}
    hyphened = {f"{ten}-{one}" for ten in lexicon.tens for one, value in lexicon.ones.items() if 0 < value < 10}
    return frozenset(words | hyphened | {"between", "from", "a", "an", "half", "most"})


@cache
def after_articles() -> frozenset[str]:
    """Words that make "a" or "an" the beginning of a quantity: "a dozen", "an estimated", "a number of"."""
    lexicon = number_lexicon()
    tables = (lexicon.fixed, lexicon.vague, lexicon.before)
    rows = [row for table in tables for article in ("a", "an") for row in table.get(article, ())]
    return frozenset({*lexicon.scales, *(phrase[1] for phrase, _ in rows if len(phrase) > 1)})


def time_tokens(doc: Doc, times: Sequence[TimeMention]) -> set[int]:
    """The indices of tokens inside time expressions."""
    taken: set[int] = set()
    for time in times:
        span = doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
        if span is not None:
            taken.update(range(span.start, span.end))
    return taken


def as_mention(doc: Doc, text: str, found: Found) -> QuantityMention:
    """The mention of what was found."""
    start, last = doc[found.start].idx, doc[found.end - 1]
    mention = Mention.of(text, start, last.idx + len(last.text))
    return QuantityMention(mention, Quantity(found.low, found.high, mention.quote))


def read_quantity(words: Sequence[str], at: int) -> Found | None:
    """The quantity that begins at ``words[at]``; a bound without a number comes back with both ends None."""
    if words[at] in ("between", "from"):
        return read_range(words, at, at + 1)
    bound, number = read_bounds(words, at)
    part = read_part(words, at, number, bound)
    if part is not None:
        return part
    spread = read_range(words, at, number)
    if spread is not None:
        return spread
    exact = read_number(words, number)
    if exact is None and number > at and word_at(words, number) in ("hundred", "thousand", "million"):
        exact = read_scaled(words, number, 1)
    if exact is None:
        return read_wording(words, at, number, bound)
    value, end = exact
    after = match_phrase(number_lexicon().after, words, end)
    if after is not None and bound == "exactly":
        bound, end = str(after[0]), after[1]
    return bounded(value, bound, (at, number, end))


def read_bounds(words: Sequence[str], at: int) -> tuple[str, int]:
    """The bound that the words before a number set ("well over an estimated": over), and the index after them."""
    bound = "exactly"
    while (hit := match_phrase(number_lexicon().before, words, at)) is not None:
        bound = str(hit[0]) if bound == "exactly" else bound
        at = hit[1]
        if word_at(words, at) in ("the", "another") and bound != "exactly":
            at += 1
    return bound, at


def bounded(value: int, bound: str, span: tuple[int, int, int]) -> Found:
    """The interval that a bound makes of a number."""
    if bound == "at_least":
        return Found(value, None, *span)
    if bound == "over":
        return Found(value + 1, None, *span)
    if bound == "at_most":
        return Found(None, value, *span)
    if bound == "under":
        return Found(None, max(0, value - 1), *span)
    return Found(value, value, *span)


def read_wording(words: Sequence[str], at: int, number: int, bound: str) -> Found | None:
    """ "Dozens", "a pair of", "several hundred": fixed and vague wordings, after bounds that leave them as they are."""
    lexicon = number_lexicon()
    fixed = match_phrase(lexicon.fixed, words, number)
    if fixed is not None:
        return bounded(int(fixed[0]), bound, (at, number, fixed[1]))
    vague = match_phrase(lexicon.vague, words, number)
    if vague is not None and bound in ("at_most", "under"):
        return Found(None, None, at, number, vague[1])
    if vague is None and number > at:
        vague = match_phrase(lexicon.vague, words, at)
        number = at
    if vague is not None:
        return Found(int(vague[0]), None, at, number, vague[1])
    skipped = read_bounds(words, at)[1]
    return Found(None, None, at, at, skipped) if skipped > at else None


def read_range(words: Sequence[str], at: int, number: int) -> Found | None:
    """ "Between 30 and 35", "from 10 to 12", "30-35", "two or three"; None where it is no rising range."""
    joined = JOINED_RANGE.match(word_at(words, number))
    if joined is not None:
        low, high = (int(part.replace(",", "")) for part in joined.groups())
        return Found(low, high, at, number, number + 1) if low < high else None
    first = read_number(words, number)
    if first is None:
        return None
    low, middle = first
    opener, link = words[at], word_at(words, middle)
    changes = number_lexicon().sets["changes"]
    if word_at(words, number - 1) in ("from", "by") and word_at(words, number - 2) in changes:
        return None  # "rose from 12 to 15", "rose by three to 15"
    links = {"between": {"and", *DASHES}, "from": {"to"}}.get(opener, {"to", "or", *DASHES})
    second = read_number(words, middle + 1) if link in links else None
    if second is None:
        return None
    high, end = second
    scale = number_lexicon().scales.get(words[end - 1], 0)
    if scale >= 1000 and low < 1000 and end - middle > 2:
        low *= scale
    return Found(low, high, at, number, end) if low < high else None


def read_part(words: Sequence[str], at: int, number: int, bound: str) -> Found | None:
    """ "More than half of the 20": a share of a number that is told."""
    share = word_at(words, number)
    if share not in ("half", "most") or word_at(words, number + 1) != "of":
        return None
    whole = number + 2 + (word_at(words, number + 2) in ("the", "those", "these", "all"))
    exact = read_number(words, whole)
    if exact is None:
        return None
    value, end = exact
    if share == "most" or bound == "over":
        return Found(value // 2 + 1, value, at, whole, end)
    if bound == "at_least":
        return Found((value + 1) // 2, value, at, whole, end)
    if bound in ("at_most", "under"):
        return Found(None, value // 2 if bound == "at_most" else (value - 1) // 2, at, whole, end)
    return Found(value // 2, (value + 1) // 2, at, whole, end)


def is_count(doc: Doc, words: Sequence[str], found: Found) -> bool:
    """Whether the number counts people or things, and is no measure, date, age, name or list number."""
    sets, first, end = number_lexicon().sets, found.number, found.end
    if follows_unit(words, end) or follows_label(doc, words, first):
        return False
    if words[first] in ("no", "none", "both", "some", "many"):
        return counts_noun(doc, words, first, end)
    if words[first] == "one":
        return word_at(words, first - 1) not in sets["one_before"] and word_at(words, end) not in sets["one_after"]
    if not words[first][0].isdigit():
        return True
    return is_figure_count(doc, words, found)


def follows_unit(words: Sequence[str], end: int) -> bool:
    """Whether a unit of measure, time or money follows, maybe after a hyphen or "more"."""
    units, after = number_lexicon().sets["units"], word_at(words, end)
    if after in DASHES or after in ("more", "of", "us", "u.s.", "american", "syrian", "turkish", "consecutive", "full"):
        return word_at(words, end + 1) in units
    if after in ("or", "and"):
        return word_at(words, end + 1) == "more" and word_at(words, end + 2) in units
    return after in units


def follows_label(doc: Doc, words: Sequence[str], first: int) -> bool:
    """Whether the word before makes the number a name ("Resolution 2254", "Division 30", "$ 5")."""
    sets, before = number_lexicon().sets, word_at(words, first - 1)
    return before in sets["labels"] or (before in sets["names"] and doc[first - 1].text[0].isupper())


def counts_noun(doc: Doc, words: Sequence[str], first: int, end: int) -> bool:
    """Whether "no", "both", "some", "many" stand before a noun: "no casualties", but not "no longer"."""
    if words[first] == "none":
        return True
    if word_at(words, first - 1) in ("how", "so", "as", "too") or end >= len(doc):
        return False
    tags = ("NNS", "NNPS") if words[first] == "both" else NOUN_TAGS
    after = words[end]
    if words[first] == "both" and "and" in words[end + 1 : end + 4]:
        return False
    if after in ("one", "longer", "doubt", "matter"):
        return False
    if words[first] == "many" and doc[end].tag_ == "VBD":
        return True
    return doc[end].tag_.startswith(tags) or after in ("of", "others", "other", "more", "were", "have", "are")


def is_figure_count(doc: Doc, words: Sequence[str], found: Found) -> bool:
    """Whether a number in figures is a count by its form and neighbours."""
    first, end = found.number, found.end
    if words[first][0] == "0" and words[first] != "0":
        return False
    if is_glued(doc, first, end) or is_list_number(doc, first, end) or is_day(words, first, end):
        return False
    if is_age(doc, first, end):
        return False
    if words[first].isdigit() and (
        len(words[first]) > 7 or (len(words[first]) > 4 and YEAR.match(word_at(words, first - 1)))
    ):
        return False
    bare = end == first + 1 and found.start == first
    return not (bare and YEAR.match(words[first]) and is_year(doc, words, first))
