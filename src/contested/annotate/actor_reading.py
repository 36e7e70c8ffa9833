"""What a noun phrase of a party means: the pack's actor, if one is meant, and the kind."""

from __future__ import annotations

from dataclasses import dataclass

from contested.annotate.actor_phrases import Phrase, Piece
from contested.model.actor import ActorKind
from contested.packs.pack import Alias, Pack, State

ARMED = frozenset({"military", "platform", "forces"})
FIGHTING = frozenset({"military", "platform", "forces", "fighters", "disputed", "groups", "commanders", "militia"})
RULING = frozenset({"government", "officials"})
NEUTRAL_KIND: dict[str, ActorKind] = {"military": "state_forces", "security": "state_forces"}


@dataclass(frozen=True, slots=True)
class Reading:
    """An actor's id or None, its kind, and the canonical name of a person where one is named."""

    actor: str | None
    kind: ActorKind
    person: str | None = None


def read_phrase(phrase: Phrase, pack: Pack) -> Reading:
    """The reading of a phrase by its names, its modifiers and its last role noun."""
    last, head = phrase.pieces[-1], phrase.head
    if last.body is not None:
        return read_body(phrase, last, pack)
    if last.names and last.entry is not None and last.entry.group == "outlet":
        return Reading(None, "media")
    if last.names and last.entry is not None and last.entry.alias is not None:
        return read_name(last.entry.alias, pack)
    assert head is not None
    assert head.entry is not None
    named = [p for p in phrase.pieces if p.names and (p.entry is None or p.entry.group != "outlet")]
    for piece in reversed(named):
        if piece.body is not None:
            return Reading(None, piece.body.kind if head.entry.group in FIGHTING else head.entry.kind)
        if piece.entry is not None and piece.entry.alias is not None and piece.entry.alias.state is None:
            return read_owned(piece.entry.alias, head.entry.group, head.entry.kind, pack)
    states = [p.entry.alias.state for p in named if p.entry is not None and p.entry.alias is not None]
    known = [pack.states[s] for s in states if s is not None]
    return read_role(phrase, head, known[-1] if known else None, pack)


def read_name(alias: Alias, pack: Pack) -> Reading:
    """A name alone."""
    if alias.role == "demonym":
        return Reading(None, "civilians")
    if alias.role == "adjective" and alias.state is not None:
        military = pack.states[alias.state].military
        return Reading(military, pack.kind_of(military))
    return Reading(alias.actor, pack.kind_of(alias.actor), alias.person)


def read_body(phrase: Phrase, last: Piece, pack: Pack) -> Reading:
    """A body or a person no pack knows; a state before a titled person tells whom the person serves."""
    assert last.body is not None
    kind = last.body.kind
    if last.body.what == "body":
        return Reading(None, kind)
    for piece in phrase.pieces:
        alias = piece.entry.alias if piece.entry is not None else None
        if alias is None or piece.tie:
            continue
        if alias.state is None:
            return Reading(alias.actor, pack.kind_of(alias.actor))
        state = pack.states[alias.state]
        actor = state.military if kind == "state_forces" else state.government if kind == "government" else None
        if actor is not None:
            return Reading(actor, pack.kind_of(actor))
    return Reading(None, kind)


def read_owned(alias: Alias, group: str, kind: ActorKind, pack: Pack) -> Reading:
    """Somebody's people: "Nusra fighters", "Assad's forces", "ISIL leaders"."""
    actor = alias.actor
    if group == "opposing":
        return Reading(None, kind)
    state = pack.state_of.get(actor)
    if state is not None and group in ARMED | {"fighters"}:
        return Reading(state.military, pack.kind_of(state.military))
    if group in FIGHTING or group in RULING or group in ("coalition", "security"):
        return Reading(actor, pack.kind_of(actor))
    return Reading(None, kind)


def read_role(phrase: Phrase, head: Piece, state: State | None, pack: Pack) -> Reading:
    """A role noun with at most a state and modifiers before it."""
    assert head.entry is not None
    group, kind = head.entry.group, head.entry.kind
    roles = {p.entry.group for p in phrase.pieces if p.is_head and p.entry is not None and p is not head}
    ties = {p.tie for p in phrase.pieces}
    if ("pro" in ties or "loyal" in modifiers(phrase)) and group in FIGHTING:
        return Reading(None, "militia")
    if "backed" in ties or "anti" in ties:
        return Reading(None, kind if group not in ARMED else "unknown")
    if state is not None and of_a_people(phrase):
        return Reading(None, stateless_kind(roles, modifiers(phrase), group, kind))
    if roles & {"fighters", "militia"} and group in FIGHTING:
        return Reading(None, "rebel_group" if "fighters" in roles else "militia")
    if state is not None and (group in ARMED or (group in FIGHTING and "military" in roles)):
        return Reading(state.military, pack.kind_of(state.military))
    if state is not None and group in ("security", "police"):
        return Reading(state.government, pack.kind_of(state.military) if group == "security" else "police")
    if state is not None and group in RULING:
        return Reading(state.government, pack.kind_of(state.government))
    return Reading(None, stateless_kind(roles, modifiers(phrase), group, kind))


def stateless_kind(roles: set[str], qualities: set[str], group: str, kind: ActorKind) -> ActorKind:
    """The kind of a role noun without a state, by the nouns and modifiers before it."""
    if group in FIGHTING and roles & {"government", "military"}:
        return "state_forces"
    if group in FIGHTING and "police" in roles:
        return "police"
    return "militia" if group == "forces" and "people" in qualities else kind


def of_a_people(phrase: Phrase) -> bool:
    """Whether a people's name qualifies the phrase ("Syrian Kurdish authorities"), so that it is no state's."""
    held = (p.entry for p in phrase.pieces if p.entry is not None and p.entry.role == "modifier")
    return any(entry.group == "people" and entry.key[0] not in ("arab", "islamic") for entry in held)


def modifiers(phrase: Phrase) -> set[str]:
    """The groups of the modifiers of a phrase."""
    return {p.entry.group for p in phrase.pieces if p.entry is not None and p.entry.role == "modifier"}
