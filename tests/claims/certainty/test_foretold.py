"""What is feared or expected lies ahead; what people arrange is planned."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("Aid workers fear a massacre if the town falls.", "attack_on_civilians", "forecast"),
        ("Officials in Kyiv fear a Russian offensive on Kharkiv.", "armed_clash", "forecast"),
        ("More clashes are expected in the coming days.", "armed_clash", "forecast"),
        ("Peace talks are expected in Nairobi next week.", "talks", "planned"),
        ("Residents feared the shelling.", "shelling", "asserted"),
        ("The talks in Jeddah are expected to focus on food.", "talks", "planned"),
        ("The ministers are expected to meet in Doha.", "talks", "planned"),
        ("The fighting is expected to spread to the port.", "armed_clash", "forecast"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
