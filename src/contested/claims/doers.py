"""What the words around an event settle: who is named by "by" behind it did it, who repelled it did not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from contested.claims.bare_passives import struck_in_headlines
from contested.claims.candidates import VIOLENT
from contested.claims.context import Context, Event
from contested.claims.filler_features import ARMED
from contested.claims.fillers import GROUPS
from contested.claims.who_by_rule import Parts
from contested.model.actor import Participant
from contested.model.claim import Effect
from contested.model.errors import PackError

BEHIND, LAST = 60, 3  # characters behind an event in which its doer begins; the length of a " by" that is its own
HARMS = frozenset({"killed", "injured", "captured", "detained", "abducted"})
OWN = frozenset(f"{GROUPS['speech']} {GROUPS['meets']}".split())  # what who speaks does by speaking
THEMSELVES = frozenset({"suicide_bombing", "armed_clash", "surrender", "displacement", "protest"})
OBJECT, SUBJECT = frozenset({"dobj", "nsubjpass"}), frozenset({"nsubj", "nsubjpass"})
CHARGES = frozenset({"of", "for", "over"})
FIRED = frozenset({"shelling", "air_strike", "missile_attack", "bombing", "chemical_attack"})
STANDING = frozenset({"be", "stand"})
ITSELF = frozenset({"it", "they", "we"})


@dataclass(frozen=True, slots=True)
class Wording:
    """``by`` leads to the doer; ``repelled``: verbs whose object others tried; ``accusing``: that lay it on others.

    ``taken``: wordings right behind which stands who took a place; ``weapons``, ``tellers``: words of names that are no
    doer's.
    """

    by: re.Pattern[str]
    repelled: re.Pattern[str]
    accusing: re.Pattern[str]
    taken: re.Pattern[str]
    weapons: frozenset[str]
    tellers: frozenset[str]


@cache
def wording() -> Wording:
    """``lexicon/doers.toml``, read once; raises PackError where it lacks a list."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/doers.toml").read_text(encoding="utf-8"))
    try:
        ways, *verbs = (alternatives(raw[name]) for name in ("carried_out", "repelled", "accusing", "taken_by"))
        weapons, tellers = (frozenset(map(str, raw[name])) for name in ("weapons", "tellers"))
    except KeyError as error:
        raise PackError("claims/lexicon/doers.toml", f"has no list {error}", "add it") from error
    by = re.compile(rf"\s+(?:(?:{ways})\s+)?by\s", re.IGNORECASE)
    repelled, accusing, taken = (re.compile(rf"(?:{some})\b", re.IGNORECASE) for some in verbs)
    return Wording(by, repelled, accusing, taken, weapons, tellers)


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as a pattern; a star stands for the end of a word."""
    return "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)


def doers_told(parts: Parts, event: Event, context: Context, effects: Sequence[Effect] = ()) -> Parts:
    """The participants without doers that the words around the event exclude, and with the one that they tell."""
    text = context.report.text
    parts = without_weapons(parts, event)
    parts = behind_it(named_by(parts, event, context), event, context)
    parts = without_repellers(named_behind(parts, event, text), event, text)
    parts = without_tellers(without_harmed(parts, event, effects), event, context)
    parts = without_earlier(without_inner(without_accusers(parts, event, context), event), event)
    parts = struck_in_headlines(taken_by(struck_by(parts, event, context), event, context), event, context)
    return of_who_tells(parts, event, context)


def without_weapons(parts: Parts, event: Event) -> Parts:
    """A weapon does nothing by itself, and who fires it does not strike it; a spokesman only tells of it."""
    doers = tuple(who for who in parts.initiators if not wording().weapons.issuperset(who.name.lower().split()))
    if event.code in VIOLENT:
        doers = tuple(who for who in doers if who.name.lower().split()[-1] not in wording().tellers)
    start, end = event.trigger.start_char, event.trigger.end_char
    fired = event.code in FIRED
    hit = tuple(
        who for who in parts.targets
        if not (fired and start <= who.mention.start < end and wording().weapons.issuperset(who.name.lower().split()))
    )  # fmt: skip
    return replace(parts, initiators=doers, targets=hit)


def behind_it(parts: Parts, event: Event, context: Context) -> Parts:
    """Who "was behind the attack" did it, and nobody else."""
    head = event.head
    above = head.head
    if (
        event.code not in VIOLENT
        or head.dep_ != "pobj"
        or above.lower_ != "behind"
        or above.head.lemma_ not in STANDING
    ):
        return parts
    subject = next((kid for kid in above.head.children if kid.dep_ == "nsubj"), None)
    negated = any(kid.dep_ == "neg" for kid in above.head.children)
    doers = tuple(parties_in([subject], context))[:1] if subject is not None and not negated else ()
    return replace(parts, initiators=doers) if doers else parts


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
    return parts if doer is None else replace(parts, initiators=(doer,))


def without_harmed(parts: Parts, event: Event, effects: Sequence[Effect]) -> Parts:
    """Who is counted among the event's dead or hurt is no doer, unless he blew himself up."""
    if event.code in THEMSELVES or not effects or not parts.initiators:
        return parts
    harmed = [e.mention for e in effects if e.kind in HARMS]
    kept = (w for w in parts.initiators if not any(m.start <= w.mention.start < m.end for m in harmed))
    return replace(parts, initiators=tuple(kept))


