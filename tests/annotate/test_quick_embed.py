"""The parser's vectors of words, remembered: the same vectors, the same parse, and never more of them than allowed."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from contested.annotate import quick_embed
from contested.annotate.pipeline import DEFAULT_MODEL
from contested.annotate.quick_embed import Layer, WordVectors, keys_of, remembering

TEXTS = (
    "Fighters near Dorvale can't say who fired.",
    "",
    "Fighters can fire near Dorvale again.\n\nNobody can say why.",
)


def plain_pipeline() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["lemmatizer", "attribute_ruler", "ner"])


@pytest.fixture(scope="module")
def nlp() -> Language:
    return plain_pipeline()


def embedding(nlp: Language) -> Layer:
    pipes: dict[str, Any] = dict(nlp.pipeline)
    embed: Layer = pipes["tok2vec"].model.get_ref("embed")
    return embed


def test_vectors_are_those_of_the_embedding_whatever_is_known_already(nlp: Language) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    known = WordVectors(embedding(nlp))
    for some in (docs[:1], docs, docs[::-1]):
        for told, expected in zip(known.of(some), embedding(nlp).predict(some), strict=True):
            assert told.shape == expected.shape
            assert np.allclose(told, expected, atol=1e-5)


def test_a_word_is_learnt_once(nlp: Language) -> None:
    docs = [nlp.make_doc(TEXTS[0])]
    known = WordVectors(embedding(nlp))
    known.of(docs)
    count = len(known.index)
    known.of(docs * 3)
    assert len(known.index) == count == len(known.vectors)


def test_no_word_is_known_when_the_first_doc_is_empty(nlp: Language) -> None:
    assert [len(rows) for rows in WordVectors(embedding(nlp)).of([nlp.make_doc("")])] == [0]


def test_words_are_forgotten_when_there_are_too_many(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_embed, "MOST", 4)
    known = WordVectors(embedding(nlp))
    for text in TEXTS:
        docs = [nlp.make_doc(text)]
        assert np.allclose(known.of(docs)[0], embedding(nlp).predict(docs)[0], atol=1e-5)
    assert len(known.index) == len(set(keys_of(known.extract([nlp.make_doc(TEXTS[2])], False)[0][0])))


def test_the_parse_is_the_same(nlp: Language) -> None:
    quick = remembering(plain_pipeline())
    for text in TEXTS:
        told = [(token.tag_, token.dep_, token.head.i) for token in quick(text)]
        assert told == [(token.tag_, token.dep_, token.head.i) for token in nlp(text)]


def test_a_pipeline_without_shared_vectors_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    assert remembering(blank) is blank
    assert blank.pipe_names == []
