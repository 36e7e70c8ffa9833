"""Making a board from a build: incident by incident, so that memory stays small whatever the ledger's size."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from contested.desk.board_entry import FAMILIES, Entry, entry_of
from contested.desk.board_worth import Worth, unsure_below, words_of, worths
from contested.ledger.board import BoardWriter, new_board
from contested.ledger.board_reads import bodies, current_claims, in_batches
from contested.ledger.incidents import Incidents
from contested.ledger.reads import Ledger
from contested.model.contradiction import CONTRADICTION_KINDS
from contested.model.incident import Incident
from contested.packs.pack import Pack
from contested.views.review import reviews_at

VERSION = 7  # of what a board holds; one of another version is made anew
FACETS = ("events", "actors", "outlets", "sides", "places")
# Numbers of an incident: the array's type by its name. Days are proleptic ordinals, 0 not told; -1 is no figure.
INCIDENT_NUMBERS = {
    "family": "B", "first": "i", "last": "i", "reported": "i", "lat": "f", "lon": "f", "km": "f", "killed_low": "i",
    "killed_high": "i", "killed_open": "B", "disputes": "B", "reports": "i", "outlet_count": "i", "roots": "i",
    "claim_count": "i", "confidence": "f", "point": "i",
}  # fmt: skip
BATCH = 200
Progress = Callable[[str, int], None]


def board_name(as_of: str, digest: str, packs: Sequence[str]) -> str:
    """The file's name: the moment, and a hash of everything that it is made of."""
    made_of = hashlib.sha256(f"{VERSION} {digest} {packs}".encode()).hexdigest()[:16]
    return f"{as_of or 'now'}-{made_of}.board"


class Columns:
    """The numbers of all incidents, column by column, and the values to filter by."""

    def __init__(self) -> None:
        self.numbers = {name: array(kind) for name, kind in INCIDENT_NUMBERS.items()}
        self.ids: list[bytes] = []
        self.known: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        self.values: dict[str, list[tuple[str, str, str]]] = {facet: [] for facet in FACETS}
        self.rows = {facet: array("i") for facet in FACETS}
        self.held = {facet: array("i") for facet in FACETS}
        self.takes_in: list[tuple[int, tuple[str, ...]]] = []

    def add(self, entry: Entry, parts: tuple[str, ...] = ()) -> None:
        """The next incident, with the ids of those that its counts take in."""
        rank = len(self.ids)
        if parts:
            self.takes_in.append((rank, parts))
        self.ids.append(entry.row["id"].encode())
        for facet, values in entry.values.items():
            known = self.known[facet]
            for id, (name, note) in values.items():
                number = known.setdefault(id, len(known))
                if number == len(self.values[facet]):
                    self.values[facet].append((id, name, note))
                self.rows[facet].append(rank)
                self.held[facet].append(number)
        for name, value in numbers_of(entry.row).items():
            self.numbers[name].append(value)
        self.numbers["point"].append(-1 if entry.point is None else self.known["places"][entry.point])

    def packed(self) -> dict[str, bytes]:
        """Every column as bytes."""
        columns = {name: held.tobytes() for name, held in self.numbers.items()}
        for facet in FACETS:
            columns[f"{facet}.rows"] = self.rows[facet].tobytes()
            columns[f"{facet}.held"] = self.held[facet].tobytes()
        sums = array("i"), array("i")
        ranks = {id.decode(): rank for rank, id in enumerate(self.ids)} if self.takes_in else {}
        for whole, parts in self.takes_in:
            known = [ranks[part] for part in parts if part in ranks]
            sums[0].extend([whole] * len(known))
            sums[1].extend(known)
        return columns | {"ids": packed_ids(self.ids), "sums.whole": sums[0].tobytes(), "sums.part": sums[1].tobytes()}


