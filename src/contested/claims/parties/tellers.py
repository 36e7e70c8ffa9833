"""Who only tells, judges, accuses or is accused: no doer of what is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.fillers import GROUPS
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.count_givers import BREAKS
from contested.claims.voices.country_labels import without_labels
from contested.claims.voices.readings import DASHES
from contested.claims.voices.standing import standing
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.kin import kids
from contested.claims.words.mentioned import mention_words
from contested.claims.words.shared_subjects import with_subject
from contested.claims.words.speech import speech
from contested.model.actor import Participant
from contested.model.annotations import Attribution
from contested.model.mention import Mention

OWN = frozenset(f"{GROUPS['speech']} {GROUPS['meets']}".split())  # what who speaks does by speaking
SUBJECT = frozenset({"nsubj", "nsubjpass"})
CHARGES = frozenset({"of", "for", "over"})
TELLING = frozenset({"tell", "doubt", "think"})


def accused_of(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is "accused of" something right before it accuses nobody, whatever the headline left out."""
    doc, end, head = context.doc, event.trigger.end, event.head
    if head.lower_ != "accused" or end >= len(doc) or doc[end].lower_ != "of":
        return parts
    verb = head.head if head.dep_ in ("acomp", "oprd", "advcl") else head  # "stands accused of"
    subjects = [kid for kid in kids(verb) if kid.dep_ in SUBJECT and kid.i < head.i]
    subject = subjects[-1] if subjects else None
    noun = head.head if head.dep_ == "acl" else subject
    if noun is None:
        return parts
    named = tuple(parties_in([noun, *noun.conjuncts], context))
    low, high = noun.left_edge.idx, head.idx
    within = tuple(w for w in (*parts.initiators, *parts.targets) if low <= w.mention.start < high)
    accusers = tuple(w for w in parts.initiators if w.mention.start > high)  # "accused by X of …"
    return parts.but(initiators=accusers, targets=within or named or parts.targets)


def without_spokesmen(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is told before a colon, or only speaks for others, tells of violence and does none."""
    doers = parts.initiators
    if event.code in VIOLENT or event.code == "casualties":
        at, told = event.trigger.start_char, standing(context.doc, context.attributions)
        doers = tuple(who for who in doers if not any(labels(*by, at) for by in told.naming(who.mention.start)))
    if event.code in VIOLENT:
        doers = tuple(who for who in doers if who.name.lower().split()[-1] not in wording().tellers)
        doers = without_labels(doers, context.report.text, context.annotations.places)
    return parts.but(initiators=doers)


def without_asides(parts: Parts, event: Event) -> Parts:
    """Who tells of it in an aside, or judges it, is no part of it: "the raid which officials said left nine dead"."""
    nouns = [event.head, *(kid for kid in kids(event.head) if kid.dep_ in SUBJECT)]
    asides = [
        kid for noun in nouns for kid in kids(noun) if kid.dep_ == "relcl" and speech().verb(kid.lower_) in TELLING
    ]
    above = event.head.head
    judged = above.lower_ in mention_words()["naming"] or above.lower_ in effect_lexicon().words["recounting"]
    if event.head.dep_ == "dobj" and judged and event.code in VIOLENT:
        asides.append(above)  # "called the raid a crime", "reported nine murders"
    tellers = [kid for verb in asides for kid in kids(verb) if kid.dep_ == "nsubj" and kid.tag_[0] != "W"]
    spans = [Mention(kid.idx, kid.idx + len(kid), kid.text) for kid in tellers]
    if not spans:
        return parts
    kept = [
        tuple(w for w in those if not any(w.mention.overlaps(s) for s in spans))
        for those in (parts.initiators, parts.targets)
    ]
    return parts.but(initiators=kept[0], targets=kept[1])


def labels(told: Attribution, who: Mention, at: int) -> bool:
    """Whether somebody's words label what stands at an offset: "X: shells hit the town", "the town was hit – X"."""
    mark = told.cue[0].quote if told.cue else ""
    return (mark == ":" and who.end <= at) or (mark in DASHES and who.start > at)


def without_tellers(parts: Parts, event: Event, context: Context) -> Parts:
    """Who only says what others did, by the event's own subject, did not do it: "the YPG said the blast killed two"."""
    told = own_subject(event)
    if told is None or not parts.initiators:
        return parts
    subject, verb = told
    told_by = standing(context.doc, context.attributions).telling(verb.idx)
    tellers = (m for a in told_by for m in a.source)
    low, high = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge.text)
    others = named_outside(parts.initiators, tellers)
    kept = (w for w in parts.initiators if low <= w.mention.start < high or w in others)
    return parts.but(initiators=tuple(kept))


