"""Participants under the names that the text gives in full: "the FMLN", "Minister Marlow", "the envoy", "the rebels".

The mention keeps the words as they stand; only the name, and the actor where one is known, are those of the full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from contested.claims.context import Context
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.full_names import whole_name
from contested.claims.words.acronyms import initials, spelt_out
from contested.claims.words.kin import kids
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant
from contested.model.annotations import ActorMention

NAMES = "contested.names_in_full"
BANDS = frozenset({"rebel_group", "militia"})
TITLED = re.compile(r"(?P<title>[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?P<name>[A-Z][\w’'-]+)")
KNOWN_AS = frozenset({"known", "called", "named", "dubbed"})
LEAST = 3  # letters of an acronym whose name only its initials tell
DEFINITE = frozenset({"the", "these", "those"})


@dataclass(frozen=True)
class FullNames:
    """The names that a report gives in full."""

    context: Context

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronym → name, as the text spells it out."""
        return spelt_out(self.context.report.text)

    @cached_property
    def spelt(self) -> dict[str, str]:
        """Name in lower case → acronym, as the text spells it out."""
        return {name.lower(): short for short, name in self.acronyms.items()}

    @cached_property
    def by_initials(self) -> dict[str, ActorMention]:
        """Initials → the first party of the text whose name of several words begins with them."""
        named = (a for a in self.context.annotations.actors if a.name.istitle() or a.actor is not None)
        found: dict[str, ActorMention] = {}
        for actor in named:
            words = actor.mention.quote.split()
            if len(words) >= LEAST and all(word[:1].isupper() for word in words if len(word) > LEAST):
                found.setdefault(initials(actor.mention.quote), actor)
        return found

    @cached_property
    def bands(self) -> list[ActorMention]:
        """The first mention of each armed group that is named and no state's; none where the pack tells sides.

        Where it does, "the rebels" are a side's and no one group's.
        """
        annotations = self.context.annotations
        if annotations.sided:
            return []
        known = {a.actor: a for a in reversed(annotations.actors) if a.actor is not None and a.kind in BANDS}
        return list(known.values())


def in_full(parts: Parts, context: Context) -> Parts:
    """The participants, each under the name that the text gives in full."""
    names = context.doc.user_data.get(NAMES)
    if names is None:
        names = context.doc.user_data[NAMES] = FullNames(context)
    return parts.each(lambda who: whole(who, context, names))


def whole(who: Participant, context: Context, names: FullNames) -> Participant:
    """One participant under a full name; as he is where the text gives none."""
    for way in (of_acronym, with_acronym, of_title, beside_name, the_band, of_state):
        full = way(who, context, names)
        if full is not None:
            return full
    return who


def of_acronym(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The party whose acronym stands for it: by the text's own brackets, else by the initials of one that is named."""
    short = who.mention.quote.strip("'’s").upper()
    if " " in who.name or (who.name.upper() != short and who.actor is None):
        return None
    if short in names.acronyms:
        return replace(who, name=f"{names.acronyms[short]} ({short})")
    known = names.by_initials.get(who.mention.quote) if len(short) >= LEAST else None
    if known is None or (who.actor is not None and known.actor != who.actor):
        return None
    return replace(who, name=known.mention.quote, actor=known.actor, kind=known.kind)


def with_acronym(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The party with the acronym that the text gives it, so that it has one name in all the report."""
    short = names.spelt.get(who.name.lower().removeprefix("the "))
    return replace(who, name=f"{who.name} ({short})") if short is not None else None


def of_state(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The state that the text also names, for its people's word alone: the "Norlandic" of "Norlandic shelling"."""
    tree = tree_of(context.doc)
    first, last = tree.interval(who.mention)
    if who.actor is None or last - first != 1 or not tree.tags[first].startswith("JJ") or who.name != who.mention.quote:
        return None
    lands = (a for a in context.annotations.actors if a.actor == who.actor and a.mention.quote != who.name)
    land = next((a for a in lands if tree.tags[tree.token_at(a.mention.end - 1)] == "NNP" and a.name.isalpha()), None)
    return replace(who, name=land.name) if land is not None else None


def of_title(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The person of whom only title and surname are told: "Minister Marlow"."""
    match = TITLED.fullmatch(who.name)
    if match is None or match["title"].split()[-1].lower() not in speech().persons:
        return None
    full = whole_name(match["name"], context.report.text)
    return replace(who, name=f"{match['title']} {full}") if full is not None else None


def beside_name(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The name that a description stands beside: "Anna Marlow, a special envoy of", "militiamen known as the Guard"."""
    tree = tree_of(context.doc)
    head = context.doc[tree.head_of(*tree.interval(who.mention))]
    if head.tag_ not in ("NN", "NNS") and head.lower_ not in speech().persons:
        return None
    for name in (*described(head), *called(head), *after_comma(head)):
        known = next(parties_in([name], context), None)
        first, last = tree.left[name.i], name.i + 1
        while first < name.i and not tree.words[first][:1].isupper():
            first += 1
        said = tree.mention(first, last).quote
        if known is not None and len(known.name) >= len(said):
            said = known.name
        if "," not in said and said not in who.name:
            actor = known.actor if known is not None else None
            return replace(who, name=said, actor=who.actor or actor)
    return None


def described(head: Token) -> Iterator[Token]:
    """The proper name that a noun is an apposition of, right behind its comma."""
    name = head.head
    if head.dep_ == "appos" and name.tag_ in ("NNP", "NNPS") and name.i < head.i:
        between = head.doc[name.i + 1 : head.left_edge.i]
        if [token.text for token in between] == [","] and not any(kid.dep_ == "conj" for kid in kids(head)):
            yield name


def called(head: Token) -> Iterator[Token]:
    """The proper name by which a noun goes."""
    for kid in kids(head):
        if kid.dep_ == "acl" and kid.lower_ in KNOWN_AS:
            inner = [kid, *(k for k in kids(kid) if k.lower_ == "as")]
            yield from (k for token in inner for k in kids(token) if k.tag_[:3] == "NNP" and k.i > kid.i)


def after_comma(head: Token) -> Iterator[Token]:
    """The person's name between commas behind a word for one person: "Norland's president, Anna Marlow, said"."""
    if head.lower_ not in speech().persons or head.i + 1 >= len(head.doc) or head.nbor(1).text != ",":
        return
    for kid in kids(head):
        if kid.dep_ == "appos" and kid.tag_ == "NNP" and kid.left_edge.i == head.i + 2 and kid.left_edge.i < kid.i:
            yield kid


def the_band(who: Participant, context: Context, names: FullNames) -> Participant | None:
    """The only armed group that the text names, for "the rebels", "the group", "the gang"."""
    if who.actor is not None or who.name.lower() not in load_nouns()["bands"] or len(names.bands) != 1:
        return None
    tree = tree_of(context.doc)
    first = tree.interval(who.mention)[0]
    band = names.bands[0]
    if tree.lower[first - 1] not in DEFINITE or first == 0:
        return None
    return replace(who, name=band.name, actor=band.actor, kind=band.kind)
