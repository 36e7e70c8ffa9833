"""Words as a line writes them: whether it gives most of them a capital, as titles do."""

from __future__ import annotations

from collections.abc import Sequence

LEAST, SHARE = 3, 0.7  # longer words of such a line, and how many of them have capitals
LONGER = 3  # letters that a longer word exceeds


def most_capital(words: Sequence[str]) -> bool:
    """Whether most longer words of a line begin with a capital."""
    longer = [word for word in words if len(word) > LONGER and word.isalpha()]
    return len(longer) >= LEAST and sum(word[0].isupper() for word in longer) >= SHARE * len(longer)
