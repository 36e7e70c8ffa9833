"""Persons, organisations, nationalities, weapons, platforms and vehicles are found by lexicon and shape."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from contested.annotate.entities import find_entities
from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.things import read_things
from contested.packs.load import load_packs
from contested.read.table import report_from_row

PACK = load_packs(("world", "syria"))


@pytest.fixture(scope="module")
def blank() -> Language:
    """A tokenizer alone."""
    return spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("A barrel bomb fell.", "weapon", "barrel bomb"),
        ("Two car bombs went off.", "weapon", "car bombs"),
        ("They found sarin and mortar shells.", "weapon", "mortar shells"),
        ("They carried AK-47 rifles.", "weapon", "AK-47"),
        ("An IED went off.", "weapon", "IED"),
        ("A Su-24 crashed.", "platform", "Su-24"),
        ("MiG-29s took off with a helicopter gunship.", "platform", "helicopter gunship"),
        ("HMS Lantern sailed.", "platform", "HMS Lantern"),
        ("Three tanks burned.", "platform", "tanks"),
        ("An ambulance and two buses burned.", "vehicle", "buses"),
        ("A pickup truck burned.", "vehicle", "pickup truck"),
        ("A Jordanian farmer left.", "nationality", "Jordanian"),
        ("Kurdish songs were sung.", "nationality", "Kurdish"),
        ("Colonel Nadim Farhat left.", "person", "Colonel Nadim Farhat"),
        ("Samir Haddad left.", "person", "Samir Haddad"),
        ("Lavrov left.", "person", "Lavrov"),
        ("Amnesty International left.", "organisation", "Amnesty International"),
        ("The Orchard Relief Foundation left.", "organisation", "Orchard Relief Foundation"),
    ],
)
def test_what_is_named(blank: Language, text: str, kind: str, quote: str) -> None:
    assert (kind, quote) in [(m.kind, m.mention.quote) for m in find_entities(blank(text), PACK)]


@pytest.mark.parametrize(
    "text", ["A suicide bomber came.", "Rain fell on the quiet hills.", "It was a problem of his."]
)
def test_what_is_nothing(blank: Language, text: str) -> None:
    assert find_entities(blank(text), PACK) == []


def test_the_doc_s_own_entities_fill_the_gaps(blank: Language) -> None:
    doc = blank("Qotrob Zey met Lavrov.")
    doc.ents = [Span(doc, 0, 2, "PERSON"), Span(doc, 3, 4, "ORG")]
    assert [(m.kind, m.mention.quote) for m in find_entities(doc, PACK)] == [
        ("person", "Qotrob Zey"),
        ("person", "Lavrov"),
    ]


def test_mentions_are_spans_in_order(blank: Language) -> None:
    doc = blank("President Putin's aides saw a Russian tank; Turkeys buses were near the Cedar Hills Brigade.")
    found = find_entities(doc, PACK)
    assert [m.mention.start for m in found] == sorted(m.mention.start for m in found)
    assert all(doc.text[m.mention.start : m.mention.end] == m.mention.quote for m in found)


def test_the_lexicon_is_sound() -> None:
    things = read_things()
    assert {"weapon", "platform", "vehicle"} <= {kind for terms in things.index.values() for _, kind in terms}


def test_a_weapons_name_is_no_place(annotator: Annotator) -> None:
    report = report_from_row({"ref": "1", "text": "Police found Kalashnikov rifles in Dagestan."})
    assert [place.name for place in annotations_of(annotator.annotate(report)).places] == ["Dagestan"]
