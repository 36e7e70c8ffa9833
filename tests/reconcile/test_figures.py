"""What a figure counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.claim import Claim, Effect
from contested.model.mention import Mention
from contested.reconcile.figures import figures_of, is_recount, totals_of

Teller = Callable[..., Claim]


def counting(tell: Teller, words: str, number: str, who: str, **fields: object) -> Claim:
    """A claim with one effect whose figure stands in its words."""
    claim = tell("casualties", words, **fields)
    at = words.index(number)
    low = int(number) if number.isdigit() else 24
    return replace(
        claim,
        effects=(Effect("killed", who, low, low if number.isdigit() else None, Mention(at, at + len(number), number)),),
    )


@pytest.mark.parametrize(
    ("words", "number", "who", "counts"),
    [
        ("The blast killed 14 people.", "14", "people", "whole"),
        ("The blast killed 14 people, including 3 children.", "3", "children", "part"),
        ("Another 6 villagers died later.", "6", "other villagers", "addition"),
        ("Dozens died in the fire.", "Dozens", "people", "vague"),
        ("2 children were killed by shells near the mill.", "2", "children", "whole"),
        ("2 children were also killed by shells.", "2", "children", "part"),
        ("The clinic had earlier put the toll at 9 before it rose.", "9", "people", "part"),
        ("The civil war has killed 310000 people.", "310000", "people", "sum"),
    ],
)
def test_counts(tell: Teller, words: str, number: str, who: str, counts: str) -> None:
    (figure,) = figures_of(counting(tell, words, number, who))
    assert figure.counts == counts


@pytest.mark.parametrize(
    ("words", "quote", "counts"),
    [
        ("The shells killed more than 40 people.", "more than 40 people", "whole"),
        ("The shells killed 40 more people.", "40 more people", "addition"),
        ("At least 6 of those killed were guards.", "At least 6 of those killed", "part"),
        ("The mission said 9 of its soldiers had died.", "9 of its soldiers", "part"),
    ],
)
def test_counts_by_the_words_of_the_figure(tell: Teller, words: str, quote: str, counts: str) -> None:
    at = words.index(quote)
    effect = Effect("killed", quote, 40, 40, Mention(at, at + len(quote), quote))
    (figure,) = figures_of(replace(tell("shelling", words), effects=(effect,)))
    assert figure.counts == counts


@pytest.mark.parametrize(
    ("words", "quote", "counts"),
    [
        ("At least two people died in the fire.", "At least two people", "whole"),
        ("Villagers were killed in the fire.", "Villagers", "vague"),
    ],
)
def test_two_in_a_word_is_a_number(tell: Teller, words: str, quote: str, counts: str) -> None:
    effect = Effect("killed", "people", 2, None, Mention(0, len(quote), quote))
    (figure,) = figures_of(replace(tell("bombing", words), effects=(effect,)))
    assert figure.counts == counts


def test_one_number_for_dead_and_hurt_is_exact_for_neither(tell: Teller) -> None:
    words = "The blast left 19 killed and injured."
    both = Mention(words.index("19"), words.index("."), "19 killed and injured")
    claim = replace(
        tell("bombing", words), effects=(Effect("killed", None, 19, 19, both), Effect("injured", None, 19, 19, both))
    )
    assert [figure.counts for figure in figures_of(claim)] == ["vague", "vague"]


def test_people_listed_one_by_one_are_added_up(tell: Teller) -> None:
    words = "A woman and her 2 children as well as another child died when the roof fell."
    effects = []
    for quote, who, low in (("A woman", "woman", 1), ("her 2 children", "children", 2), ("another child", "child", 1)):
        at = words.index(quote)
        effects.append(Effect("killed", who, low, low, Mention(at, at + len(quote), quote)))
    (total,) = totals_of(replace(tell("destruction", words), effects=tuple(effects)))
    assert (total.low, total.high, total.counts) == (4, 4, "whole")
    assert not list(totals_of(replace(tell("destruction", words), effects=tuple(effects[:1]))))


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("Fighting left 23 civilians - including 9 children - and 16 soldiers dead.", 39),
        ("Fighting left 23 civilians and 16 fighters dead.", 39),
        ("Fighting left at least 23 police officers and 16 civilians dead.", 39),
        ("Initial reports said 23 civilians and 16 soldiers were dead.", None),
        ("Fighting left 23 soldiers and 16 rebels dead.", None),
        ("Fighting left 23 people, and 16 soldiers in another town, dead.", None),
    ],
)
def test_civilians_and_fighters_add_up(tell: Teller, words: str, total: int | None) -> None:
    effects = []
    for number in ("23", "16"):
        at = words.index(number)
        who = " ".join(words[at:].split()[1 : 3 if "police" in words[at:].split()[1] else 2]).strip(",")
        quote = f"{number} {who}"
        high = None if words[:at].endswith("at least ") else int(number)
        effects.append(Effect("killed", who, int(number), high, Mention(at, at + len(quote), quote)))
    claim = replace(tell("armed_clash", words), effects=tuple(effects))
    found = list(totals_of(claim))
    assert [figure.low for figure in found] == ([total] if total else [])
    # What is added up is no second and third toll beside the sum.
    assert not total or {figure.counts for figure in figures_of(claim)} == {"part"}


def test_a_number_with_a_larger_one_is_a_part(tell: Teller) -> None:
    words = "The raids killed 32 people with 18 bodies found in one house."
    effects = [
        Effect("killed", None, n, n, Mention(words.index(str(n)), words.index(str(n)) + 2, str(n))) for n in (32, 18)
    ]
    found = figures_of(replace(tell("air_strike", words), effects=tuple(effects)))
    assert [figure.counts for figure in found] == ["whole", "part"]


def test_a_toll_of_several_days_is_a_sum(tell: Teller) -> None:
    claim = tell("casualties", "The death toll over the whole weekend was 44.", killed=(44, 44), day="2016-07-02")
    assert [figure.counts for figure in figures_of(claim)] == ["sum"]


def test_a_recount_tells_of_no_event_of_its_own(tell: Teller) -> None:
    assert is_recount(tell("casualties", "The ministry put the death toll at 12."))
    assert not is_recount(tell("casualties", "A farmer died at noon."))


@pytest.mark.parametrize(
    ("words", "recount"),
    [
        ("The death toll from a strike on a shop in Kafr Sara rose to 16 on Sunday.", True),
        ("The army put the toll at 16 and began a strike on the town.", False),
    ],
)
def test_the_toll_of_a_strike_is_a_recount(tell: Teller, words: str, recount: bool) -> None:
    at = words.index("strike")
    assert is_recount(replace(tell("air_strike", words), trigger=Mention(at, at + 6, "strike"))) == recount


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Nobody was killed.", {"killed"}),
        ("No one was hurt in the fire.", {"injured"}),
        ("There were no casualties.", {"killed", "injured"}),
    ],
)
def test_that_nobody_was_harmed_is_a_count_of_none(tell: Teller, words: str, kinds: set[str]) -> None:
    claim = tell("casualties", words, factuality="denied")
    found = list(figures_of(claim))
    assert {figure.kind for figure in found} == kinds
    assert {(figure.low, figure.high) for figure in found} == {(0, 0)}


def test_a_denied_blast_counts_nobody(tell: Teller) -> None:
    assert not list(figures_of(tell("ied", "No bomb went off, and nobody was killed.", factuality="denied")))
