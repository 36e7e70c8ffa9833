"""Whom or what a deed is done to by plain grammar, also where nobody knows the words."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("Guerrillas staged a 6-hour attack on several military installations in Chalatenango.", "attack",
         ["several military installations"]),
        ("The ministry condemned the assassination of Oqueli.", "execution", ["Oqueli"]),
        ("Police said Howes was kidnapped on Monday.", "abduction", ["Howes"]),
        ("Ziad was sentenced to death and was hanged on 4 February 2015.", "execution", ["Ziad"]),
        ("Gunmen kidnapped Anna Marlow near Harlow.", "abduction", ["Anna Marlow"]),
    ],
)  # fmt: skip
def test_whom_grammar_tells(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).targets] == hit


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels fired hundreds of missiles on Friday.", "shelling"),
        ("Armed groups breached the cessation of hostilities on Friday.", "attack"),
        ("Hundreds were released on Saturday.", "release"),
    ],
)
def test_arms_truces_and_numbers_are_not_struck(annotator: Annotator, text: str, event: str) -> None:
    assert first_told(annotator, text, event).targets == ()
