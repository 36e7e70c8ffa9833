"""The cast of a report: its events as views with their traits, and what their sentences name; made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from contested.claims.context import Context, Event
from contested.claims.times.event_traits import traits_of
from contested.claims.times.event_view import View, views_of
from contested.claims.times.teller import Teller, tellers_of
from contested.claims.words.tree import tree_of

CAST = "contested.cast"


@dataclass(frozen=True, slots=True)
class Cast:
    """The events with their views, traits and what their sentences name, in one order."""

    events: Sequence[Event]
    views: Sequence[View]
    traits: Sequence[Sequence[str]]
    tellers: Sequence[Teller]


def cast_of(events: Sequence[Event], context: Context) -> Cast:
    """The cast of these events; kept with the Doc until others are asked for."""
    known = cast("Cast | None", context.doc.user_data.get(CAST))
    if known is None or known.events is not events:
        tree = tree_of(context.doc)
        views = views_of(events, context)
        traits = [traits_of(view, tree) for view in views]
        known = Cast(events, views, traits, tellers_of(views, traits, context))
        context.doc.user_data[CAST] = known
    return known
