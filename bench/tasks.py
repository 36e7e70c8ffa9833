"""The tasks: which corpora each needs, which adapter predicts, how its scorer's figures are called here."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.corpora import GOLD, OWN, REPORTS, ROOT, SHARED, coded_reports, read_lines, table_of
from bench.gate import Figure, Result, hash_of

EVAL = SHARED / "eval"
SAMPLE = SHARED / "samples" / "idlib-human-shields.txt"
PLACES_TABLE = SHARED / "data" / "gazetteer" / "wof_sy.csv"
CLAIM_SCORER = EVAL / "score_claims.py"
Measure = Callable[[Path], list[Figure]]


class TaskError(Exception):
    """An adapter or a scorer that failed, with the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Task:
    """``adapter`` is the module that predicts; ``measure`` gets an empty folder to work in."""

    name: str
    adapter: str
    corpora: tuple[Path, ...]
    measure: Measure

    def obstacle(self) -> str | None:
        """Why the task cannot run here; None where it can."""
        if find_spec(self.adapter) is None:
            return f"no adapter {self.adapter}"
        missing = next((path for path in self.corpora if not path.is_file()), None)
        return f"no {name_of(missing)} here" if missing is not None else None

    def run(self, folder: Path) -> Result:
        """The task's figures; raises TaskError where a part of it fails."""
        return Result(self.name, tuple(self.measure(folder)), {name_of(path): hash_of(path) for path in self.corpora})


def name_of(path: Path) -> str:
    """A corpus file as the floors name it: by its place in the project or beside it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.relative_to(ROOT.parent).as_posix()


def python(*args: str | Path) -> str:
    """What a script or module prints; raises TaskError where it fails."""
    done = subprocess.run([sys.executable, *map(str, args)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TaskError("\n".join((done.stderr or done.stdout).strip().splitlines()[-3:]))
    return done.stdout


def scored(folder: str, corpus: str, picked: Mapping[str, tuple[str, ...]]) -> Measure:
    """Adapter ``bench.FOLDER`` and ``score.py`` of a folder: name of ours to the path of keys in what it prints."""

    def measure(work: Path) -> list[Figure]:
        gold, out = EVAL / folder / corpus, work / "predictions.jsonl"
        python("-m", f"bench.{folder}", gold, out)
        table = json.loads(python(EVAL / folder / "score.py", out, gold, "--json"))
        return [Figure(name, percent(table, keys)) for name, keys in picked.items()]

    return measure


def external(name: str, corpus: str, picked: Mapping[str, tuple[str, ...]]) -> Task:
    """The task of a folder of others' gold."""
    return Task(name, f"bench.{name}", (EVAL / name / corpus,), scored(name, corpus, picked))


def percent(table: Any, keys: tuple[str, ...]) -> float:
    """The number under nested keys, as a fraction of one."""
    for key in keys:
        table = table[key]
    return float(table) / 100


def places(work: Path) -> list[Figure]:
    """Recognition and resolution on raw text, then resolution alone on the gold's spans."""
    picked = {
        "recognition strict F1": ("strict", "F1"),
        "within 161 km": ("resolution", "acc161"),
        "end to end F1": ("end_to_end161", "F1"),
    }
    figures = scored("places", "lgl.jsonl", picked)(work)
    gold, out = EVAL / "places" / "lgl.jsonl", work / "resolved.jsonl"
    python("-m", "bench.places", gold, out, "--gold-spans")
    table = json.loads(python(EVAL / "places" / "score.py", out, gold, "--json"))
    return [*figures, Figure("gold spans within 161 km", percent(table, ("resolution", "acc161")))]


def claims_on(gold: Path, table: Path | None = None) -> Measure:
    """All slots of the claims scorer; ``table`` writes the reports where the gold's refs are not in the corpus."""

    def measure(work: Path) -> list[Figure]:
        out, given = work / "claims.jsonl", table or gold
        python("-m", "bench.claims", given, out)
        return claim_figures(json.loads(python(CLAIM_SCORER, gold, out, "--json")))

    return measure


def claims_own(name: str) -> Measure:
    """The same on a coding of our own, with its texts in a table of their own."""

    def measure(work: Path) -> list[Figure]:
        gold, table = work / "gold.jsonl", work / "reports.jsonl"
        coded = coded_reports(name)
        wanted = {str(row["ref"]) for row in coded}
        texts = [row for row in read_lines(table_of(name)) if str(row["ref"]) in wanted]
        write_rows(gold, coded)
        write_rows(table, texts)
        return claims_on(gold, table)(work)

    return measure


def second_coding(work: Path) -> list[Figure]:
    """Date and source alone, where a second reader coded them; apart also where he held one reading for right."""
    gold, table, out = work / "gold.jsonl", work / "reports.jsonl", work / "claims.jsonl"
    coded = coded_reports("slots")
    refs = {str(row["ref"]) for row in coded}
    write_rows(table, [row for row in read_lines(REPORTS) if str(row["ref"]) in refs])
    python("-m", "bench.claims", table, out)
    figures = []
    for sure in (False, True):
        write_rows(gold, [row | {"claims": [but_either(claim, sure) for claim in row["claims"]]} for row in coded])
        found = json.loads(python(CLAIM_SCORER, gold, out, "--json"))
        figures += [Figure(f"{key}{', no doubt' * sure}", found[key][0]) for key in ("date", "source")]
    return figures


