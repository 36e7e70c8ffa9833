"""A text as folded words with their offsets: what the scans for names run over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from contested.model.report import Report
from contested.packs.fold import WORD, fold_word

JOINS = frozenset({" ", "-", "\u2013", "\u2011", "\n", "' ", "’ ", "  ", "\u00a0", " -"})
DOTTED = frozenset({".", ". ", ".-", ".\u00a0"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """``folded[i]`` is the word at ``text[starts[i]:ends[i]]`` without case, accents and apostrophes."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]

    def capital(self, i: int) -> bool:
        """Whether word i begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def raw(self, i: int) -> str:
        """Word i as it is written."""
        return self.text[self.starts[i] : self.ends[i]]

    def joined(self, i: int) -> bool:
        """Whether only a space, a hyphen or an initial's full stop parts word i from the word before."""
        gap = self.text[self.ends[i - 1] : self.starts[i]] if i else "."
        return gap in JOINS or (gap in DOTTED and self.ends[i - 1] - self.starts[i - 1] == 1)

    def gap(self, i: int) -> str:
        """The text between word i-1 and word i."""
        return self.text[self.ends[i - 1] : self.starts[i]] if 0 < i < len(self.starts) else ""


def text_of(doc: Doc) -> str:
    """The text of a Doc: its report's where it has one, since spaCy joins its tokens anew each time."""
    report = doc.user_data.get("contested.report")
    return report.text if isinstance(report, Report) else doc.text


@lru_cache(maxsize=2)
def split_words(text: str) -> Words:
    """The words of a text; the last ones are kept, since several scans run over one text."""
    spans = [match.span() for match in WORD.finditer(text)]
    if text.isascii():
        lower = text.lower()
        folded = [lower[start:end] for start, end in spans]
        if "'" in text:
            folded = [word.replace("'", "") for word in folded]
    else:
        folded = [fold_word(text[start:end]) for start, end in spans]
    return Words(text, [start for start, _ in spans], [end for _, end in spans], folded)
