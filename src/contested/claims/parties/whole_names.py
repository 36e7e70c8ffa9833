"""The whole name that a mention only begins or ends: "CODECO militiamen", "the Sinaloa Cartel", "a police convoy"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.parties.fillers import GROUPS
from contested.claims.parties.naming import Names, unknown_at
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.struck import sort_at
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.at import overlapping
from contested.model.mention import Mention

BEFORE = frozenset({"compound", "nmod", "amod"})
MEMBERS = frozenset(
    "members member units unit elements faction factions fighters soldiers supporters troops infantrymen "
    "commandos gunmen militants".split()
)
NAMES = frozenset({"NNP", "NNPS", "NN", "JJ"})
PHRASE = NAMES | {"DT", "HYPH"}
ARMED = frozenset({"rebel_group", "militia", "unknown", "state_forces", "external_forces", "police"})
THINGS = frozenset({"built", "gear", "gathering"})
STRIKING = frozenset(f"{GROUPS['violence']} {GROUPS['land']} destruction looting seizure base_established".split())
SIDES = frozenset({"between", "among", "by", "against", "with"})  # they lead to who acts, not to where
INSIDE = frozenset({"del", "de", "la", "al", "el", "-", "–"})  # small words within a name


def wholly_named(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants under their whole names: a party's own name before its noun, what a party's word qualifies."""
    tree = tree_of(context.doc)
    things = event.code in STRIKING
    bare = [as_person(without_verb(who, event, tree), tree) for who in parts.targets]
    struck = [as_thing(who, tree) if things else who for who in bare]
    targets = [as_member(as_named(who, tree, context), tree, context) for who in struck]
    doers = [as_member(as_named(who, tree, context), tree, context) for who in parts.initiators]
    grown = [now.mention for now, old in zip((*doers, *targets), (*parts.initiators, *parts.targets), strict=True)
             if now is not old]  # fmt: skip
    return parts.but(initiators=tuple(outermost(doers, grown)), targets=tuple(outermost(targets, grown)))


def outermost(those: list[Participant], grown: list[Mention]) -> Iterator[Participant]:
    """Those that are no part of a name that was made whole, each once."""
    seen: set[Mention] = set()
    for who in those:
        inside = any(name.covers(who.mention) and name != who.mention for name in grown)
        if not inside and who.mention not in seen:
            seen.add(who.mention)
            yield who


def without_verb(who: Participant, event: Event, tree: Tree) -> Participant:
    """What is struck, without a verb that was taken for its quality: "…, damaging two homes", "to attack civilians"."""
    first, last = tree.interval(who.mention)
    start, end = event.trigger.start, event.trigger.end
    gerund = tree.tags[first] == "VBG" and tree.words[first - 1] in (",", "and")
    acts = gerund or (tree.tags[first] == "VB" and tree.words[first + 1 : first + 2] != ["-"])
    if not first <= start < end < last or (start == first and tree.tags[start] not in ("VBG", "VB")):
        start, end = first, first + (acts and first + 1 < last)
    while end < last - 1 and tree.tags[end] in ("DT", "CD", "PRP$"):
        end += 1
    if end in (first, last) or tree.tags[start][:1] != "V" or who.actor is not None:
        return who
    mention = tree.mention(end, last)
    return replace(who, name=" ".join(mention.quote.split()), mention=mention)


def as_person(who: Participant, tree: Tree) -> Participant:
    """The person who is harmed, not whose he is: "the head of the clinic was killed"."""
    token = tree.head_of(*tree.interval(who.mention))
    noun = tree.heads[tree.heads[token]]
    if tree.deps[token] != "pobj" or tree.lower[tree.heads[token]] != "of" or who.actor is not None:
        return who
    person = tree.lower[noun] in load_nouns()["person"] or tree.lower[noun] in speech().persons
    harmed = tree.deps[noun] in ("nsubjpass", "dobj") and tree.lower[tree.heads[noun]] in effect_lexicon().forms
    if not person or not harmed:
        return who
    return unknown_at(tree, noun)


