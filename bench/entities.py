"""Mentions in reports on Syria and Iraq, in the types of the re3d corpus.

    python -m bench.entities INPUT.jsonl OUTPUT.jsonl [--rules]

INPUT has one document a line with ``id`` and ``text``; OUTPUT gets ``id`` and ``entities`` (start, end, type). The
corpus marks pronouns, offices and buildings besides names, so these are added here to our mentions. ``--rules`` leaves
out spaCy's recogniser.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.tokens import Doc

from bench.answers import Row, parser_of, write_answers
from contested.annotate.pipeline import DEFAULT_MODEL, Annotator, annotations_of
from contested.model.annotations import ActorMention, EntityMention
from contested.model.report import Report, report_id

TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "nationality": "Nationality",
    "weapon": "Weapon",
    "platform": "MilitaryPlatform",
    "vehicle": "Vehicle",
}
LABELS = {
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "ORG": "Organisation",
    "PERSON": "Person",
    "NORP": "Nationality",
    "DATE": "Temporal",
    "TIME": "Temporal",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "MONEY": "Money",
}
PRONOUNS = {"we": "Organisation", "our": "Organisation", "he": "Person", "she": "Person", "i": "Person"}
PRONOUNS |= {"they": "Organisation", "her": "Person", "my": "Person"}
OFFICES = re.compile(
    r"(?:minister|president|secretary|chief|commander|leader|officer|spokes(?:man|woman|person)|general|soldier|emir"
    r"|ambassador|premier|king|official|pilot|man|woman|child|envoy|governor|designate)\Z",
    re.IGNORECASE,
)
SITES = frozenset(
    "city town village camp hospital building buildings position positions bridge bridges route routes facility country"
    " area areas airport base checkpoint headquarters mosque church school border region district refinery restaurant"
    " station site sites tunnel tunnels cave compound".split()
)
Span = tuple[int, int, str]


def spans_of(doc: Doc) -> Iterator[Span]:
    """Every mention of a Doc in the corpus's types."""
    found = annotations_of(doc)
    for actor in found.actors:
        kind = type_of_actor(actor, found.entities)
        if kind is not None:
            yield actor.mention.start, actor.mention.end, kind
    for entity in found.entities:
        if entity.kind != "nationality" or not entity.mention.quote.endswith("s"):
            yield entity.mention.start, entity.mention.end, TYPES[entity.kind]
    for place in found.places:
        yield place.mention.start, place.mention.end, "Location"
    for time in found.times:
        yield time.mention.start, time.mention.end, "Temporal"
    for quantity in found.quantities:
        if quantity.mention.quote.lower() not in ("one", "no", "both", "many"):
            yield quantity.mention.start, quantity.mention.end, "Quantity"
    yield from sites(doc)
    for token in doc:
        if token.lower_ in PRONOUNS:
            yield token.idx, token.idx + len(token), PRONOUNS[token.lower_]


def type_of_actor(actor: ActorMention, things: Iterable[EntityMention]) -> str | None:
    """Organisation, or Person for an office and for a named person; None for aircraft and the like."""
    inside = {t.kind for t in things if actor.mention.covers(t.mention)}
    last = next((t.kind for t in things if t.mention.end == actor.mention.end and t.kind != "nationality"), None)
    if last in ("platform", "weapon", "vehicle"):
        return None
    return (
        "Person" if OFFICES.search(actor.mention.quote) or ("person" in inside and last == "person") else "Organisation"
    )


def sites(doc: Doc) -> Iterator[Span]:
    """Noun phrases of buildings and areas: "the city", "a fighting position"."""
    for chunk in doc.noun_chunks:
        if chunk.root.lower_ in SITES:
            yield chunk.start_char, chunk.end_char, "Location"


def recognised(doc: Doc, known: list[Span]) -> Iterator[Span]:
    """What spaCy's recogniser adds where no rule has found anything."""
    for ent in doc.ents:
        kind, start, end = LABELS.get(ent.label_), ent.start_char, ent.end_char
        if kind is not None and not any(s < end and start < e for s, e, _ in known):
            yield start, end, kind


def entities_of(doc: Doc) -> list[dict[str, int | str]]:
    """The spans of a Doc, each once, without copies of the same type that only shift an edge."""
    kept: list[Span] = []
    known = list(spans_of(doc))
    for start, end, kind in sorted({*known, *recognised(doc, known)}, key=lambda s: (s[0], -s[1])):
        if not any(k == kind and s < end and start < e for s, e, k in kept):
            kept.append((start, end, kind))
    return [{"start": s, "end": e, "type": k} for s, e, k in kept]


def main() -> None:
    """Read INPUT, write OUTPUT."""
    parser = parser_of(__doc__)
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    annotator = Annotator(spacy.load(DEFAULT_MODEL, exclude=["ner"] if args.rules else []))

    def predict(rows: Sequence[Row]) -> Iterator[Row]:
        reports = [Report(report_id(row["text"]), row["id"], row["text"]) for row in rows]
        for row, doc in zip(rows, annotator.annotate_many(reports), strict=True):
            yield {"id": row["id"], "entities": entities_of(doc)}

    sys.exit(write_answers(args.input, args.output, predict, {"entities": []}))


if __name__ == "__main__":
    main()
