"""What the words between two names say of them: one lies in the other, or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.annotate.place_found import Found
from contested.gazetteer.choose import Asked
from contested.gazetteer.lookup import Match
from contested.gazetteer.seats import REGIONS

TOWN = 20_000
# "In the Norwick direction, … near A and B": A and B lie about Norwick
DIRECTION = re.compile(r" (?:direction|axis|front|sector)s?\b")
BETWEEN = re.compile(r"\bbetween (?:the )?(?:(?:towns?|villages?|cities) of )?\Z")
AND = re.compile(r" and (?:the )?")
LISTED = re.compile(r",? and (?:the )?|, ?")
LONGEST = 30
LONG = frozenset({"river", "road", "sea"})
SENTENCE_END = re.compile(r"[.;!?]\s|\n")
ARTICLES = ("al-", "Al-", "el-", "El-")
BESIDE = re.compile(
    r"(?: farms?| area| village| town)*,? (?:near|outside|close to|just \w+ of|(?:north|south|east|west)\w* of)"
    r"(?: the)?(?: \w+)?(?: (?:city|town|village) of)? "
)
OWNER_GAP = re.compile(r"(?:['’]s?|s) (?:(?:north|south|east|west|central)\w* |(?:far|upper|lower) )?")
OF_GAP = re.compile(r" of (?:the )?(?:[a-z-]+ )?")
CONTAINER_GAP = re.compile(
    r"(?:, | \(|,? an? (?:[\w-]+ ){1,4}(?:in|of|from) (?:the )?|,? in (?:the )?| [a-z]+ in (?:the )?"
    r"| on the (?:[a-z]+ )?(?:outskirts|edges?) of (?:the )?| [a-z]+ of (?:the )?|s? )"
    r"(?:\w+ern )?(?:(?:[A-Z]\w+ )?\w+ of )?\Z"
)


def lead(text: str, found: Sequence[Found], asked: Sequence[Asked], order: Sequence[int]) -> None:
    """Note that what a sentence names behind a direction of the front lies near the town that the direction is of."""
    for n, (head, here) in enumerate(zip(found, order, strict=True)):
        if not DIRECTION.match(text, head.part.end):
            continue
        end = SENTENCE_END.search(text, head.part.end)
        for other, there in zip(found[n + 1 :], order[n + 1 :], strict=True):
            if DIRECTION.match(text, other.part.end) or (end is not None and other.part.start > end.start()):
                break
            if there != here and other.kind not in LONG and here not in asked[there].near:
                asked[there].near.append(here)


def share(text: str, found: Sequence[Found], asked: Sequence[Asked], order: Sequence[int]) -> None:
    """Note that both ends of "between A and B in C" lie in C, and A of "A in B's C" in C as well."""
    for one, owner, owned in zip(order, order[1:], order[2:], strict=False):
        known = any(match.level == "exact" for match in asked[owned].matches)
        told = known and owner in asked[one].within and owner in asked[owned].within
        if told and owned not in (one, *asked[one].within):
            asked[one].within.append(owned)
    for left, right, here, there in zip(found, found[1:], order, order[1:], strict=False):
        opened = BETWEEN.search(text, max(0, left.part.start - LONGEST), left.part.start)
        if here != there and opened is not None and AND.fullmatch(text, left.end, right.part.start):
            asked[here].within.extend(i for i in asked[there].within if i not in (here, *asked[here].within))


def share_list(text: str, found: Sequence[Found], asked: Sequence[Asked], order: Sequence[int]) -> None:
    """Note that all of "A, B and C townships in D" lie in D."""
    pairs = list(zip(found, found[1:], order, order[1:], strict=False))
    for left, right, here, there in reversed(pairs):
        if here != there and left.plural and right.plural and LISTED.fullmatch(text, left.end, right.part.start):
            asked[here].within.extend(i for i in asked[there].within if i not in (here, *asked[here].within))


def inherit(asked: Sequence[Asked]) -> None:
    """Put what lies in a name that no gazetteer knows also in what the text says contains that name."""
    for name in asked:
        unknown = [asked[i] for i in name.within if not asked[i].matches]
        name.within.extend(i for holder in unknown for i in holder.within if i not in name.within)


def relate(text: str, found: tuple[Found, Found], asked: tuple[Asked, Asked], numbers: tuple[int, int]) -> None:
    """Note of two neighbours, by their ``numbers``, which one lies within or near the other."""
    (left, right), (first, second), (here, there) = found, asked, numbers
    if is_quarter(text, left, right):
        second.near.append(here)
    elif is_owner(text, left, right):
        second.within.append(here)
        first.party = False
    elif is_held(text, left, right) and (right.part.start > left.end + 1 or holds_others(second.matches)):
        first.within.append(there)
        second.party = False
        # "Adra east of Damascus" lies beside it as much as in the land around it
        if BESIDE.fullmatch(text, left.end, right.part.start):
            first.near.append(there)
    elif BESIDE.fullmatch(text, left.end, right.part.start):
        first.near.append(there)


def is_held(text: str, left: Found, right: Found) -> bool:
    """Whether a name lies in the next, by a word between or by its noun ("the Red Wells locality of Norwick")."""
    if CONTAINER_GAP.match(text, left.end, right.part.start):
        return True
    return left.end > left.part.end and OF_GAP.fullmatch(text, left.end, right.part.start) is not None


def is_quarter(text: str, left: Found, right: Found) -> bool:
    """Whether a name with the article right behind a town's may be a part of it ("Norwick al-Mahatta")."""
    if right.part.start != left.end + 1 or text[left.end] != " " or not text.startswith(ARTICLES, right.part.start):
        return False
    return all(match.place.population < TOWN for match in right.part.matches)


def is_owner(text: str, left: Found, right: Found) -> bool:
    """Whether a country, or a place beside a smaller one, owns the next by its possessive ("Norland's Red Zone")."""
    return left.end == left.part.end and OWNER_GAP.fullmatch(text, left.end, right.part.start) is not None


def holds_others(matches: Sequence[Match]) -> bool:
    """Whether a name is only that of a country or region, so that a town right before it lies there ("Lima Ohio")."""
    return bool(matches) and (
        matches[0].place.kind in ("country", "state") or all(match.place.kind in REGIONS for match in matches)
    )
