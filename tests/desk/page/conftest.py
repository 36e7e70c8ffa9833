"""The desk as a person uses it: a real server, a real Chromium; skips with a message where there is none."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from contested.desk.app import static_folder

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The software renderer draws the map; nothing of the browser's own may ask the network.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)  # fmt: skip
AXE = Path(__file__).resolve().parents[3] / "src/contested/desk/app/node_modules/axe-core/axe.min.js"
PATIENCE = 15_000  # ms, for a machine with much to do
Opened = Callable[..., Page]


@contextmanager
def desk_process(ledger: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A desk in a process of its own, as the command line starts it: its address and the process."""
    command = [sys.executable, "-m", "contested.cli", "desk", "--ledger", str(ledger), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        assert found, said + process.stdout.read()
        yield found.group(), process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_for_incidents(address: str) -> None:
    """Wait until a desk shows incidents: tests that ask its API for some do not wait as the page does."""
    until = time.monotonic() + 60
    while not httpx.get(f"{address}api/moments/now", timeout=30).json()["ready"]:
        assert time.monotonic() < until, "no incidents are at hand"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs a Chromium, and none is installed: sudo apt install chromium")
    if not (static_folder() / "index.html").exists():
        pytest.skip("needs the desk's page, which is not built: make page")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def shown(demo_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that no test changes."""
    path = tmp_path_factory.mktemp("shown") / "ledger.db"
    shutil.copy(demo_ledger, path)
    with desk_process(path) as (address, _):
        wait_for_incidents(address)
        yield address


@pytest.fixture
def own_ledger(demo_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the demo's ledger."""
    shutil.copy(demo_ledger, tmp_path / "ledger.db")
    return tmp_path / "ledger.db"


@pytest.fixture
def served(own_ledger: Path) -> Iterator[str]:
    """The address of a desk for this test alone."""
    with desk_process(own_ledger) as (address, _):
        yield address


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Opens a page for somebody; ``user`` None is a first visitor, ``warned`` False keeps the graphic warning.

    ``also`` is another host that may be asked.
    """
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(
        address: str, user: str | None = "Ada", *, warned: bool = True, also: str | None = None, **options: object
    ) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        origin = re.match(r"https?://[^/]+", address)
        assert origin
        if user is not None:
            answer = context.request.post(f"{origin.group()}/api/session", data={"user": user})
            assert answer.ok, answer.text()
        if warned:
            context.add_init_script("localStorage.setItem('contested.graphic', 'true')")
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"error on the page: {error}"))
        hosts = (origin.group(), *([also] if also else []))
        page.on("request", lambda request: foreign(request.url, hosts, troubles))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not troubles


def foreign(url: str, hosts: tuple[str, ...], troubles: list[str]) -> None:
    """Note a request that leaves the desk."""
    if not url.startswith((*hosts, "data:", "blob:")):
        troubles.append(f"asked another host: {url}")


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, a line each."""
    if not AXE.exists():
        pytest.skip("needs axe-core beside the page's sources: make page")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
        ".then(found => found.violations.flatMap(one => one.nodes.map(node => "
        "`${one.id}: ${one.help}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\\n', ' ')}`)))"
    )
    assert isinstance(found, list)
    return [str(line) for line in found]
