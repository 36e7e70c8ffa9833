"""What a place does in its sentence: holds the event, is its object, or only describes somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from contested.claims.context import Context
from contested.claims.places.placed import Placed, place_nouns
from contested.claims.places.powers import acts
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import PlaceMention
from contested.model.mention import Mention

MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nn"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "npadvmod"})
WIDE = frozenset({"country", "region", "province", "state", "continent"})
EDGES = frozenset({"border", "borders", "frontier", "coast", "coastline"})
DATELINE = re.compile(r"(?:/[A-Z][\w'’-]+)?,?(?: [A-Z][a-z]+)?(?: ?[-–—]{1,2} | \([A-Z][\w. /]+\))")
CONTAINS = re.compile(r"(?:,? in |, | of | \(|,? [a-z]+ of |,? in the )(?:the )?(?:[a-z-]+ ){0,3}")
# "shelled from the east bank of the Calder"
ORIGIN = re.compile(r"\bfrom the (?:\w+ )?(?:bank|side|shore|direction) of (?:the )?(?:occupied )?\Z", re.IGNORECASE)
HOME = re.compile(r", \d{1,3},? (?:of|from) \Z")  # "Adam Marlow, 42, of Norwick, died in Harlow"
NEAR = re.compile(
    r"(?:, an? [\w-]+)?,?"
    r"(?: (?:located|lying|situated|some|about|around|just|\d[\d.,]*|\([^)]*\)|km|kilomet(?:er|re)s?|miles?)){0,5}"
    r" (?:near|close to|not far from|from)(?: the)? ?"
)
# "in Norwick, some 200 km (120 miles) south of Calder": Calder only tells where Norwick is
DISTANT = re.compile(
    r"(?: (?:department|province|region|district|county|state))?,?(?: (?:which|that) (?:is|lies))?"
    r"(?: (?:located|lying|situated|some|about|around|roughly|nearly|over)){0,3}"
    r" (\d[\d,.]*) ?-?(km|kilomet(?:er|re)s?|miles?)(?: \([^)]*\))?(?: to the)?"
    r"(?: (?:north|south|east|west)[\w-]* (?:of|from)| from| away from| outside)"
    r"(?: the)?(?: (?:capital|city|town)(?: of)?)? ?"
)
FAR_KM, FAR_MILES = 50, 30
# "in Norwick and Calder, located north of Harlow", "Norwick department, whose capital is Calder"
WHEREABOUTS = re.compile(
    r"(?: (?:departments?|provinces?|regions?|districts?|count(?:y|ies)|states?))?,?"
    r"(?:(?: (?:which|that) (?:are|is|lies?))? (?:located|lying|situated)(?: to the)?"
    r" (?:north|south|east|west)[\w-]*(?: and (?:north|south|east|west)[\w-]*)? of| whose capital(?: city)? is"
    r"| (?:(?:which|that) borders|bordering))"
    r"(?: the)?(?: (?:capital|city|town)(?: of)?)? ?"
)
BORDERING = re.compile(
    r",?(?: [\w-]+)?,?(?: (?:located|lying|situated|right))? (?:near|on|along|close to|from)(?: the)? ?"
)
SOME_TOWN = re.compile(
    r"\ban? (?:[\w-]+ ){0,4}(?:town|village|city|resort|hamlet|area)s? (?:near|on|along|close to) the \Z"
)
LISTED = re.compile(
    r"(?:,| and| or|, and| &|/| as well as)? ?(?:the )?(?:(?:town|village|city|district|area|neighbou?rhood)s? of )?"
)


def places_by_sentence(context: Context) -> dict[int, list[Placed]]:
    """The places of each sentence, by the sentence's first token."""
    tree = tree_of(context.doc)
    placed: dict[int, list[Placed]] = {}
    actors = {actor.mention.start for actor in context.annotations.actors if actor.kind == "government"}
    for mention in context.annotations.places:
        first, last = tree.interval(mention.mention)
        found = place(mention, first, last, tree)
        if acts(found, actors, tree):
            continue
        if is_dateline(mention.mention, first, tree, context):
            found.describes = "dateline"
        else:
            home = HOME.search(tree.text, max(0, mention.mention.start - 16), mention.mention.start)
            origin = ORIGIN.search(tree.text, max(0, mention.mention.start - 50), mention.mention.start)
            away = home is not None or origin is not None or is_some_towns(mention, context)
            found.describes = "elsewhere" if away else described(first, last, tree) or spoken_by(found, tree)
        found.above = [found.token, *tree.ancestors(found.token)]
        placed.setdefault(tree.first[first], []).append(found)
    for here in placed.values():
        nest(here, tree.text)
    return placed


def is_far(gap: str) -> bool:
    """Whether the words between two places tell that they lie far apart."""
    told = DISTANT.fullmatch(gap)
    number = told[1].replace(",", "").rstrip(".") if told is not None else ""
    if told is None or not number.replace(".", "", 1).isdigit():
        return False
    return float(number) >= (FAR_MILES if told[2].startswith("mile") else FAR_KM)


def is_edge(mention: PlaceMention) -> bool:
    """Whether a place is only the border or coast of a country."""
    return mention.kind == "region" and mention.name.rpartition(" ")[2].lower() in EDGES


def is_line(mention: PlaceMention) -> bool:
    """Whether a place is the border with a country."""
    return mention.mention.quote.lower().partition(" ")[0] in EDGES


