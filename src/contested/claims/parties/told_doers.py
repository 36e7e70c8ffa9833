"""Who is told to have done it by words of its own: "by X", "X was behind it", "the town fell to X", "he accused"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.fillers import GROUPS
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.speaker_bounds import speaks
from contested.claims.voices.standing import standing
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.vocabulary import words
from contested.model.actor import Participant
from contested.model.annotations import Attribution
from contested.model.at import holding, overlapping
from contested.model.mention import Mention

BEHIND, LAST = 60, 3  # characters behind an event in which its doer begins; the length of a " by" that is its own
STANDING = frozenset("is are was were be been being stands stood stand".split())
POINTING = frozenset({"the", "this", "that", "these", "those"})
HYPHENS = ("-", "–")
LINKS = (*HYPHENS, " and ", " & ", "/", " or ")
ITSELF = frozenset({"it", "they", "we"})
NOBODY = ("no ", "nobody", "none", "neither")
DONE = VIOLENT | {"casualties", "territory_gained"}  # what an armed subject does to its object
SPEAKING = frozenset(GROUPS["speech"].split())
RULING = frozenset({"government", "police", "state_forces"})


def behind_it(parts: Parts, event: Event, context: Context) -> Parts:
    """Who "was behind the attack" did it, and nobody else."""
    head = event.head
    above = head.head
    if (
        event.code not in VIOLENT
        or head.dep_ != "pobj"
        or above.lower_ != "behind"
        or above.head.lower_ not in STANDING
    ):
        return parts
    subject = next((kid for kid in kids(above.head) if kid.dep_ == "nsubj"), None)
    negated = any(kid.dep_ == "neg" for kid in kids(above.head))
    doers = tuple(parties_in([subject], context))[:1] if subject is not None and not negated else ()
    return parts.but(initiators=doers) if doers else parts


def named_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Where a party is named by "by" behind a noun, "the use of gas by X", that party did it and nobody before it."""
    doc, at = context.doc, event.trigger.end
    if event.code not in VIOLENT or event.head.tag_[:2] != "NN":
        return parts
    at += at < len(doc) and doc[at].tag_[:2] == "NN"  # "the use of chemical gas by"
    if at + 1 >= len(doc) or doc[at].lower_ != "by":
        return parts
    at += 1 + (doc[at + 1].lower_ == "the")
    if at >= len(doc) or any(who.mention.start >= event.trigger.start_char for who in parts.initiators):
        return parts
    named = (who for who in parties_in([doc[at]], context) if who.mention.start == doc[at].idx and who.kind in ARMED)
    doer = next(named, None)
    return parts if doer is None else parts.but(initiators=(doer,))


def taken_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named right behind "the town fell to" took it, and nobody took it from them."""
    if event.code != "territory_gained":
        return parts
    said = wording().taken.match(context.report.text, event.trigger.start_char)
    if said is None:
        return parts
    noun = next((k for k in context.doc[event.trigger.start : event.sentence.end] if k.idx > said.end()), None)
    while noun is not None and noun.dep_ != "pobj" and noun.head.i > noun.i:
        noun = noun.head
    takers = tuple(parties_in([noun], context))[:1] if noun is not None else ()
    if not takers:
        return parts
    names = {who.mention for who in takers}
    return parts.but(initiators=takers, targets=tuple(w for w in parts.targets if w.mention not in names))


def listed(parts: Parts, event: Event, context: Context) -> Parts:
    """All parties of a list do what one of them does, where the list is the verb's subject: "A, B and C attacked"."""
    subject = next((kid for kid in kids(event.head) if kid.dep_ == "nsubj"), None)
    if subject is None or not parts.initiators or event.head.tag_[:1] != "V" or not any(subject.conjuncts):
        return parts
    those = (subject, *(token for token in subject.conjuncts if token.i < event.head.i))
    named = tuple(parties_in(those, context))
    known = [who.mention for who in parts.initiators]
    if not any(n.mention.overlaps(m) for n in named for m in known):
        return parts
    hit = [who.mention for who in parts.targets]
    more = tuple(n for n in named if not any(n.mention.overlaps(m) for m in (*known, *hit)))
    return also_by(parts, more)


def also_by(parts: Parts, more: Iterable[Participant]) -> Parts:
    """The participants with more doers, all in text order; none of these is struck."""
    new = tuple(more)
    both = tuple(sorted((*parts.initiators, *new), key=lambda who: who.mention.start))
    hit = named_outside(parts.targets, [who.mention for who in new])
    return parts.but(initiators=both, targets=hit) if new else parts


