"""Learn the weights of ``contested.claims.voices.weigh`` from annotated attributions.

    python -m bench.train_attribution TRAIN.jsonl [--docs CACHE.spacy] [--epochs N] [--out FILE]

TRAIN has ``id``, ``text`` and ``attributions`` a line. Every n-th text is also read without its commas,
quotation marks and apostrophes, as scraped reports are. CACHE keeps the parses between runs.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin

from contested.annotate.pipeline import load_pipeline
from contested.annotate.sentences import mark_sentences
from contested.claims.voices.cues import Cue, Known
from contested.claims.voices.readings import Reader
from contested.claims.voices.weigh import cue_features, reading_features
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of

OUT = Path(__file__).resolve().parents[1] / "src/contested/claims/lexicon/attribution.json"
LOST = re.compile(r"[,\"“”'’‘]+")
ATTRS = ["ORTH", "HEAD", "DEP", "TAG", "SENT_START"]
Key = tuple[str, str]  # part of speech and stem
Group = tuple[list[str], list[tuple[str, list[str]]], int, Key]  # features, readings, index of the right one (−1: none)


def strip_row(row: dict[str, Any]) -> dict[str, Any]:
    """The same row as a scraper leaves it: no commas, quotation marks, apostrophes; spans moved."""
    text, moved, kept = row["text"], [], []
    for char in text:
        moved.append(len(kept))
        if not LOST.match(char):
            kept.append(char)
    moved.append(len(kept))
    spans = [
        {role: [[moved[s], moved[e]] for s, e in a[role]] for role in ("source", "cue", "content")}
        for a in row["attributions"]
    ]
    return {"id": row["id"] + "-stripped", "text": "".join(kept), "attributions": spans}


def parse(rows: list[dict[str, Any]], cache: Path | None) -> list[Doc]:
    """The rows' Docs, from the cache where it holds as many."""
    nlp = load_pipeline()
    if cache is not None and cache.exists():
        docs = list(DocBin().from_disk(cache).get_docs(nlp.vocab))
        if len(docs) == len(rows):
            return docs
    docs = list(nlp.pipe((mark_sentences(nlp.make_doc(row["text"])) for row in rows), batch_size=32))
    if cache is not None:
        DocBin(attrs=ATTRS, docs=docs).to_disk(cache)
    return docs


def all_stems(rows: list[dict[str, Any]], least: int) -> Known:
    """Stems that stand in at least so many cues, and those of the lexicon."""
    words = speech()
    counts: Counter[str] = Counter()
    for row in rows:
        for a in row["attributions"]:
            cue = " ".join(row["text"][s:e] for s, e in a["cue"]).lower()
            counts.update({words.stem(word) for word in re.findall(r"[a-z]{3,}", cue)})
    often = frozenset(k for k, n in counts.items() if n >= least)
    return Known(often | frozenset(words.verbs), often | frozenset(words.nouns))


def telling_stems(groups: list[Group], share: float) -> Known:
    """Stems whose occurrences are attributions in at least this share, and the lexicon's verbs."""
    seen, right = Counter(key for _, _, _, key in groups), Counter(key for _, _, r, key in groups if r >= 0)
    kept = {key for key, n in right.items() if n / seen[key] >= share}
    words = speech()
    verbs = frozenset(stem for part, stem in kept if part == "verb") | frozenset(words.verbs)
    return Known(verbs, frozenset(stem for part, stem in kept if part == "noun"))


def token_sets(tree: Tree, spans: list[list[int]]) -> frozenset[int]:
    """The word tokens (no punctuation) inside character spans."""
    found: set[int] = set()
    for start, end in spans:
        i = tree.token_at(start)
        while i < len(tree.words) and tree.starts[i] < end:
            if tree.words[i][:1].isalnum() and tree.starts[i] + len(tree.words[i]) > start:
                found.add(i)
            i += 1
    return frozenset(found)


def groups_of(tree: Tree, attributions: list[dict[str, Any]], known: Known) -> Iterator[Group]:
    """Each cue of a text with its readings and the right one."""
    reader = Reader.of(tree)
    gold = [(token_sets(tree, a["cue"]), token_sets(tree, a["content"])) for a in attributions]
    marks = [{k for s, e in a["cue"] for k in range(s, e)} for a in attributions]
    cues = list(reader.cues(known))
    right = assign(tree, cues, gold, marks)
    for n, cue in enumerate(cues):
        readings = [(r.shape, reading_features(reader, cue, r)) for r in cue.readings]
        yield cue_features(reader, cue), readings, right.get(n, -1), (cue.part, speech().stem(tree.lower[cue.at]))


