"""The board's file: made whole or not at all, searched by words that cannot be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.ledger.board import BoardFile, clear_boards, new_board, quoted_query
from contested.model.errors import LedgerError


def made(path: Path, quotes: list[str]) -> BoardFile:
    with new_board(path) as board:
        for number, quote in enumerate(quotes):
            board.add(f'{{"n":{number}}}', quote)
        board.finish({"a": b"\1\2"}, {"w": ["é", None]})
    return BoardFile(path)


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    board = made(tmp_path / "x" / "one.board", ["Shelling hit Ormek", "A raid on al-Qasr", "nothing"])
    assert board.rows([2, 0]) == ['{"n":2}', '{"n":0}']
    assert board.numbers("a") == b"\1\2" and board.words("w") == ["é", None]
    board.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("shell", [0]), ("ORMEK shelling", [0]), ("al-qas", [1]), ("raid shelling", []), ("", []), ("  ", []),
     ("hit OR raid", []), ("qasr", [1]), ("n", []), ("nothing", [2])],
)  # fmt: skip
def test_all_words_are_searched_the_beginning_of_each_will_do(tmp_path: Path, asked: str, found: list[int]) -> None:
    board = made(tmp_path / "one.board", ["Shelling hit Ormek", "A raid on al-Qasr", "nothing"])
    assert board.search(asked) == found
    board.close()


@given(st.text(max_size=40))
def test_no_words_are_a_wrong_query(board: BoardFile, asked: str) -> None:
    assert board.search(asked) in ([], [0])
    assert quoted_query(asked).count('"') % 2 == 0


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> BoardFile:
    return made(tmp_path_factory.mktemp("board") / "one.board", ["Shelling hit Ormek"])


def test_a_board_cut_short_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), new_board(tmp_path / "one.board") as board:
        board.add("{}", "words")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError), new_board(tmp_path / "file" / "one.board"):
        pass


def test_old_boards_of_a_moment_go_and_those_of_others_stay(tmp_path: Path) -> None:
    for name in ("now-1.board", "now-2.board", "2020-01-01-1.board", "now-3.board.9.making"):
        (tmp_path / name).write_text("")
    clear_boards(tmp_path, "now", "now-2.board")
    assert {path.name for path in tmp_path.iterdir()} == {"now-2.board", "2020-01-01-1.board", "now-3.board.9.making"}
