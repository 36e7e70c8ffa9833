"""What one report tells as one event, and what as two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.claim import Claim
from contested.model.mention import Mention
from contested.packs.load import load_packs
from contested.reconcile.accounts import accounts_of
from contested.reconcile.constraints import Constraints

PACK = load_packs(("world", "syria"))
Teller = Callable[..., Claim]
FIRST = "Jets bombed the mill of Kafr Sara on Saturday and killed 12 people."


def placed(claim: Claim, at: int) -> Claim:
    """The claim with its evidence and trigger moved to where they stand in the report."""
    moved = Mention(at, at + len(claim.evidence.quote), claim.evidence.quote)
    end = at + len(claim.evidence.quote)
    return replace(claim, evidence=moved, trigger=Mention(end - 6, end, claim.evidence.quote[-6:])).with_id()


def count(*claims: Claim) -> int:
    """How many events the claims of one report tell, told one after the other."""
    starts = [sum(len(c.evidence.quote) + 1 for c in claims[:n]) for n in range(len(claims))]
    told = [placed(claim, at) for claim, at in zip(claims, starts, strict=True)]
    found = accounts_of(told, Constraints(), PACK)
    assert found == accounts_of(told[::-1], Constraints(), PACK)
    return len(found)


@pytest.mark.parametrize(
    ("words", "fields", "events"),
    [
        ("At least 12 people were killed in the air raid.", {"killed": (12, None)}, 1),
        ("A raid on a farm was reported.", {"place": None}, 1),
        ("Meanwhile, a raid on a farm was reported.", {"place": None}, 2),
        ("The jets also bombed the bus station.", {}, 1),
    ],
)
def test_words_that_part(tell: Teller, words: str, fields: dict[str, object], events: int) -> None:
    where = {"place": "Kafr Sara", "day": "2016-07-02"}
    first = tell(words=FIRST, killed=(12, 12), **where)
    assert count(first, tell(words=words, **(where | fields))) == events


@pytest.mark.parametrize(
    ("words", "trigger", "events"),
    [
        ("The group has carried out car bombings there in the past.", "bombings", 1),
        ("Jets have repeatedly dropped bombs on it, raids at night among them.", "bombs", 1),
        ("Rescuers were hit by the same raids.", "raids", 2),
    ],
)
def test_a_habit_is_part_of_no_event(tell: Teller, words: str, trigger: str, events: int) -> None:
    at = words.index(trigger)
    claim = tell(words=words, place="Kafr Sara")
    claim = replace(claim, trigger=Mention(at, at + len(trigger), trigger)).with_id()
    first = placed(tell(words=FIRST, killed=(12, 12), place="Kafr Sara", day="2016-07-02"), 900)
    found = accounts_of([claim, first], Constraints(), PACK)
    assert sum(len(account.claims) for account in found) == events


def test_the_day_on_which_a_toll_rises_is_not_that_of_the_raid(tell: Teller) -> None:
    words = "The death toll from the air raid on the mill of Kafr Sara rose to 16 on Sunday."
    rise = tell(words=words, place="Kafr Sara", killed=(16, 16), day="2016-07-03")
    at, day = words.index("raid"), Mention(words.index("Sunday"), words.index("Sunday") + 6, "Sunday")
    time = replace(rise.time, mention=day) if rise.time else None
    rise = replace(rise, trigger=Mention(at, at + 4, "raid"), time=time).with_id()
    raid = placed(tell(words=FIRST, place="Kafr Sara", day="2016-07-02"), len(words) + 1)
    then = Mention(raid.evidence.start, raid.evidence.start + 4, "then")
    raid = replace(raid, time=replace(raid.time, mention=then) if raid.time else None).with_id()
    (one,) = accounts_of([rise, raid], Constraints(), PACK)
    assert len(one.claims) == 2


def test_two_days_of_a_report_are_two_events(tell: Teller) -> None:
    first = tell(words=FIRST, killed=(12, 12), place="Kafr Sara", day="2016-07-02")
    second = tell(words="On Sunday 7 died there.", killed=(7, 7), place="Kafr Sara", day="2016-07-03")
    timed = [
        replace(c, time=replace(c.time, mention=Mention(at, at + 4, "then")))
        for at, c in ((0, first), (70, second))
        if c.time
    ]
    assert count(*timed) == 2


def test_a_count_that_is_put_right_goes_on_with_that_of_its_place(tell: Teller) -> None:
    mill = tell(words=FIRST, killed=(12, 12), place="Kafr Sara")
    dam = tell("shelling", "Guns shelled the dam of Wadi Barada, 5 died.", killed=(5, 5), place="Wadi Barada")
    right = tell("casualties", "The death toll in Wadi Barada is now 8.", killed=(8, 8), place="Wadi Barada")
    assert count(mill, dam, right) == 2


def test_an_answer_is_not_the_blow_that_its_sentence_tells(tell: Teller) -> None:
    words = "Norland retaliates after 6 troops were killed in Kafr Sara."
    blow = tell(event="casualties", words=words, killed=(6, 6), place="Kafr Sara")
    blow = replace(blow, trigger=Mention(words.find("killed"), words.find("killed") + 6, "killed")).with_id()
    answer = tell(event="attack", words=words, place="Kafr Sara")
    answer = replace(answer, trigger=Mention(8, 18, "retaliates")).with_id()
    assert len(accounts_of([blow, answer], Constraints(), PACK)) == 2
