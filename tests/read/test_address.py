from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

import pytest

from contested.model.report import Report, Skip
from contested.read import ReadOptions, read_inputs
from contested.read.address import USER_AGENT

if TYPE_CHECKING:
    from conftest import Site

OPEN = ReadOptions(allow_private=True, timeout=3)


def only(address: str, options: ReadOptions = OPEN) -> Report | Skip:
    """The one item of an address."""
    (item,) = read_inputs([address], options)
    return item


def problem(address: str, options: ReadOptions = OPEN) -> str:
    """What is wrong with an address that is skipped."""
    item = only(address, options)
    assert isinstance(item, Skip)
    assert item.remedy
    return item.problem


def test_a_page_is_read_under_an_honest_name(site: Site, page: str) -> None:
    item = only(site.put("/a", page))
    assert isinstance(item, Report)
    assert (item.publisher, item.url) == ("Valley Times", site.address + "/a")
    assert site.asked == [("/robots.txt", USER_AGENT), ("/a", USER_AGENT)]


def test_private_addresses_are_refused_unless_allowed(site: Site, page: str) -> None:
    assert "private address" in problem(site.put("/a", page), ReadOptions())
    assert site.asked == []


def test_robots_txt_is_obeyed_and_asked_once(site: Site, page: str) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed\n", "text/plain")
    inputs = [site.put("/closed/a", page), site.put("/open/a", page), site.put("/open/b", page)]
    closed, first, second = read_inputs(inputs, OPEN)
    assert isinstance(closed, Skip)
    assert "robots.txt" in closed.problem
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open/a", "/open/b"]


def test_a_robots_txt_that_fails_closes_the_site(site: Site, page: str) -> None:
    site.put("/robots.txt", "down", status=503)
    assert "robots.txt" in problem(site.put("/a", page))


def test_redirects_are_followed_and_each_hop_is_checked(site: Site, page: str) -> None:
    site.put("/robots.txt", "User-agent: Contested\nDisallow: /closed\n", "text/plain")
    site.put("/b", page)
    site.put("/closed", page)
    item = only(site.redirect("/a", "/b"))
    assert isinstance(item, Report)
    assert item.url == site.address + "/b"
    assert "robots.txt" in problem(site.redirect("/c", "/closed"))
    assert "redirects more than" in problem(site.redirect("/loop", "/loop"))
    assert "no web address" in problem(site.redirect("/file", "file:///etc/passwd"))
    assert "cannot be fetched" in problem(site.redirect("/odd", "http://[::1"))


@pytest.mark.parametrize(
    ("body", "kind", "status", "wrong"),
    [
        ("<html></html>", "text/html", 404, "answers 404"),
        ("<html><body><nav>Home</nav></body></html>", "text/html", 200, "no article text"),
        ("<html></html>", "text/html", 200, "no HTML page"),
        ("GIF89a", "image/gif", 200, "serves image/gif"),
        ("", "text/html", 200, "is empty"),
    ],
)
def test_what_is_no_report_is_told(site: Site, body: str, kind: str, status: int, wrong: str) -> None:
    assert wrong in problem(site.put("/a", body, kind, status))


def test_size_is_limited_also_after_unpacking(site: Site) -> None:
    small = ReadOptions(allow_private=True, max_bytes=10_000)
    assert "over 10,000 bytes" in problem(site.put("/a", "a" * 20_000, "text/plain"), small)
    address = site.put("/b", gzip.compress(b"a" * 5_000_000), "text/plain")
    site.pages["/b"][1]["Content-Encoding"] = "gzip"
    assert "over 10,000 bytes" in problem(address, small)


def test_a_silent_server_is_given_up(site: Site) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as deaf:
        start = time.monotonic()
        told = problem(f"http://127.0.0.1:{deaf.getsockname()[1]}/a", ReadOptions(allow_private=True, timeout=0.3))
    assert "gave no answer" in told
    assert time.monotonic() - start < 3


def test_nobody_there_is_told() -> None:
    assert "cannot be fetched" in problem("http://127.0.0.1:9/a")
    assert "no such host" in problem("http://no-such-host.invalid/a")
    assert "password" in problem("http://user:secret@127.0.0.1/a")


def test_a_feed_and_a_table_are_read_from_an_address(site: Site) -> None:
    rss = "<rss version='2.0'><channel><item><title>A</title><description>One.</description></item></channel></rss>"
    assert isinstance(only(site.put("/feed", rss, "application/rss+xml")), Report)
    assert isinstance(only(site.put("/rows", '{"text": "One."}\n', "application/x-ndjson")), Report)
    assert isinstance(only(site.put("/csv", "text,id\nOne.,1\n", "text/csv")), Report)
    assert isinstance(only(site.put("/plain", "The army came.", "text/plain")), Report)


def test_linked_pages_of_a_feed_are_fetched_when_asked(site: Site, page: str) -> None:
    link = site.put("/a", page)
    site.put("/feed", f"<rss version='2.0'><channel><item><link>{link}</link></item></channel></rss>", "text/xml")
    assert "no text of its own" in problem(site.address + "/feed")
    item = only(site.address + "/feed", ReadOptions(allow_private=True, follow_feed_links=True))
    assert isinstance(item, Report)
    assert item.publisher == "Valley Times"
