"""A client that costs the machine little: one connection, HTTP/1.1 by hand, so that a load measures the server alone.

A client of HTTPX takes several milliseconds of processor a request. Fifty of them on the two cores that the server
shares would be most of what is measured.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from urllib.parse import urlencode


class Lost(ConnectionError):
    """The server went away before it had answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a body."""

    status: int
    body: bytes


class Client:
    """One connection to a server on loopback, made anew where it is lost."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie = port, ""
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, address: str, asked: dict[str, str] | None = None) -> Answer:
        """Ask; raises Lost."""
        return await self.send("GET", f"{address}?{urlencode(asked)}" if asked else address)

    async def post(self, address: str, given: object) -> Answer:
        """Send JSON; raises Lost."""
        return await self.send("POST", address, json.dumps(given).encode())

    async def send(self, method: str, address: str, body: bytes = b"") -> Answer:
        """One request and its answer; raises Lost."""
        lines = [f"{method} {address} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Content-Length: {len(body)}"]
        lines += ["Content-Type: application/json"] if body else []
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        try:
            if self.streams is None:
                self.streams = await asyncio.open_connection("127.0.0.1", self.port)
            reader, writer = self.streams
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            return await self.read(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            self.close()
            raise Lost(type(error).__name__) from error

    async def read(self, reader: asyncio.StreamReader) -> Answer:
        """An answer whose length is told."""
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
        self.cookie = headers.get("set-cookie", self.cookie).split(";")[0]
        return Answer(int(first.split()[1]), await reader.readexactly(int(headers.get("content-length", "0"))))

    def close(self) -> None:
        """Let go of the connection."""
        if self.streams is not None:
            self.streams[1].close()
        self.streams = None
