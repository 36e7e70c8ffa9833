"""Reports of other wars and kinds than the corpus of Syrian ones: news and statements that the other tasks annotate.

A report goes by the name of its corpus and its id there ("timebank-APW19980301.0720"). Their texts were looked at for
times, places, mentions and roles; for claims only as far as a coded set says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NAME = "elsewhere"


def is_elsewhere(name: str) -> bool:
    """Whether a coded set is of these reports."""
    return name.startswith(NAME)


def rows(evaluation: Path) -> Iterator[Row]:
    """All of them as rows of a table of reports, from the folder of the other tasks; none where it is absent."""
    for row in read(evaluation / "places" / "lgl.jsonl"):
        yield {"ref": f"lgl-{row['id']}", "publisher": row["domain"], "published": row["date"], "text": row["text"]}
    for row in read(evaluation / "times" / "timebank.jsonl"):
        told = {"ref": f"timebank-{row['id']}", "publisher": row["id"][:3], "published": row["dct"][:10]}
        yield told | {"title": row.get("title"), "text": row["text"]}
    for row in read(evaluation / "entities" / "dev.jsonl"):
        told = {"ref": f"re3d-{row['id']}", "publisher": row["source"], "published": None}
        yield told | {"title": row["title"], "text": row["text"]}
    for part, name in (("dev", "muc4"), ("train", "muc4train")):
        for row in read(evaluation / "roles" / f"{part}.jsonl"):
            yield {"ref": f"{name}-{row['id']}", "publisher": None, "published": None, "text": row["text"]}


def read(path: Path) -> Iterator[Row]:
    """The rows of a JSONL file; none where it is absent."""
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def write_table(evaluation: Path, path: Path) -> Path:
    """Write them as a table of reports."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(evaluation)), encoding="utf-8")
    return path
