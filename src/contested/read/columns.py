"""Which column of a table holds which field: told by the caller, else guessed by name, else by content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contested.model.errors import ReadError

Row = Mapping[str, object]
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "article_content",
        "full_text",
        "fulltext",
        "article",
        "story",
        "article_text",
        "message",
    ),
    "ref": ("ref", "id", "uid", "uuid", "guid", "report_id", "article_id", "doc_id", "unit_id"),
    "title": ("title", "headline", "article_title", "heading", "subject"),
    "publisher": ("publisher", "outlet", "source", "source_name", "newspaper", "media", "site", "sitename", "domain"),
    "republisher": ("republisher", "republished_by"),
    "author": ("author", "byline", "authors", "writer"),
    "published": (
        "published",
        "date",
        "publish_date",
        "published_at",
        "pub_date",
        "pubdate",
        "publication_date",
        "day",
        "datetime",
    ),
    "url": ("url", "link", "href", "address", "web_url"),
    "language": ("language", "lang"),
}
LONG = 60


def choose_columns(names: Sequence[str], sample: Sequence[Row], told: Mapping[str, str], origin: str) -> dict[str, str]:
    """Field to column; raises ReadError for a column that is not there or a table without any text."""
    for field, column in told.items():
        if field not in NAMES:
            raise ReadError(origin, f"no field is called {field!r}", "map one of: " + ", ".join(NAMES))
        if column not in names:
            raise ReadError(origin, f"has no column {column!r}", "its columns are: " + ", ".join(names))
    chosen = dict(told)
    folded = {name.strip().lower().replace(" ", "_").replace("-", "_"): name for name in reversed(names)}
    for field, synonyms in NAMES.items():
        free = (folded[s] for s in synonyms if s in folded and folded[s] not in chosen.values())
        guess = next(free, None)
        if field not in chosen and guess is not None:
            chosen[field] = guess
    if "text" not in chosen:
        chosen["text"] = longest_column(names, sample, set(chosen.values()), origin)
    return chosen


def longest_column(names: Sequence[str], sample: Sequence[Row], taken: set[str], origin: str) -> str:
    """The free column with the longest words in the sample; raises ReadError where none is like a text."""
    lengths = {name: mean_length(name, sample) for name in names if name not in taken}
    best = max(lengths, key=lambda name: lengths[name], default="")
    if not best or lengths[best] < LONG:
        raise ReadError(
            origin, "has no column of texts", f"name it with --columns text=NAME; its columns are: {', '.join(names)}"
        )
    return best


def mean_length(name: str, sample: Sequence[Row]) -> float:
    """Mean length of the column's strings; other values count 0."""
    values = [row.get(name) for row in sample]
    return sum(len(v) for v in values if isinstance(v, str)) / max(1, len(values))
