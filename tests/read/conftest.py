"""A web server on the loopback interface, serving what a test puts into it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Site:
    """Path to (status, headers, body); ``asked`` lists every request's path and user agent."""

    address: str
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def put(self, path: str, body: str | bytes, type_: str = "text/html; charset=utf-8", status: int = 200) -> str:
        """Serve a body; returns its address."""
        raw = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"Content-Type": type_}, raw)
        return self.address + path

    def redirect(self, path: str, target: str) -> str:
        """Serve a redirect; returns its address."""
        self.pages[path] = (302, {"Location": target}, b"")
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    """An empty site; every path answers 404 until it is put there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, self.headers["User-Agent"]))
            status, headers, body = served.pages.get(self.path, (404, {}, b"no"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()


PAGE = """<!DOCTYPE html><html><head><title>Army enters three villages | Valley Times</title>
<meta property="og:site_name" content="Valley Times"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2020-02-01T09:00:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Army enters three villages</h1>
<p>Government soldiers entered three villages on Saturday, the army said, after a night of artillery fire.</p>
<p>Residents had left two days earlier, according to the local council, which counted nine ruined houses.</p>
</article><footer>© 2020 Valley Times</footer></body></html>"""


@pytest.fixture
def page() -> str:
    """A news page with its metadata."""
    return PAGE
