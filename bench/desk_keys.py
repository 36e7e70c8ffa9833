"""200 reviews in a row by keyboard in a real browser: python -m bench.desk_keys LEDGER [--reviews 200].

A copy of the ledger is judged, never the ledger itself. Figures: median and 95th percentile, in ms, from the key to
the next claim drawn; judgements kept of those made.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.desk.page.conftest import FLAGS, NAMES, desk_process

from contested.ledger.judgements import judgements_of
from contested.ledger.reads import open_ledger

# Notes when a key goes down, and when the page has drawn another claim after it.
WATCH = """
window.times = [];
let pressed = 0;
const claim = () => document.querySelector("[data-claim]")?.dataset.claim ?? "";
let before = claim();
addEventListener("keydown", () => { pressed = performance.now(); before = claim(); }, true);
new MutationObserver(() => {
  if (!pressed || claim() === before || !claim()) return;
  const since = pressed;
  pressed = 0;
  requestAnimationFrame(() => window.times.push(performance.now() - since));
}).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
"""


def main() -> None:
    """Review, and print what it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--reviews", type=int, default=200)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        ledger = copied(given.ledger, Path(place))
        with desk_process(ledger) as (address, _), sync_playwright() as playwright:
            path = next(found for name in NAMES if (found := shutil.which(name)))
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            page = browser.new_page()
            page.request.post(f"{address}api/session", data={"user": "Ada"})
            page.add_init_script("localStorage.setItem('contested.graphic', 'true')")
            page.goto(f"{address}review")
            times = reviewed(page, given.reviews)
            browser.close()
        with open_ledger(ledger) as opened:
            kept = len(judgements_of(opened))
    slowest = statistics.quantiles(times, n=20)[-1]
    print(f"{given.reviews} reviews: median {statistics.median(times):.0f} ms, p95 {slowest:.0f} ms to the next claim")
    print(f"{kept} judgements kept of {given.reviews}")


def copied(ledger: Path, place: Path) -> Path:
    """A copy of a ledger, with what its log holds, and its boards."""
    copy = place / "ledger.db"
    with closing(sqlite3.connect(ledger)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    boards = ledger.with_name(ledger.name + ".boards")
    if boards.is_dir():
        shutil.copytree(boards, copy.with_name(copy.name + ".boards"))
    return copy


def reviewed(page: Page, reviews: int) -> list[float]:
    """Press the key, wait for the next claim, and so on; the times in ms."""
    page.wait_for_selector("[data-claim]", timeout=120_000)
    page.evaluate(WATCH)
    for done in range(1, reviews + 1):
        page.keyboard.press("a")
        deadline = time.monotonic() + 30
        while page.evaluate("window.times.length") < done:
            if time.monotonic() > deadline:
                raise SystemExit(f"no next claim after {done} reviews")
    while page.evaluate("localStorage.getItem('contested.outbox')"):
        page.wait_for_timeout(50)
    found: list[float] = page.evaluate("window.times")
    return found


if __name__ == "__main__":
    main()
