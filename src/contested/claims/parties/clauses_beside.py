"""Who only acts in a clause beside the event, before it or after it, took no part in it."""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.tellers import outside
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.phrases import headline_end

SUBJECT = frozenset({"nsubj", "nsubjpass"})
LABEL = 30  # characters of a headline in which the colon of its label stands


def without_later(parts: Parts, event: Event) -> Parts:
    """Who acts after an event is not told to have done it: "the army bombed two villages after rockets hit A"."""
    clause = next((token for token in (event.head, *event.head.ancestors) if is_after(token)), None)
    own = clause is not None and any(kid.dep_ in SUBJECT and kid.tag_[:2] == "NN" for kid in kids(clause))
    if clause is None or not own or not parts.initiators:
        return parts
    low, high = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    first = event.sentence.start_char
    kept = (w for w in parts.initiators if low <= w.mention.start < high or not first <= w.mention.start < low)
    return parts.but(initiators=tuple(kept))


def without_beside(parts: Parts, event: Event) -> Parts:
    """Who acts in a clause beside the event did not do it: "nine killed in clashes as Norland bombs a convoy"."""
    head = event.head
    above = [head, *head.ancestors]
    clauses = [
        kid for token in above for kid in kids(token)
        if kid.dep_ == "advcl" and kid.i > head.i and kid not in above
        and any(k.dep_ == "mark" and k.lower_ in ("as", "while") for k in kids(kid))
    ]  # fmt: skip
    told = head.tag_[:2] == "NN" and head.dep_ not in SUBJECT  # but "the attack came as rebels advanced"
    if head.tag_[:2] == "NN" and head.dep_ == "nsubj" and head.head.lower_ in deed_words()["happening"]:
        clauses = [
            kid for kid in kids(head.head) if kid.dep_ == "advcl" and kid.lower_ in wording().harmed and is_after(kid)
        ]
        told = True  # "the attack came a day after rebels killed nine"
    return parts.but(initiators=outside(parts.initiators, clauses)) if told and clauses else parts


def is_after(verb: Token) -> bool:
    """Whether a clause is told as what came before: "after rockets hit A"."""
    marked = any(kid.dep_ in ("mark", "prep") and kid.lower_ == "after" and kid.i < verb.i for kid in kids(verb))
    return (verb.dep_ == "advcl" and marked) or (verb.dep_ == "pcomp" and verb.head.lower_ == "after")


def within_part(parts: Parts, event: Event, context: Context) -> Parts:
    """What a headline's semicolon or colon parts: who is named before it did not do what others do behind it."""
    text, start = context.report.text, event.trigger.start_char
    if start >= headline_end(text):
        return parts
    behind = tuple(w for w in parts.initiators if w.mention.start > text.rfind(";", 0, start))
    label = text.rfind(":", 0, min(start, LABEL))
    named = tuple(w for w in behind if w.mention.start > label)
    own = label >= 0 and any(kid.dep_ == "nsubj" and kid.idx > label for kid in kids(event.head))
    return parts.but(initiators=named if named or own else behind)


def without_earlier(parts: Parts, event: Event) -> Parts:
    """Whom only a clause behind "after" names takes no part: "the army strikes back after six troops are killed"."""
    head = event.head
    clauses = [
        kid for kid in kids(head)
        if kid.i > head.i and (
            (kid.dep_ == "advcl" and any(k.dep_ == "mark" and k.lower_ == "after" for k in kids(kid)))
            or (kid.lower_ == "after" and any(k.dep_ == "acl" for noun in kids(kid) for k in kids(noun)))
        )
    ]  # fmt: skip
    return parts.but(targets=outside(parts.targets, clauses)) if clauses else parts