def is_some_towns(mention: PlaceMention, context: Context) -> bool:
    """Whether a border only describes a town that the report names elsewhere ("in a town on the border")."""
    start = mention.mention.start
    if not is_line(mention) or SOME_TOWN.search(context.report.text, max(0, start - 60), start) is None:
        return False
    return any(other.kind not in WIDE for other in context.annotations.places)


def nest(here: Sequence[Placed], text: str) -> None:
    """Mark which place the next one contains ("Rastan in Homs province"; backwards "Syria's Idlib"), and lists."""
    for left, right in pairwise(here):
        gap = text[left.mention.mention.end : right.mention.mention.start].lower()
        if len(gap) < 50 and CONTAINS.fullmatch(gap):
            left.inside, right.holds = right, left
        elif gap in ("'s ", "s ", "’s ", " ", "' ") and left.mention.kind == "country":
            right.inside, left.holds = left, right
        lies_on = is_line(right.mention) and left.mention.kind not in WIDE and BORDERING.fullmatch(gap)
        if is_far(gap) or WHEREABOUTS.fullmatch(gap):
            right.describes = "elsewhere"
        elif lies_on or (is_edge(right.mention) and NEAR.fullmatch(gap)):
            right.near = left
        elif is_line(right.mention) and left.holds is not None and BORDERING.fullmatch(gap):
            right.near = left.holds  # "in Calder, in northern Norland, near the border with Estmark"
        if len(gap) < 40 and LISTED.fullmatch(gap):
            left.listed.append(right)
            right.listed.append(left)


def is_dateline(mention: Mention, first: int, tree: Tree, context: Context) -> bool:
    """Whether the place only dates the report: in its dateline, or first in a sentence before an agency or a dash."""
    line = context.report.dateline
    if line is not None and line.mention.holds(mention.start):
        return True
    at = first - 2 if tree.lower[first - 1 : first] == ["/"] else first  # "NORWICK/CALDER - "
    opens = at == tree.first[first] or tree.words[at - 1].isspace()
    return opens and DATELINE.match(tree.text, mention.end) is not None


def spoken_by(placed: Placed, tree: Tree) -> str:
    """Whether the place only tells where a speaker, or a party that acts from afar, is."""
    if placed.role not in ("locative", "object"):
        return ""
    anchor, nouns = placed.anchor, place_nouns()
    word = tree.lower[anchor]
    if word in nouns["positioned"]:
        return "positioned"
    if word in nouns["people"]:
        speaks = tree.deps[anchor] == "nsubj" and tree.lower[tree.heads[anchor]] in nouns["saying"]
        return "speaker" if speaks else "person"
    return "speaker" if word in nouns["saying"] and placed.prep in ("in", "at", "from") else ""


def is_elsewhere(first: int, tree: Tree) -> bool:
    """Whether the words before a place tell where a force acts from, or whose branch it is, not where it acts."""
    at = first - 1
    if at > 0 and tree.lower[at] == "the":
        at -= 1
    # a capital makes it part of a name: "Operation Silver Branch in Norwick"
    return at > 0 and tree.lower[at] in ("in", "at") and tree.words[at - 1] in place_nouns()["afar"]


def described(first: int, last: int, tree: Tree) -> str:
    """What the words round the mention make of it: somebody's origin or seat, an actor's name, an adjective."""
    nouns, lower = place_nouns(), tree.lower
    if is_elsewhere(first, tree):
        return "elsewhere"
    before = lower[first - 1] if first else ""
    two = lower[first - 2] if first > 1 else ""
    if before in ("of", "from", "in") and two in nouns["people"]:
        return "person"
    if before in ("in", "at") and two in nouns["telling"]:
        return "speaker"
    if last >= len(lower):
        return ""
    after = lower[last]
    if after == "-" and last + 1 < len(lower):
        return f"hyphen-{'based' if lower[last + 1] == 'based' else 'other'}"
    titled = tree.words[last].istitle() and tree.first[last] != last
    if after in nouns["places"] and not (titled and after in nouns["bodies"]):
        return ""
    if titled:
        return "name"
    return "noun" if tree.tags[last].startswith("N") else ""


def place(mention: PlaceMention, first: int, last: int, tree: Tree) -> Placed:
    """The role of one mention."""
    token = next((i for i in range(last - 1, first - 1, -1) if not first <= tree.heads[i] < last), first)
    while (upper := climb(token, first, last, tree)) is not None:
        token = upper
    head, dep = tree.heads[token], tree.deps[token]
    if dep == "pobj":
        word = tree.lower[head]
        if word == "of":
            return Placed(mention, token, "object", tree.heads[head], "of", first, last)
        role = "locative" if word in place_nouns()["locative"] else "other"
        return Placed(mention, token, role, tree.heads[head], word, first, last)
    if dep in MODIFIES and head != token:
        role = "modifier"
    elif dep in OBJECTS:
        role = "object"
    else:
        role = "subject" if dep == "nsubj" else "other"
    return Placed(mention, token, role, head, "", first, last)


def climb(token: int, first: int, last: int, tree: Tree) -> int | None:
    """The token that stands for the place instead: a common noun of place, or the first of a list; None at the top."""
    head, dep = tree.heads[token], tree.deps[token]
    if head == token:
        return None
    places = place_nouns()["places"]
    if dep in MODIFIES:
        return head if first <= head < last or tree.lower[head] in places else None
    if dep in ("conj", "appos"):
        return head
    if dep == "pobj" and tree.lower[head] == "of" and tree.lower[tree.heads[head]] in places:
        return tree.heads[head]
    return None
