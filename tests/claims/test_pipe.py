"""The components in a pipeline that is not ours."""

from __future__ import annotations

import spacy

from contested.annotate.pipeline import DEFAULT_MODEL
from contested.claims.pipe import claims_in


def test_claims_component_works_in_anyones_pipeline() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("contested_claims")
    found = claims_in(nlp("Rebels shelled the airport near Saraqib on Monday. It was a fine day."))
    assert [claim.event for claim in found] == ["shelling"]
    assert "contested_claims" in nlp.pipe_names


def test_mentions_are_kept_where_the_annotating_component_ran_before() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("contested_annotate", config={"packs": ["world"]})
    nlp.add_pipe("contested_claims")
    assert claims_in(nlp("Troops captured the town of Qastal."))[0].event == "territory_gained"
