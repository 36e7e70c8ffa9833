from __future__ import annotations

import pytest

from contested.read.language import detect_language, language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Soldiers entered the village at dawn, the mayor said on Sunday.", "en"),
        ("قال مصدر عسكري إن الجيش دخل القرية صباح اليوم بعد اشتباكات", "ar"),
        ("Армия заняла деревню утром в субботу, сообщили местные жители.", "ru"),
        ("Ordu pazar sabahı köye girdi, belediye başkanı açıkladı.", "tr"),
        ("Boko Haram kills three soldiers, overrun Nigerian army base", "en"),
        ("Saraqib", None),
        ("12 34 56 ...", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("told", "code"),
    [("en", "en"), ("AR", "ar"), ("en-US", "en"), ("pt_BR", "pt"), ("English", None), ("", None), (None, None)],
)
def test_a_told_language_is_a_code_or_nothing(told: str | None, code: str | None) -> None:
    assert language_code(told) == code
