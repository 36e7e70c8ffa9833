"""Who tells claims: each speaker once, under whichever of its names it came first."""

from __future__ import annotations

from pathlib import Path

from contested.model.source import Source
from contested.packs.load import load_packs
from contested.views.standing import Telling

from .conftest import claim, report

PACK = """
[[actor]]
id = "river-army"
kind = "state_forces"
name = "River Army"
aliases = ["RA"]
[[leader]]
name = "Ilan Dorr"
actor = "river-army"
office = "spokesman"
"""


def test_names_of_one_party_are_one_speaker_and_its_people_are_others(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    text = report("A strike hit Ormek.", "one", "North Wire")
    names = {"RA": "river-army", "Ilan Dorr": "river-army", "River Army": "river-army", "Hill Guard": None}
    told = [
        claim(text, "A strike", "strike", "attack", voices=(Source(name, "party", actor),), confidence=0.1 * n)
        for n, (name, actor) in enumerate(names.items())
    ]
    telling = Telling({str(n): one for n, one in enumerate(told)}, load_packs([tmp_path / "pack.toml"]))
    assert telling.speakers(["0", "1", "2", "3"]) == "RA, Ilan Dorr and Hill Guard"
    assert telling.speakers(["2", "0"]) == "River Army"
