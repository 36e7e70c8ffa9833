"""How many: the same figure of the same harm is telling, the more so the less round and the larger it is."""

from __future__ import annotations

from contested.reconcile.compare.finding import Finding
from contested.reconcile.profile import HARM, Figure, Profile

NONE = "no figure to compare"


def compare(one: Profile, other: Profile) -> Finding:
    """Figures that both tell, else how far apart they are."""
    counts = shared_counts(one, other)
    if counts:
        score = min(3.0, sum(telling(count) for _, count in counts))
        kind, count = max(counts, key=lambda c: (telling(c[1]), c))
        return Finding("toll", score, f"both tell {count} {kind}")
    for kind in HARM:
        a, b = largest(one, kind), largest(other, kind)
        if a is not None and b is not None:
            share = min(a, b) / max(a, b) if max(a, b) else 1.0
            score = 0.4 if share >= 0.7 else 0.0 if share >= 0.3 else -0.6
            return Finding("toll", score, f"{a} and {b} {kind}")
    return Finding("toll", 0.0, NONE)


def shared_counts(one: Profile, other: Profile) -> list[tuple[str, int]]:
    """Harm and number that both tell."""
    shared = {bare(f) for f in one.figures} & {bare(f) for f in other.figures}
    return [(kind, count) for kind, count in shared if count is not None and count > 0]


def bare(figure: Figure) -> tuple[str, int | None]:
    """Harm and number, whatever the bound: "at least 27" and "27" are the same telling."""
    kind, low, high = figure
    return kind, low if low is not None else high


def telling(count: int | None) -> float:
    """How much sharing a number tells: little for one or two, less for round ones."""
    if not count or count <= 1:
        return 0.0
    plain = 0.3 if count <= 3 else 0.8 if count <= 9 else 1.5
    return plain * (0.6 if count % 10 == 0 or count in (24, 12) else 1.0)


def largest(profile: Profile, kind: str) -> int | None:
    """The largest figure of a harm."""
    return max((low for k, low, _ in profile.figures if k == kind and low is not None), default=None)
