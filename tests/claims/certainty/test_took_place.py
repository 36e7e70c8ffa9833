"""What took place or goes on is told as done, though its clause looks ahead."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("The truce allowed aid to enter Gaza.", "aid", "asserted"),
        ("The assault allowed rebels to seize three villages.", "territory_gained", "asserted"),
        ("The army did not allow the fighters to withdraw from the town.", "withdrawal", "denied"),
        ("The deal will allow the fighters to withdraw from the town.", "withdrawal", "planned"),
        ("He urged Russia to stop shelling Ukrainian cities.", "shelling", "asserted"),
        ("The government must stop bombing civilians.", "bombing", "asserted"),
        ("Mediators want to facilitate the ongoing peace talks in Geneva.", "talks", "asserted"),
        ("The attack could lead to a wider war, the minister said.", "attack", "asserted"),
        ("An attack could lead to a wider war, the minister said.", "attack", "forecast"),
        ("The planned attack could lead to a wider war, the minister said.", "attack", "planned"),
        (
            "The alliance will resume its attacks unless the junta stops air strikes on villages.",
            "air_strike",
            "asserted",
        ),
        ("The rebels pledged to free the hostages.", "agreement", "asserted"),
        ("We must not forget that the militia seized power by force.", "territory_gained", "asserted"),
        ("He denied that fighters prepared an assault on the last town held by the army.", "control", "asserted"),
        ("The agency has confirmed reports that the militia killed 70 villagers.", "casualties", "asserted"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
