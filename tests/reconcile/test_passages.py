"""Signs that two claims of one report tell one event, and their weights."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest

from contested.model.claim import Claim
from contested.model.mention import Mention
from contested.packs.load import load_packs
from contested.reconcile.passages import Frame, affinity, signs, weights
from contested.reconcile.placed import placed_of

PACK = load_packs(("world", "syria"))
Teller = Callable[..., Claim]
FIRST = "Jets bombed the mill of Kafr Sara on Saturday and killed 12 people."
WHERE = {"place": "Kafr Sara", "day": "2016-07-02"}


def at(claim: Claim, start: int) -> Claim:
    """The claim where it stands in the report."""
    quote = claim.evidence.quote
    trigger = Mention(start + 5, start + 11, quote[5:11])
    return replace(claim, evidence=Mention(start, start + len(quote), quote), trigger=trigger).with_id()


def names(one: Claim, other: Claim, start: int = 900) -> set[str]:
    """The signs between a claim at the beginning of a report and one further on."""
    found = signs(placed_of(at(one, 0), PACK), placed_of(at(other, start), PACK), 3, Frame())
    assert found is not None
    return {name for name, _ in found}


def test_every_weight_is_of_a_sign_that_the_code_knows() -> None:
    code = files("contested.reconcile").joinpath("passages.py").read_text(encoding="utf-8")
    raw = json.loads(files("contested.reconcile").joinpath("weights/passages.json").read_text(encoding="utf-8"))
    assert raw["weights"], "no weights"
    for name in raw["weights"]:
        made = name.removeprefix("same ").removeprefix("other ").replace("doers", "{name}").replace("hurt", "{name}")
        assert any(part in code for part in (f'"{name}"', f'"same {made}"', f'"other {made}"', f'"{made}"')), name


@pytest.mark.parametrize(
    ("words", "fields", "sign"),
    [
        ("The raid left 12 people dead.", {"killed": (12, 12)} | WHERE, "same count"),
        ("The raid hurt nobody else there.", WHERE, "same village"),
        ("A raid also hit Tell Amara.", {"place": "Tell Amara", "day": "2016-07-02"}, "elsewhere in their sentences"),
        ("A raid on Sunday killed 7 people.", {"day": "2016-07-03", "killed": (7, 7)}, "next day"),
        ("Meanwhile, jets hit a farm.", {}, "told as something new"),
        ("That raid broke a bridge.", {}, "pointed back to"),
    ],
)
def test_signs(tell: Teller, words: str, fields: dict[str, object], sign: str) -> None:
    here = replace(tell(words=words, **fields))
    if here.places:
        spot = Mention(903, 910, "the place")
        here = replace(here, places=tuple(replace(p, mention=spot) for p in here.places))
    assert sign in names(tell(words=FIRST, killed=(12, 12), **WHERE), here)


@pytest.mark.parametrize(
    "sign", ["told as something new", "more with another count", "other days in words", "other days"]
)
def test_words_that_part_speak_against(sign: str) -> None:
    assert weights().signs[sign] < 0


def test_sides_of_those_hurt(tell: Teller) -> None:
    soldiers = tell(words=FIRST, to="syr-military", to_kind="state_forces", **WHERE)
    others = tell(words="The answer hit 6 fighters.", to="hts", to_kind="rebel_group", **WHERE)
    assert "hurt of other sides" in names(soldiers, others)


def test_what_speaks_for_one_event_outweighs_what_does_not(tell: Teller) -> None:
    first = placed_of(at(tell(words=FIRST, killed=(12, 12), **WHERE), 0), PACK)
    again = placed_of(at(tell(words="The raid killed 12 people.", killed=(12, 12), **WHERE), 80), PACK)
    other = placed_of(
        at(tell(words="Meanwhile, jets hit Tell Amara, 5 died.", place="Tell Amara", killed=(5, 5)), 900), PACK
    )
    assert affinity(first, again, 1, Frame()) > weights().enough > affinity(first, other, 4, Frame())


def test_the_dead_of_two_sides_are_a_blow_and_its_answer(tell: Teller) -> None:
    blow = placed_of(at(tell("shelling", "Shells killed 6 Turkish soldiers.", to="tur-military", **WHERE), 0), PACK)
    answer = placed_of(at(tell("casualties", "Fire killed 30 soldiers there.", to="syr-military", **WHERE), 40), PACK)
    assert affinity(blow, answer, 1, Frame()) < weights().enough


def test_a_claim_of_long_ago_is_not_the_news(tell: Teller) -> None:
    old = tell(words="In February bombs killed 90 people there.", day="2016-02-02", killed=(90, 90))
    assert "day of one long past" in names(tell(words=FIRST, killed=(12, 12)), old)
    assert weights().signs["day of one long past"] < 0


@pytest.mark.parametrize(
    ("word", "side", "meant"), [("rebels", "opposition", True), ("rebels", "damascus", False), ("gunmen", "sdf", False)]
)
def test_words_without_a_name_mean_sides(word: str, side: str, meant: bool) -> None:
    assert (side in PACK.sides_meant_by(word)) == meant


def test_an_air_strike_of_nobody_named_is_of_those_who_fly(tell: Teller) -> None:
    assert {"damascus", "coalition"} <= placed_of(tell("air_strike"), PACK).doers
    assert "opposition" not in placed_of(tell("air_strike"), PACK).doers
    assert not placed_of(tell("shelling"), PACK).doers
    assert placed_of(tell("air_strike", by="rus-military"), PACK).doers == PACK.actors["rus-military"].sides_on(
        "2016-07-03"
    )
