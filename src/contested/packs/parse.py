"""Rows of a pack's TOML files become the nouns of a pack; a wrong row is a PackError naming file and entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from contested.model.actor import Actor, ActorKind, Alignment, DatedName
from contested.model.codes import event_codes
from contested.model.errors import PackError
from contested.packs.pack import Leader, LoadedWord, Outlet, OutletKind, ShortForm, Side, State, Tilt

Choice = TypeVar("Choice", bound=str)

KEYS: Mapping[str, frozenset[str]] = {
    "war": frozenset({"name", "home", "theatre", "start", "end", "source"}),
    "side": frozenset({"id", "name", "meant_by", "source"}),
    "state": frozenset(
        "id iso name aliases adjectives demonyms seats forces forces_aliases government_aliases source".split()
    ),
    "actor": frozenset("id kind name names aliases alignments part_of country source".split()),
    "extend": frozenset({"id", "aliases", "alignments", "names", "source"}),
    "leader": frozenset("name actor office aliases start end source".split()),
    "short": frozenset({"form", "actor", "where", "source"}),
    "word": frozenset({"words", "tilt", "neutral", "event", "source"}),
    "extend_outlet": frozenset("name aliases domains owner side actor alignments source".split()),
    "outlet": frozenset("name kind aliases domains country owner side actor alignments source".split()),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file, for reading its fields with errors that say where."""

    file: str
    table: str
    fields: Mapping[str, Any]

    @property
    def label(self) -> str:
        """How errors call the entry."""
        named = (self.fields[key] for key in ("id", "name", "form", "words") if self.fields.get(key))
        return f"[[{self.table}]] {next(named, None)!r}"

    def error(self, problem: str, remedy: str) -> PackError:
        """The error for this entry."""
        return PackError(self.file, f"{self.label} {problem}", remedy)

    def check_keys(self) -> None:
        """Raise PackError for a field nobody reads."""
        for key in sorted(self.fields.keys() - KEYS[self.table]):
            raise self.error(f"has a field {key!r}", f"use only {', '.join(sorted(KEYS[self.table]))}")

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.fields.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"has no {key!r}", f'give it as text: {key} = "…"')
        return value

    def option(self, key: str) -> str | None:
        """A text that may be left out."""
        return self.text(key) if key in self.fields else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where left out."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.error(f"has {key} = {value!r}", f'give a list of texts: {key} = ["…"]')
        return tuple(value)

    def choice(self, key: str, allowed: tuple[Choice, ...]) -> Choice:
        """One of the allowed words."""
        value = self.text(key)
        for word in allowed:
            if word == value:
                return word
        raise self.error(f"has {key} = {value!r}", f"use one of: {', '.join(allowed)}")

    def day(self, table: Mapping[str, Any], key: str) -> str | None:
        """An ISO day of a sub-table; a TOML date will do; None where left out."""
        value = table.get(key)
        text = None if value is None else str(value)
        if text is not None and not (len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()):
            raise self.error(f"has {key} = {value!r}", "give a day: 2017-01-28")
        return text

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """A list of sub-tables, empty where left out."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.error(f"has {key} = {value!r}", f"give a list of tables: {key} = [{{…}}]")
        return value


def parse_alignments(row: Row) -> tuple[Alignment, ...]:
    """The alignments of an actor or an extension."""
    return tuple(
        Alignment(str(t.get("side", "")), row.day(t, "start"), row.day(t, "end")) for t in row.tables("alignments")
    )


def parse_names(row: Row) -> tuple[DatedName, ...]:
    """The dated names, newest or main first; ``name`` comes before ``names``."""
    plain = (DatedName(row.text("name")),) if "name" in row.fields else ()
    dated = tuple(
        DatedName(str(t.get("name", "")), row.day(t, "start"), row.day(t, "end")) for t in row.tables("names")
    )
    if any(not n.name for n in dated):
        raise row.error("has a name without words", 'give names = [{ name = "…", start = 2017-01-28 }]')
    return plain + dated


def parse_actor(row: Row) -> Actor:
    """An [[actor]]."""
    names = parse_names(row)
    if not names:
        raise row.error("has no name", 'give name = "…" or names = [{ name = "…" }]')
    kind: ActorKind = row.choice("kind", get_args(ActorKind))
    return Actor(
        row.text("id"),
        kind,
        names,
        row.texts("aliases"),
        parse_alignments(row),
        row.option("part_of"),
        row.option("country"),
    )


def parse_state(row: Row) -> tuple[State, Actor, Actor]:
    """A [[state]] with its government and its armed forces."""
    key, name, iso = row.text("id"), row.text("name"), row.text("iso")
    adjectives = row.texts("adjectives")
    if not adjectives:
        raise row.error("has no adjectives", 'give adjectives = ["…"]')
    first, seats = adjectives[0], row.texts("seats")
    state = State(key, iso, name, adjectives, row.texts("demonyms"), seats, f"{key}-government", f"{key}-military")
    ruling = tuple(f"government of {n}" for n in (name, *row.texts("aliases")))
    government = Actor(
        state.government,
        "government",
        (DatedName(f"{first} government"),),
        ruling + row.texts("government_aliases"),
        country=iso,
    )
    forces = row.option("forces") or f"{first} Armed Forces"
    military = Actor(
        state.military,
        "state_forces",
        (DatedName(forces),),
        row.texts("forces_aliases"),
        part_of=state.government,
        country=iso,
    )
    return state, government, military


def parse_leader(row: Row) -> Leader:
    """A [[leader]]."""
    return Leader(
        row.text("name"),
        row.text("actor"),
        row.text("office"),
        row.texts("aliases"),
        row.day(row.fields, "start"),
        row.day(row.fields, "end"),
    )


def parse_short_form(row: Row) -> ShortForm:
    """A [[short]]: one word in capitals, where it means one actor."""
    form, where = row.text("form"), row.texts("where")
    if not form.isalnum() or not form.isupper():
        raise row.error("is no word in capitals", 'give form = "RSF"; other names are aliases of the actor')
    if any(len(land) != 2 or not land.isupper() for land in where):
        raise row.error(f"has where = {list(where)!r}", 'give countries by ISO 3166-1 alpha-2: where = ["SD"]')
    return ShortForm(form, row.text("actor"), frozenset(where))


def parse_words(row: Row) -> list[LoadedWord]:
    """A [[word]]: every form with the same tilt."""
    tilt: Tilt = row.choice("tilt", get_args(Tilt))
    event = row.choice("event", tuple(event_codes())) if "event" in row.fields else None
    if not row.texts("words"):
        raise row.error("has no words", 'give words = ["…"]')
    return [LoadedWord(word, tilt, row.option("neutral") or "", event) for word in row.texts("words")]


def parse_outlet(row: Row) -> Outlet:
    """An [[outlet]]."""
    kind: OutletKind = row.choice("kind", get_args(OutletKind))
    return Outlet(
        row.text("name"),
        kind,
        row.texts("aliases"),
        row.texts("domains"),
        row.option("country"),
        row.option("owner"),
        row.option("side"),
        row.option("actor"),
        parse_alignments(row),
    )


def parse_side(row: Row) -> Side:
    """A [[side]]."""
    return Side(row.text("id"), row.text("name"), row.texts("meant_by"))
