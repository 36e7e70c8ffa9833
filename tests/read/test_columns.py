from __future__ import annotations

import pytest

from contested.model.errors import ReadError
from contested.read.columns import choose_columns

LONG = "The army entered the village at dawn on Sunday, and residents said that nobody was hurt."


def test_fields_are_guessed_by_name() -> None:
    names = ["ID", "Headline", "Body", "Source", "Publication Date", "Link"]
    assert choose_columns(names, [], {}, "t.csv") == {
        "text": "Body",
        "ref": "ID",
        "title": "Headline",
        "publisher": "Source",
        "published": "Publication Date",
        "url": "Link",
    }


def test_the_callers_mapping_wins() -> None:
    chosen = choose_columns(["text", "translation"], [], {"text": "translation"}, "t.csv")
    assert chosen == {"text": "translation"}


def test_the_longest_column_is_the_text_where_no_name_tells() -> None:
    rows = [{"a": "short", "b": LONG}, {"a": "x", "b": LONG}]
    assert choose_columns(["a", "b"], rows, {}, "t.csv")["text"] == "b"


@pytest.mark.parametrize(
    ("names", "told", "problem"),
    [
        (["a", "b"], {}, "no column of texts"),
        (["a", "b"], {"text": "c"}, "no column 'c'"),
        (["a", "b"], {"words": "a"}, "no field is called 'words'"),
    ],
)
def test_what_cannot_be_mapped_is_refused_with_the_columns(
    names: list[str], told: dict[str, str], problem: str
) -> None:
    with pytest.raises(ReadError, match=problem):
        choose_columns(names, [{"a": "short", "b": 3}], told, "t.csv")
