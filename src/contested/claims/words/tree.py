"""Tree: a Doc's parse as plain lists, so that rules can walk it without making token objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore
from spacy.tokens import Doc

from contested.claims.words.answered import mend_answers
from contested.claims.words.comma_mends import mend_commas
from contested.claims.words.parse_mends import mend_speakers
from contested.claims.words.relative_mends import mend_relatives
from contested.claims.words.teller_mends import mend_tellers
from contested.claims.words.title_mends import mend_titles
from contested.model.mention import Mention
from contested.model.report import Report

TREE, REPORT = "contested.tree", "contested.report"
COLUMNS: list[int | str] = ["HEAD", "DEP", "TAG", "ORTH", "IDX", "SENT_START"]
SPELT: dict[int, str] = {}
MOST_SPELT = 100_000  # strings remembered: some megabytes
Spans = tuple[tuple[int, int], ...]  # token intervals, end exclusive


@dataclass(slots=True)
class Tree:
    """Token lists of one Doc. ``first[i]`` and ``last[i]`` are the sentence's bounds, end exclusive.

    ``left[i]`` and ``right[i]`` bound the subtree of token i, end exclusive.
    """

    text: str
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    first: list[int]
    last: list[int]
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    kids: list[list[int]] = field(default_factory=list)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of token i with one of these relations."""
        return next((k for k in self.kids[i] if self.deps[k] in deps), None)

    def children(self, i: int, *deps: str) -> list[int]:
        """All children of token i with one of these relations."""
        return [k for k in self.kids[i] if self.deps[k] in deps]

    def subtree(self, i: int) -> tuple[int, int]:
        """The token interval of the subtree of token i."""
        return self.left[i], self.right[i]

    def ancestors(self, i: int) -> list[int]:
        """The heads above token i, nearest first."""
        above = []
        while self.heads[i] != i:
            i = self.heads[i]
            above.append(i)
        return above

    def mention(self, start: int, end: int) -> Mention:
        """The mention of a token interval, without white space at its ends."""
        while end > start + 1 and self.words[end - 1].isspace():
            end -= 1
        begin, stop = self.starts[start], self.starts[end - 1] + len(self.words[end - 1])
        return Mention(begin, stop, self.text[begin:stop])

    def interval(self, mention: Mention) -> tuple[int, int]:
        """The token interval of a mention, end exclusive; an empty mention has the token where it stands."""
        return self.token_at(mention.start), self.token_at(max(mention.start, mention.end - 1)) + 1

    def head_of(self, start: int, end: int) -> int:
        """The first token of an interval whose head lies outside it."""
        heads = self.heads
        return next((k for k in range(start, end) if heads[k] == k or not start <= heads[k] < end), start)

    def token_at(self, offset: int) -> int:
        """The index of the token that holds a character offset."""
        return (bisect_right(self.starts, offset) or 1) - 1


def tree_of(doc: Doc) -> Tree:
    """The Tree of a parsed Doc; made once and kept with it."""
    known = doc.user_data.get(TREE)
    if known is None:
        known = doc.user_data[TREE] = grow(doc)
    return cast(Tree, known)


def grow(doc: Doc) -> Tree:
    """Read a Doc into lists."""
    # One array of numbers: a Token object for each token, again and again, would cost more than all that follows.
    table = doc.to_array(COLUMNS) if len(doc) else np.zeros((0, len(COLUMNS)), dtype=np.uint64)
    deps, tags, words = (spelt(table[:, column].tolist(), doc.vocab.strings) for column in (1, 2, 3))
    report = doc.user_data.get(REPORT)  # spaCy joins its tokens anew each time it is asked for its text
    heads = (table[:, 0].astype(np.int64) + np.arange(len(doc))).tolist()
    lower = list(map(str.lower, words))
    bounds = [*sentence_starts(table[:, 5]), len(doc)]
    before = list(heads), list(tags), list(deps)
    mend_answers(lower, tags, deps, heads)
    mend_commas(lower, tags, deps, heads)
    mend_relatives(lower, tags, deps, heads)
    mend_speakers(lower, tags, deps, heads)
    mend_tellers(words, tags, deps, heads)
    mend_titles(words, tags, deps, heads, bounds)
    if (heads, tags, deps) != before:
        if is_sound(heads, before[0], bounds):
            write_back(doc, tags, deps, heads)
        else:
            heads, tags, deps = before
    tree = Tree(
        text=report.text if isinstance(report, Report) else doc.text,
        words=words,
        lower=lower,
        tags=tags,
        deps=deps,
        heads=heads,
        starts=table[:, 4].tolist(),
        first=[0] * len(doc),
        last=[0] * len(doc),
    )
    for start, end in pairwise(bounds):
        tree.first[start:end] = [start] * (end - start)
        tree.last[start:end] = [end] * (end - start)
    link(tree)
    return tree


