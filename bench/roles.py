"""Perpetrators, targets, victims and weapons of attacks in lower-case reports, one phrase an entity.

    python -m bench.roles INPUT.jsonl OUTPUT.jsonl

Reads ``id`` and ``text`` of each row; writes ``id`` and ``extracts`` (role to entities, each a list of phrases).
Phrases are weighed with features of the project's own mentions, triggers and claims; see bench/train_roles.py.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from bench.answers import Row, parser_of, write_answers
from bench.role_candidates import Candidate, find_candidates
from bench.truecase import truecase
from contested.annotate.pipeline import DEFAULT_MODEL, Annotator, annotations_of, report_of
from contested.claims.compile import claims_of
from contested.model.errors import PackError
from contested.model.report import Report, report_id

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
WEIGHTS = Path(__file__).with_name("weights") / "roles.json"
GRADES = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Weigher:
    """A linear model: the probability of yes, and from where it is one."""

    weights: Mapping[str, float]
    bias: float
    threshold: float = 0.5

    def probability(self, features: Iterable[str]) -> float:
        """The probability of yes."""
        total = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Whether a report tells an attack at all, what fills each role, and phrases once seen in one."""

    relevance: Weigher
    roles: Mapping[str, Weigher]
    learnt: frozenset[str]


@cache
def load_model(path: Path = WEIGHTS) -> RoleModel:
    """The trained weights; raises PackError where they are missing or broken."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        roles = {role: Weigher(**table["roles"][role]) for role in ROLES}
        return RoleModel(Weigher(**table["relevance"]), roles, frozenset(table["learnt"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackError(str(path), f"is no model of roles: {error!r}", "train it with bench/train_roles.py") from error


def make_annotator() -> Annotator:
    """The annotator for lower-case texts, with spaCy's recogniser."""
    return Annotator(spacy.load(DEFAULT_MODEL, exclude=["lemmatizer"]))


def parsed(rows: Sequence[Mapping[str, Any]], annotator: Annotator) -> Iterator[Doc]:
    """The annotated Docs of lower-case texts, given capitals; offsets are those of the texts."""
    texts = (truecase(str(row["text"])) for row in rows)
    yield from annotator.annotate_many(Report(report_id(text), str(n), text) for n, text in enumerate(texts))


def candidates_of(doc: Doc, text: str, learnt: frozenset[str]) -> list[Candidate]:
    """The phrases of a Doc that may fill a role."""
    return find_candidates(doc, text, learnt, claims_of(doc, report_of(doc), annotations_of(doc)))


def document_features(text: str) -> list[str]:
    """Words and pairs of words of a report, once each."""
    words = [word.strip(".,;:()[]\"'") for word in text.split()]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return sorted({*words, *pairs})


def grade(probability: float) -> str:
    """How likely the report tells an attack, in steps, as a feature of its candidates."""
    return f"relevant={sum(probability > step for step in GRADES)}"


def choose(weighed: Sequence[tuple[float, Candidate]], threshold: float) -> list[str]:
    """One phrase for each entity: the likeliest first, none that names an entity taken already."""
    taken: list[Candidate] = []
    for probability, candidate in sorted(weighed, key=lambda pair: (-pair[0], pair[1].key)):
        if probability < threshold:
            break
        if not any(same_entity(candidate, other) for other in taken):
            taken.append(candidate)
    return [candidate.quote for candidate in taken]


def same_entity(one: Candidate, other: Candidate) -> bool:
    """Whether two phrases name one entity: they overlap, share their words, or one is the acronym of the other."""
    if any(a < d and c < b for a, b in one.spans for c, d in other.spans):
        return True
    words, others = Counter(one.key.split()), Counter(other.key.split())
    if not words - others or not others - words:
        return True
    names = sorted((one.key, other.key), key=len)
    return len(names[0]) > 2 and names[0] == "".join(word[0] for word in names[1].split() if word not in ("of", "for"))


def extracts(text: str, doc: Doc, model: RoleModel) -> dict[str, list[list[str]]]:
    """The entities of each role."""
    candidates = candidates_of(doc, text, model.learnt)
    relevance = grade(model.relevance.probability(document_features(text)))
    found = {}
    for role, weigher in model.roles.items():
        weighed = [(weigher.probability((*candidate.features, relevance)), candidate) for candidate in candidates]
        found[role] = [[phrase] for phrase in choose(weighed, weigher.threshold)]
    return found


def main() -> None:
    """Read INPUT, write OUTPUT."""
    args = parser_of(__doc__).parse_args()
    model, annotator = load_model(), make_annotator()

    def predict(rows: Sequence[Row]) -> Iterator[Row]:
        for row, doc in zip(rows, parsed(rows, annotator), strict=True):
            yield {"id": row["id"], "extracts": extracts(row["text"], doc, model)}

    sys.exit(write_answers(args.input, args.output, predict, {"extracts": {role: [] for role in ROLES}}))


if __name__ == "__main__":
    main()
