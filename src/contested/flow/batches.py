"""Batches of reports through the stages, in this process or in several; the results keep the order either way."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from contested.flow.rules import Settings
from contested.flow.stages import compile_claims, make_annotator
from contested.flow.surviving import surviving
from contested.model.claim import Claim
from contested.model.errors import PipelineError
from contested.model.report import Report, Skip

if TYPE_CHECKING:
    from contested.annotate.pipeline import Annotator

Key = TypeVar("Key")
Batch = tuple[Key, Sequence[Report]]
Told = list[list[Claim] | Skip]
AHEAD = 3  # batches a process, in work or waiting: keeps all busy and memory flat


class Worker:
    """One process's annotator, made when the first batch with a report comes."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.annotator: Annotator | None = None

    def tell(self, reports: Sequence[Report]) -> Told:
        """The claims of each report, or why it could not be read."""
        if not reports:
            return []
        if self.annotator is None:
            self.annotator = make_annotator(self.settings)
        made = surviving(partial(compile_claims, self.annotator), reports)
        return [each if isinstance(each, Skip) else each[1] for each in made]


def tell_batches(batches: Iterable[Batch[Key]], settings: Settings) -> Iterator[tuple[Key, Told]]:
    """Each batch's key with what its reports told, in the batches' order, over ``settings.jobs`` processes."""
    if settings.jobs <= 1:
        worker = Worker(settings)
        for key, reports in batches:
            yield key, worker.tell(reports)
        return
    try:
        yield from tell_in_processes(batches, settings)
    except BrokenProcessPool as error:
        raise PipelineError(
            f"--jobs {settings.jobs}", "a process died", "memory may be short: run again with fewer jobs"
        ) from error


def tell_in_processes(batches: Iterable[Batch[Key]], settings: Settings) -> Iterator[tuple[Key, Told]]:
    """The same over fresh processes ("spawn": the same on every system, and no lock or thread is copied)."""
    waiting: deque[tuple[Key, Future[Told]]] = deque()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(settings.jobs, spawn, initializer=start_worker, initargs=(settings,)) as pool:
        try:
            for key, reports in batches:
                waiting.append((key, pool.submit(tell_here, reports)))
                if len(waiting) >= settings.jobs * AHEAD:
                    yield finished(waiting)
            while waiting:
                yield finished(waiting)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def finished(waiting: deque[tuple[Key, Future[Told]]]) -> tuple[Key, Told]:
    """The oldest batch, waited for."""
    key, future = waiting.popleft()
    return key, future.result()


HERE: dict[str, Worker] = {}


def start_worker(settings: Settings) -> None:
    """Prepare this process, and have it end with the one that started it, even where that one is killed."""
    HERE["worker"] = Worker(settings)
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent's end, then end; the pool's own queues would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def tell_here(reports: Sequence[Report]) -> Told:
    """The claims of each report, or why it could not be read, by this process's worker."""
    return HERE["worker"].tell(reports)


def in_chunks(reports: Iterable[Report], size: int) -> Iterator[list[Report]]:
    """Reports as they come, ``size`` at a time."""
    stream = iter(reports)
    return iter(lambda: list(islice(stream, size)), [])


def refuse(skip: Skip) -> None:
    """Stop at a report that could not be read; raises PipelineError."""
    raise PipelineError(skip.origin, skip.problem, skip.remedy)


def tell_reports(
    reports: Iterable[Report], settings: Settings, failed: Callable[[Skip], None] = refuse
) -> Iterator[tuple[Report, list[Claim]]]:
    """Each report with its claims, in order; one that could not be read has none, and ``failed`` is told."""
    chunks = in_chunks(reports, settings.batch)
    for chunk, told in tell_batches(((chunk, chunk) for chunk in chunks), settings):
        for report, made in zip(chunk, told, strict=True):
            if isinstance(made, Skip):
                failed(made)
            yield report, [] if isinstance(made, Skip) else made
