"""Every error a caller may catch.

ContestedError
├── ReadError            one input could not be read: what, why, remedy
├── PackError            a pack, lexicon or code table does not say what it must
├── GazetteerError       the gazetteer is missing, broken or of another version
├── AmendmentError       a person gave a field a value that it cannot have
├── LedgerError          the ledger cannot be opened, read or written
└── PipelineError        the language pipeline is missing or cannot do what is needed
"""

from __future__ import annotations


class ContestedError(Exception):
    """What went wrong with ``subject``, and what to do about it, in one line."""

    def __init__(self, subject: str, problem: str, remedy: str = "") -> None:
        self.subject, self.problem, self.remedy = subject, problem, remedy
        super().__init__(f"{subject}: {problem}" + (f"; {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[type[ContestedError], tuple[str, str, str]]:
        return type(self), (self.subject, self.problem, self.remedy)


class ReadError(ContestedError):
    """An input that could not be read."""


class PackError(ContestedError):
    """Knowledge kept as data that does not say what it must."""


class GazetteerError(ContestedError):
    """The gazetteer is missing, broken or of another version."""


class AmendmentError(ContestedError):
    """A person gave a field a value that it cannot have."""


class LedgerError(ContestedError):
    """The ledger cannot be opened, read or written."""


class PipelineError(ContestedError):
    """The language pipeline is missing or lacks a component."""
