"""A speaker at the end of a headline without its colon is neither hit nor counted."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.flow.batches import tell_reports
from contested.flow.rules import Settings
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("headline", "speaker", "killed"),
    [
        ("Air strikes in Norwick kill more than 20 Monitor", "Monitor", "more than 20"),
        ("Raids on Syria market kill 21 activists", "activists", "21"),
        ("Rebel fire in Aleppo kills 14 State media", "State media", "14"),
    ],
)
def test_a_headlines_last_words_speak(annotator: Annotator, headline: str, speaker: str, killed: str) -> None:
    body = "Many people were killed on the city's edge on Sunday, according to people there."
    text = f"{headline}\n\n{headline}. {body}"
    report = Report(report_id(text), "test", text, title=headline, published="2016-06-13")
    told = [claim for _, claims in tell_reports([report], Settings()) for claim in claims]
    heads = [claim for claim in told if headline in claim.evidence.quote]
    assert heads
    for claim in heads:
        assert speaker not in [party.name for party in claim.targets]
        assert [(effect.who, effect.mention.quote) for effect in claim.effects] == [(None, killed)]
