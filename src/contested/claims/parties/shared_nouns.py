"""Two parties whose words share one noun: "the Norlandic and Tarlandic governments", "the EU-Norland summit"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.told_doers import HYPHENS, of_token, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.phrases import DAYS
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import ActorKind, Participant
from contested.model.mention import Mention

WORDS = frozenset({"JJ", "NNP", "NN"})
BEFORE = frozenset({"amod", "nmod", "compound"})
ONE_EACH = {
    "governments": "government", "militaries": "military", "armies": "army", "parliaments": "parliament",
    "navies": "navy", "presidents": "president", "ministries": "ministry", "coalitions": "coalition",
}  # fmt: skip
BANDS = frozenset("groups fighters militias factions rebels militants parties".split())  # no government has such
AIRCRAFT = frozenset("planes jets aircraft helicopters drones".split())
MEETING = frozenset({"talks", "agreement"})


def sharing_nouns(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants, each of two that share a noun by a name of its own; of two that meet both."""
    parts = parts.but(initiators=apart(parts.initiators, context), targets=apart(parts.targets, context))
    parts = of_shared_deed(parts, event, context)
    return both_of_hyphen(parts, event, context) if event.code in MEETING else parts


def apart(those: tuple[Participant, ...], context: Context) -> tuple[Participant, ...]:
    """Those named, with each other whose word shares the noun of one of them."""
    found: list[Participant] = []
    for who in those:
        pair = pair_of(who, context)
        found += [one for one in pair or (who,) if not any(one.mention.overlaps(k.mention) for k in found)]
    return tuple(found)


