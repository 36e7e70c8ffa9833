"""Who acts and who is acted on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims import how_many, who
from contested.claims.context import Context
from contested.claims.did_what import find_events
from contested.claims.said_by import find_attributions
from contested.claims.words.vocabulary import NEEDED, words
from contested.model.report import Report, report_id


def roles(annotator: Annotator, text: str) -> list[tuple[list[str], list[str]]]:
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    annotations = annotations_of(doc)
    events = [told.event for told in find_events(doc, report, annotations)]
    context = Context(doc, report, annotations, find_attributions(doc, annotations))
    context = replace(context, effects=how_many.answer(events, context))
    answers = who.answer(events, context)
    return [([p.name for p in a.initiators], [p.name for p in a.targets]) for a in answers]


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("Turkish troops shelled positions of the Syrian army near Neirab on Monday.", "Turkish troops", "Syrian army"),
        ("Positions of the Syrian army were shelled by Turkish troops near Neirab.", "Turkish troops", "Syrian army"),
        ("Russian warplanes bombed a hospital in Maarat on Monday.", "Russian warplanes", "hospital"),
        ("Houthis ambushed by Israeli soldiers near the border, three dead.", "Israeli soldiers", "Houthis"),
        ("The opposition accused the government of shelling the town.", "opposition", "government"),
    ],
)
def test_sides_of_an_event(annotator: Annotator, text: str, initiator: str, target: str) -> None:
    initiators, targets = roles(annotator, text)[0]
    assert any(initiator.casefold() in name.casefold() for name in initiators)
    assert any(target.casefold() in name.casefold() for name in targets)


def test_who_accuses_or_tells_behind_a_dash_did_not_do_it(annotator: Annotator) -> None:
    assert ["rebels"] in [who for who, _ in roles(annotator, "The army denied it and accused the rebels of shelling.")]
    initiators, _ = roles(annotator, "Hospital in the port shelled by the army - governor")[0]
    assert "governor" not in initiators


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Rockets fired by the militants hit a crowded market in Korvat on Sunday.", "market"),
        ("Government shelling on the bakery of Korvat killed two people on Sunday.", "bakery"),
    ],
)
def test_what_is_struck_is_a_target(annotator: Annotator, text: str, struck: str) -> None:
    _, targets = roles(annotator, text)[0]
    assert any(struck in name for name in targets)


def test_of_a_name_within_another_one_is_a_target(annotator: Annotator) -> None:
    _, targets = roles(annotator, "The militants shelled army positions near Korvat on Sunday.")[0]
    assert len(targets) == 1


def test_those_killed_are_targets(annotator: Annotator) -> None:
    _, targets = roles(annotator, "At least six civilians were killed in an air strike on Monday.")[0]
    assert "civilians" in targets


def test_nobody_fills_both_roles(annotator: Annotator) -> None:
    for initiators, targets in roles(
        annotator, "Clashes between rebels and the army killed ten soldiers near Saraqib."
    ):
        assert not set(initiators) & set(targets)


def test_nobody_is_no_party(annotator: Annotator) -> None:
    for initiators, targets in roles(annotator, "Their command said that nobody was killed in the raid on the depot."):
        assert "nobody" not in [*initiators, *targets]


def test_an_agentless_passive_has_no_initiator(annotator: Annotator) -> None:
    initiators, _ = roles(annotator, "Three villagers were abducted on the road on Monday.")[0]
    assert initiators == []


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_word_lists_load(name: str) -> None:
    assert words(name)
    assert all(word == word.lower() for word in words(name))
