"""Undated copies are compared by the days of their dated ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.claim import Claim, ClaimTime
from contested.reconcile.lending import with_lent_days

Teller = Callable[..., Claim]


@pytest.mark.parametrize(
    ("told", "published", "expected"),
    [
        ("XXXX-06-30", "2016-07-03", "2016-06-30"),
        ("XXXX-12-30", "2016-01-02", "2015-12-30"),
        ("XXXX-01-03", "2016-01-02", "2016-01-03"),
        ("XXXX-02-29", "2017-03-01", "2016-02-29"),
        ("XXXX-02-29", "2019-03-01", "XXXX-02-29"),
        ("2014-05-05", "2016-01-02", "2014-05-05"),
    ],
)
def test_an_undated_copy_is_lent_the_day_and_the_year(tell: Teller, told: str, published: str, expected: str) -> None:
    dated = tell(report="r-one", published=published)
    bare = tell(report="r-two")
    bare = replace(bare, report=replace(bare.report, published=None), time=ClaimTime(told, told, "day"))
    lone = replace(bare, id="c-lone", report=replace(bare.report, id="r-three"))
    claims = {claim.id: claim for claim in (dated, bare, lone)}
    found = {claim.id: claim for claim in with_lent_days(claims, {"r-one": "r-one", "r-two": "r-one"})}
    lent = found[bare.id]
    assert lent.report.published == published and lent.time is not None and lent.time.start == expected
    assert found["c-lone"] == lone and found[dated.id] == dated


@pytest.mark.parametrize(
    ("day", "factuality", "expected"),
    [
        ("2016-07-14", "asserted", "2016-07-14"),
        ("2016-07-11", "asserted", "2016-07-10"),
        ("2016-09-14", "asserted", "2016-07-10"),
        ("2016-07-14", "planned", "2016-07-10"),
        ("XXXX-07-14", "asserted", "2016-07-10"),
    ],
    ids=["told after it", "by another clock", "too far", "to come", "no year"],
)
def test_a_report_that_tells_of_days_after_it_is_of_those(
    tell: Teller, day: str, factuality: str, expected: str
) -> None:
    dated = replace(tell(published="2016-07-10"), time=ClaimTime(day, day, "day"), factuality=factuality).with_id()
    bare = tell(published="2016-07-10", words="Shells fell on the market.")
    assert {c.report.published for c in with_lent_days({c.id: c for c in (dated, bare)}, {})} == {expected}
