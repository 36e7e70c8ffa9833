"""Names to write on the map; reading all places of the world is done once, and keeps nobody else waiting."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

import anyio.to_thread
from anyio import CapacityLimiter

from contested.desk.choosing import Recent
from contested.desk.shapes.overview import Label
from contested.desk.shapes.overview import Labels as Answer
from contested.gazetteer.around import Box, places_within
from contested.model.errors import ContestedError

EVERYWHERE: Box = (-180.0, -90.0, 180.0, 90.0)


class Labels:
    """Answers of a moment ago are kept; all others wait in a line of their own, not among the desk's few threads."""

    def __init__(self) -> None:
        self.answers: Recent[bytes] = Recent(256)
        self.line: CapacityLimiter | None = None

    def warm(self) -> None:
        """Begin to read the places before the first map asks for them."""
        Thread(target=self.read, name="labels", daemon=True).start()

    def read(self) -> None:
        """The places read; what goes wrong is told to who asks for them."""
        with suppress(ContestedError, OSError):
            places_within(EVERYWHERE, 1)

    async def within(self, box: Box, most: int) -> bytes:
        """The most populous places within a box, as JSON; raises GazetteerError where they cannot be read."""
        self.line = self.line or CapacityLimiter(1)
        return await anyio.to_thread.run_sync(
            lambda: self.answers.get((box, most), lambda: answer(box, most)), limiter=self.line
        )


def answer(box: Box, most: int) -> bytes:
    """The names within a box."""
    rows = [Label(name=p.name, lat=p.lat, lon=p.lon, population=p.population) for p in places_within(box, most)]
    return Answer(rows=rows).model_dump_json().encode()
