"""spaCy's matrix products by the BLAS that NumPy brings, where it is OpenBLAS: two to four times as fast as its own."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import product

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from thinc.api import NumpyOps

Matrix = npt.NDArray[np.float32]
Threads = tuple[Callable[[], int], Callable[[int], object]]  # how many there are, and how to say how many
LINKED = "numpy._core._multiarray_umath"
NAMES = tuple(f"{first}openblas_{{}}_num_threads{last}" for first, last in product(("scipy_", ""), ("64_", "")))


class OneThreadOps(NumpyOps):  # type: ignore[misc]
    """Operations whose products run in this thread alone: others that spin beside it would cost more than they give."""

    def __init__(self, threads: Threads) -> None:
        super().__init__(use_blis=False)
        self.count, self.limit = threads

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """The product of two matrices, either one turned first."""
        before = self.count()
        self.limit(1)
        try:
            return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)
        finally:
            self.limit(before)


def quickened(nlp: Language) -> Language:
    """The same pipeline; its models on the processor multiply by NumPy's OpenBLAS, where NumPy has that one."""
    threads = openblas_threads()
    if threads is None:
        return nlp
    ops = OneThreadOps(threads)
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
    return nlp


@cache
def openblas_threads() -> Threads | None:
    """The threads of NumPy's OpenBLAS; None where NumPy multiplies by another library."""
    try:
        library = ctypes.CDLL(import_module(LINKED).__file__)  # what it links is searched for a name, too
    except (ImportError, OSError):
        return None
    for name in NAMES:
        count, limit = (getattr(library, name.format(verb), None) for verb in ("get", "set"))
        if count is not None and limit is not None:
            return count, limit
    return None
