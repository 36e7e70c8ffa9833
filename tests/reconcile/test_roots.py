"""Who repeats whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contested.model.claim import Claim
from contested.packs.pack import Outlet, Pack
from contested.reconcile.laundering import laundered
from contested.reconcile.origin import Origins, roots_of
from contested.reconcile.roots import Text, credits, families, repetitions

Teller = Callable[..., Claim]

STORY = (
    "Three barges loaded with wheat were stopped at the lower lock on Monday, harbour officials said. "
    "Their crews were taken ashore and questioned for several hours before a lawyer arrived. The owners "
    "called the search a pretext and asked for the cargo to be released before rain spoils it. Two "
    "earlier convoys had passed the same lock without any delay in spring, and records shown to reporters "
    "list no fault with their papers."
)
OTHER = (
    "Villagers along the northern road rebuilt the bridge with planks from the old school. Buses will "
    "cross again next week, the mayor announced at a meeting in the square, though lorries must wait "
    "until engineers have tested the piers."
)


def text(report: str, words: str, day: str = "2020-03-01") -> Text:
    """A report's text."""
    return Text(report, words, "Post", day)


@pytest.mark.parametrize(
    "version",
    [
        STORY[: len(STORY) * 6 // 10],
        "Grain held up\n\n" + STORY,
        STORY.replace("Monday", "Tuesday").replace("rain", "damp"),
    ],
    ids=["cut", "under another headline", "edited"],
)
def test_versions_are_copies(version: str) -> None:
    (link,) = repetitions([text("first", STORY), text("second", version, "2020-03-02")])
    assert (link.later, link.earlier, link.kind) == ("second", "first", "copy")


def test_a_quoted_part_is_found_and_told_from_a_copy() -> None:
    quoting = OTHER + " " + " ".join(STORY.split()[15:50]) + " " + OTHER[::-1]
    links = repetitions([text("first", STORY), text("second", quoting)])
    assert [link.kind for link in links] == ["part"]


def test_unlike_texts_are_not_linked() -> None:
    assert repetitions([text("first", STORY), text("second", OTHER)]) == []


def test_copies_of_copies_are_one_family() -> None:
    links = repetitions([text(f"n{n}", STORY, f"2020-03-0{n + 1}") for n in range(4)])
    assert len(set(families(links).values())) == 1


@pytest.mark.parametrize(
    ("end", "agency"), [(" --AFP", "Agence X"), (" (AFP)", "Agence X"), (" The AFP reporter slept.", None)]
)
def test_credits(end: str, agency: str | None) -> None:
    assert credits(text("r", STORY + end), {"afp": "Agence X"}) == agency


def test_a_hundred_copies_of_one_statement_are_one_root(tell: Teller) -> None:
    claims = [tell(report=f"r-{n}", source="harbour command", source_actor="harbour") for n in range(100)]
    assert len(roots_of(claims, Origins(), Pack())) == 1


def test_the_outlet_a_report_quotes_is_the_root(tell: Teller) -> None:
    pack = Pack(outlets=(Outlet("North Wire", "agency"),), outlet_index={"north wire": Outlet("North Wire", "agency")})
    claims = [tell(report="r-one", source="North Wire"), tell(report="r-two")]
    assert {root.name for root in roots_of(claims, Origins(), pack)} == {"North Wire", "r-two post"}


def bare_and_sourced(tell: Teller) -> tuple[Claim, Claim]:
    """One sentence with its source, and the same without."""
    words = "At least nine fishermen drowned off the lower pier when two patrol boats opened fire at dawn"
    sourced = tell("attack", f"{words}, the coast union said.", "r-one", source="coast union", published="2020-03-01")
    return sourced, tell("attack", f"{words}.", "r-two", published="2020-03-02")


def test_a_root_lost_on_the_way_is_flagged_with_both_texts(tell: Teller) -> None:
    sourced, bare = bare_and_sourced(tell)
    (found,) = laundered([bare, sourced])
    assert (found.claim, found.of, found.lost) == (bare.id, sourced.id, "coast union")
    assert found.told == bare.evidence.quote and found.first == sourced.evidence.quote
