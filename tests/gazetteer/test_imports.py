"""Files that come in, and files that must not touch the gazetteer."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from contested.gazetteer.entries import Origin
from contested.gazetteer.imports import import_file
from contested.gazetteer.lookup import Gazetteer
from contested.gazetteer.tables import Columns
from contested.model.errors import GazetteerError

WOF_HEADER = (
    "wof_id,name,placetype,lat,lon,country,parent_id,region_id,county_id,population,is_current,deprecated,superseded,"
    "geonames_id,wikidata_id,src,altnames,region,county"
)


def dump_line(number: int, name: str, code: str = "PPL", klass: str = "P", lat: str = "36.1", lon: str = "37.1") -> str:
    """A line of a GeoNames dump."""
    columns = [
        str(number),
        name,
        name,
        f"{name}a,{name}ah",
        lat,
        lon,
        klass,
        code,
        "SY",
        "",
        "09",
        "",
        "",
        "",
        "120",
        "",
        "",
        "",
        "",
    ]
    return "\t".join(columns) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump of three places, with the region's own line."""
    path = tmp_path / "SY.txt"
    lines = [
        dump_line(1, "Aleppo Governorate", "ADM1", "A"),
        dump_line(2, "Qarzabil"),
        dump_line(3, "Mislim Dam", "DAM", "S"),
    ]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_a_dump_brings_kinds_regions_and_other_names(dump: Path, stored: Path) -> None:
    done = import_file(dump, stored)
    assert done.entries == 3
    gazetteer = Gazetteer(stored)
    place = gazetteer.lookup("Qarzabilah")[0]
    assert (place.id, place.admin, place.kind) == ("geonames:2", ("Aleppo Governorate",), "village")
    assert gazetteer.lookup("Mislim Dam")[0].kind == "dam"
    assert place.source == "GeoNames (CC BY 4.0)"
    assert gazetteer.lookup("Saraqib")[0].id == "t:1"


def test_a_zipped_dump_is_unpacked(dump: Path, stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.write(dump, "SY.txt")
    assert import_file(path, stored).entries == 3


def test_an_entry_comes_in_once_however_often(dump: Path, stored: Path) -> None:
    import_file(dump, stored)
    import_file(dump, stored)
    assert len([p for p in Gazetteer(stored).lookup("Qarzabil") if p.id == "geonames:2"]) == 1


def test_a_wof_table_comes_in_without_what_is_past(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "wof.csv"
    rows = [
        "11,Umm Karaz,locality,36.2,37.9,SY,1,1,1,800,1,,False,,Q1,x,ara:أم كراز|eng:Oum Karaz|eng:OKZ,Aleppo,Manbij",
        "12,Old Karaz,locality,36.2,37.9,SY,1,1,1,800,1,2019-01-01,False,,Q1,x,,Aleppo,Manbij",
    ]
    path.write_text("\n".join([WOF_HEADER, *rows, ""]), encoding="utf-8")
    assert import_file(path, stored).entries == 1
    assert Gazetteer(stored).lookup("أم كراز")[0].admin == ("Aleppo", "Manbij")


def test_any_csv_with_its_columns_named(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "villages.csv"
    path.write_text("village;y\n".replace(";", ",") + "", encoding="utf-8")
    path.write_text("village,y,x,iso,other\nBeit Zaytun,36.5,37.5,sy,Bayt Zaytoon/Bet Zeytun\n", encoding="utf-8")
    columns = Columns(name="village", lat="y", lon="x", country="iso", names="other", separator="/")
    done = import_file(path, stored, columns=columns, origin=Origin("Field survey", "by permission"))
    assert str(done.origin) == "Field survey (by permission)"
    assert Gazetteer(stored).lookup("Bet Zeytun")[0].country == "SY"


def test_geojson_points_and_shapes(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "sites.geojson"
    ring = [[37.0, 36.0], [37.2, 36.0], [37.2, 36.2], [37.0, 36.2]]
    features = [
        {
            "type": "Feature",
            "properties": {"name": "Zarzour Post"},
            "geometry": {"type": "Point", "coordinates": [37.1, 36.1]},
        },
        {
            "type": "Feature",
            "properties": {"name": "Zarzour Camp"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        },
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    import_file(path, stored)
    camp = Gazetteer(stored).lookup("Zarzour Camp")[0]
    assert (camp.lat, camp.lon) == pytest.approx((36.1, 37.1))
    assert "licence unknown" in camp.source


BAD = {
    "cut.txt": (dump_line(1, "Whole") + "2\tHalf\tHalf", "cut off"),
    "far.txt": (dump_line(1, "Far", lat="136.0"), "nowhere on earth"),
    "cut.zip": ("PK\x03\x04 and then nothing", "cannot be read"),
    "bare.csv": ("place,population\nSomewhere,12\n", "no column"),
    "empty.csv": ("name,lat,lon\nSomewhere,,\n", "no coordinates"),
    "short.csv": ("name,lat,lon\nSomewhere,36.0\n", "columns of the header"),
    "swapped.csv": ("name,lat,lon\nSomewhere,137.0,36.0\n", "swapped"),
    "cut.geojson": ('{"type": "FeatureCollection", "features": [{"prop', "no GeoJSON"),
    "flat.geojson": ('{"features": [{"properties": {"name": "X"}, "geometry": null}]}', "no coordinates"),
    "none.csv": ("name,lat,lon\n", "no places"),
    "odd.xyz": ("?", "no known format"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_the_gazetteer_stays(name: str, stored: Path, tmp_path: Path) -> None:
    before = stored.read_bytes()
    path = tmp_path / name
    path.write_text(BAD[name][0], encoding="utf-8")
    with pytest.raises(GazetteerError, match=BAD[name][1]) as caught:
        import_file(path, stored)
    assert name in str(caught.value)
    assert stored.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".draft") == []


def test_a_missing_file_is_refused(stored: Path, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file"):
        import_file(tmp_path / "gone.csv", stored)


def test_a_gazetteer_of_another_version_is_not_added_to(dump: Path, stored: Path) -> None:
    with sqlite3.connect(stored) as db:
        db.execute("PRAGMA user_version = 999")
    before = stored.read_bytes()
    with pytest.raises(GazetteerError, match="version 999"):
        import_file(dump, stored)
    assert stored.read_bytes() == before


def test_a_broken_gazetteer_is_not_added_to(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"no database at all " * 99)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite"):
        import_file(dump, path)
    assert path.read_bytes().startswith(b"no database")


def test_a_population_that_is_no_number_is_unknown(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / "wof.csv"
    row = "21,Ard Zumayl,locality,36.2,37.9,SY,1,1,1,some,1,,False,,Q1,x,,Aleppo,Manbij"
    path.write_text(f"{WOF_HEADER}\n{row}\n", encoding="utf-8")
    import_file(path, stored)
    assert Gazetteer(stored).lookup("Ard Zumayl")[0].population == 0
