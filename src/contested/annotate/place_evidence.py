"""How sure the words around a name make that it is a place."""

from __future__ import annotations

import re

from contested.annotate.place_ahead import INTO, TOKEN, look_ahead
from contested.annotate.place_crowds import is_capital, is_headline
from contested.annotate.place_found import REJECT, Found, is_exact
from contested.annotate.place_known import notable
from contested.annotate.place_people import People
from contested.annotate.place_runs import Part
from contested.annotate.place_words import PlaceWords

HELD = re.compile(r"\w+-(?:held|controlled|run|dominated|besieged|occupied|ruled|majority|torn|ravaged|hit|rich)\Z")
ACRONYM = re.compile(r"[A-Z.]{2,5}s?\Z")
POSSESSIVE = re.compile(r"['’]?s\Z|['’]\Z")
BANKS = frozenset("bank banks riverbank riverbanks".split())
BESIDE = frozenset("near nearby around outside towards toward".split())


def judge(text: str, part: Part, words: PlaceWords, people: People) -> Found:
    """The evidence for one part of a run."""
    found = Found(part, 0.0, end=part.end)
    lower = part.text.lower()
    if is_never(part, lower, words):
        found.points = REJECT
        return found
    back = TOKEN.findall(text[max(0, part.start - 70) : part.start].rpartition("\n")[2])
    known = any(match.place.kind == "country" for match in part.matches)
    if part.text.isupper() and not known and back and back[-1].lower() in ("a", "an"):
        found.points = REJECT  # "in an IBO": initials for a thing
        return found
    look_back(found, back, words)
    look_ahead(found, text, words)
    named = people.hold(part.start, part.end) or is_person(part, lower, back, words)
    if named and not found.sure and found.prep not in INTO and not (part.listed and part.words > 1 and is_exact(part)):
        found.points = REJECT
        return found
    look_inside(found, lower, back, words)
    if lower in words.common and found.prep in words.strong and is_exact(part) and is_followed_by_region(text, part):
        found.points += 1.0  # "in Tame, Arauca"
    if part.words == 1 and not found.sure and lower in people.surnames and not is_followed_by_region(text, part):
        found.points -= 1.5
    return found


def is_followed_by_region(text: str, part: Part) -> bool:
    """Whether a comma and a capital follow, as in "Columbus, Ohio"."""
    return re.match(r", [A-Z]", text[part.end : part.end + 3]) is not None


def is_never(part: Part, lower: str, words: PlaceWords) -> bool:
    """Whether the word is a people's name, an acronym, a common noun: no place whatever stands beside it."""
    if (
        lower in words.never
        or lower.removesuffix("s") in words.never
        or words.names_people(lower)
        or len(lower) < 2
        or lower in words.kinds
    ):
        return True
    if ACRONYM.match(part.text) and not any(notable(m) for m in part.matches):
        return True
    of_people = words.names_people(lower.partition("-")[0]) or words.names_people(lower.rpartition(" ")[2])
    return of_people and not part.matches


def is_person(part: Part, lower: str, back: list[str], words: PlaceWords) -> bool:
    """Whether a title or a given name makes the name a person's."""
    first = lower.partition(" ")[0]
    previous = back[-1].lower().rstrip(".") if back else ""
    if previous in words.titles and not (previous == "general" and part.matches):
        return True
    following = part.after.partition(" ")[0].lower()
    if first in words.given and (
        (part.words > 1 and not part.matches) or (part.after and following not in words.kinds)
    ):
        return True
    return part.before.lower().rpartition(" ")[2] in words.given and not part.before[0].islower()


