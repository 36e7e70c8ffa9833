"""Exchange the parties, the loaded words and the outlet in every coded report and see what changes in the claims.

    python -m bench.neutrality [--examples N] [--json OUT]

Compared claim by claim, found by the place of their trigger: whether there is one and with which code, whom it names
in which role (by the place of the mention, or as the party that stands for it), its effects, its factuality. "flips"
is the share of these answers that changed; "claims with a flip" the share of claims in which any did.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.corpora import REPORTS, coded_reports, read_lines
from bench.gate import Figure
from bench.swaps import Swapped, apply, load_swaps, swap_parties, swap_words, turned
from contested.flow.batches import tell_reports
from contested.flow.rules import Settings
from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.packs.load import load_packs
from contested.packs.pack import Pack
from contested.read.table import report_from_row

Row = dict[str, Any]
Swap = Callable[[Row], tuple[Row, Swapped]]
ANSWERS = ("code", "roles", "effects", "factuality")


@dataclass(slots=True)
class Flips:
    """Counts of one kind of swap, and what flipped: answer, trigger, old, new, sentence."""

    claims: int = 0
    touched: int = 0
    flipped: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Flipped answers by answers."""
        return sum(self.flipped.values()) / max(1, len(ANSWERS) * self.claims)


def full_text(row: Row) -> str:
    """The text that offsets count in."""
    return report_from_row(row).text


def on_text(swap: Callable[[str], Swapped]) -> Swap:
    """A swap of a row's words; the title is cut off again where it ends now."""

    def swapped(row: Row) -> tuple[Row, Swapped]:
        done = swap(full_text(row))
        if not row.get("title"):
            return {**row, "text": done.text}, done
        title, text = done.text.split("\n\n", 1)
        return {**row, "title": title, "text": text}, done

    return swapped


def outlet_swap(rows: Sequence[Row], by: int) -> Swap:
    """Another publisher of the corpus, and no other change."""
    outlets = sorted({row["publisher"] for row in rows if row.get("publisher")})
    other = turned(outlets, by)
    return lambda row: ({**row, "publisher": other.get(row.get("publisher", ""))}, apply(full_text(row), []))


def claims_by_report(rows: Sequence[Row]) -> list[list[Claim]]:
    """The claims of each row."""
    return [claims for _, claims in tell_reports(map(report_from_row, rows), Settings())]


def compare(
    before: Sequence[Claim], after: Sequence[Claim], swapped: Swapped, other: dict[str, str], flips: Flips
) -> None:
    """Count the flips of one report; a claim lost or new is a flip of its code."""
    left = list(after)
    for claim in before:
        flips.claims += 1
        now = counterpart(claim, left, swapped)
        if now is not None:
            left.remove(now)
        changed = list(differences(claim, now, swapped, other)) if now else [("code", claim.event, "no claim")]
        note(flips, claim, changed)
    for claim in left:
        note(flips, claim, [("code", "no claim", claim.event)])


def counterpart(claim: Claim, others: Sequence[Claim], swapped: Swapped) -> Claim | None:
    """The claim whose trigger stands where this one's does now; of several the one of the same code."""
    start, end = swapped.span(claim.trigger.start, claim.trigger.end)
    there = [c for c in others if c.trigger.start < end and start < c.trigger.end]
    return next((c for c in there if c.event == claim.event), there[0] if there else None)


def note(flips: Flips, claim: Claim, changed: Sequence[tuple[str, str, str]]) -> None:
    """Add one claim's changes."""
    flips.touched += bool(changed)
    for answer, old, new in changed:
        flips.flipped[answer] += 1
        flips.examples.append((answer, claim.trigger.quote, old, new, claim.evidence.quote))


def differences(claim: Claim, now: Claim, swapped: Swapped, other: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Answers of a claim that changed: which, from what, to what."""
    if claim.event != now.event:
        yield "code", claim.event, now.event
    sides = ((claim.initiators, now.initiators), (claim.targets, now.targets))
    if not all(same_people(old, new, swapped, other) for old, new in sides):
        yield "roles", people(claim), people(now)
    old_effects, new_effects = (sorted((e.kind, str(e.low), str(e.high)) for e in c.effects) for c in (claim, now))
    if old_effects != new_effects:
        yield "effects", str(old_effects), str(new_effects)
    if claim.factuality != now.factuality:
        yield "factuality", claim.factuality, now.factuality


def people(claim: Claim) -> str:
    """Who does what to whom, as words."""
    return " + ".join(p.name for p in claim.initiators) + " > " + " + ".join(p.name for p in claim.targets)


def same_people(
    old: Sequence[Participant], new: Sequence[Participant], swapped: Swapped, other: dict[str, str]
) -> bool:
    """Whether each has its counterpart, at the same place of the text or as the same party after the exchange."""
    left = list(new)
    for one in old:
        start, end = swapped.span(one.mention.start, one.mention.end)
        party = other.get(one.actor or "", one.actor)
        hit = next((n for n in left if n.mention.start < end and start < n.mention.end), None)
        hit = hit or next((n for n in left if party is not None and n.actor == party), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def measure(rows: Sequence[Row], pack: Pack) -> dict[str, Flips]:
    """The flips of every kind of swap."""
    armed = load_swaps()["armed"]
    swaps: list[tuple[str, Swap, dict[str, str]]] = [
        *(("parties", on_text(lambda t, n=n: swap_parties(t, pack, n)), turned(armed, n)) for n in (4, 7)),  # type: ignore[misc]
        *(("words", on_text(lambda t, n=n: swap_words(t, n)), {}) for n in (1, 3)),  # type: ignore[misc]
        ("outlet", outlet_swap(rows, 3), {}),
    ]
    before, found = claims_by_report(rows), dict[str, Flips]()
    for kind, swap, other in swaps:
        done = [swap(row) for row in rows]
        after = claims_by_report([row for row, _ in done])
        for old, new, (_, swapped) in zip(before, after, done, strict=True):
            if swapped.edits or kind == "outlet":
                compare(old, new, swapped, other, found.setdefault(kind, Flips()))
    return found


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--names", nargs="*", default=["train", "dev"])
    args = parser.parse_args()
    refs = {str(coded["ref"]) for name in args.names for coded in coded_reports(name)}
    rows = [row for row in read_lines(REPORTS) if str(row["ref"]) in refs]
    found = measure(rows, load_packs(("world", "syria")))
    figures = []
    for kind, flips in found.items():
        print(f"{kind:8} {flips.rate:.4f} of answers, {flips.touched} of {flips.claims} claims: {dict(flips.flipped)}")
        figures.append(Figure(f"flips: {kind}", flips.rate, ceiling=True))
        for example in flips.examples[: args.examples]:
            print("  " + " | ".join(example)[:400].replace("\n", " "))
    answers = len(ANSWERS) * sum(flips.claims for flips in found.values())
    touched = sum(flips.touched for flips in found.values()) / max(1, sum(flips.claims for flips in found.values()))
    total = sum(sum(flips.flipped.values()) for flips in found.values()) / max(1, answers)
    figures += [Figure("flips", total, ceiling=True), Figure("claims with a flip", touched, ceiling=True, slack=0.01)]
    print(f"all      {total:.4f} of answers, {touched:.4f} of claims")
    if args.json is not None:
        args.json.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")


if __name__ == "__main__":
    main()
