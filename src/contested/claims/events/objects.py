"""What a trigger acts on, and who does it: whether they are of a kind that its entry asks for (place, people, gear)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from contested.claims.counts.affected import looks_human
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck
from contested.claims.words.surroundings import Surroundings, load_nouns
from contested.claims.words.triggers import Trigger

PEOPLE_MEANT = frozenset({"him", "her", "them", "he", "she", "they"})
ONE_MEANT = frozenset({"him", "her", "he", "she"})
BODILY = frozenset({"attack", "attack_on_civilians", "abduction", "arrest"})  # done to whoever a noun names
TAKING_GROUND = frozenset({"territory_gained", "territory_lost", "destruction"})


def fits_subject(trigger: Trigger, head: Token, around: Surroundings) -> bool:
    """Whether who does it is in the list that the entry names: "3,000 people moved to the coast", "Norwick fell"."""
    if not trigger.subject:
        return True
    if trigger.subject == "place":
        return any(is_ground(kid, around) for kid in kids(head) if kid.dep_ == "nsubj")
    return any(kid.lower_ in effect_lexicon().words[trigger.subject] for kid in kids(head) if kid.dep_ == "nsubj")


def is_ground(token: Token, around: Surroundings) -> bool:
    """Whether a token names a place or a stretch of ground, or stands for a base: "the barracks"."""
    return any(start <= token.idx < end for start, end in around.places) or token.lower_ in load_nouns()["place"]


def fits_object(trigger: Trigger, head: Token, sentence: Span, around: Surroundings) -> bool:
    """Whether what the trigger acts on is of a kind it asks for."""
    wanted = trigger.object
    if not wanted:
        return True
    if trigger.code == "withdrawal":
        return leaves_place(trigger, head, around)
    nouns = load_nouns()
    for token in objects_of(head, sentence):
        low = token.lower_
        kinds = {kind for kind in wanted if kind in nouns and low in nouns[kind]}
        if kinds or load_struck().get(low) in wanted:
            return True
        if "people" in wanted and trigger.code in BODILY and is_somebody(token, head, around):
            return True
        if "people" in wanted and trigger.code == "capture" and low in ONE_MEANT and acted_on(token, head):
            return True
        if trigger.code == "control" and low in nouns["ground"]:
            return True  # "hold 90 percent of the capital"
        if "place" in wanted and is_place(trigger, token, head, around):
            return True
    return False


def leaves_place(trigger: Trigger, head: Token, around: Surroundings) -> bool:
    """Whether troops or families leave a place: "the troops left Norwick", but "the blast left the city in ruins"."""
    who = {kid.lower_ for kid in kids(head) if kid.dep_ == "nsubj"}
    goers = load_nouns()["troops"] | load_nouns()["armed"] | effect_lexicon().words["displaceable"]
    counted = any(kid.tag_ == "NNPS" and any(k.dep_ == "nummod" for k in kids(kid)) for kid in kids(head))
    if (head.tag_ == "VBG" and not any(kid.dep_ == "aux" for kid in kids(head))) or (
        who.isdisjoint(goers) and not counted
    ):
        return False
    left = [kid for kid in kids(head) if kid.dep_ == "dobj"]
    return any(kid.lower_ in load_nouns()["place"] or is_place(trigger, kid, head, around) for kid in left)


def is_somebody(token: Token, head: Token, around: Surroundings) -> bool:
    """Whether a noun or pronoun names people: "shot them", "beat a shepherd", "shot Sgt. Maro Dunne"."""
    if token.lower_ in PEOPLE_MEANT:
        return True
    if token.tag_ in ("NN", "NNS"):
        one = token.lower_.removesuffix("s") if token.tag_ == "NNS" else token.lower_
        return token.lower_ in effect_lexicon().words["people"] or (acted_on(token, head) and looks_human(one))
    named = any(start <= token.idx < end for start, end in around.parties)
    return named and acted_on(token, head) and not any(start <= token.idx < end for start, end in around.places)


def acted_on(token: Token, head: Token) -> bool:
    """Whether a token is the very object of a verb, or the subject of its passive."""
    return token.dep_ in ("dobj", "nsubjpass") and token.head.i == head.i


def is_place(trigger: Trigger, token: Token, head: Token, around: Surroundings) -> bool:
    """Whether a token names a place, by itself or by what was told before."""
    if any(start <= token.idx < end for start, end in around.places):
        return True
    if is_unknown_place(trigger, token, head, around):
        return True
    return token.lower_ == "it" and any(end < token.idx for _, end in around.places)


def is_unknown_place(trigger: Trigger, token: Token, head: Token, around: Surroundings) -> bool:
    """Whether an armed party takes or burns what bears a name that nobody and no thing known bears: "seized Sake"."""
    if trigger.code not in TAKING_GROUND or "armed" not in around.has or around.headline or token.tag_ != "NNP":
        return False
    return acted_on(token, head) and not any(start <= token.idx < end for start, end in around.parties)


def objects_of(head: Token, sentence: Span) -> list[Token]:
    """What a trigger acts on: object, passive subject, the noun a participle stands beside, what follows "of"."""
    found = [child for child in kids(head) if child.dep_ in ("dobj", "nsubjpass", "dative")]
    found += [gc for child in kids(head) if child.dep_ == "prep" and child.lower_ == "of" for gc in kids(child)]
    if head.dep_ in ("acl", "relcl", "amod"):
        found.append(head.head)
    if head.dep_ == "advcl" and head.tag_ == "VBN" and any(kid.dep_ == "agent" for kid in kids(head)):
        # "captured by rebels, the town"
        found += [kid for kid in kids(head.head) if kid.dep_ in ("nsubj", "nsubjpass")]
    if head.tag_[:2] == "NN":
        found += [kid for kid in kids(head) if kid.dep_ == "poss"]  # "the town's capture"
    if not found:
        found = [
            token for token in sentence.doc[head.i + 1 : min(head.i + 5, sentence.end)] if token.tag_.startswith("N")
        ]
    for token in list(found):
        found += [child for child in kids(token) if child.dep_ in ("conj", "compound", "appos")]
        found += counted_in_it(token)
    return found


def counted_in_it(token: Token) -> list[Token]:
    """What "half of", "all but one of" count."""
    inner = [gc for child in kids(token) if child.lower_ in ("of", "but") for gc in kids(child)]
    return inner + [gc for one in inner for child in kids(one) if child.lower_ == "of" for gc in kids(child)]
