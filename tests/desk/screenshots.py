"""Pictures of the desk for README: python -m tests.desk.screenshots [FOLDER]."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright
from tests.desk.conftest import DEMO, PACKS
from tests.desk.page.conftest import FLAGS, NAMES, desk_process

from contested.cli import cli
from contested.flow.reconciling import reconcile_ledger

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
REST = 2_500  # ms for the map to be drawn


def main(folder: Path) -> None:
    """Read the demo, open its desk, and take the pictures."""
    browser = next((path for name in NAMES if (path := shutil.which(name))), None)
    if browser is None:
        raise SystemExit("needs a Chromium: make browser")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        ledger = Path(place) / "demo.db"
        result = CliRunner().invoke(cli, ["read", str(DEMO), "--ledger", str(ledger)])
        if result.exit_code:
            raise SystemExit(result.output)
        reconcile_ledger(ledger, PACKS)
        with desk_process(ledger) as (address, _), sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
            context = started.new_context(viewport={"width": 1280, "height": 800})
            context.request.post(f"{address}api/session", data={"user": "Ada"})
            context.add_init_script("localStorage.setItem('contested.graphic', 'true')")
            take(context.new_page(), address, folder)
            started.close()


def take(page: Page, address: str, folder: Path) -> None:
    """One picture a page."""
    picture(page, address, folder / "overview.png")
    told = page.request.get(f"{address}api/incidents?disputed=true").json()["rows"][0]["id"]
    picture(page, f"{address}incident/{told}", folder / "incident.png")
    picture(page, f"{address}review", folder / "review.png")


def picture(page: Page, address: str, file: Path) -> None:
    """Open a page, let it come to rest, and keep what it shows."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(REST)
    page.screenshot(path=file)
    print(file.name)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
