"""The range of each toll of one incident under each reading, with the rule that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from types import MappingProxyType

from contested.model.incident import TollFigure, TollRange
from contested.reconcile.events import akin
from contested.reconcile.figures import wording
from contested.reconcile.toll_model import together
from contested.reconcile.wordings import words_of


@dataclass(frozen=True, slots=True)
class Scene:
    """What a claim tells of: its code, the keys of its telling places; whether a speaker is named, a toll counted."""

    event: str
    spots: frozenset[str] = frozenset()
    named: bool = True
    recount: bool = False

    def fits(self, other: Scene) -> bool:
        """Whether two claims may tell of one event: codes that go together, no two telling places."""
        return akin(self.event, other.event) and not (self.spots and other.spots and not self.spots & other.spots)


UNKNOWN = Scene("casualties")
NO_SCENES: Mapping[str, Scene] = MappingProxyType({})
WHOLE = ("whole",)
GROUP = 12  # people; words for fewer ("several") tell little of a toll
EVERYONE = frozenset("people persons person dead deaths killed victims casualties fatalities lives died".split())
SLIVER = 4  # a report whose whole toll is that many times below the others' tells of a part


def ranges_of(
    figures: Sequence[TollFigure], sides: Mapping[str, str | None], scenes: Mapping[str, Scene] = NO_SCENES
) -> tuple[TollRange, ...]:
    """Ranges by kind and side counted; ``sides`` tells the side of each claim's source, ``scenes`` what it tells of."""
    found: list[TollRange] = []
    for kind in dict.fromkeys(figure.kind for figure in figures):
        of_kind = [figure for figure in figures if figure.kind == kind and figure.counts != "sum"]
        found += ranges(of_kind, None, sides, scenes)
        joint = together(of_kind, kind) if len(of_kind) > 1 else None
        found += [replace(joint, kind=kind)] if joint else []
        for side in sorted({figure.side for figure in of_kind if figure.side}):
            found += ranges([figure for figure in of_kind if figure.side == side], side, {}, scenes)
    return tuple(found)


def ranges(
    figures: Sequence[TollFigure], side: str | None, sides: Mapping[str, str | None], scenes: Mapping[str, Scene]
) -> Iterator[TollRange]:
    """The readings of one kind: any source, the latest day, one figure a root, each source's side."""
    chosen = list(chosen_figures(figures, scenes))
    if not chosen:
        return
    yield span(chosen, side, "any", "lowest and highest of what each report tells of the whole toll")
    if side is not None:
        return
    days = {figure.published for figure in chosen if figure.published}
    if len(days) > 1:
        latest = [figure for figure in chosen if figure.published == max(days)]
        yield span(latest, side, "latest", f"the reports of {max(days)}, the latest day")
    firsts = {figure.root: figure for figure in sorted(chosen, key=lambda f: (f.published or "", f.claim))}
    yield span(list(firsts.values()), side, "roots", "each root once, by its latest figure")
    for speaker in sorted({s for f in chosen if (s := sides.get(f.claim))}):
        held = [figure for figure in chosen if sides.get(figure.claim) == speaker]
        yield span(held, side, speaker, f"sources on the side {speaker}")


def span(figures: Sequence[TollFigure], side: str | None, by: str, rule: str) -> TollRange:
    """From the lowest to the highest figure, with the claims that gave the bounds."""
    low = min(figures, key=lambda f: (number(f), f.claim))
    high = max(figures, key=lambda f: (top(f), f.claim))
    is_open = any(figure.high is None and number(figure) == top(high) for figure in figures)
    claims = tuple(dict.fromkeys((low.claim, high.claim)))
    return TollRange(low.kind, side, by, number(low), top(high), is_open, claims, rule)


def chosen_figures(figures: Sequence[TollFigure], scenes: Mapping[str, Scene] = NO_SCENES) -> Iterable[TollFigure]:
    """The figures that each report tells of the whole toll: the number it repeats most, and what other voices say.

    A number of a group ("dozens") counts where its report tells nothing better; parts, additions and bare plurals only
    where no report does. A report that is far below all others tells of a part.
    """
    rest = counted_as(figures, ("vague",)) or counted_as(figures, ("addition", "part"))
    best = by_report(told_of_whole(figures) or rest)
    added = by_report(counted_as(figures, ("addition",)))
    parts = by_report(counted_as(figures, ("part",)))
    best = {report: of_everyone(held, added.get(report, ()), parts.get(report, ())) for report, held in best.items()}
    mains = {report: main_number(held) for report, held in best.items()}
    middle = median(mains.values()) if mains else 0
    for report, held in best.items():
        if mains[report] * SLIVER >= middle:
            yield from (figure for figure in held if number(figure) == mains[report])
            yield from rivals(held, mains[report], scenes)


