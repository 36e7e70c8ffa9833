"""Did what: the events a report tells, each once, with the words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from spacy.tokens import Doc

from contested.claims.context import Event
from contested.claims.counts.effects import find_effects
from contested.claims.events.candidates import EXPLOSIVE, VIOLENT, Candidate, find_candidates
from contested.claims.events.confidence import calibrated, confidence_of, cutoff, features_of
from contested.claims.events.counts_alone import counted_alone, counted_anew
from contested.claims.events.one_event import (
    CONSEQUENCES,
    VAGUE,
    alternatives,
    beneath,
    climbs,
    is_listed_beside,
    joined,
    linked,
    one_event,
)
from contested.claims.events.owning_up import owns_up, says_it_did
from contested.claims.events.passing import NAMING_CODE, named_so, only_mentioned
from contested.claims.events.recoded import kills_from_the_air, recoded
from contested.claims.events.taken_up import taken_up
from contested.claims.events.told_apart import is_apart, is_elsewhere
from contested.claims.words.answered import all_answers
from contested.claims.words.series import is_of_series
from contested.claims.words.silences import silences_of
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.claims.words.triggers import Trigger
from contested.model.annotations import Annotations
from contested.model.report import Report

# Codes that coders seldom leave out where the sentence is about them; from LEAST on they count.
TOLD_SHORTLY = frozenset(
    "talks release withdrawal evacuation arrest agreement capture displacement looting sexual_violence abduction "
    "execution surrender ambush grenade base_established riot interception seizure deployment ied "
    "suicide_bombing".split()
)
LEAST = 0.25
BRIEF = 2  # sentences of a text that is little more than a headline, and so about what it names
WORDS = "contested.candidate words"  # those that were weighed as events, kept with a Doc
BESIDE_MAIN = frozenset({"ccomp", "conj", "advcl"})
RULED = 0.7  # of events that a rule finds, since no weights were learnt for them
# Verbs that only say that what their object names was done.
DOING = frozenset(
    "signed signs sign reached reaches reach struck concluded concludes brokered brokers initialled initialed ratified "
    "held holds hold resumed resumes resume opened opens staged stages stage imposed began begins started made "
    "makes".split()
)
# Dead told beside them are not theirs.
HARMLESS = frozenset("arrest release seizure evacuation displacement surrender".split())
Weighed = list[tuple[Candidate, list[str]]]  # the candidates of a sentence, each with its features
Judged = list[tuple[Candidate, float]]  # the same, each with the probability that it is an event


@dataclass(slots=True)
class Told:
    """An event with the confidence that it is one."""

    event: Event
    confidence: float


def find_events(doc: Doc, report: Report, annotations: Annotations) -> list[Told]:
    """The events told in a Doc, in text order."""
    judged = [[(c, confidence_of(features)) for c, features in g] for g in weighed(doc, report, annotations)]
    told = told_of(judged, annotations, brief=False)
    if not told and len({sentence.start for sentence in doc.sents}) <= BRIEF:
        told = told_of(judged, annotations, brief=True)
    told = sorted([*told, *unspoken(doc, told)], key=lambda item: item.event.trigger.start)
    events = list(taken_up([item.event for item in told]))
    told = [replace(item, event=event) for item, event in zip(told, events, strict=True)]
    events += counted_anew(doc, annotations, events)
    events += counted_alone(doc, annotations, events, doc.user_data.get(WORDS, frozenset()) - likely(judged))
    ruled = [Told(event, RULED) for event in events[len(told) :]]
    return sorted([*told, *ruled], key=lambda item: item.event.trigger.start)


def likely(judged: Sequence[Judged]) -> frozenset[int]:
    """The words of candidates that a count beside them makes events, though they fall short of the threshold."""
    likely = (candidate for group in judged for candidate, confidence in group if confidence >= LEAST)
    return frozenset(i for c in likely for part in (c, *c.swallowed) for i in range(part.hit.start, part.hit.end))


def told_of(judged: Sequence[Judged], annotations: Annotations, brief: bool) -> list[Told]:
    """The events among candidates; ``brief``: of a text that is about what it names, however unlike others it is."""
    told = []
    for group in judged:
        beside = [candidate for candidate, _ in group]
        for candidate, confidence in group:
            plain = brief and not candidate.hit.trigger.weak and not candidate.hit.trigger.state
            owned = owns_up(candidate, beside, annotations) or says_it_did(candidate)
            if owned or confidence >= cutoff() or (confidence >= LEAST and (plain or is_main(candidate))):
                parts = tuple(part.head.i for part in candidate.swallowed)
                sure = RULED if owned and confidence < cutoff() else calibrated(confidence)
                code = "air_strike" if kills_from_the_air(candidate) else candidate.code
                told.append(Told(Event(code, candidate.span, parts), sure))
    return told


def is_main(candidate: Candidate) -> bool:
    """Whether a sentence is about the event, which the weights doubt in short texts ("talks were held on Friday")."""
    head, trigger = candidate.head, candidate.hit.trigger
    if candidate.code not in TOLD_SHORTLY or trigger.weak or trigger.state or candidate.around.headline:
        return False
    done = head.dep_ == "dobj" and head.head.lower_ in DOING
    clause = head.head if done or head.dep_ in ("nsubj", "nsubjpass") else head
    return clause.dep_ == "ROOT" or (clause.dep_ in BESIDE_MAIN and clause.head.dep_ in ("ROOT", "ccomp"))


def unspoken(doc: Doc, told: Sequence[Told]) -> Iterator[Told]:
    """Silences, as a stand that is not taken: a denial that is denied; charges that somebody answers."""
    tree = tree_of(doc)
    named = {i for item in told for i in range(item.event.trigger.start, item.event.trigger.end)}
    for silence in silences_of(tree):
        if named.isdisjoint(range(silence.start, silence.end)):
            yield Told(Event("denial", doc[silence.start : silence.end]), RULED)
    for verb in all_answers(tree.lower, tree.tags):
        if verb not in named and speech().verb(tree.lower[verb]) == "deny":
            yield Told(Event("denial", doc[verb : verb + 1]), RULED)


def weighed(doc: Doc, report: Report, annotations: Annotations) -> Iterator[Weighed]:
    """The candidates of each sentence after merging, each with the features that tell how likely it is an event."""
    tree, counted = tree_of(doc), counted_in(doc, annotations)
    earlier: list[Candidate] = []
    for group in candidates_by_sentence(doc, report, annotations):
        merged = absorb_casualties(group, tree)
        yield [(candidate, features_of(candidate, merged, earlier, tree, counted)) for candidate in merged]
        earlier = merged


def counted_in(doc: Doc, annotations: Annotations) -> frozenset[int]:
    """The tokens that tell a count of those affected."""
    return frozenset(found.token for found in find_effects(doc, annotations.quantities) if not found.bare)


def candidates_by_sentence(doc: Doc, report: Report, annotations: Annotations) -> Iterator[list[Candidate]]:
    """The candidates of each sentence, those joined that name one event; casualties still beside their events."""
    tree, counted = tree_of(doc), counted_in(doc, annotations)
    candidates = find_candidates(doc, report, annotations)
    doc.user_data[WORDS] = frozenset(i for c in candidates for i in range(c.hit.start, c.hit.end))
    found = [c for c in candidates if not only_mentioned(c, tree, counted)]
    for _, group in groupby(found, key=lambda c: c.sentence.start):
        yield join_linked(absorb_weak([recoded(renamed(c, tree)) for c in group]))


def renamed(candidate: Candidate, tree: Tree) -> Candidate:
    """The speech act where the words only give something a name ("calls the incident an attack")."""
    verb = named_so(candidate, tree)
    if verb is None or candidate.code not in VIOLENT:
        return candidate
    hit = replace(
        candidate.hit, start=verb, end=verb + 1, pattern=replace(candidate.hit.pattern, trigger=Trigger(NAMING_CODE))
    )
    return Candidate(hit, NAMING_CODE, candidate.sentence.doc[verb], candidate.sentence, candidate.around)


def absorb_weak(candidates: list[Candidate]) -> list[Candidate]:
    """Weapons named beside an event ("rockets … hit") are its means, not an event of their own."""
    strong = [c for c in candidates if not is_weapon(c)]
    single = [c for c in strong if not is_of_series(tree_of(c.head.doc), c.hit.start)]
    hosts = [c for c in single if c.code in VIOLENT or c.code in ("destruction", "interception", "seizure")]
    kept = list(strong)
    for weapon in (c for c in candidates if is_weapon(c)):
        host = nearest(weapon, [h for h in hosts if not fights_elsewhere(weapon, h)])
        if host is None:
            if not any(other.code == weapon.code for other in single):
                kept.append(weapon)
                single.append(weapon)
            continue
        host.swallowed.append(weapon)
        if weapon.code in VAGUE.get(host.code, ()) and (linked(weapon.head, host.head) or did_in(weapon, host)):
            host.code = weapon.code
    return sorted(kept, key=lambda c: c.hit.start)


def fights_elsewhere(weapon: Candidate, host: Candidate) -> bool:
    """Whether a bomber who does something by himself is told beside a war or a fight that is not his deed."""
    return host.code == "armed_clash" and weapon.head.dep_ == "nsubj" and not linked(weapon.head, host.head)


def did_in(weapon: Candidate, host: Candidate) -> bool:
    """Whether the attack is that of the bomber who acts in it: "a suicide bomber killed four in an attack"."""
    within = host.head.dep_ == "pobj" and host.head.head.lower_ in ("in", "during")
    return within and weapon.head.dep_ == "nsubj" and host.head.head.head.i == weapon.head.head.i


def is_weapon(candidate: Candidate) -> bool:
    """Whether the hit is a weak noun of means."""
    return candidate.hit.trigger.weak and candidate.code in EXPLOSIVE


def join_linked(candidates: list[Candidate]) -> list[Candidate]:
    """Join hits that name one event: a noun and the verb it is subject or object of, neighbours of one family."""
    kept: list[Candidate] = []
    for candidate in candidates:
        host = next((k for k in reversed(kept) if one_event(k, candidate)), None)
        if host is None:
            kept.append(candidate)
        else:
            fuse(host, candidate)
    return kept


def fuse(host: Candidate, other: Candidate) -> None:
    """Let ``host`` stand for both: the more telling code, the noun's words before the verb's."""
    host.swallowed.append(other)
    if alternatives(host, other) and {host.code, other.code} & {"seizure", "capture"}:
        host.code, host.hit = "seizure", replace(host.hit, end=other.hit.end)
    elif other.code in CONSEQUENCES and host.code in VIOLENT:
        host.code, host.hit, host.head, other.head = other.code, other.hit, other.head, host.head
    elif other.code != host.code and other.code in VAGUE.get(host.code, ()):
        host.code, host.hit, host.head = other.code, other.hit, other.head


def absorb_casualties(candidates: list[Candidate], tree: Tree) -> list[Candidate]:
    """Deaths and injuries belong to the event of their sentence; several casualty words make one candidate."""
    events = events_of(candidates)
    hosts, kept = dict(beside(candidates, events)), list(events)
    first: Candidate | None = None
    for casualty in (c for c in candidates if c.hit.trigger.casualty):
        host = hosts.get(casualty)
        if host is None or is_apart(casualty, host, tree):
            host = first if first is None or not is_elsewhere(casualty, first, tree) else None
        if host is not None:
            host.swallowed.append(casualty)
        else:
            first = casualty
            kept.append(casualty)
    return sorted(kept, key=lambda c: c.hit.start)


def events_of(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are no casualties, without the prisoners told with an event's dead."""
    events = [c for c in candidates if not c.hit.trigger.casualty]
    return absorb_captures(events, [c for c in candidates if c.hit.trigger.casualty])


