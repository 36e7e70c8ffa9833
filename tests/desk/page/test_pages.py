"""Every page: what it shows, that it is accessible, that it works narrow, dark and by keyboard alone."""

from __future__ import annotations

import re
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.desk.page.conftest import Opened, violations

PAGES = (
    "overview",
    "incident",
    "report",
    "review",
    "blind",
    "control",
    "framing",
    "brief",
    "audit",
    "agreement",
    "nowhere",
)


def addresses(shown: str) -> dict[str, str]:
    """The address of each page on the demo's ledger."""
    incident = httpx.get(f"{shown}api/incidents", params={"reports": 2}).json()["rows"][0]["id"]
    claim = httpx.get(f"{shown}api/incidents/{incident}").json()["claims"][0]["claim"]
    place = httpx.get(f"{shown}api/control").json()[0]["id"]
    report = f"report/{claim['report']['id']}?claim={claim['id']}"
    return {
        "overview": "", "incident": f"incident/{incident}", "report": report,
        "review": "review", "blind": "review?coding=blind", "control": f"control/{quote(place, safe='')}",
        "framing": "framing?view=sources", "brief": "brief", "audit": "audit", "agreement": "audit?view=agreement",
        "nowhere": "no-such-page",
    }  # fmt: skip


def at_rest(page: Page) -> None:
    """Wait until nothing is loading any more."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".waiting")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, scheme: str, shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)[name], color_scheme=scheme)
    at_rest(page)
    assert violations(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_shows_everything_without_scrolling_sideways(name: str, shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)[name], viewport={"width": 360, "height": 740})
    at_rest(page)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert violations(page) == []


def test_an_incident_holds_the_parties_side_by_side(shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)["incident"])
    at_rest(page)
    for heading in ("Tolls", "What is contradicted", "What each party says", "Roots", "Why these claims are one"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    assert page.locator("blockquote.evidence").count() >= 2
    page.get_by_role("link", name="Read it in its text").first.click()
    expect(page.locator(".marked .m-trigger")).not_to_have_count(0)


def test_the_reading_pane_jumps_to_the_words_of_a_field(shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)["report"])
    at_rest(page)
    trigger = page.locator(".fields div", has_text="What").locator("button.plain").first
    trigger.click()
    expect(page.locator(".marked .m-trigger").first).to_be_in_viewport()
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert "claim=" in page.url


def test_graphic_reports_ask_first(shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)["report"], warned=False)
    expect(page.get_by_text("may be hard to read")).to_be_visible()
    assert page.locator(".marked").count() == 0
    page.get_by_role("button", name="Show it", exact=True).click()
    expect(page.locator(".marked")).to_be_visible()


def test_control_is_one_lane_a_claimant(shown: str, opened: Opened) -> None:
    page = opened(shown + addresses(shown)["control"])
    at_rest(page)
    expect(page.locator("svg rect.lane")).not_to_have_count(0)
    expect(page.get_by_text(re.compile("loses half its strength"))).to_be_visible()


def test_the_brief_is_a_page_to_print(shown: str, opened: Opened) -> None:
    page = opened(shown + "brief")
    at_rest(page)
    expect(page.locator(".brief-sheet h2").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".topbar")).to_be_hidden()


def test_an_incident_that_is_gone_says_so_and_what_to_do(shown: str, opened: Opened) -> None:
    page = opened(shown + "incident/i-00000000000000000000")
    expect(page.get_by_role("alert")).to_contain_text("To go on")


def test_a_first_visitor_is_asked_for_a_name_and_may_look_around_without(shown: str, opened: Opened) -> None:
    page = opened(shown, user=None)
    dialog = page.get_by_role("dialog", name="Who works here?")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("heading", name=re.compile("incidents")).first).to_be_visible()


def test_the_keyboard_alone_reaches_incident_text_and_review(shown: str, opened: Opened) -> None:
    page = opened(shown)
    at_rest(page)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What each party says")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("r")
    expect(page.locator("blockquote.evidence")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile(r":\d+/(\?|$)"))


def counted(page: Page) -> Locator:
    """How many incidents are selected, of all."""
    return page.get_by_text(re.compile(r"of [\d,]+ incidents")).first


def test_a_brush_selects_and_the_address_says_so(shown: str, opened: Opened) -> None:
    page = opened(shown)
    at_rest(page)
    before = counted(page).inner_text()
    page.get_by_label("Only disputed").check()
    page.wait_for_url(re.compile("disputed=true"))
    expect(counted(page)).not_to_have_text(before)
    after = counted(page).inner_text()
    other = opened(page.url)
    expect(counted(other)).to_have_text(after)
    page.go_back()
    expect(counted(page)).to_have_text(before)


def test_the_timeline_is_brushed_by_mouse(shown: str, opened: Opened) -> None:
    page = opened(shown)
    at_rest(page)
    box = page.locator("svg.timeline, .timeline svg").first.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, y, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile("since="))


def test_search_finds_words_of_the_evidence(shown: str, opened: Opened) -> None:
    page = opened(shown)
    at_rest(page)
    page.keyboard.press("/")
    page.keyboard.type("hospital")
    page.wait_for_url(re.compile("q=hospital"))
    at_rest(page)
    assert "hospital" in page.url


def test_an_incident_with_dead_asks_first_too(shown: str, opened: Opened) -> None:
    rows = httpx.get(f"{shown}api/incidents", params={"sort": "killed"}).json()["rows"]
    page = opened(f"{shown}incident/{rows[0]['id']}", warned=False)
    expect(page.get_by_text("may be hard to read")).to_be_visible()
    assert page.locator("blockquote").count() == 0
    assert violations(page) == []
