"""Train who did it to whom on coded reports: python -m bench.train_who [--folds 8].

Prints figures over held-out reports, names compared as the claims scorer does, before it writes
src/contested/claims/weights/{initiators,targets}.json (linear, one mention at a time) and *_again.json (tables, each
contender beside its rivals and the report's other events, learnt on first looks at held-out reports, and also at copies
of them with other parties, so that the answers do not hang on who they are).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from bench.beside import mean_of
from bench.corpora import LEARNING, ROOT, Coded, coded_with_texts, load_scorer, read_lines
from bench.corpora import table_of as texts_of
from bench.fit import Fit
from bench.grow_tables import Recipe, grow_tables, save_tables
from bench.neutrality import on_text
from bench.slots import Tally, add_sets, gold_events
from bench.sparse_fit import Floats, Ints, Table, fit_table, sigmoid, table_of
from bench.swaps import Swapped, swap_parties
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import how_many
from contested.claims.context import Context, Event
from contested.claims.parties.contenders import Contender, grouped
from contested.claims.parties.fillers import Filler
from contested.claims.parties.second_look import COLUMNS, Setting, look
from contested.claims.said_by import find_attributions
from contested.claims.who import choose, fillers_of, settings_of
from contested.model.actor import Participant
from contested.model.report import Report
from contested.packs.pack import Pack
from contested.read.table import report_from_row

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights"
SIDES = ("initiators", "targets")
STRENGTH, ROUNDS, LEAST = 6.0, 200, 3
TURN = 1  # how far parties are turned in the copies; bench.neutrality turns them otherwise
Pair = tuple[Coded, Event]
OTHERS = ("timebank", "lgl", "re3d", "muc4", "written")  # corpora of other wars, told by the beginning of a ref
THRESHOLDS = (0.4, 0.44)  # by the scorer's F1 on names over held-out reports


@dataclass(frozen=True, slots=True)
class Telling:
    """One coded event of a report, those who may fill its roles, and its setting; ``copy``: parties are exchanged."""

    ref: str
    copy: bool
    claim: Coded
    fillers: Sequence[Filler]
    setting: Setting


def collect(names: Sequence[str]) -> Iterator[Telling]:
    """The coded events of the named gold files, in the order of the texts, of each report then of its copy."""
    annotator, rows = Annotator(load_pipeline()), {}
    for table in {texts_of(name) for name in names}:
        rows |= {str(row["ref"]): row for row in read_lines(table)}
    exchange = on_text(lambda text: swap_parties(text, annotator.pack, TURN))
    for coded, report in coded_with_texts(names):
        doc = annotator.annotate(report)
        pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        yield from tellings_of(doc, report, pairs, copy=False)
        row, done = exchange(rows[report.ref])
        if done.edits:
            other = report_from_row(row)
            doc = annotator.annotate(other)
            yield from tellings_of(doc, other, list(exchanged(doc, pairs, done, annotator.pack)), copy=True)


def exchanged(doc: Doc, pairs: Sequence[Pair], done: Swapped, pack: Pack) -> Iterator[Pair]:
    """The coded events in the Doc of a text whose parties were exchanged, names exchanged as the text's."""
    for claim, event in pairs:
        span = doc.char_span(*done.span(event.trigger.start_char, event.trigger.end_char), alignment_mode="expand")
        if span is not None:
            named = {side: [swap_parties(name, pack, TURN).text for name in claim.get(side, [])] for side in SIDES}
            yield {**claim, **named}, Event(event.code, span)


def tellings_of(doc: Doc, report: Report, pairs: Sequence[Pair], copy: bool) -> Iterator[Telling]:
    """The coded events of one Doc with those who may fill their roles."""
    annotations, events = annotations_of(doc), [event for _, event in pairs]
    context = Context(doc, report, annotations, find_attributions(doc, annotations))
    context = replace(context, effects=how_many.answer(events, context))
    told = zip(pairs, fillers_of(events, context), settings_of(events, context), strict=True)
    for (claim, _), (fillers, _), setting in told:
        yield Telling(report.ref, copy, claim, fillers, setting)


def names_of(who: Participant) -> list[str]:
    """The names the scorer compares."""
    return [name.replace("_", " ") for name in (who.name, who.mention.quote, who.actor) if name]


def is_coded(who: Participant, coded: Sequence[str], scorer: Any) -> bool:
    """Whether a participant is one of the coded names."""
    return any(scorer.same_name(name, names_of(who)) for name in coded)


def folds_of(refs: Sequence[str], folds: int) -> Ints:
    """The fold of each row, by its report."""
    number = {ref: n % folds for n, ref in enumerate(sorted(set(refs)))}
    return np.array([number[ref] for ref in refs])


