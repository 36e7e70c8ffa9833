"""What hangs on a token, asked for many times by many questions: looked up once a Doc."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

KIN = "contested.kin"


def kids(token: Token) -> tuple[Token, ...]:
    """The tokens that hang on one, in text order: ``token.children``, kept with the Doc."""
    known = cast("dict[int, tuple[Token, ...]] | None", token.doc.user_data.get(KIN))
    if known is None:
        known = token.doc.user_data[KIN] = {}
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = tuple(token.children)
    return found
