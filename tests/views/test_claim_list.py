"""Claims listed: claimants, factuality, citations, unresolved places, three formats."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from contested.ledger.filters import ClaimFilter
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.codes import event_codes
from contested.model.report import Report
from contested.views.claim_list import list_claims
from contested.views.document import Document, short_quote
from contested.views.document_html import as_html
from contested.views.document_text import as_markdown, as_text
from contested.views.wording import event_words, proper, sentence

Example = list[tuple[Report, list[Claim]]]


def listed(ledger: Ledger, wanted: ClaimFilter | None = None) -> Document:
    """The claims of a ledger that fit, listed."""
    return list_claims(list(ledger.claims(wanted)))


def test_every_event_code_has_neutral_words() -> None:
    assert set(event_words()) == set(event_codes())
    for code, words in event_words().items():
        assert {"noun", "article", "by", "to"} <= set(words), code
    tomllib.loads(files("contested.views").joinpath("lexicon/events.toml").read_text(encoding="utf-8"))


def test_sentences_say_who_and_how_surely(example: Example) -> None:
    said = [sentence(claim) for _, claims in example for claim in claims]
    assert said == [
        "According to “an army spokesman”, as reported by North Wire, there was a gain of territory (“freed Darat”) "
        "by Northern Army in Darat Izza",
        "According to North Wire, there were casualties (“killed”) near Tell Amber (place not resolved); "
        "reported killed: 21 or more (“fighters”)",
        "According to North Wire, there is a plan or announcement of an attack (“attack”) in Idlib",
        "According to South Post, there was no air strike (“strike”) in Darat Izza",
        "According to “residents”, as reported by South Post, there may have been an attack (“raid”) on “a market” "
        "between 1 March of a year not told and 2 March of a year not told",
    ]


@pytest.mark.parametrize(
    ("name", "known", "shown"),
    [
        ("Northern Army", None, "Northern Army"),
        ("government troops", "xx-army", "government troops"),
        ("government troops", None, "“government troops”"),
        ("Terrorists", None, "“Terrorists”"),
        ("terrorist groups", "xx-front", "“terrorist groups”"),
        ("Liberation Front of the South", None, "Liberation Front of the South"),
        ("al-Nur Brigade", None, "al-Nur Brigade"),
    ],
)
def test_words_that_take_a_side_are_quoted(name: str, known: str | None, shown: str) -> None:
    assert proper(name, known) == shown


def test_grouped_by_day_and_place_with_the_unknown_last(ledger: Ledger) -> None:
    brief = listed(ledger)
    assert [(day.heading, [g.heading for g in day.groups]) for day in brief.sections] == [
        ("2 March 2021", ["Darat Izza", "Tell Amber"]),
        ("1 March of a year not told", ["No place told"]),
        ("No day told", ["Idlib"]),
        ("Places not resolved", [""]),
    ]
    assert [s.text for s in brief.sections[-1].groups[0].sentences] == ["Tell Amber is in no gazetteer in use"]


def test_every_sentence_is_cited_and_every_citation_stands_in_the_references(ledger: Ledger) -> None:
    brief = listed(ledger)
    told = [s for day in brief.sections[:-1] for group in day.groups for s in group.sentences]
    known = {f"{r.number}.{n}" for r in brief.references for n in range(1, len(r.quotes) + 1)}
    known |= {str(r.number) for r in brief.references}
    for item in (*told, *brief.overview, *brief.sections[-1].groups[0].sentences):
        assert item.cites and set(item.cites) <= known
    assert sum(len(item.claims) for item in told) == 5


@pytest.mark.parametrize("render", [as_text, as_markdown, as_html])
def test_no_format_calls_anything_confirmed(ledger: Ledger, render: type[str]) -> None:
    page = render(listed(ledger))
    assert "confirmed" not in page.lower()
    assert page.count("According to") == 5
    assert page.endswith("\n")


def test_html_is_escaped_and_its_links_hit(ledger: Ledger) -> None:
    page = as_html(listed(ledger))
    assert "<b>raid" not in page and "&lt;b&gt;raid" in page
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    assert "http" not in page


def test_markdown_is_escaped(ledger: Ledger) -> None:
    assert r"\<b\>raid" in as_markdown(listed(ledger))


def test_text_keeps_to_its_width(ledger: Ledger) -> None:
    assert max(map(len, as_text(listed(ledger), 60).splitlines())) <= 60


def test_filters_hold_and_nothing_is_said_of_nothing(ledger: Ledger) -> None:
    assert listed(ledger, ClaimFilter(place="Tell Amber")).title == "What is reported: 1 claim from 1 report"
    assert "0 claims" in as_text(listed(ledger, ClaimFilter(place="Atlantis")))


def test_a_quotation_is_one_sentence_at_most(example: Example) -> None:
    from dataclasses import replace

    from contested.model.mention import Mention

    report, claims = example[0]
    whole = replace(claims[1], evidence=Mention.of(report.text, 12, len(report.text)))
    assert short_quote(whole) == "Over 20 fighters were killed near Tell Amber."
    short = "The day was Feb. 3 when Gen. A. B. Example struck. Then it rained."
    claim = replace(claims[0], evidence=Mention.of(short, 0, len(short)), trigger=Mention.of(short, 44, 50))
    assert short_quote(claim) == "The day was Feb. 3 when Gen. A. B. Example struck."
    long = "word " * 200 + "struck " + "word " * 200
    claim = replace(claims[0], evidence=Mention.of(long, 0, len(long)), trigger=Mention.of(long, 1000, 1006))
    assert "struck" in short_quote(claim) and len(short_quote(claim)) <= 306
