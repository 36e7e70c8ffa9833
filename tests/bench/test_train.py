"""How right candidates are once the weak ones are left out."""

from __future__ import annotations

from typing import Any

import pytest
from bench.corpora import SHARED
from bench.train import Coding, judged_anew

GOLD = {"event": "shelling", "trigger": "shelled", "sentence": "Rebels shelled the old market."}


def claim(trigger: str) -> dict[str, Any]:
    """A system claim in that sentence."""
    return {
        "report": {"ref": "1"},
        "event": "shelling",
        "trigger": {"quote": trigger},
        "evidence": {"quote": GOLD["sentence"]},
    }


def test_a_weak_candidate_takes_no_coded_claim_from_a_strong_one() -> None:
    if not (SHARED / "eval" / "score_claims.py").is_file():
        pytest.skip("no scorer beside the project")
    coding = Coding(
        {"ref": "1", "claims": [GOLD]},
        [claim("shelled"), claim("shelled")],
        [("1", ["a"], True), ("1", ["b"], False)],
    )
    assert judged_anew([coding], [0.9, 0.1]) == ([("1", ["a"], True)], [0.9])
    assert judged_anew([coding], [0.1, 0.9]) == ([("1", ["b"], True)], [0.9])
