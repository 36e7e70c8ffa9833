"""Expectations that are known not to hold yet may fail: they stand in expectations.toml with their reasons."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them; one that holds after all is no error."""
    listed = tomllib.loads((HERE / "expectations.toml").read_text(encoding="utf-8")).get("not_yet", [])
    reasons = {entry["test"]: entry["why"] for entry in listed}
    for item in items:
        if HERE in item.path.parents and item.name in reasons:
            item.add_marker(pytest.mark.xfail(reason=reasons[item.name], strict=False))
