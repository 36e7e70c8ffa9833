"""Mentions of places, by form and context; resolved where the gazetteer knows them, else listed unresolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from contested.annotate.place_again import SETTLED_KINDS, firmly_told, told_again
from contested.annotate.place_borders import borders
from contested.annotate.place_crowds import is_side
from contested.annotate.place_evidence import judge
from contested.annotate.place_extents import in_region, joined, radius_of, where_prec_of
from contested.annotate.place_found import ACCEPT, REJECT, Found, is_party, is_told_by
from contested.annotate.place_holders import BESIDE, inherit, lead, relate, share, share_list
from contested.annotate.place_lists import accept_listed, governed_list, governed_lists, is_compound, spread_lists
from contested.annotate.place_nations import holder_nation, of_nations, peoples
from contested.annotate.place_people import People
from contested.annotate.place_runs import Part, find_parts
from contested.annotate.place_shapes import is_facility, shape_of
from contested.annotate.place_sites import sites
from contested.annotate.place_small import as_written, with_capitals
from contested.annotate.place_titles import outside_titles
from contested.annotate.place_words import english_words, place_words
from contested.gazetteer.choose import Asked, choose
from contested.gazetteer.lookup import SETTLED, Gazetteer, Match
from contested.gazetteer.lying import distance_km, lies_in
from contested.model.annotations import ActorMention, PlaceMention
from contested.model.mention import Mention
from contested.model.place import Candidate, Place

REPORT = "contested.report"
# Behind these words a name is no place of an event: "the Norwick family", "Norland-made missiles".
KIN = re.compile(
    r"\s+(?:family|clan|tribe|brothers|dynasty|militia)\b|-(?:made|built|supplied|designed|funded|trained|registered|brokered)\b"
)
NAMED = re.compile(r"\b(?:of|called|named) (?:the )?\Z")
TOWN, AROUND = 20_000, 3
LIKELY = 0.5  # below this a candidate is a guess, and its region no region of the text
OWNS = re.compile("['’]s ")
WITHIN = re.compile(r" in (?:the )?(?:(?:north|south)?(?:east|west)?(?:ern)? )?(?:countryside of )?")


def find_places(doc: Doc, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> list[PlaceMention]:
    """Places named in the text, in text order, resolved or not."""
    # Doc.text is put together from its tokens each time it is asked for; the report it was made from has it ready
    report = doc.user_data.get(REPORT)
    text = report.text if report is not None else doc.text
    cased = with_capitals(text)
    found = sites(cased, gazetteer)
    found += outside_titles(recognise(cased, gazetteer, actors), cased)
    found += of_nations(cased, gazetteer, place_words())
    return as_written(resolve(cased, borders(cased, apart(found)), gazetteer), text)


def apart(found: list[Found]) -> list[Found]:
    """The names in text order, without those that only repeat the end of another ("M5" and "M5 highway")."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.part.start, -f.end)):
        if not kept or f.part.start >= kept[-1].end:
            kept.append(f)
    return kept


