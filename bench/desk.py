"""How fast and how large the desk is, over HTTP on loopback, one request after the other.

    python -m bench.desk LEDGER [--port 8791] [--rounds 20] [--json OUT]

Makes the board first where there is none, which takes minutes for a million claims and is told apart. Wall seconds are
those of a client; "cpu" are the server's own, since others may work on the machine. bench.desk_scale makes a large
ledger, bench.desk_load measures many clients at once.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from bench.desk_server import Server

WORDS = "killed shelling market hospital barrel villages convoy crossing airport withdrew ceasefire rebels".split()
Request = tuple[str, dict[str, str]]


def main() -> None:
    """Measure, print, and write where asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--port", type=int, default=8791)
    asked.add_argument("--rounds", type=int, default=20)
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    figures = measure(Server(given.ledger, given.port), given.rounds)
    for name, value in figures.items():
        print(f"{name:<34} {value:>10,.1f}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def measure(server: Server, rounds: int) -> dict[str, float]:
    """Milliseconds, median and 95th percentile, of each kind of request; mebibytes of the server."""
    figures = {"seconds till a board was at hand": server.start()}
    server.stop()
    figures["seconds to start with a board"] = server.start()
    try:
        with httpx.Client(base_url=server.address, timeout=120) as client:
            figures["first overview, ms"] = timed(client, "/api/overview", {})
            status = client.get("/api/status").json()
            figures |= {"incidents": status["incidents"], "claims": status["claims"]}
            figures["after the first answer, MiB"] = server.memory() / 2**20
            for name, requests in kinds(client, random.Random(7)).items():
                figures |= of_kind(client, server, name, [next(requests) for _ in range(rounds)])
            figures["at the end, MiB"] = server.memory() / 2**20
    finally:
        server.stop()
    return figures


def of_kind(client: httpx.Client, server: Server, name: str, requests: list[Request]) -> dict[str, float]:
    """The figures of one kind of request."""
    before = server.seconds()
    times = sorted(timed(client, *request) for request in requests)
    used = (server.seconds() - before) * 1000 / len(requests)
    return {
        f"{name}, median ms": statistics.median(times),
        f"{name}, p95 ms": times[max(0, round(len(times) * 0.95) - 1)],
        f"{name}, cpu ms": used,
    }


def timed(client: httpx.Client, address: str, asked: dict[str, str]) -> float:
    """Milliseconds of one request; raises where it fails."""
    began = time.perf_counter()
    client.get(address, params=asked).raise_for_status()
    return (time.perf_counter() - began) * 1000


def kinds(client: httpx.Client, chance: random.Random) -> dict[str, Iterator[Request]]:
    """Endless requests of each kind, no two alike where that can be."""
    facets = client.get("/api/overview").json()["facets"]
    total = client.get("/api/status").json()["incidents"]
    rows = client.get("/api/incidents", params={"limit": 500, "offset": total // 3}).json()["rows"]
    ids = [row["id"] for row in rows]

    def value(facet: str) -> str:
        return str(chance.choice(facets[facet][:20])["id"])

    def filters() -> dict[str, str]:
        since = f"{chance.randint(2011, 2020)}-{chance.randint(1, 12):02d}"
        either: list[Callable[[], dict[str, str]]] = [
            lambda: {"actor": value("actors")}, lambda: {"side": value("sides")}, lambda: {"event": value("events")},
            lambda: {"outlet": value("outlets")}, lambda: {"place": value("places")}, lambda: {"disputed": "true"},
            lambda: {"reports": "6"}, lambda: {"since": since, "until": "2022"}, lambda: {"family": value("families")},
        ]  # fmt: skip
        return chance.choice(either)() | chance.choice(either)() | {"sure": f"{chance.random() / 3:.4f}"}

    def view() -> dict[str, str]:
        west, south, zoom = chance.uniform(34, 40), chance.uniform(32, 36), chance.uniform(5, 11)
        wide = 600 / 2**zoom
        return {"view": f"{west:.4f},{south:.4f},{west + wide:.4f},{south + wide:.4f}", "zoom": f"{zoom:.2f}"}

    def list_asked() -> dict[str, str]:
        sort = chance.choice(["reports", "newest", "oldest", "killed", "disputed"])
        return {"offset": str(chance.randrange(max(1, total - 50))), "sort": sort}

    return {
        "map moved": endless("/api/overview", view),
        "filter changed": endless("/api/overview", filters),
        "words searched": endless("/api/overview", lambda: {"q": " ".join(chance.sample(WORDS, 2))}),
        "page of the list": endless("/api/incidents", list_asked),
        "filtered list": endless("/api/incidents", filters),
        "incident": ((f"/api/incidents/{chance.choice(ids)}", {}) for _ in iter(int, 1)),
        "labels": endless("/api/labels", lambda: {"box": view()["view"]}),
    }


def endless(address: str, asked: Callable[[], dict[str, str]]) -> Iterator[Request]:
    """Requests to one address."""
    while True:
        yield address, asked()


if __name__ == "__main__":
    main()
