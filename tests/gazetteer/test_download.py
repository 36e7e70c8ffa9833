"""Downloads from a loopback server: progress, going on after a cut, checksums, refusals."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from contested.gazetteer.download import add_country
from contested.gazetteer.lookup import Gazetteer
from contested.model.errors import GazetteerError


def archive() -> bytes:
    """A country's archive with one village."""
    columns = [
        "7",
        "Ras Dummar",
        "Ras Dummar",
        "Ra's Dummar",
        "33.5",
        "36.2",
        "P",
        "PPL",
        "SY",
        "",
        "13",
        "",
        "",
        "",
        "900",
        "",
        "",
        "",
        "",
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("SY.txt", "\t".join(columns) + "\n")
    return packed.getvalue()


@dataclass
class Server:
    """What the server gives, where it cuts the first answer, and which ranges it was asked for."""

    content: bytes
    address: str = ""
    cut: int | None = None
    asked: list[str | None] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    """A loopback server for one archive."""
    state = Server(archive())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            state.asked.append(asked)
            if not self.path.endswith("/SY.zip"):
                self.send_error(404)
                return
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
            body = state.content[start:]
            self.send_response(206 if asked else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if state.cut is not None:
                body, state.cut = body[: state.cut], None
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{http.server_port}/dump"
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    yield state
    http.shutdown()
    http.server_close()
    thread.join()


def test_a_country_comes_in_with_progress(server: Server, stored: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    done = add_country(["sy"], stored, server.address, lambda *now: told.append(now), folder=tmp_path / "down")
    assert done[0].entries == 1
    assert told[-1] == ("SY.zip", len(server.content), len(server.content))
    assert Gazetteer(stored).lookup("Ras Dummar")[0].id == "geonames:7"


def test_a_cut_download_is_an_error_and_is_gone_on_with(server: Server, stored: Path, tmp_path: Path) -> None:
    before, server.cut = stored.read_bytes(), 40
    with pytest.raises(GazetteerError, match="goes on where it stopped"):
        add_country(["SY"], stored, server.address, folder=tmp_path / "down")
    assert stored.read_bytes() == before
    add_country(["SY"], stored, server.address, folder=tmp_path / "down")
    assert server.asked == [None, "bytes=40-"]
    assert Gazetteer(stored).lookup("Ras Dummar")


def test_checksums_are_tested(server: Server, stored: Path, tmp_path: Path) -> None:
    right = hashlib.sha256(server.content).hexdigest()
    add_country(["SY"], stored, server.address, checksums={"SY.zip": right}, folder=tmp_path / "down")
    with pytest.raises(GazetteerError, match="checksum"):
        add_country(["SY"], stored, server.address, checksums={"SY.zip": "0" * 64}, folder=tmp_path / "down")
    assert not (tmp_path / "down" / "SY.zip").exists()


def test_a_broken_archive_is_deleted(server: Server, stored: Path, tmp_path: Path) -> None:
    server.content = server.content[:-30]
    with pytest.raises(GazetteerError, match="no whole archive"):
        add_country(["SY"], stored, server.address, folder=tmp_path / "down")
    assert list((tmp_path / "down").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "message"), [("XX", "404"), ("Syria", "no country code"), ("../x", "no country code")]
)
def test_a_wrong_code_is_refused(server: Server, stored: Path, tmp_path: Path, code: str, message: str) -> None:
    with pytest.raises(GazetteerError, match=message):
        add_country([code], stored, server.address, folder=tmp_path / "down")


def test_no_server_is_an_error(stored: Path, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="broke off"):
        add_country(["SY"], stored, "http://127.0.0.1:9", folder=tmp_path / "down")
