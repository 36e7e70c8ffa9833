"""A desk in a process of its own, to be measured, stopped or killed: ``python -m bench.desk_server LEDGER PORT``."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

PACKS = ("world", "syria")
PATIENCE = 900.0  # seconds until incidents are at hand; a board of a million claims is made in that


class Server:
    """A server of one ledger on loopback."""

    def __init__(self, ledger: Path, port: int) -> None:
        self.ledger, self.port = ledger, port
        self.process: subprocess.Popen[bytes] | None = None
        self.answering = 0.0  # seconds from the last start to the first answer

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> float:
        """Start it; the seconds until it shows incidents, which it may have to derive first, while it answers."""
        began = time.perf_counter()
        command = [sys.executable, "-m", "bench.desk_server", str(self.ledger), str(self.port)]
        self.process = subprocess.Popen(command)
        self.answering = 0.0
        while time.perf_counter() - began < PATIENCE:
            ready = self.ready()
            if ready is not None:
                self.answering = self.answering or time.perf_counter() - began
            elif self.process.poll() is not None:
                break
            if ready:
                return time.perf_counter() - began
            time.sleep(0.05)
        raise SystemExit(f"{self.address} does not show incidents")

    def ready(self) -> bool | None:
        """Whether it shows incidents; None where it does not answer. Of the library that costs the machine least."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", "/api/moments/now")
            return bool(json.loads(connection.getresponse().read())["ready"])
        except OSError:
            return None
        finally:
            connection.close()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end."""
        self.end(signal.SIGTERM)

    def end(self, how: signal.Signals) -> None:
        """Send a signal, and wait."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None

    def memory(self) -> int:
        """Bytes of memory that the process holds."""
        return self.told("/proc/{}/status", lambda text: int(text.split("VmRSS:")[1].split()[0]) * 1024)

    def seconds(self) -> float:
        """Seconds of processor that it used."""
        return self.told("/proc/{}/stat", lambda text: sum(map(int, text.rsplit(")", 1)[1].split()[11:13])) / 100)

    def told(self, file: str, part: Callable[[str], float]) -> int:
        """A number that the system tells of the process."""
        assert self.process is not None
        return part(Path(file.format(self.process.pid)).read_text(encoding="ascii"))  # type: ignore[return-value]


def main() -> None:
    """Serve until stopped."""
    import uvicorn

    from contested.desk.app import create_app
    from contested.desk.settings import Settings
    from contested.flow.explaining import explain
    from contested.flow.reconciling import reconcile_ledger
    from contested.ledger.incidents import Moment

    ledger, port = Path(sys.argv[1]), int(sys.argv[2])

    def derive(as_of: str, progress: Callable[[str, int], None]) -> None:
        reconcile_ledger(ledger, PACKS, Moment(as_of), progress)

    settings = Settings(ledger, PACKS, derive, lambda path, one, other: list(explain(path, one, other)))
    uvicorn.run(
        create_app(settings), host="127.0.0.1", port=port, log_level="warning", access_log=False, timeout_keep_alive=75
    )


if __name__ == "__main__":
    main()
