"""A count that takes in others is not added to them, in any selection."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from tests.desk.conftest import PACKS, Made
from tests.desk.test_overview import overview

from contested.cli import cli
from contested.flow.reconciling import reconcile_ledger

REPORT = """Thirteen civilians killed in air strikes on Idlib countryside

3 February 2020 - Air strikes killed 13 civilians in the Idlib countryside on Sunday, local rescuers said.

In Saraqib, five civilians were killed when aircraft struck the grain market.

Eight civilians were killed in an air strike on Ariha.
"""


def test_the_dead_of_a_sum_and_of_its_parts_are_added_once(tmp_path: Path, open_desk: Made) -> None:
    path, text = tmp_path / "day.db", tmp_path / "day.txt"
    text.write_text(REPORT, encoding="utf-8")
    assert CliRunner().invoke(cli, ["read", str(text), "--ledger", str(path)]).exit_code == 0
    reconcile_ledger(path, PACKS)
    client = open_desk(path)
    for asked, dead in (({}, 13), ({"place": "idlib"}, 13), ({"place": "Saraqib"}, 5), ({"place": "Ariha"}, 8)):
        shown = overview(client, **asked)
        assert sum(day.high for day in shown.bins) == sum(cell.high or 0 for cell in shown.cells) == dead, asked
    assert len(overview(client).cells) and overview(client).total == 3
