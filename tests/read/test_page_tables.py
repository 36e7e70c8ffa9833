"""Tables of a page are read row by row, each cell under its head."""

from __future__ import annotations

import pytest

from contested.read.page import draft_of_page
from contested.read.page_tables import tables_as_lines

TALK = "The table lists what the authorities of three provinces reported of the fighting in the week before."


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            "| Date | Place | Killed |\n|---|---|---|\n| 18.03.2024 | Ormek | 2 |\n| 19.03.2024 | Calder |  |",
            ["Date: 18.03.2024; Place: Ormek; Killed: 2.", "Date: 19.03.2024; Place: Calder."],
        ),
        ("| Place | Killed |\n|---|---|\n| Ormek | 2 |", ["Place: Ormek; Killed: 2."]),
        (
            "| Location | Ormek, Upland province |\n|---|---|\n| Date | 18 March 2024 |\n| Killed | 2 |",
            ["Location: Ormek, Upland province.", "Date: 18 March 2024.", "Killed: 2."],
        ),
        ("| 18.03.2024 | Ormek | a \\| b |", ["18.03.2024; Ormek; a | b."]),
        ("| Two men were killed in Ormek. |", ["Two men were killed in Ormek."]),
        (
            "| Week 12 |  |  |\n|---|---|---|\n| Date | Place |  |\n|---|---|---|\n| 18.03.2024 | Ormek | shelling |",
            ["Week 12.", "Date: 18.03.2024; Place: Ormek; shelling."],
        ),
    ],
)
def test_a_row_is_a_line(table: str, lines: list[str]) -> None:
    assert tables_as_lines(f"{TALK}\n{table}\n{TALK}") == "\n".join([TALK, *lines, TALK])


def test_lines_without_a_table_stay() -> None:
    text = "Shells fell | residents said.\n\nNobody was hurt."
    assert tables_as_lines(text) == text


def test_a_page_keeps_its_table() -> None:
    rows = [("Date", "Place", "Killed"), ("18 March", "Ormek", "2"), ("19 March", "Calder", "3")]
    cells = [f"<t{'d' if n else 'h'}>{cell}</t{'d' if n else 'h'}>" for n, row in enumerate(rows) for cell in row]
    table = "".join(f"<tr>{''.join(cells[n : n + 3])}</tr>" for n in range(0, 9, 3))
    page = f"<html><body><h1>Week</h1><p>{TALK}</p><table>{table}</table><p>{TALK} None was at sea.</p></body></html>"
    draft = draft_of_page(page, "r", "page.html")
    assert "Date: 18 March; Place: Ormek; Killed: 2." in draft.body.split("\n\n")
