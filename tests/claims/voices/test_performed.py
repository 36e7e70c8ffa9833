"""What a party does by announcing it is no word of its own; what it announces to have happened is."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "sources"),
    [
        ("The army announced a ceasefire in Homs.", "agreement", []),
        ("A truce was announced by the army.", "agreement", []),
        ("The army announced that a ceasefire had begun in Homs.", "agreement", ["army"]),
        ("The group announced the killing of nine soldiers.", "casualties", ["group"]),
        ("The army took Norwick during a truce declared last week by the rebels.", "territory_gained", []),
    ],
)
def test_who_tells_a_truce(annotator: Annotator, text: str, event: str, sources: list[str]) -> None:
    assert [voice.name for voice in first_told(annotator, text, event).attribution] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine rebels were killed in raids, the NNC statement said.", "NNC"),
        ("An army statement said nine rebels were killed.", "army"),
        ("A police report said nine rebels were killed.", "police report"),
        ("IS shelled a town. ISs statement said the attack left nine dead.", "IS"),
        ("Nine people were killed in Homs the Observatory said.--AFP", "Observatory"),
        ("Two young men in orange jumpsuits who say they saw the shelling of Homs fled.", "men in orange jumpsuits"),
        ("Witnesses saw tanks. One of them, a shopkeeper, said shells killed nine.", "shopkeeper"),
        ("Citing its partners in Syria UNHCR said that nine people were killed.", "UNHCR"),
        ("Pathologist Rory Kendal told reporters the town was hit. He said a shell killed nine.", "Rory Kendal"),
        (
            "The army killed nine, the Sona news agency said. A tank was destroyed, the source added.",
            "Sona news agency",
        ),
    ],
)
def test_who_said_it(annotator: Annotator, text: str, source: str) -> None:
    names = [claim.attribution[-1].name for claim in all_told(annotator, text) if claim.attribution]
    assert names and source in names[-1] and "Syria" not in names[-1]


@pytest.mark.parametrize(
    "before",
    ["Defence minister Anna Marlow visited the front.", "Anna Marlow, the minister, visited the front."],
)
def test_a_bare_role_means_who_bears_it(annotator: Annotator, before: str) -> None:
    text = f"{before} The minister said nine soldiers had been killed."
    assert [voice.name for voice in first_told(annotator, text, "casualties").attribution] == ["Anna Marlow"]
