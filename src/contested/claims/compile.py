"""A Doc becomes Claims: every question asked once, its answers put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from contested.claims import how_many, how_sure, said_by, when, where, who
from contested.claims.context import Context, Event, mention_of
from contested.claims.did_what import Told, find_events
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import Annotations
from contested.model.claim import AuthorStance, Claim, ClaimTime, Effect, Factuality, ReportRef
from contested.model.codes import codes_for
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report
from contested.model.source import Source


@dataclass(slots=True)
class Answers:
    """What the questions answered for one event."""

    parts: Parts
    places: tuple[PlaceRef, ...]
    time: ClaimTime | None
    effects: tuple[Effect, ...]
    chain: tuple[Source, ...]
    surety: tuple[Factuality, AuthorStance]


def claims_of(doc: Doc, report: Report, annotations: Annotations) -> list[Claim]:
    """The claims of an annotated Doc, in text order, each under its content id."""
    told = find_events(doc, report, annotations)
    if not told:
        return []
    context = Context(doc, report, annotations, said_by.find_attributions(doc, annotations))
    asked = ask([item.event for item in told], context)
    told_by = ReportRef.of(report), report.text
    return [build(item, answers, *told_by) for item, answers in zip(told, asked, strict=True)]


def counted(effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """The effects that count somebody: that nobody was harmed is told by the denied casualties, not by a count of 0."""
    return tuple(effect for effect in effects if effect.high != 0)


def ask(events: Sequence[Event], context: Context) -> list[Answers]:
    """Every question for every event."""
    effects = how_many.answer(events, context)
    context = replace(context, effects=effects)
    columns = zip(
        who.answer(events, context),
        where.answer(events, context),
        when.answer(events, context),
        [counted(told) for told in effects],
        said_by.answer(events, context),
        how_sure.answer(events, context),
        strict=True,
    )
    tree = tree_of(context.doc)
    return [Answers(parts, elsewhere(places, parts, tree), *rest) for parts, places, *rest in columns]


def elsewhere(places: tuple[PlaceRef, ...], parts: Parts, tree: Tree) -> tuple[PlaceRef, ...]:
    """The places without those that act by their name: "Paris and Berlin condemned it", not "Syria air raids"."""
    acting = [who.mention for who in parts.initiators]
    return tuple(p for p in places if p.mention is None or p.mention not in acting or not is_subject(p.mention, tree))


def is_subject(mention: Mention, tree: Tree) -> bool:
    """Whether a name is the subject of its clause, or joined to it."""
    head = tree.head_of(*tree.interval(mention))
    while tree.deps[head] == "conj":
        head = tree.heads[head]
    return tree.deps[head] == "nsubj"


def build(told: Told, answers: Answers, report: ReportRef, text: str) -> Claim:
    """One claim."""
    event = told.event
    return Claim(
        id="",
        report=report,
        evidence=evidence_of(event, text),
        trigger=mention_of(event.trigger),
        event=event.code,
        codes=codes_for(event.code, answers.parts.initiators, answers.parts.targets),
        initiators=answers.parts.initiators,
        targets=answers.parts.targets,
        instruments=answers.parts.instruments,
        places=answers.places,
        time=answers.time,
        effects=answers.effects,
        attribution=answers.chain,
        factuality=answers.surety[0],
        author_stance=answers.surety[1],
        confidence=round(told.confidence, 3),
    ).with_id()


def evidence_of(event: Event, text: str) -> Mention:
    """The sentence of the trigger, without white space at its ends."""
    sentence = event.sentence
    start, end = sentence.start_char, sentence.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Mention.of(text, start, end)
