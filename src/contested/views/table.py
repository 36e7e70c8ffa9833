"""Claims as rows: the CSV's columns, and the few of them that fit a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from contested.model.claim import Claim, EffectKind
from contested.views.review import Reviews
from contested.views.wording import claimant, effect_words

Column = Callable[[Claim], object]
JOIN = "; "


def bound(kind: EffectKind, which: str) -> Column:
    """The lowest ``low`` or highest ``high`` of one effect; empty where it is open or there is none."""

    def value(claim: Claim) -> object:
        bounds = [getattr(effect, which) for effect in claim.effects if effect.kind == kind]
        if not bounds or None in bounds:
            return None
        return min(bounds) if which == "low" else max(bounds)

    return value


def first_place(field: str) -> Column:
    """A field of the most exact place, which stands first."""
    return lambda claim: getattr(claim.places[0], field) if claim.places else None


# Column name, meaning, value. docs/columns.md lists the same, and a test compares the two.
COLUMNS: tuple[tuple[str, str, Column], ...] = (
    ("id", "content id of the claim", lambda c: c.id),
    ("event", "event code", lambda c: c.event),
    ("factuality", "how surely the innermost voice says it", lambda c: c.factuality),
    ("author_stance", "what the report's own author makes of it", lambda c: c.author_stance),
    ("confidence", "of the extraction, 0 to 1; never of the truth", lambda c: f"{c.confidence:.2f}"),
    ("review", "person: a person decided on the claim; machine: none did", lambda _: "machine"),
    ("decision", "accepted, edited, rejected, duplicate; empty: no person decided", lambda _: None),
    ("time_start", "first day, EDTF; XXXX is a year that nothing tells", lambda c: c.time and c.time.start),
    ("time_end", "last day, EDTF", lambda c: c.time and c.time.end),
    ("time_precision", "day, days, week, month, season, year, years", lambda c: c.time and c.time.precision),
    ("place", "the most exact place", first_place("name")),
    ("place_id", "its gazetteer id; empty: not resolved", first_place("place")),
    ("lat", "degrees north, WGS 84", first_place("lat")),
    ("lon", "degrees east, WGS 84", first_place("lon")),
    ("place_precision", "1 the named town, 2 near it or a small area, 3 a larger region", first_place("precision")),
    ("where_prec", "UCDP's code, 1 to 7; empty: not told", first_place("where_prec")),
    (
        "radius_km",
        "how far from the coordinates the event may lie, in km; empty: a pin says nothing",
        first_place("radius_km"),
    ),
    ("place_relation", "the word that ties the event to the place", first_place("relation")),
    ("country", "ISO 3166 alpha-2", first_place("country")),
    ("admin", "regions, the largest first", lambda c: JOIN.join(c.places[0].admin) if c.places else None),
    ("places", "every place", lambda c: JOIN.join(p.name for p in c.places)),
    ("initiators", "who acts", lambda c: JOIN.join(p.name for p in c.initiators)),
    (
        "initiator_ids",
        "their ids in the packs, in the order of the names; empty where unknown",
        lambda c: JOIN.join(p.actor or "" for p in c.initiators),
    ),
    ("initiator_kinds", "their kinds", lambda c: JOIN.join(p.kind for p in c.initiators)),
    ("targets", "who is acted on", lambda c: JOIN.join(p.name for p in c.targets)),
    (
        "target_ids",
        "their ids in the packs, in the order of the names; empty where unknown",
        lambda c: JOIN.join(p.actor or "" for p in c.targets),
    ),
    ("target_kinds", "their kinds", lambda c: JOIN.join(p.kind for p in c.targets)),
    ("instruments", "weapons and means", lambda c: JOIN.join(i.name for i in c.instruments)),
    ("killed_low", "lower bound as claimed; empty: none given", bound("killed", "low")),
    ("killed_high", "upper bound as claimed; empty: none given", bound("killed", "high")),
    ("injured_low", "lower bound as claimed; empty: none given", bound("injured", "low")),
    ("injured_high", "upper bound as claimed; empty: none given", bound("injured", "high")),
    ("effects", "every effect in words", lambda c: JOIN.join(map(effect_words, c.effects))),
    ("claimant", "who says it, innermost voice first, in words", claimant),
    ("attribution", "the chain of voices, outermost first", lambda c: " > ".join(s.name for s in c.attribution)),
    ("attribution_kinds", "their kinds", lambda c: " > ".join(s.kind for s in c.attribution)),
    ("trigger", "the words that name the event", lambda c: c.trigger.quote),
    ("trigger_start", "code points in the report's text", lambda c: c.trigger.start),
    ("trigger_end", "exclusive", lambda c: c.trigger.end),
    ("evidence", "the sentences that carry the claim", lambda c: c.evidence.quote),
    ("evidence_start", "code points in the report's text", lambda c: c.evidence.start),
    ("evidence_end", "exclusive", lambda c: c.evidence.end),
    ("acled_type", "event type in ACLED's scheme", lambda c: c.codes.acled[0] if c.codes.acled else None),
    (
        "acled_sub_type",
        "sub-event type in ACLED's scheme; empty where it hangs on who takes a place and nobody tells",
        lambda c: JOIN.join(c.codes.acled[1:]),
    ),
    ("plover", "type and mode in PLOVER's scheme", lambda c: JOIN.join(c.codes.plover)),
    ("ucdp", "UCDP type of violence, 1 to 3", lambda c: c.codes.ucdp),
    ("report_id", "content id of the report", lambda c: c.report.id),
    ("report_ref", "the caller's own id of the report", lambda c: c.report.ref),
    ("publisher", "who published the report", lambda c: c.report.publisher),
    ("republisher", "who republished it", lambda c: c.report.republisher),
    ("published", "day of publication", lambda c: c.report.published),
    ("title", "title of the report", lambda c: c.report.title),
    ("url", "its address", lambda c: c.report.url),
)

SHORT = ("when", "event", "who", "to whom", "where", "effects", "claimant", "how sure", "id")


def csv_lines(claims: Iterable[Claim], reviews: Reviews = Reviews()) -> Iterator[str]:  # noqa: B008
    """The header and a line a claim, each with its line end; unknown is empty."""
    names = [name for name, _, _ in COLUMNS]
    review, decision = names.index("review"), names.index("decision")
    yield csv_line(names)
    for claim in claims:
        values = [of(claim) for _, _, of in COLUMNS]
        values[review], values[decision] = reviews.by(claim.id), reviews.decisions.get(claim.id)
        yield csv_line(["" if value is None else value for value in values])


def csv_line(values: list[object] | list[str]) -> str:
    """One line of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()


def short_row(claim: Claim) -> tuple[str, ...]:
    """The cells of ``SHORT``; "?" is unknown, "~" before a place says that no gazetteer resolves it."""
    time = claim.time
    days = "?" if time is None else time.start if time.start == time.end else f"{time.start}/{time.end}"
    return (
        days,
        claim.event,
        ", ".join(p.name for p in claim.initiators) or "?",
        ", ".join(p.name for p in claim.targets) or "?",
        ", ".join(p.name if p.place else f"~{p.name}" for p in claim.places) or "?",
        ", ".join(map(effect_words, claim.effects)),
        claimant(claim),
        claim.factuality,
        claim.id,
    )
