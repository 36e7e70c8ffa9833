"""Whose "its fighters" are: those of who tells of them, else of who the clause before them is about."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span

from contested.claims.context import Context
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.standing import standing
from contested.claims.words.doer_words import deed_words
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import Participant
from contested.model.at import holding

OWNING = re.compile(r"\b(its|their|his|her)\s+(?:own\s+)?\Z", re.IGNORECASE)
FOR = re.compile(r" (?:of|for) (?:the )?")
SPEAKS_FOR = re.compile(  # "Anwar Dib, a spokesman for the Northern Army, said its fighters …"
    r",\s+(?:an?|the|its|their)?\s*(?:[\w-]+ ){0,2}?(?:spokes(?:man|woman|person)|commander|leader|official|officer)"
    r" (?:for|of|with|in|from) (?:the )?((?:[A-Z][\w'’-]*)(?: (?:(?:of|for|and|the) )*[A-Z][\w'’-]*)*)"
)
BACK = 16  # characters before a name in which its "its own" stands
LEADERS = frozenset({"his", "her"})
COMMANDS = re.compile(r"(.+?)['’]s (?:[\w-]+ ){0,2}(?:commander|leader|chief|spokes(?:man|woman|person))\Z")
OWNERS = frozenset({"party", "official", "unnamed"})  # kinds of speaker that may have armed men
GEAR = frozenset(
    "men defences defenses aircraft jets warplanes planes helicopters drones artillery pilots gunners navy".split()
)
OFFICES = frozenset("ministry defence defense military general staff government spokesman spokeswoman".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def owned(parts: Parts, context: Context) -> Parts:
    """The participants, those whom a pronoun makes somebody's named with whose they are."""
    return parts.each(lambda who: of_owner(who, context))


def of_owner(who: Participant, context: Context) -> Participant:
    """The armed men of a pronoun under their owner's name ("Al-Nusra militants" for "its militants")."""
    start, last = who.mention.start, who.name.lower().split()[-1]
    armed = who.actor is None and (last in load_nouns()["armed"] or last in GEAR)
    whose = OWNING.search(context.report.text, max(0, start - BACK), start) if armed else None
    if whose is None:
        return who
    if whose[1].lower() in LEADERS and last not in deed_words()["led"]:
        return who  # "his regime" is not that of the officials who say so
    owner = teller_of(start, context) or subject_before(start, context)
    if owner is None:
        return who
    name, actor = owner
    return replace(who, name=f"{short(name)} {who.name}", actor=actor)


def short(name: str) -> str:
    """An owner's name without who speaks for it: "Norland" for "Norland's defence ministry", "a spokesman for it"."""
    spoken = FOR.search(name)
    if spoken is not None and not speech().persons.isdisjoint(name[: spoken.start()].lower().split()):
        name = name[spoken.end() :]
    commanded = COMMANDS.match(name)
    name = commanded[1] if commanded is not None else name
    words = name.split()
    while len(words) > 1 and words[-1].lower() in OFFICES:
        words.pop()
    kept = " ".join(words)
    return kept.removesuffix("'s").removesuffix("’s") if len(words) < len(name.split()) else name


def teller_of(start: int, context: Context) -> tuple[str, str | None] | None:
    """The party that tells what stands at an offset, right before it: "X said its fighters"."""
    told = standing(context.doc, context.attributions).telling(start)
    told = [a for a in told if a.name is not None and a.source and a.cue and a.cue[0].start < start]
    teller = min(told, key=lambda a: start - a.cue[0].start, default=None)
    if teller is not None and teller.actor is None:
        for_whom = SPEAKS_FOR.match(context.report.text, teller.source[-1].end)
        within = for_whom or SPEAKS_FOR.search(teller.source[-1].quote)
        if within is not None:
            return within[1], None
    if (
        teller is None
        or teller.name is None
        or teller.kind not in OWNERS
        or (not teller.actor and teller.kind != "party" and not is_military(teller.name))
    ):
        return None
    return teller.name, teller.actor


def is_military(name: str) -> bool:
    """Whether a speaker that no pack knows is an armed force's: "Norwick's staff", "spokesman for Y Brigade"."""
    words, roles = name.lower().split()[-2:], speech().roles
    return any(roles.get(word) == "party" or word in ("staff", "navy", "defence", "defense") for word in words)


def subject_before(start: int, context: Context) -> tuple[str, str | None] | None:
    """The party that is the last subject before an offset in its sentence: "X lost nine of its fighters"."""
    span = context.doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return None
    begin = span[0].sent.start
    found = subject_in(context.doc[begin : span[0].i], context)
    opens = all(not token.is_alpha for token in context.doc[begin : max(begin, span[0].i - 1)])
    if found is not None or not opens or not begin:
        return found
    earlier = context.doc[begin - 1].sent  # "Its troops …": of whom the sentence before is about
    main = (token for token in earlier if token.head.i == token.i)
    return next((party for token in main if (party := subject_in(context.doc[earlier.start : token.i], context))), None)


def subject_in(words: Span, context: Context) -> tuple[str, str | None] | None:
    """The party that is the last subject among words."""
    for token in reversed(words):
        if token.dep_ in SUBJECTS:
            named = holding(context.annotations.actors, token.idx)
            party = next((a for a in named if a.actor is not None), None)
            if party is not None:
                return party.name, party.actor
    return None
