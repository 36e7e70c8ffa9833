"""One attribute at a time: symmetric, and in the right direction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from contested.model.claim import Claim
from contested.model.place import PlaceRef
from contested.reconcile.compare import actors, date, event, place, toll, words
from contested.reconcile.decide import decide
from contested.reconcile.profile import joined, profile_of
from contested.reconcile.wordings import place_weight

Teller = Callable[..., Claim]


def profile(tell: Teller, **fields: object) -> object:
    """The profile of one claim."""
    return profile_of(tell(**fields))


@pytest.mark.parametrize(
    ("compare", "near", "far"),
    [
        (date.compare, {"day": "2016-07-02"}, {"day": "2016-07-09"}),
        (place.compare, {"place": "Kafr Sara"}, {"place": "Wadi Barada"}),
        (event.compare, {"event": "air_strike"}, {"event": "agreement"}),
        (toll.compare, {"killed": (12, 12)}, {"killed": (140, 140)}),
        (words.compare, {}, {"words": "The envoys will meet again in Geneva next spring."}),
    ],
    ids=["date", "place", "event", "toll", "words"],
)
def test_likeness_scores_higher(tell: Teller, compare: object, near: dict[str, object], far: dict[str, object]) -> None:
    base = {"day": "2016-07-02", "place": "Kafr Sara", "killed": (12, 12)}
    one = profile(tell, **base)
    alike, unlike = profile(tell, **(base | near)), profile(tell, **(base | far))
    assert compare(one, alike).score > 0 > compare(one, unlike).score


def test_a_citys_name_may_be_that_of_its_province(tell: Teller) -> None:
    city = PlaceRef("Idlib", "city", 35.93, 36.63, 1, None, "SY", (), None)
    town = PlaceRef("Abu Dali", "town", 35.3, 36.9, 1, None, "SY", ("Idlib",), None)
    other = replace(town, admin=("Hama",))
    at = [profile_of(tell(places=(ref,))) for ref in (city, town, other)]
    assert place.compare(at[0], at[1]).score == place.compare(at[1], at[0]).score > place.compare(at[0], at[2]).score


def test_another_country_is_another_place(tell: Teller) -> None:
    country = PlaceRef("Sudan", "sd", 14.0, 32.6, 3, None, "SD", (), None)
    village = PlaceRef("Wad Amara", None, None, None, 1, None, None, (), None)
    camp = PlaceRef("Nahr camp", "camp", 31.4, 34.4, 1, None, "PS", ("Gaza Strip",), None)
    there, abroad = profile_of(tell(places=(country, village))), profile_of(tell(places=(camp,)))
    region = profile_of(tell(places=(replace(country, name="Gezira"),)))
    assert place.compare(there, abroad).score == place.compare(abroad, region).score < -3
    assert place.compare(there, region).score > -1


def test_an_unknown_says_little(tell: Teller) -> None:
    known, unknown = profile(tell, day="2016-07-02", place="Kafr Sara"), profile(tell)
    assert place.compare(known, unknown).score == 0  # type: ignore[arg-type]
    assert abs(date.compare(known, unknown).score) < 1  # type: ignore[arg-type]


def test_an_event_after_a_report_was_published_is_not_in_it(tell: Teller) -> None:
    later, report = profile(tell, day="2016-08-01", published="2016-08-02"), profile(tell, published="2016-07-03")
    assert date.compare(later, report).score < -10  # type: ignore[arg-type]


def test_joining_does_not_depend_on_order(tell: Teller) -> None:
    profiles = [profile_of(tell(words=f"Line {n} of one report.", day=f"2016-07-0{n + 1}")) for n in range(4)]
    assert all(joined(order) == joined(profiles) for order in permutations(profiles))


def test_decisions_do_not_depend_on_order(tell: Teller) -> None:
    one, other = profile(tell, day="2016-07-02"), profile(tell, place="Kafr Sara", killed=(3, None))
    assert decide(one, other).score == decide(other, one).score  # type: ignore[arg-type]


def test_a_long_period_dates_nothing(tell: Teller) -> None:
    claim: Claim = tell(day="2016-01-01", until="2016-06-30")
    assert profile_of(claim).days is None and profile_of(claim).long


def test_a_village_no_gazetteer_knows_lies_where_its_city_does(tell: Teller) -> None:
    def at(*names: str) -> object:
        refs = {"Homs": (34.73, 36.72), "Deir Maran": (35.91, 36.61), "Boleil": (None, None)}
        mention = tell().evidence
        spots = [PlaceRef(n, n if refs[n][0] else None, *refs[n], 1, None, "SY", (), mention) for n in names]
        return profile_of(tell(places=tuple(spots)))

    far, unknown = place.compare(at("Boleil", "Deir Maran"), at("Homs")), place.compare(at("Boleil"), at("Homs"))  # type: ignore[arg-type]
    assert far.score < -2 < unknown.score < 0


def test_spellings_of_a_city_tell_as_little_as_its_name(tell: Teller) -> None:
    assert place_weight("deir al zour") == place_weight("deir el zor") < place_weight("tell tuqan")
    assert place_weight("hassaka") == place_weight("hasakeh")


def test_words_for_a_rough_number_are_no_number(tell: Teller) -> None:
    told = tell("attack", "Scores were killed in the attack.", killed=(40, None), number="Scores")
    assert not profile_of(told).figures
    assert profile_of(tell("attack", "The attack killed 40 people.", killed=(40, 40))).figures


def test_fire_and_its_answer_are_two(tell: Teller) -> None:
    north, south = frozenset({"north"}), frozenset({"south"})
    fire = replace(profile_of(tell(event="shelling")), doers=north, hurt=south)
    answer = replace(profile_of(tell(event="air_strike")), doers=south)
    fight = replace(answer, events=frozenset({"armed_clash"}))
    assert actors.compare(fire, answer).score == actors.compare(answer, fire).score <= -1
    assert actors.compare(fire, fight).score > -1
