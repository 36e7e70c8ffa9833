"""The parser's vectors of words are remembered: the same word gets the same one wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

Vectors = npt.NDArray[np.float32]
Layer = Model[Any, Any]
Told = tuple[list[Vectors], Callable[..., Any]]  # vectors, and the way back where the layer is trained
Rows = npt.NDArray[np.uint64]
EXTRACT, STATIC = "extract_features", "static_vectors"
MOST = 50_000  # words remembered: some twenty megabytes


class WordVectors:
    """Vectors by what the embedding layers know of a word; ``index`` tells in which row each stands."""

    def __init__(self, embed: Layer) -> None:
        self.extract, self.layers = embed.layers[0], embed.layers[1:]
        self.index: dict[bytes, int] = {}
        self.vectors: Vectors = np.zeros((0, 0), dtype=np.float32)
        self.lock = Lock()

    def of(self, docs: Sequence[Doc]) -> list[Vectors]:
        """One vector a token, for each Doc."""
        traits: list[Rows] = self.extract(docs, False)[0]
        keys = [keys_of(rows) for rows in traits]
        with self.lock:
            if len(self.index) > MOST:
                self.index, self.vectors = {}, self.vectors[:0]
            self.learn(traits, keys)
            where = self.index.__getitem__
            return [self.vectors[list(map(where, those))] for those in keys]

    def learn(self, traits: Sequence[Rows], keys: Sequence[Sequence[bytes]]) -> None:
        """Add the vectors of words that are new, embedded together."""
        new: dict[bytes, Rows] = {}
        for rows, those in zip(traits, keys, strict=True):
            unknown = set(those).difference(self.index, new)
            new.update((key, rows[n]) for n, key in enumerate(those) if key in unknown)
        if not new:
            return
        made: Any = [np.stack(list(new.values()))]
        for layer in self.layers:
            made = layer(made, False)[0]
        first = len(self.index)
        self.vectors = np.concatenate([self.vectors, made[0]]) if first else made[0]
        self.index.update(zip(new, range(first, first + len(new)), strict=True))


def keys_of(rows: Rows) -> list[bytes]:
    """Each row as bytes."""
    return np.ascontiguousarray(rows).view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist() if len(rows) else []


def remembering(nlp: Language) -> Language:
    """The same pipeline; where its shared layer embeds words by what they are alone, it does so once a word."""
    pipes: list[Any] = [pipe for name, pipe in nlp.pipeline if name == "tok2vec"]
    for pipe in pipes:
        if not pipe.model.has_ref("embed"):
            continue
        embed = pipe.model.get_ref("embed")
        names = [layer.name for layer in embed.layers]
        here = embed.ops.name == "numpy"  # and not on a graphics card
        if here and names[:1] == [EXTRACT] and not any(STATIC in name for name in names):
            pipe.model.replace_node(embed, Model("remembered", forward_of(embed), layers=[embed]))
    return nlp


def forward_of(embed: Layer) -> Callable[..., Told]:
    """What the layer does instead."""
    known = WordVectors(embed)

    def forward(model: Layer, docs: Sequence[Doc], is_train: bool) -> Told:
        return embed(docs, is_train) if is_train else (known.of(docs), lambda gradient: [])

    return forward
