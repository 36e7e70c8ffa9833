"""Which event of a sentence a time belongs to: the one it names, the one of its own clause, never one told beside."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import all_told


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("Gunmen detained two nurses on 5 January and both were released on 10 January.", "release", "2020-01-10"),
        ("Protests erupted in the capital over Monday's killing of two journalists.", "protest", None),
        ("The militia shelled the town in retaliation for Sunday's ambush.", "shelling", None),
        ("The militia shelled the town in retaliation for Sunday's ambush.", "ambush", "2020-02-02"),
        ("Twelve people were killed in Monday's attack on the market.", "attack", "2020-02-03"),
        (
            "Raids followed: at Nanduli on 7 January, where a school was burned down, and at Mahipa on 12 January, "
            "where militants opened fire on a minibus.",
            "destruction",
            "2020-01-07",
        ),
        ("Troops repelled six assaults near a town, half of which has been held by rebels since May.", "attack", None),
        ("The town fell to the rebels last month after a day of street battles.", "armed_clash", None),
        ("The hostage was killed within a week of his capture by the militia, they said.", "casualties", None),
        ("The group claimed responsibility for the bombing in a statement on Sunday.", "bombing", None),
        ("A monitor said Saturday's air strikes were the heaviest for months.", "air_strike", "2020-02-01"),
        ("At least 40 people have been killed since Saturday's air strike.", "air_strike", "2020-02-01"),
        ("At least 40 people have been killed since Saturday's air strike.", "casualties", "2020-02-04"),
        ("Heavy fighting has been reported in the valley since Monday morning.", "armed_clash", "2020-02-04"),
        ("As of 08:00 on 4 February, 95 clashes had been recorded over the past day.", "armed_clash", "2020-02-04"),
        ("Gunmen attacked a team near the 11th century temple.", "attack", None),
    ],
)
def test_whose_day_it_is(annotator: Annotator, text: str, event: str, day: str | None) -> None:
    times = [claim.time for claim in all_told(annotator, text) if claim.event == event]
    assert [time.end if time else None for time in times[-1:]] == [day]
