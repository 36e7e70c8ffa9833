"""What the words around an event settle: who is named by "by" behind it did it, who repelled it did not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.addressed import addressed
from contested.claims.parties.adjectives import plainly_named
from contested.claims.parties.apart_passives import passives_apart
from contested.claims.parties.appositions import once
from contested.claims.parties.avenged import avenged
from contested.claims.parties.bare_passives import struck_in_headlines
from contested.claims.parties.beside_doers import beside_doers, not_itself
from contested.claims.parties.between import between_them
from contested.claims.parties.borrowed_nations import without_borrowed_nations
from contested.claims.parties.both_sides import both_sides
from contested.claims.parties.by_and_from import by_and_from
from contested.claims.parties.capitals import all_capitals
from contested.claims.parties.clause_doers import acts_in_clause, with_allies
from contested.claims.parties.clauses_beside import within_part, without_beside, without_earlier, without_later
from contested.claims.parties.controlled import controlled
from contested.claims.parties.examples import with_examples
from contested.claims.parties.in_full import in_full
from contested.claims.parties.joined_roles import joined_roles
from contested.claims.parties.laid_on import laid_on
from contested.claims.parties.lost_commas import apart
from contested.claims.parties.main_subjects import main_subjects
from contested.claims.parties.named_people import named_people
from contested.claims.parties.not_doers import not_doers
from contested.claims.parties.not_struck import not_struck
from contested.claims.parties.other_clauses import other_clauses
from contested.claims.parties.owned import owned
from contested.claims.parties.pairs import both_in_headlines
from contested.claims.parties.plain_objects import plain_objects
from contested.claims.parties.plain_subjects import plain_subjects
from contested.claims.parties.protested import protested
from contested.claims.parties.reduced_passives import reduced_passives
from contested.claims.parties.shared_nouns import sharing_nouns
from contested.claims.parties.struck_subjects import struck_subjects
from contested.claims.parties.tellers import (
    accused_did,
    accused_of,
    outside,
    own_subject,
    without_accusers,
    without_asides,
    without_closing_speaker,
    without_joint_tellers,
    without_spokesmen,
    without_tellers,
    without_told_before,
    without_told_later,
)
from contested.claims.parties.those_hit import those_hit
from contested.claims.parties.told_doers import (
    behind_it,
    hyphened,
    is_weapon,
    listed,
    named_behind,
    named_by,
    named_outside,
    of_who_tells,
    out_of_hands,
    own_doer,
    parties_in,
    taken_by,
    who_says_so,
    whose_raid,
)
from contested.claims.parties.unknown_doers import unknown_doers
from contested.claims.parties.who_by_rule import Parts
from contested.claims.parties.whole_lists import whole_lists
from contested.claims.parties.whole_names import wholly_named
from contested.claims.parties.whose_word import whose_word
from contested.claims.parties.worded_roles import worded_roles
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.phrases import headline_end
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import Participant
from contested.model.claim import Effect

HARMS = frozenset({"killed", "injured", "captured", "detained", "abducted"})
THEMSELVES = frozenset({"suicide_bombing", "armed_clash", "surrender", "displacement", "protest"})
OBJECT, SUBJECT = frozenset({"dobj", "nsubjpass"}), frozenset({"nsubj", "nsubjpass"})
SENT = ("launch", "fire", "firing")  # "launched two missiles and 52 drones at Norland"
# Who made or sent a weapon did not fire it: "mortars supplied by Norland".
SUPPLIED = re.compile(r"\b(?:supplied|provided|made|built|donated|sold|delivered|manufactured|produced) by (?:the )?\Z")
NICKNAMED = re.compile(r",\s+(?:also )?(?:known|referred to)(?: \w+ly)? as \Z")
NOBODY = frozenset({"no", "nobody", "none", "neither"})
HELPED = frozenset({"with", "alongside", "beside", "together"})
CARRYING = frozenset({"evacuation", "displacement"})
FIRED = frozenset({"shelling", "air_strike", "missile_attack", "bombing", "chemical_attack"})


def doers_told(parts: Parts, event: Event, context: Context, effects: Sequence[Effect] = ()) -> Parts:
    """The participants without doers that the words around the event exclude, and with the one that they tell."""
    text = context.report.text
    parts = without_spokesmen(without_weapons(parts, event, context), event, context)
    parts = behind_it(named_by(without_borrowed(parts, event), event, context), event, context)
    parts = without_repellers(named_behind(parts, event, text), event, context)
    parts = without_nobody(without_harmed(parts, event, effects), event)
    parts = without_tellers(without_asides(parts, event), event, context)
    parts = of_own_subject(without_inner(without_accusers(parts, event, context), event), event)
    parts = without_acted_on(
        without_beside(without_told_before(without_told_later(parts, event, context), event, context), event), event
    )
    parts = without_closing_speaker(without_joint_tellers(parts, event, context), event, context)
    parts = within_part(without_earlier(without_later(parts, event), event), event, context)
    parts = struck_in_headlines(taken_by(struck_by(parts, event, context), event, context), event, context)
    parts = who_says_so(
        of_who_tells(listed(hyphened(parts, event, context), event, context), event, context), event, context
    )
    parts = out_of_hands(those_hit(parts, event, context), event, context)
    parts = protested(whose_raid(own_doer(parts, event, context), event, context), event, context)
    parts = avenged(not_doers(without_users(parts, event), event, context), event)
    parts = laid_on(both_sides(accused_did(parts, event, context), event, context), event, context)
    parts = by_and_from(unknown_doers(accused_of(parts, event, context), event, context), event, context)
    parts = without_borrowed_nations(not_struck(struck_subjects(parts, event, context), event, context), event)
    parts = joined_roles(worded_roles(parts, event, context), event, context)
    parts = between_them(with_allies(acts_in_clause(parts, event, context), event, context), event, context)
    parts = passives_apart(all_capitals(whose_word(parts, event, context), event, context), event, context)
    parts = sharing_nouns(named_people(parts, event, context), event, context)
    plainly_struck = addressed(plain_objects(parts, event, context), event, context)
    parts = controlled(plain_subjects(plainly_struck, event, context), event, context)
    parts = reduced_passives(main_subjects(parts, event, context), event)
    parts = without_harmed(parts, event, effects)
    parts = with_examples(beside_doers(whole_lists(parts, event, context, effects), event, context), event, context)
    parts = wholly_named(owned(other_clauses(parts, event, context), context), event, context)
    parts = plainly_named(once(apart(both_in_headlines(parts, event, context), context), context), context)
    return not_itself(in_full(parts, context), event)


def without_weapons(parts: Parts, event: Event, context: Context) -> Parts:
    """A weapon does nothing by itself, who fires it does not strike it, and a vehicle only carries."""
    start, end = event.trigger.start_char, event.trigger.end_char
    text = context.report.text
    parts = without_nicknames(parts, text)
    doers = tuple(
        who for who in parts.initiators
        if not is_weapon(who) and SUPPLIED.search(text, max(0, who.mention.start - 24), who.mention.start) is None
    )  # fmt: skip
    if event.code in CARRYING:  # "evacuated by helicopter"
        by = (who for who in doers if context.report.text[: who.mention.start].endswith("by "))
        ridden = {who for who in by if who.name.lower() in load_nouns()["vehicles"]}
        doers = tuple(who for who in doers if who not in ridden)
    fired, sent = event.code in FIRED, event.trigger.text.lower().startswith(SENT)
    met = event.code == "armed_clash"  # "repelled a drone attack"
    hit = (
        w for w in parts.targets
        if not (is_weapon(w) and (met or wielded(w, text) or (fired and (sent or start <= w.mention.start < end))))
    )  # fmt: skip
    return parts.but(initiators=doers, targets=tuple(hit))


def without_nicknames(parts: Parts, text: str) -> Parts:
    """What a party is also called is no other party: "gangs, known locally as bandits, have killed hundreds"."""
    kept = [
        tuple(w for w in those if NICKNAMED.search(text, max(0, w.mention.start - 30), w.mention.start) is None)
        for those in (parts.initiators, parts.targets)
    ]
    return parts.but(initiators=kept[0], targets=kept[1])


def wielded(who: Participant, text: str) -> bool:
    """Whether a weapon is what something is done with: "opened fire with machine guns"."""
    return text[: who.mention.start].rstrip().endswith(" with")


def without_borrowed(parts: Parts, event: Event) -> Parts:
    """How a war began is told with its own doers or none: no party of another sentence did it."""
    if event.trigger[-1].lower_ not in speech().era:
        return parts
    first, last = event.sentence.start_char, event.sentence.end_char
    named = (w for w in parts.initiators if w.mention.quote.lower() not in ("it", "they"))  # "since it started with …"
    return parts.but(initiators=tuple(w for w in named if first <= w.mention.start < last))


def without_harmed(parts: Parts, event: Event, effects: Sequence[Effect]) -> Parts:
    """Who is counted among the event's dead or hurt is no doer, unless he blew himself up."""
    if event.code in THEMSELVES or not effects or not parts.initiators:
        return parts
    harmed = [e for e in effects if e.kind in HARMS]
    doers = named_outside(parts.initiators, (e.mention for e in harmed))
    behind = {e.who.lower() for e in harmed if e.who}  # "nine officers were killed; five in an attack"
    if event.head.tag_[:1] == "N" and not any(kid.lower_ == "by" for kid in kids(event.head)):
        doers = tuple(who for who in doers if who.name.lower() not in behind)
    return parts.but(initiators=doers)


