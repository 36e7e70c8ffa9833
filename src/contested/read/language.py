"""The language of a text, ISO 639-1; unknown where the text is too short or nothing is likely enough."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

LOOKED_AT, TOO_SHORT = 400, 20
# English news from West Africa is taken for Nigerian Pidgin by its names alone ("Boko Haram kills three soldiers").
TAKEN_FOR = {"pcm": "en"}


class Identifier(Protocol):
    """What is used of py3langid's model."""

    def classify(self, text: str) -> tuple[str, float]:
        """The likeliest language and its probability."""


@cache
def identifier() -> Identifier:
    """The model; loaded at the first question, since that takes a tenth of a second."""
    import py3langid

    model: Identifier = py3langid.langid.LanguageIdentifier.from_model_file(
        py3langid.langid.MODEL_FILE, norm_probs=True
    )
    return model


def language_code(told: str | None) -> str | None:
    """The two letters of a told language ("en", "en-US"); None for what is no such code ("English")."""
    found = re.match(r"\s*([A-Za-z]{2})(?:[-_]|\s*$)", told or "")
    return found[1].lower() if found else None


def detect_language(text: str) -> str | None:
    """The likeliest language of the first letters; None under 20 letters or at less than even odds."""
    sample = text[:LOOKED_AT]
    if sum(c.isalpha() for c in sample) < TOO_SHORT:
        return None
    language, probability = identifier().classify(sample)
    return TAKEN_FOR.get(language, str(language)) if probability >= 0.5 else None
