"""Mentions of persons, organisations, nationalities, weapons, platforms and vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from contested.annotate.actor_lexicon import ActorLexicon, lexicon_for
from contested.annotate.actor_phrases import entry_at
from contested.annotate.bodies import named_bodies
from contested.annotate.things import find_things
from contested.annotate.words import Words, split_words, text_of
from contested.model.annotations import EntityKind, EntityMention
from contested.model.mention import Mention
from contested.packs.load import Pack

FROM_MODEL: dict[str, EntityKind] = {"PERSON": "person", "ORG": "organisation"}
KIND_OF_ALIAS: dict[str, EntityKind] = {
    "leader": "person",
    "adjective": "nationality",
    "demonym": "nationality",
    "name": "organisation",
}
NAMELIKE = re.compile(r"[A-Z][\w'’.-]*(?:[ \n-](?:[A-Za-z][\w'’.-]*))*\Z")


def find_entities(doc: Doc, pack: Pack) -> list[EntityMention]:
    """Things and persons named in the text, in text order; the Doc's own entities are used where it has them."""
    words, lexicon = split_words(text_of(doc)), lexicon_for(pack)
    names = list(find_names(words, lexicon))
    bodies = [m.mention for m in names if m.kind == "organisation"]
    things = [m for m in find_things(words) if not any(body.covers(m.mention) for body in bodies)]
    found = [*things, *names]
    taken = sorted((m.mention.start, m.mention.end) for m in found)
    found.extend(m for m in model_entities(doc) if not any(s < m.mention.end and m.mention.start < e for s, e in taken))
    return sorted(found, key=lambda m: (m.mention.start, -m.mention.end))


def find_names(words: Words, lexicon: ActorLexicon) -> Iterator[EntityMention]:
    """Persons, organisations and nationalities by the pack's names and by the shape of names."""
    bodies = named_bodies(words, lexicon)
    after = 0
    for i, word in enumerate(words.folded):
        if i < after or not (word in lexicon.openers or i in bodies):
            continue
        body = bodies.get(i)
        entry = entry_at(words, lexicon, i, False)
        size = len(entry.key) if entry is not None and entry.role == "alias" else 0
        if body is not None and body.last - i + 1 > size:
            kind: EntityKind = "person" if body.what == "person" else "organisation"
            yield named(words, kind, body.first, body.last, words.text[words.starts[body.name] : words.ends[body.last]])
            after = body.last + 1
        elif entry is not None and entry.alias is not None:
            last = i + size - 1
            known = KIND_OF_ALIAS.get(entry.group)
            if known is not None:
                yield named(words, known, i, last, entry.alias.person or entry.alias.spelling)
            after = i + size


def named(words: Words, kind: EntityKind, first: int, last: int, name: str) -> EntityMention:
    """The mention of a run of words, without its possessive."""
    start, end = words.starts[first], words.ends[last]
    quote = re.sub(r"['’]s\Z", "", words.text[start:end])
    return EntityMention(kind, Mention(start, start + len(quote), quote), " ".join(name.split()))


def model_entities(doc: Doc) -> Iterator[EntityMention]:
    """What the Doc's entity recogniser found, as far as it looks like a name."""
    for ent in doc.ents:
        kind = FROM_MODEL.get(ent.label_)
        if kind is not None and NAMELIKE.match(ent.text):
            mention = Mention(ent.start_char, ent.end_char, ent.text)
            yield EntityMention(kind, mention, " ".join(ent.text.split()))
