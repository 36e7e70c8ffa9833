"""What somebody is bent on, weighs or brings about is planned; what goes on is not."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("The army will focus its efforts on retaking Kidal.", "territory_gained", "planned"),
        ("Turkey hinted at launching a new operation in Syria.", "armed_clash", "planned"),
        ("Kenya supports a strike on the militants.", "air_strike", "planned"),
        ("Helicopters supported an assault on the town.", "air_strike", "asserted"),
        ("Air strikes remain on the table, the minister said.", "air_strike", "planned"),
        ("The options include air strikes on the camps.", "air_strike", "planned"),
        ("The two sides are close to a ceasefire.", "agreement", "planned"),
        ("Qatar is mediating a truce between the two sides.", "agreement", "planned"),
        ("The ceasefire takes effect on Wednesday.", "agreement", "planned"),
        ("The court issued a warrant for the arrest of the general.", "arrest", "planned"),
        ("The envoy met both sides with an eye to ending the siege of the town.", "siege", "asserted"),
        ("Fighters entered the town on Monday.", "territory_gained", "asserted"),
        ("Two men were charged with planning attacks on churches.", "attack", "planned"),
        ("Talks on the release of the hostages continue.", "release", "planned"),
        ("The UN warned of a possible genocide in Darfur.", "attack_on_civilians", "forecast"),
        ("The two sides have yet to agree on the release of 23 prisoners.", "release", "planned"),
        ("The leaders will focus on a truce in the city.", "agreement", "planned"),
        ("The military presented plans to move civilians before any operation in the city.", "armed_clash", "planned"),
        ("The bloc, which threatened air strikes last July, lifted its sanctions.", "air_strike", "planned"),
        (
            "The deal provides for the release of prisoners and the withdrawal of foreign forces.",
            "withdrawal",
            "planned",
        ),
        ("Iran is mulling missile strikes on Israel.", "missile_attack", "planned"),
        ("The operation was aimed at the recapture of the town.", "territory_gained", "planned"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
