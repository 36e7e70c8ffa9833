"""Look-ups: the order of folding, kinds, typos, and what may go wrong with the file."""

from __future__ import annotations

import pickle
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contested.gazetteer.build import build_file
from contested.gazetteer.entries import Batch, Entry, Origin
from contested.gazetteer.lookup import Gazetteer, open_gazetteer
from contested.model.errors import GazetteerError

ORIGIN = Origin("Survey of the tests", "CC0 1.0")


@pytest.mark.parametrize(
    ("name", "ref", "level"),
    [
        ("Saraqib", "t:1", "exact"),
        ("Saraqeeb", "t:1", "strict"),
        ("سراقب", "t:1", "exact"),
        ("Halab", "t:4", "exact"),
        ("Sarqab", "t:1", "loose"),
        ("Serakib", "t:1", "loose"),
        ("Saraqid", "t:1", "typo"),
    ],
)
def test_each_step_of_folding_is_told(small: Gazetteer, name: str, ref: str, level: str) -> None:
    first = small.matches(name, "typo")[0]
    assert (first.place.id, first.level) == (ref, level)


def test_a_step_that_is_not_asked_for_is_not_taken(small: Gazetteer) -> None:
    assert small.matches("Serakib", "strict") == ()
    assert small.matches("Saraqid", "loose") == ()


@pytest.mark.parametrize(
    ("name", "kind"), [("Idlib province", "province"), ("Governorate of Idlib", "province"), ("Idlib city", "city")]
)
def test_a_word_of_kind_chooses_the_entry(small: Gazetteer, name: str, kind: str) -> None:
    assert small.lookup(name)[0].kind == kind


def test_an_unknown_name_has_no_place(small: Gazetteer) -> None:
    assert small.lookup("Qwertyville") == []
    assert small.lookup("") == []


def test_every_place_says_where_it_came_from(small: Gazetteer) -> None:
    assert small.lookup("Saraqib")[0].source == "Survey of the tests (CC0 1.0)"
    assert small.origins()[0][:3] == ("Survey of the tests", "CC0 1.0", "https://example.org/")


def test_a_gazetteer_survives_pickling_and_threads(small: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(small))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: again.lookup("Aleppo")[0].id, range(40)))
    assert set(found) == {"t:4"}


def test_opening_reads_nothing(tmp_path: Path) -> None:
    open_gazetteer(tmp_path / "nowhere.sqlite")


@pytest.mark.parametrize("content", [b"this is no database, only some words that go on for a while" * 20, b""])
def test_a_broken_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite"):
        Gazetteer(path).lookup("Idlib")


def test_another_version_is_refused(stored: Path) -> None:
    with sqlite3.connect(stored) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(GazetteerError, match="version 999"):
        Gazetteer(stored).lookup("Idlib")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such gazetteer"):
        Gazetteer(tmp_path / "none.sqlite").lookup("Idlib")


@pytest.fixture(scope="module")
def villages(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Villages that only their letters tell apart, and one that two sources know."""
    path = tmp_path_factory.mktemp("gazetteer") / "villages.sqlite"
    rows = [
        ("v:1", "Sarah", (35.0, 37.0), ("Sārah",)),
        ("v:2", "Sarah", (36.0, 38.0), ("Şārah",)),
        ("v:3", "Tall Harib", (35.5, 37.5), ()),
        ("v:4", "Tall Gharib", (36.5, 37.0), ("Tall Gharīb",)),
        ("v:5", "Qastal", (36.3, 36.9), ("Qasţal", "Qastal Jindu", "Qasţal Jindū")),
        ("v:6", "Qastal", (35.1, 37.3), ()),
        ("v:7", "Umm Darwish", (35.70, 37.20), ()),
        ("v:8", "Oumm Daroüich", (35.71, 37.21), ()),
        ("v:9", "Umm Darwishah", (34.0, 38.0), ()),
    ]
    entries = [Entry(ref, name, *at, "village", "SY", names=names) for ref, name, at, names in rows]
    build_file(path, [Batch(ORIGIN, entries)])
    return Gazetteer(path)


@pytest.mark.parametrize(
    ("name", "ref"),
    [("سارة", "v:1"), ("صارة", "v:2"), ("Tell Rharîb", "v:4"), ("Qastal", "v:6"), ("محافظة صارة", "v:2")],
)
def test_letters_tell_namesakes_apart(villages: Gazetteer, name: str, ref: str) -> None:
    assert villages.lookup(name)[0].id == ref


def test_one_village_from_two_sources_is_one_answer(villages: Gazetteer) -> None:
    found = [place.id for place in villages.lookup("Umm Darwish")]
    assert found[0] == "v:7"
    assert "v:8" not in found
    assert "v:9" in found


@pytest.mark.parametrize("kind", ["country", "province"])
def test_two_sources_of_one_country_are_one(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "two.sqlite"
    entries = [Entry(f"w:{i}", "Zarnubia", 35.0, 37.0 + i, kind, "SY", population=i) for i in (1, 2)]
    build_file(path, [Batch(ORIGIN, entries)])
    assert [place.id for place in Gazetteer(path).lookup("Zarnubia")] == ["w:2"]


def test_a_village_list_takes_nothing_from_the_town_it_also_knows(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    town = Entry("g:1", "Ḩarbūshah", 36.02, 37.04, "city", "SY", population=60_000)
    again = Entry("w:1", "al-Harbusheh", 36.08, 37.0, "settlement", "SY")
    build_file(path, [Batch(ORIGIN, [town, again])])
    matches = Gazetteer(path).matches("al-Harbusheh")
    assert [(m.place.id, m.level) for m in matches] == [("g:1", "exact")]


def test_two_origins_that_spell_a_place_alike_agree(tmp_path: Path) -> None:
    path = tmp_path / "two.sqlite"
    one = Entry("g:1", "Calder", 36.0, 37.0, "town", "SY", names=("Norwick",))
    two = Entry("w:1", "Calder", 36.01, 37.0, "town", "SY", names=("Norwick",))
    other = Entry("w:2", "Hollow", 35.0, 37.0, "town", "SY", names=("Norwick",))
    build_file(path, [Batch(ORIGIN, [one]), Batch(Origin("Another survey", "CC0 1.0"), [two, other])])
    found = {m.place.id[-1:] + m.place.id[:1]: m.agreed for m in Gazetteer(path).matches("Norwick")}
    assert sorted(found.values()) == [False, True]
    assert found["2w"] is False
