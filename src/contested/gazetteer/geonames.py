"""GeoNames dumps: the tab-separated file of a country, plain or zipped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from contested.gazetteer.entries import Entry, Origin, checked, settlement_kind
from contested.model.errors import GazetteerError

ORIGIN = Origin("GeoNames", "CC BY 4.0", "https://www.geonames.org/")
COLUMNS = 19
CODES = {
    **dict.fromkeys(("PCLI", "PCLD", "PCLS", "PCLF", "PCLIX", "TERR"), "country"),
    **dict.fromkeys(("ADM1", "ADM1H"), "province"),
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADM2H"), "district"),
    **dict.fromkeys(("AIRP", "AIRF", "AIRH"), "airport"),
    **dict.fromkeys(("AIRB", "MILB", "INSM", "NVB", "FT"), "base"),
    **dict.fromkeys(("HSP", "HSPC", "CTRM"), "hospital"),
    **dict.fromkeys(("PSTB", "CSTM", "GATE", "PSTC"), "crossing"),
    **dict.fromkeys(("CMP", "CMPRF"), "camp"),
    **dict.fromkeys(("DAM", "DAMQ"), "dam"),
    **dict.fromkeys(("LK", "LKS", "RSV", "LGN"), "lake"),
    **dict.fromkeys(("ISL", "ISLS", "ISLET"), "island"),
    **dict.fromkeys(("PPLX",), "neighbourhood"),
    **dict.fromkeys(("SQR", "MKT"), "square"),
}
CLASSES = {
    "H": "river",
    "T": "mountain",
    "R": "road",
    "L": "region",
    "S": "building",
    "V": "region",
    "U": "sea",
    "A": "region",
}


def read_dump(path: Path) -> Iterator[Entry]:
    """The entries of a dump; raises GazetteerError where it is cut off or no dump at all."""
    regions, districts = region_names(path)
    for _, row in rows(path):
        yield entry_of(row, regions, districts, path)


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and columns of every line."""
    with open_dump(path) as lines:
        for number, line in enumerate(lines, 1):
            row = line.rstrip("\n").split("\t")
            if len(row) != COLUMNS or not row[0].isdigit():
                raise GazetteerError(
                    f"{path}, line {number}",
                    f"has {len(row)} columns, a GeoNames dump has {COLUMNS}",
                    "the file is cut off or of another format; fetch it anew or name its columns",
                )
            yield number, row


@contextmanager
def open_dump(path: Path) -> Iterator[TextIO]:
    """The text of a dump, unpacked if it is a zip archive."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8") as lines:
                yield lines
            return
        with zipfile.ZipFile(path) as archive:
            name = member(archive, path)
            with archive.open(name) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8")
    except (zipfile.BadZipFile, EOFError, OSError, UnicodeDecodeError) as error:
        raise GazetteerError(
            str(path), f"cannot be read ({error})", "it is broken or cut off; fetch it anew"
        ) from error


def member(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the dump inside a GeoNames archive, which holds a readme beside it."""
    names = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
    if not names:
        raise GazetteerError(str(path), "holds no dump (a .txt file)", "take a country's archive, such as SY.zip")
    return names[0]


def region_names(path: Path) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Names of first-level regions by code and of second-level ones by both codes, as the dump itself gives them."""
    regions: dict[str, str] = {}
    districts: dict[tuple[str, str], str] = {}
    for _, row in rows(path):
        if row[7] == "ADM1":
            regions[row[10]] = row[2] or row[1]
        elif row[7] == "ADM2":
            districts[row[10], row[11]] = row[2] or row[1]
    return regions, districts


def entry_of(row: Sequence[str], regions: dict[str, str], districts: dict[tuple[str, str], str], path: Path) -> Entry:
    """The entry of one line."""
    subject = f"{path}, geonames:{row[0]}"
    population = int(row[14]) if row[14].isdigit() else 0
    kind = CODES.get(row[7]) or (settlement_kind(population) if row[6] == "P" else CLASSES.get(row[6], "region"))
    admin = [] if row[7] == "ADM1" else [regions.get(row[10], "")]
    admin.append("" if row[7] == "ADM2" else districts.get((row[10], row[11]), ""))
    names = {row[2], *row[3].split(",")} - {""}
    lat, lon = checked(subject, row[4], row[5])
    admins = tuple(name for name in admin if name)
    return Entry(f"geonames:{row[0]}", row[1], lat, lon, kind, row[8] or None, admins, population, tuple(sorted(names)))