def look_back(found: Found, back: list[str], words: PlaceWords) -> None:
    """Count the words before the name: a preposition, "the town of", a verb of taking."""
    i, of_kind = len(back) - 1, None
    while i >= 0 and len(back) - i < 9:
        token = back[i].lower()
        if token in ("of", "called", "named") and i and tells_kind(back[i - 1], words):
            of_kind = words.kinds[back[i - 1].lower()]
            i -= 2
        elif token == "of" and i and back[i - 1] in BANKS:
            of_kind = "river"
            i -= 2
        elif token in ("of",) and i and (back[i - 1].lower() in words.directions or back[i - 1].lower() in words.parts):
            found.points += 1.5
            i -= 2
        elif token in words.kinds and back[i].islower() and i == len(back) - 1:
            of_kind = words.kinds[token]
            i -= 1
        elif (
            token in ("the", "a", "an")
            or token in words.directions
            or token in words.qualities
            or HELD.match(token)
            or owns(back[i], words)
        ):
            i -= 1
        else:
            break
    token = back[i].lower() if i >= 0 else ""
    found.prep = token
    if token == "to" and i and back[i - 1].lower() == "according" and not is_capital(found.part, words):
        found.points -= 2.0
    if (
        not found.part.matches
        and not found.part.text.isupper()
        and is_done_to(token, [word.lower() for word in back[max(0, i - 2) : max(0, i)]], words)
    ):
        found.points += 1.0
    if of_kind is not None:
        found.kind, found.sure = of_kind, True
        found.points += 2.0
    count_preposition(found, token, words)


def tells_kind(noun: str, words: PlaceWords) -> bool:
    """Whether a noun before "of" is one of place; in capitals some are an office ("the Department of Health")."""
    lower = noun.lower()
    return lower in words.kinds and not (lower in words.bodies and noun[0].isupper())


def is_done_to(token: str, earlier: list[str], words: PlaceWords) -> bool:
    """Whether the words before an unknown name tell what is done to places alone ("the siege of", "dropped on")."""
    before = earlier[-1] if earlier else ""
    if token == "of":
        return before in words.events or before in words.holds
    if token in ("from", "to"):
        return before in words.moving
    if token == "off":
        return before in words.afloat
    struck = before in words.upon or (before in ("attack", "attacks") and earlier[0] in words.arms)
    return token in words.bombed or token in words.holds or (token in ("on", "against", "upon", "over") and struck)


def owns(token: str, words: PlaceWords) -> bool:
    """Whether a token is a country's or a capital's possessive, with its apostrophe or not ("Syrias", "Iraq's")."""
    bare = POSSESSIVE.sub("", token)
    return bare != token and (bare in words.capitals or bare.lower() in words.by_country)


def count_preposition(found: Found, token: str, words: PlaceWords) -> None:
    """Points for the word that governs the name."""
    known = bool(found.part.matches)
    first = found.part.text.lower().partition(" ")[0]
    if (
        found.part.words > 1
        and first in words.heads
        and first not in ("abu", "um", "umm", "sheikh", "shaykh", "bani", "beni")
    ):
        found.points += 1.0
    if token in words.strong:
        found.points += 1.25 if known else 1.0
    elif token in words.taking or (token in words.weak and known):
        found.points += 1.0
    elif token == "told":
        found.points -= 2.0  # "told Yangon Eye": whom somebody tells is no place
    elif token in words.speaks and not known and first not in words.heads:
        found.points -= 1.0


def is_beside(part: Part, back: list[str], words: PlaceWords) -> bool:
    """Whether a name stands right behind "near" or "took", nothing behind it: no common word has a capital there."""
    behind = bool(back) and (back[-1].lower() in BESIDE or back[-1].lower() in words.taking)
    return behind and not part.after and is_exact(part)


def look_inside(found: Found, lower: str, back: list[str], words: PlaceWords) -> None:
    """Count what the gazetteer says, and the word itself: common words and words that open a sentence need more."""
    part = found.part
    last = lower.rpartition(" ")[2]
    if part.matches and any(m.level == "exact" for m in part.matches):
        found.points += 1.0 if any(notable(m) for m in part.matches if m.level == "exact") else 0.25
        found.points += 0.75 if part.words > 1 else 0.0
    elif not part.matches and last in words.bodies and found.kind != "neighbourhood":
        found.points -= 2.0
    if lower in words.common:
        opens = not back or back[-1] in '.!?:"“'
        found.points -= 2.5 if opens else 0.5 if is_beside(part, back, words) else 1.25
    if lower in words.given and not found.sure:
        found.points -= 0.5
    if part.before and not found.sure and not part.beside and not is_headline(part) and not part.listed:
        before = part.before.rpartition(" ")[2].lower()
        if not (
            words.names_people(before) or before in words.never or before in words.directions or before in words.common
        ):
            found.points -= 0.75
