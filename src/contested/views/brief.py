"""The situation brief: what is agreed, what is disputed and by whom, what is new, over incidents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from contested.ledger.incidents import Moment
from contested.model.claim import Claim
from contested.model.incident import Incident
from contested.packs.pack import Pack
from contested.views.agreement import across_sides, agreed, points
from contested.views.claim_list import sentences, unresolved
from contested.views.decided import decided
from contested.views.dispute_words import disputes
from contested.views.document import Document, Group, Section, Sentence, counted
from contested.views.held import held_section
from contested.views.incidents import days_in_words, heading
from contested.views.known import is_ahead
from contested.views.novelty import Since, news
from contested.views.review import Reviews
from contested.views.standing import Telling
from contested.views.toll_table import toll_section
from contested.views.toll_words import tolls
from contested.views.unanswered import unanswered_section

NOTE = (
    "Every sentence is a report, not a finding: it says who claims what. Numbers are the claimants'. A side stands in "
    "brackets after a speaker where a pack knows it; a root is an independent origin: copies of one text are one."
)
BACKGROUND = 60  # days before its first report after which an incident is looked back on
INTENDED = ("planned", "conditional", "forecast")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a brief is made of: incidents with a claim that fits, all their claims and those that fit, by id."""

    incidents: Sequence[Incident]
    claims: dict[str, Claim]
    fitting: frozenset[str]
    last_reading: int
    moment: Moment = field(default_factory=Moment)
    new: frozenset[str] = frozenset()
    since: Since | None = None
    later: tuple[tuple[str, str, str], ...] = ()
    reviews: Reviews = field(default_factory=Reviews)


def make_brief(matter: Matter, pack: Pack, most: int = 0) -> Document:
    """The brief; ``most`` groups a section, 0 for all, the rest counted."""
    telling = Telling(matter.claims, pack)
    old = [i for i in matter.incidents if is_background(i)]
    kept = sorted((i for i in matter.incidents if not is_background(i)), key=rank)
    disputed = [i for i in kept if any(not c.compatible for c in i.contradictions)]
    rest = [i for i in kept if i not in disputed]
    across = [i for i in rest if across_sides(points(i, telling))]
    alike = [i for i in rest if i not in across and len(i.tellers) > 1 and len(i.roots) > 1]
    shown_whole = {i.id for i in (*disputed, *across, *alike)}
    alone = sorted((i for i in rest if i.id not in shown_whole), key=lambda i: (i.start or i.reported or "9999", i.id))
    sections = [
        *([cut(news(kept, matter.new, matter.since, telling), most)] if matter.since else []),
        Section("Disputed", tuple(full(i, telling) for i in disputed), "What claims of one incident cannot all mean."),
        Section("Agreed across sides", tuple(full(i, telling) for i in across),
                "Told alike by speakers or outlets of two sides, nothing of it disputed."),
        Section("Told by several roots", tuple(full(i, telling) for i in alike),
                "Told by two or more independent roots of one side or of none known, nothing of it disputed."),
        toll_section(kept, telling),
        unanswered_section(kept, telling),
        by_day("Told by one report or one root", [i for i in alone if set(i.events) != {"denial"}], telling, most),
        *outside(matter, telling),
        looking_back(matter, old, telling),
        ahead(matter, telling),
    ]  # fmt: skip
    shown = [cut(section, most) for section in sections if section.groups or section.heading == "New"]
    closing = [*places_section(matter, telling, most), *sides_section(matter, telling)]
    return Document(
        title_of(matter), NOTE, tuple(overview(matter, (disputed, across, alike, alone))),
        decided((*shown, *closing), matter.reviews), tuple(telling.citations.by_report.values()),
    )  # fmt: skip


def title_of(matter: Matter) -> str:
    """What the brief is over."""
    reports = {matter.claims[id].report.id for id in matter.fitting if id in matter.claims}
    days = sorted(i.start for i in matter.incidents if i.start and not is_background(i))
    over = f", {days[0]} to {days[-1]}" if days else ""
    return f"Brief: {counted(len(matter.incidents), 'incident')} in {counted(len(reports), 'report')}{over}"


def overview(matter: Matter, parts: Sequence[Sequence[Incident]]) -> Iterable[Sentence]:
    """What there is of everything, and what the brief knew."""
    disputed, across, alike, alone = (len(part) for part in parts)
    yield Sentence(
        f"{disputed:,} disputed, {across:,} agreed across sides, {alike:,} told by several roots, "
        f"{alone:,} by one report or root"
    )
    days = [f"published by {matter.moment.as_of}"] if matter.moment.as_of else []
    days += [f"read by {matter.moment.read_by}"] if matter.moment.read_by else []
    limits = f", only what was {' and '.join(days)}" if days else ""
    yield Sentence(f"Made of readings 1 to {matter.last_reading:,} of the ledger{limits}")
    for ref, day, read in matter.later:
        yield Sentence(f"Report {ref} bears {day} as its day of publication, but was read on {read}")


def ahead(matter: Matter, telling: Telling) -> Section:
    """What is told as having happened after its own report was published."""
    claims = [claim for id, claim in matter.claims.items() if id in matter.fitting and is_ahead(claim)]
    groups = tuple(Group("", (item,)) for item in sentences(claims, telling.citations))
    return Section("Dated after its report", groups, "Told as having happened on a day after the report's publication.")


