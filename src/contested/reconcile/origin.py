"""The root of a claim: the source it goes back to, through copies, credits and chains of voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contested.gazetteer.folding import exact
from contested.model.claim import Claim
from contested.model.incident import Root
from contested.packs.pack import Pack
from contested.reconcile.roots import Link, Text, credits, families, repetitions
from contested.reconcile.voices import voice_key

PERSONAL = frozenset({"witness", "local", "unnamed"})


@dataclass(frozen=True, slots=True)
class Origins:
    """``family``: a report's earliest copy; ``signed``: the agency that signs a report; ``outlet``: its publisher."""

    family: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, str] = field(default_factory=dict)
    outlet: Mapping[str, str | None] = field(default_factory=dict)
    links: tuple[Link, ...] = ()


def origins_of(texts: Iterable[Text], pack: Pack) -> Origins:
    """What the texts tell of who repeats whom."""
    held = list(texts)
    agencies = {
        spelling.lower(): outlet.name
        for outlet in pack.outlets
        if outlet.kind in ("agency", "state")
        for spelling in (outlet.name, *outlet.aliases)
        if len(spelling) > 2 or spelling.isupper()
    }
    links = repetitions(held)
    signed = {text.report: agency for text in held if (agency := credits(text, agencies))}
    return Origins(families(links), signed, {text.report: text.outlet for text in held}, tuple(links))


def root_of(claim: Claim, origins: Origins, pack: Pack) -> tuple[str, str]:
    """The root's key, and why: the innermost voice, else the agency that signs, else the first outlet of its copies."""
    report = claim.report.id
    first = origins.family.get(report, report)
    speaker = claim.speaker
    if speaker is not None:
        outlet = pack.find_outlet(speaker.name)
        if outlet is not None:
            return outlet.name, "the outlet it names"
        if speaker.kind in PERSONAL:
            # "residents" of two unrelated reports are not one source; in copies of one report they are.
            return (
                f"{exact(speaker.name)}, told to {outlet_of(first, origins, pack)} ({first[:6]})",
                "a voice not named",
            )
        return named(voice_key(claim), claim, pack), "the voice it names"
    if report in origins.signed:
        return origins.signed[report], "the agency that signs the report"
    why = "its outlet" if first == report else "the first of its copies"
    if first == report and claim.report.publisher:
        return known_name(claim.report.publisher, pack), why
    return outlet_of(first, origins, pack), why


def named(key: str, claim: Claim, pack: Pack) -> str:
    """A voice's name: the pack's where it knows the voice."""
    kind, _, name = key.partition(":")
    if kind == "actor" and name in pack.actors:
        return pack.actors[name].name
    return name


def outlet_of(report: str, origins: Origins, pack: Pack) -> str:
    """The outlet of a report under the name the pack uses, else its own, else the report's id."""
    name = origins.outlet.get(report)
    return known_name(name, pack) if name else report


def known_name(outlet: str, pack: Pack) -> str:
    """An outlet's name as the pack has it, else as it stands."""
    known = pack.find_outlet(outlet)
    return known.name if known else outlet


def roots_of(claims: Iterable[Claim], origins: Origins, pack: Pack) -> tuple[Root, ...]:
    """The independent roots of claims, the one with most claims first."""
    by_root: dict[str, list[str]] = {}
    whys: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        root, why = root_of(claim, origins, pack)
        by_root.setdefault(root, []).append(claim.id)
        whys.setdefault(root, why)
    rows = (Root(root, tuple(held), whys[root]) for root, held in by_root.items())
    return tuple(sorted(rows, key=lambda root: (-len(root.claims), root.name)))
