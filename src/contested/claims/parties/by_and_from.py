"""The parties that "by" and "from" lead to, all of a list: "killed by A and B", "condemnation from A"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.told_doers import also_by, named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import ActorKind, Participant
from contested.model.mention import Mention

LISTED = SUFFERED | {"abduction", "arrest", "capture", "destruction", "looting", "territory_gained"}
VOICED = frozenset({"condemnation", "support", "demand", "warning", "threat", "accusation"})
OWNED = frozenset({"responsibility", "control"})


def by_and_from(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with those whom "by" or "from" adds on either side."""
    parts = own_by(name_behind_by(parts, event, context), event)
    if event.code in LISTED:
        parts = all_behind_by(whose_killing(parts, event, context), event, context)
    if event.code in OWNED:
        return owner_behind_by(parts, event, context)
    if event.code in VOICED:
        return accused_by_name(voiced_by(parts, event, context), event, context)
    return taken_from(parts, event, context) if event.code == "territory_gained" else parts


def all_behind_by(parts: Parts, event: Event, context: Context) -> Parts:
    """All of a list do it whose first or last does: "killed by the army and allied militias"."""
    lists = [list_of(noun) for noun in behind(event.head, ("by",)) if noun.i > event.head.i]
    for nouns in lists:
        named = tuple(parties_in(nouns, context))
        known = [who.mention for who in parts.initiators]
        if len(named) > 1 and any(who.mention.overlaps(m) for who in named for m in known):
            more = tuple(who for who in named if not any(who.mention.overlaps(m) for m in known))
            return also_by(parts, more)
    return parts


def name_behind_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who did it by a name that nobody knows: "captured by Silver Shield", no town, day, weapon or means."""
    if parts.initiators or event.head.tag_ not in ("VBN", "NN", "NNS"):
        return parts
    found = context.annotations
    others = [p.mention for p in found.places] + [t.mention for t in found.times] + [e.mention for e in found.entities]
    nouns = [noun for noun in behind(event.head, ("by",)) if noun.tag_ == "NNP" and noun.i > event.head.i]
    named = [noun for noun in nouns if not any(other.holds(noun.idx) for other in others)]
    return parts.but(initiators=tuple(party_of(one, context, "unknown") for noun in named for one in list_of(noun)))


def own_by(parts: Parts, event: Event) -> Parts:
    """Who is behind a deed's own "by" did it alone: "despite denials by the army, jets bombed the town"."""
    noun = event.head
    if noun.tag_[:2] != "NN" or not parts.initiators[1:]:
        return parts
    start, end = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
    told = [one for one in behind(noun, ("by",)) if one.i > noun.i]
    by = any(who.mention.holds(one.idx) for one in told for who in parts.initiators)
    own = tuple(who for who in parts.initiators if start <= who.mention.start < end)
    return parts.but(initiators=own) if by and own else parts