def without_tellers(parts: Parts, event: Event, context: Context) -> Parts:
    """Who only says what others did, by the event's own subject, did not do it: "the YPG said the blast killed two"."""
    told = own_subject(event)
    if told is None or not parts.initiators:
        return parts
    subject, verb = told
    tellers = [m for a in context.attributions if any(c.start <= verb.idx < c.end for c in a.content) for m in a.source]
    low, high = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge.text)
    kept = (
        w for w in parts.initiators
        if low <= w.mention.start < high or not any(m.start <= w.mention.start < m.end for m in tellers)
    )  # fmt: skip
    return replace(parts, initiators=tuple(kept))


def own_subject(event: Event) -> tuple[Token, Token] | None:
    """The noun that the event's verb has for subject, or the event that is told as one itself; and that verb."""
    head, verb = event.head, event.head.head
    if head.tag_[:1] == "V":
        subject = next((kid for kid in head.children if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN"), None)
        return (subject, head) if subject is not None and event.code not in OWN else None
    told = event.code in VIOLENT and head.dep_ in SUBJECT and verb.dep_ == "ccomp"
    return (head, verb) if told and not any(kid.dep_ == "poss" for kid in head.children) else None


def without_accusers(parts: Parts, event: Event, context: Context) -> Parts:
    """Who accuses another of a deed did not do it, and the other is told to have: "X accused Y of shelling"."""
    if event.code not in VIOLENT:
        return parts
    head, text = event.head, context.report.text
    while head.dep_ == "conj":
        head = head.head
    charged = head.dep_ in ("pcomp", "pobj") and head.head.dep_ == "prep" and head.head.lower_ in CHARGES
    verbs = [head.head.head] if charged else [kid for kid in head.children if kid.dep_ == "relcl"]
    verbs = [verb for verb in verbs if wording().accusing.match(text, verb.idx)]
    kept = outside(parts.initiators, [kid for verb in verbs for kid in verb.children if kid.dep_ == "nsubj"])
    if not kept and charged:
        accused = (kid for verb in verbs for kid in verb.children if kid.dep_ == "dobj")
        kept = tuple(parties_in(accused, context))[:1]
    return replace(parts, initiators=kept)


def outside(those: Sequence[Participant], heads: Iterable[Token]) -> tuple[Participant, ...]:
    """Those whom no phrase or clause of these heads names."""
    spans = [(head.left_edge.idx, head.right_edge.idx) for head in heads]
    return tuple(who for who in those if not any(low <= who.mention.start <= high for low, high in spans))


def parties_in(tokens: Iterable[Token], context: Context) -> Iterator[Participant]:
    """The parties whose names hold these nouns."""
    for token in tokens:
        named = (a for a in context.annotations.actors if a.mention.start <= token.idx < a.mention.end)
        yield from (Participant(a.name, a.actor, a.kind, a.mention) for a in named)


def without_inner(parts: Parts, event: Event) -> Parts:
    """Who is only named in a clause about the doer did not do it: "the ministry, which blamed the YPG, shelled"."""
    told = own_subject(event)
    if told is None or len(parts.initiators) < 2:
        return parts
    clauses = (kid for kid in told[0].children if kid.dep_ == "relcl")
    return replace(parts, initiators=outside(parts.initiators, clauses))


def without_earlier(parts: Parts, event: Event) -> Parts:
    """Whom only a clause behind "after" names takes no part: "the army strikes back after six troops are killed"."""
    head = event.head
    clauses = [
        kid for kid in head.children
        if kid.i > head.i and (
            (kid.dep_ == "advcl" and any(k.dep_ == "mark" and k.lower_ == "after" for k in kid.children))
            or (kid.lower_ == "after" and any(k.dep_ == "acl" for noun in kid.children for k in noun.children))
        )
    ]  # fmt: skip
    return replace(parts, targets=outside(parts.targets, clauses)) if clauses else parts


def struck_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Whom a headline's passive names before "by" is struck, where nobody else is: "rebels ambushed by soldiers"."""
    verb = event.head
    behind = any(kid.lower_ == "by" and kid.dep_ in ("agent", "prep") for kid in verb.children)
    if parts.targets or event.code not in VIOLENT or verb.tag_ not in ("VBN", "VBD") or not behind:
        return parts
    before = [verb.head] if verb.dep_ == "acl" else [kid for kid in verb.children if kid.dep_ in SUBJECT]
    struck = tuple(parties_in((token for token in before if token.i < verb.i), context))[:1]
    names = {who.mention for who in struck}
    return replace(parts, targets=struck, initiators=tuple(w for w in parts.initiators if w.mention not in names))


def taken_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named right behind "the town fell to" took it, and nobody took it from them."""
    if event.code != "territory_gained":
        return parts
    said = wording().taken.match(context.report.text, event.trigger.start_char)
    if said is None:
        return parts
    noun = next((k for k in context.doc[event.trigger.start : event.trigger.sent.end] if k.idx > said.end()), None)
    while noun is not None and noun.dep_ != "pobj" and noun.head.i > noun.i:
        noun = noun.head
    takers = tuple(parties_in([noun], context))[:1] if noun is not None else ()
    if not takers:
        return parts
    names = {who.mention for who in takers}
    return replace(parts, initiators=takers, targets=tuple(w for w in parts.targets if w.mention not in names))


def of_who_tells(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; where a party tells what "it" or "they" did, and nobody else is a doer, the party is."""
    verb = event.head
    subject = next((kid for kid in verb.children if kid.dep_ == "nsubj"), None)
    if parts.initiators or verb.dep_ != "ccomp" or subject is None or subject.lower_ not in ITSELF:
        return parts
    said = verb.head.idx
    told = (a for a in context.attributions if a.kind == "party" and any(m.start <= said < m.end for m in a.cue))
    who = next((a for a in told if a.source and a.source[0].end <= said), None)
    if who is None or who.name is None:
        return parts
    mention = who.source[0]
    named = (a for a in context.annotations.actors if a.mention.start < mention.end and mention.start < a.mention.end)
    actor = next(named, None)
    doer = Participant(who.name, who.actor, actor.kind if actor else "unknown", mention)
    return replace(parts, initiators=(doer,))


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
    return replace(parts, initiators=tuple(who for who in parts.initiators if who.mention.start >= by.end()))


def without_repellers(parts: Parts, event: Event, text: str) -> Parts:
    """Who repelled an attack did not attack: nobody who stands before the verb in its sentence is a doer."""
    verb = event.head.head
    if not parts.initiators or event.head.dep_ not in OBJECT or verb.tag_[:1] != "V":
        return parts
    if wording().repelled.match(text, verb.idx) is None:
        return parts
    first, noun = event.trigger.sent.start_char, event.head
    if any(kid.dep_ == "poss" and kid.tag_ == "PRP$" for kid in noun.children):
        first = next((kid.idx for kid in verb.children if kid.dep_ == "nsubj"), verb.idx)
    own = range(noun.left_edge.idx, noun.right_edge.idx + 1)
    kept = (w for w in parts.initiators if w.mention.start in own or not first <= w.mention.start < verb.idx)
    return replace(parts, initiators=tuple(kept))
