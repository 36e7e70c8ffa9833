"""Many at one desk: readers and reviewers for a minute, the server killed in the middle, and nothing lost.

    python -m bench.desk_load LEDGER [--readers 50] [--reviewers 5] [--seconds 60] [--pause 0.5] [--no-kill]

A reader asks, waits for about ``--pause`` seconds as a quick person would, and asks again; 0 never rests. A reviewer
accepts claim after claim of the queue, and repeats what was not acknowledged under the same key. What fails between
the kill and the restart is no error; everything else is. In the end every decision acknowledged must stand in the
audit, once. It writes judgements into the ledger: give it a copy.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx

from bench.desk import Request, kinds
from bench.desk_client import Client, Lost
from bench.desk_server import Server

TARGET_MS = 300.0
RETRY = 0.2  # seconds


@dataclass(slots=True)
class Tally:
    """What all of them met. ``acknowledged`` are reviewers' keys by claim and user."""

    reads: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    queues: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    outage: float = 0.0
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    down: bool = False
    until: float = 0.0

    @property
    def going(self) -> bool:
        """Whether the time is not over."""
        return time.perf_counter() < self.until


def main() -> None:
    """Run, print, and exit with 1 where a target is missed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--port", type=int, default=8792)
    asked.add_argument("--readers", type=int, default=50)
    asked.add_argument("--reviewers", type=int, default=5)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--pause", type=float, default=0.5)
    asked.add_argument("--no-kill", action="store_true")
    given = asked.parse_args()
    server = Server(given.ledger, given.port)
    at_hand = server.start()
    print(f"answered after {server.answering:.1f} s, incidents at hand after {at_hand:.1f} s", flush=True)
    try:
        tally = asyncio.run(run(server, given))
        lost = lost_of(server, tally)
        memory = server.memory()
    finally:
        server.stop()
    told(tally, lost, memory)


def told(tally: Tally, lost: list[str], memory: int) -> None:
    """Print the figures; raises SystemExit where a target is missed."""
    for name, times in (("reads", tally.reads), ("queues", tally.queues), ("decisions", tally.posts)):
        print(f"{name:<10} {len(times):>7,}  median {part(times, 0.5):>7.1f} ms  p95 {part(times, 0.95):>7.1f} ms")
    print(f"errors {sum(tally.errors.values())} {dict(tally.errors)}; {tally.repeated} decisions sent again")
    print(
        f"down for {tally.outage:.1f} s; {len(tally.acknowledged):,} decisions acknowledged, {len(lost)} lost or twice"
    )
    print(f"server {memory / 2**20:.0f} MiB")
    slow = part(tally.reads, 0.95) > TARGET_MS
    raise SystemExit(1 if tally.errors or lost or slow else 0)


async def run(server: Server, given: argparse.Namespace) -> Tally:
    """Everybody at work until the time is over."""
    tally = Tally(until=time.perf_counter() + given.seconds)
    with httpx.Client(base_url=server.address, timeout=60) as client:
        requests = [mixed(kinds(client, random.Random(n)), random.Random(n)) for n in range(min(given.readers, 8))]
    work = [reader(server.port, requests[n % len(requests)], tally, given.pause) for n in range(given.readers)]
    work += [reviewer(server.port, f"reviewer {n}", tally) for n in range(given.reviewers)]
    if not given.no_kill:
        work.append(killer(server, tally, given.seconds / 2))
    await asyncio.gather(*work)
    return tally


def mixed(held: dict[str, Iterator[Request]], chance: random.Random) -> Iterator[Request]:
    """What a reader asks, in the shares of a person at work."""
    shares = {"map moved": 4, "filter changed": 3, "page of the list": 4, "filtered list": 3, "incident": 2,
              "words searched": 1, "labels": 1}  # fmt: skip
    while True:
        (name,) = chance.choices(list(shares), weights=list(shares.values()))
        yield next(held[name])


async def reader(port: int, requests: Iterator[Request], tally: Tally, pause: float) -> None:
    """Ask and rest."""
    client = Client(port)
    await asyncio.sleep(random.random() * pause)
    while tally.going:
        address, asked = next(requests)
        began, was_down = time.perf_counter(), tally.down
        try:
            answer = await client.get(address, asked)
            if answer.status != 200:
                tally.errors[f"{answer.status} {address.split('/')[2]}"] += 1
            elif not was_down:
                tally.reads.append((time.perf_counter() - began) * 1000)
        except Lost as error:
            await failed(tally, was_down, error)
        await asyncio.sleep(random.random() * 2 * pause)
    client.close()


async def reviewer(port: int, user: str, tally: Tally) -> None:
    """Accept claim after claim."""
    client = Client(port)
    await client.post("/api/session", {"user": user})
    while tally.going:
        began, was_down = time.perf_counter(), tally.down
        try:
            answer = await client.get("/api/queue", {"limit": "5"})
        except Lost as error:
            await failed(tally, was_down, error)
            continue
        if answer.status != 200:
            tally.errors[f"{answer.status} queue"] += 1
            break
        if not was_down:
            tally.queues.append((time.perf_counter() - began) * 1000)
        for item in json.loads(answer.body)["items"]:
            await decide(client, item["card"]["claim"]["id"], tally)
            await asyncio.sleep(random.random())
    client.close()


async def decide(client: Client, claim: str, tally: Tally) -> None:
    """Send a decision until it is acknowledged."""
    body = [{"key": uuid4().hex, "kind": "accept", "claims": [claim]}]
    while True:
        began, was_down = time.perf_counter(), tally.down
        try:
            answer = await client.post("/api/judgements", body)
            if answer.status == 200:
                tally.acknowledged.append((json.loads(answer.body)["judgements"][0]["id"], claim))
                if not was_down:
                    tally.posts.append((time.perf_counter() - began) * 1000)
                return
            tally.errors[f"{answer.status} judgements: {answer.body[:120]!r}"] += 1
        except Lost as error:
            await failed(tally, was_down, error)
        tally.repeated += 1
        await asyncio.sleep(RETRY)


async def failed(tally: Tally, was_down: bool, error: Lost) -> None:
    """Count a failure, unless the server was killed meanwhile; wait until it is back."""
    if not (was_down or tally.down):
        tally.errors[str(error)] += 1
    await asyncio.sleep(RETRY)


async def killer(server: Server, tally: Tally, after: float) -> None:
    """Kill the server after some seconds, and start it again."""
    await asyncio.sleep(after)
    began, tally.down = time.perf_counter(), True
    server.kill()
    await asyncio.to_thread(server.start)
    tally.down, tally.outage = False, time.perf_counter() - began


def lost_of(server: Server, tally: Tally) -> list[str]:
    """Decisions acknowledged that do not stand in the audit exactly once."""
    held: Counter[str] = Counter()
    with httpx.Client(base_url=server.address, timeout=60) as client:
        client.post("/api/session", json={"user": "auditor"})
        total = 1
        while sum(held.values()) < total:
            page = client.get("/api/audit", params={"offset": sum(held.values()), "limit": 500}).json()
            total = page["total"]
            held.update(row["id"] for row in page["rows"])
    return [id for id, _ in tally.acknowledged if held[id] != 1]


def part(times: list[float], share: float) -> float:
    """A quantile; 0 of nothing."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] if times else 0.0


if __name__ == "__main__":
    main()