def whose_killing(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose a deed "of" somebody is did it, also who is known as a place only: "Norland's killing of nine farmers"."""
    noun = event.head
    done_to = any(kid.lower_ == "of" and kid.i > noun.i for kid in kids(noun))
    if parts.initiators or not done_to or event.code not in SUFFERED:
        return parts
    owners = [kid for kid in kids(noun) if kid.dep_ == "poss" and kid.tag_[:3] == "NNP"]
    told = [kid for kid in owners if names_party(kid, context)]
    return parts.but(initiators=tuple(party_of(kid, context) for kid in told))


def list_of(noun: Token) -> list[Token]:
    """A noun and those that "and" joins to it, also where the parse hangs one of them elsewhere."""
    first = [kid for kid in kids(noun) if kid.dep_ == "nmod" and any(k.dep_ == "cc" for k in kids(kid))]
    above = noun.head.head
    last = [kid for kid in kids(above) if kid.dep_ == "conj" and kid.tag_[:2] == "NN" and kid.i > noun.i]
    return [*first, noun, *noun.conjuncts, *(last if above.tag_[:1] == "V" else [])]


def behind(token: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns to which prepositions on a word lead."""
    for kid in kids(token):
        if kid.lower_ in prepositions and kid.dep_ in ("prep", "agent"):
            yield from (noun for noun in kids(kid) if noun.dep_ == "pobj")


def owner_behind_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named behind "claimed by" or "held by" claims or holds it, and nobody else."""
    if event.trigger[-1].lower_ != "by" and not any(kid.dep_ == "agent" for kid in kids(event.head)):
        return parts
    nouns = [noun for token in event.trigger for noun in behind(token, ("by",))]
    nouns += [kid for noun in nouns for kid in kids(noun) if kid.dep_ == "poss"]
    owners = tuple(parties_in((one for noun in nouns for one in list_of(noun)), context))
    return parts.but(initiators=owners) if owners else parts


def voiced_by(parts: Parts, event: Event, context: Context) -> Parts:
    """From whom a condemnation comes voices it, where nobody else does: "drew condemnation from A and B"."""
    noun = event.head
    if parts.initiators or noun.tag_[:2] != "NN":
        return parts
    above = [noun, noun.head] if noun.dep_ == "dobj" else [noun]
    nouns = [one for token in above for froms in behind(token, ("from",)) for one in list_of(froms) if one.i > noun.i]
    return parts.but(initiators=tuple(party_of(one, context) for one in nouns if one.tag_[:3] == "NNP"))


def accused_by_name(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is accused by a name that nobody knows, where nobody else is: "police accused the NLF of killing four"."""
    verb = event.head
    if event.code != "accusation" or not wording().accusing.match(verb.lower_):
        return parts
    if parts.targets:
        return accused_not_charged(parts, verb, context)
    nouns = [one for kid in kids(verb) if kid.dep_ == "dobj" and kid.i > verb.i for one in list_of(kid)]
    lands = [place.mention for place in context.annotations.places if place.kind != "country"]
    names = [noun for noun in nouns if noun.tag_[:2] == "NN" and noun.text[:1].isupper()]
    named = [noun for noun in names if not any(land.holds(noun.idx) for land in lands)]
    return parts.but(targets=tuple(party_of(noun, context, "unknown") for noun in named))


def accused_not_charged(parts: Parts, verb: Token, context: Context) -> Parts:
    """Who is accused, not whom the charge is about: "accused its neighbour of arming the rebels"."""
    charged = [kid for kid in kids(verb) if kid.dep_ == "prep" and kid.lower_ == "of" and kid.i > verb.i]
    accused = [kid for kid in kids(verb) if kid.dep_ == "dobj" and kid.tag_[:2] == "NN" and kid.i > verb.i]
    if not charged or not accused or any(who.mention.start < charged[0].idx for who in parts.targets):
        return parts
    return parts.but(targets=tuple(party_of(one, context, "unknown") for one in list_of(accused[0])))


def names_party(noun: Token, context: Context) -> bool:
    """Whether a noun names a party, or a country, which stands for its government."""
    lands = (place.mention for place in context.annotations.places if place.kind == "country")
    return any(land.holds(noun.idx) for land in lands) or next(parties_in([noun], context), None) is not None


def party_of(noun: Token, context: Context, kind: ActorKind = "government") -> Participant:
    """The party of a noun, one of a kind where nobody knows it: a place's name stands for its government."""
    known = next(parties_in([noun], context), None)
    first = min([kid.i for kid in kids(noun) if kid.dep_ == "compound" and kid.i < noun.i], default=noun.i)
    start, end = noun.doc[first].idx, noun.idx + len(noun)
    said = noun.doc.text[start:end]
    return known or Participant(said, None, kind, Mention(start, end, said))


def taken_from(parts: Parts, event: Event, context: Context) -> Parts:
    """From whom a place is taken is who lost it: "troops retook the town from rebels"."""
    if parts.targets:
        return parts
    heads = [event.head, *behind(event.head, ("by",)), *(kid for kid in kids(event.head) if kid.dep_ == "dobj")]
    nouns = [one for head in heads for noun in behind(head, ("from",)) for one in list_of(noun)]
    armed = load_nouns()["armed"]
    those = [party_of(one, context, "unknown") for one in nouns if one.lower_ in armed] or parties_in(nouns, context)
    lost = tuple(who for who in those if who.kind in ARMED or who.kind == "unknown")
    return parts.but(targets=named_outside(lost, [who.mention for who in parts.initiators]))
