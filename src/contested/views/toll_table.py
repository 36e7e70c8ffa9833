"""The tolls of a brief's incidents, added by harm and side: nobody is counted twice, and sides are never mixed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from contested.model.incident import Incident, TollRange
from contested.views.document import Group, Section, Sentence, counted
from contested.views.standing import Telling
from contested.views.toll_ranges import Added, counted_once, range_words, side_ranges

ADDED = ("killed", "injured")


@dataclass(slots=True)
class Sum(Added):
    """What is added up for one harm and side; ``claims`` gave the bounds."""

    claims: list[str] = field(default_factory=list)


def toll_section(incidents: Iterable[Incident], telling: Telling) -> Section:
    """The killed and injured of each side over all incidents of the brief."""
    sums: dict[tuple[str, str], Sum] = {}
    wholes: list[Sentence] = []
    for incident, counted_already in counted_once(incidents):
        for kind in ADDED:
            found = side_ranges(incident, kind)
            sided = [toll for toll in found if toll.side]
            for toll in sided or found:
                if kind in counted_already:
                    wholes.append(whole(incident, toll, telling))
                    continue
                total = sums.setdefault((kind, toll.side or ""), Sum())
                total.add(toll)
                total.claims += toll.claims
    rows = []
    for (kind, side), total in sorted(sums.items(), key=lambda item: (item[0][0] != "killed", item[0][1] or "~")):
        words = range_words(TollRange("killed", None, "", total.low, total.high, total.open, (), ""))
        text = f"{kind.capitalize()}, {side or 'side not told'}: {words}, in {counted(total.incidents, 'incident')}"
        rows.append(telling.sentence(text, total.claims))
    rows += wholes
    note = (
        "Ranges from the lowest to the highest figure told, added over the incidents of this brief. Where figures of "
        "an incident tell sides, those that tell none are left out: they may count the same people."
    )
    return Section("Tolls by side", (Group("", tuple(rows)),) if rows else (), note if rows else "")


def whole(incident: Incident, toll: TollRange, telling: Telling) -> Sentence:
    """A count that takes in other incidents."""
    side = toll.side or "side not told"
    of = counted(len(incident.parts), "other incident")
    return telling.sentence(f"Not added, a sum over {of}: {toll.kind}, {side}: {range_words(toll)}", toll.claims)
