"""What is new since an earlier moment: told by reports published after a day, or read after an earlier brief."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from contested.ledger.failures import ledger_errors
from contested.ledger.reads import Ledger
from contested.model.errors import ContestedError
from contested.model.incident import Incident
from contested.views.dispute_words import asked
from contested.views.document import Group, Section, Sentence, counted
from contested.views.incidents import counted_words, heading
from contested.views.standing import Telling

MADE_OF = re.compile(r"readings? 1 to ([\d,]+)\b")


@dataclass(frozen=True, slots=True)
class Since:
    """The earlier moment: a ``day`` of publication, or the number of the last ``reading`` known then; one is given."""

    day: str | None = None
    reading: int | None = None
    brief: str = ""

    def words(self) -> str:
        """How the earlier moment is known."""
        if self.day is not None:
            return (f"New is what reports published after {self.day} tell; a report without a date counts from the day "
                    "it was read")  # fmt: skip
        return f"New is what was read after {self.brief}, which knew readings 1 to {self.reading:,} of this ledger"


def since_brief(path: Path) -> Since:
    """The moment of a brief written earlier, which stands in it; raises ContestedError where it does not."""
    try:
        found = MADE_OF.search(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContestedError(
            str(path), f"cannot be read ({error})", "name a file that `contested brief` wrote"
        ) from None
    if found is None:
        raise ContestedError(
            str(path), "does not tell which readings it knew", "name a brief of incidents, or use --new-since DAY"
        )
    return Since(reading=int(found.group(1).replace(",", "")), brief=path.name)


def last_reading(ledger: Ledger) -> int:
    """The number of the newest reading; 0 where nothing was read."""
    with ledger_errors(ledger.path):
        return int(ledger.db.execute("SELECT coalesce(max(id), 0) FROM reading").fetchone()[0])


def new_claims(ledger: Ledger, since: Since) -> frozenset[str]:
    """The ids of the claims that were not known at the earlier moment."""
    query = """SELECT t.claim FROM told t JOIN reading g ON g.id = t.reading
        JOIN appearance a ON a.id = g.appearance JOIN run r ON r.id = g.run GROUP BY t.claim
        HAVING CASE WHEN ? IS NULL THEN min(g.id) > ?
        ELSE min(coalesce(a.published, substr(r.started, 1, 10))) > ? END"""
    with ledger_errors(ledger.path):
        rows = ledger.db.execute(query, (since.day, since.reading, since.day))
        return frozenset(claim for (claim,) in rows)


def news(incidents: Iterable[Incident], new: frozenset[str], since: Since, telling: Telling) -> Section:
    """The incidents that are new or told anew."""
    groups = [group for incident in incidents if (group := change(incident, new, telling))]
    note = since.words() + ("" if groups else "; nothing is")
    return Section("New", tuple(groups), f"{note}.")


def change(incident: Incident, new: frozenset[str], telling: Telling) -> Group | None:
    """What is new about an incident; None where nothing is."""
    fresh = [id for id in incident.claims if id in new]
    if not fresh:
        return None
    if len(fresh) == len(incident.claims):
        return Group(heading(incident), (telling.sentence(f"New: told by {telling.speakers(fresh)}", fresh),))
    text = f"Known before, now also told in {counted(len(fresh), 'new claim')}, by {telling.speakers(fresh)}"
    return Group(heading(incident), (telling.sentence(text, fresh), *details(incident, new, telling)))


def details(incident: Incident, new: frozenset[str], telling: Telling) -> Iterator[Sentence]:
    """Figures that nobody told before, and questions that were not disputed before."""
    before = {(f.kind, f.side, f.low, f.high) for f in incident.figures if f.claim not in new}
    fresh: dict[str, list[str]] = {}
    for figure in incident.figures:
        if figure.claim in new and (figure.kind, figure.side, figure.low, figure.high) not in before:
            fresh.setdefault(counted_words(figure.kind, figure.side, figure.low or 0, figure.high), []).append(
                figure.claim
            )
    for words, ids in fresh.items():
        yield telling.sentence(f"New figure, {words}, according to {telling.speakers(ids)}", ids, 1)
    for item in incident.contradictions:
        known = [position for position in item.positions if not new.issuperset(position.claims)]
        if len(known) < 2 and not item.compatible:
            ids = [id for position in item.positions for id in position.claims]
            yield telling.sentence(f"Newly disputed: {asked(item, incident)}", ids, 1)
