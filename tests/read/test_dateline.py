from __future__ import annotations

import pytest

from contested.model.mention import Mention
from contested.model.report import Dateline
from contested.read.dateline import find_dateline, titled

NEWS = "Shells fell on the market of the old town, residents said."


@pytest.mark.parametrize(
    ("head", "day", "place", "agency"),
    [
        ("August 22 2013 ", "2013-08-22", None, None),
        (
            "GOMA, Democratic Republic of Congo, Feb. 3, 2026 (AP) — ",
            "2026-02-03",
            "GOMA, Democratic Republic of Congo",
            "AP",
        ),
        ("Sunday 25 August 2013 ", "2013-08-25", None, None),
        ("05-05-2016 ", "2016-05-05", None, None),
        ("07.07.2015", "2015-07-07", None, None),
        ("Published June 11 2016 ", "2016-06-11", None, None),
        ("Date of publication 10 July 2016 ", "2016-07-10", None, None),
        ("Posted on August 12, 2016 by ", "2016-08-12", None, None),
        ("Last updated at Feb 092015 ", "2015-02-09", None, None),
        ("7 December 2014\n\n", "2014-12-07", None, None),
        ("Sat 24 Aug 2013 at 2354 ", "2013-08-24", None, None),
        ("Saturday 23 April 2016 18:20 ", "2016-04-23", None, None),
        ("BEIRUT, Feb 1 (Reuters) - ", "XXXX-02-01", "BEIRUT", "Reuters"),
        ("BEIRUT (Reuters) - ", None, "BEIRUT", "Reuters"),
        ("JERUSALEM (AP)_ ", None, "JERUSALEM", "AP"),
        ("JERUSALEM (AP) _ ", None, "JERUSALEM", "AP"),
        ("Beirut, 1 February 2020 (AFP) — ", "2020-02-01", "Beirut", "AFP"),
        ("Damascus, SANA – ", None, "Damascus", "SANA"),
        ("TEHRAN, 3 Feb. – ", "XXXX-02-03", "TEHRAN", None),
        ("AMMAN — ", None, "AMMAN", None),
        ("Port-au-Prince, 12 March 2024 – ", "2024-03-12", "Port-au-Prince", None),
        ("KYIV, Ukraine — ", None, "KYIV, Ukraine", None),
        ("Addis Ababa – 12 March 2024: ", "2024-03-12", "Addis Ababa", None),
        ("(Nairobi) – ", None, "Nairobi", None),
        ("MOSCOW, February 3. /TASS/. ", "XXXX-02-03", "MOSCOW", "TASS"),
        ("BEIRUT ", None, "BEIRUT", None),
        ("Last updated at Feb 09,2015 BEIRUT ", "2015-02-09", "BEIRUT", None),
        ("AFP Thursday 30 Jul 2015 ", "2015-07-30", None, "AFP"),
        ("SITUATION REPORT – ORMEK PROVINCE\nDate: 12 June 2024   Time: 0900\n\n", "2024-06-12", None, None),
        ("Flash update no. 4: Ormek\nAs of 28 January 2025\n\n", "2025-01-28", None, None),
    ],
)
def test_a_head_that_dates_the_report(head: str, day: str | None, place: str | None, agency: str | None) -> None:
    text = head + NEWS
    found = find_dateline(text, 0, None)
    assert found is not None
    assert (found.day, found.place, found.agency) == (day, place, agency)
    assert text[found.mention.start : found.mention.end] == found.mention.quote


@pytest.mark.parametrize(
    "text",
    [
        "On February 1, 2020, the army entered the town.",
        "February 1, 2020, was the day on which the siege began.",
        "August 21 2013 saw the worst of it.",
        "In March 2011 the protests began.",
        "Turkey - which has twelve posts - said nothing.",
        "Hayat Tahrir al-Sham (HTS) - the strongest group - said nothing.",
        "ISIS Claims Attack On Convoy.",
        "NATO Secretary General Speaks On Idlib.",
        "13 people were killed.",
        "As of 28 January 2025, 300 people had fled.",
        "BREAKING – shells fell on the market.",
        "2 February attack leaves four dead.",
        "1. Ghouta: On August 21 2013 rockets fell on the town.",
        "May the dead rest in peace.",
    ],
)
def test_a_day_or_name_that_tells_the_news_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, None) is None


def test_a_headline_that_the_body_repeats_stands_before_the_dateline() -> None:
    title = "Bomb kills four in Daraa"
    found = find_dateline(f"{title}\n\n{title} AFP Friday 30 Jul 2015 {NEWS}", len(title) + 2, title)
    assert found is not None
    assert (found.day, found.agency) == ("2015-07-30", "AFP")


def test_a_stamp_after_a_standfirst_is_found() -> None:
    text = "Two shells hit a school in the suburb, police say Reuters Wednesday 7 Aug 2013 Two shells hit a school."
    assert dateline(text).day == "2013-08-07"


@pytest.mark.parametrize(
    "before",
    [
        "By Jane Doe\n\n",
        "By Jane Doe and John Roe\nValley Times\n",
        "Residents count the dead after a night of fire\n\n",
    ],
)
def test_short_lines_may_stand_before_a_dateline(before: str) -> None:
    found = dateline(f"{before}BEIRUT (Reuters) - {NEWS}\n\nMore.")
    assert (found.place, found.agency) == ("BEIRUT", "Reuters")


def test_the_days_of_a_chronology_date_no_report() -> None:
    assert find_dateline(f"1 February 2020: {NEWS}\n\n2 February 2020: {NEWS}", 0, None) is None


def test_publication_fills_the_year_of_a_dateline() -> None:
    assert dateline("BEIRUT, Dec 31 (AP) - " + NEWS, "2020-01-01").day == "2019-12-31"


def dateline(text: str, published: str | None = None) -> Dateline:
    found = find_dateline(text, 0, None, published)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Regional Overview: Africa, 8 March 2024", "2024-03-08"),
        ("Campaign Assessment (March 9, 2024)", "2024-03-09"),
        ("Raids of 8 March 2024", None),
        ("Two killed, 9 wounded", None),
    ],
)
def test_a_title_may_end_with_the_reports_day(title: str, day: str | None) -> None:
    found = titled(f"{title}\n\n{NEWS}", Mention.of(title, 0, len(title)))
    assert (found.day if found else None) == day