def write_back(doc: Doc, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give a Doc the parse as it was mended, for all that reads its tokens."""
    strings = doc.vocab.strings
    rows = np.zeros((len(doc), 3), dtype=np.uint64)
    rows[:, 0] = (np.array(heads, dtype=np.int64) - np.arange(len(doc))).astype(np.uint64)
    rows[:, 1], rows[:, 2] = ([strings.add(name) for name in names] for names in (deps, tags))
    doc.from_array(["HEAD", "DEP", "TAG"], cast("Any", rows))


def is_sound(heads: list[int], before: list[int], bounds: list[int]) -> bool:
    """Whether mended heads still make trees: no circle, none beyond its sentence, as many roots in each as before."""
    for start, end in pairwise(bounds):
        if heads[start:end] == before[start:end]:
            continue
        if any(not start <= heads[i] < end for i in range(start, end)):
            return False
        if sum(heads[i] == i for i in range(start, end)) != sum(before[i] == i for i in range(start, end)):
            return False
        if not all(reaches_root(heads, i, end - start) for i in range(start, end)):
            return False
    return True


def reaches_root(heads: list[int], token: int, most: int) -> bool:
    """Whether the way up from a token ends at a root after so many steps at most."""
    for _ in range(most + 1):
        if heads[token] == token:
            return True
        token = heads[token]
    return False


def meeting(tree: Tree, low: int, above: Sequence[int]) -> int | None:
    """The lowest token that governs both a token and the first of ``above``, which are that one and its governors."""
    while low not in above:
        if tree.heads[low] == low:
            return None
        low = tree.heads[low]
    return low


def spelt(keys: list[int], strings: StringStore) -> list[str]:
    """The strings of spaCy's keys; a key is the same in every vocabulary, so that they are remembered."""
    unknown = set(keys).difference(SPELT)
    known = SPELT if len(SPELT) + len(unknown) <= MOST_SPELT else {key: SPELT.get(key, "") for key in set(keys)}
    known.update((key, strings[key]) for key in unknown)
    return list(map(known.__getitem__, keys))


def sentence_starts(marks: npt.NDArray[Any]) -> list[int]:
    """The tokens that start a sentence, by spaCy's marks; the first one always does."""
    if not len(marks):
        return []
    starts: list[int] = np.flatnonzero(marks == 1).tolist()
    return starts if starts[:1] == [0] else [0, *starts]


def link(tree: Tree) -> None:
    """Fill in children and subtree bounds from the heads."""
    count, heads = len(tree.words), tree.heads
    left, right = list(range(count)), list(range(1, count + 1))
    kids: list[list[int]] = [[] for _ in range(count)]
    order = []
    for i, head in enumerate(heads):
        if head == i:
            order.append(i)
        else:
            kids[head].append(i)
    for i in order:  # it grows: each token comes behind its head
        order += kids[i]
    for i in reversed(order):
        head = heads[i]
        if left[i] < left[head]:  # noqa: PLR1730  (min and max are calls)
            left[head] = left[i]
        if right[i] > right[head]:  # noqa: PLR1730
            right[head] = right[i]
    tree.left, tree.right, tree.kids = left, right, kids