def assign(tree: Tree, cues: list[Cue], gold: list[Any], marks: list[set[int]]) -> dict[int, int]:
    """For each cue that finds a gold attribution: the index of its best reading; one cue a gold attribution."""
    pairs = []
    for n, cue in enumerate(cues):
        for g, (words, content) in enumerate(gold):
            if cue.at not in words and tree.starts[cue.at] not in marks[g]:
                continue
            for r, reading in enumerate(cue.readings):
                mine = {k for s, e in reading.content for k in range(s, e) if tree.words[k][:1].isalnum()}
                overlap = len(mine & content) / max(1, len(mine | content))
                if overlap >= 0.5:
                    pairs.append((overlap, -n, -r, g))
    right: dict[int, int] = {}
    used: set[int] = set()
    for _, n, r, g in sorted(pairs, reverse=True):
        if g not in used and -n not in right:
            used.add(g)
            right[-n] = -r
    return right


def learn(groups: list[Group], epochs: int, rate: float = 0.15, decay: float = 2e-6) -> dict[str, dict[str, float]]:
    """Adagrad on the conditional likelihood of the right reading, "none" scoring 0."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    squares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(lambda: 1e-2))
    shuffler = random.Random(7)
    for epoch in range(epochs):
        shuffler.shuffle(groups)
        loss = 0.0
        for about, readings, right, _ in groups:
            scores = [
                sum(weights[k][f] for k in (shape, "*") for fs in (about, own) for f in fs) for shape, own in readings
            ]
            top = max(0.0, *scores)
            exps = [math.exp(s - top) for s in scores]
            total = sum(exps) + math.exp(-top)
            loss -= math.log(max(1e-9, (exps[right] if right >= 0 else math.exp(-top)) / total))
            for n, (shape, own) in enumerate(readings):
                slope = (n == right) - exps[n] / total
                if abs(slope) > 1e-3:
                    update(weights, squares, (shape, about, own), slope, rate)
        for table in weights.values():
            for key in table:
                table[key] *= 1 - decay * len(groups)
        print(f"epoch {epoch}: loss {loss / len(groups):.4f}")
    return weights


def update(weights: Any, squares: Any, where: tuple[str, list[str], list[str]], slope: float, rate: float) -> None:
    """One Adagrad step for one reading."""
    shape, about, own = where
    for key in (shape, "*"):
        table, seen = weights[key], squares[key]
        for names in (about, own):
            for name in names:
                seen[name] += slope * slope
                table[name] += rate * slope / math.sqrt(seen[name])


def pruned(weights: dict[str, dict[str, float]], counts: Counter[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Weights worth keeping, rounded."""
    return {
        shape: {name: round(w, 2) for name, w in sorted(table.items()) if abs(w) >= 0.08 and counts[shape, name] >= 3}
        for shape, table in sorted(weights.items())
    }


def feature_counts(groups: Iterable[Group]) -> Counter[tuple[str, str]]:
    """How often each feature of each shape was seen."""
    counts: Counter[tuple[str, str]] = Counter()
    for about, readings, _, _ in groups:
        for shape, own in readings:
            for key in (shape, "*"):
                counts.update((key, name) for name in (*about, *own))
    return counts


def main() -> None:
    """Parse, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--stripped", type=int, default=3, help="read every n-th text again without its marks")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--share", type=float, default=0.1, help="stems less often a cue are left out")
    parser.add_argument("--bias", type=float, default=0.0)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.train.read_text(encoding="utf-8").splitlines()]
    known = all_stems(rows, 2)
    rows += [strip_row(row) for row in rows[:: args.stripped]] if args.stripped else []
    groups = [
        group
        for row, doc in zip(rows, parse(rows, args.docs), strict=True)
        for group in groups_of(tree_of(doc), row["attributions"], known)
    ]
    known = telling_stems(groups, args.share)
    kept = {id(g) for g in groups if any(shape.startswith("clause") for shape, _ in g[1])}
    groups = [
        g
        for g in groups
        if id(g) in kept
        or g[3][0] not in ("verb", "noun")
        or g[3][1] in (known.verbs if g[3][0] == "verb" else known.nouns)
    ]
    found = sum(right >= 0 for _, _, right, _ in groups)
    print(f"{len(groups)} cues, {found} right of {sum(len(row['attributions']) for row in rows)} attributions")
    weights = pruned(learn(groups, args.epochs), feature_counts(groups))
    table = {"verbs": sorted(known.verbs), "nouns": sorted(known.nouns), "bias": args.bias, "weights": weights}
    args.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB, {sum(map(len, weights.values()))} weights")


if __name__ == "__main__":
    main()
