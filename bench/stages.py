"""Time the stages of one run: their entry points are wrapped while it lasts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import Any

# Where a stage is called from, by which name, and what it is called here.
ENTRIES = (
    ("contested.annotate.pipeline", "mark_sentences", "sentences"),
    ("contested.annotate.pipeline", "find_times", "times"),
    ("contested.annotate.pipeline", "find_quantities", "quantities"),
    ("contested.annotate.pipeline", "find_actors", "actors"),
    ("contested.annotate.pipeline", "find_places", "places"),
    ("contested.annotate.pipeline", "find_entities", "entities"),
    ("contested.claims.compile", "find_events", "did what: events"),
    ("contested.claims.said_by", "find_attributions", "attributions"),
    ("contested.claims.how_many", "answer", "how many"),
    ("contested.claims.who", "answer", "who"),
    ("contested.claims.where", "answer", "where"),
    ("contested.claims.when", "answer", "when"),
    ("contested.claims.said_by", "answer", "said by"),
    ("contested.claims.how_sure", "answer", "how sure"),
    ("contested.claims.compile", "build", "build claims"),
)


@dataclass(slots=True)
class Stopwatch:
    """CPU seconds of each stage without those of stages inside it."""

    own: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    inside: list[float] = field(default_factory=list)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted under a name."""

        @wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            self.inside.append(0.0)
            begun = time.process_time()
            try:
                return function(*args, **options)
            finally:
                spent = time.process_time() - begun
                self.own[name] += spent - self.inside.pop()
                if self.inside:
                    self.inside[-1] += spent

        return run


@contextmanager
def watched(watch: Stopwatch) -> Iterator[None]:
    """Count every stage until the block ends."""
    before = []
    for module_name, attribute, stage in ENTRIES:
        module = import_module(module_name)
        if hasattr(module, attribute):
            before.append((module, attribute, getattr(module, attribute)))
            setattr(module, attribute, watch.timed(stage, getattr(module, attribute)))
    try:
        yield
    finally:
        for module, attribute, function in before:
            setattr(module, attribute, function)