def told_of_whole(figures: Iterable[TollFigure]) -> list[TollFigure]:
    """The figures of the whole toll; of a report that tells none, its words for a large group, else for some few."""
    found: list[TollFigure] = []
    for held in by_report(figures).values():
        whole = counted_as(held, WHOLE)
        found += [figure for figure in whole if not of_some(figure)] or rough(held) or whole
    return found


def of_some(figure: TollFigure) -> bool:
    """Whether a figure counts only such people as are mostly a part of a toll: children, an officer."""
    return bool(wording().part_people & set(words_of(figure.who or "")))


def by_report(figures: Iterable[TollFigure]) -> dict[str, list[TollFigure]]:
    """The figures of each report."""
    found: dict[str, list[TollFigure]] = {}
    for figure in figures:
        found.setdefault(figure.report, []).append(figure)
    return found


def rough(figures: Sequence[TollFigure]) -> list[TollFigure]:
    """The figures that words for a large group give."""
    return [figure for figure in figures if figure.counts == "vague" and number(figure) >= GROUP]


def of_everyone(
    figures: Sequence[TollFigure], added: Sequence[TollFigure], parts: Sequence[TollFigure]
) -> list[TollFigure]:
    """The figures of a report without those that it tells as a part of a larger one, or adds others to.

    "82 dead, 58 of them civilians", and "58 civilians" elsewhere: 58 is a part wherever it is told again. "Nine in the
    town, another two in the village" of 11 dead: nine is a part of 11.
    """
    numbers = {number(figure) for figure in figures}
    within = {number(figure) for figure in parts}
    further = {number(figure) for figure in added}
    sums = further | {a + b for a in further for b in further if a != b}
    rest = [
        figure
        for figure in figures
        if not (number(figure) in within and max(numbers) > number(figure))
        and not any(number(figure) + more in numbers for more in sums)
    ]
    return rest or list(figures)


def addends(figures: Sequence[TollFigure], main: int) -> list[TollFigure]:
    """The figures that add up to the main one, two by two, and so tell its parts.

    Where one voice gives both, another that gives the number of one of them may mean the whole.
    """
    told = {(figure.source, number(figure)) for figure in figures}
    numbers = {count for _, count in told}
    pairs = [f for f in figures if main - number(f) in numbers - {number(f)}]
    own = [f for f in pairs if (f.source, main - number(f)) in told]
    by_voice = {number(f) for f in own}
    return [f for f in pairs if f in own or number(f) not in by_voice]


def rivals(figures: Sequence[TollFigure], main: int, scenes: Mapping[str, Scene]) -> Iterator[TollFigure]:
    """Other numbers of the same people that named voices give, where another voice gives the main number.

    A lone named voice may be the one that the main number is told from without a name ("a monitor said").
    """
    parts = addends(figures, main)
    leading = [figure for figure in figures if number(figure) == main or figure in parts]
    voices = {figure.source for figure in leading}
    found = [
        figure
        for figure in figures
        if figure not in leading
        and number(figure) * SLIVER >= main
        and same_people(figure, leading)
        and one_scene(figure, leading, scenes)
    ]
    recounts = [figure for figure in found if scenes.get(figure.claim, UNKNOWN).recount]
    named = [f for f in found if f.source not in voices and scenes.get(f.claim, UNKNOWN).named]
    others = any(scenes.get(figure.claim, UNKNOWN).named for figure in leading)
    yield from named if others or len({number(figure) for figure in named}) > 1 else ()
    yield from recounts


def one_scene(figure: TollFigure, leading: Sequence[TollFigure], scenes: Mapping[str, Scene]) -> bool:
    """Whether a figure's claim tells of the same event as one of the main figures' claims, as far as is known."""
    scene = scenes.get(figure.claim)
    others = [scenes[other.claim] for other in leading if other.claim in scenes]
    return scene is None or not others or any(scene.fits(other) for other in others)


def same_people(figure: TollFigure, leading: Sequence[TollFigure]) -> bool:
    """Whether a figure counts whom the main ones do: everyone, the same group, or those of the same side."""
    group = counted_group(figure)
    if figure.side is not None and any(other.side == figure.side for other in leading):
        return True
    return group is None or any(counted_group(other) == group for other in leading)


def counted_group(figure: TollFigure) -> str | None:
    """The noun of those counted; None for everyone."""
    words = words_of(figure.who or "")
    return words[-1].rstrip("s") if words and not EVERYONE & set(words) else None


def counted_as(figures: Sequence[TollFigure], kinds: tuple[str, ...]) -> list[TollFigure]:
    """The figures that count so."""
    return [figure for figure in figures if figure.counts in kinds]


def main_number(figures: Sequence[TollFigure]) -> int:
    """The number told most often, the first told of equals."""
    numbers = [number(figure) for figure in figures]
    return max(dict.fromkeys(numbers), key=numbers.count)


def number(figure: TollFigure) -> int:
    """The number told: the lower bound, else the upper one."""
    return figure.low if figure.low is not None else figure.high or 0


def top(figure: TollFigure) -> int:
    """The largest number told."""
    return figure.high if figure.high is not None else figure.low or 0
