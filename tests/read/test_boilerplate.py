from __future__ import annotations

from itertools import pairwise

import pytest

from contested.model.report import Boilerplate
from contested.read.boilerplate import find_boilerplate, rules

FIRST = "Soldiers entered the village of Tell Hadid at dawn, the mayor said."
LAST = "Nobody was hurt, he added."


def marked(text: str, *names: str) -> list[Boilerplate]:
    return list(find_boilerplate(text, 0, 0, names))


def test_every_rule_of_the_lexicon_loads() -> None:
    assert {rule.kind for group in rules().values() for rule in group} >= {"share", "donation", "caption", "byline"}


@pytest.mark.parametrize(
    ("kind", "paragraph"),
    [
        ("share", "Note to our readers: please use the share buttons above."),
        ("share", "Please share this article with your friends!"),
        ("share", "Follow us on Telegram and Facebook."),
        ("share", "Subscribe to our newsletter"),
        ("share", "Sign up for our daily briefing"),
        ("donation", "Support Blue River Watch in its endeavors. We depend on you."),
        ("donation", "If you like our work, please consider a donation."),
        ("donation", "Donate via PayPal: desk@example.org"),
        ("donation", "Please support our independent journalism."),
        ("disclaimer", "Disclaimer: what is written here is the author's responsibility alone."),
        ("disclaimer", "The views expressed in this article are the author's own."),
        ("copyright", "© 2020 Blue River Watch. All rights reserved."),
        ("copyright", "Copyright 2020 Blue River Watch"),
        ("copyright", "This material may not be published, broadcast or redistributed."),
        ("related", "Read also: What the ceasefire is worth"),
        ("related", "Related articles:"),
        ("related", "Tags: Syria, Idlib"),
        ("caption", "FILE PHOTO: Soldiers at a checkpoint in Hama, January 2020."),
        ("caption", "A man walks past a ruined house in Sarmin. (AFP Photo)"),
        ("caption", "Smoke rises over the town (Reuters/Jane Doe)"),
        ("byline", "Reporting by Jane Doe; Editing by John Roe"),
        ("byline", "By Jane Doe"),
        ("byline", "Articles by: Blue River Watch"),
        ("byline", "This article was originally published by Blue River Watch."),
        ("byline", "Source: Blue River Watch"),
        ("navigation", "1,204 views"),
        ("navigation", "Leave a comment"),
        ("navigation", "We use cookies to improve our service."),
        ("contact", "For media inquiries: desk@example.org"),
        ("contact", "Contact us at the address below."),
        ("other", "* * *"),
    ],
)
def test_a_paragraph_that_reports_nothing_is_marked_whole(kind: str, paragraph: str) -> None:
    text = f"{FIRST}\n\n{LAST}\n\n{paragraph}"
    assert [(b.kind, b.mention.quote) for b in marked(text)] == [(kind, paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The two sides share control of the town, residents said.",
        "Donations of blood were collected in the city's hospitals.",
        "Residents were urged to donate blood for the victims.",
        "Support for the ceasefire is fading, the envoy said.",
        "Support from Russian aircraft helped the army to advance.",
        "Follow-up strikes hit the rescuers, the civil defence said.",
        "Photos from the field show dozens of captured vehicles.",
        "Pictures posted by activists showed bodies in the street.",
        "A photo shown to the court was taken after the attack.",
        "An image released by the ministry showed damage to the post.",
        "Contact with the pilot was lost at noon, the ministry said.",
        "Sources in the town said that four fighters were killed.",
        "Source close to the army says three posts were shelled",
        "Views over the valley were blocked by smoke, he said.",
        "Reporting by activists could not be verified.",
        "Copies of the letter were sent to the United Nations.",
        "Categories of weapons banned by the deal include mortars.",
        "More on Monday's attack was expected from the ministry.",
        "Searching the rubble, rescuers found two bodies.",
        "Homes were burned and a bakery was looted.",
        "Comments by the minister caused anger in Ankara.",
        "Printing presses in the city were destroyed by the raid.",
        "Watch towers along the border were shelled at night.",
        "The contents of this arsenal were shown to reporters.",
        "By Friday the town had fallen.",
        "By Sunday Evening",
        "Subscribers to the fund included three ministers.",
        "The permission to cross was refused at the gate.",
        "Edited footage of the execution was posted online.",
        "This article of the treaty was violated by both sides.",
        "Email traffic between the officers was intercepted.",
        "Sponsored fighters crossed the border on Sunday.",
        "Related clashes killed three people in the next village.",
        "Trending north, the front reached the motorway.",
        "Topics discussed in Sochi included prisoners.",
        "He was sued for the use of a song, as copyrighted as any material can be.",
        "Telephone lines were cut after the strike.",
    ],
)
def test_news_that_begins_alike_is_not(paragraph: str) -> None:
    assert marked(f"{FIRST}\n\n{paragraph}\n\n{LAST}") == []


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("byline", "--Reuters"),
        ("byline", "-AFP"),
        ("byline", "(Source: Blue River Watch)"),
        ("byline", "(With AFP and Reuters)"),
        ("byline", "R. Deeb/ H. Sabbagh"),
        ("byline", "MKH"),
        ("byline", "212-11"),
        ("byline", "Additional reporting by Jane Doe in Hama; Editing by John Roe"),
        ("byline", "Jane Doe"),
        ("byline", "Rima Haddad"),
        ("related", "Read Also"),
        ("navigation", "Twitter"),
    ],
)
def test_credits_and_buttons_are_peeled_off_the_end_of_a_text_in_one_line(kind: str, end: str) -> None:
    text = f"{FIRST} {LAST} {end}"
    assert [(b.kind, b.mention.quote) for b in marked(text, "Jane Doe")] == [(kind, end)]


