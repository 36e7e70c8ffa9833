"""What every test may ask for: the annotator, loaded once; the corpora beside the project, or a skip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from contested.annotate.pipeline import Annotator, load_pipeline

# Speed is measured by the benches; a slow machine must not fail a property that holds.
settings.register_profile("contested", deadline=None)
settings.load_profile("contested")


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The default pipeline with the shipped packs and the embedded gazetteer."""
    return Annotator(load_pipeline())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the project."""
    path = Path(__file__).resolve().parents[2] / "shared"
    if not path.is_dir():
        pytest.skip("needs the corpora in ../shared, which are not here")
    return path
