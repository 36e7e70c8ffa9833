"""Whether two profiles tell one incident: the attributes' scores, added, against a threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contested.reconcile.compare import actors, date, event, place, toll, words
from contested.reconcile.compare.actors import apart
from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.compare.place import FINE
from contested.reconcile.profile import Profile

THRESHOLD = 2.2
TELLING_PLACE, SOME, THIN = 1.5, 0.7, -1.0
ONE_SPOT, SAME_COUNT, OTHER_DOERS = 2.0, 0.8, -1.5
NOT_FAR, DENIED = -0.5, 2.0
COPIED, BACKGROUND = 3.0, -1.5
Scores = Mapping[str, float]  # of each attribute compared so far
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
    score = {finding.attribute: finding.score for finding in findings}
    findings += [*thin(score), *other_doers(one, other, score), *denial(one, other, score)]
    findings += [*background(one, other, score), *formula(one, other, score)]
    return Decision(sum(finding.score for finding in findings), tuple(findings))


def thin(score: Scores) -> list[Finding]:
    """A finding against, where two share no more than a city and a day, on which more than one thing may happen."""
    if score.get("place", 0.0) < TELLING_PLACE and score.get("toll", 0.0) < SOME and score.get("words", 0.0) < SOME:
        return [Finding("thin", THIN, "no telling place, figure or words in common")]
    return []


def other_doers(one: Profile, other: Profile, score: Scores) -> list[Finding]:
    """A finding against, where each is the deed of a side of its own, in no one village and with no one count.

    Who did it may be contested, of one event that place or count make known; raids on one half of a city and shells on
    the other are two events.
    """
    if not apart(one.doers, other.doers) or score.get("place", 0.0) >= ONE_SPOT or score.get("toll", 0.0) >= SAME_COUNT:
        return []
    return [Finding("sides", OTHER_DOERS, "the doers are of different sides, and no village or count is the same")]


def denial(one: Profile, other: Profile, score: Scores) -> list[Finding]:
    """A finding for, where one report has a side deny what the other says that it did, or suffered."""
    if score["event"] <= 0.0 or score.get("date", 0.0) <= 0.0 or score.get("place", 0.0) < NOT_FAR:
        return []
    if denies(one, other) or denies(other, one):
        return [Finding("denial", DENIED, "denied by those who are said to have done or suffered it")]
    return []


def denies(one: Profile, other: Profile) -> bool:
    """Whether one is a denial by a side that the other names; of another's deed, by those whom it hurt."""
    if apart(one.accused, one.deniers):
        return bool(one.deniers & other.hurt) and not apart(one.accused, other.doers)
    return bool(one.deniers & (other.doers | other.hurt))


def background(one: Profile, other: Profile, score: Scores) -> list[Finding]:
    """A finding against for each that a report only mentions, without day and count, save in the other's very words."""
    told = [p for p in (one, other) if p.days is None and not p.figures and not p.leads]
    if not told or score.get("words", 0.0) >= COPIED:
        return []
    return [Finding("background", BACKGROUND * len(told), "mentioned in passing, without a day and a count")]


def formula(one: Profile, other: Profile, score: Scores) -> list[Finding]:
    """A finding against, where two villages or quarters are told of in one outlet's set words, and no one count."""
    told = all(any(spot.weight >= FINE for spot in profile.spots) for profile in (one, other))
    if not told or score.get("place", 0.0) > 0.0 or score.get("toll", 0.0) >= SAME_COUNT:
        return []
    shared = score.get("words", 0.0)
    return [Finding("formula", THIN - shared, "the same words of two places")] if shared >= SOME else []
