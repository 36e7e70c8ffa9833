"""Whether an armed group owns up to an attack without the word: "the group claimed the attack"."""

from __future__ import annotations

from contested.claims.events.candidates import VIOLENT, Candidate
from contested.claims.words.kin import kids
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.model.annotations import ActorMention, Annotations

ARMED_BANDS = frozenset({"rebel_group", "militia"})
PAST, ITSELF = frozenset({"VBD", "VBN"}), frozenset({"it", "they", "we"})
BODIES = frozenset({"opposition", "regime", "coalition", "alliance", "army", "military", "police"})  # they allege


def owns_up(candidate: Candidate, beside: list[Candidate], annotations: Annotations) -> bool:
    """Whether a claim's verb has an armed band for subject and an event of violence for object."""
    verb = candidate.head
    if candidate.code != "responsibility" or not verb.lower_.startswith("claim"):
        return False
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj"), None)
    thing = next((kid for kid in kids(verb) if kid.dep_ == "dobj"), None)
    if subject is None or thing is None:
        return False
    done = any(c.code in VIOLENT and (c.head == thing or thing.is_ancestor(c.head)) for c in beside)
    nameless = subject.tag_[:2] == "NN" and subject.text.isupper() and 2 < len(subject) <= 6
    unknown = nameless and not any(a.mention.holds(subject.idx) for a in annotations.actors)
    return done and (unknown or is_band(subject.idx, subject.lower_, annotations.actors))


def says_it_did(candidate: Candidate) -> bool:
    """Whether a speaker tells its own deed: "the army says it hit nine targets"."""
    verb, above = candidate.head, candidate.head.head
    if candidate.code not in VIOLENT or verb.dep_ != "ccomp" or verb.tag_ not in PAST:
        return False
    if speech().verb(above.lower_) != "tell" or any(kid.dep_ == "neg" for kid in (*kids(verb), *kids(above))):
        return False
    return any(kid.dep_ == "nsubj" and kid.lower_ in ITSELF for kid in kids(verb))


def is_band(offset: int, noun: str, actors: tuple[ActorMention, ...]) -> bool:
    """Whether the subject is an armed group, by its name or its noun."""
    named = any(a.kind in ARMED_BANDS for a in actors if a.mention.holds(offset))
    return noun not in BODIES and (named or noun in load_nouns()["armed"])