def without_nobody(parts: Parts, event: Event) -> Parts:
    """Nobody does what "no group" does: "no group claimed responsibility"."""
    subjects = [kid for kid in kids(event.head) if kid.dep_ == "nsubj"]
    none = any(s.lower_ in NOBODY or any(kid.lower_ in NOBODY for kid in kids(s)) for s in subjects)
    return parts.but(initiators=()) if none and parts.initiators else parts


def without_inner(parts: Parts, event: Event) -> Parts:
    """Who is only named in a clause about the doer did not do it: "the ministry, which blamed the YPG, shelled"."""
    told = own_subject(event)
    if told is None or len(parts.initiators) < 2:
        return parts
    clauses = (kid for kid in kids(told[0]) if kid.dep_ == "relcl")
    return parts.but(initiators=outside(parts.initiators, clauses))


def of_own_subject(parts: Parts, event: Event) -> Parts:
    """Who does what a clause tells is its own subject: "an end to the war, which Norland rejects".

    Elsewhere than in a relative clause nobody behind the verb is one beside it: "troops repelled a raid by rebels".
    """
    verb = event.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.tag_[:1] == "N"), None)
    if verb.tag_[:1] != "V" or subject is None or len(parts.initiators) < 2:
        return parts
    beyond = set(outside(parts.initiators, [subject]))
    own = tuple(who for who in parts.initiators if who not in beyond)
    if verb.dep_ != "relcl" and own:
        helped = [kid for kid in kids(verb) if kid.lower_ in HELPED or kid.dep_ in ("advcl", "acl")]
        helpers = set(parts.initiators) - set(outside(parts.initiators, helped))
        own = tuple(who for who in parts.initiators if who.mention.start < verb.idx or who in helpers)
    return parts.but(initiators=own) if own else parts