def but_either(claim: dict[str, Any], sure: bool) -> dict[str, Any]:
    """A claim, without the answers to which a coder noted another as good where only sure ones are asked for."""
    left = claim.get("either", ()) if sure else ()
    return {key: value for key, value in claim.items() if key not in left}


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write JSONL."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def claims_sample(work: Path) -> list[Figure]:
    """The same on the sample, whose text is no row of the corpus."""
    row = {"ref": SAMPLE.stem, "publisher": "South Front", "published": "2020-02-04"}
    table = work / "sample.jsonl"
    table.write_text(json.dumps(row | {"text": SAMPLE.read_text(encoding="utf-8")}) + "\n", encoding="utf-8")
    return claims_on(GOLD / "seed.jsonl", table)(work)


def claim_figures(table: dict[str, Any]) -> list[Figure]:
    """The claims scorer's figures by the names used here."""
    sets = {"detection": "detection F1", "initiators": "initiators F1", "targets": "targets F1"}
    sets |= {"places": "places F1", "effects": "effects F1"}
    figures = [Figure(name, table[key][2]) for key, name in sets.items()]
    figures += [Figure(key, table[key][0]) for key in ("event code", "date", "source", "factuality") if key in table]
    return [*figures, Figure("overall", table["overall"])]


def gazetteer(_: Path) -> list[Figure]:
    """Spellings held out of a table of Syrian places that find their place; the adapter prints a sentence."""
    printed = python("-m", "bench.gazetteer", PLACES_TABLE, "--entries", "0")
    found = re.search(r"top 1 (\d\.\d+), top 5 (\d\.\d+)", printed)
    if found is None:
        raise TaskError(f"no figures in {printed[:200]!r}")
    return [Figure("spelling found first", float(found[1])), Figure("spelling in first five", float(found[2]))]


def own(module: str) -> Measure:
    """A module of this folder that measures by itself: ``python -m bench.MODULE --json OUT`` writes its figures."""

    def measure(work: Path) -> list[Figure]:
        python("-m", f"bench.{module}", "--json", work / "figures.json")
        return [Figure(**figure) for figure in json.loads((work / "figures.json").read_text(encoding="utf-8"))]

    return measure


ATTRIBUTION = {
    "content token F1": ("token_content", "F1"),
    "attribution F1": ("attribution", "F1"),
    "full F1": ("full", "F1"),
}
TIMES = {"relaxed F1": ("relaxed", "F1"), "strict F1": ("strict", "F1"), "value F1": ("value", "F1")}
ENTITIES = {
    "micro strict F1": ("micro", "strict", "F1"),
    "micro overlap F1": ("micro", "overlap", "F1"),
    "any type overlap F1": ("span", "overlap", "F1"),
}
ROLES = {f"{role} F1": (role, "F1") for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "micro")}
DEV, UNSEEN = GOLD / "dev.jsonl", OWN / "unseen.jsonl"
# The texts of reports of other wars, as bench/elsewhere.py names them.
OTHERS = tuple(
    EVAL / path for path in ("places/lgl.jsonl", "times/timebank.jsonl", "entities/dev.jsonl", "roles/dev.jsonl")
)

TASKS = (
    Task("claims-dev", "bench.claims", (DEV, REPORTS), claims_on(DEV)),
    Task("claims-unseen", "bench.claims", (UNSEEN, REPORTS), claims_own("unseen")),
    Task("claims-elsewhere2", "bench.claims", (OWN / "elsewhere2.jsonl", *OTHERS), claims_own("elsewhere2")),
    Task(
        "claims-written2",
        "bench.claims",
        (OWN / "written2.jsonl", OWN / "written-reports.jsonl", CLAIM_SCORER),
        claims_own("written2"),
    ),
    Task("second-coding", "bench.claims", (OWN / "slots.jsonl", REPORTS, CLAIM_SCORER), second_coding),
    Task("claims-sample", "bench.claims", (GOLD / "seed.jsonl", SAMPLE), claims_sample),
    external("attribution", "dev.jsonl", ATTRIBUTION),
    external("times", "timebank.jsonl", TIMES),
    Task("places", "bench.places", (EVAL / "places" / "lgl.jsonl",), places),
    external("entities", "dev.jsonl", ENTITIES),
    external("roles", "dev.jsonl", ROLES),
    Task("incidents", "bench.incidents", (GOLD / "incidents-dev.jsonl", REPORTS), own("incidents")),
    Task("neutrality", "bench.neutrality", (GOLD / "train.jsonl", DEV, REPORTS), own("neutrality")),
    Task(
        "calibration",
        "bench.calibration",
        (DEV, UNSEEN, OWN / "elsewhere2.jsonl", OWN / "written2.jsonl", REPORTS, *OTHERS),
        own("calibration"),
    ),
    Task("speed", "bench.speed", (REPORTS,), own("speed")),
    Task("gazetteer", "bench.gazetteer", (PLACES_TABLE,), gazetteer),
)
