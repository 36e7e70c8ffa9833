"""Amending: a claim with the fields that a person decided, the machine's claim left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from contested.model.claim import Claim, ClaimTime, Effect
from contested.model.codes import codes_for, event_codes
from contested.model.errors import AmendmentError
from contested.model.judgement import Judgement, in_force, taking_effect
from contested.model.mention import Mention

EDITABLE = (
    "event", "factuality", "initiators", "targets", "instruments", "places", "time", "effects", "attribution",
)  # fmt: skip


@cache
def field_adapter(field: str) -> TypeAdapter[Any]:
    """The (de)serialiser of one field of a claim; raises AmendmentError where it cannot be edited."""
    if field not in EDITABLE:
        raise AmendmentError(field, "is no field to edit", f"choose one of {', '.join(EDITABLE)}")
    return TypeAdapter(get_type_hints(Claim)[field])


def field_json(claim: Claim, field: str) -> str:
    """The field's value as it is exchanged."""
    return field_adapter(field).dump_json(getattr(claim, field)).decode()


def field_value(field: str, value: str, text: str | None = None) -> Any:  # noqa: ANN401
    """The value of a field's JSON; raises AmendmentError where it does not fit, or words do not stand in ``text``."""
    try:
        parsed = field_adapter(field).validate_json(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise AmendmentError(f"{field} {where}".strip(), str(first["msg"]), "see: contested schema") from None
    if field == "event" and parsed not in event_codes():
        raise AmendmentError(f"event {parsed}", "is no event code", "see docs/glossary.md for the codes")
    check_order(field, parsed)
    for mention in mentions_in(parsed):
        if text is not None and text[mention.start : mention.end] != mention.quote:
            problem = f"{mention.quote!r} does not stand at {mention.start} to {mention.end}"
            raise AmendmentError(field, problem, "select the words in the report's text")
    return parsed


def check_order(field: str, value: object) -> None:
    """Raise AmendmentError where days are none, or a first day or number lies above the last."""
    if isinstance(value, ClaimTime):
        # An open year ("XXXX-05-01") is checked as a leap year, which has every day.
        ends = [day.replace("XXXX", "2000", 1) for day in (value.start, value.end)]
        try:
            first, last = map(date.fromisoformat, ends)
        except ValueError:
            raise AmendmentError(
                field, f"{value.start} to {value.end} are no days", "give them as 2016-07-03"
            ) from None
        if first > last and value.start[:4] != "XXXX":
            raise AmendmentError(field, f"{value.start} comes after {value.end}", "give the first day first")
    for effect in value if isinstance(value, tuple) else ():
        if isinstance(effect, Effect) and None not in (effect.low, effect.high) and effect.low > effect.high:  # type: ignore[operator]
            raise AmendmentError(field, f"{effect.low} is more than {effect.high}", "give the lower number first")


def mentions_in(value: object) -> Iterator[Mention]:
    """Every mention within a value."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from mentions_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from mentions_in(getattr(value, field.name))


def amended(claim: Claim, edits: Iterable[Judgement]) -> Claim:
    """The claim with the edits' fields, the later counting; it keeps its id, which names the machine's claim."""
    values = {edit.field: field_value(edit.field, edit.value) for edit in edits if edit.field and edit.value}
    if not values:
        return claim
    edited = replace(claim, **values)
    if values.keys().isdisjoint(("event", "initiators", "targets")):
        return edited
    return replace(edited, codes=codes_for(edited.event, edited.initiators, edited.targets))


def edits_by_claim(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The edits among judgements in force that take effect, by claim, the oldest first."""
    found: dict[str, list[Judgement]] = {}
    for judgement in sorted(taking_effect(judgements), key=lambda judgement: (judgement.at, judgement.id)):
        if judgement.kind == "edit":
            for claim in judgement.claims:
                found.setdefault(claim, []).append(judgement)
    return found


def claims_as_judged(
    claims: Mapping[str, Claim], judgements: Iterable[Judgement]
) -> tuple[dict[str, Claim], list[Judgement]]:
    """The claims by id with the fields of all edits in force, and the edits that fit no longer and were passed over."""
    found, unfit = dict(claims), []
    for id, edits in edits_by_claim(in_force(tuple(judgements))).items():
        for edit in edits if id in found else ():
            try:
                found[id] = amended(found[id], [edit])
            except AmendmentError:
                unfit.append(edit)
    return found, unfit