def table_by(tellings: Sequence[Telling]) -> Table:
    """All who may fill a role, by the features that enough of those in the reports themselves have."""
    counts = Counter(f for t in tellings if not t.copy for filler in t.fillers for f in set(filler.features))
    kept = {name for name, count in counts.items() if count >= LEAST}
    return table_of([[f for f in filler.features if f in kept] for t in tellings for filler in t.fillers], 1)


def first_looks(table: Table, labels: Floats, folds: Ints, own: Ints) -> Floats:
    """The linear model's probability of each row by one that has learnt from ``own`` rows of other reports."""
    out = np.zeros(len(labels))
    for fold in np.unique(folds):
        seen, held = own[folds[own] != fold], np.flatnonzero(folds == fold)
        weights = fit_table(table.rows(seen), labels[seen], STRENGTH, ROUNDS)
        out[held] = sigmoid(table.rows(held).totals(weights))
    return out


def linear_of(table: Table, labels: Floats) -> Fit:
    """The linear model over all rows."""
    weights = fit_table(table, labels, STRENGTH, ROUNDS)
    return Fit(dict(zip(table.names[1:], map(float, weights[1:]), strict=True)), float(weights[0]))


def by_report(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """The stretch of tellings of each report and of each copy."""
    start = 0
    for n in range(1, len(tellings) + 1):
        if n == len(tellings) or (tellings[n].ref, tellings[n].copy) != (tellings[start].ref, tellings[start].copy):
            yield start, n
            start = n


def tally(
    tellings: Sequence[Telling], contenders: Sequence[Sequence[Contender]], chances: Floats, scorer: Any, kept: str
) -> list[Tally]:
    """Right, spurious and missed names on each side, over reports whose ref begins so."""
    tallies, at = [Tally(), Tally()], 0
    for telling, those in zip(tellings, contenders, strict=True):
        parts = choose(those, chances[at : at + len(those)].tolist(), THRESHOLDS)
        at += len(those)
        if telling.copy or not telling.ref.startswith(kept):
            continue
        for side, found in zip(SIDES, (parts.initiators, parts.targets), strict=True):
            coded = telling.claim.get(side, [])
            add_sets(tallies[SIDES.index(side)], coded, [names_of(who) for who in found], scorer.same_name)
    return tallies


def main() -> None:
    """Train, print figures over held-out reports, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--beside", type=Path, help="folder of weights learnt before; the mean of both is written")
    args = parser.parse_args()
    scorer, tellings = load_scorer(), list(collect(LEARNING))
    train(tellings, scorer, args.folds, args.out)
    if args.beside:
        mean_of(args.beside, args.out, SIDES, args.out)


def train(tellings: Sequence[Telling], scorer: Any, folds: int, out: Path) -> None:
    """Both models of both sides."""
    table, rows = table_by(tellings), folds_of([t.ref for t in tellings for _ in t.fillers], folds)
    own = np.flatnonzero([not t.copy for t in tellings for _ in t.fillers])
    looks = []
    for side in SIDES:
        right = [is_coded(f.participant, t.claim.get(side, []), scorer) for t in tellings for f in t.fillers]
        labels = np.array(right, dtype=float)
        looks.append(first_looks(table, labels, rows, own))
        linear_of(table.rows(own), labels[own]).save(out / f"{side}.json", 0.5)
    told, contenders, at = np.stack(looks, axis=1).tolist(), [], 0
    for t in tellings:
        contenders.append(grouped(t.fillers, told[at : at + len(t.fillers)]))
        at += len(t.fillers)
    cases = np.vstack([
        look([t.setting for t in tellings[a:b]], contenders[a:b]) for a, b in by_report(tellings)
    ])  # fmt: skip
    chances = second_looks(tellings, contenders, cases, folds, scorer, out)
    for kept in ("", *OTHERS):
        for side, figures in zip(SIDES, tally(tellings, contenders, chances, scorer, kept), strict=True):
            print(f"{kept or 'all':10}", figures.line(side), flush=True)


def second_looks(
    tellings: Sequence[Telling],
    contenders: Sequence[Sequence[Contender]],
    cases: Floats,
    folds: int,
    scorer: Any,
    out: Path,
) -> Floats:
    """Write the tables of both sides; the probabilities of contenders by tables that have not seen their report."""
    rows = folds_of([t.ref for t, those in zip(tellings, contenders, strict=True) for _ in those], folds)
    chances = np.zeros((len(cases), len(SIDES)))
    for n, side in enumerate(SIDES):
        labels = np.array([
            is_coded(one.likeliest[n], t.claim.get(side, []), scorer)
            for t, those in zip(tellings, contenders, strict=True)
            for one in those
        ])  # fmt: skip
        for fold in range(folds):
            seen = rows != fold
            chances[~seen, n] = grow_tables(cases[seen], labels[seen], COLUMNS, 0.5).probabilities(cases[~seen])
        tables = grow_tables(cases, labels, COLUMNS, THRESHOLDS[n], Recipe())
        save_tables(tables, out / f"{side}_again.json")
    return chances


if __name__ == "__main__":
    main()
