"""Packs load, merge, and refuse what does not fit, naming file, entry and remedy."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from contested.model.errors import PackError
from contested.packs.load import load_packs, shipped_packs

SMALL = """
[[side]]
id = "north"
name = "the northern alliance"

[[actor]]
id = "river-brigade"
kind = "rebel_group"
name = "River Brigade"
aliases = ["Liwa al-Nahr"]
alignments = [{ side = "north", start = 2013-02-01, end = 2014-05-31 }]
"""


def write(folder: Path, text: str, name: str = "small.toml") -> Path:
    """A pack file with the given text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_packs_load_and_merge() -> None:
    pack = load_packs(shipped_packs()[::-1])
    assert {"syria", "world"} <= set(shipped_packs())
    assert len(pack.actors) >= 120
    assert pack.home == "syr"
    assert load_packs(shipped_packs()[::-1]) is pack


def test_pack_is_picklable() -> None:
    pack = load_packs(("world", "syria"))
    again = pickle.loads(pickle.dumps(pack))
    assert again.actors == pack.actors
    assert again.find_alias("Daesh") == pack.find_alias("Daesh")


@pytest.mark.parametrize(
    ("spelling", "actor"),
    [
        ("Jabhat an-Nusra", "hts"),
        ("al Nusra front", "hts"),
        ("Da'esh", "isis"),
        ("ISIL", "isis"),
        ("Hizbullah", "hezbollah"),
        ("Turkish Armed Forces", "tur-military"),
        ("the Kremlin", "rus-government"),
        ("Rapid Support Forces", "rapid-support-forces"),
        ("JNIM", "jnim"),
        ("FAMa", "mli-military"),
        ("Recep Tayyip Erdoğan", "tur-government"),
        ("White Helmets", "white-helmets"),
        ("Peoples Protection Units", "ypg"),
    ],
)
def test_spellings_of_all_sides_meet(spelling: str, actor: str) -> None:
    found = load_packs(("world", "syria")).find_actor(spelling)
    assert found is not None
    assert found.id == actor


def test_foreign_armies_are_external_only_inside_a_war() -> None:
    assert load_packs(("world", "syria")).kind_of("tur-military") == "external_forces"
    assert load_packs(("world", "syria")).kind_of("syr-military") == "state_forces"
    assert load_packs(("world",)).kind_of("tur-military") == "state_forces"


def test_alignments_are_dated() -> None:
    pack = load_packs(("world", "syria"))
    assert pack.actors["rus-military"].sides_on("2014-01-01") == frozenset()
    assert pack.actors["rus-military"].sides_on("2016-01-01") == {"damascus"}
    names = {n.name: n for n in pack.actors["hts"].names}
    assert names["Jabhat al-Nusra"].end == "2016-07-28"


@pytest.mark.parametrize("asked", ["SANA", "sana.sy", "https://www.sana.sy/en/?p=1", "Syrian Arab News Agency"])
def test_outlets_are_found_by_name_alias_domain_and_address(asked: str) -> None:
    outlet = load_packs(("world", "syria")).find_outlet(asked)
    assert outlet is not None
    assert (outlet.name, outlet.kind, outlet.side) == ("SANA", "state", "damascus")


def test_unknown_outlet_is_none() -> None:
    assert load_packs(("world",)).find_outlet("gazette.example") is None


def test_loaded_words_of_both_tilts_stand_for_one_code() -> None:
    words = load_packs(("world", "syria")).loaded_words
    assert words["liberated"].event == words["occupied"].event == "territory_gained"
    assert words["liberated"].tilt != words["occupied"].tilt
    assert words["liberated"].neutral == words["occupied"].neutral


def test_every_shipped_entry_is_sourced() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / "contested" / "packs"
    for path in folder.glob("*/*.toml"):
        assert "# source:" in path.read_text(encoding="utf-8"), path


def test_a_file_and_a_folder_are_packs(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL)
    assert load_packs([path]).actors.keys() == load_packs([tmp_path]).actors.keys() == {"river-brigade"}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL)
    assert load_packs([path]).find_actor("Hill Brigade") is None
    write(tmp_path, SMALL.replace("River Brigade", "Hill Brigade"))
    assert load_packs([path]).find_actor("Hill Brigade") is not None


