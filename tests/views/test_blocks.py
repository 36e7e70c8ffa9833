"""Tables that do not fit a terminal are written as blocks."""

from __future__ import annotations

from contested.views.blocks import blocks, fits

COLUMNS = ("id", "event", "when", "where", "killed", "claims")
ROWS = [
    ["i-0123456789", "air_strike", "2021-03-02", "Ormek, ~Tell Amber", "upper 3 to 5; side not told 6", "4"],
    ["i-1123456789", "talks", "2021-03-05", "place not told", "", "1"],
]


def test_a_table_fits_where_no_word_must_be_broken() -> None:
    assert not fits(COLUMNS, ROWS, 60) and fits(COLUMNS, ROWS, 120)
    assert fits(COLUMNS[:3], [row[:3] for row in ROWS], 50)
    assert not fits(("where",), [["Ormek, ~Tell Amber and more"]], 25, ("where",))


def test_blocks_keep_to_the_width_and_leave_out_what_is_not_told() -> None:
    lines = list(blocks(COLUMNS, ROWS, 48))
    assert max(map(len, lines)) <= 48
    assert lines[0].startswith("i-0123456789  air_strike") and any("killed upper 3 to 5" in line for line in lines)
    assert lines[-1] == "    claims 1"


def test_a_number_is_named() -> None:
    assert list(blocks(("source", "claims", "roots"), [["Ormek Post", "12", "3"]], 40)) == [
        "Ormek Post", "    claims 12; roots 3",
    ]  # fmt: skip
