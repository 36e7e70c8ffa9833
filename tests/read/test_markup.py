from __future__ import annotations

import pytest

from contested.read.markup import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ("One.<br/>Two.", "One.\n\nTwo."),
        ("<p>A <b>bold</b>\n claim</p><script>x()</script>", "A bold claim"),
        ("Plain text < 5", "Plain text < 5"),
        ("No markup", "No markup"),
    ],
)
def test_markup_becomes_paragraphs(markup: str, text: str) -> None:
    assert text_of(markup) == text
