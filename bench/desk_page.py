"""When the first rows stand in a browser, and when the map: a real Chromium, everything cold, over a served ledger.

    python -m bench.desk_page LEDGER [--port 8793] [--rounds 5] [--json OUT]

Milliseconds since the address was opened: "sent" is the page's first byte, "rows" the first ten incidents of the list
drawn, "map" the map drawn with its circles. "script" is the processor that the page itself took until the rows stood,
which other work on the machine changes less than the clock.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from tests.desk.page.conftest import FLAGS, NAMES

from bench.desk_server import Server

TARGET_MS = 1500.0
# Looks after each frame; a row that is still on its way is no row.
WATCH = """
const look = () => {
  if (document.querySelectorAll('a.incident-row').length >= 10) window.rowsAt = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
ASKED = """() => performance.getEntriesByType('resource').map(one => [
  new URL(one.name).pathname, one.startTime, one.responseStart, one.responseEnd, one.encodedBodySize])"""


def main() -> None:
    """Measure, print, and exit with 1 where the target is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--port", type=int, default=8793)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    server = Server(given.ledger, given.port)
    server.start()
    try:
        figures, requests = measure(server.address, given.rounds)
    finally:
        server.stop()
    for name, value in figures.items():
        print(f"{name:<34} {value:>10,.0f}")
    for path, began, first, ended, size in requests:
        print(f"  {began:>7.0f} {first:>7.0f} {ended:>7.0f} ms {size / 1024:>8.1f} KiB  {path}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    raise SystemExit(1 if figures["first rows, median ms"] > TARGET_MS else 0)


def measure(address: str, rounds: int) -> tuple[dict[str, float], list[list[Any]]]:
    """The figures, and the requests of the last round as (path, begin, first byte, end, bytes)."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        seen = [opened(browser, address) for _ in range(rounds)]
        browser.close()
    figures = {f"{name}, median ms": statistics.median(one[name] for one, _ in seen) for name in seen[0][0]}
    worst = max(one["first rows"] for one, _ in seen)
    return figures | {"first rows, slowest ms": worst}, seen[-1][1]


def opened(browser: Browser, address: str) -> tuple[dict[str, float], list[list[Any]]]:
    """One opening by somebody who was never there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.add_init_script(WATCH)
        page.goto(address, wait_until="commit")
        page.locator("a.incident-row").nth(9).wait_for(timeout=60_000)
        told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        sent, rows = page.evaluate("[performance.getEntriesByType('navigation')[0].responseStart, window.rowsAt]")
        page.wait_for_selector(".map-tools", timeout=60_000)
        drawn = float(page.evaluate("performance.now()"))
        figures = {"sent": sent, "first rows": rows, "script": told["TaskDuration"] * 1000, "map": drawn}
        return figures, page.evaluate(ASKED)
    finally:
        context.close()


if __name__ == "__main__":
    main()
