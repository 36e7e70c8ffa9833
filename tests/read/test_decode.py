from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.model.errors import ReadError
from contested.read.decode import checked, decode

ENGLISH = "The mayor said the army’s shells hit the school – nobody was hurt, and the road stays closed."
ARABIC = "قال مصدر عسكري إن الجيش دخل القرية صباح اليوم بعد اشتباكات عنيفة مع المسلحين"
RUSSIAN = "Армия заняла деревню утром в субботу, сообщили местные жители и военные источники."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-16"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n", "x") == "a\nb\nc\n"


def test_a_hint_counts_where_the_bytes_agree() -> None:
    assert decode(ARABIC.encode("cp1256"), "x", hint="windows-1256") == ARABIC
    assert decode(ARABIC.encode(), "x", hint="iso-8859-1") == ARABIC
    assert decode(f'<meta charset="windows-1256"><p>{ARABIC}'.encode("cp1256"), "x").endswith(ARABIC)


@pytest.mark.parametrize(
    ("raw", "encoding", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, None, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\x01\x02\x03" * 50, None, "binary"),
        (ARABIC.encode("cp1256"), "utf-8", "is not in utf-8"),
        (b"text", "utf-9", "no encoding is called"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, encoding: str | None, problem: str) -> None:
    with pytest.raises(ReadError, match=problem) as caught:
        decode(raw, "file.txt", encoding)
    assert caught.value.subject == "file.txt"
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff" * 0])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="is empty"):
        checked(text, "x", 100)


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="too big"):
        checked("a" * 101, "x", 100)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_always_comes_back(text: str) -> None:
    assert decode(text.encode(), "x") == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_read_error(raw: bytes) -> None:
    try:
        assert isinstance(decode(raw, "x"), str)
    except ReadError as error:
        assert error.remedy
