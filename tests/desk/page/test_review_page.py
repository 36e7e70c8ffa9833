"""The review as a coder does it: keys alone, nothing lost on reload or when the server dies, two coders at once."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.desk.page.conftest import Opened, desk_process

from contested.ledger.judgements import judgements_of
from contested.ledger.reads import open_ledger
from contested.model.judgement import Judgement, in_force

LEFT = re.compile(r"([\d,]+) of ([\d,]+) claims left")


def left(page: Page) -> int:
    found = LEFT.search(page.get_by_text(LEFT).first.inner_text())
    assert found
    return int(found.group(1).replace(",", ""))


def evidence(page: Page) -> str:
    return page.locator("blockquote.evidence").inner_text()


def claim(page: Page) -> str:
    """The id of the claim shown; two claims may stand on the same words."""
    return str(page.locator("[data-claim]").get_attribute("data-claim"))


def goes_on_from(page: Page, before: str) -> None:
    expect(page.locator("[data-claim]")).not_to_have_attribute("data-claim", before)


def waits_for_claim(page: Page) -> None:
    expect(page.locator("blockquote.evidence")).to_be_visible()
    expect(page.locator(".marked")).to_be_visible()


def kept(ledger: Path) -> list[Judgement]:
    with open_ledger(ledger) as opened:
        return judgements_of(opened)


def settled(page: Page) -> None:
    for _ in range(150):
        if not page.evaluate("localStorage.getItem('contested.outbox')"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("decisions still wait in the browser")


def test_a_review_opened_before_there_are_incidents_begins_when_they_are(bare_ledger: Path, opened: Opened) -> None:
    with desk_process(bare_ledger) as (address, _):
        page = opened(address + "review")
        waits_for_claim(page)
        assert left(page) > 0
        expect(page.get_by_role("alert")).to_have_count(0)


def test_one_key_accepts_and_moves_on(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    before, first = left(page), claim(page)
    page.keyboard.press("a")
    goes_on_from(page, first)
    assert left(page) == before - 1
    settled(page)
    assert [j.kind for j in kept(own_ledger)] == ["accept"]


def test_the_words_of_the_claim_are_marked_in_the_text(served: str, opened: Opened) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    assert page.locator(".marked .m-trigger").count() >= 1
    marked = "".join(page.locator(".marked .m-evidence").all_inner_texts())
    assert re.sub(r"\s+", "", marked) == re.sub(r"\s+", "", evidence(page))


def test_reject_asks_for_a_reason_and_a_number_gives_one(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    first = claim(page)
    page.keyboard.press("r")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("1")
    goes_on_from(page, first)
    settled(page)
    assert [(j.kind, j.why) for j in kept(own_ledger)] == [("reject", "not an event")]


def test_undo_brings_the_claim_back_also_after_a_reload(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    seen = []
    for _ in range(3):
        seen.append(claim(page))
        page.keyboard.press("a")
        goes_on_from(page, seen[-1])
    settled(page)
    page.reload()
    waits_for_claim(page)
    for before in reversed(seen):
        page.keyboard.press("u")
        expect(page.locator("[data-claim]")).to_have_attribute("data-claim", before)
    assert not in_force(tuple(kept(own_ledger)))
    page.keyboard.press("Shift+U")
    page.wait_for_timeout(500)
    assert len(in_force(tuple(kept(own_ledger)))) == 1


def test_a_field_is_edited_by_selecting_words(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    page.keyboard.press("e")
    page.keyboard.press("5")
    form = page.get_by_role("form", name="Edit places")
    expect(form).to_be_visible()
    page.locator(".marked .m-trigger").first.dblclick()
    expect(form.get_by_text("Selected in the text")).to_be_visible()
    form.get_by_role("button", name="Add the selected words").click()
    form.get_by_role("button", name=re.compile("Keep")).click()
    expect(page.get_by_text("Ada decided")).to_be_visible()
    settled(page)
    (edit,) = kept(own_ledger)
    mention = json.loads(str(edit.value))[-1]["mention"]
    with open_ledger(own_ledger) as ledger:
        text = ledger.report_of(ledger.claim(edit.claims[0]).claim).text
    assert (edit.kind, edit.field) == ("edit", "places")
    assert text[mention["start"] : mention["end"]] == mention["quote"]


def test_decisions_wait_in_the_browser_while_the_server_is_down(
    own_ledger: Path, opened: Opened, demo_ledger: Path
) -> None:
    with desk_process(own_ledger) as (address, process):
        page = opened(address + "review")
        waits_for_claim(page)
        process.kill()
        process.wait()
        for _ in range(3):
            page.keyboard.press("a")
            page.wait_for_timeout(150)
        expect(page.get_by_text(re.compile("wait in this browser"))).to_be_visible()
        assert kept(own_ledger) == []
        port = address.rstrip("/").rsplit(":", 1)[1]
        with desk_process(own_ledger, "--port", port):
            settled(page)
    assert [j.kind for j in kept(own_ledger)] == ["accept"] * 3


def test_two_coders_at_once_lose_nothing(served: str, opened: Opened, own_ledger: Path) -> None:
    ada, basil = opened(served + "review", "Ada"), opened(served + "review", "Basil")
    for page in (ada, basil):
        waits_for_claim(page)
    for _ in range(5):
        for page in (ada, basil):
            before = claim(page)
            page.keyboard.press("a")
            goes_on_from(page, before)
    for page in (ada, basil):
        settled(page)
    found = kept(own_ledger)
    assert sorted(j.who for j in found) == ["Ada"] * 5 + ["Basil"] * 5
    assert len({j.claims for j in found}) == 10


def test_the_second_coder_is_blind_and_differences_are_settled(served: str, opened: Opened, own_ledger: Path) -> None:
    ada = opened(served + "review", "Ada")
    waits_for_claim(ada)
    for _ in range(2):
        before = claim(ada)
        ada.keyboard.press("a")
        goes_on_from(ada, before)
    settled(ada)
    basil = opened(served + "review?coding=blind", "Basil")
    waits_for_claim(basil)
    expect(basil.locator(".report-head")).to_contain_text("█")
    before = claim(basil)
    basil.keyboard.press("a")
    goes_on_from(basil, before)
    before = claim(basil)
    basil.keyboard.press("r")
    basil.keyboard.press("2")
    goes_on_from(basil, before)
    settled(basil)
    cleo = opened(served + "audit?view=agreement&one=Ada&other=Basil", "Cleo")
    expect(cleo.get_by_text("2 claims decided by both")).to_be_visible()
    cleo.get_by_role("button", name="Take this").nth(1).click()
    expect(cleo.get_by_text("settled", exact=True)).to_be_visible()
    last = kept(own_ledger)[-1]
    assert (last.who, last.kind, last.coding, last.why) == ("Cleo", "reject", "open", "settled as Basil has it")


def test_every_shortcut_is_shown_and_can_be_changed(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review")
    waits_for_claim(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    dialog.get_by_role("button", name=re.compile("Change the key of: Accept")).click()
    expect(dialog.get_by_text("press a key")).to_be_visible()
    page.keyboard.press("y")
    expect(dialog.get_by_text("Now on y")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    before = claim(page)
    page.keyboard.press("y")
    goes_on_from(page, before)
    settled(page)
    assert [j.kind for j in kept(own_ledger)] == ["accept"]


def test_a_decision_over_the_whole_selection(served: str, opened: Opened, own_ledger: Path) -> None:
    page = opened(served + "review?disputed=true")
    waits_for_claim(page)
    count = left(page)
    page.get_by_label(re.compile(r"All \d+")).select_option("accept")
    page.get_by_role("dialog").get_by_role("button", name=re.compile("Keep")).click()
    expect(page.get_by_text("Nothing left to review here")).to_be_visible()
    (judgement,) = kept(own_ledger)
    assert len(judgement.claims) == count


@pytest.mark.parametrize("kind", ["hostile"])
def test_a_hostile_report_is_words_and_nothing_else(
    tmp_path: Path, opened: Opened, demo_ledger: Path, kind: str
) -> None:
    from click.testing import CliRunner

    from contested.cli import cli

    text = (
        "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">\n\n"
        "On 3 March 2020 rebels <b onclick=alert(1)>shelled</b> Marrin, killing 4 people \"'><svg/onload=alert(1)>."
    )
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "hostile.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "hostile.db"
    shutil.copy(demo_ledger, ledger)
    publisher = "<img src=x onerror=alert(1)>"
    result = CliRunner().invoke(cli, ["read", str(reports), "--publisher", publisher, "--ledger", str(ledger)])
    assert result.exit_code == 0, result.output
    assert CliRunner().invoke(cli, ["reconcile", "--ledger", str(ledger)]).exit_code == 0
    with open_ledger(ledger) as held:
        report = next(claim.report.id for claim in held.claims() if claim.report.publisher == publisher)
    with desk_process(ledger) as (address, _):
        page = opened(f"{address}report/{report}")
        expect(page.locator(".marked")).to_contain_text("<script>document.title = 'taken'</script>")
        assert page.title() != "taken"
        assert page.locator(".marked script, .marked img, .marked svg, .marked b").count() == 0
        for path in ("", "framing", "brief", "framing?view=sources"):
            page.goto(address + path)
            page.wait_for_timeout(700)
            assert page.title() != "taken"
