"""Codes that depend on who does it or to whom: those who flee, those who are taken, ground that was taken before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.events.candidates import Candidate
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import subjects_above
from contested.claims.words.triggers import load_flying


def recoded(candidate: Candidate) -> Candidate:
    """The candidate, with the code that those who act or suffer make it."""
    candidate.code = on_the_move(candidate)
    if candidate.code == "territory_gained" and candidate.head.dep_ == "amod" and candidate.head.lower_ == "occupied":
        candidate.code = "control"  # "in the occupied north" tells who holds it
    candidate.code = of_people(candidate)
    return candidate


def of_people(candidate: Candidate) -> str:
    """Civilians seized are abducted; soldiers who fall into somebody's hands are captured and lose no ground."""
    words, head = effect_lexicon().words, candidate.head
    fallen = {kid.lower_ for kid in kids(head) if kid.dep_ == "nsubj"}
    if candidate.code == "territory_gained" and candidate.span.text.lower().endswith("into the hands"):
        return "capture" if fallen & words["people"] else candidate.code
    if candidate.code == "territory_gained" and head.lower_.startswith("enter"):
        goers = {kid.lower_ for kid in kids(head) if kid.dep_ == "nsubj"}
        if goers & words["peaceful_goers"]:
            return "arrival"  # "let the inspectors enter the town"
    taken = {kid.lower_ for kid in kids(head) if kid.dep_ in ("dobj", "nsubjpass")}
    if candidate.code == "capture" and taken & words["unarmed"]:
        return "abduction"
    return candidate.code


def on_the_move(candidate: Candidate) -> str:
    """Displacement where civilians cross or move, whom no army sends: "3,000 people crossed into Chad".

    Armed people who flee withdraw: "the gunmen fled", "the fleeing gunmen".
    """
    words, head = effect_lexicon().words, candidate.head
    own = [kid for kid in kids(head) if kid.dep_ == "nsubj" and kid.tag_ not in ("WP", "WDT")]
    subjects = own or [*led_by(head)]
    who = {kid.lower_ for kid in subjects} | ({head.head.lower_} if head.dep_ == "amod" else set())
    civil = who & words["displaceable"] or any(kid.tag_ == "CD" for kid in subjects)
    if candidate.code == "deployment" and head.lower_ in words["moving"] and civil:
        return "displacement"
    nation = any(kid.tag_ == "NNPS" for kid in subjects)  # "100,000 Norlanders left the enclave"
    if candidate.code == "withdrawal" and candidate.hit.trigger.object and (nation or who & words["displaceable"]):
        return "displacement"  # "3,000 families left the town"
    if candidate.code == "displacement" and who & words["fighters"]:
        return "withdrawal"
    return candidate.code


def led_by(head: Token) -> Iterator[Token]:
    """Who does what a verb tells that has no subject: "gunmen opened fire before fleeing", "troops had to flee"."""
    verb = head.head
    if (
        head.dep_ == "relcl"
        and verb.tag_ == "NNS"
        and any(kid.dep_ == "nsubj" and kid.tag_ in ("WP", "WDT") for kid in kids(head))
    ):
        yield verb  # "insurgents who fled"
    elif head.tag_ == "VBG" and head.dep_ == "conj" and verb.tag_[:2] == "VB":
        yield from (kid for kid in kids(verb) if kid.dep_ == "nsubj")
    elif head.tag_[:1] == "V":
        yield from subjects_above(head)


def kills_from_the_air(candidate: Candidate) -> bool:
    """Whether casualties are told as what aircraft did: "warplanes killed nine people"."""
    head = candidate.head
    if candidate.code != "casualties" or not candidate.hit.trigger.casualty or head.tag_ == "VBN":
        return False
    return any(kid.dep_ == "nsubj" and kid.lower_ in load_flying() for kid in kids(head))
