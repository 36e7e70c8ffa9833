"""A basemap of one's own on the map: a PMTiles file, raster or vector, and tiles by address; no other host is asked."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from tests.desk.page.conftest import PATIENCE, Opened, desk_process

RED = (220, 30, 30)
PNG, MVT = 2, 1  # PMTiles' types of tiles
WIDE = 4096  # of a vector tile
# Of all points of the map, the share whose first colour, or last, outweighs the other by this much.
SHARE = """async ([image, first, last]) => {
  const drawn = new Image();
  drawn.src = 'data:image/png;base64,' + image;
  await drawn.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [drawn.width, drawn.height];
  const brush = canvas.getContext('2d');
  brush.drawImage(drawn, 0, 0);
  const points = brush.getImageData(0, 0, drawn.width, drawn.height).data;
  let count = 0;
  for (let at = 0; at < points.length; at += 4) if (points[at + first] > points[at + last] + 15) count++;
  return count / (points.length / 4);
}"""


def png(red: int, green: int, blue: int) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes((0, red, green, blue)))) + chunk(b"IEND", b"")
    )  # fmt: skip


def varint(number: int) -> bytes:
    """A whole number as Protocol Buffers and PMTiles write it."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))


def field(number: int, value: int | bytes) -> bytes:
    """A field of a Protocol Buffers message."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def water() -> bytes:
    """A vector tile that is water all over."""
    square = (9, 0, 0, 26, 2 * WIDE, 0, 0, 2 * WIDE, 2 * WIDE - 1, 0, 15)  # move, three lines in zigzag, close
    shape = field(3, 3) + field(4, b"".join(map(varint, square)))
    return field(3, field(1, b"water") + field(2, shape) + field(5, WIDE) + field(15, 2))


def pmtiles(tile: bytes, kind: int) -> bytes:
    """A PMTiles file, version 3, of the one tile of zoom 0; nothing in it is compressed."""
    root = b"".join(map(varint, (1, 0, 1, len(tile), 1)))  # entries; id, run, length, offset + 1
    about = b'{"attribution":"<a href=\'https://maps.example.org\'>Example Mappers</a>"}'
    at = 127
    head = b"PMTiles\x03" + struct.pack(
        "<8Q", at, len(root), at + len(root), len(about), 0, 0, at + len(root) + len(about), len(tile)
    )
    head += struct.pack("<3Q", 1, 1, 1) + bytes((1, 1, 1, kind, 0, 0))
    head += struct.pack("<4iB2i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000, 0, 0, 0)
    assert len(head) == at
    return head + root + about + tile


@contextmanager
def tile_host() -> Iterator[tuple[str, list[str]]]:
    """A host of tiles on another port: its address, and what it was asked for."""
    asked: list[str] = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(png(*RED))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def wait_for_colour(page: Page, first: int, last: int) -> None:
    """Wait until most of the map outweighs one colour by the other."""
    expect(page.locator(".map-tools")).to_be_visible()
    share = 0.0
    for _ in range(PATIENCE // 500):
        shot = base64.b64encode(page.locator(".map-holder").screenshot()).decode()
        share = page.evaluate(SHARE, [shot, first, last])
        if share > 0.5:
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"only {share:.0%} of the map shows the basemap")


@pytest.mark.parametrize(
    ("tile", "kind", "colours"), [(png(*RED), PNG, (0, 2)), (water(), MVT, (2, 0))], ids=["raster", "vector"]
)
def test_a_pmtiles_file_lies_beneath_what_is_told(
    own_ledger: Path, opened: Opened, tmp_path: Path, tile: bytes, kind: int, colours: tuple[int, int]
) -> None:
    file = tmp_path / "region.pmtiles"
    file.write_bytes(pmtiles(tile, kind))
    with desk_process(own_ledger, "--basemap", str(file)) as (address, _):
        page = opened(address, color_scheme="light")  # notes what other hosts are asked
        page.get_by_label("Place", exact=True).fill("nowhere at all")  # what is told would hide what lies beneath it
        wait_for_colour(page, *colours)
        expect(page.locator(".map-credit")).to_have_text("Example Mappers")
        ranges = page.evaluate(
            "performance.getEntriesByType('resource').filter(one => /basemap$/.test(one.name)).length"
        )
        assert ranges >= 1


def test_tiles_by_address_are_asked_of_that_host_alone(own_ledger: Path, opened: Opened) -> None:
    with tile_host() as (host, asked), desk_process(own_ledger, "--basemap", f"{host}/{{z}}/{{x}}/{{y}}.png") as desk:
        page = opened(desk[0], also=host, color_scheme="light")
        wait_for_colour(page, 0, 2)
        assert asked and all(re.fullmatch(r"/\d+/\d+/\d+\.png", path) for path in asked)


def test_a_basemap_that_is_none_is_said_and_the_map_stays(own_ledger: Path, opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "broken.pmtiles"
    file.write_bytes(b"no tiles at all" * 20)
    with desk_process(own_ledger, "--basemap", str(file)) as (address, _):
        page = opened(address)
        expect(page.locator(".map")).to_contain_text("The basemap could not be read")
        expect(page.locator(".map-tools")).to_be_visible()