def without_acted_on(parts: Parts, event: Event) -> Parts:
    """Whom others act on by the same words is no doer: "one strike engaged a unit and destroyed its base"."""
    head, verb = event.head, event.head.head
    objects: list[Token] = []
    if head.dep_ == "conj" and head.tag_[:1] == verb.tag_[:1] == "V":
        objects, end = [kid for kid in kids(verb) if kid.dep_ == "dobj" and kid.i < head.i], head.idx
    above = next((token for token in head.ancestors if token.dep_ not in ("conj", "pobj")), None)
    if head.tag_[:2] == "NN" and above is not None and above.dep_ == "agent":  # "rebels backed by air strikes"
        acl, end = above.head.dep_ == "acl", above.head.idx
        objects = [above.head.head] if acl else [kid for kid in kids(above.head) if kid.dep_ == "nsubjpass"]
    spans = [(token.left_edge.idx, min(token.right_edge.idx, end - 1)) for token in objects]
    kept = (w for w in parts.initiators if not any(low <= w.mention.start <= high for low, high in spans))
    return parts.but(initiators=tuple(kept)) if spans else parts


def without_users(parts: Parts, event: Event) -> Parts:
    """Whom only a clause above names did not do what weapons are for: "missiles used to attack ships"."""
    purpose = event.head.head
    meant = event.head.dep_ in ("xcomp", "advcl") and purpose.dep_ == "acl" and purpose.lower_ in deed_words()["meant"]
    fired = purpose.head.lower_ in wording().weapons or purpose.head.lower_ in ("weapon", "weapons", "arms")
    if not (meant and fired) or any(kid.dep_ == "nsubj" for kid in kids(event.head)):
        return parts
    low = purpose.left_edge.idx
    return parts.but(initiators=tuple(who for who in parts.initiators if who.mention.start >= low))


