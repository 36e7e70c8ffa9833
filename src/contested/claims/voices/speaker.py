"""A speaker as resolved in a report."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.source import SourceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; ``head`` is the noun's form in lower case, ``traits`` what pronouns ask for.

    ``roles`` are the words for what a person is where the name stands apart from them: "Anna Marlow, a nurse".
    """

    name: str
    kind: SourceKind
    actor: str | None
    head: str
    traits: frozenset[str]
    roles: frozenset[str] = frozenset()
