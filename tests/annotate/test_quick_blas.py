"""spaCy's products by NumPy's OpenBLAS: the same parse, and nobody else's threads or pipelines are touched."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from contested.annotate import quick_blas
from contested.annotate.pipeline import DEFAULT_MODEL, load_pipeline
from contested.annotate.quick_blas import OneThreadOps, openblas_threads, quickened

TEXT = "Fighters near Dorvale said on Monday that two shells had hit the old bakery, wounding six.\n\nNobody said so."
needs_openblas = pytest.mark.skipif(openblas_threads() is None, reason="NumPy multiplies by another library here")


def parse(nlp: Language) -> list[tuple[str, str, int]]:
    return [(token.tag_, token.dep_, token.head.i) for token in nlp(TEXT)]


def plain_pipeline() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["lemmatizer", "attribute_ruler", "ner"])


def operations(nlp: Language) -> set[type]:
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline]
    return {type(node.ops) for pipe in pipes for node in pipe.model.walk()}


def test_the_parse_is_the_same() -> None:
    assert parse(load_pipeline()) == parse(plain_pipeline())


def test_other_pipelines_keep_their_operations() -> None:
    quickened(plain_pipeline())
    assert operations(plain_pipeline()) == {NumpyOps}


@needs_openblas
def test_every_model_of_the_pipeline_is_quick() -> None:
    assert operations(load_pipeline()) == {OneThreadOps}


def test_without_openblas_the_pipeline_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_blas, "openblas_threads", lambda: None)
    assert operations(quickened(plain_pipeline())) == {NumpyOps}


@needs_openblas
@pytest.mark.parametrize(("first", "last"), [(False, False), (True, False), (False, True), (True, True)])
def test_products_are_products_and_threads_are_given_back(first: bool, last: bool) -> None:
    threads = openblas_threads()
    assert threads is not None
    count, limit = threads
    before = count()
    limit(2)
    x, y = np.random.default_rng(3).random((2, 9, 9), dtype=np.float32)
    expected = (x.T if first else x) @ (y.T if last else y)
    assert np.allclose(OneThreadOps(threads).gemm(x, y, trans1=first, trans2=last), expected)
    into = np.empty_like(expected)
    OneThreadOps(threads).gemm(x, y, out=into, trans1=first, trans2=last)
    assert np.allclose(into, expected)
    assert count() == 2
    limit(before)
