"""A text as folded words with their offsets: what the scans for names run over."""

from __future__ import annotations

from dataclasses import dataclass

from contested.packs.fold import WORD, fold_word

JOINS = frozenset({" ", "-", "\u2013", "\u2011", "\n", "' ", "’ ", "  ", "\u00a0", " -"})
DOTTED = frozenset({".", ". ", ".-", ".\u00a0"})


@dataclass(frozen=True, slots=True)
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


def split_words(text: str) -> Words:
    """The words of a text."""
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    for match in WORD.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        folded.append(fold_word(match.group()))
    return Words(text, starts, ends, folded)
