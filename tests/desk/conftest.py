"""A desk over the demo's reports: one for all tests that only look, and one of its own for a test that changes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from contested.cli import cli
from contested.desk.app import create_app
from contested.desk.settings import Settings
from contested.desk.state import Desk
from contested.flow.explaining import explain
from contested.flow.reconciling import reconcile_ledger
from contested.ledger.connection import connect_to_write
from contested.ledger.incidents import Moment

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"
PACKS = ("world", "syria")
Made = Callable[..., TestClient]


def settings_for(ledger: Path, **given: object) -> Settings:
    """What a desk is started with, as the command line starts it."""

    def derive(as_of: str, progress: Callable[[str, int], None]) -> None:
        reconcile_ledger(ledger, PACKS, Moment(as_of), progress)

    return Settings(ledger, PACKS, **{"derive": derive, "why": lambda p, a, b: list(explain(p, a, b, PACKS))} | given)  # type: ignore[arg-type]


def desk_of(client: TestClient) -> Desk:
    """The desk behind a client."""
    desk = client.app.state.desk  # type: ignore[attr-defined]
    assert isinstance(desk, Desk)
    return desk


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's reports, read and reconciled."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert CliRunner().invoke(cli, ["read", str(DEMO), "--ledger", str(path)]).exit_code == 0
    reconcile_ledger(path, PACKS)
    return path


@pytest.fixture(scope="session")
def looking(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a desk that no test changes."""
    path = tmp_path_factory.mktemp("desk") / "ledger.db"
    shutil.copy(demo_ledger, path)
    client = TestClient(create_app(settings_for(path)), base_url="http://127.0.0.1")
    assert desk_of(client).deriver.wait(60)
    yield client
    desk_of(client).close()


@pytest.fixture
def open_desk() -> Iterator[Made]:
    """Makes a client of a desk on a ledger; keywords go to Settings, ``wait`` waits until incidents are at hand."""
    clients: list[TestClient] = []

    def make(path: Path, wait: bool = True, **given: object) -> TestClient:
        client = TestClient(create_app(settings_for(path, **given)), base_url="http://127.0.0.1")
        clients.append(client)
        assert not wait or desk_of(client).deriver.wait(60)
        return client

    yield make
    for client in clients:
        desk_of(client).close()


@pytest.fixture
def desk_on(demo_ledger: Path, tmp_path: Path, open_desk: Made) -> Made:
    """Makes a client of a desk on a copy of the demo's ledger."""
    shutil.copy(demo_ledger, tmp_path / "ledger.db")
    return lambda **given: open_desk(tmp_path / "ledger.db", **given)


@pytest.fixture
def bare_ledger(demo_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the demo's ledger that was never reconciled."""
    path = tmp_path / "bare.db"
    shutil.copy(demo_ledger, path)
    with connect_to_write(path) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM build")
    return path
