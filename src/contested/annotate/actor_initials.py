"""Parties called by the initials of a name that the text has spelt out before: "Rapid Support Forces … the RSF"."""

from __future__ import annotations

import re
from bisect import bisect_left

from contested.annotate.actor_phrases import Phrase, Piece
from contested.annotate.actor_reading import FIGHTING
from contested.annotate.actor_resolution import Found
from contested.annotate.words import Words

LINKS = frozenset({"of", "the", "and", "for", "al", "el"})
LEAST, MOST = 3, 6  # letters of initials


def with_initials(found: list[Found], words: Words) -> list[Found]:
    """The phrases in text order with those of initials, which take a role noun behind them ("RSF fighters")."""
    spelt = spelt_names(found, words)
    if not spelt:
        return found
    at = {f.first: f for f in found}
    taken = {i for f in found for i in range(f.first, bisect_left(words.starts, f.end))}
    for match in re.finditer(rf"\b(?:{'|'.join(spelt)})\b", words.text):
        i = bisect_left(words.starts, match.start())
        name = spelt[match.group()]
        if i < name.first or i >= len(words.starts) or words.starts[i] != match.start():
            continue
        other = at.get(i)
        if i in taken and (other is None or not mistaken(other, name, found)):
            continue
        piece = Piece(i, i, name.phrase.pieces[-1].entry, name.phrase.pieces[-1].body)
        role = at.get(i + 1)
        if other is not None:
            at[i] = Found(i, other.last, Phrase([piece, *other.phrase.pieces[1:]]), name.reading, other.end)
        elif role is not None and words.joined(i + 1) and is_role(role):
            at[i] = Found(i, role.last, Phrase([piece, *role.phrase.pieces]), name.reading, role.end)
            del at[i + 1]
        else:
            at[i] = Found(i, i, Phrase([piece]), name.reading, words.ends[i])
    return [at[first] for first in sorted(at)]


def mistaken(other: Found, name: Found, found: list[Found]) -> bool:
    """Whether initials that a pack knows as another's stand for the party that this text spells out, and not for it."""
    first = other.phrase.pieces[0]
    if name.reading.actor in (None, other.reading.actor) or first.first != first.last or not first.names:
        return False
    same = (f for f in found if f is not other and f.reading.actor == other.reading.actor)
    return not any(piece.names and piece.last > piece.first for f in same for piece in f.phrase.pieces)


def spelt_names(found: list[Found], words: Words) -> dict[str, Found]:
    """Initials with the first phrase that spells them out: a name of its own, all its words capitalised."""
    spelt: dict[str, Found] = {}
    for f in found:
        piece = f.phrase.pieces[-1]
        if not piece.names or (piece.entry is not None and piece.entry.group != "name"):
            continue
        own = [i for i in range(piece.first, piece.last + 1) if words.folded[i] not in LINKS]
        letters = "".join(words.raw(i)[0] for i in own)
        if LEAST <= len(letters) <= MOST and letters.isupper() and letters.isalpha():
            spelt.setdefault(letters, f)
    return spelt


def is_role(found: Found) -> bool:
    """Whether a phrase is a bare role noun of armed people, of nobody yet."""
    head = found.phrase.pieces[0].entry
    bare = found.reading.actor is None and all(p.is_head for p in found.phrase.pieces)
    return bare and head is not None and head.group in FIGHTING
