"""What the words round a name tell of it: capitals that tell nothing, a large place's words, "state" behind it."""

from __future__ import annotations

import re

from contested.annotate.place_known import notable
from contested.annotate.place_runs import Part
from contested.annotate.place_words import PlaceWords, english_words

# "Borno State", "in Blue Nile state"; "the Norwick state news agency" and "Norwick State University" are none
STATE = re.compile(
    r" [Ss]tate\b(?![-–]| (?:[A-Z][\w.]*|media|tv|television|news|radio|broadcaster|agency|owned|run|department|visit"
    r"|funeral|institutions|security|prison|hospital|university|army|forces|troops|funds|budget|terrorism|secrets"
    r"|competition|lawmakers|senators?|representatives?|officials?)\b)"
)
# "clashed with the Norths and Souths near Calder"
SIDE = re.compile(r"\b(?:with|by|against) (?:the )?(?:[A-Z][\w-]* (?:and|or) (?:the )?)?\Z")
LONGEST_SIDE = 40


def is_side(text: str, part: Part) -> bool:
    """Whether an unknown name is one of those who fight or meet, whatever place stands behind it."""
    before = max(0, part.start - LONGEST_SIDE)
    return not part.matches and SIDE.search(text, before, part.start) is not None


def state_behind(text: str, part: Part) -> int | None:
    """Where the word "state" right behind a name ends; None where there is none, or where it goes with what follows."""
    state = STATE.match(text, part.end)
    return state.end() if state is not None else None


def is_listed(part: Part) -> bool:
    """Whether a large place stands right before another, as in a list that lost its commas."""
    return part.ahead and any(match.level == "exact" and notable(match) for match in part.matches)


def stands_out(part: Part, text: str) -> bool:
    """Whether a large place needs no words of its own among capitals: a headline, a list, a common word behind it."""
    return is_headline(part) or is_listed(part) or is_before_word(part, text)


def is_before_word(part: Part, text: str) -> bool:
    """Whether a large place owns what follows, or stands before a common word ("Iraq Gunmen Seize Bridge")."""
    head = part.after.partition(" ")[0].lower()
    told = head in english_words() or text.startswith("s ", part.end)
    return told and any(match.level == "exact" and notable(match) for match in part.matches)


def is_headline(part: Part) -> bool:
    """Whether a large place stands among so many capitals that they tell nothing."""
    return part.crowd >= 5 and any(match.level == "exact" and notable(match) for match in part.matches)


def is_capital(part: Part, words: PlaceWords) -> bool:
    """Whether the name is a country's or a capital's, which may stand for those who speak there."""
    return part.text in words.capitals or (bool(part.matches) and part.matches[0].place.kind in ("country", "state"))
