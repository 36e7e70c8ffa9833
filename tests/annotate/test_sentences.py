"""Where sentences begin."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.sentences import LONGEST, mark_sentences
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
        ("The army spokesman, Lt.-Col. Ada Obi, met Maj.-Gen. Ali.", 1),
        ("Ferries were damaged 2/5\nLocal channels told of dead 3/5\nNobody denied it 4/5", 3),
        ("A gunship fired on Ormek.[12] At least two men died (see Annex II).[3] Nobody said so[4] then.", 3),
        ("14:05 GMT - Two killed in strike: medics\nMedics say two men died.\n\n13:40 UTC – Nothing new", 5),
        ("The U.N. said the U.S. Army left.", 1),
        ('"We left," he said. "They stayed."', 2),
        ("Prices rose 3.5 percent. Nobody knew why.", 2),
        ("A headline without a stop\n\nThe body begins here.", 2),
        ("What happened? Nobody knows!", 2),
        ("Shells hit the port.\n- Two men were killed.\n- Nine were hurt.", 3),
        ("Situation\n• Two men were killed\n• Nine were hurt", 3),
        ("Situation\n🔴 Two men were killed\n🔴 Nine were hurt", 3),
        ("The men left the town\non Sunday - nobody knew why.", 1),
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


@pytest.mark.parametrize(
    ("seam", "last"), [("\n", "5 lost"), (" ; ", ";"), (", ", ",")], ids=["line", "semicolon", "comma"]
)
def test_a_list_without_full_stops_is_cut_at_its_seams(annotator: Annotator, seam: str, last: str) -> None:
    found = sentences(annotator, seam.join(f"tank number {n}, type {n % 5} lost" for n in range(1, 301) if n % 5 == 0))
    assert len(found) > 1
    assert all(len(sentence.split()) <= LONGEST for sentence in found)
    assert all(sentence.endswith(last) or sentence.endswith("lost") for sentence in found)


def test_words_without_any_seam_are_cut_too(annotator: Annotator) -> None:
    found = sentences(annotator, "boom " * 1000)
    assert [len(sentence.split()) for sentence in found[:-1]] == [LONGEST] * (len(found) - 1)


def test_a_text_without_capitals_has_sentences(annotator: Annotator) -> None:
    text = "gunmen attacked the mill on monday.  gen. marlow said nine people died. the army is looking for them."
    doc = annotator.nlp.make_doc(text)
    assert [sent.text.split()[0] for sent in mark_sentences(doc).sents] == ["gunmen", "gen.", "the"]
