"""A document's sentences that stand on what a person decided say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from contested.views.document import Section, Sentence
from contested.views.review import Reviews


def decided(sections: Iterable[Section], reviews: Reviews) -> tuple[Section, ...]:
    """The sections, each sentence of an edited claim with the fields that a person edited."""
    if not reviews.edits:
        return tuple(sections)
    return tuple(
        replace(section, groups=tuple(
            replace(group, sentences=tuple(said_so(item, reviews) for item in group.sentences))
            for group in section.groups
        ))
        for section in sections
    )  # fmt: skip


def said_so(item: Sentence, reviews: Reviews) -> Sentence:
    """The sentence with the fields of its claims that a person edited."""
    words = reviews.words(item.claims)
    return replace(item, text=f"{item.text} ({words})") if words else item
