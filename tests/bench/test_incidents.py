"""The incidents' bench reads its figures out of the scorer's lines, and keeps a ledger for as long as it fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.gate import Figure
from bench.incidents import figures_in, ledger_of

from bench import incidents

PRINTED = """incidents    F1 0.812  purity 0.934  recall 0.701  (n=12)
toll range   right 0.500  (n=8)
contradiction in the count seen 0.750  (n=4)
"""


def test_every_figure_is_read() -> None:
    assert figures_in(PRINTED) == [
        Figure("F1", 0.812),
        Figure("purity", 0.934),
        Figure("recall", 0.701),
        Figure("toll range right", 0.5),
        Figure("contradiction in the count seen", 0.75),
    ]


def test_a_line_that_is_missing_is_named() -> None:
    with pytest.raises(SystemExit, match="toll range right"):
        figures_in(PRINTED.replace("toll range", "tolls"))


def test_a_ledger_is_read_once_for_a_corpus_and_anew_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, kept, read = tmp_path / "reports.jsonl", tmp_path / "kept", []

    def note(reports: Path, ledger: Path) -> None:
        read.append(reports.read_text(encoding="utf-8"))
        ledger.write_text("kept", encoding="utf-8")

    monkeypatch.setattr(incidents, "read_all", note)
    corpus.write_text("one", encoding="utf-8")
    first = ledger_of(corpus, kept)
    assert ledger_of(corpus, kept) == first
    corpus.write_text("two", encoding="utf-8")
    second = ledger_of(corpus, kept)
    assert read == ["one", "two"]
    assert second.is_file() and not first.exists()
    assert [path.name for path in kept.iterdir()] == [second.parent.name]


def test_a_reading_that_fails_leaves_no_ledger(tmp_path: Path) -> None:
    corpus = tmp_path / "reports.jsonl"
    corpus.write_text("no row\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="failed"):
        ledger_of(corpus, tmp_path / "kept")
    assert list((tmp_path / "kept").iterdir()) == []
