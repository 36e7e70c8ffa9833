"""Runs of capitalised words, and their parts: names a gazetteer knows, and what is left between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from contested.annotate.place_known import POSSESSIVE, is_nation, known, notable
from contested.annotate.place_people import People, add_person
from contested.annotate.place_wholes import (
    LANDS,
    LIST_END,
    is_double,
    is_one_name,
    is_quarter_of_body,
    is_village,
    known_with_noun,
    owns_next,
    speaks,
)
from contested.annotate.place_words import PlaceWords
from contested.annotate.time_words import time_words
from contested.gazetteer.lookup import Gazetteer, Match

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĠĢĪİĶŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽƏḐḨḪŞṢṬẔ‘ʿ"
ARTICLE = r"(?:(?:al|el|ez|ed|az|ul|ur) |(?:al|el|ad|ed|ez|az|as|ash|es|at|et|an|en|ar|er|ul|ur)[-‐])"
SHORT = (
    "St Ste Mt Ft Pt Co Twp Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo "
    "Mont Neb Nebr Nev Okla Ont Ore Pa Que Tenn Tex Va Vt Wash Wis Wyo Alta"
)
ABBREVIATION = rf"(?:[A-Z]\.){{2,}}|W\. Va\.|(?:{'|'.join(SHORT.split())})\.|[A-Z]\.(?= [A-Z])"
WORD = rf"(?:{ABBREVIATION}|[{UP}][\w]*(?:['’`ʿ‘ʼ]\w+)*)"
LINKS = "e|i|ye|al|el|sur|de|en|le|la|au|aux|du|des|sous|do|da|of|on|upon|l[eè]s"
PARTICLES = "of|of the|al|de|del|la|da|do|dos|das"
# a dash only joins the ends of a road: "the Norwick–Calder highway"
DASHED = rf"–{WORD}(?= (?:road|highway|motorway|route|railway)\b)"
TAIL = rf"[-‐](?:{ARTICLE})?[{UP}\d][\w’'`]*|[-‐](?:{LINKS})[-‐]{WORD}|{DASHED}"
UNIT = rf"(?:{ARTICLE})?{WORD}(?:{TAIL})*"
# The look ahead at one letter only spares most places in a text the rest of the pattern.
RUN = re.compile(
    rf"(?=[{UP}aeu])"
    rf"(?:(?<![\w.@/-])|(?<= [RDI]-)|(?<=[(\s]DFL-)){UNIT}(?:(?: (?:{PARTICLES}) | ?/ ?| ){UNIT})*"
)
PIECE = re.compile(UNIT)
ARTICLED = re.compile(ARTICLE, re.I)
ROADS = frozenset("street road avenue boulevard lane drive highway st. rd. ave. blvd. way parkway court".split())
CAPITAL_ARTICLES = frozenset({"Al", "El"})
MOST_WORDS = 5
PLURAL = re.compile(r"s of (?:the )?\Z")
SHEIKH = re.compile(r"[ae]l[-‐]Sh[ae]ikh", re.I)
# "of the faith": the end of a name, never one by itself
FAITH = re.compile(r"(?:(?:[ae]l|[aeu]d)[-‐]?|[ea])?d(?:ine?|een|ien)\Z", re.I)


OPERATIONS = frozenset({"Operation", "Exercise", "OPERATION"})


# What headlines write with a capital between names, or before one: "Rebel-Held Town Near Norwick".
CAPITAL_LINKS = frozenset("Near Outside Around Against After Over From With By".split())
CAPITAL_HELD = re.compile(r"[A-Z]\w+-(?i:held|controlled|run|dominated|besieged|occupied|ruled|majority)")


@dataclass(slots=True)
class Part:
    """Some words of a run of ``crowd`` units; ``matches`` is empty where no gazetteer knows them.

    ``before`` and ``after`` are its neighbours in the run; ``beside``: the one before is a known name;
    ``ahead``: the one after is a large place; ``listed``: only names stand in the run, and "and" goes on with another.
    """

    start: int
    end: int
    text: str
    words: int
    matches: tuple[Match, ...] = ()
    before: str = ""
    after: str = ""
    beside: bool = False
    ahead: bool = False
    crowd: int = 1
    listed: bool = False


def runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The units of every run of capitalised words; weekdays and prepositions end one: "in Homs Sunday", "Near Homs"."""
    days = time_words().weekdays.keys() - time_words().short
    for run in RUN.finditer(text):
        units: list[tuple[int, int]] = []
        for piece in PIECE.finditer(text, run.start()):  # what a road's dash looks ahead to lies behind the run
            if piece.start() >= run.end():
                break
            if piece[0] in OPERATIONS:
                break  # the rest is its name: "Operation Long River"
            if piece[0].lower() in days or piece[0] in CAPITAL_LINKS or CAPITAL_HELD.fullmatch(piece[0]):
                yield from [units] if units else []
                units = []
            elif units and text[slice(*units[-1])] in CAPITAL_ARTICLES and text[units[-1][1] : piece.start()] == " ":
                units[-1] = (units[-1][0], piece.end())  # "Wad Al Noor"
            else:
                units.append(piece.span())
        yield from [units] if units else []


def find_parts(text: str, gazetteer: Gazetteer, words: PlaceWords, people: People) -> Iterator[list[Part]]:
    """The parts of every run of capitalised words in ``text``, run by run; persons named in them go to ``people``."""
    for run in runs(text):
        opens = len(run) > 1 and text[slice(*run[0])].lower() in words.strong  # "In Mir Ali, …"
        units = run[1:] if opens else run
        add_person(people, text, units, words)
        parts = list(split(text, units, gazetteer, words))
        if len(units) == 2 == len(parts) and speaks(text, units[-1][1], words):
            people.spans.append((units[0][0], units[1][1]))
        for left, right in pairwise(parts):
            left.after, right.before = right.text, left.text
            right.beside = bool(left.matches)
            left.ahead = any(notable(match) for match in right.matches)
        listed = len(parts) > 1 and is_list(text, units[-1][1], parts, words)
        for part in parts:
            part.crowd, part.listed = len(units), listed
        yield parts


