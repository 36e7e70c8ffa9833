"""Who did it to whom where a wording of its own tells: "killed by X fire", "used villagers as shields"."""

from __future__ import annotations

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.by_and_from import party_of
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.told_doers import HYPHENS, is_initials, is_weapon, named_outside, of_token, parties_in
from contested.claims.parties.unknown_doers import agents_of, by_voice, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.mend_words import mend_words
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHIELDS = frozenset({"shield", "shields"})
TAKEN = frozenset({"seizure", "destruction"})
MOVES = frozenset({"withdrawal", "territory_gained", "attack", "armed_clash", "deployment", "surrender"})
MET = frozenset({"agreement", "talks"})
NEAR = 4  # words before a deed
LEAST = 4  # words of "men believed to be"
CHARGES = frozenset({"accusation", "denial", "demand", "threat"})


def worded_roles(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with those whom such a wording names, and without those whom it excludes."""
    if event.code == "territory_gained" and any(True for _ in agents_of(event.head)):
        parts = by_voice(parts, event)  # "the rebels were driven out by X"
    parts = driven_out(whose_move(parts, event, context), event, context)
    parts = against_whom(without_deeds(who_rallies(parts, event, context), event), event, context)
    parts = whose_ground(parts, event)
    parts = shielded_by(suspected_doer(parts, event, context), event, context)
    parts = not_by_teller(fired_by(parts, event, context), event)
    parts = not_what_they_may_be(bodies_for_it(parts, event, context), context)
    return without_described(shot_at(whose_charge(parts, event, context), event, context), event)


def whose_move(parts: Parts, event: Event, context: Context) -> Parts:
    """Who moves by a quality told of him alone: "rebels ambushed withdrawing troops" has the troops withdraw."""
    verb, noun = event.head, event.head.head
    if event.code not in MOVES or verb.dep_ != "amod" or verb.tag_ != "VBG" or noun.i < verb.i:
        return parts
    movers = tuple(who for who in parties_in([noun], context) if who.kind in ARMED)[:1]
    hit = named_outside(parts.targets, [who.mention for who in movers])
    return parts.but(initiators=movers, targets=hit) if movers else parts


def driven_out(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is driven out gains no ground, though nobody is told to have done it: "the rebels were pushed out of X"."""
    struck = [kid for kid in kids(event.head) if kid.dep_ == "nsubjpass"]
    if event.code != "territory_gained" or not struck:
        return parts
    told = any(True for _ in agents_of(event.head))
    doers = parts.initiators if told else named_outside(parts.initiators, [words_of(kid) for kid in struck])
    lost = tuple(who for who in parties_in(struck, context) if who.kind in ARMED)
    return parts.but(initiators=doers, targets=parts.targets or lost)


def who_rallies(parts: Parts, event: Event, context: Context) -> Parts:
    """Who holds a rally demands what it calls for: "residents staged a demonstration calling for reform"."""
    rally = event.head.head
    if event.code != "demand" or event.head.dep_ != "acl" or rally.dep_ != "dobj":
        return parts
    if rally.lower_ not in mend_words()["crowds"]:
        return parts
    holders = [noun for kid in kids(rally.head) if kid.dep_ == "nsubj" for noun in (kid, *kid.conjuncts)]
    doers = tuple(next(parties_in([noun], context), None) or phrase_of(noun, context) for noun in holders)
    return parts.but(initiators=doers or parts.initiators)


def without_deeds(parts: Parts, event: Event) -> Parts:
    """No deed agrees or talks: "the air strikes violate the truce agreed in February"."""
    if event.code not in MET or not parts.initiators:
        return parts
    deeds = load_nouns()["happenings"] | load_nouns()["breaches"]
    return parts.but(initiators=tuple(w for w in parts.initiators if deeds.isdisjoint(w.name.lower().split())))


def whose_ground(parts: Parts, event: Event) -> Parts:
    """Who acts on another's ground does not hold it: "the army targeted rebel strongholds"."""
    noun, verb = event.head, event.head.head
    if event.code != "control" or noun.tag_[:2] != "NN" or noun.dep_ != "dobj" or len(parts.initiators) < 2:
        return parts
    subjects = [words_of(kid) for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i]
    return parts.but(initiators=named_outside(parts.initiators, subjects) or parts.initiators)


def against_whom(parts: Parts, event: Event, context: Context) -> Parts:
    """Whom a deed is told to be against before its noun, where nobody else is struck: "an anti-Norland offensive"."""
    noun = event.head
    if event.code not in SUFFERED or noun.tag_[:2] != "NN" or parts.targets:
        return parts
    before = range(max(event.sentence.start, event.trigger.start - NEAR), event.trigger.start - 2)
    marks = [k for k in before if context.doc[k].lower_ == "anti" and context.doc[k + 1].text in (*HYPHENS, "‑")]
    named = [context.doc[k + 2] for k in marks if context.doc[k + 2].text[:1].isupper()]
    struck = [next(parties_in([token], context), None) or of_token(token) for token in named]
    doers = named_outside(parts.initiators, [who.mention for who in struck])
    return parts.but(initiators=doers, targets=tuple(struck)) if struck else parts


def fired_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose fire it was, where nobody else is told to have done it: "was killed by X fire", "gunfire by X"."""
    if parts.initiators or event.code not in SUFFERED:
        return parts
    fire = [noun for noun in agents_of(event.head) if noun.lower_ in load_nouns()["means"]]
    before = [kid for noun in fire for kid in kids(noun) if kid.dep_ in ("compound", "amod", "poss")]
    doers = tuple(who for who in parties_in(before, context) if who.kind in ARMED and not is_weapon(who))
    doers = doers or tuple(of_token(kid) for kid in before if is_initials(kid))
    return parts.but(initiators=doers[:1])


def suspected_doer(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is suspected to be somebody did it himself, and does not strike them: "men suspected to be rebels killed"."""
    verb, above = event.head, event.head.head
    told = verb.dep_ == "ccomp" and above.tag_ == "VBN" and wording().supposing.match(above.lower_) is not None
    if event.code not in SUFFERED or not told or any(kid.dep_ in (*SUBJECTS, "auxpass") for kid in kids(verb)):
        return parts
    being = [kid for kid in kids(above) if kid.dep_ == "xcomp" and kid.i < verb.i]
    nouns = [kid for kid in kids(above) if kid.dep_ in SUBJECTS]
    if not being or not nouns or any(kid.dep_ == "auxpass" for kid in kids(above)):
        return parts
    hit = named_outside(parts.targets, [words_of(kid) for kid in (*being, *nouns)])
    return parts.but(initiators=tuple(phrase_of(noun, context) for noun in nouns), targets=hit)


def shielded_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who uses others, or a building, as a human shield: "the rebels used villagers as human shields"."""
    noun = next((token for token in event.trigger if token.lower_ in SHIELDS), None)
    if event.code != "abduction" or noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return parts
    verb = noun.head.head
    verb = verb.head if verb.tag_[:1] == "N" and verb.dep_ == "dobj" else verb
    passive = any(kid.dep_ == "auxpass" for kid in kids(verb))
    users = [*agents_of(verb)] if passive else [kid for kid in kids(verb) if kid.dep_ == "nsubj"]
    used = [kid for kid in kids(verb) if kid.dep_ == ("nsubjpass" if passive else "dobj")]
    doers = tuple(phrase_of(one, context) for one in users if one.tag_[:1] == "N")
    known = {who.mention for who in (*parts.targets, *doers)}
    hit = [phrase_of(one, context) for noun in used for one in (noun, *noun.conjuncts) if one.tag_[:1] == "N"]
    more = tuple(who for who in hit if not any(who.mention.overlaps(m) for m in known))
    return parts.but(initiators=parts.initiators or doers, targets=(*parts.targets, *more))


def not_by_teller(parts: Parts, event: Event) -> Parts:
    """Who only tells of what was taken or destroyed did not do it: "the army said nine tanks were destroyed"."""
    verb = event.head
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ == "VBN":
        verb = verb.head
    passive = any(kid.dep_ == "nsubjpass" for kid in kids(verb)) and not any(True for _ in agents_of(event.head))
    if event.code not in TAKEN or verb.dep_ != "ccomp" or not passive:
        return parts
    tellers = [words_of(kid) for kid in kids(verb.head) if kid.dep_ == "nsubj"]
    return parts.but(initiators=named_outside(parts.initiators, tellers))


def whose_charge(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose accusations they are, also who is known as a place only: "Norwick's allegations"."""
    if parts.initiators or event.code not in CHARGES or event.head.tag_[:1] != "N":
        return parts
    owners = [kid for kid in kids(event.head) if kid.dep_ == "poss" and kid.tag_[:3] == "NNP"]
    return parts.but(initiators=tuple(party_of(kid, context) for kid in owners))


def without_described(parts: Parts, event: Event) -> Parts:
    """What is only told about the doer is not struck: "the raiders, who came on motorcycles, burned houses"."""
    verb = event.head
    if event.code not in SUFFERED | TAKEN or verb.tag_[:1] != "V" or not parts.targets:
        return parts
    nouns = [kid for kid in kids(verb) if kid.dep_ == "nsubj"]
    nouns += [verb.head] if verb.dep_ == "acl" and verb.i > verb.head.i else []
    told = [kid for noun in nouns for kid in kids(noun) if kid.dep_ == "relcl" and kid.right_edge.i < verb.i]
    return parts.but(targets=named_outside(parts.targets, [words_of(kid) for kid in told]))


def not_what_they_may_be(parts: Parts, context: Context) -> Parts:
    """Who is believed to be somebody stands for himself: "men believed to be rebels raided a town and killed six"."""
    doc, tree = context.doc, tree_of(context.doc)
    for who in (*parts.initiators, *parts.targets):
        at = tree.interval(who.mention)[0]
        if at < LEAST or doc[at - 2 : at].text.lower() != "to be" or doc[at - LEAST].tag_[:1] != "N":
            continue
        if wording().supposing.match(doc[at - 3].lower_):
            own = phrase_of(doc[at - LEAST], context)
            doers = tuple(own if one == who else one for one in parts.initiators)
            return parts.but(initiators=doers, targets=tuple(one for one in parts.targets if one != who))
    return parts


def bodies_for_it(parts: Parts, event: Event, context: Context) -> Parts:
    """No person with a title is "it": the last body named before is, as in "… talks with the EMC after it attacked"."""
    wrong = [who for who in parts.initiators if who.mention.quote.lower() == "it" and is_titled(who)]
    if not wrong or event.code not in SUFFERED:
        return parts
    it = tree_of(context.doc).interval(wrong[0].mention)[0]
    before = [token for token in event.sentence if token.i < it and token.tag_[:2] == "NN"]
    known = (next(parties_in([token], context), None) for token in reversed(before))
    bodies = [of_token(token) for token in reversed(before) if is_initials(token)]
    bodies = bodies or [who for who in known if who is not None and who.kind in ARMED]
    others = [who for who in parts.initiators if who not in wrong]
    return parts.but(initiators=(*others, *bodies[:1]))


def is_titled(who: Participant) -> bool:
    """Whether a name tells a person's office."""
    return any(word in load_nouns()["person"] for word in who.name.lower().split())


def shot_at(parts: Parts, event: Event, context: Context) -> Parts:
    """What was shot down, not who sent it: "a missile that X fired was intercepted", "of which 22 were shot down"."""
    verb = event.head
    struck = [kid for kid in kids(verb) if kid.dep_ == "nsubjpass"]
    if event.code != "interception" or not struck or any(True for _ in agents_of(verb)):
        return parts
    told = [words_of(kid) for noun in struck for kid in kids(noun) if kid.dep_ == "relcl"]
    parts = parts.but(initiators=named_outside(parts.initiators, told))
    of_them = any(kid.lower_ == "of" and any(k.tag_ == "WDT" for k in kids(kid)) for kid in kids(verb))
    if parts.targets or not of_them or verb.dep_ != "relcl":
        return parts
    return parts.but(targets=(phrase_of(verb.head, context),))
