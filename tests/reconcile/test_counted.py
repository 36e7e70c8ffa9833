"""Whom a figure counts, by the words around it, the claim's targets and who tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.flow.rules import DEFAULT_PACKS
from contested.model.actor import Participant
from contested.model.claim import Claim, Effect
from contested.model.mention import Mention
from contested.packs.load import load_packs
from contested.packs.pack import Pack
from contested.reconcile.counted import counted_side, of_an_ally, presumed_side

Teller = Callable[..., Claim]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The packs that come with the program."""
    return load_packs(DEFAULT_PACKS)


def counted(tell: Teller, words: str, number: str, who: str | None, **more: object) -> tuple[Claim, Effect]:
    """A claim of these words with one count."""
    at = words.index(number)
    effect = Effect("killed", who, 7, 7, Mention(at, at + len(number), number))
    claim = replace(tell("casualties", words=words, **more), effects=(effect,))
    return claim, effect


def party(name: str, actor: str | None = None, kind: str = "unknown") -> Participant:
    """A target."""
    return Participant(name, actor, kind, Mention(0, 1, "x"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "number", "who", "side"),
    [
        ("Shells killed seven Turks near the road.", "seven", "Turks", "ankara"),
        ("Shells killed seven Syrians near the road.", "seven", "Syrians", None),
        ("Seven members of the Syrian army died.", "Seven", "members", "damascus"),
        ("Seven members of Syrias army died.", "Seven", "members", "damascus"),
        ("Seven members of (what it calls) the Syrian army died.", "Seven", "members", "damascus"),
        ("Seven members of one family died.", "Seven", "members", "civilians"),
        ("Seven members died at noon.", "Seven", "members", None),
        ("Seven civilians died at noon.", "Seven", "civilians", "civilians"),
    ],
)
def test_words_tell_the_side(tell: Teller, pack: Pack, words: str, number: str, who: str, side: str | None) -> None:
    assert counted_side(*counted(tell, words, number, who), pack) == side


def test_the_target_of_the_same_noun_tells_the_side(tell: Teller, pack: Pack) -> None:
    claim, effect = counted(tell, "The blast killed seven dead soldiers.", "seven", "dead soldiers")
    claim = replace(claim, targets=(party("house"), party("Syrian soldiers", "syr-military", "state_forces")))
    assert counted_side(claim, effect, pack) == "damascus"


def test_comrades_are_of_the_speakers_side(tell: Teller, pack: Pack) -> None:
    own = counted(
        tell, "He said seven of his comrades fell.", "seven", "comrades", source="a guard", source_actor="sdf"
    )
    assert counted_side(*own, pack) == "coalition"
    assert counted_side(*counted(tell, "Seven comrades fell.", "Seven", "comrades"), pack) is None


def test_others_are_of_the_side_of_those_counted_before(tell: Teller, pack: Pack) -> None:
    claim, first = counted(tell, "Seven Turks died and nine others were hurt.", "Seven", "Turks")
    others = Effect("injured", "others", 9, 9, Mention(17, 21, "nine"))
    assert counted_side(replace(claim, effects=(first, others)), others, pack) == "ankara"


def test_attackers_are_the_side_that_most_claims_have_attack(tell: Teller, pack: Pack) -> None:
    claim, effect = counted(tell, "Seven attackers were killed.", "Seven", "attackers")
    held = [claim, *(tell("attack", report=report, by="sna", published="2020-02-01") for report in "ab")]
    assert counted_side(claim, effect, pack, held) == "ankara"
    assert counted_side(claim, effect, pack, [claim]) == "attackers"


@pytest.mark.parametrize(
    ("who", "side", "ally"),
    [
        ("Russian servicemen", "damascus", True),
        ("Russians", "damascus", True),
        ("soldiers", "damascus", False),
        ("Syrian soldiers", "damascus", False),
        ("Turkish soldiers", "ankara", False),
        ("Russian servicemen", None, False),
    ],
)
def test_the_dead_of_an_ally_are_a_part_of_a_side(pack: Pack, who: str, side: str | None, ally: bool) -> None:
    assert of_an_ally(who, side, pack, "2020-02-01") == ally


@pytest.mark.parametrize(("who", "side"), [("people", None), ("victims", None), ("residents", "civilians")])
def test_people_are_not_said_to_be_civilians(tell: Teller, pack: Pack, who: str, side: str | None) -> None:
    claim, effect = counted(tell, "Shells killed seven of them.", "seven", who)
    claim = replace(claim, targets=(party(who, kind="civilians"),))
    assert counted_side(claim, effect, pack) == side
    assert presumed_side(claim, effect, pack) == "civilians"
