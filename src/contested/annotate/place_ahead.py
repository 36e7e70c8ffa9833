"""What the words behind a name tell of it: a common noun of place, a speech verb, the rest of a longer name."""

from __future__ import annotations

import re

from contested.annotate.place_crowds import is_capital, stands_out, state_behind
from contested.annotate.place_found import REJECT, Found, is_exact, is_told_by
from contested.annotate.place_known import notable
from contested.annotate.place_runs import Part
from contested.annotate.place_words import FACILITIES, PlaceWords, english_words, kind_after

TOKEN = re.compile(r"[\w'’.\-]+|[^\w\s]")
# "the East group of forces", "the Norwick operational-tactical group": troops called for a place
TROOPS = re.compile(
    r" (?:(?:operational|tactical|strategic|military|army)(?:[- ](?:tactical|strategic))? )*[Gg]roup(?:ing)?s?"
    r"(?: of (?:the )?(?:[\w-]+ )?(?:[Tt]roops|[Ff]orces)|(?<=al group)|(?<=ic group))\b"
)
# "clashes between Norwick-Calder forces and …": an unknown name of armed people
ARMED = re.compile(r" (?:forces|troops|fighters|rebels|gunmen|soldiers|militants|militiamen|insurgents|guerrillas)\b")
# "attacked Calder and two nearby villages"
OTHER_VILLAGES = re.compile(
    r",? and (?:[\w-]+ )?(?:nearby|other|neighbou?ring|surrounding|adjacent|more)"
    r" (?:villages?|towns?|hamlets?|settlements?)\b"
)
# "Norwick, a fishing village on the coast"; "a village elder" is none
APPOSED = re.compile(
    r", (?:an?|the) (?:(?!(?:of|in|from|at|for|by|with|to|on|whose?|and)\b)[\w'’-]+ ){0,4}?"
    r"(village|town|city|hamlet|settlement|suburb|outpost|stronghold|port|district|neighbou?rhood|island|oasis)"
    r"(?=[,.;]| (?:of|in|on|near|about|some|where|that|which|held|under|along|close|just|north|south|east|west|an?|\d))"
)
SITES = frozenset({"site", "sites"})
UNITS = frozenset({"battalion", "regiment"})
NUMBER = re.compile(r"\d+\Z")
PLURAL = re.compile(
    r"(?:areas|hoods|villages|towns|townships|cities|districts|departments|provinces|regions|suburbs|quarters|camps|counties"
    r"|municipalities|communes|woredas|oblasts|raions|hromadas|states|localities)\Z",
    re.I,
)
OF_NAME = re.compile(r" of (?:the )?[A-Z]")
BEARING = re.compile(r"(?:north|south|east|west) of \Z")
INTO = frozenset("in near inside outside around".split())


def look_ahead(found: Found, text: str, words: PlaceWords) -> None:
    """Count the words after the name: a common noun of place, a speech verb, the rest of a longer name."""
    part = found.part
    if TROOPS.match(text, part.end) or (not part.matches and not found.sure and ARMED.match(text, part.end)):
        found.points = REJECT
        return
    state = state_behind(text, part)
    if state is not None and may_be_state(found, words):
        if is_capital(part, words):
            part.matches = ()  # the state of that name is not the country
        found.kind, found.sure, found.end = "province", True, state
        found.points += 2.0
        return
    after = kind_after().match(text, part.end)
    if after is not None and not NUMBER.match(part.text) and not is_no_place(text, after, found, words):
        noun = after.group(2)
        if not part.matches and noun[0].isupper() and OF_NAME.match(text, after.end()):
            return
        if noun[0].isupper() and is_title_case(part, found.prep, words):
            found.points -= 1.0
            return
        if noun.lower() in UNITS and found.prep == "of":
            found.points = REJECT  # "fighters of the Norwick battalion"; what is taken or bombed is a base
            return
        is_country = bool(part.matches) and part.matches[0].place.kind == "country"
        if is_country and words.kinds[noun.lower()] in FACILITIES:
            return
        if not (
            noun.lower() in ("front", "st", "co", "field", "fields", "drive", "lane", "plant", "station")
            and noun.islower()
        ):
            found.kind = words.kinds[noun.lower()]
            if after.group(1):
                part.matches = ()  # "Kilo 5 village" is no Kilo
            vague = not part.matches and found.kind in ("building", "hospital", "square")
            found.points += 2.0 if not vague else 1.0 if noun.islower() else 0.5
            if vague and (found.prep in words.weak or found.prep in words.taking):
                found.points += 0.5
            found.sure = not vague
            found.end, found.plural = after.end(), found.sure and bool(PLURAL.search(noun))
            return
    look_past(found, text, words)


