"""The code table and the schema that the model publishes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contested.model.actor import ActorKind, Participant
from contested.model.codes import codes_for, event_codes, event_meanings, parse_codes
from contested.model.errors import PackError
from contested.model.mention import Mention
from contested.model.wire import claim_schema


def test_every_code_has_a_meaning() -> None:
    assert set(event_codes()) == set(event_meanings())
    assert all(meaning for meaning in event_meanings().values())


def test_acled_codes_are_type_and_sub_event() -> None:
    assert all(len(codes.acled) in (0, 2) for codes in event_codes().values())
    assert event_codes()["air_strike"].acled == ("Explosions/Remote violence", "Air/drone strike")


def test_the_table_has_the_codes_of_the_exchange_format(shared: Path) -> None:
    spec = (shared / "spec" / "claim.md").read_text(encoding="utf-8").split("## Event codes")[1]
    rows = [line.split("|")[1] for line in spec.splitlines() if line.startswith("| `")]
    assert {code for row in rows for code in re.findall(r"`(\w+)`", row)} == set(event_codes())


def test_the_schema_has_the_fields_of_the_exchange_format() -> None:
    fields = "id report evidence trigger event codes initiators targets instruments places time effects attribution"
    assert set(claim_schema()["properties"]) == set(fields.split()) | {"factuality", "author_stance", "confidence"}


@pytest.mark.parametrize("row", [{}, {"is": "x", "acled": "Battles"}, {"is": "x", "ucdp": 9}])
def test_a_wrong_row_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(PackError, match=r"codes\.toml"):
        parse_codes("attack", row)


def parties(*kinds: ActorKind) -> list[Participant]:
    """A participant of each kind."""
    return [Participant(f"{kind} {n}", None, kind, Mention(0, 1, "x")) for n, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("event", "doers", "hit", "sub_event"),
    [
        ("territory_gained", ["state_forces"], ["rebel_group"], "Government regains territory"),
        ("territory_gained", ["state_forces", "militia"], [], "Government regains territory"),
        ("territory_gained", ["rebel_group"], ["state_forces"], "Non-state actor overtakes territory"),
        ("territory_gained", ["external_forces"], [], "Non-state actor overtakes territory"),
        ("territory_gained", ["unknown"], [], None),
        ("territory_lost", ["state_forces"], [], "Non-state actor overtakes territory"),
        ("territory_lost", ["rebel_group"], ["state_forces"], "Government regains territory"),
        ("territory_lost", ["rebel_group"], [], None),
        ("territory_lost", ["rebel_group"], ["rebel_group"], "Non-state actor overtakes territory"),
    ],
)
def test_who_takes_a_place_tells_its_sub_event(
    event: str, doers: list[ActorKind], hit: list[ActorKind], sub_event: str | None
) -> None:
    expected = ("Battles", sub_event) if sub_event else ("Battles",)
    assert codes_for(event, parties(*doers), parties(*hit)).acled == expected


def test_attacks_on_civilians_and_between_groups() -> None:
    assert codes_for("attack", parties("state_forces"), parties("civilians")).ucdp == 3
    assert codes_for("attack", parties("state_forces"), parties("civilians", "rebel_group")).ucdp == 1
    assert codes_for("armed_clash", parties("rebel_group", "militia"), []).ucdp == 2
    assert codes_for("shelling", parties("rebel_group"), []).ucdp == 1
    assert codes_for("shelling", parties("rebel_group"), parties("state_forces")).ucdp == 1
