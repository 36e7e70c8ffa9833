"""The published description of the API, which the page's types are made from, is that of the running desk."""

from __future__ import annotations

import json
import os
from pathlib import Path

from fastapi.testclient import TestClient

APP = Path(__file__).resolve().parents[2] / "src/contested/desk/app"


def test_the_page_is_typed_by_this_very_api(looking: TestClient) -> None:
    served = looking.get("/api/openapi.json").json()
    del served["info"]["version"]
    written = json.dumps(served, indent=1, sort_keys=True) + "\n"
    file = APP / "openapi.json"
    if os.environ.get("CONTESTED_REFRESH"):
        file.write_text(written, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == written, (
        "the API has changed; run: CONTESTED_REFRESH=1 pytest tests/desk/test_openapi.py, then npm run types in the app"
    )


def test_every_answer_and_parameter_is_described(looking: TestClient) -> None:
    paths = looking.get("/api/openapi.json").json()["paths"]
    for path, operations in paths.items():
        for verb, operation in operations.items():
            assert operation.get("description"), f"{verb} {path}"
            answers = operation["responses"]["200"]
            assert path == "/api/basemap" or answers["content"]["application/json"]["schema"], f"{verb} {path}"
