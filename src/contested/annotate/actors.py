"""Mentions of parties."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from contested.annotate.actor_context import Syntax, names_an_actor
from contested.annotate.actor_initials import with_initials
from contested.annotate.actor_lexicon import ActorLexicon, lexicon_for
from contested.annotate.actor_phrases import before_event, find_phrases
from contested.annotate.actor_reading import ARMED, FIGHTING, RULING, Reading, read_phrase
from contested.annotate.actor_resolution import Found, resolve_roles
from contested.annotate.words import Words, split_words, text_of
from contested.model.annotations import ActorMention
from contested.model.mention import Mention
from contested.packs.load import Pack

OWNER = re.compile(
    r"\s(?:of|from|within|belonging to|loyal to|allied (?:to|with)|linked to|affiliated (?:to|with))"
    r"(?: the| a| an)?\s\Z"
)
ACRONYM = re.compile(r"\s?\((?:the |or |also known as )?([A-Z][\w/.'’-]*(?: or [A-Z][\w-]+)?)\)")
OWNED = FIGHTING | RULING | {"coalition", "security", "opposing"}
OWNING = frozenset(
    {"government", "fighters", "disputed", "military", "body", "security", "police", "militia", "coalition"}
)
AGAINST = re.compile(
    r"\b(?:those|anyone|everyone|all) (?:who )?"
    r"(?:fight(?:ing)?|battling|battle|oppos(?:e|ed to|ing)|resisting|against|hostile to)(?: against)?(?: the)? \Z",
    re.IGNORECASE,
)


def find_actors(doc: Doc, pack: Pack) -> list[ActorMention]:
    """Parties named in the text, in text order, without overlaps."""
    words, lexicon = split_words(text_of(doc)), lexicon_for(pack)
    found = list(read_phrases(words, lexicon, pack, Syntax(doc)))
    merged = with_initials(list(merge_owners(found, words, pack)), words)
    return [as_mention(f, words) for f in resolve_roles(iter(merged), words, pack, Syntax(doc))]


def read_phrases(words: Words, lexicon: ActorLexicon, pack: Pack, syntax: Syntax) -> Iterator[Found]:
    """Each phrase that names an actor, with its reading."""
    for phrase in find_phrases(words, lexicon):
        if names_an_actor(phrase, words, lexicon, syntax):
            reading = read_phrase(phrase, pack)
            if phrase.pieces[-1].names and reading.kind == "government" and before_event(words, lexicon, phrase.last):
                reading = forces_of(reading, pack)
            yield Found(phrase.first, phrase.last, phrase, reading, words.ends[phrase.last])


def forces_of(reading: Reading, pack: Pack) -> Reading:
    """The armed forces of the state whose government was read; the reading itself for other governments."""
    state = pack.state_of.get(reading.actor or "")
    return Reading(state.military, pack.kind_of(state.military)) if state is not None else reading


def merge_owners(found: Sequence[Found], words: Words, pack: Pack) -> Iterator[Found]:
    """Join "members of" with "the Nusra Front", and a name with its acronym in brackets."""
    i = 0
    while i < len(found):
        one = with_acronym(found[i], words)
        i += 1
        i = past(found, i, one.end, words)
        if i < len(found) and owns(one, found[i], words):
            other = with_acronym(found[i], words)
            one = Found(one.first, other.last, one.phrase, owned_reading(one, other, words, pack), other.end)
            i = past(found, i + 1, one.end, words)
        yield set_against(one, words)


def set_against(one: Found, words: Words) -> Found:
    """ "Those fighting X" as a party that nobody names, where the phrase is X; else the phrase itself."""
    start = words.starts[one.first]
    match = AGAINST.search(words.text, max(0, start - 40), start)
    if match is None:
        return one
    return Found(bisect_left(words.starts, match.start()), one.last, one.phrase, Reading(None, "unknown"), one.end)


def past(found: Sequence[Found], i: int, end: int, words: Words) -> int:
    """The index of the first phrase from i on that begins at or after a character."""
    while i < len(found) and words.starts[found[i].first] < end:
        i += 1
    return i


def owns(one: Found, other: Found, words: Words) -> bool:
    """Whether the second phrase tells whose people the first are."""
    head = one.phrase.pieces[-1]
    if not head.is_head or head.entry is None or head.entry.group not in OWNED or one.reading.actor is not None:
        return False
    last = other.phrase.pieces[-1]
    group = last.entry.group if last.entry is not None else "body"
    if group == "civilians" or not OWNER.match(words.text, one.end, words.starts[other.first]):
        return False
    return other.reading.actor is not None or group in OWNING


def owned_reading(one: Found, other: Found, words: Words, pack: Pack) -> Reading:
    """The reading of "A of B": B's actor; armed people of a government are its forces; opponents of B are not B."""
    head = one.phrase.pieces[-1].entry
    against = head is not None and head.group == "opposing" and words.folded[one.last + 1] == "of"
    if head is not None and against:
        return Reading(None, head.kind)
    if head is None or other.reading.kind != "government" or head.group not in ARMED | {"fighters"}:
        return other.reading
    forces = forces_of(other.reading, pack)
    return forces if forces.actor is not None else Reading(None, "state_forces")


def with_acronym(one: Found, words: Words) -> Found:
    """The phrase together with "(SDF)" right after it."""
    match = ACRONYM.match(words.text, one.end)
    last = one.phrase.pieces[-1]
    if match is None or not (last.names or one.reading.actor):
        return one
    return Found(one.first, one.last, one.phrase, one.reading, match.end())


def as_mention(found: Found, words: Words) -> ActorMention:
    """The mention, its name without possessive and line breaks."""
    start, end = words.starts[found.first], found.end
    if end == words.ends[found.last] and words.text[end - 2 : end + 1].endswith(".") and words.text[end - 2] == ".":
        end += 1
    quote = words.text[start:end]
    stripped = re.sub(r"['’]s?\Z", "", quote)
    last = found.phrase.pieces[-1]
    lost = stripped == quote and last.last == found.last and last.entry is not None and last.entry.possessive
    name = found.name or found.reading.person or " ".join((stripped[:-1] if lost else stripped).split())
    return ActorMention(Mention(start, start + len(stripped), stripped), name, found.reading.actor, found.reading.kind)
