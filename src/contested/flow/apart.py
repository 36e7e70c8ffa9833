"""Reconciling in a process of its own, so that whoever serves people meanwhile keeps its breath and its memory."""

from __future__ import annotations

from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from contested.flow.reconciling import NOW, Progress, reconcile_ledger
from contested.ledger.incidents import Moment
from contested.model.errors import ContestedError, LedgerError


def reconcile_apart(
    path: Path, packs: Sequence[str], moment: Moment = NOW, progress: Progress = lambda _, __: None
) -> None:
    """Reconcile as ``reconcile_ledger`` does, with progress; raises what that raises, LedgerError where it died."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, path, tuple(packs), moment), daemon=True)
    process.start()
    theirs.close()
    ended = False
    try:
        while not ended:
            told = ours.recv()
            if isinstance(told, ContestedError):
                raise told
            ended = told is None
            if told is not None:
                progress(*told)
    except EOFError:
        process.join()
        problem = f"reconciling ended early (exit code {process.exitcode})"
        raise LedgerError(str(path), problem, "run: contested reconcile, and see what it says") from None
    finally:
        process.join()
        ours.close()


def work(told: Connection, path: Path, packs: tuple[str, ...], moment: Moment) -> None:
    """What the process does: tell (stage, count) on the way, an error that Contested knows, or None at the end."""
    try:
        reconcile_ledger(path, packs, moment, lambda stage, count: told.send((stage, count)))
    except ContestedError as error:
        told.send(error)
    else:
        told.send(None)
    finally:
        told.close()
