"""Train the models of roles on a table of coded reports: python -m bench.train_roles TRAIN.jsonl [--folds 4].

Prints cross-validated figures (by report) before it writes bench/weights/roles.json. A phrase is a sample, right for
a role where it is one of the phrases that the gold gives for it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpora import SHARED, load_scorer, read_lines
from bench.role_candidates import Candidate, normal
from bench.roles import ROLES, WEIGHTS, candidates_of, choose, document_features, grade, make_annotator, parsed
from bench.sparse_fit import Floats, Ints, Table, fit_table, sigmoid, table_of

Row = dict[str, Any]
SCORER = SHARED / "eval" / "roles" / "score.py"
CUTS = [0.08 + 0.03 * n for n in range(18)]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports, their candidates, and for each candidate the number of its report."""

    rows: Sequence[Row]
    candidates: Sequence[Candidate]
    report: Ints

    def labels(self, role: str) -> Floats:
        """1.0 for candidates that the gold gives for the role."""
        gold = [{normal(p) for entity in row["extracts"][role] for p in entity} for row in self.rows]
        return np.array([c.key in gold[n] for c, n in zip(self.candidates, self.report, strict=True)], dtype=float)


def learnt_phrases(rows: Sequence[Row], least: int = 2) -> frozenset[str]:
    """Phrases that fill a role in several reports; the parser need not find them."""
    seen = Counter(p for row in rows for p in {p for es in row["extracts"].values() for e in es for p in e})
    return frozenset(phrase for phrase, count in seen.items() if count >= least and len(phrase.split()) <= 6)


def read_corpus(rows: Sequence[Row], learnt: frozenset[str]) -> Corpus:
    """Parse reports and find their candidates; Docs are not kept."""
    candidates: list[Candidate] = []
    report: list[int] = []
    for number, (row, doc) in enumerate(zip(rows, parsed(rows, make_annotator()), strict=True)):
        found = candidates_of(doc, row["text"], learnt)
        candidates += found
        report += [number] * len(found)
    return Corpus(rows, candidates, np.array(report))


def relevance_by_folds(rows: Sequence[Row], folds: int) -> tuple[list[float], Mapping[str, float]]:
    """How likely each report tells an attack, by a model that has not seen it; and the weights of one that saw all."""
    table = table_of([document_features(row["text"]) for row in rows], least=4)
    labels = np.array([any(row["extracts"].values()) for row in rows], dtype=float)
    fold, out = np.arange(len(rows)) % folds, np.zeros(len(rows))
    for n in range(folds):
        weights = fit_table(table.rows(np.flatnonzero(fold != n)), labels[fold != n], 8.0, 150)
        out[fold == n] = sigmoid(table.rows(np.flatnonzero(fold == n)).totals(weights))
    print(f"relevance: {np.mean((out > 0.5) == (labels > 0.5)):.3f} right")
    return list(out), named(table, fit_table(table, labels, 8.0, 150), 0.05)


def named(table: Table, weights: Floats, least: float) -> dict[str, float]:
    """Weights by name, small ones left out."""
    return {n: round(float(w), 2) for n, w in zip(table.names, weights, strict=True) if n == "" or abs(w) >= least}


def train(corpus: Corpus, table: Table, role: str, folds: int) -> tuple[dict[str, Any], list[list[str]]]:
    """The role's model with the cut that is best across folds, and what it extracts from each report."""
    labels, fold = corpus.labels(role), corpus.report % folds
    out = np.zeros(len(labels))
    for n in range(folds):
        weights = fit_table(table.rows(np.flatnonzero(fold != n)), labels[fold != n], 3.0, 120)
        out[fold == n] = sigmoid(table.rows(np.flatnonzero(fold == n)).totals(weights))
    figures = {cut: figure(corpus.rows, role, extract(corpus, out, cut)) for cut in CUTS}
    cut = max(figures, key=lambda c: figures[c])
    print(f"{role:8} candidates for {labels.sum():.0f} phrases, cross-validated F1 {figures[cut]:.2f} at {cut:.2f}")
    model = named(table, fit_table(table, labels, 3.0, 120), 0.08)
    return {"bias": model.pop(""), "threshold": round(cut, 2), "weights": model}, extract(corpus, out, cut)


def extract(corpus: Corpus, probabilities: Floats, cut: float) -> list[list[str]]:
    """The phrases chosen from each report."""
    weighed: list[list[tuple[float, Candidate]]] = [[] for _ in corpus.rows]
    for candidate, number, probability in zip(corpus.candidates, corpus.report, probabilities, strict=True):
        if probability >= cut:
            weighed[number].append((float(probability), candidate))
    return [choose(pairs, cut) for pairs in weighed]


def figure(rows: Sequence[Row], role: str, chosen: Sequence[list[str]]) -> float:
    """The scorer's F1 of one role."""
    gold = {row["id"]: row for row in rows}
    pred = {r["id"]: {"extracts": {role: [[p] for p in found]}} for r, found in zip(rows, chosen, strict=True)}
    return float(load_scorer(SCORER).score(gold, pred)[role]["F1"])


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    rows = read_lines(args.train)
    learnt = learnt_phrases(rows)
    corpus = read_corpus(rows, learnt)
    models, micro = train_all(corpus, args.folds)
    print(f"micro    cross-validated F1 {micro:.2f}")
    args.out.parent.mkdir(exist_ok=True)
    table = {**models, "learnt": sorted(learnt)}
    args.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def train_all(corpus: Corpus, folds: int) -> tuple[dict[str, Any], float]:
    """The models of relevance and of every role, and their cross-validated F1 over all roles."""
    relevant, weights = relevance_by_folds(corpus.rows, folds)
    pairs = zip(corpus.candidates, corpus.report, strict=True)
    table = table_of([(*candidate.features, grade(relevant[number])) for candidate, number in pairs], least=4)
    print(f"{len(corpus.candidates)} candidates, {len(table.names)} features")
    roles: dict[str, Any] = {}
    found: list[dict[str, Any]] = [{} for _ in corpus.rows]
    for role in ROLES:
        roles[role], chosen = train(corpus, table, role, folds)
        for extracts, phrases in zip(found, chosen, strict=True):
            extracts[role] = [[phrase] for phrase in phrases]
    gold = {row["id"]: row for row in corpus.rows}
    pred = {row["id"]: {"extracts": extracts} for row, extracts in zip(corpus.rows, found, strict=True)}
    bias = weights[""]
    relevance = {"bias": bias, "weights": {name: weight for name, weight in weights.items() if name}}
    return {"relevance": relevance, "roles": roles}, float(load_scorer(SCORER).score(gold, pred)["micro"]["F1"])


if __name__ == "__main__":
    main()
