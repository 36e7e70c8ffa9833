"""Coding at a desk over its API, as the page does."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

KEYS = iter(f"key-{number:08}" for number in range(100_000))


def decision(kind: str, *claims: str, **more: object) -> dict[str, object]:
    return {"key": next(KEYS), "kind": kind, "claims": list(claims), **more}


def signed_in(client: TestClient, name: str) -> TestClient:
    assert client.post("/api/session", json={"user": name}).status_code == 200
    return client


def queue(client: TestClient, **asked: object) -> dict[str, Any]:
    answer = client.get("/api/queue", params=asked)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def ids(client: TestClient, **asked: object) -> list[str]:
    return [item["card"]["claim"]["id"] for item in queue(client, **asked)["items"]]


def keep(client: TestClient, *decisions: dict[str, object]) -> dict[str, Any]:
    answer = client.post("/api/judgements", json=list(decisions))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def state(client: TestClient, claim: str) -> str:
    return str(client.get(f"/api/claims/{claim}").json()["state"])