def of_shared_deed(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants, with both of two whose words share the noun of the deed: "Norlandic and regime air strikes"."""
    words = joined_words(event.head) if event.head.tag_[:2] == "NN" and event.head.tag_[:3] != "NNP" else []
    if len(words) < 2 or not parts.initiators:
        return parts
    missing = [word for word in words if not any(who.mention.holds(word.idx) for who in parts.initiators)]
    if len(missing) == len(words):
        return parts
    names = {who.name for who in parts.initiators}
    known = (next(parties_in([word], context), None) or of_token(word) for word in missing)
    more = [who for who in known if who.name not in names]
    return parts.but(initiators=tuple(sorted((*parts.initiators, *more), key=lambda who: who.mention.start)))


def pair_of(who: Participant, context: Context) -> tuple[Participant, ...]:
    """The two parties one of which a participant is; none where he shares no noun."""
    span = context.span(who.mention)
    if span is None or who.kind == "civilians":
        return ()
    noun = span.root if span.root.tag_ in ("NNS", "NNPS") else None
    for token in (span.root, *span.root.ancestors) if noun is None else ():
        if token.dep_ not in (*BEFORE, "conj"):
            noun = token if token.tag_ in ("NNS", "NNPS") else None
            break
    words = sharers(noun) if noun is not None else []
    if noun is None or len(words) != len({word.lower_ for word in words}) or len(words) < 2:
        return ()
    inside = [who.mention.holds(word.idx) for word in words]
    if all(inside) or not (any(inside) or who.mention.holds(noun.idx)):
        return ()  # "Norlandic and Tarlandic fighters" is one name already
    return tuple(named(word, noun, who, context) for word in words)


def sharers(noun: Token) -> list[Token]:
    """The words before a plural noun that "and" joins, each of a party: "Norlandic and rebel" before "officials"."""
    party = not {noun.lower_, noun.lower_.removesuffix("s")}.isdisjoint(known_words())
    shared = party or noun.lower_ in ONE_EACH or noun.lower_ in AIRCRAFT
    return joined_words(noun) if shared else []


def joined_words(noun: Token) -> list[Token]:
    """The words of parties before a noun that "and" joins; what else qualifies the noun stands right before it."""
    first = next((kid for kid in kids(noun) if kid.dep_ in BEFORE and any(kid.conjuncts)), None)
    if first is None or noun.i - first.i > 6:
        return []
    words = [first, *(word for word in first.conjuncts if word.i < noun.i)]
    joined = all(word.tag_ in WORDS and is_party_word(word) and is_alone(word) for word in words)
    plain = {word.i for word in words} | {k.i for word in words for k in kids(word) if k.dep_ in ("cc", "punct")}
    plain |= {k.i for k in kids(noun) if k.dep_ == "compound" and k.i > words[-1].i}
    between = all(k.i in plain for k in noun.doc[first.i : noun.i])
    return words if joined and between else []


def is_alone(word: Token) -> bool:
    """Whether nothing else hangs on a word: not on the "artillery" of "Norlandic artillery and coalition jets"."""
    return all(kid.dep_ in ("cc", "conj", "punct", "preconj") for kid in kids(word))


def is_party_word(word: Token) -> bool:
    """Whether a word tells whose officials or troops they are: a people's or a body's name, "rebel", "government"."""
    name = word.text[:1].isupper() and word.lower_ not in DAYS and (word.i > word.sent.start or word.tag_ != "NN")
    return name or word.lower_ in known_words()


@cache
def known_words() -> frozenset[str]:
    """Nouns for parties and armed people, and words for one of theirs."""
    nouns = load_nouns()
    return nouns["party"] | nouns["armed"] | wording().members


def named(word: Token, noun: Token, who: Participant, context: Context) -> Participant:
    """The party of one of the words with the noun that it shares."""
    known = next((a for a in parties_in([word], context) if a.mention.start <= word.idx), None)
    shared = ONE_EACH.get(noun.lower_, noun.text)
    whole = known is not None and known.actor is not None and known.mention.end > word.idx + len(word)
    name = word.tag_ == "NNP" or (word.tag_ == "NN" and noun.lower_ in BANDS)  # "ISIS and Kurdish forces"
    if known is not None and (whole or name):
        return known
    if name and noun.i != word.i + 1:
        return Participant(word.text, None, "unknown", Mention.of(context.report.text, word.idx, word.idx + len(word)))
    between = [k for k in noun.doc[word.i + 1 : noun.i] if k.dep_ == "compound" and k.head.i == noun.i]
    beside = len(between) == noun.i - word.i - 1
    if not beside:  # "border", but no "government", is also the first's in "Norlandic and Tarlandic border guards"
        between = [k for k in between if k.lower_ not in known_words()]
    end = noun.idx + len(noun) if beside else word.idx + len(word)
    mention = Mention.of(context.report.text, word.idx, end)
    actor = known.actor if known is not None else None
    kind: ActorKind = known.kind if known is not None else who.kind
    return Participant(" ".join([word.text, *(k.text for k in between), shared]), actor, kind, mention)


def both_of_hyphen(parts: Parts, event: Event, context: Context) -> Parts:
    """Both of two whom a hyphen joins before talks hold them: "the EU-Norland summit", "Norland-Tarlandic talks"."""
    pair = tuple(hyphened(event.head, context)) if event.head.tag_[:2] == "NN" else ()
    if len(pair) != 2:
        return parts
    others = [who for who in parts.initiators if not any(who.mention.overlaps(one.mention) for one in pair)]
    hit = tuple(who for who in parts.targets if not any(who.mention.overlaps(one.mention) for one in pair))
    return parts.but(initiators=pair if not others else parts.initiators, targets=hit)


def hyphened(noun: Token, context: Context) -> Iterator[Participant]:
    """The two names that a hyphen joins right before a noun."""
    doc, at = noun.doc, noun.i - 1
    while (
        at > noun.sent.start and doc[at - 1].text not in HYPHENS and doc[at].text.islower() and doc[at].dep_ in BEFORE
    ):
        at -= 1
    words = (doc[at - 2], doc[at]) if at - 2 >= noun.sent.start and doc[at - 1].text in HYPHENS else ()
    if not words or not all(word.text[:1].isupper() and word.tag_ in ("NNP", "JJ") for word in words):
        return
    known = [next(parties_in([word], context), None) for word in words]
    if not any(who is not None and who.actor is not None for who in known):
        return
    for word, who in zip(words, known, strict=True):
        mention = Mention.of(context.report.text, word.idx, word.idx + len(word))
        whole = who is not None and who.mention.end == mention.end
        yield who if who is not None and whole else Participant(word.text, None, "government", mention)
