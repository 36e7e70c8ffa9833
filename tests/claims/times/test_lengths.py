"""Lengths of what is still to come count on from the report's day, or date nothing; those of what was count back."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "days"),
    [
        ("The siege is expected to last three months.", "siege", None),
        ("The talks are expected to last six weeks, the envoy said.", "talks", None),
        ("The militia has to hand over its weapons within ten days.", "surrender", ("2020-02-04", "2020-02-14")),
        ("The inspectors will withdraw in two weeks.", "withdrawal", ("2020-02-04", "2020-02-18")),
        ("The army has shelled the town for three days.", "shelling", ("2020-02-01", "2020-02-04")),
        ("The rebels managed to seize the town within two days.", "territory_gained", ("2020-02-02", "2020-02-04")),
    ],
)
def test_days_of_a_length(annotator: Annotator, text: str, event: str, days: tuple[str, str] | None) -> None:
    time = first_told(annotator, text, event).time
    assert ((time.start, time.end) if time else None) == days
