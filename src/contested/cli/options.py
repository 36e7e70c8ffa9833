"""Options that several verbs share, gathered into the frozen dataclasses that the stages take."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from contested.flow.rules import DEFAULT_MODEL, DEFAULT_PACKS, LONGEST, Settings

DEFAULT_LEDGER = "contested.db"
Callback = Callable[..., None]


def stacked(options: Sequence[Callable[[Callback], Callback]], callback: Callback) -> Callback:
    """The callback under options, which help lists in the given order."""
    for option in reversed(options):
        callback = option(callback)
    return callback


def last_day(text: str) -> str:
    """The last day of a year, month or day; raises ValueError where it is none."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1]).isoformat()


def first_day(text: str) -> str:
    """The first day of a year, month or day; raises ValueError where it is none."""
    parts = [int(part) for part in text.split("-")]
    month, day = [*parts[1:], 1, 1][:2]
    return date(parts[0], month, day).isoformat()


def one_day(text: str) -> str:
    """An ISO day; raises ValueError."""
    return date.fromisoformat(text).isoformat()


def day_option(convert: Callable[[str], str]) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A click callback that turns 2020, 2020-02 or 2020-02-01 into an ISO day."""

    def parse(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        try:
            return None if value is None else convert(value)
        except (ValueError, IndexError, TypeError):
            raise click.BadParameter(f"{value!r} is no day; write it as 2020-02-01") from None

    return parse


def known_event(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Event codes, each checked."""
    from contested.model.codes import event_codes

    for value in values:
        if value not in event_codes():
            raise click.BadParameter(f"there is no event {value!r}; use one of {' '.join(event_codes())}")
    return values


LEDGER = click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    envvar="CONTESTED_LEDGER",
    default=DEFAULT_LEDGER,
    show_default=True,
    help="The ledger's file; also by the environment variable CONTESTED_LEDGER.",
)
GAZETTEER = click.option(
    "--gazetteer", type=click.Path(path_type=Path), help="A gazetteer's file, if not your own or the default."
)
FILTERS = (
    click.option("--place", help="A place, region or country by any of its names, or a gazetteer id."),
    click.option("--since", callback=day_option(first_day), metavar="DAY", help="Not before this day, month or year."),
    click.option("--until", callback=day_option(last_day), metavar="DAY", help="Not after this day, month or year."),
    click.option(
        "--actor", help="Who acts or is acted on: a party by any of its names, words of a name, or a pack's id."
    ),
    click.option(
        "--event", "events", multiple=True, callback=known_event, metavar="CODE", help="Event code; may be repeated."
    ),
    click.option(
        "--source", help="Who says it: a party by any of its names, words of a name in the chain, or the publisher."
    ),
    click.option("--report", help="A report's id or ref."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Of the extraction, 0 to 1."),
    click.option("--limit", type=click.IntRange(1), help="At most so many claims."),
)
READING = (
    click.option("--publisher", help="Who published the reports."),
    click.option("--published", callback=day_option(one_day), metavar="DAY", help="When: 2020-02-01."),
    click.option(
        "--date-order",
        type=click.Choice(["dmy", "mdy"]),
        help="Which of 3/2/2020 is the day, where a table leaves it open.",
    ),
    click.option("--url", help="Their address."),
    click.option("--language", metavar="CODE", help="Their language: en."),
    click.option("--encoding", help="Their encoding, where guessing goes wrong."),
    click.option(
        "--columns", default="", metavar="FIELD=COLUMN,…", help="A table's columns: text=body,published=date."
    ),
    click.option("--follow-links", is_flag=True, help="Fetch the pages that a feed links to."),
    click.option("--allow-private", is_flag=True, help="Allow addresses of this machine and the private network."),
    click.option("--max-text", type=click.IntRange(1, LONGEST), default=LONGEST, help="Characters of a report."),
    click.option(
        "--max-bytes", type=click.IntRange(1), default=20_000_000, show_default=True, help="Bytes a download."
    ),
    click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds a download."),
)
PIPELINE = (
    click.option("--model", default=DEFAULT_MODEL, show_default=True, help="A spaCy pipeline with tagger and parser."),
    click.option(
        "--pack", "packs", multiple=True, default=DEFAULT_PACKS, show_default=True, help="Knowledge; may be repeated."
    ),
    GAZETTEER,
    click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes; changes no result."),
)


def filter_options(callback: Callback) -> Callback:
    """Give a verb ``wanted``, a ClaimFilter."""

    @wraps(callback)
    def gathered(**given: Any) -> None:  # noqa: ANN401
        from contested.ledger.filters import ClaimFilter

        names = ("place", "since", "until", "actor", "events", "source", "report", "min_confidence", "limit")
        parties = actors_meant(given.get("packs") or DEFAULT_PACKS, given["actor"], given["source"])
        meant = parties | {"place": place_meant(given["place"], given.get("gazetteer"))}
        wanted = ClaimFilter(**{name: given.pop(name) for name in names}, meant=meant)
        if wanted.since and wanted.until and wanted.since > wanted.until:
            raise click.UsageError("--since is later than --until")
        callback(wanted=wanted, **given)

    return stacked(FILTERS, gathered)


def actors_meant(packs: Sequence[str], actor: str | None, source: str | None) -> dict[str, tuple[str, ...]]:
    """The ids of the parties that an actor's and a source's name mean, by the packs."""
    if not actor and not source:
        return {}
    from contested.packs.load import load_packs

    pack = load_packs(packs)
    return {"actor": pack.ids_meant_by(actor or ""), "source": pack.ids_meant_by(source or "")}


def place_meant(name: str | None, gazetteer: Path | None = None) -> tuple[str, ...]:
    """What the name of a place also means, by the gazetteer: ids, country codes, regions; nothing without a name."""
    if not name or not name.strip():
        return ()
    from contested.gazetteer.lookup import open_gazetteer
    from contested.gazetteer.meant import meant_by

    return meant_by(name, open_gazetteer(gazetteer))


def reading_options(callback: Callback) -> Callback:
    """Give a verb ``reading``, ReadOptions, and ``settings``, the pipeline's."""

    @wraps(callback)
    def gathered(**given: Any) -> None:  # noqa: ANN401
        from contested.read import ReadOptions

        told = ("publisher", "published", "date_order", "url", "language", "encoding")
        limits = ("allow_private", "max_text", "max_bytes", "timeout")
        reading = ReadOptions(
            **{name: given.pop(name) for name in (*told, *limits)},
            columns=parse_columns(",".join(given.pop("columns"))),
            follow_feed_links=given.pop("follow_links"),
        )
        pipeline = (given.pop("model"), tuple(given.pop("packs")), given.pop("gazetteer"))
        settings = Settings(*pipeline, jobs=given.pop("jobs"))
        callback(reading=reading, settings=settings, **given)

    return stacked((*READING, *PIPELINE), gathered)


def parse_columns(text: str) -> dict[str, str]:
    """ "text=body,published=date" as a mapping; raises click.BadParameter."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    if any(not field.strip() or not column.strip() for field, _, column in pairs):
        raise click.BadParameter(f"{text!r} is no list of FIELD=COLUMN", param_hint="--columns")
    return {field.strip(): column.strip() for field, _, column in pairs}
