"""A report's text with spans marked: what carries a claim, its trigger, who, where, when, how many, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from contested.model.claim import Claim
from contested.model.mention import Mention

Role = Literal["evidence", "trigger", "initiator", "target", "instrument", "place", "time", "effect", "source", "cue"]
CONTEXT = 200  # characters of text shown on each side of a claim's evidence


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the part it plays; ``label`` is what the plain form writes at its end (a claim's number)."""

    start: int
    end: int
    role: Role
    label: str = ""


def marks_of(claim: Claim) -> list[Mark]:
    """Every span of a claim."""
    marks = [mark(claim.evidence, "evidence"), mark(claim.trigger, "trigger")]
    marks += [mark(p.mention, "initiator") for p in claim.initiators]
    marks += [mark(p.mention, "target") for p in claim.targets]
    marks += [mark(i.mention, "instrument") for i in claim.instruments]
    marks += [mark(p.mention, "place") for p in claim.places]
    marks += [mark(e.mention, "effect") for e in claim.effects]
    marks += [mark(s.mention, "source") for s in claim.attribution if s.mention]
    marks += [mark(s.cue, "cue") for s in claim.attribution if s.cue]
    if claim.time and claim.time.mention:
        marks.append(mark(claim.time.mention, "time"))
    return list(dict.fromkeys(marks))


def mark(mention: Mention, role: Role) -> Mark:
    """The mark of a mention."""
    return Mark(mention.start, mention.end, role)


def trigger_marks(claims: Iterable[Claim]) -> list[Mark]:
    """The triggers of a report's claims, labelled 1, 2, … in the given order; claims on the same words share a mark."""
    labels: dict[tuple[int, int], list[str]] = {}
    for number, claim in enumerate(claims, 1):
        labels.setdefault((claim.trigger.start, claim.trigger.end), []).append(str(number))
    return [Mark(start, end, "trigger", ",".join(numbers)) for (start, end), numbers in labels.items()]


def plain_marked(text: str, marks: Iterable[Mark]) -> str:
    """The text with signs: >>evidence<<, [[trigger]], {role: words}."""
    inserts: list[tuple[int, int, int, str]] = []
    for m in marks:
        before, after = signs(m)
        length = m.end - m.start
        # At one offset: what ends there closes first, the shorter span before the longer; longer spans open first.
        inserts.append((m.start, 1, -length, before))
        inserts.append((m.end, 0, length, after))
    out, at = [], 0
    for offset, _, _, sign in sorted(inserts):
        out += [text[at:offset], sign]
        at = offset
    return "".join([*out, text[at:]])


def signs(m: Mark) -> tuple[str, str]:
    """What stands before and after a span."""
    if m.role == "evidence":
        return ">>", "<<"
    if m.role == "trigger":
        return "[[", f"]]({m.label})" if m.label else "]]"
    return f"{{{m.role}: ", "}"


def around(text: str, span: Mention, marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """The stretch of text around a span, whole words, and the marks moved into it; marks outside are left out."""
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    if start:
        start = min(text.find(" ", start) + 1 or span.start, span.start)
    if end < len(text):
        end = max(text.rfind(" ", 0, end), span.end)
    inside = [Mark(m.start - start, m.end - start, m.role, m.label) for m in marks if start <= m.start and m.end <= end]
    return text[start:end], inside


def facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """A claim's fields as (name, value) in words, unknown ones left out."""
    values = {
        "event": claim.event,
        "how sure": f"{claim.factuality} by the innermost voice; the author {claim.author_stance}",
        "who": "; ".join(f"{p.name} ({p.actor or 'in no pack'}, {p.kind})" for p in claim.initiators),
        "to whom": "; ".join(f"{p.name} ({p.actor or 'in no pack'}, {p.kind})" for p in claim.targets),
        "means": "; ".join(i.name for i in claim.instruments),
        "where": "; ".join(
            f"{p.relation or 'at'} {p.name} ({p.place or 'not resolved'}"
            + (
                f", {p.lat:.2f} {p.lon:.2f}, precision {p.precision})"
                if p.lat is not None and p.lon is not None
                else ")"
            )
            for p in claim.places
        ),
        "when": f"{claim.time.start} to {claim.time.end}, to the {claim.time.precision}" if claim.time else "not told",
        "said by": " > ".join(f"{s.name} ({s.kind})" for s in claim.attribution),
        "confidence": f"{claim.confidence:.2f} (of the extraction, not of the truth)",
    }
    yield from ((name, value) for name, value in values.items() if value)