def rank(incident: Incident) -> tuple[int, int, str, str]:
    """Most roots first, then most reports, then by day."""
    return -len(incident.roots), -len(incident.tellers), incident.start or "9999", incident.id


def is_background(incident: Incident) -> bool:
    """Whether the incident was over long before anyone of these reports told it."""
    if incident.end is None or incident.reported is None:
        return False
    return days_between(incident.end, incident.reported) > BACKGROUND


def full(incident: Incident, telling: Telling) -> Group:
    """An incident with who tells it, what is disputed, what is agreed, the tolls by side, what was lost on the way."""
    names = ", ".join(incident.outlets)
    outlets = f"{counted(len(incident.outlets), 'outlet')} ({names})" if names else "no known outlet"
    reports, roots = counted(len(incident.tellers), "report"), counted(len(incident.roots), "root")
    told = f"Told by {reports} of {outlets}, from {roots}"
    held = telling.of(incident.claims)
    numbers = dict.fromkeys(str(telling.citations.reference(claim).number) for claim in held)
    items = [Sentence(told, tuple(numbers), tuple(claim.id for claim in held))]
    items += disputes(incident, telling)
    items += agreed(points(incident, telling), telling)
    items += tolls(incident, telling)
    items += disputes(incident, telling, compatible=True)
    lost: dict[str, list[str]] = {}
    for item in incident.laundered:
        lost.setdefault(item.lost, []).extend((item.of, item.claim))
    items += [telling.sentence(f"Its source was lost on the way: {name}", ids) for name, ids in lost.items()]
    return Group(heading(incident), tuple(items))


def by_day(title: str, incidents: Sequence[Incident], telling: Telling, most: int) -> Section:
    """Incidents by day, a sentence for claims that differ in nothing; at most so many incidents, the rest counted."""
    held: dict[str, list[Claim]] = {}
    for incident in incidents[: most or None]:
        held.setdefault(days_in_words(incident), []).extend(telling.of(incident.claims))
    groups = [Group(day, tuple(sentences(claims, telling.citations))) for day, claims in held.items()]
    if most and len(incidents) > most:
        groups.append(more(len(incidents) - most))
    return Section(title, tuple(groups))


def outside(matter: Matter, telling: Telling) -> Iterable[Section]:
    """What fits and is in no incident: who holds what, intentions and expectations, sums over a long time."""
    left = [claim for claim in left_out(matter) if not is_past(claim)]
    intended = [claim for claim in left if claim.factuality in INTENDED]
    held = [claim for claim in left if claim.event == "control" and claim.factuality not in INTENDED]
    other = [claim for claim in left if claim.factuality not in INTENDED and claim.event != "control"]
    yield held_section(held, telling)
    for title, claims in (("Planned, threatened or expected", intended), ("Sums and long times", other)):
        groups = tuple(Group("", (item,)) for item in sentences(claims, telling.citations))
        note = (
            "Told of a long time, of many incidents or of a sum over them; no incident holds it."
            if claims is other
            else ""
        )
        yield Section(title, groups, note)


def looking_back(matter: Matter, incidents: Sequence[Incident], telling: Telling) -> Section:
    """What reports tell of long before they were published."""
    claims = [claim for incident in incidents for claim in telling.of(incident.claims)]
    claims += [claim for claim in left_out(matter) if is_past(claim)]
    groups = tuple(Group("", (item,)) for item in sentences(claims, telling.citations))
    return Section("Looking back", groups, f"Told more than {BACKGROUND} days after it is said to have been.")


def left_out(matter: Matter) -> list[Claim]:
    """The claims that fit and are in no incident."""
    inside = {id for incident in matter.incidents for id in incident.claims}
    return [matter.claims[id] for id in matter.claims if id in matter.fitting and id not in inside]


def is_past(claim: Claim) -> bool:
    """Whether a claim's days were over long before its report was published."""
    end, published = claim.time.end if claim.time else None, claim.report.published
    return bool(end and published and not end.startswith("XXXX") and days_between(end, published) > BACKGROUND)


def days_between(one: str, other: str) -> int:
    """Days from one to the other."""
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def cut(section: Section, most: int) -> Section:
    """The section with at most so many groups, the rest counted."""
    left = len(section.groups) - most
    if most == 0 or left <= 0:
        return section
    return Section(section.heading, (*section.groups[:most], more(left)), section.note)


def more(left: int) -> Group:
    """How many are not shown, and how to see them."""
    return Group("", (Sentence(f"{left:,} more: contested brief --most 0"),))


def places_section(matter: Matter, telling: Telling, most: int) -> Iterable[Section]:
    """The names that no gazetteer resolves; at most so many, the rest counted."""
    found = tuple(unresolved([c for id, c in matter.claims.items() if id in matter.fitting], telling.citations))
    rest = f"The first {most:,} of {len(found):,}; all with: contested status --all."
    if found:
        yield Section("Places not resolved", (Group("", found[: most or None]),), rest if 0 < most < len(found) else "")


def sides_section(matter: Matter, telling: Telling) -> Iterable[Section]:
    """What the short names of sides mean, of speakers and of those counted in tolls."""
    known = telling.pack.sides
    named = {side for claim in telling.claims.values() if (side := telling.side(claim))}
    named |= {figure.side for incident in matter.incidents for figure in incident.figures if figure.side}
    rows = tuple(Sentence(f"{side}: {known[side].name}") for side in sorted(named) if side in known)
    if rows:
        yield Section("Sides", (Group("", rows),))
