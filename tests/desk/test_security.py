"""What may not come in, and what every answer tells the browser to hold to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import Made

from contested.cli.desk import token_hash
from contested.desk.security import fits, hash_of, new_token
from contested.desk.sessions import LASTS, SESSION, Sessions
from contested.desk.token import kept_token
from contested.model.errors import ContestedError


def test_nothing_inline_and_no_other_host_by_the_content_policy(looking: TestClient) -> None:
    policy = looking.get("/api/status").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy


def test_a_tile_address_alone_opens_the_policy_to_its_host(desk_on: Made) -> None:
    client = desk_on(basemap="https://tiles.example.org/{z}/{x}/{y}.png")
    policy = client.get("/api/status").headers["content-security-policy"]
    assert "img-src 'self' data: blob: https://tiles.example.org;" in policy
    assert "script-src 'self';" in policy


def test_another_name_for_this_machine_is_refused(looking: TestClient) -> None:
    answer = looking.get("/api/status", headers={"host": "evil.example:8765"})
    assert answer.status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-length": "2000000"}, 413),
    ],
)
def test_changes_from_elsewhere_or_in_other_shapes_are_refused(
    looking: TestClient, headers: dict[str, str], status: int
) -> None:
    content = "[]" if "content-length" not in headers else "[" + " " * 1_999_998 + "]"
    answer = looking.post("/api/judgements", content=content, headers={"content-type": "application/json"} | headers)
    assert answer.status_code == status


def test_a_read_only_desk_shows_everything_and_judges_nothing(desk_on: Made) -> None:
    client = desk_on(read_only=True)
    client.post("/api/session", json={"user": "Ada"})
    assert client.get("/api/status").json()["read_only"]
    answer = client.post("/api/judgements", json=[])
    assert answer.status_code == 403 and "--read-only" in answer.json()["remedy"]


def test_a_desk_with_a_token_answers_nobody_without_it(desk_on: Made) -> None:
    token = new_token()
    client = desk_on(token_hash=hash_of(token))
    assert client.get("/api/status").status_code == 401
    assert client.get("/api/overview").status_code == 401
    assert client.post("/api/judgements", json=[]).status_code == 401
    assert client.post("/api/session", json={"user": "Ada", "token": "wrong"}).status_code == 401
    assert client.post("/api/session", json={"user": "Ada", "token": token}).status_code == 200
    assert client.get("/api/status").json()["user"] == "Ada"
    cookies = client.post("/api/session", json={"user": "Ada", "token": token}).headers.get_list("set-cookie")
    assert len(cookies) == 1 and "HttpOnly" in cookies[0] and "SameSite=strict" in cookies[0]
    assert token not in cookies[0] and "Max-Age=43200" in cookies[0] and "Secure" not in cookies[0]


@pytest.mark.parametrize("asks", [True, False])
def test_behind_tls_the_cookie_is_sent_by_https_alone(desk_on: Made, asks: bool) -> None:
    token = new_token()
    client = desk_on(token_hash=hash_of(token) if asks else None)
    given = {"user": "Ada", "token": token}
    told = client.post("/api/session", json=given, headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    assert "Secure" in told
    assert "Secure" not in client.post("/api/session", json=given).headers["set-cookie"]


def test_a_session_is_bound_to_its_user_and_ends_with_the_next(desk_on: Made) -> None:
    token = new_token()
    client = desk_on(token_hash=hash_of(token))
    first = client.post("/api/session", json={"user": "Ada", "token": token}).cookies[SESSION]
    client.cookies.set("contested_user", "Basil")
    assert client.get("/api/status").json()["user"] == "Ada"
    assert client.post("/api/session", json={"user": "Basil"}).status_code == 200
    assert client.get("/api/status").json()["user"] == "Basil"
    client.cookies.clear()
    for id in (first, token, "", "x"):
        assert client.get("/api/status", headers={"cookie": f"{SESSION}={id}"}).status_code == 401


def test_a_session_lasts_twelve_hours_of_the_running_desk() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    first = sessions.begin("Ada")
    now[0] = LASTS - 1.0
    second = sessions.begin("Basil")
    assert (sessions.user(first), sessions.user(second)) == ("Ada", "Basil")
    now[0] = LASTS + 1.0
    assert (sessions.user(first), sessions.user(second), sessions.user("")) == (None, "Basil", None)
    sessions.begin("Cem")
    assert len(sessions.held) == 2 and first not in sessions.held
    assert Sessions().user(second) is None


def test_a_program_says_who_it_is_by_bearer_token_and_keeps_the_session(desk_on: Made) -> None:
    token = new_token()
    client = desk_on(token_hash=hash_of(token))
    client.headers["authorization"] = f"Bearer {token}"
    assert client.post("/api/judgements", json=[]).status_code == 401
    assert client.post("/api/session", json={"user": "Ada"}).status_code == 200
    assert client.post("/api/judgements", json=[]).status_code == 200
    client.headers["authorization"] = "Bearer wrong"
    assert client.post("/api/judgements", json=[]).status_code == 401


@pytest.mark.parametrize("asked", [False, True])
def test_on_loopback_the_token_is_asked_for_where_a_proxy_needs_it(tmp_path: Path, asked: bool) -> None:
    file = tmp_path / "token"
    kept = token_hash("127.0.0.1", file, False, asks=asked)
    assert (kept is not None) == asked == file.exists()


def test_a_bearer_token_serves_programs(desk_on: Made) -> None:
    token = new_token()
    client = desk_on(token_hash=hash_of(token))
    assert client.get("/api/status", headers={"authorization": f"Bearer {token}"}).status_code == 200


def test_a_token_is_printed_once_and_kept_only_as_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "config" / "desk-token"
    token, kept = kept_token(file)
    assert token is not None and token not in file.read_text() and fits(token, kept)
    assert file.stat().st_mode & 0o077 == 0
    assert kept_token(file) == (None, kept)
    renewed, other = kept_token(file, anew=True)
    assert renewed != token and not fits(token, other)


def test_a_token_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ContestedError, match="--token-file"):
        kept_token(tmp_path / "file" / "desk-token")


def test_files_outside_the_page_are_not_served(looking: TestClient) -> None:
    for path in ("/../pyproject.toml", "/%2e%2e/%2e%2e/app.py", "/assets/../../app.py", "/.made-from/../app.py"):
        answer = looking.get(path)
        assert "create_app" not in answer.text and "[project]" not in answer.text


def test_an_unknown_address_of_the_api_is_no_page(looking: TestClient) -> None:
    answer = looking.get("/api/nothing")
    assert answer.status_code == 404 and answer.json()["problem"]