def beside(candidates: Sequence[Candidate], events: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The casualties of a sentence, each with the event that they may be an effect of."""
    hosts = [c for c in events if c.hit.trigger.absorbs]
    for casualty in (c for c in candidates if c.hit.trigger.casualty):
        host = against(nearest(casualty, [h for h in hosts if takes(h, casualty)]), hosts)
        if host is not None:
            yield casualty, host


def absorb_captures(events: list[Candidate], casualties: Sequence[Candidate]) -> list[Candidate]:
    """Prisoners told in one breath with an event's dead are its effects ("17 captured and 12 killed in clashes")."""
    hosts = [c for c in events if c.code in VIOLENT and c.head.tag_.startswith("N")]
    kept = []
    for event in events:
        paired = [c for c in casualties if joined(event.head, c.head)] if event.code == "capture" and hosts else []
        if paired:
            hosts[0].swallowed.append(event)
        else:
            kept.append(event)
    return kept


def takes(host: Candidate, casualty: Candidate) -> bool:
    """Whether the casualties can be the event's: taking ground kills only where the clause says so ("killing five")."""
    if host.code in HARMLESS or (host.code == "abduction" and is_listed_beside(host.head, casualty.head)):
        return False
    if host.hit.trigger.territory:
        return casualty.head.tag_ == "VBG" and climbs(casualty.head, host.head)
    return not beneath(host.head, casualty.head)


def against(host: Candidate | None, hosts: Sequence[Candidate]) -> Candidate | None:
    """The verb that tells how others met the event, for those that it killed ("repelled an attack, killing ten")."""
    if host is None:
        return None
    return next((h for h in hosts if h.hit.trigger.against and climbs(host.head, h.head)), host)


def nearest(candidate: Candidate, hosts: Sequence[Candidate]) -> Candidate | None:
    """The host whose words are closest."""
    return min(hosts, key=lambda host: abs(host.head.i - candidate.head.i), default=None)
