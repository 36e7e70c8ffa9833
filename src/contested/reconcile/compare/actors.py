"""Who: parties that both name. Different parties speak little against: that is what is contested."""

from __future__ import annotations

from contested.reconcile.compare.finding import Finding
from contested.reconcile.counted import CIVILIANS
from contested.reconcile.profile import Profile

OTHER_HURT, SIDE_HURT, OTHER_PART, ANSWERED = -1.5, 0.5, 0.3, -1.0
FIRE = frozenset({"shelling", "air_strike", "missile_attack"})
VAGUE = frozenset("people civilians others civilian children women men fighters militants rebels they members".split())


def compare(one: Profile, other: Profile) -> Finding:
    """Parties in the same part, then parties in whatever part; who was hurt is seldom contested by side."""
    found = by_name(one, other)
    if apart(one.hurt, other.hurt):
        return Finding("actors", found.score + OTHER_HURT, f"{found.why}; those hurt are of different sides")
    if crossed(one, other) or crossed(other, one):
        return Finding("actors", ANSWERED, "those who did it here are those whom others hurt there")
    if found.score <= 0.0 and (one.hurt & other.hurt) - {CIVILIANS}:
        return Finding("actors", found.score + SIDE_HURT, f"{found.why}; those hurt are of one side")
    return found


def crossed(one: Profile, other: Profile) -> bool:
    """Whether a side fires in one account and is fired at by another in the other; in a fight, both sides do both."""
    if not (one.events & FIRE and other.events & FIRE):
        return False
    acting, answering = one.doers | one.accused, other.doers | other.accused
    return bool(acting & other.hurt) and bool(answering) and not acting & answering


def apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name sides, and none that the other names."""
    return bool(ours and theirs and not ours & theirs)


def by_name(one: Profile, other: Profile) -> Finding:
    """The parties' names."""
    doers = (one.initiators & other.initiators) - VAGUE
    hit = (one.targets & other.targets) - VAGUE
    if doers or hit:
        score = (0.5 if doers else 0.0) + (0.5 if hit else 0.0)
        return Finding("actors", score, f"both name {', '.join(sorted(doers | hit)[:3])}")
    if (one.initiators | one.targets) & (other.initiators | other.targets) - VAGUE:
        return Finding("actors", OTHER_PART, "the same party in another part")
    if one.initiators and other.initiators:
        return Finding("actors", -0.3, "different doers")
    return Finding("actors", 0.0, "no party to compare")