class Claims:
    """Every claim with its incident's rank, what its review is worth, and why."""

    def __init__(self, unsure: float) -> None:
        self.unsure = unsure
        self.ids: list[bytes] = []
        self.ranks, self.reasons = array("i"), array("i")
        self.scores, self.confidences = array("f"), array("f")

    def add(self, id: str, rank: int, worth: Worth) -> None:
        """The next claim."""
        self.ids.append(id.encode())
        self.ranks.append(rank)
        self.reasons.append(worth.reason)
        self.scores.append(worth.score)
        self.confidences.append(worth.confidence)

    def packed(self) -> tuple[dict[str, bytes], list[str]]:
        """Columns in the order of the ids, the order of the queue, and the reasons in words."""
        ids = np.array(self.ids or [b""], dtype="S")[: len(self.ids)]
        order = np.argsort(ids, kind="stable")
        ranks, scores = np.frombuffer(self.ranks, "i4")[order], np.frombuffer(self.scores, "f4")[order]
        confidences = np.frombuffer(self.confidences, "f4")[order]
        reasons, index = np.unique(np.frombuffer(self.reasons, "i4")[order], return_inverse=True)
        home = np.where(ranks < 0, np.iinfo("i4").max, ranks)
        queue = np.lexsort((home, -scores)).astype("i4")
        columns = {
            "claim.ids": packed_ids(ids[order].tolist()), "claim.ranks": ranks.tobytes(),
            "claim.scores": scores.tobytes(), "claim.confidences": confidences.tobytes(),
            "claim.reasons": index.astype("i4").tobytes(), "queue": queue.tobytes(),
        }  # fmt: skip
        return columns, [words_of(int(reason)) for reason in reasons]


def packed_ids(ids: Sequence[bytes]) -> bytes:
    """Ids as a NumPy array with its width told first."""
    held = np.array(ids or [b""], dtype="S")[: len(ids)]
    return held.dtype.itemsize.to_bytes(2, "little") + held.tobytes()


def numbers_of(row: dict[str, Any]) -> dict[str, Any]:
    """The numbers of ``INCIDENT_NUMBERS`` that a row tells."""
    killed = row["killed"]
    disputes = sum(1 << place for place, kind in enumerate(CONTRADICTION_KINDS) if kind in row["contradictions"])
    nowhere = float("nan")
    return {
        "family": FAMILIES.index(row["family"]), "first": ordinal(row["start"]),
        "last": ordinal(row["end"]) or ordinal(row["start"]),
        "reported": ordinal(row["reported"]), "lat": nowhere if row["lat"] is None else row["lat"],
        "lon": nowhere if row["lon"] is None else row["lon"], "km": row["km"],
        "killed_low": killed["low"] if killed else -1, "killed_high": killed["high"] if killed else -1,
        "killed_open": bool(killed and killed["open"]), "disputes": disputes, "reports": row["reports"],
        "outlet_count": row["outlets"], "roots": row["roots"], "claim_count": row["claims"],
        "confidence": row["confidence"],
    }  # fmt: skip


def ordinal(day: str | None) -> int:
    """A day as a number; 0 where it is not told, or has no year."""
    try:
        return date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        return 0


def make_board(path: Path, ledger: Ledger, incidents: Incidents, pack: Pack, progress: Progress) -> None:
    """Write the board of a build; raises LedgerError, and leaves nothing behind where it fails."""
    current, reviews = list(current_claims(ledger)), reviews_at(ledger)
    columns, claims = Columns(), Claims(unsure_below([confidence for _, confidence in current]))
    with new_board(path) as out:
        for batch in in_batches(incidents.all(), BATCH):
            held = bodies(ledger, [id for i in batch for id in i.claims])
            for id in reviews.edits.keys() & held.keys():
                held[id] |= reviews.values(id)
            add_incidents(batch, held, pack, (out, columns, claims))
            progress("board", len(columns.ids))
        placed = set(claims.ids)
        for id, confidence in current:
            if id.encode() not in placed:
                claims.add(id, -1, Worth(0.0, -1, confidence))
        packed, reasons = claims.packed()
        words = {facet: columns.values[facet] for facet in FACETS} | {"reasons": reasons}
        out.finish(columns.packed() | packed, words)


def add_incidents(
    batch: list[Incident], held: dict[str, dict[str, Any]], pack: Pack, into: tuple[BoardWriter, Columns, Claims]
) -> None:
    """Add some incidents with their claims."""
    out, columns, claims = into
    for incident in batch:
        entry = entry_of(incident, [held[id] for id in incident.claims if id in held], pack)
        for id, worth in worths(incident, held, claims.unsure):
            claims.add(id, len(columns.ids), worth)
        out.add(json.dumps(entry.row, ensure_ascii=False, separators=(",", ":")), entry.quotes)
        columns.add(entry, incident.parts)
