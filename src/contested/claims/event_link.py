"""Whether an event without a time of its own belongs to one that has a time: traits, weighed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.event_view import clause_of, is_ahead, is_background, parted
from contested.claims.time_lender import Link, Told
from contested.claims.time_use import when_words

DISTANCES = ((0, "same_sentence"), (1, "next"), (2, "second"), (4, "near"), (8, "far"))
GENERAL = re.compile(
    r"\b(?:country|countrys|country’s|nationwide|revolution|civil war|years?|months?|weeks)\b", re.IGNORECASE
)
TOLL = re.compile(r"\b(?:\d{4,}|\d{1,3},\d{3}|million|thousands)\b", re.IGNORECASE)
STRIKES = frozenset("air_strike shelling bombing ied suicide_bombing missile_attack attack chemical_attack".split())
OUTCOMES = frozenset("casualties destruction execution capture displacement".split())
PARAGRAPHS, LENGTH = 4, 300
OPENERS = frozenset(
    "also meanwhile however then after elsewhere separately another other additionally moreover previously".split()
)


def weight_of(traits: Iterable[str]) -> float:
    """How much the traits of a pair speak for one story; above 0 they do."""
    weights = link_weights()
    return sum(weights.get(trait, 0.0) for trait in traits) + weights["bias"]


@cache
def link_weights() -> dict[str, float]:
    """The weight of every trait, learned from hand-coded reports; unknown traits weigh nothing."""
    raw = files("contested.claims").joinpath("lexicon/story.json").read_text(encoding="utf-8")
    return {str(name): float(weight) for name, weight in json.loads(raw).items()}


def link_traits(event: Event, sentence: int, link: Link, lender: Told) -> list[str]:
    """What speaks for or against an event's sharing the lender's time, as named traits."""
    distance = sentence - lender.sentence
    where = "headline" if link.headline else "ahead_of_it" if distance < 0 else "remote"
    if where == "remote":
        where = next((name for limit, name in DISTANCES if distance <= limit), "remote")
    verb = clause_of(event.head)
    traits = [
        f"at:{where}",
        f"lent:{link.kind}",
        f"code:{event.code}",
        *verb_traits(verb),
        *noun_traits(event),
        *frame_traits(event, verb),
    ]
    traits += ["same_code"] * (lender.code == event.code) + ["old"] * (not lender.recent)
    traits += ["one_day"] * (link.days == 1) + ["same_word"] * (lender.word == event.head.lower_)
    traits += [f"lender:{'lead' if lender.sentence <= 3 else 'later'}", f"place:{place_in(sentence)}"]
    if where == "next" and event.head.tag_.startswith("NN"):
        traits += [f"next:{trait}" for trait in noun_traits(event)]
    if GENERAL.search(event.sentence.text):
        traits.append("general")
    if TOLL.search(event.sentence.text):
        traits.append("whole_toll")
    if event.code in STRIKES and lender.code in STRIKES and event.code != lender.code:
        traits.append("other_strike")
    if event.code in OUTCOMES and lender.code in STRIKES:
        traits.append("outcome")
    return traits + ["range"] * (lender.time.start != lender.time.end)


def is_detail(event: Event, sentence: int, lender: Told, text: str) -> bool:
    """Whether the event is told right behind a dated one in one paragraph, as its detail."""
    if sentence - lender.sentence != 1 or not lender.recent or across_paragraphs(event, lender, text) is not False:
        return False
    if event.code not in STRIKES | OUTCOMES | {"armed_clash"}:
        return False
    verb = clause_of(event.head)
    against = {"ahead", "background", "opener", "after", "clause:relcl"}
    return "tense:past" in set(verb_traits(verb)) and not against & set(frame_traits(event, verb))


def across_paragraphs(event: Event, lender: Told, text: str) -> bool | None:
    """Whether a paragraph ends between the two; None where the text has no paragraphs of several sentences."""
    breaks = text.count("\n\n")
    if breaks < PARAGRAPHS or len(text) < LENGTH * breaks:
        return None
    low, high = sorted((event.trigger.start_char, lender.offset))
    return "\n\n" in text[low:high]


def place_in(sentence: int) -> str:
    """Which part of the report a sentence stands in, by its number."""
    return "lead" if sentence <= 2 else "middle" if sentence <= 8 else "end"


def verb_traits(verb: Token) -> Iterator[str]:
    """How the clause is told: its tense, under a modal, in the passive, denied."""
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    words = {c.lower_ for c in aux}
    tags = {verb.tag_, *(c.tag_ for c in aux)}
    if words & {"has", "have"}:
        yield "tense:perfect"
    elif "VBD" in tags:
        yield "tense:past"
    elif tags & {"VBZ", "VBP"}:
        yield "tense:present"
    else:
        yield f"tense:{verb.tag_ if verb.tag_.startswith('VB') else 'none'}"
    if words & {"not", "n't", "never", "no"}:
        yield "denied"
    if any(c.dep_ == "auxpass" for c in aux):
        yield "passive"


def noun_traits(event: Event) -> Iterator[str]:
    """How a noun is named: "the attack", "an attack", "attacks", "another attack"."""
    head = event.head
    if not head.tag_.startswith("NN"):
        yield "trigger:verb" if head.tag_.startswith("VB") else "trigger:other"
        return
    marks = {c.lower_ for c in head.children if c.dep_ in ("det", "amod", "nummod", "poss")}
    plural = "s" if head.tag_.endswith("S") else ""
    if marks & {"the", "this", "that", "these", "those"}:
        yield f"noun{plural}:definite"
    elif marks & {"a", "an", "another", "other", "more"}:
        yield f"noun{plural}:indefinite"
    else:
        yield f"noun{plural}:bare"


def frame_traits(event: Event, verb: Token) -> Iterator[str]:
    """Where the clause stands: subordinate, behind "after", aimed at, background, a new item."""
    if is_ahead(event.head) or is_ahead(verb):
        yield "ahead"
    if is_background(event):
        yield "background"
    if parted(event.head, event.head.sent.root):
        yield "after"
    yield f"clause:{verb.dep_ if verb.dep_ in ('relcl', 'acl', 'advcl', 'ccomp', 'conj', 'ROOT') else 'other'}"
    if event.head.dep_ in ("amod", "compound"):
        yield "modifier"
    first = next((t for t in event.sentence if not t.is_space), event.head)
    if first.lower_ in OPENERS or (first.i + 1 < len(first.doc) and first.nbor().lower_ in OPENERS):
        yield "opener"
    if when_words().speech & {t.lower_ for t in verb.ancestors}:
        yield "told_by_source"
    if first.lower_ in ("he", "she", "it", "they"):
        yield "pronoun"