def out_of_hands(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named within "fallen out of government control" is who lost it."""
    holds = event.code == "control" and event.trigger[-1].lower_ in ("hands", "control")  # "in rebel hands"
    if not (holds or event.code == "territory_lost") or parts.initiators:
        return parts
    return parts.but(initiators=tuple(parties_in(event.trigger, context))[:1])


def whose_raid(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose raid it is by the word before it, where nobody else is told to be its doer: "a rebel raid"."""
    noun = event.head
    known = any(kid.lower_ in POINTING for kid in kids(noun))  # "the militant attack" is by whom the story named
    above = noun.head if noun.tag_ == "VBG" and noun.dep_ == "amod" and noun.head.i == noun.i - 1 else None
    if parts.initiators or event.code not in VIOLENT or (noun.tag_[:2] != "NN" and above is None) or known:
        return parts
    before = [kid for kid in kids(noun) if kid.dep_ in ("compound", "amod", "poss") and kid.i < noun.i]
    before += [above] if above is not None else []  # "Norland shelling kills 12"
    hit = [who.mention for who in parts.targets]
    named = (who for who in parties_in(before, context) if who.kind in ARMED and not is_weapon(who))
    doers = tuple(who for who in named if not any(who.mention.overlaps(m) for m in hit))
    doers = doers or tuple(of_token(kid) for kid in before if is_initials(kid))
    foiled = any(wording().repelled.match(context.report.text, kid.idx) for kid in kids(noun) if kid.i < noun.i)
    return parts.but(initiators=doers[:1]) if doers and not foiled else parts


def own_doer(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is the subject of killing or striking somebody did it, where nobody else but his backers is told to have."""
    verb = event.head
    if event.code not in DONE or verb.tag_[:1] != "V":
        return parts
    if any(kid.dep_ in ("auxpass", "neg") for kid in kids(verb)) or not any(k.dep_ == "dobj" for k in kids(verb)):
        return parts
    first = verb.head if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ else verb  # "shot and killed a farmer"
    if any(kid.dep_ in ("nsubj", "nsubjpass") for kid in kids(verb)):
        first = verb
    subject = next((kid for kid in reversed([*kids(first)]) if kid.dep_ == "nsubj" and kid.i < first.i), None)
    if subject is not None and verb.dep_ == "relcl" and subject.tag_ in ("WDT", "WP"):
        subject = verb.head  # "X, which has been fighting the army"
    if subject is None or not all(backs(who, subject) for who in parts.initiators):
        return parts
    armed = subject.lower_ in load_nouns()["armed"]
    doers = tuple(who for who in parties_in([subject], context) if armed or who.kind in (*ARMED, "unknown"))
    if is_initials(subject) and not doers:
        doers = (of_token(subject),)
    hit = [who.mention for who in parts.targets]
    doers = tuple(who for who in doers if not any(who.mention.overlaps(m) for m in hit))
    doers = tuple(who for who in doers if not is_weapon(who))
    return parts.but(initiators=(*doers[:1], *parts.initiators)) if doers else parts


def of_token(token: Token) -> Participant:
    """The party of one word that nobody knows."""
    return Participant(token.text, None, "unknown", Mention(token.idx, token.idx + len(token), token.text))


def backs(who: Participant, subject: Token) -> bool:
    """Whether a party is only named within what qualifies a subject: "the army backed by X"."""
    acl = (kid for kid in kids(subject) if kid.dep_ == "acl" and kid.lower_ in deed_words()["backed"])
    return any(kid.left_edge.idx <= who.mention.start <= kid.right_edge.idx for kid in acl)


AROUND = 3  # words beside initials


def is_initials(subject: Token) -> bool:
    """Whether a subject is a body's initials: "the RSF attacked", but "AIR STRIKES KILL TEN" is all in capitals."""
    if not (subject.text.isupper() and subject.is_alpha and 2 < len(subject) <= 6 and subject.tag_[:2] == "NN"):
        return False
    near = subject.doc[max(0, subject.i - AROUND) : subject.i + AROUND + 1]
    words = [token.text for token in near if token.i != subject.i and token.is_alpha]
    return not words or any(not word.isupper() for word in words)


def hyphened(parts: Parts, event: Event, context: Context) -> Parts:
    """Both of two whom a hyphen joins do it, and both whose raid it is: "US-British strikes", "X and Y raids"."""
    text, known = context.report.text, {who.mention.start: who.mention.end for who in parts.initiators}
    start = event.trigger.start_char
    # What joins somebody to a doer ends where the doer's name begins: looked up, since reports name thousands.
    links = {at - len(link): link for at in known for link in reversed(LINKS) if text.endswith(link, 0, at)}
    more = []
    for actor in context.annotations.actors if links else ():
        link = links.get(actor.mention.end)
        if link is None:
            continue
        beside = known.get(actor.mention.end + len(link))
        both = link in HYPHENS or (beside == start - 1 and event.code not in SPEAKING)
        same = any(who.actor == actor.actor is not None for who in parts.initiators)
        both = both or (event.code in VIOLENT and link == " and " and qualifies(actor.mention, context) and not same)
        named = any(who.actor == actor.actor and who.name == actor.name for who in parts.initiators)
        if actor.mention.start in known or not both or named:
            continue
        more.append(actor.participant())
    those = sorted((*parts.initiators, *more), key=lambda who: who.mention.start)
    return parts.but(initiators=tuple(those)) if more else parts


def qualifies(mention: Mention, context: Context) -> bool:
    """Whether a people's word stands before a noun that it shares: the "Norlandic" of "Norlandic and Russian jets"."""
    span = context.span(mention)
    return (
        span is not None
        and span.root.tag_[:2] in ("JJ", "NN")
        and span.root.dep_ in ("amod", "nmod", "compound")
        and (
            span.start == 0
            or context.doc[span.start - 1].lower_ != "by"
            or context.doc[span.start - 2].lower_ != "backed"
        )
    )


def who_says_so(parts: Parts, event: Event, context: Context) -> Parts:
    """Who accuses, demands or denies is who is told to speak, where nobody else is: "He accused …" after a name."""
    if parts.initiators or event.code not in SPEAKING or event.head.tag_[:1] != "V":
        return parts
    start, end = event.trigger.start_char, event.trigger.end_char
    said = standing(context.doc, context.attributions).cued(start, end)
    teller = next((a for a in said if a.name is not None and a.source and a.source[0].end <= start), None)
    if teller is None or teller.name is None or not speaks(teller.name) or teller.name.lower().startswith(NOBODY):
        return parts
    return parts.but(initiators=(Participant(teller.name, teller.actor, "unknown", teller.source[0]),))


def of_who_tells(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; where a party tells what "it" or "they" did, and nobody else is a doer, the party is."""
    verb = event.head
    if verb.tag_[:2] == "NN" and event.code in DONE:  # "said it had killed nine in a strike", "it had launched a raid"
        light = verb.dep_ == "dobj" and verb.head.lower_ in words("light")
        inside = verb.head.lower_ == "in" and any(kid.dep_ == "dobj" for kid in kids(verb.head.head))
        verb = verb.head if light else verb.head.head if inside else verb
    if verb.dep_ == "xcomp" and verb.head.tag_[:1] == "V":  # "say they are trying to eliminate X"
        verb = verb.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj"), None)
    if parts.initiators or verb.dep_ != "ccomp" or subject is None or subject.lower_ not in ITSELF:
        return parts
    said = verb.head.idx
    told = (a for a in standing(context.doc, context.attributions).cued(said, said + 1) if may_act(a, context))
    who = next((a for a in told if a.source and a.source[0].end <= said), None)
    if who is None or who.name is None:
        return parts
    mention = who.source[0]
    named = overlapping(context.annotations.actors, mention)
    actor = next(named, None)
    doer = Participant(who.name, who.actor, actor.kind if actor else "unknown", mention)
    return parts.but(initiators=(doer,))


def may_act(told: Attribution, context: Context) -> bool:
    """Whether a speaker may be an armed party: one by its words, or a body by initials that nobody else is known by."""
    named = [a for a in context.annotations.actors if told.source and a.mention == told.source[0]]
    if told.kind == "party" or any(a.kind in RULING for a in named):  # "Norland said it had killed nine"
        return True
    return told.kind == "unnamed" and told.name is not None and told.name.isupper() and 2 <= len(told.name) <= 6


def named_behind(parts: Parts, event: Event, text: str) -> Parts:
    """Where the text names the doer right behind the event, "an attack by", nobody told before is one."""
    end = event.trigger.end_char
    if len(parts.initiators) < 2:
        return parts
    by = wording().by.search(text, max(event.trigger.start_char, end - LAST), end + BEHIND)
    if by is None or by.start() > end:
        return parts
    if not any(by.end() <= who.mention.start < by.end() + BEHIND for who in parts.initiators):
        return parts
    return parts.but(initiators=tuple(who for who in parts.initiators if who.mention.start >= by.end()))


def is_weapon(who: Participant) -> bool:
    """Whether what is told to act is only a weapon: "rockets", "artillery fire"."""
    return wording().weapons.issuperset(who.name.lower().split())


def named_outside(those: Iterable[Participant], mentions: Iterable[Mention]) -> tuple[Participant, ...]:
    """Those whom none of these mentions names."""
    spans = tuple(mentions)
    return tuple(who for who in those if not any(span.holds(who.mention.start) for span in spans))


def parties_in(tokens: Iterable[Token], context: Context) -> Iterator[Participant]:
    """The parties whose names hold these nouns."""
    for token in tokens:
        yield from (a.participant() for a in holding(context.annotations.actors, token.idx))
