"""What: the same code, codes of one family, bare harm, or events that cannot be one."""

from __future__ import annotations

from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.events import event_families
from contested.reconcile.profile import Profile


def compare(one: Profile, other: Profile) -> Finding:
    """The nearest pair of codes."""
    known = event_families()
    if one.events & other.events - known.generic:
        return Finding("event", 1.0, f"both {min(one.events & other.events - known.generic)}")
    groups = {known.groups[event] for event in one.events}, {known.groups[event] for event in other.events}
    if not groups[0] & groups[1]:
        return Finding("event", VETO, f"{min(one.events)} and {min(other.events)} are never one event")
    if one.events & other.events or one.events <= known.generic or other.events <= known.generic:
        return Finding("event", 0.1, "bare harm, which fits")
    families = set().union(*(known.families[e] for e in one.events)) & set().union(
        *(known.families[e] for e in other.events)
    )
    if families:
        return Finding("event", 0.5, f"both {min(families).split('.')[1]}")
    return Finding("event", -1.2, f"{min(one.events)} against {min(other.events)}")
