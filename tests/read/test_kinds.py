from __future__ import annotations

from pathlib import Path

import pytest

from contested.model.errors import ReadError
from contested.read.kinds import Kind, kind_of, sniff


@pytest.mark.parametrize(
    ("raw", "type_", "kind"),
    [
        (b"<!DOCTYPE html><html>", "text/plain", Kind.PAGE),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss>", None, Kind.FEED),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "text/xml", Kind.PAGE),
        (b'{"text": "One."}', None, Kind.TABLE),
        (b'[\n {"text": "One."}]', None, Kind.TABLE),
        (b"The army came.", None, Kind.TEXT),
        (b"text,id\n", "text/csv", Kind.TABLE),
        (b"PAR1", None, Kind.TABLE),
        (b"[Update] The army came.", None, Kind.TEXT),
    ],
)
def test_the_first_characters_tell(raw: bytes, type_: str | None, kind: Kind) -> None:
    assert sniff(raw, type_) is kind


def test_formats_that_are_not_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="pdf"):
        kind_of(tmp_path / "report.pdf")
