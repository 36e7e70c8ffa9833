"""Deriving in the background: the incidents of a moment, then its board; one at a time, asked about by polling."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Condition, Thread

from contested.model.errors import ContestedError

Progress = Callable[[str, int], None]
Work = Callable[[str, Progress], None]
STOP = "\0"


class Deriver:
    """Works off the moments asked for, in their order. A moment is a day, or "" for now."""

    def __init__(self, work: Work) -> None:
        self.work, self.changed = work, Condition()
        self.waiting: OrderedDict[str, None] = OrderedDict()
        self.at: str | None = None
        self.stage, self.count = "", 0
        self.failed: dict[str, str] = {}
        self.thread: Thread | None = None
        self.closed = False

    def begin(self, moment: str) -> None:
        """Have a moment derived, unless it is being derived or waits to be."""
        with self.changed:
            if self.closed or moment == self.at or moment in self.waiting:
                return
            self.failed.pop(moment, None)
            self.waiting[moment] = None
            if self.thread is None:
                self.thread = Thread(target=self.run, name="deriving", daemon=True)
                self.thread.start()

    def run(self) -> None:
        """Work until nothing waits."""
        while True:
            with self.changed:
                self.at = self.waiting.popitem(last=False)[0] if self.waiting and not self.closed else None
                self.stage, self.count = "starting", 0
                if self.at is None:
                    self.thread = None
                    self.changed.notify_all()
                    return
            self.attempt(self.at)

    def attempt(self, moment: str) -> None:
        """Derive one moment; what goes wrong is told to who asks how far it is."""
        try:
            self.work(moment, self.progress)
        except ContestedError as error:
            self.failed[moment] = str(error)
        except Exception as error:  # noqa: BLE001 - the desk must outlive whatever deriving meets
            self.failed[moment] = f"deriving: {type(error).__name__}: {error}; see the terminal that the desk runs in"

    def progress(self, stage: str, count: int) -> None:
        """Note how far the present work is."""
        self.stage, self.count = stage, count

    def state(self, moment: str) -> tuple[str, int]:
        """How far a moment is: stage and count; an empty stage where nobody works on it."""
        with self.changed:
            if moment == self.at:
                return self.stage, self.count
            if moment in self.waiting:
                return "waiting", 0
            return (f"failed: {self.failed[moment]}", 0) if moment in self.failed else ("", 0)

    @property
    def busy(self) -> bool:
        """Whether anything is derived now."""
        return self.thread is not None

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do; false where that takes longer."""
        with self.changed:
            return self.changed.wait_for(lambda: self.thread is None, seconds)

    def close(self) -> None:
        """Begin nothing more; what is at work ends by itself, or with the process."""
        with self.changed:
            self.closed = True
            self.waiting.clear()