def is_no_place(text: str, after: re.Match[str], found: Found, words: PlaceWords) -> bool:
    """Whether a noun behind a name is an office's ("the Norwick Department said") or another's ("heritage site")."""
    noun, end = after.group(2), after.end()
    lower = noun.lower()
    plain = english_words().issuperset(found.part.text.lower().split())
    if lower in SITES and (found.part.matches or found.part.before or plain):
        return True
    named = found.prep in words.strong and not OF_NAME.match(text, end)
    return lower in words.bodies and noun[0].isupper() and not named


def may_be_state(found: Found, words: PlaceWords) -> bool:
    """Whether "state" behind a name makes it one that no gazetteer need know; behind a known one it is a team."""
    if any(match.place.kind == "state" for match in found.part.matches):
        return False
    if found.sure or found.prep in words.strong:
        return True
    return found.prep in ("of", ",", "and", "from") and not is_capital(found.part, words)


def is_title_case(part: Part, prep: str, words: PlaceWords) -> bool:
    """Whether common words in capitals only share a headline with the noun of place behind them ("Disaster Area")."""
    if part.matches or prep in words.strong or prep in words.weak or prep in words.taking:
        return False
    return all(word in english_words() for word in part.text.lower().split())


def look_past(found: Found, text: str, words: PlaceWords) -> None:
    """Count a speech verb after the name, or the rest of a longer name."""
    part = found.part
    apposed = APPOSED.match(text, part.end)
    if apposed is not None:
        found.kind, found.sure = found.kind or words.kinds.get(apposed[1]), True
        found.points += 2.0
    if OTHER_VILLAGES.match(text, part.end):
        found.points += 2.0
    if part.matches and found.prep not in words.speaks and words.undergoes.match(text, part.end):
        found.points += 1.0
    following = TOKEN.findall(text[part.end : part.end + 30])[:2]
    nearest = following[0].lower().rstrip(".") if following else ""
    if nearest in words.speaks and part.before and part.words == 1 and not found.sure:
        found.points -= 3.0
    elif nearest in words.speaks and not found.sure and not is_capital(part, words) and found.prep not in INTO:
        if BEARING.search(text, max(0, part.start - 20), part.start):
            return
        found.points -= 2.0
    if part.after and not is_told_by(found, words) and not (part.listed and found.prep in words.strong):
        head = part.after.partition(" ")[0].lower()
        if head in words.bodies or part.after.lower().rpartition(" ")[2] in words.bodies:
            found.points -= 0.5 if any(notable(match) for match in part.matches) else 1.0
        elif not head.startswith(("al-", "el-")) and found.points < 2.0 and not stands_out(part, text):
            found.points -= 1.0 - leeway(found, head, words)


def leeway(found: Found, head: str, words: PlaceWords) -> float:
    """How much less the capitals behind a name tell against it: "in" a place, or on one with a common word behind."""
    if not is_exact(found.part):
        return 0.0
    if head in english_words() and (found.prep in words.weak or found.prep in words.taking):
        return 0.75
    return 0.5 if found.prep in words.strong else 0.0
