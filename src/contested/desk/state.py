"""The desk's state: its ledger opened for readers, the board of incidents, judgements as they stand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import Annotated, Literal, cast
from urllib.parse import unquote

from fastapi import Depends, Request

from contested import __version__
from contested.desk.board import Board, open_board
from contested.desk.board_making import Progress, board_name, make_board
from contested.desk.days import NOW, day_of
from contested.desk.deriving import Deriver
from contested.desk.judged import Judged
from contested.desk.knowledge import Knowledge
from contested.desk.labels import Labels
from contested.desk.leases import Leases
from contested.desk.overviews import Overviews
from contested.desk.problems import DeskError, underivable
from contested.desk.sessions import SESSION, Sessions
from contested.desk.settings import Settings
from contested.desk.shapes.desk import MomentState, Status
from contested.desk.standing import Record, Standing
from contested.desk.tables import Tables
from contested.ledger.board import board_folder, clear_boards
from contested.ledger.board_reads import Readers
from contested.ledger.incidents import Incidents, Moment, bring_up_to_date, build_digest, incidents_at
from contested.ledger.reads import Ledger
from contested.model.errors import LedgerError
from contested.packs.pack import Pack

USER = "contested_user"
MOST_BOARDS = 3
BasemapKind = Literal["none", "pmtiles", "tiles"]


class Desk:
    """One ledger at work; safe for many threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lock = RLock()
        self.shown: OrderedDict[str, Overviews] = OrderedDict()
        self.prepare()
        self.readers = Readers(settings.ledger)
        self.judged = Judged(settings.ledger)
        self.judged.refresh()
        self.standing = Standing(self.readers)
        self.tables, self.leases, self.labels = Tables(self), Leases(), Labels()
        self.knowledge, self.sessions = Knowledge(settings.packs), Sessions()
        self.temporary: TemporaryDirectory[str] | None = None
        # When the incidents of now were made by this desk, and how many judgements there were before.
        self.taken = ("", 0)
        self.deriver = Deriver(self.derive)
        # Only then is deriving passed over where nothing but the board is missing.
        self.starting = self.load("") is None
        if self.starting:
            self.deriver.begin("")

    def prepare(self) -> None:
        """Give an older ledger what it lacks, where it can be written."""
        try:
            bring_up_to_date(self.settings.ledger)
        except LedgerError:
            # Another program writes, or nobody may: opening it to read tells whether that will do.
            return

    @property
    def pack(self) -> Pack:
        """Knowledge of the war."""
        return self.knowledge.pack

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger, lent to this thread."""
        with self.readers.one() as ledger:
            yield ledger

    @contextmanager
    def incidents(self, as_of: str = "") -> Iterator[Incidents]:
        """The incidents of a moment, lent to this thread; raises LedgerError where they were not derived."""
        with self.readers.one() as ledger:
            yield incidents_at(ledger, Moment(day_of(as_of)))

    def at(self, as_of: str | None = None) -> Overviews:
        """What a moment's board answers; raises DeskError where its incidents are not at hand."""
        day = day_of(as_of)
        with self.lock:
            held = self.shown.get(day)
            if held is not None:
                self.shown.move_to_end(day)
                return held
        held = self.load(day)
        if held is None:
            raise self.missing(day)
        return held

    def missing(self, day: str) -> DeskError:
        """Why a moment cannot be shown, and what helps."""
        stage, count = self.deriver.state(day)
        subject = f"incidents as known on {day}" if day else "incidents"
        if stage.startswith("failed"):
            return DeskError(subject, stage, "mend that, then bring the incidents up to date once more", 503)
        if not stage and self.settings.read_only and not self.waits_for_board(day):
            return underivable(subject, day, self.settings.ledger.name)
        if stage:
            done = f" ({stage}{f' {count:,}' if count else ''})"
            return DeskError(
                subject, f"are being derived{done}", "wait a moment; they show up when they are ready", 503
            )
        return DeskError(subject, "are not derived yet", "ask for them by POST /api/moments, and wait", 409)

    def board(self, as_of: str | None = None) -> Board:
        """The board of a moment; raises DeskError where it is not at hand."""
        return self.at(as_of).board

    def shown_at(self, as_of: str = "") -> Overviews | None:
        """What a moment's board answers where it is at hand."""
        with self.lock:
            return self.shown.get(day_of(as_of))

    def load(self, day: str) -> Overviews | None:
        """Take up the board of a moment where its file is at hand."""
        with self.reading() as ledger:
            digest = build_digest(ledger, Moment(day))
        if digest is None:
            return None
        name = board_name(day, digest, self.settings.packs)
        for folder in self.folders():
            if (folder / name).is_file():
                return self.show(open_board(folder / name, day))
        return None

    def show(self, board: Board) -> Overviews:
        """Put a board in the place of the one of the same moment; who reads that one still may."""
        board.set_judged(self.judged.reviewed())
        held = Overviews(board)
        with self.lock:
            self.shown[board.as_of] = held
            self.shown.move_to_end(board.as_of)
            for day in [day for day in self.shown if day][: max(0, len(self.shown) - MOST_BOARDS)]:
                del self.shown[day]
        return held

    def folders(self) -> list[Path]:
        """Where boards may lie: beside the ledger, or for now in a folder of our own."""
        held = [board_folder(self.settings.ledger)]
        return [*held, Path(self.temporary.name)] if self.temporary else held

    def derive(self, day: str, progress: Progress) -> None:
        """Derive the incidents of a moment, then make its board and show it.

        At the start, and where nothing may be changed, only what is missing.
        """
        starting, self.starting = self.starting, False
        with self.reading() as ledger:
            derived = build_digest(ledger, Moment(day)) is not None
        if not (derived and (starting or self.settings.read_only)):
            self.judged.refresh()
            taken = self.judged.size
            self.settings.derive(day, progress)
            if not day:
                self.taken = (self.standing.record().made, taken)
        progress("board", 0)
        if self.load(day) is None:
            self.make(day, progress)
            self.load(day)

    def make(self, day: str, progress: Progress) -> None:
        """Make the board of a build."""
        with self.incidents(day) as incidents:
            digest = build_digest(incidents.ledger, Moment(day)) or ""
            name = board_name(day, digest, self.settings.packs)
            folder = board_folder(self.settings.ledger)
            try:
                make_board(folder / name, incidents.ledger, incidents, self.pack, progress)
            except LedgerError:
                with self.lock:
                    self.temporary = self.temporary or TemporaryDirectory(prefix="contested-")
                folder = Path(self.temporary.name)
                make_board(folder / name, incidents.ledger, incidents, self.pack, progress)
            clear_boards(folder, day or NOW, name)

    def mark(self, claims: Iterable[str]) -> None:
        """Bring every board up to date with what was judged of some claims."""
        states: dict[bool, list[str]] = {True: [], False: []}
        for claim in claims:
            states[self.judged.state(claim) != "unreviewed"].append(claim)
        with self.lock:
            boards = [held.board for held in self.shown.values()]
        for board in boards:
            for reviewed, marked in states.items():
                if marked:
                    board.mark(marked, reviewed)

    def moment(self, as_of: str) -> MomentState:
        """How far a moment is; raises DeskError where it is no day."""
        day = day_of(as_of)
        stage, count = self.deriver.state(day)
        with self.lock:
            ready = day in self.shown
        if not ready and not stage:
            ready = self.load(day) is not None
        return MomentState(
            as_of=day or NOW, ready=ready and (not stage or stage.startswith("failed")), stage=stage, count=count
        )

    def begin(self, as_of: str) -> MomentState:
        """Have a moment derived anew; raises DeskError where the desk is read-only and nothing new is derived."""
        day = day_of(as_of)
        if self.settings.read_only and not self.deriver.state(day)[0] and not self.waits_for_board(day):
            subject = f"incidents as known on {day}" if day else "incidents"
            raise underivable(subject, day, self.settings.ledger.name)
        self.deriver.begin(day)
        return self.moment(as_of)

    def waits_for_board(self, day: str) -> bool:
        """Whether a moment was derived, by this program or another, and is not shown as it was derived last."""
        with self.reading() as ledger:
            digest = build_digest(ledger, Moment(day))
        with self.lock:
            held = self.shown.get(day)
        return digest is not None and (
            held is None or held.board.file.path.name != board_name(day, digest, self.settings.packs)
        )

    def status(self, user: str | None) -> Status:
        """What is served."""
        with self.lock:
            held = self.shown.get("")
        record = self.standing.record()
        if record.judgement > self.judged.last:
            # Another program judged.
            self.mark(self.judged.refresh())
        if held and not self.deriver.state("")[0] and self.waits_for_board(""):
            # Another program derived.
            self.deriver.begin("")
        basemap = self.settings.basemap
        kind: BasemapKind = "none" if not basemap else "tiles" if "{z}" in basemap else "pmtiles"
        if basemap and kind == "pmtiles":
            # Nobody who looks need know where it lies.
            basemap = Path(basemap).name
        first, last = held.board.days if held else (None, None)
        return Status(
            version=__version__, ledger=self.settings.ledger.name, read_only=self.settings.read_only,
            reports=record.reports, claims=record.claims, incidents=held.board.size if held else 0,
            first_day=first, last_day=last, outdated=self.behind(record) if held else 0, deriving=self.deriver.busy,
            basemap=basemap, basemap_kind=kind, user=user, users=self.judged.users(),
            sides={id: side.name for id, side in self.pack.sides.items()},
            token_needed=self.settings.token_hash is not None,
        )  # fmt: skip

    def behind(self, record: Record) -> int:
        """How many readings, and judgements that change incidents, those of now do not know yet."""
        made, taken = self.taken
        return record.readings + self.judged.newer(record.made, taken if made == record.made else None)

    def close(self) -> None:
        """Let go of files and threads."""
        self.deriver.close()
        self.deriver.wait(2.0)
        with self.lock:
            for held in self.shown.values():
                held.board.close()
            self.shown.clear()
        self.readers.close()
        if self.temporary:
            self.temporary.cleanup()


async def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    return cast("Desk", request.app.state.desk)


def user_of(request: Request) -> str:
    """Who asks, as the session says where the desk asks for a token, else as the cookie does; "" is nobody."""
    desk = cast("Desk", request.app.state.desk)
    if desk.settings.token_hash is not None:
        return desk.sessions.user(request.cookies.get(SESSION, "")) or ""
    return unquote(request.cookies.get(USER, ""))


async def who(request: Request) -> str:
    """Who asks; raises DeskError where nobody said so."""
    user = user_of(request)
    if not user:
        raise DeskError("user", "is not known", "say who you are at the top of the page", 401)
    return user


At = Annotated[Desk, Depends(desk_of)]
Who = Annotated[str, Depends(who)]
