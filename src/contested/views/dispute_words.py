"""A contradiction in sentences: what is disputed, who says which, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator

from contested.model.contradiction import Contradiction, Position
from contested.model.incident import Incident
from contested.model.period import DAY
from contested.model.quantity import Quantity
from contested.views.document import Sentence
from contested.views.incidents import distance_words, event_noun
from contested.views.standing import Telling
from contested.views.wording import day_words, event_words

CIVILIANS = "civilians"
QUESTIONS = {
    "whether": "whether there {about}",
    "who": "who did it",
    "where": "where it was",
    "when": "on which day it was",
    "how_many": "how many{people} were {about}{side}",
    "who_holds": "who holds {about}",
    "what": "by what means",
}


def disputes(incident: Incident, telling: Telling, compatible: bool = False) -> Iterator[Sentence]:
    """The contradictions of an incident; ``compatible`` asks for what is only told differently instead."""
    for item in incident.contradictions:
        if item.compatible == compatible:
            yield from dispute(item, incident, telling)


def dispute(item: Contradiction, incident: Incident, telling: Telling) -> Iterator[Sentence]:
    """The question, then each answer with who gives it, then what would settle it."""
    question = asked(item, incident)
    apart = f", {distance_words(item)} apart" if item.distance else ""
    grade = "Told differently, though all could hold" if item.compatible else "Disputed"
    yield Sentence(f"{grade}: {question}{apart}")
    for position in sorted(item.positions, key=lambda position: order(item, position)):
        says = figure_words(item, position, incident) or answer(item, position.says)
        yield telling.sentence(f"{says}, according to {telling.speakers(position.claims)}", position.claims, 1)
    if item.settles and not item.compatible:
        yield Sentence(f"This would settle it: {item.settles}", level=1)


def asked(item: Contradiction, incident: Incident) -> str:
    """The question that positions answer: of a whether what it is about, of a count who is counted."""
    about, side = item.about, counted_side(item, incident)
    if item.kind == "whether":
        was = "were" if event_words().get(item.about, {}).get("plural") else "was"
        about = f"{was} {event_noun(item.about)}"
    people = " civilians" if side == CIVILIANS else ""
    told = f" on side {side}" if side and not people else ""
    return QUESTIONS[item.kind].format(about=about, people=people, side=told)


def counted_side(item: Contradiction, incident: Incident) -> str | None:
    """The one side whose people the positions count; None where they count several, or where no side is told."""
    if item.kind != "how_many":
        return None
    held = {id for position in item.positions for id in position.claims}
    sides = {f.side for f in incident.figures if f.claim in held and f.kind == item.about}
    return next(iter(sides)) if len(sides) == 1 else None


def order(item: Contradiction, position: Position) -> tuple[int, str]:
    """Counts from the lowest, that it happened before that it did not, the rest by what it says."""
    if item.kind == "how_many" and position.says.isdigit():
        return int(position.says), position.says
    return int(item.kind == "whether" and "not" in position.says), position.says


def figure_words(item: Contradiction, position: Position, incident: Incident) -> str:
    """A count with its open bounds ("1001 or more"), as the claims of a position tell it; "" for other kinds."""
    if item.kind != "how_many":
        return ""
    held = [f for f in incident.figures if f.claim in position.claims and position.says in (str(f.low), str(f.high))]
    return " / ".join(dict.fromkeys(str(Quantity(f.low, f.high)) for f in held if f.kind in item.about))


def answer(item: Contradiction, says: str) -> str:
    """What a position says, in words."""
    if item.kind in ("who", "who_holds"):
        return f"the side {says}"
    if item.kind == "when" and DAY.match(says):
        return day_words(says)
    return event_noun(says) if item.kind == "what" else says