def recognise(text: str, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> list[Found]:
    """The names that are, or by the report's geography may be, places, in text order."""
    words, people = place_words(), People()
    taken, parties = actor_spans(actors), party_spans(actors)
    parts = [part for parts in find_parts(text, gazetteer, words, people) for part in parts]
    judged = [judge(text, part, words, people) for part in parts]
    lists = governed_lists(text)
    judged = [
        f
        for f in judged
        if accept_listed(f, lists) or (f.points > REJECT and (is_told_by(f, words) or not inside(f.part, taken)))
        if (f.part.start, f.part.end) not in parties and KIN.match(text, f.part.end) is None
    ]
    for f in judged:
        f.points -= commonness(f, text)
    spread_near(text, judged)
    spread_lists(text, judged)
    return told_again(judged)


def commonness(found: Found, text: str) -> float:
    """How much it tells against a name that its words are common ones, which only share a headline's capitals."""
    part = found.part
    if any(match.level == "exact" for match in part.matches):
        return 0.0
    if not all(word in english_words() for word in part.text.lower().split()):
        return 0.0
    if is_facility(found.kind):
        bare = not part.matches and part.words == 1 and not found.sure
        return 0.75 if bare and not is_named_facility(found, text) else 0.0
    if not found.sure:
        return 2.0
    told = found.end > part.end or NAMED.search(text, max(0, part.start - 12), part.start) is not None
    return 0.0 if told and not found.plural else 3.0


def is_named_facility(found: Found, text: str) -> bool:
    """Whether a capitalised noun of place makes a common word a name ("the Public Park")."""
    words = place_words()
    governed = found.prep in words.weak or found.prep in words.strong or found.prep in words.taking
    return governed and is_facility(found.kind) and text[found.part.end : found.end].strip()[:1].isupper()


def spread_near(text: str, judged: list[Found]) -> None:
    """A name that lies "near" or "north of" a place is a place, and so are Arabic ones governed and "in" a place."""
    governing = place_words().strong | place_words().taking
    for n, (left, right) in enumerate(pairwise(judged)):
        if not right.points >= ACCEPT > left.points > REJECT:
            continue
        if BESIDE.fullmatch(text, left.part.end, right.part.start) and not is_side(text, left.part):
            left.points += 1.0
        elif right.sure and left.prep in governing and OWNS.fullmatch(text, left.end, right.part.start):
            left.points = max(left.points, ACCEPT)  # "in Mohmar's Safi district"
        elif WITHIN.fullmatch(text, left.end, right.part.start):
            listed = governed_list(text, judged, n)
            if any(is_compound(f.part) for f in listed):
                for f in listed:
                    f.points = max(f.points, ACCEPT)


def actor_spans(actors: Sequence[ActorMention]) -> list[tuple[int, int]]:
    """Where parties are named, in text order."""
    return sorted((actor.mention.start, actor.mention.end) for actor in actors)


def party_spans(actors: Sequence[ActorMention]) -> frozenset[tuple[int, int]]:
    """The span of each name of an armed party alone: "a Hamas command centre" names no place."""
    named = (a.mention for a in actors if a.actor is not None and a.kind in ("rebel_group", "militia"))
    return frozenset((mention.start, mention.end) for mention in named)


def inside(part: Part, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a part is only a piece of the last span that begins before its end."""
    i = bisect_left(spans, (part.start + 1,)) - 1
    return i >= 0 and part.end <= spans[i][1] and part.end - part.start < spans[i][1] - spans[i][0]


def resolve(text: str, found: list[Found], gazetteer: Gazetteer) -> list[PlaceMention]:
    """The mentions with their candidates, one reading a name and report."""
    words = place_words()
    asked: list[Asked] = []
    index: dict[tuple[str, str | None], int] = {}
    order: list[int] = []
    for f in found:
        kind = f.kind if f.kind in SETTLED_KINDS and not is_country(f) else None
        key = (f.part.text.lower(), kind)
        if key not in index:
            index[key] = len(asked)
            asked.append(Asked(matches_of(text, f, gazetteer), kind, [], 0, party=True))
        order.append(index[key])
        asked[index[key]].party &= is_party(f, words)
        asked[index[key]].count += f.points >= ACCEPT
    for n, here in enumerate(order):
        asked[here].around.update(order[max(0, n - AROUND) : n + AROUND + 1])
    for here, there, left, right in zip(order, order[1:], found, found[1:], strict=False):
        if here != there:
            relate(text, (left, right), (asked[here], asked[there]), (here, there))
    hold_by_nations(text, found, asked, order, gazetteer)
    lead(text, found, asked, order)
    share(text, found, asked, order)
    share_list(text, found, asked, order)
    inherit(asked)
    candidates = choose(asked, peoples(text, gazetteer, words))
    about, towns = surroundings(candidates, [a.count for a in asked]), firmly_told(found)
    tops = [c[0].place if c and c[0].weight >= LIKELY else None for c in candidates]
    mentions = [
        in_region(mention_of(text, f, candidates[i]), holders(asked[i], tops))
        for f, i in zip(found, order, strict=True)
    ]
    settled = [
        f.points >= ACCEPT or lies_about(candidates[i], about) or (not candidates[i] and f.part.text in towns)
        for f, i in zip(found, order, strict=True)
    ]
    return joined(text, [mention for mention, keep in zip(mentions, settled, strict=True) if keep])


def hold_by_nations(
    text: str, found: Sequence[Found], asked: list[Asked], order: Sequence[int], gazetteer: Gazetteer
) -> None:
    """Put names in the countries whose adjectives make them theirs ("the Norse town of Calder"), asked for as well."""
    numbers: dict[str, int] = {}
    for f, here in zip(found, order, strict=True):
        country = holder_nation(text, f.part.start)
        if country is None or is_country(f):
            continue
        if country not in numbers:
            numbers[country] = len(asked)
            asked.append(Asked(gazetteer.matches(country, "exact"), count=0))
        asked[here].within.append(numbers[country])


def is_country(found: Found) -> bool:
    """Whether a name is a whole country's, though words of a smaller kind stand before it ("districts in Norway")."""
    top = found.part.matches[0] if found.part.matches else None
    return top is not None and top.place.kind == "country" and top.level == "exact" and top.own


def holders(name: Asked, tops: Sequence[Place | None]) -> list[Place | None]:
    """What the text says contains a name, then what it lies near, whole countries left out."""
    near = [place for i in name.near if (place := tops[i]) is not None and place.kind != "country"]
    return [*(tops[i] for i in name.within), *near]


def surroundings(candidates: Sequence[tuple[Candidate, ...]], counts: Sequence[int]) -> list[Place]:
    """The places, other than whole countries, that the report surely names."""
    return [
        c[0].place for c, count in zip(candidates, counts, strict=True) if c and count and c[0].place.kind != "country"
    ]


def lies_about(candidates: tuple[Candidate, ...], about: Sequence[Place]) -> bool:
    """Whether the likeliest candidate lies in the region of the report's other places, or near two of them."""
    if not candidates:
        return False
    place = candidates[0].place
    near = sum(1 for other in about if other.id != place.id and distance_km(place, other) < 80.0)
    inside = sum(1 for other in about if other.kind in ("state", "province") and lies_in(place, other))
    return near >= 2 or (near >= 1 and inside >= 1)


def matches_of(text: str, found: Found, gazetteer: Gazetteer) -> Sequence[Match]:
    """What the gazetteer has for a name: for a facility, its full name first; for a nation's embassy, nothing."""
    if found.alias is not None and found.kind == "building":
        return ()
    if found.kind == "river" and found.end == found.part.end:
        return gazetteer.matches(f"{found.part.text} River", "exact", whole=True)
    if is_facility(found.kind) and found.end > found.part.end:
        full = gazetteer.matches(text[found.part.start : found.end], "strict")
        return full or found.part.matches
    if found.end > found.part.end and not any(m.own and m.level == "exact" for m in found.part.matches):
        # "the Far North region", where "Far North" alone is no region's name
        whole = gazetteer.matches(text[found.part.start : found.end], "exact", whole=True)
        if whole:
            return whole
    loose = found.part.matches or gazetteer.matches(found.part.text, "loose")
    return found.part.matches or [m for m in loose if m.place.kind != "country" or found.kind != "province"]


def mention_of(text: str, found: Found, candidates: tuple[Candidate, ...]) -> PlaceMention:
    """The mention with its full phrase, relation and precision."""
    part = found.part
    named = text[part.end : found.end].strip(" -")
    seat = found.kind in ("building", "hospital") and bool(part.matches)
    end = found.end if (is_facility(found.kind) and not seat) or (named[:1].isupper() and not seat) else part.end
    top = candidates[0].place if candidates else None
    sure = bool(candidates) and candidates[0].weight >= LIKELY
    kind = found.kind or (top.kind if top else None)
    if top is not None and top.kind in ("country", "region") and found.kind in place_words().settled:
        kind = top.kind
    if top is not None and kind == "neighbourhood" and top.population >= TOWN:
        # "a neighbourhood of Homs" names Homs
        kind = top.kind
    coarse = top.kind if top and found.kind == "region" else kind
    shape = shape_of(text, part.start, max(end, found.end), coarse)
    about = top is not None and top.kind in SETTLED and kind in ("region", "district")
    outlying = shape.partial or about or named.rpartition(" ")[2].lower() in place_words().parts
    # a facility found only by its town's pin lies somewhere about it
    pinned = top.kind if top is not None and kind == "region" else kind
    beside = top is not None and is_facility(kind) and top.kind in place_words().settled
    if beside and top is not None:
        pinned = top.kind
    return PlaceMention(
        mention=Mention(part.start, end, text[part.start : end]),
        name=found.alias or text[shape.start : shape.end],
        candidates=() if found.edge else candidates,
        relation=shape.relation,
        kind=kind,
        country=top.country if top and sure else None,
        admin=top.admin if top and sure else (),
        precision=2 if about else max(shape.precision, 2) if outlying or beside else shape.precision,
        where_prec=where_prec_of(pinned, shape.relation, outlying or beside or kind == "region") if top else None,
        radius_km=radius_of(text, shape, pinned, (outlying and kind != "district") or beside)
        if top and not found.edge
        else None,
    )


def resolve_names(text: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[tuple[Candidate, ...]]:
    """The candidates of names whose spans are given, in their order."""
    words = place_words()
    found = []
    for start, end in spans:
        name = text[start:end]
        part = Part(start, end, name, name.count(" ") + 1, gazetteer.matches(name, "strict"))
        found.append(judge(text, part, words, People()))
        found[-1].points = ACCEPT
    return [mention.candidates for mention in resolve(text, found, gazetteer)]