def test_extend_adds_to_another_file(tmp_path: Path) -> None:
    more = '[[extend]]\nid = "river-brigade"\naliases = ["Brigade of the River"]\n'
    pack = load_packs([write(tmp_path, SMALL), write(tmp_path, more, "more.toml")])
    assert pack.find_actor("brigade of the river") is pack.actors["river-brigade"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('kind = "rebel_group"', 'kind = "gang"'), "kind"),
        (('kind = "rebel_group"', 'kynd = "rebel_group"'), "kynd"),
        (('side = "north"', 'side = "south"'), "south"),
        (("2014-05-31", "2012-05-31"), "before it joins"),
        (("end = 2014-05-31 }", "end = 2014-05-31 }, { side = 'north', start = 2014-01-01 }"), "overlapping"),
        (('name = "River Brigade"', 'name = "River Brigade"\npart_of = "lake-army"'), "lake-army"),
        (('name = "River Brigade"', 'name = "River Brigade"\npart_of = "river-brigade"'), "part of itself"),
        (("[[side]]", "[[sides]]"), "sides"),
        (('aliases = ["Liwa al-Nahr"]', 'aliases = "Liwa al-Nahr"'), "aliases"),
        (("start = 2013-02-01", 'start = "spring"'), "spring"),
    ],
)
def test_wrong_entries_name_file_and_remedy(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    path = write(tmp_path, SMALL.replace(*change))
    with pytest.raises(PackError, match=problem) as caught:
        load_packs([path])
    assert caught.value.subject.endswith("small.toml")
    assert caught.value.remedy


def test_an_id_and_an_alias_belong_to_one_actor(tmp_path: Path) -> None:
    twin = '[[actor]]\nid = "{}"\nkind = "militia"\nname = "{}"\n'
    path = write(tmp_path, SMALL)
    with pytest.raises(PackError, match="repeats the id"):
        load_packs([path, write(tmp_path, twin.format("river-brigade", "Lake Army"), "twin.toml")])
    with pytest.raises(PackError, match="claimed by"):
        load_packs([path, write(tmp_path, twin.format("lake-army", "liwa al nahr"), "twin.toml")])


def test_no_such_pack_names_the_shipped_ones() -> None:
    with pytest.raises(PackError, match="syria"):
        load_packs(["atlantis"])


@pytest.mark.parametrize(
    ("outlet", "day", "sides"),
    [
        ("SANA", "2016-05-01", {"damascus"}),
        ("sana.sy", "2025-05-01", {"transitional"}),
        ("Al-Manar", "2016-05-01", {"damascus"}),
        ("Al-Alam", "2016-05-01", {"damascus"}),
        ("NNA (Lebanon)", "2016-05-01", set()),
        ("TASS", "2016-05-01", {"damascus"}),
        ("Anadolu Agency", "2018-05-01", {"ankara"}),
        ("Halab Today", "2016-05-01", {"opposition"}),
        ("Halab Today", "2025-05-01", set()),
        ("Reuters", "2016-05-01", set()),
        ("Nobody's Gazette", "2016-05-01", set()),
    ],
)
def test_outlets_speak_for_sides_by_period(outlet: str, day: str, sides: set[str]) -> None:
    assert load_packs(("world", "syria")).outlet_sides(outlet, day) == sides


def test_every_outlet_of_the_region_says_where_its_facts_are_from() -> None:
    import tomllib

    folder = Path(__file__).resolve().parents[2] / "src" / "contested" / "packs"
    told = [tomllib.loads((folder / name).read_text(encoding="utf-8"))
            for name in ("world/outlets_regional.toml", "syria/outlets.toml")]  # fmt: skip
    entries = [entry for tables in told for rows in tables.values() for entry in rows]
    assert len(entries) >= 40
    assert all(entry.get("source") for entry in entries), [e["name"] for e in entries if not e.get("source")]
    words = load_packs(shipped_packs()).loaded_words
    assert not [e["name"] for e in entries if any(w in words for w in str(e.get("owner", "")).casefold().split())]


def test_a_name_means_all_that_bear_it() -> None:
    pack = load_packs(("world", "syria"))
    assert pack.ids_meant_by("the Nusra Front") == ("hts",)
    assert pack.ids_meant_by("Türkiye") == ("tur-government", "tur-military")
    assert pack.ids_meant_by("RSF") == ("rapid-support-forces", "rsf")
    assert pack.ids_meant_by("Atlantis") == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ('form = "RB"\nactor = "lake-army"', "is short for 'lake-army', which no pack defines"),
        ('form = "River"\nactor = "river-brigade"', "is no word in capitals"),
        ('form = "RB"\nactor = "river-brigade"\nwhere = ["Norland"]', "has where"),
        ('form = "RB"', "has no 'actor'"),
    ],
)
def test_wrong_short_forms_are_refused(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem) as caught:
        load_packs([write(tmp_path, SMALL + "[[short]]\n" + row)])
    assert caught.value.remedy and "small.toml" in str(caught.value)


OUTLET = """
[[side]]
id = "north"
name = "the northern alliance"
[[outlet]]
name = "Vale Post"
kind = "private"
alignments = [{ side = "north", end = 2014-05-31 }]
"""


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ('[[extend_outlet]]\nname = "Vale Post"\nalignments = [{ side = "north", start = 2014-01-01 }]', "overlapping"),
        ('[[extend_outlet]]\nname = "Vale Post"\nalignments = [{ side = "south" }]', "south"),
        ('[[extend_outlet]]\nname = "Vale Post"\nactor = "lake-army"', "lake-army"),
        ('[[extend_outlet]]\nname = "Hill Post"\nside = "north"', "extends an outlet that no pack defines"),
        ('[[extend]]\nid = "lake-army"', "extends an actor that no pack defines"),
    ],
)
def test_outlets_with_unknown_ids_or_overlapping_periods_are_refused(tmp_path: Path, more: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem) as caught:
        load_packs([write(tmp_path, OUTLET), write(tmp_path, more, "more.toml")])
    assert caught.value.remedy
