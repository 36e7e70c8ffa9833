"""The house: module budgets, no drawers, a light command line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src" / "contested")))
def test_a_module_keeps_its_budget_of_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("word", ["utils", "helpers", "misc", "common"])
def test_no_module_is_a_drawer(word: str) -> None:
    assert not [path for path in MODULES if word in {path.stem, path.parent.name}]


def test_importing_the_command_line_imports_no_pipeline() -> None:
    import sys

    code = "import sys, contested.cli; print([m for m in ('spacy', 'pydantic', 'pyarrow', 'lxml') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
