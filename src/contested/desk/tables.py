"""Views as tables and lanes, as the terminal shows them; the brief as a page. Kept until the incidents change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Literal

from contested.desk.choosing import Recent
from contested.desk.days import day_of
from contested.desk.problems import DeskError
from contested.desk.shapes.pages import LanePlace, Lanes, Table
from contested.ledger.board_reads import lane_bodies
from contested.ledger.incidents import Incidents, Moment, holding_adapter
from contested.model.claim import Claim
from contested.model.incident import Holding
from contested.packs.pack import Pack
from contested.views import disputes, framing, sources, toll
from contested.views.control import HALF_LIFE, disagreeing
from contested.views.control import day_of as day_of_holding
from contested.views.known import claims_at

if TYPE_CHECKING:
    from contested.desk.state import Desk

Name = Literal["framing", "words", "sources", "disputes", "tolls"]
Rows = tuple[Sequence[str], Iterable[Sequence[object]]]
MOST_ROWS, MOST_CLAIMS, MOST_INCIDENTS = 20_000, 200_000, 1_000
GROUPS = frozenset({"place", "side", "week"})


class Tables:
    """What one desk tabulates, one table at a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.lock = desk, Lock()
        self.kept: Recent[Table] = Recent(10)
        self.lanes: Recent[list[LanePlace]] = Recent(4)

    def table(self, name: Name, as_of: str) -> Table:
        """A view of a moment; raises DeskError where its incidents are not at hand."""
        board = self.desk.board(as_of)
        with self.lock:
            return self.kept.get((name, board.file.path), lambda: self.make(name, day_of(as_of)))

    def make(self, name: Name, day: str) -> Table:
        """The same, made."""
        if name not in ("disputes", "tolls"):
            self.check_size(f"the table of {name}", f"run: contested {'framing --words' if name == 'words' else name}")
        with self.desk.incidents(day) as incidents:
            columns, rows = TABLES[name](incidents, self.desk.pack, Moment(day))
            return Table(
                columns=list(columns), rows=[cells(row) for row, _ in zip(rows, range(MOST_ROWS), strict=False)]
            )

    def check_size(self, what: str, remedy: str) -> None:
        """Raise DeskError where there are more claims than a page can wait for."""
        claims = self.desk.standing.record().claims
        if claims > MOST_CLAIMS:
            problem = f"is over {claims:,} claims, too many to be made while a page waits"
            raise DeskError(what, problem, remedy, 413)

    def places(self, as_of: str) -> list[LanePlace]:
        """Places with claims of control, most claims first."""
        board = self.desk.board(as_of)
        return self.lanes.get(board.file.path, lambda: self.make_places(day_of(as_of)))

    def make_places(self, day: str) -> list[LanePlace]:
        """The same, made."""
        held: dict[str, list[Holding]] = {}
        with self.desk.incidents(day) as incidents:
            for holding in incidents.holdings():
                held.setdefault(holding.place, []).append(holding)
        found = [lane_place(place, holdings) for place, holdings in held.items()]
        return sorted(found, key=lambda place: (-place.claims, place.name))

    def named(self, holding: Holding) -> Holding:
        """A holding by an actor of a pack with that actor's name in place of its id."""
        known = self.desk.pack.actors.get(holding.holder)
        return replace(holding, holder=known.name) if known else holding

    def control(self, place: str, as_of: str) -> Lanes:
        """The lanes of one place; raises DeskError, 404, where nobody says who holds it."""
        day = day_of(as_of)
        with self.desk.incidents(day) as incidents:
            told = [holding_adapter().validate_json(body) for body in lane_bodies(incidents, place)]
        if not told:
            raise DeskError(place, "has no claim of control", "choose a place of /api/control", 404)
        actors = self.desk.pack.actors
        known = {actors[holding.holder].name for holding in told if holding.holder in actors}
        holdings = spelled_once([self.named(holding) for holding in told], known)
        holdings.sort(key=lambda h: (day_of_holding(h) or "", h.holder))
        today = day or max((d for h in holdings if (d := day_of_holding(h))), default=None)
        return Lanes(
            place=place, name=common_name(holdings), today=today, holdings=holdings, half_life=HALF_LIFE,
            known=sorted(known),
        )  # fmt: skip


def lane_place(place: str, holdings: list[Holding]) -> LanePlace:
    """A place, and whether sides claim it at once on the newest day."""
    day = max((d for h in holdings if (d := day_of_holding(h))), default=None)
    camps = set(disagreeing(holdings, day).get(place, {}).values())
    return LanePlace(id=place, name=common_name(holdings), claims=len(holdings), disagree=len(camps) > 1)


def common_name(holdings: list[Holding]) -> str:
    """What most claims call the place; of equals the shortest, whatever the order of the claims."""
    told = Counter(holding.name for holding in holdings)
    return min(told, key=lambda name: (-told[name], len(name), name))


def spelled_once(holdings: list[Holding], known: set[str]) -> list[Holding]:
    """Holders that no pack knows under one spelling each, the commonest, whatever the case and number."""
    written: dict[str, Counter[str]] = {}
    for holding in holdings:
        if holding.holder not in known:
            written.setdefault(bare(holding.holder), Counter())[holding.holder] += 1
    one = {key: min(names, key=lambda name: (-names[name], name)) for key, names in written.items()}
    return [h if h.holder in known else replace(h, holder=one[bare(h.holder)]) for h in holdings]


def bare(holder: str) -> str:
    """A holder's words without case, article and plural."""
    return " ".join(word.removesuffix("s") for word in holder.casefold().split() if word != "the")


def cells(row: Sequence[object]) -> list[str | int | float | bool | None]:
    """A row's cells as plain values; lists in one line."""
    return [value if isinstance(value, str | int | float | bool | None) else listed(value) for value in row]


def listed(value: object) -> str:
    """Several values in one cell."""
    return "; ".join(map(str, value)) if isinstance(value, list | tuple | frozenset | set) else str(value)


def counted(held: Incidents, moment: Moment) -> Iterable[Claim]:
    """The claims known at a moment, as persons decided, without those that they rejected."""
    return claims_at(held.ledger, moment, view="counted")


TABLES: dict[Name, Callable[[Incidents, Pack, Moment], Rows]] = {
    "framing": lambda held, pack, at: (framing.NAME_COLUMNS, framing.names(counted(held, at), pack)),
    "words": lambda held, pack, at: (framing.WORD_COLUMNS, framing.words(counted(held, at), pack)),
    "sources": lambda held, _, at: (sources.COLUMNS, sources.rows(held.all(), held.ledger, at)),
    "disputes": lambda held, _, __: (disputes.COLUMNS, disputes.rows(held.all(), frozenset(), True)),
    "tolls": lambda held, _, at: (toll.COLUMNS, toll.rows(held.all(), held.ledger, GROUPS, "any", at)),
}
