"""Reconciling in a process of its own tells what the same in this process tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from contested.cli import cli
from contested.flow.apart import reconcile_apart
from contested.ledger.incidents import Moment, incidents_at
from contested.ledger.reads import open_ledger
from contested.model.errors import LedgerError

TEXT = "Gunmen shelled Marrin on 3 March 2020, killing four people, the Marrin Herald said."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "ledger.db"
    assert CliRunner().invoke(cli, ["read", str(tmp_path / "one.txt"), "--ledger", str(path)]).exit_code == 0
    return path


def test_incidents_are_derived_and_progress_is_told(ledger: Path) -> None:
    stages: list[str] = []
    reconcile_apart(ledger, ("world",), progress=lambda stage, _: stages.append(stage))
    assert "incidents" in stages
    with open_ledger(ledger) as opened:
        assert list(incidents_at(opened, Moment()).all())


def test_an_error_comes_over_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"):
        reconcile_apart(tmp_path / "none.db", ("world",))