def is_list(text: str, end: int, parts: list[Part], words: PlaceWords) -> bool:
    """Whether a run looks like a list of names that lost its commas: "in A B and C"."""
    if LIST_END.match(text, end) is None:
        return False
    return not any(
        word in words.never or word in words.bodies or words.names_people(word)
        for part in parts
        if not part.matches
        for word in part.text.lower().split()
    )


def split(text: str, units: list[tuple[int, int]], gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Part]:
    """The longest known names from the left; between them, unknown ones as their heads and articles divide them."""
    if len(units) > 2 and owns_next(text[slice(*units[0])], gazetteer):
        yield from split(text, units[:1], gazetteer, words)
        yield from split(text, units[1:], gazetteer, words)
        return
    i = 0
    unknown: list[tuple[int, int]] = []
    one = is_quarter_of_body(text, units, words) or is_one_name(text, units, gazetteer, words)
    if one or is_village(text, units, gazetteer, words) or is_double(text, units, gazetteer, words):
        yield Part(units[0][0], units[-1][1], text[units[0][0] : units[-1][1]], len(units))
        return
    while i < len(units):
        least = 2 if unknown and joins(text, units, i, words) else 1
        found = longest_known(text, units, i, gazetteer, words, least)
        if found is None:
            unknown.append(units[i])
            i += 1
            continue
        yield from divide(text, unknown, words)
        unknown = []
        count, part = found
        yield part
        i += count
    yield from divide(text, unknown, words)


def longest_known(
    text: str, units: list[tuple[int, int]], i: int, gazetteer: Gazetteer, words: PlaceWords, least: int
) -> tuple[int, Part] | None:
    """The longest known name of ``least`` units or more that begins with unit ``i``, and how many units it takes."""
    start = units[i][0]
    for count in range(min(MOST_WORDS, len(units) - i), least - 1, -1):
        end = units[i + count - 1][1]
        name = text[start:end]
        if count > 1 and text[start : units[i][1]].lower() in words.function:
            return None
        if count == 1 and not may_stand_alone(text, units, i, words, gazetteer):
            return None
        shorter, matches = known(name, gazetteer, whole=count > 1)
        if count > 1 and not matches and i + count == len(units):
            matches = known_with_noun(text, start, end, gazetteer)
        last = text[units[i + count - 1][0] : end].lower().rstrip(".")
        ends_as_body = count > 1 and not words.bodies.isdisjoint((last, name.lower()))
        if ends_as_body and not any(m.own and m.level == "exact" and m.place.kind in LANDS for m in matches):
            continue  # "the Aleppo Association"; but "the West Bank"
        if count == 1 and len(units) > 1 and not any(match.level == "exact" for match in matches):
            return None
        if matches:
            return count, Part(start, start + shorter, name[:shorter], count, matches)
    return None


def may_stand_alone(text: str, units: list[tuple[int, int]], i: int, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Whether one word of a run can be a name by itself: no head of a longer name, no acronym, no name of a people."""
    word = POSSESSIVE.sub("", text[units[i][0] : units[i][1]])
    lower = word.lower()
    if lower in words.never or lower.removesuffix("s") in words.never or words.names_people(lower):
        return False
    following = text[units[i][1] : units[i + 1][1]] if i + 1 < len(units) else ""
    if following.startswith(" ") and (lower in words.heads or FAITH.match(following, 1)):
        return False
    if ARTICLED.match(following, 1):
        return any(match.level == "exact" and notable(match) for match in gazetteer.matches(word, "exact"))
    return lower not in words.kinds


def is_plural(text: str, start: int) -> bool:
    """Whether a plural such as "villages of" governs what begins at ``start``: a list of names follows."""
    return PLURAL.search(text, max(0, start - 40), start) is not None


def divide(text: str, units: list[tuple[int, int]], words: PlaceWords) -> Iterator[Part]:
    """Unknown words as names: a head goes with its next word, a word with an article with the one before it."""
    i = 0
    names = [text[start:end].lower() for start, end in units]
    while i < len(units):
        count = 1
        if i + 1 < len(names) and names[-1] in ROADS and len(names) - i <= 4:
            count = len(names) - i - 1
        while i + count < len(units) and count < 3 and joins(text, units, i + count, words):
            count += 1
        start, end = units[i][0], units[i + count - 1][1]
        name = text[start:end]
        bare = POSSESSIVE.sub("", name)
        yield Part(start, start + len(bare), bare, count)
        i += count


def joins(text: str, units: list[tuple[int, int]], i: int, words: PlaceWords) -> bool:
    """Whether unit ``i`` belongs to the name of the unit before it."""
    before = text[units[i - 1][0] : units[i - 1][1]]
    here = text[units[i][0] : units[i][1]]
    if text[units[i - 1][1] : units[i][0]] != " " or POSSESSIVE.search(before):
        return False
    if here.lower() in words.never or here.lower().rstrip(".") in words.kinds:
        return False
    low = before.lower()
    if low in words.heads or SHEIKH.fullmatch(before) or FAITH.match(here):
        return True
    if low in words.never or low in words.function or low in words.directions or is_nation(low, words):
        return False  # "Near Norwick, one strike destroyed a tank"
    if ARTICLED.match(here):
        return len(units) == 2 and (not ARTICLED.match(before) or not is_plural(text, units[0][0]))
    return before[0].isupper() and len(units) == 2 and "-" not in before
