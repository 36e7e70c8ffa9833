"""Whom the words around an event keep from being struck: who tells it of others, who is named by "by" as its doer."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED, VIOLENT
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.standing import standing
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck, sort_at
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant
from contested.model.at import holding
from contested.model.mention import Mention

AIMED = frozenset({"on", "at", "against", "onto", "into", "of"})
HELD = frozenset({"held", "controlled", "run"})
COMING = frozenset("is are was were be been being come comes came coming remain remains remained".split())
TAKEN = frozenset({"capture", "arrest", "abduction", "execution"})
JOINED = frozenset({"conj", "amod", "compound", "nmod"})


def those_hit(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the targets that the words around the event leave."""
    parts = unnamed_struck(told_of(under_fire(parts, event, context), event, context), event, context)
    if event.code not in SUFFERED or not parts.targets:
        return parts
    return without_owners(doers_by(without_teller(parts, event, context), event, context), context)


def unnamed_struck(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with a stretch of ground that has no name and is struck itself: "warplanes struck a town"."""
    if event.code not in VIOLENT:
        return parts
    head = event.head
    verb = head if head.tag_[:1] == "V" else head.head if head.dep_ == "nsubj" else None
    objects = [kid for kid in kids(verb) if kid.dep_ in ("dobj", "nsubjpass")] if verb is not None else []
    struck = [noun for kid in objects for noun in (kid, *kid.conjuncts) if is_unnamed_ground(noun, context)]
    if verb is None or verb.lower_ not in deed_words()["striking"]:
        struck = []
    aimed = [*aimed_at(event, context)]
    lived_in = [noun for noun in aimed if is_lived_in(noun, context) and (not parts.targets or is_told_apart(noun))]
    lived_in += [noun for noun in aimed if is_built(noun, context)]
    struck = list(dict.fromkeys([*struck, *lived_in]))
    more = tuple(
        Participant(noun.doc[first : noun.i + 1].text, None, "unknown", spelt(noun, first))
        for noun in struck
        for first in (first_word(noun),)
        if not any(who.mention.holds(noun.idx) for who in parts.targets)
    )
    kept = (who for who in parts.targets if not any(one.mention.covers(who.mention) for one in more))  # "X-held towns"
    return parts.but(targets=(*kept, *more)) if more else parts


def aimed_at(event: Event, context: Context) -> Iterator[Token]:
    """The nouns at which an event is aimed: "fired shells on several residential areas", "the shelling of a camp"."""
    words = range(event.trigger.start, event.trigger.end)
    heads = {event.head.i, *words} | ({event.head.head.i} if event.head.dep_ in ("dobj", "nsubj") else set())
    aimed = [kid for i in heads for kid in kids(context.doc[i]) if kid.dep_ == "prep" and kid.lower_ in AIMED]
    nouns = [noun for prep in aimed for kid in kids(prep) if kid.dep_ == "pobj" for noun in (kid, *kid.conjuncts)]
    nouns += [kid for i in heads for kid in kids(context.doc[i]) if kid.dep_ == "dobj"]
    yield from nouns
    for noun in nouns:
        if noun.lower_ == "number":
            yield from (inner for of in kids(noun) if of.lower_ == "of" for inner in kids(of))


def is_built(noun: Token, context: Context) -> bool:
    """Whether a noun that a preposition leads to is something built or moving of no name: "at a relief convoy"."""
    told = any(kid.lower_ in ("a", "an", "another") or kid.tag_ == "CD" for kid in kids(noun))
    named = any(holding(context.annotations.places, noun.idx))
    return told and not named and noun.dep_ == "pobj" and sort_at(tree_of(context.doc), noun.i) in ("built", "gear")


def is_lived_in(noun: Token, context: Context) -> bool:
    """Whether ground without a name is told to be where people live: "residential areas", "several villages"."""
    if load_struck().get(noun.lower_) != "ground":
        return False
    named = any(holding(context.annotations.places, noun.idx))
    lived = any(kid.lower_ == "residential" for kid in kids(noun)) or is_several(noun)
    return lived and not named and not any(kid.tag_[:3] == "NNP" for kid in kids(noun))


def is_told_apart(noun: Token) -> bool:
    """Whether ground is told with who lives there or holds it, so that it is struck besides whoever was hurt."""
    return any(kid.lower_ == "residential" or kid.lower_ in HELD for kid in kids(noun))


def is_several(noun: Token) -> bool:
    """Whether a noun stands for several settlements of no name."""
    pointed = any(kid.lower_ in ("the", "these", "those") or kid.dep_ == "poss" for kid in kids(noun))
    pointed = pointed or noun.nbor(-1).text[:1].isupper() if noun.i else pointed
    further = any(kid.lower_ in ("of", "called", "named", "including") for kid in kids(noun))
    return noun.tag_ == "NNS" and noun.lower_ in deed_words()["settled"] and not pointed and not further


def first_word(noun: Token) -> int:
    """The token where what describes a noun begins, behind its article and count."""
    told = [kid.i for kid in kids(noun) if kid.i < noun.i and kid.dep_ in ("amod", "compound") and kid.tag_ != "CD"]
    return min([kid.left_edge.i for kid in kids(noun) if kid.i in told], default=noun.i)


def spelt(noun: Token, first: int) -> Mention:
    """The words from a token to a noun."""
    start = noun.doc[first].idx
    return Mention(start, noun.idx + len(noun), noun.doc.text[start : noun.idx + len(noun)])


def is_unnamed_ground(noun: Token, context: Context) -> bool:
    """Whether a noun is "a town" or "two villages" of no name."""
    if load_struck().get(noun.lower_) != "ground" or noun.lower_ not in deed_words()["settled"]:
        return False
    indefinite = any(kid.lower_ in ("a", "an", "another") or kid.tag_ == "CD" for kid in kids(noun))
    named = any(holding(context.annotations.places, noun.idx))
    of = any(
        kid.lower_ in ("of", "called", "named", ",") and kid.i == noun.i + 1
        for kid in noun.doc[noun.i + 1 : noun.i + 2]
    )
    return indefinite and not named and not of


def under_fire(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; who "came under fire" was fired at, as who "was under attack", by those it came from."""
    prep = event.head.head if event.head.dep_ == "pobj" else event.head
    verb = prep.head if prep.lower_ == "under" else event.head
    if verb is event.head and " under " not in f" {event.trigger.text.lower()} ":
        return parts
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj"), None)
    if subject is None or verb.lower_ not in COMING:
        return parts
    low, high = subject.left_edge.idx, subject.right_edge.idx
    hit = tuple(who for who in parts.initiators if low <= who.mention.start <= high)
    doers = tuple(who for who in parts.initiators if who not in hit)
    hit = hit or (() if parts.targets else tuple(parties_in([subject, *subject.conjuncts], context)))
    froms = (kid for token in (verb, prep, event.head) for kid in kids(token) if kid.lower_ == "from")
    doers = doers or tuple(parties_in((noun for kid in froms for noun in kids(kid)), context))[:1]
    kept = named_outside(parts.targets, [who.mention for who in doers])
    return parts.but(initiators=doers, targets=(*hit, *kept))


def without_owners(parts: Parts, context: Context) -> Parts:
    """The participants; whose members are hit is no doer: "nine members of the force were hurt by a mine"."""
    owners: list[Mention] = []
    for who in parts.targets:
        span = context.span(who.mention)
        ofs = [kid for kid in kids(span.root) if kid.lower_ == "of" and kid.i > span.root.i] if span else []
        owners += [Mention(of.idx, of.right_edge.idx + 1, "") for of in ofs]
    return parts.but(initiators=named_outside(parts.initiators, owners)) if owners else parts


def told_of(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; whom a clause tells somebody to act on is struck: "a tribe that the group has fought"."""
    verb, noun = event.head, event.head.head
    own = any(kid.dep_ == "nsubj" and kid.tag_[:1] != "W" and kid.lower_ != "that" for kid in kids(verb))
    acted = any(kid.dep_ in ("dobj", "prep", "agent", "auxpass", "xcomp", "ccomp") for kid in kids(verb))
    if verb.dep_ != "relcl" or parts.targets or not own or acted or event.code not in SUFFERED | TAKEN:
        return parts
    subjects = [kid for kid in kids(verb) if kid.dep_ == "nsubj"]
    low = min(kid.left_edge.idx for kid in subjects)
    named = tuple(who for who in parties_in([noun], context) if who.mention.end <= low)
    hit = tuple(w for w in named if w.kind in ARMED or w.kind in ("civilians", "unknown"))
    struck = {who.mention for who in hit}
    return parts.but(targets=hit, initiators=tuple(w for w in parts.initiators if w.mention not in struck))


def without_teller(parts: Parts, event: Event, context: Context) -> Parts:
    """Who says that others were struck was not: "the army said 12 soldiers had been wounded"."""
    start = event.trigger.start_char
    telling = (a for a in standing(context.doc, context.attributions).telling(start) if a.cue)
    words = [m for a in telling for m in a.source if m.end <= start]
    others, speakers = set(named_outside(parts.targets, words)), {m.quote.lower() for m in words}
    kept = (w for w in parts.targets if w in others or (w.kind not in ARMED and w.name.lower() not in speakers))
    return parts.but(targets=tuple(kept))


def doers_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is said to have "carried out" the raid that killed others did it, and is none of them."""
    by = {who.mention: carried_out_by(who, event, context) for who in parts.targets}
    if not any(by.values()):
        return parts
    doers = tuple(who for who in parts.targets if by[who.mention])
    hit = tuple(who for who in parts.targets if not by[who.mention])
    return parts.but(targets=hit, initiators=parts.initiators or doers)


def carried_out_by(who: Participant, event: Event, context: Context) -> bool:
    """Whether a party hangs on the "by" of a verb that tells who carries something out."""
    own = event.head.dep_ == "nsubjpass"  # "the massacre was carried out by men in uniform"
    before = who.mention.end <= event.trigger.start_char
    if not (before or own):
        return False
    last = context.doc[tree_of(context.doc).interval(who.mention)[1] - 1]
    inside = event.sentence.start <= last.i < event.sentence.end
    above = (last, *last.ancestors) if inside else ()
    noun = next((t for t in above if t.dep_ not in JOINED), None)
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "by":
        return False
    verb = noun.head.head.idx
    return verb > 0 and wording().by.match(context.report.text, verb - 1) is not None
