"""Which reading of a cue is meant, if any: a log-linear choice, its weights learnt from annotated news (bench)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.claims.voices.cues import Cue, Known, Reading
from contested.claims.voices.readings import Reader
from contested.claims.words.speech import speech

HOPELESS = 0.8  # what a cue's own features may lack at most for one of its readings to be chosen
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What decides: weights by shape and feature, stems of cues worth a look, the bias that a reading must beat."""

    weights: Weights
    known: Known
    bias: float = 0.0

    def best(self, reader: Reader, cue: Cue, needed: float = 0.0) -> tuple[float, Reading]:
        """The reading with the highest score, and its score over "no attribution"; not weighed where hopeless.

        ``needed`` is the score that counts as an attribution.
        """
        about = cue_features(reader, cue)
        shared = self.weights.get("*", {})
        base = self.bias + sum([shared.get(name, 0.0) for name in about])
        best, chosen = float("-inf"), cue.readings[0]
        if base < needed - HOPELESS:
            return best, chosen
        for reading in cue.readings:
            own = reading_features(reader, cue, reading)
            special = self.weights.get(reading.shape, {})
            score = base + sum([shared.get(name, 0.0) for name in own])
            if special:
                score += sum([special.get(name, 0.0) for name in about]) + sum([special.get(name, 0.0) for name in own])
            if score > best:
                best, chosen = score, reading
        return best, chosen


@cache
def learnt_choice() -> Choice:
    """The choice with the weights that come with the package."""
    table = json.loads(files("contested.claims").joinpath("lexicon/attribution.json").read_text(encoding="utf-8"))
    return Choice(table["weights"], Known(frozenset(table["verbs"]), frozenset(table["nouns"])), float(table["bias"]))


def cue_features(reader: Reader, cue: Cue) -> list[str]:
    """What is known of the cue, whatever its reading."""
    tree, i, words = reader.tree, cue.at, speech()
    low = tree.lower[i]
    stem = words.stem(low)
    manner = cue.manner
    after = cue.span[1]
    follows = tree.lower[after] if after < len(tree.words) else ""
    before = tree.lower[cue.span[0] - 1] if cue.span[0] else ""
    kids = {tree.deps[k] for k in tree.kids[i]}
    names = [
        "bias",
        f"stem={stem}",
        f"stem={stem}|{cue.how}",
        f"form={low}|{tree.tags[i]}",
        f"manner={manner}|{cue.how}",
        f"how={cue.how}|{tree.deps[i]}",
        f"tag={tree.tags[i]}",
        f"dep={tree.deps[i]}",
        f"next={follows if len(follows) < 5 else tree.tags[after] if after < len(tree.words) else ''}",
        f"before={before if len(before) < 5 else tree.tags[cue.span[0] - 1] if cue.span[0] else ''}",
        f"manner={manner}|{','.join(sorted(kids & {'ccomp', 'xcomp', 'dobj', 'prep', 'prt'}))}",
        f"stem={stem}|{','.join(sorted(kids & {'ccomp', 'xcomp', 'dobj', 'prt'}))}",
        f"quoted={reader.inside[i] >= 0}",
        f"manner={manner}|quoted={reader.inside[i] >= 0}",
    ]
    for k in tree.kids[i]:
        if tree.deps[k] in ("aux", "neg", "prt", "mark", "advmod"):
            names.append(f"{tree.deps[k]}={tree.lower[k]}")
    return names + source_features(reader, cue)


def source_features(reader: Reader, cue: Cue) -> list[str]:
    """What is known of the source."""
    tree = reader.tree
    if cue.source is None:
        return ["source=none"]
    start, end = cue.source
    head = next((k for k in range(start, end) if not start <= tree.heads[k] < end or tree.heads[k] == k), start)
    low, tag = tree.lower[head], tree.tags[head]
    role = speech().roles.get(low)
    kind = low if tag in ("PRP", "WP", "WDT", "DT") else role or tag
    return [f"source={kind}", f"source={kind}|{cue.part}", f"source-length={min(end - start, 8)}"]


def reading_features(reader: Reader, cue: Cue, reading: Reading) -> list[str]:
    """What is known of one content."""
    tree = reader.tree
    content = reading.content
    size = sum(end - start for start, end in content)
    first, last = content[0][0], content[-1][1] - 1
    marks = [reader.inside[k] for start, end in content for k in (start, end - 1)]
    within = reader.inside[cue.at]
    quoted = sum(mark >= 0 and mark != within for mark in marks)
    share = quoted / len(marks)
    verbs = any(tree.tags[k][0] == "V" or tree.tags[k] == "MD" for start, end in content for k in range(start, end))
    opens = tree.lower[first] if len(tree.lower[first]) < 5 else tree.tags[first]
    sentence = tree.last[cue.at] - tree.first[cue.at]
    return [
        f"size={size if size < 4 else 4 + min(size // 4, 8)}",
        f"quoted={share:.1f}",
        f"verbs={verbs}",
        f"opens={opens}",
        f"closes={tree.lower[last + 1] if last + 1 < len(tree.words) and tree.tags[last + 1] in PUNCT else 'word'}",
        f"share={min(10, 10 * size // max(1, sentence))}",
        f"gap={min(5, max(-5, first - cue.span[1]))}",
        f"shapes={len(cue.readings)}",
        f"stem={speech().stem(tree.lower[cue.at])}|q={share:.1f}",
    ]


PUNCT = frozenset({",", ".", ":", "''", "``", "-LRB-", "-RRB-", "HYPH", "_SP"})
