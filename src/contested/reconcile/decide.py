"""Whether two profiles tell one incident: the attributes' scores, added, against a threshold."""

from __future__ import annotations

from dataclasses import dataclass

from contested.reconcile.compare import actors, date, event, place, toll, words
from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.profile import Profile

THRESHOLD = 2.6
TELLING_PLACE, SOME, THIN = 1.5, 0.7, -1.0
ATTRIBUTES = (event.compare, date.compare, place.compare, actors.compare, toll.compare, words.compare)


@dataclass(frozen=True, slots=True)
class Decision:
    """The sum of the findings, and each of them."""

    score: float
    findings: tuple[Finding, ...]

    @property
    def same(self) -> bool:
        """Whether the sum reaches the threshold."""
        return self.score >= THRESHOLD


def decide(one: Profile, other: Profile) -> Decision:
    """Compare in every attribute; the order of the two does not matter."""
    findings: list[Finding] = []
    for compare in ATTRIBUTES:
        findings.append(compare(one, other))
        if findings[-1].score <= VETO:
            break
    findings += thin(findings)
    return Decision(sum(finding.score for finding in findings), tuple(findings))


def thin(findings: list[Finding]) -> list[Finding]:
    """A finding against, where two share no more than a city and a day, on which more than one thing may happen."""
    score = {finding.attribute: finding.score for finding in findings}
    if score.get("place", 0.0) < TELLING_PLACE and score.get("toll", 0.0) < SOME and score.get("words", 0.0) < SOME:
        return [Finding("thin", THIN, "no telling place, figure or words in common")]
    return []
