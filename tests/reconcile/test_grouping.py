"""From claims to groups: what joins, what stays apart, whatever the order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.flow.reconciling import Scored, all_accounts, group
from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.model.judgement import Judgement
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.source import Source
from contested.packs.load import load_packs
from contested.reconcile.constraints import Constraints, constraints_of

PACK = load_packs(("world", "syria"))
Teller = Callable[..., Claim]

SAME = {"day": "2016-07-02", "place": "Kafr Sara"}
MARKET = "Warplanes bombed the grain market in Kafr Sara on Saturday and killed 12 people."


def groups(claims: list[Claim], constraints: Constraints | None = None) -> set[frozenset[str]]:
    """The claims that go together."""
    constraints = constraints or Constraints()
    found = group(all_accounts(claims, constraints, PACK), Scored({}), constraints)
    return {frozenset(claim for account in accounts for claim in account.claims) for accounts in found}


def together(one: Claim, other: Claim, constraints: Constraints | None = None) -> bool:
    """Whether two claims are in one group."""
    return any({one.id, other.id} <= members for members in groups([one, other], constraints))


def test_two_outlets_on_one_strike_are_one_incident(tell: Teller) -> None:
    assert together(tell(killed=(12, None), **SAME), tell(report="r-two", words=MARKET, killed=(12, 12), **SAME))


def test_a_toll_that_grows_stays_one_incident(tell: Teller) -> None:
    late = tell(report="r-two", words=MARKET.replace("12", "31"), killed=(31, 31), published="2016-07-05", **SAME)
    assert together(tell(killed=(12, None), **SAME), late)


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2016-07-09", "place": "Kafr Sara"},
        {"day": "2016-07-02", "place": "Wadi Barada", "words": "Jets hit a bakery in Wadi Barada."},
        {"day": "2016-07-02", "place": "Kafr Sara", "event": "agreement", "words": "A truce for Kafr Sara was signed."},
    ],
    ids=["another week", "another town", "another kind of event"],
)
def test_what_stays_apart(tell: Teller, other: dict[str, str]) -> None:
    assert not together(tell(**SAME), tell(report="r-two", **other))


def test_a_sum_over_months_joins_no_incident(tell: Teller) -> None:
    words = "Some 900 people have died in Kafr Sara since January."
    months = {"day": "2016-01-01", "until": "2016-07-02"}
    total = tell("casualties", words, "r-two", place="Kafr Sara", killed=(900, 900), **months)
    assert not together(tell(killed=(12, None), **SAME), total)


def test_a_split_parts_and_a_merge_joins_against_every_score(tell: Teller) -> None:
    one, same = tell(**SAME), tell(report="r-two", words=MARKET, **SAME)
    far = tell(report="r-far", day="2015-01-01", place="Wadi Barada", words="A shell hit a bakery.", event="shelling")
    split = constraints_of([Judgement.make("split", (one.id, same.id), "a", "2020")])
    merge = constraints_of([Judgement.make("merge", (one.id, far.id), "a", "2020")])
    assert not together(one, same, split)
    assert together(one, far, merge)


def test_order_of_claims_changes_nothing(tell: Teller) -> None:
    claims = [
        tell(
            report=f"r-{n}",
            words=f"{MARKET} Report {n}.",
            place=place,
            day=f"2016-07-0{1 + n % 3}",
            killed=(10 + n, None),
        )
        for n, place in enumerate(["Kafr Sara", "Tell Amara", "Deir Maran"] * 6)
    ]
    expected = groups(claims)
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))
        assert groups(shuffled) == expected


def test_an_event_dated_by_its_month_meets_that_of_its_village(tell: Teller) -> None:
    month = {"day": "2016-07-01", "until": "2016-07-31"}
    late = tell(report="r-two", published="2016-09-20", words=MARKET, place="Kafr Sara", killed=(12, 12), **month)
    assert together(tell(killed=(12, None), **(SAME | {"day": "2016-07-22", "published": "2016-07-23"})), late)


def by(actor: str, claim: Claim) -> Claim:
    """The claim with a party of the pack as its doer."""
    party = Participant(actor, actor, "state_forces", claim.evidence)
    return replace(claim, initiators=(party,)).with_id()


def test_deeds_of_two_sides_in_a_city_are_two_events(tell: Teller) -> None:
    where = {"day": "2016-07-02"}
    city = PlaceRef("Aleppo", "city", 36.2, 37.16, 1, None, "SY", (), Mention(0, 6, "Aleppo"))
    raids = by("syr-military", tell(words="Raids on the east of Aleppo killed 15 people.", killed=(15, 15), **where))
    words = "Rockets on the west of Aleppo killed 9 people."
    rockets = by("fsa", tell("shelling", words, "r-two", killed=(9, 9), **where))
    pair = [replace(c, places=(city,)).with_id() for c in (raids, rockets)]
    assert not together(*pair)


def test_a_denial_meets_what_it_denies(tell: Teller) -> None:
    city = PlaceRef("Aleppo", "city", 36.2, 37.16, 1, None, "SY", (), Mention(0, 6, "Aleppo"))
    words = "Five rockets fell on the quarters of Aleppo and killed 2 civilians."
    fired = by("hts", tell("shelling", words, killed=(2, 2), day="2020-02-01", published="2020-02-01"))
    no = tell("shelling", "The group denied firing at homes.", "r-two", published="2020-02-01", factuality="denied")
    pair = [replace(c, places=(city,)).with_id() for c in (fired, by("hts", no))]
    assert together(*pair)
    assert not together(pair[0], replace(pair[1], factuality="asserted", initiators=()).with_id())


def test_losses_are_denied_by_those_who_suffered_them(tell: Teller) -> None:
    where = {"day": "2020-02-03", "published": "2020-02-03"}
    city = PlaceRef("Idlib", "city", 35.93, 36.63, 1, None, "SY", (), Mention(0, 5, "Idlib"))
    words = "Thirteen soldiers died of the fire on Idlib."
    died = tell("casualties", words, killed=(13, 13), to="syr-military", **where)
    answer = by("syr-military", tell("shelling", "Guns of Idlib killed a Turk.", killed=(1, 1), **where))
    answer = replace(answer, targets=(Participant("Turks", "tur-military", "external_forces", Mention(0, 4, "Guns")),))
    words = "The army denied any losses by fire."
    no = by("tur-military", tell("casualties", words, "r-two", factuality="denied", **where))
    no = replace(no, attribution=(Source("army", "party", actor="syr-military", mention=Mention(4, 8, "army")),))
    died, answer, no = (replace(c, places=(city,)).with_id() for c in (died, answer, no))
    assert together(died, no)
    assert not together(answer, no)


def test_what_one_report_tells_apart_no_other_report_joins(tell: Teller) -> None:
    one = tell(words="The raid on Kafr Sara on Saturday killed 12 people.", killed=(12, 12), **SAME)
    two = tell(words="Meanwhile, on Sunday a raid killed 7 there.", killed=(7, 7), day="2016-07-03", place="Kafr Sara")
    moved = [
        replace(
            c,
            evidence=Mention(at, at + len(c.evidence.quote), c.evidence.quote),
            trigger=Mention(at + 10, at + 14, "raid"),
            time=replace(c.time, mention=Mention(at + 1, at + 3, "day")) if c.time else None,
        ).with_id()
        for c, at in ((one, 0), (two, 400))
    ]
    words = "Warplanes bombed Kafr Sara at the weekend."
    bridge = tell(report="r-two", words=words, day="2016-07-02", until="2016-07-03", place="Kafr Sara")
    assert not any({c.id for c in moved} <= members for members in groups([*moved, bridge]))


def test_what_is_mentioned_in_passing_joins_only_by_its_words(tell: Teller) -> None:
    raid = tell(words="Warplanes bombed the east of Tell Amara on Saturday.", day="2016-07-02", place="Tell Amara")
    passing = tell(report="r-two", words="Raids have gone on over Tell Amara.", place="Tell Amara")
    late = Mention(2000, 2000 + len(passing.evidence.quote), passing.evidence.quote)
    far = replace(passing, evidence=late, trigger=Mention(2000, 2005, "Raids")).with_id()
    scores = [
        Scored({})(*sorted(all_accounts([raid, other], Constraints(), PACK), key=lambda a: a.id))
        for other in (passing, far)
    ]
    assert scores[0] > scores[1]


def test_set_words_do_not_join_two_quarters(tell: Teller) -> None:
    words = "Terrorist groups fired rocket shells on {} on Saturday, causing material damage to houses."
    day = {"day": "2016-07-02"}
    one = tell("shelling", words.format("Tell Amara"), place="Tell Amara", **day)
    other = tell("shelling", words.format("Bait Salma"), "r-two", place="Bait Salma", **day)
    assert not together(one, other)