def as_named(who: Participant, tree: Tree, context: Context) -> Participant:
    """A party that no pack knows, with the name before its noun."""
    first, last = tree.interval(who.mention)
    noun = tree.words[last - 1]
    role = who.kind in ARMED and not load_nouns()["armed"].isdisjoint(who.name.lower().split())
    start = name_start(first, last, tree) if role and who.actor is None and who.name == who.mention.quote else first
    if start == first or not (noun.islower() or tree.lower[start - 1] == "the"):
        return who  # headlines write all words large
    mention = tree.mention(start, last)
    added = Mention(mention.start, who.mention.start, "")
    if is_known(added, context):
        return who
    if any(overlapping(context.annotations.places, added)) and is_led(start, tree):
        return who  # "in Norwick militants attacked"
    return replace(who, name=" ".join(mention.quote.split()), mention=mention)


def is_known(mention: Mention, context: Context) -> bool:
    """Whether a party of the pack is named within a mention."""
    return any(a.actor is not None for a in overlapping(context.annotations.actors, mention))


def as_member(who: Participant, tree: Tree, context: Context) -> Participant:
    """A party's people whom only their word names, with whose they are: "members of the Northern Guard"."""
    last = tree.interval(who.mention)[1]
    if who.actor is not None or who.name != who.mention.quote or tree.lower[last - 1] not in MEMBERS:
        return who
    mention = Names(tree, (), frozenset(), []).phrase(last - 1)
    named = any(word[:1].isupper() for word in mention.quote.split()[1:]) and '"' not in mention.quote
    longer = mention.start == who.mention.start and mention.end > who.mention.end and named
    longer = longer and not is_known(mention, context)
    return replace(who, name=" ".join(mention.quote.split()), mention=mention) if longer else who


def name_start(first: int, last: int, tree: Tree) -> int:
    """Where the proper name that qualifies the words of an interval begins; ``first`` where there is none."""
    start = first
    while start > tree.first[first]:
        at = start - 1
        if tree.lower[at] in DAYS or (tree.tags[at] == "JJ" and at == tree.first[first]):
            break
        inner = tree.lower[at] in INSIDE and at > tree.first[first] and tree.words[at - 1][:1].isupper()
        if not (inner or (tree.words[at][:1].isupper() and tree.tags[at] in NAMES)):
            break
        if tree.deps[at] not in BEFORE and tree.deps[at] != "punct":
            break
        if not hangs_in(at, first, last, tree):
            break
        start = at
    while start < first and not tree.words[start][:1].isupper():
        start += 1
    return start


def is_led(start: int, tree: Tree) -> bool:
    """Whether a preposition leads to the words that begin at a token: "in western Norwick rebel fighters"."""
    at = start - 1
    while at > tree.first[start] and tree.tags[at] in PHRASE:
        at -= 1
    return at >= tree.first[start] and tree.tags[at] in ("IN", "TO") and tree.lower[at] not in SIDES


def hangs_in(token: int, first: int, last: int, tree: Tree) -> bool:
    """Whether a token qualifies a word of the interval, by way of words of the same name."""
    for _ in range(last - token):
        token = tree.heads[token]
        if first <= token < last:
            return True
        if tree.deps[token] not in BEFORE:
            return False
    return False


def as_thing(who: Participant, tree: Tree) -> Participant:
    """What is struck, where only the word before it was taken for it: "a police convoy", "the army's positions"."""
    first, last = tree.interval(who.mention)
    head = tree.head_of(first, last)
    noun = tree.heads[head]
    if tree.deps[head] not in (*BEFORE, "poss") or noun < last or sort_at(tree, noun) not in THINGS:
        return who
    if any(tree.tags[k] == "CD" or tree.lower[k] in ("and", ",") for k in range(last, noun)):
        return who
    mention = tree.mention(first, noun + 1)
    rest = mention.quote[len(who.mention.quote) :]
    return Participant(" ".join(f"{who.name}{rest}".split()), None, "unknown", mention)