def struck_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Whom a headline's passive names before "by" is struck, where nobody else is: "rebels ambushed by soldiers"."""
    verb = event.head
    behind = any(kid.lower_ == "by" and kid.dep_ in ("agent", "prep") for kid in kids(verb))
    if parts.targets or event.code not in VIOLENT or verb.tag_ not in ("VBN", "VBD") or not behind:
        return parts
    before = [verb.head] if verb.dep_ == "acl" else [kid for kid in kids(verb) if kid.dep_ in SUBJECT]
    struck = tuple(parties_in((token for token in before if token.i < verb.i), context))[:1]
    names = {who.mention for who in struck}
    return parts.but(targets=struck, initiators=tuple(w for w in parts.initiators if w.mention not in names))


def without_repellers(parts: Parts, event: Event, context: Context) -> Parts:
    """Who repelled an attack did not attack: nobody who stands before the verb in its sentence is a doer."""
    text = context.report.text
    verb, before = event.head.head, event.trigger.start - 1
    if before >= 0 and event.trigger.start_char < headline_end(text):  # "Norland Forces Foil Raid", whatever the tags
        noun = context.doc[before]
        if wording().repelled.match(text, noun.idx):
            return parts.but(initiators=tuple(w for w in parts.initiators if w.mention.start > noun.idx))
    if event.head.dep_ == "conj" and verb.tag_[:2] == "NN" and verb.dep_ in OBJECT and event.code in VIOLENT:
        verb = verb.head  # "repelled two raids and a car bomb"
    elif event.head.dep_ not in OBJECT:
        return parts
    if not parts.initiators or verb.tag_[:1] != "V":
        return parts
    denied = any(kid.dep_ == "neg" for kid in kids(verb)) and verb.lower_ in deed_words()["confirming"]
    if wording().repelled.match(text, verb.idx) is None and not denied:
        return parts
    first, noun = event.sentence.start_char, event.head
    if any(kid.dep_ == "poss" and kid.tag_ == "PRP$" for kid in kids(noun)):
        first = next((kid.idx for kid in kids(verb) if kid.dep_ == "nsubj"), verb.idx)
    own = range(noun.left_edge.idx, noun.right_edge.idx + 1)
    kept = (w for w in parts.initiators if w.mention.start in own or not first <= w.mention.start < verb.idx)
    return parts.but(initiators=tuple(kept))
