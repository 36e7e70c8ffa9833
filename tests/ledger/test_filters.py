"""The filter gives the same answer in SQL and in Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.ledger.filters import ClaimFilter
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer

Make = dict[str, Any]
TEXT = "Shells from the Northern Brigade fell on Darat ‘Izza and Idlib, Example Party said."
DAYS = [None, "2020-01-31", "2020-02-03", "2020-12-30", "XXXX-02-01", "XXXX-12-31", "XXXX-01-02"]


def claims(make: Make) -> tuple[Any, list[Any]]:
    """A report and claims that differ in day, event, place, confidence."""
    report = make["report"](TEXT, publisher="Example Wire")
    made = []
    for i, day in enumerate(DAYS):
        made.append(
            make["claim"](
                report,
                "fell",
                ("shelling", "attack")[i % 2],
                time=make["day"](day) if day else None,
                places=(
                    make["place"](report, "Darat ‘Izza", "geonames:1") if i % 3 else make["place"](report, "Idlib"),
                ),
                initiators=(make["actor"](report, "Northern Brigade", "xx-north"),) if i % 2 else (),
                confidence=i / 10,
            )
        )
    return report, made


days = st.sampled_from([None, "2020-01-01", "2020-02-01", "2020-02-29", "2020-12-30", "2021-01-01", "2021-01-03"])
filters = st.builds(
    ClaimFilter,
    place=st.sampled_from([None, "idlib", "Darat Izza", "geonames:1", "nowhere", "Idleb", "Daret Izzeh"]),
    meant=st.sampled_from(
        [{}, {"place": ("geonames:1",), "actor": ("xx-north",)}, {"place": ("geonames:11", "Idlib")}]
    ),
    since=days,
    until=days,
    actor=st.sampled_from([None, "northern", "xx-north", "north"]),
    events=st.sampled_from([(), ("shelling",), ("attack", "ied")]),
    source=st.sampled_from([None, "example wire", "nobody"]),
    report=st.sampled_from([None, "one", "two"]),
    min_confidence=st.sampled_from([0.0, 0.35]),
).filter(lambda f: not (f.since and f.until) or f.since <= f.until)


@pytest.fixture
def path(tmp_path: Path, make: Make) -> Path:
    """A ledger with all of them."""
    report, made = claims(make)
    with open_writer(tmp_path / "l.db", "v1", "0") as writer:
        writer.append([Reading(writer.arrive(report), made)])
    return tmp_path / "l.db"


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=filters)
def test_sql_and_python_agree(path: Path, make: Make, wanted: ClaimFilter) -> None:
    _, made = claims(make)
    with open_ledger(path) as ledger:
        found = {claim.id for claim in ledger.claims(wanted)}
    assert found == {claim.id for claim in made if wanted.accepts(claim)}


def test_an_open_year_may_lie_in_any(path: Path) -> None:
    with open_ledger(path) as ledger:
        found = [c.time.start for c in ledger.claims(ClaimFilter(since="2014-12-20", until="2015-01-05")) if c.time]
    assert found == ["XXXX-01-02", "XXXX-12-31"]


@pytest.mark.parametrize("spelt", ["Idlib", "Idleb", "IDLIB", "idlīb"])
def test_a_place_is_found_in_any_romanisation(path: Path, spelt: str) -> None:
    with open_ledger(path) as ledger:
        assert len(list(ledger.claims(ClaimFilter(place=spelt)))) == 3


def test_a_place_is_found_by_another_name_through_what_it_means(path: Path) -> None:
    with open_ledger(path) as ledger:
        meant = list(ledger.claims(ClaimFilter(place="Bayt Asal", meant={"place": ("geonames:1",)})))
        assert {place.name for claim in meant for place in claim.places} == {"Darat ‘Izza"}
        assert list(ledger.claims(ClaimFilter(place="Bayt Asal", meant={"place": ("geonames",)}))) == []
        assert ledger.claims_at(ClaimFilter(place="Idleb")) == {c.id for c in ledger.claims(ClaimFilter(place="Idlib"))}
        assert ledger.claims_at(ClaimFilter()) is None


def test_words_not_letters_are_matched(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert list(ledger.claims(ClaimFilter(actor="northern brig"))) == []
        assert len(list(ledger.claims(ClaimFilter(actor="NORTHERN brigade", limit=2)))) == 2
