"""Contradictions, interests and holdings on a pack of two sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.actor import Actor, Alignment, DatedName
from contested.model.claim import Claim
from contested.model.mention import Mention
from contested.packs.pack import Pack, Side
from contested.reconcile.contradict import contradictions_of
from contested.reconcile.incidents import Known, toll_figures
from contested.reconcile.interest import interest_of
from contested.reconcile.lanes import holdings_of

Teller = Callable[..., Claim]


def actor(id: str, side: str, start: str | None = None, end: str | None = None) -> Actor:
    """An actor that stands on one side."""
    return Actor(id, "state_forces", (DatedName(id),), alignments=(Alignment(side, start, end),))


PACK = Pack(
    actors={
        a.id: a
        for a in (actor("north", "upper"), actor("south", "lower"), actor("turncoat", "upper", end="2016-06-30"))
    },
    sides={s: Side(s, s) for s in ("upper", "lower")},
)


def kinds(claims: list[Claim]) -> dict[str, bool]:
    """The kinds found, with whether all positions could hold."""
    figures = [figure for claim in claims for figure in toll_figures(claim, Known(PACK), claims)]
    return {c.kind: c.compatible for c in contradictions_of(claims, figures, PACK)}


def test_two_tolls_that_cannot_both_hold(tell: Teller) -> None:
    claims = [tell(killed=(12, 12)), tell(report="r-two", killed=(31, 31))]
    assert kinds(claims) == {"how_many": False}


def test_two_lower_bounds_are_only_told_differently(tell: Teller) -> None:
    claims = [tell(killed=(12, None)), tell(report="r-two", killed=(31, None))]
    assert kinds(claims) == {"how_many": True}


def test_who_did_it(tell: Teller) -> None:
    assert "who" in kinds([tell(by="north"), tell(report="r-two", by="south")])


def test_whether_and_the_denial_of_speech_which_is_none(tell: Teller) -> None:
    assert "whether" in kinds([tell(), tell(report="r-two", factuality="denied")])
    assert "whether" not in kinds([tell(), tell("responsibility", report="r-two", factuality="denied")])


def test_when_where_what(tell: Teller) -> None:
    assert kinds([tell(day="2016-07-01"), tell(report="r-two", day="2016-07-03")]) == {"when": False}
    assert "where" in kinds([tell(place="Kafr Sara"), tell(report="r-two", place="Tell Amara")])
    assert "what" in kinds([tell("air_strike"), tell("ied", report="r-two")])


def test_who_holds(tell: Teller) -> None:
    one = tell("control", place="Kafr Sara", by="north")
    assert "who_holds" in kinds([one, tell("territory_gained", report="r-two", place="Kafr Sara", by="south")])


@pytest.mark.parametrize(
    ("event", "by", "to", "interest"),
    [
        ("territory_gained", "north", None, "self_serving"),
        ("territory_gained", "south", None, "against_interest"),
        ("territory_lost", "north", None, "against_interest"),
        ("withdrawal", "south", None, "self_serving"),
        ("attack_on_civilians", "south", None, "self_serving"),
        ("attack_on_civilians", "north", None, "against_interest"),
        ("talks", "north", None, "neutral"),
    ],
)
def test_interest(tell: Teller, event: str, by: str, to: str | None, interest: str) -> None:
    claim = tell(event, by=by, to=to, source="a northern spokesman", source_actor="north")
    assert interest_of(claim, PACK).interest == interest


def test_interest_turns_with_the_sides_names(tell: Teller) -> None:
    for speaker, other in (("north", "south"), ("south", "north")):
        own_loss = tell("armed_clash", by=other, to=speaker, killed=(9, 9), source="staff", source_actor=speaker)
        assert interest_of(own_loss, PACK).interest == "against_interest"


def test_interest_follows_the_alignment_of_the_day(tell: Teller) -> None:
    def on(day: str) -> str:
        claim = tell("territory_gained", by="north", day=day, source="staff", source_actor="turncoat")
        return interest_of(claim, PACK).interest

    assert (on("2016-06-01"), on("2016-07-02")) == ("self_serving", "neutral")


def test_holdings_leave_out_plans(tell: Teller) -> None:
    taken = tell("territory_gained", place="Kafr Sara", by="north", day="2016-07-01")
    planned = tell("territory_gained", place="Kafr Sara", by="south", factuality="planned")
    (holding,) = holdings_of([taken, planned], PACK)
    assert (holding.holder, holding.state, holding.side, holding.start) == ("north", "taken", "upper", "2016-07-01")


def test_the_dead_of_two_sides_are_not_set_against_each_other(tell: Teller) -> None:
    claims = [
        tell("shelling", place="Kafr Sara", killed=(6, 6), who=f"{side} troops", report=f"r-{n}", to=side)
        for n, side in enumerate(("north", "south"))
    ]
    named = [replace(c, targets=tuple(replace(t, name=f"{t.name} troops") for t in c.targets)) for c in claims]
    more = replace(named[1], effects=tuple(replace(e, low=13, high=13) for e in named[1].effects))
    assert "how_many" not in kinds([named[0], more])
    rival = replace(
        more, report=replace(more.report, id="r-9", publisher="another"), id="c-9", effects=named[1].effects
    )
    assert "how_many" in kinds([named[0], more, rival])


def test_what_a_source_told_before_is_corrected_by_what_it_tells_later(tell: Teller) -> None:
    first = tell("air_strike", killed=(4, 4), report="r-one", source="the ministry", published="2016-07-03")
    later = tell("air_strike", killed=(6, 6), report="r-two", source="the ministry", published="2016-07-04")
    assert "how_many" not in kinds([first, later])
    assert "how_many" in kinds([first, replace(later, attribution=())])


def test_fire_that_is_returned_is_no_dispute_about_who(tell: Teller) -> None:
    first = tell("shelling", by="north", to="south")
    assert "who" not in kinds([first, tell("shelling", report="r-two", by="south", to="north")])
    assert "who" in kinds([first, tell("shelling", report="r-two", by="south", to="south")])


def test_two_spellings_of_one_name_are_one_place(tell: Teller) -> None:
    one, other = (
        tell(place=name, report=report) for name, report in (("Tell Amara", "r-one"), ("Wadi Barada", "r-two"))
    )
    assert "where" in kinds([one, other])
    spelt = replace(other, places=(replace(other.places[0], name="Tal Amarah"),))
    assert "where" not in kinds([one, spelt])


def test_its_own_fighters_are_of_the_speakers_side(tell: Teller) -> None:
    words = "Its spokesman said that its fighters took Kafr Sara."
    claim = tell(
        "territory_gained", words=words, place="Kafr Sara", by="x", source="its spokesman", source_actor="north"
    )
    at = words.index("fighters")
    own = replace(claim.initiators[0], name="fighters", actor=None, mention=Mention(at, at + 8, "fighters"))
    assert [h.side for h in holdings_of([replace(claim, initiators=(own,))], PACK)] == ["upper"]
    other = replace(claim, initiators=(replace(own, mention=Mention(0, 3, "Its")),))
    assert [h.side for h in holdings_of([other], PACK)] == [None]
