"""Who is the subject of a violent verb by plain grammar did it, whoever acts in the clauses around it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import all_told


@pytest.mark.parametrize(
    ("text", "word", "doers", "hit"),
    [
        ("Police shot four men who failed to stop their car and began shooting at officers.", "shooting at",
         ["men"], ["officers"]),
        ("The men took the patient out of the vehicle and killed him.", "killed", ["men"], ["patient"]),
        ("Three teachers were buried on Sunday in Kaya after gunmen killed them on Friday.", "killed", ["gunmen"],
         ["teachers"]),
        ("The army, together with local militiamen, retook the town from the rebels.", "retook",
         ["army", "local militiamen"], ["rebels"]),
        ("An officer who shot two students was arrested by police.", "shot", ["officer"], ["students"]),
    ],
)  # fmt: skip
def test_who_acts_in_the_clause(annotator: Annotator, text: str, word: str, doers: list[str], hit: list[str]) -> None:
    told = next(c for c in all_told(annotator, text) if c.trigger.quote == word)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
