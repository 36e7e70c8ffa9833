"""Where sentences begin."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.model.mention import Mention
from contested.model.report import Dateline, Report, report_id


def sentences(annotator: Annotator, text: str, **known: object) -> list[str]:
    report = Report(report_id(text), "r", text, **known)  # type: ignore[arg-type]
    return [" ".join(s.text.split()) for s in annotator.annotate(report).sents]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The army advanced. Rebels fled.", 2),
        ("Mr. Smith met Gen. Ali on Monday.", 1),
        ("The U.N. said the U.S. Army left.", 1),
        ('"We left," he said. "They stayed."', 2),
        ("Prices rose 3.5 percent. Nobody knew why.", 2),
        ("A headline without a stop\n\nThe body begins here.", 2),
        ("What happened? Nobody knows!", 2),
    ],
)
def test_how_many_sentences(annotator: Annotator, text: str, count: int) -> None:
    assert len(sentences(annotator, text)) == count


def test_a_sentence_begins_behind_a_dateline(annotator: Annotator) -> None:
    text = "7 December 2014 Gunmen attacked a convoy near the city."
    dateline = Dateline(Mention.of(text, 0, 15), "2014-12-07")
    assert sentences(annotator, text, dateline=dateline)[1].startswith("Gunmen attacked")


def test_a_headline_repeated_in_the_body_is_a_sentence_of_its_own(annotator: Annotator) -> None:
    title = "Rocket attack kills one civilian in city"
    text = f"{title}\n\nPosted by staff {title} A civilian was killed on Saturday."
    found = sentences(annotator, text, title=title, headline=Mention.of(text, 0, len(title)))
    assert found.count(title) == 2
