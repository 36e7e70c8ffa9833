"""A count of all dead of a day, and the parts that make it up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.claim import Claim
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.packs.load import load_packs
from contested.reconcile.accounts import accounts_of
from contested.reconcile.constraints import Constraints
from contested.reconcile.placed import placed_of
from contested.reconcile.umbrella import umbrella_pairs

PACK = load_packs(("world", "syria"))
Teller = Callable[..., Claim]
Row = tuple[str, int, str | None]
DAY = [
    ("Raids across the country killed 32 people on Monday.", 32, None),
    ("In Kafr Sara 15 people were killed.", 15, "Kafr Sara"),
    ("Raids on Tell Amara killed 6 people.", 6, "Tell Amara"),
    ("At Wadi Barada 11 people were killed.", 11, "Wadi Barada"),
]  # fmt: skip


def report(tell: Teller, rows: list[Row]) -> list[Claim]:
    """The claims of one report, one a sentence."""
    claims, at = [], 0
    for words, killed, where in rows:
        claim = tell(words=words, killed=(killed, killed), number=str(killed), day="2016-07-02", place=where)
        shift = words.index(str(killed))
        number = Mention(at + shift, at + shift + len(str(killed)), str(killed))
        spot = Mention(at, at + 5, words[:5])
        claims.append(
            replace(
                claim,
                evidence=Mention(at, at + len(words), words),
                trigger=Mention(at, at + 5, words[:5]),
                effects=tuple(replace(e, mention=number) for e in claim.effects),
                places=tuple(replace(p, mention=spot) for p in claim.places),
            ).with_id()
        )
        at += len(words) + 1
    return claims


def pairs(tell: Teller, rows: list[Row]) -> set[tuple[int, int]]:
    """The pairs that are parted, by the order of the report."""
    return set(umbrella_pairs([placed_of(claim, PACK) for claim in report(tell, rows)]))


def test_parts_of_a_sum_stand_apart_from_it_and_from_each_other(tell: Teller) -> None:
    assert pairs(tell, DAY) == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}
    assert len(accounts_of(report(tell, DAY), Constraints(), PACK)) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [DAY[0], ("In Kafr Sara 9 people were killed.", 9, "Kafr Sara"), DAY[2]],
        [DAY[1], ("In Kafr Sara 10 people died.", 10, "Kafr Sara"), ("The other 5 fell there.", 5, "Kafr Sara")],
        [*DAY[1:], DAY[0]],
    ],
    ids=["no sum", "one place", "told before the sum"],
)
def test_what_is_no_sum_parts_nothing(tell: Teller, rows: list[Row]) -> None:
    assert not pairs(tell, rows)


def test_parts_that_make_up_most_of_a_count_stand_apart_too(tell: Teller) -> None:
    assert pairs(tell, DAY[:3]) == {(0, 1), (0, 2), (1, 2)}


def test_places_no_gazetteer_knows_part_by_name(tell: Teller) -> None:
    claims = report(tell, [("Raids killed 13 people.", 13, None), *[(f"{n} died in X.", n, None) for n in (5, 8)]])
    for n, name in ((1, "Taduran"), (2, "Darqita")):
        spot = Mention(claims[n].evidence.start, claims[n].evidence.start + 1, "X")
        claims[n] = replace(claims[n], places=(PlaceRef(name, None, None, None, 1, None, "SY", (), spot),)).with_id()
    assert {(0, 1), (0, 2), (1, 2)} <= umbrella_pairs([placed_of(claim, PACK) for claim in claims])
