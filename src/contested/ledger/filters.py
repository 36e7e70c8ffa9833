"""Which claims are asked for: one set of conditions, for the ledger in SQL and for claims at hand in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from contested.ledger.labels import folded, labels_of, spelling
from contested.model.claim import Claim

OPEN = "XXXX"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Conditions that a claim meets all; None asks nothing. Days are ISO; ``events`` are codes, one of which must fit.

    ``place``, ``actor`` and ``source`` are ids, or words that stand in a name in this order; a place may also be spelt
    in another romanisation. ``meant`` holds, by these roles, ids and names that fit as well (see ``gazetteer.meant``
    and ``Pack.ids_meant_by``). A claim of an open year fits where its month and day may lie in the days asked for; a
    claim without any time never does.
    """

    place: str | None = None
    since: str | None = None
    until: str | None = None
    actor: str | None = None
    events: tuple[str, ...] = ()
    source: str | None = None
    report: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def accepts(self, claim: Claim) -> bool:
        """Whether a claim at hand meets the conditions; ``limit`` is left to the caller."""
        if self.events and claim.event not in self.events:
            return False
        if self.report is not None and self.report not in (claim.report.id, claim.report.ref):
            return False
        if claim.confidence < self.min_confidence:
            return False
        labels = labels_of(claim)
        for role, words in self.names():
            if not self.fits(role, words, (value for held, value in labels if held == role)):
                return False
        return (self.since is None and self.until is None) or self.accepts_time(claim)

    def fits(self, role: str, words: str, labels: Iterable[str]) -> bool:
        """Whether one of the labels of a role is what is asked for."""
        asked, whole = folded(words), self.whole(role, words)
        return any(asked in label or label in whole for label in labels)

    def whole(self, role: str, words: str) -> list[str]:
        """The labels that fit only as a whole."""
        return [spelling(words), *(folded(name) for name in self.meant.get(role, ()))]

    def labelled(self, role: str, words: str) -> tuple[str, list[object]]:
        """The claims of which a label of a role is what is asked for, as SQL with values."""
        whole = self.whole(role, words)
        fit = f"instr(value, ?) OR value IN ({', '.join('?' * len(whole))})"
        return f"SELECT claim FROM label WHERE role = ? AND ({fit})", [role, folded(words), *whole]

    def accepts_time(self, claim: Claim) -> bool:
        """Whether a claim's days may lie in the days asked for."""
        if claim.time is None:
            return False
        if not claim.time.start.startswith(OPEN):
            return claim.time.start <= (self.until or "9999") and claim.time.end >= (self.since or "")
        windows = self.month_days()
        return windows is None or any(claim.time.start[4:] <= b and claim.time.end[4:] >= a for a, b in windows)

    def month_days(self) -> list[tuple[str, str]] | None:
        """The asked days as stretches of "-MM-DD" within a year; None where they hold every day of some year."""
        if self.since is None or self.until is None:
            return None
        first, last = date.fromisoformat(self.since), date.fromisoformat(self.until)
        if (last - first).days >= 365:
            return None
        if first.year == last.year:
            return [(self.since[4:], self.until[4:])]
        return [(self.since[4:], "-12-31"), ("-01-01", self.until[4:])]

    def names(self) -> list[tuple[str, str]]:
        """The roles that are asked about, with the id or words."""
        asked = (("place", self.place), ("actor", self.actor), ("source", self.source))
        return [(role, words) for role, words in asked if words is not None]

    def where(self) -> tuple[str, list[object]]:
        """The same conditions as an SQL expression over ``claim c``, ``told t`` and ``appearance a``, with values."""
        parts: list[str] = ["t.confidence >= ?"]
        values: list[object] = [self.min_confidence]
        if self.events:
            parts.append(f"c.event IN ({', '.join('?' * len(self.events))})")
            values += self.events
        if self.report is not None:
            parts.append("(c.report = ? OR a.ref = ?)")
            values += [self.report, self.report]
        for role, words in self.names():
            labelled, given = self.labelled(role, words)
            parts.append(f"c.id IN ({labelled})")
            values += given
        if self.since is not None or self.until is not None:
            windows = self.month_days()
            opened = (
                "1"
                if windows is None
                else " OR ".join(["(substr(time_start, 5) <= ? AND substr(time_end, 5) >= ?)"] * len(windows))
            )
            parts.append(
                f"((time_start NOT LIKE '{OPEN}%' AND time_start <= ? AND time_end >= ?) "
                f"OR (time_start LIKE '{OPEN}%' AND ({opened})))"
            )
            values += [self.until or "9999", self.since or ""]
            values += [bound for first, last in windows or [] for bound in (last, first)]
        return " AND ".join(parts), values
