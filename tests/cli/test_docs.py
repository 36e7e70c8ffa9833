"""The pages under docs, README's tables and the bench's page name everything that there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from contested.cli import VERBS, cli
from contested.cli.desk import command as desk
from contested.model.codes import event_meanings
from contested.model.judgement import JUDGEMENT_KINDS, Judgement

ROOT = Path(__file__).resolve().parents[2]
SOURCE, BENCH = ROOT / "src" / "contested", ROOT / "bench"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", BENCH / "README.md", *(ROOT / "docs").glob("*.md")])
APP = SOURCE / "desk" / "app"
SHORTCUT = re.compile(r'key: "([^"]+)", description: "([^"]+)"')
REVIEW = re.compile(r'one\("(\w+)", "(.)"')
LABEL = re.compile(r'(\w+): "([^"]+)"')
PAGE = re.compile(r'name: "(\w+)", key: "(\w)"')


def text(*parts: str) -> str:
    """A file of the project."""
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def shortcuts() -> set[tuple[str, str]]:
    """Key and description of every shortcut that the page's sources declare."""
    sources = {p.name: p.read_text(encoding="utf-8") for p in (APP / "src").rglob("*.ts*") if ".test." not in p.name}
    found = {pair for source in sources.values() for pair in SHORTCUT.findall(source)}
    found |= {(f"g {key}", f"Go to {name}") for name, key in PAGE.findall(sources["topbar.tsx"])}
    labels = dict(LABEL.findall(sources["acts.ts"].split("LABELS", 1)[1].split("};", 1)[0]))
    return found | {(key, labels[name]) for name, key in REVIEW.findall(sources["acts.ts"])}


def test_every_shortcut_stands_in_the_desks_page() -> None:
    page, declared = text("docs", "desk.md"), shortcuts()
    assert len(declared) > 25
    assert not [pair for pair in declared if "| `{}` | {} |".format(*pair) not in page]


def test_the_desks_page_tells_of_no_shortcut_that_there_is_not() -> None:
    part = text("docs", "desk.md").split("## Shortcuts", 1)[1].split("## Basemap", 1)[0]
    assert set(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", part, re.MULTILINE)) == shortcuts()


def test_every_option_of_the_desk_stands_in_its_page() -> None:
    page = text("docs", "desk.md")
    options = [name for p in desk.params if isinstance(p, click.Option) for name in (*p.opts, *p.secondary_opts)]
    assert len(options) > 9
    assert not [name for name in options if f"`{name}" not in page]


def test_every_address_of_the_api_stands_in_the_desks_page() -> None:
    paths = json.loads((APP / "openapi.json").read_text(encoding="utf-8"))["paths"]
    addresses = [f"`{method.upper()} {path}`" for path, methods in paths.items() for method in methods]
    page = text("docs", "desk.md")
    assert addresses
    assert not [address for address in addresses if address not in page]


def test_every_verb_and_room_stands_in_readme() -> None:
    rows = " ".join(re.findall(r"^\| (`contested .*?) \|", text("README.md"), re.MULTILINE))
    assert not [verb for verb in VERBS if not re.search(rf"`contested {verb}[` ]", rows)]
    rooms = {init.parent.name for init in SOURCE.glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/`", text("README.md"), re.MULTILINE)) == rooms


def test_every_field_of_a_claim_and_a_judgement_stands_in_columns() -> None:
    page, schema = text("docs", "columns.md"), json.loads(CliRunner().invoke(cli, ["schema"]).stdout)
    names = [*schema["properties"], *schema["$defs"]["PlaceRef"]["properties"], *Judgement.__slots__]
    assert not [name for name in names if f"`{name}`" not in page]
    assert not [kind for kind in JUDGEMENT_KINDS if kind not in page.split("## A judgement", 1)[1]]


def test_every_event_code_stands_in_the_glossary() -> None:
    page = text("docs", "glossary.md")
    assert not [code for code, meaning in event_meanings().items() if f"| `{code}` | {meaning} |" not in page]


def test_every_program_of_the_bench_stands_in_its_page() -> None:
    page = text("bench", "README.md") + text("bench", "gold", "README.md")
    programs = [p.stem for p in BENCH.glob("*.py") if "__main__" in p.read_text(encoding="utf-8") and p.stem[0] != "_"]
    assert len(programs) > 15
    assert not [name for name in programs if f"bench.{name}" not in page]
    assert not [name for name in re.findall(r"python -m bench\.(\w+)", page) if not (BENCH / f"{name}.py").exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_link_to_headings_that_there_are(page: Path) -> None:
    for target, heading in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        told = (page.parent / target if target else page).read_text(encoding="utf-8")
        titles = re.findall(r"^#+ (.*)", told, re.MULTILINE)
        headings = {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}
        assert heading in headings, (target, heading)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_no_path_of_a_machine(page: Path) -> None:
    assert not re.findall(r"(?<![\w.])/(?:work|home|root|tmp|usr|mnt|Users)\b", page.read_text(encoding="utf-8"))


def test_pictures_of_readme_are_there() -> None:
    linked = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text("README.md"))
    assert len(linked) == 3
    if not (ROOT / "docs" / "pictures").is_dir():
        pytest.skip("no pictures yet: make screenshots")
    assert not [picture for picture in linked if not (ROOT / picture).is_file()]
