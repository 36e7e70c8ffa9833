"""Who repeats whom: near-copies and quoted parts by winnowed runs of words, an agency's credit, the chain of voices.

A report's fingerprint is the smallest hash of every ``SPAN`` consecutive runs of ``LENGTH`` words (winnowing): texts
that share ``LENGTH + SPAN - 1`` words in a row share a mark for certain, and a part taken over is found as well as a
whole, which the similarity of whole texts (MinHash) would miss.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from contested.reconcile.wordings import words_of

LENGTH = 5
SPAN = 4
COPY = 0.5  # of the shorter text's marks
PART = 8  # marks shared, about forty words
PART_SHARE = 0.06
CROWDED = 40  # reports with one mark; beyond, each is linked with its neighbours and the first alone
CREDIT_ZONE = 60  # characters at the end or under the headline in which agencies sign
LinkKind = Literal["copy", "part", "credit"]


@dataclass(frozen=True, slots=True)
class Text:
    """What is needed of a report: its words without boilerplate, its outlet and its day."""

    report: str
    text: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """``later`` repeats ``earlier``: the whole, or a part; ``share`` is of the shorter text. Credits name an agency."""

    later: str
    earlier: str
    kind: LinkKind
    share: float
    why: str


def fingerprint(text: str) -> frozenset[int]:
    """The winnowed marks of a text."""
    words = words_of(text)
    hashes = [zlib.crc32(" ".join(words[at : at + LENGTH]).encode()) for at in range(len(words) - LENGTH + 1)]
    if len(hashes) <= SPAN:
        return frozenset(hashes[:1])
    return frozenset(min(hashes[at : at + SPAN]) for at in range(len(hashes) - SPAN + 1))


def repetitions(texts: Sequence[Text]) -> list[Link]:
    """Copies and parts among reports, the earlier one first by day, then by id."""
    ordered = sorted(texts, key=lambda text: (text.published or "9999", text.report))
    marks = [fingerprint(text.text) for text in ordered]
    shared: Counter[tuple[int, int]] = Counter()
    for at in postings(marks).values():
        for earlier, later in paired(at):
            shared[earlier, later] += 1
    links = [link(ordered, marks, pair, count) for pair, count in shared.items()]
    return sorted((found for found in links if found), key=lambda found: (found.later, found.earlier))


def postings(marks: Sequence[frozenset[int]]) -> Mapping[int, list[int]]:
    """Which texts have each mark."""
    where: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(marks):
        for mark in found:
            where[mark].append(at)
    return where


def paired(at: Sequence[int]) -> Iterable[tuple[int, int]]:
    """All pairs; where very many share a mark, each with the first and with its neighbours."""
    if len(at) <= CROWDED:
        return [(one, other) for n, one in enumerate(at) for other in at[n + 1 :]]
    return {(at[0], other) for other in at[1:]} | set(pairwise(at))


def link(ordered: Sequence[Text], marks: Sequence[frozenset[int]], pair: tuple[int, int], count: int) -> Link | None:
    """The link of two texts, if what they share is enough."""
    earlier, later = pair
    shorter = max(1, min(len(marks[earlier]), len(marks[later])))
    share = count / shorter
    if share >= COPY:
        kind: LinkKind = "copy"
    elif count >= PART and share >= PART_SHARE:
        kind = "part"
    else:
        return None
    why = f"{count} of the shorter text's {shorter} marks"
    return Link(ordered[later].report, ordered[earlier].report, kind, round(share, 3), why)


def credits(text: Text, agencies: Mapping[str, str]) -> str | None:
    """The agency that signs a report, by name; ``agencies`` maps spellings in lower case to names."""
    if not agencies:
        return None
    tail = text.text.rstrip()[-CREDIT_ZONE:]
    pattern = re.compile(
        rf"(?:--|—|–|\(|/|\bsource:?|\bwith)\s*({'|'.join(map(re.escape, sorted(agencies, key=len, reverse=True)))})\b",
        re.IGNORECASE,
    )
    found = list(pattern.finditer(tail)) or list(pattern.finditer(text.text[: 4 * CREDIT_ZONE]))
    return agencies[found[-1].group(1).lower()] if found else None


def families(links: Iterable[Link]) -> dict[str, str]:
    """For every report that is a copy, or has one: the earliest report of its family."""
    parent: dict[str, str] = {}

    def find(report: str) -> str:
        while parent.get(report, report) != report:
            parent[report] = parent.get(parent[report], parent[report])
            report = parent[report]
        return report

    for found in links:
        if found.kind == "copy":
            parent.setdefault(found.later, found.later)
            parent.setdefault(found.earlier, found.earlier)
            one, other = find(found.later), find(found.earlier)
            parent[one] = other
    return {report: find(report) for report in parent}