def without_joint_tellers(parts: Parts, event: Event, context: Context) -> Parts:
    """Several who report an event together neither did nor suffered it: "doctors and activists reported shelling"."""
    verb = event.head.head
    if event.code not in VIOLENT or event.head.dep_ not in ("dobj", "xcomp") or speech().verb(verb.lower_) != "tell":
        return parts
    tellers = [kid for kid in kids(verb) if kid.dep_ == "nsubj" and any(kid.conjuncts)]
    if not tellers:
        return parts
    told = outside(parts.initiators, tellers)
    armed = any(who.kind in ARMED for who in parts.initiators if who not in told)  # it may tell of its own deed
    return parts.but(initiators=parts.initiators if armed else told, targets=outside(parts.targets, tellers))


def own_subject(event: Event) -> tuple[Token, Token] | None:
    """The noun that the event's verb has for subject, or the event that is told as one itself; and that verb."""
    head, verb = event.head, event.head.head
    if head.tag_[:1] == "V":
        subject = next((kid for kid in kids(head) if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN"), None)
        return (subject, head) if subject is not None and event.code not in OWN else None
    told = event.code in VIOLENT and head.dep_ in SUBJECT and verb.dep_ == "ccomp"
    return (head, verb) if told and not any(kid.dep_ == "poss" for kid in kids(head)) else None


def without_accusers(parts: Parts, event: Event, context: Context) -> Parts:
    """Who accuses another of a deed did not do it, and the other is told to have: "X accused Y of shelling"."""
    if event.code not in VIOLENT and event.code != "casualties":
        return parts
    head, text = event.head, context.report.text
    while head.dep_ == "conj":
        head = head.head
    charged = head.dep_ in ("pcomp", "pobj") and head.head.dep_ == "prep" and head.head.lower_ in CHARGES
    verbs = [head.head.head] if charged else [kid for kid in kids(head) if kid.dep_ == "relcl"]
    verbs = [verb for verb in verbs if wording().accusing.match(text, verb.idx)]
    kept = outside(parts.initiators, [kid for verb in verbs for kid in accusers(verb)])
    if not kept and charged:
        accused = (kid for verb in verbs for kid in kids(verb) if kid.dep_ == "dobj")
        kept = tuple(parties_in(accused, context))[:1]
    return parts.but(initiators=kept)


def accusers(verb: Token) -> list[Token]:
    """The subject of a verb of accusing, that of the verb before it where both share one: "denied it and accused"."""
    return [kid for kid in kids(with_subject(verb)) if kid.dep_ == "nsubj"]


def accused_did(parts: Parts, event: Event, context: Context) -> Parts:
    """Where nobody else is told to, the accused did it: "accused X of arming rebels", "of carrying out the raid"."""
    verb = charge_of(event, context.report.text)
    thing = next((kid for kid in kids(verb) if kid.dep_ == "dobj"), None) if verb is not None else None
    if verb is None or thing is None:
        return parts
    if is_each_other(thing):
        both = [one for subject in accusers(verb) for one in (subject, *subject.conjuncts)]
        return parts.but(initiators=tuple(parties_in(both, context)))
    others = outside(parts.initiators, accusers(verb))
    if others:
        return parts.but(initiators=others)
    those = tuple(parties_in([thing, *thing.conjuncts], context))
    if not those and thing.pos_ != "PRON" and thing.tag_[:3] != "PRP":
        start, end = (thing.left_edge.idx, thing.idx + len(thing))
        said = context.report.text[start:end]
        bare = said.removeprefix("the ").removeprefix("a ")
        mention = Mention(end - len(bare), end, bare)
        those = (Participant(bare, None, "unknown", mention),)
    return parts.but(initiators=those)


def is_each_other(thing: Token) -> bool:
    """Whether an object stands for both of those who act: "accused each other", "blamed one another"."""
    words = {thing.lower_, *(kid.lower_ for kid in kids(thing))}
    return {"each", "other"} <= words or {"one", "another"} <= words


def charge_of(event: Event, text: str) -> Token | None:
    """The verb of accusing that charges somebody with an event, directly or by what they did to it."""
    token = event.head
    if event.code == "denial" and token.dep_ == "pobj" and token.head.lower_ in CHARGES:
        above = token.head.head  # "accused the authorities of denial"
        return above if wording().accusing.match(text, above.idx) else None
    if token.dep_ in ("dobj", "pobj"):
        doing = token.head if token.dep_ == "dobj" else token.head.head
        token = doing if doing.lower_ in deed_words()["committing"] else token
    for _ in range(2):
        if token.dep_ != "pcomp" or token.tag_ != "VBG" or token.head.lower_ not in CHARGES | {"by"}:
            return None
        token = token.head.head
        if wording().accusing.match(text, token.idx):
            return token
    return None


def without_told_later(parts: Parts, event: Event, context: Context) -> Parts:
    """Who only acts in what somebody tells beside the event did not do it: "the attack came as X said troops …"."""
    if event.head.dep_ not in SUBJECT or event.head.head.lower_ not in deed_words()["happening"]:
        return parts
    at, end = event.trigger.start_char, event.sentence.end_char
    cued = standing(context.doc, context.attributions).cued(at, end)
    later = [a for a in cued if event.trigger.end_char < a.cue[0].start < end]
    spans = [c for a in later if not any(c.start <= at < c.end for c in a.content) for c in a.content]
    spans = [span for span in spans if at < span.start < end]
    return parts.but(initiators=named_outside(parts.initiators, spans)) if spans else parts


def without_told_before(parts: Parts, event: Event, context: Context) -> Parts:
    """Who acts in what another told before did not do it: "X said jets hit A, while Y reported strikes on B"."""
    if not parts.initiators or event.head.tag_[:2] != "NN":
        return parts
    doc, at, first = context.doc, event.trigger.start, event.sentence.start
    mark = next((k for k in range(at - 1, first, -1) if doc[k].lower_ in BREAKS), None)
    known = any(kid.lower_ in ("the", "these", "those", "such") for kid in kids(event.head))
    if mark is None or known or not told_behind(doc[mark].idx, event, context):
        return parts
    low, high = doc[first].idx, doc[mark].idx
    kept = tuple(who for who in parts.initiators if not low <= who.mention.start < high)
    return parts.but(initiators=kept)


def told_behind(mark: int, event: Event, context: Context) -> bool:
    """Whether who tells an event is named between a mark and it."""
    at = event.trigger.start_char
    told = standing(context.doc, context.attributions).telling(at)
    return any(mark < m.start < at for a in told for m in a.source)


def without_closing_speaker(parts: Parts, event: Event, context: Context) -> Parts:
    """Who closes a sentence by "X said" is not struck by what it tells: "… killed nine people Norwick Watch said"."""
    if not parts.targets:
        return parts
    end = event.trigger.end_char
    closing = standing(context.doc, context.attributions)
    kept = (
        who for who in parts.targets
        if not any(
            m.holds(who.mention.start) and m.start >= end and who.name.lower() in name
            for m, name in closing.closers(who.mention.start, who.mention.end)
        )
    )  # fmt: skip
    return parts.but(targets=tuple(kept))


def outside(those: Sequence[Participant], heads: Iterable[Token]) -> tuple[Participant, ...]:
    """Those whom no phrase or clause of these heads names."""
    spans = [(head.left_edge.idx, head.right_edge.idx) for head in heads]
    return tuple(who for who in those if not any(low <= who.mention.start <= high for low, high in spans))