def test_several_credits_are_peeled_one_by_one() -> None:
    text = (
        f"{FIRST} {LAST} Reporting by Jane Doe; Editing by John Roe Our Standards:The Thomson Reuters Trust Principles."
    )
    found = marked(text)
    assert [b.kind for b in found] == ["byline", "byline"]
    assert text[: found[0].mention.start] == f"{FIRST} {LAST} "


@pytest.mark.parametrize(
    "end",
    [
        "The village is held by the SDF.",
        "The toll rose to 12",
        "The attack was claimed by ISIS",
        "He fled to Damascus",
        "The convoy was hit by a Turkish drone.",
        "He wrote on Twitter",
        'The statement said: "We will not leave."',
        "The ministry blamed the Syrian army/air force",
    ],
)
def test_news_at_the_end_stays(end: str) -> None:
    assert marked(f"{FIRST} {end}") == []


def test_a_caption_opens_the_body_up_to_its_credit() -> None:
    caption = "Men search the rubble of a house in Sarmin on February 2. (AFP Photo)"
    found = marked(f"{caption} {FIRST} {LAST}")
    assert [(b.kind, b.mention.quote) for b in found] == [("caption", caption)]


def test_a_caption_takes_the_sentence_before_its_credit_alone() -> None:
    caption = "A man inspects a burned bakery in Sarmin. (Valley Times and Agencies)"
    assert [b.mention.quote for b in marked(f"{FIRST} {caption} {LAST}")] == [caption]


@pytest.mark.parametrize(
    "news", ["Four people were killed. (AFP) The toll may rise.", "The news agency (AFP) Said So."]
)
def test_a_credit_after_news_makes_no_caption(news: str) -> None:
    assert [b for b in marked(f"{FIRST} {news}") if b.kind == "caption"] == []


def test_the_byline_after_the_dateline_is_peeled_off_the_head() -> None:
    found = marked(f"by Jane Doe {FIRST} {LAST}", "Jane Doe")
    assert [(b.kind, b.mention.quote) for b in found] == [("byline", "by Jane Doe")]


def test_a_plea_inside_a_paragraph_takes_its_sentence_alone() -> None:
    plea = "Please click the share buttons below."
    assert [b.mention.quote for b in marked(f"{FIRST} {plea} {LAST}")] == [plea]


def test_a_list_of_other_stories_ends_a_text_in_one_line() -> None:
    tail = "Related News Talks fail in Geneva Privacy Policy Cookie Policy"
    assert [b.mention.quote for b in marked(f"{FIRST} {LAST} {tail}")] == [tail]


def test_the_only_paragraph_is_never_boilerplate() -> None:
    assert marked("Support us, the mayor asked, and the soldiers stayed.") == []


def test_spans_are_exact_ordered_and_apart() -> None:
    text = (
        f"{FIRST}\n\n*\n\nShare this article!\n\nDonate: https://example.org/donate\n\nArticles by: Blue River Watch\n"
    )
    found = marked(text)
    assert [b.kind for b in found] == ["other", "share", "donation", "byline"]
    assert all(text[b.mention.start : b.mention.end] == b.mention.quote for b in found)
    assert all(a.mention.end <= b.mention.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("tags", "after"),
    [
        (
            "Tags Syria Hama Northern Front rebel groups Tell Hadid",
            "The Northern Front announced on Monday that it left.",
        ),
        ("Tags Syria air raids Hama children", "At least nine people were killed on Monday."),
        ("Tags Hama Russia Syria", "Anti-government activists say jets hit a market."),
        ("Tags Hama Syria regime", "Syrian regime warplanes bombed a market on Friday."),
        ("Tags Syria Hama UN", "Strikes in rural Hama destroyed a school."),
    ],
)
def test_tags_that_run_into_a_sentence_end_where_it_begins(tags: str, after: str) -> None:
    found = marked(f"{FIRST} {tags} {after} {LAST} " + "The council met again on Sunday to talk of the harvest. " * 12)
    assert [(b.kind, b.mention.quote) for b in found] == [("related", tags)]
