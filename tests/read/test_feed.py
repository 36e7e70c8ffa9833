from __future__ import annotations

from pathlib import Path

import pytest

from contested.model.errors import ReadError
from contested.model.report import Report, Skip
from contested.read.compose import Draft
from contested.read.feed import read_feed
from contested.read.options import ReadOptions

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Valley Times</title>
<item><title>Army enters village</title><link>https://valley.example/a</link><guid>vt-1</guid>
<pubDate>Sat, 01 Feb 2020 20:15:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The army entered the village.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>Convoy hit</title><link>https://valley.example/b</link><description>A convoy was hit.</description></item>
<item><title>Only a title</title><link>https://valley.example/c</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Delta Review</title><entry><title>Convoy hit</title>
<id>urn:1</id><updated>2020-02-03T10:00:00Z</updated><author><name>Jane Doe</name></author>
<content type="html">&lt;p&gt;A convoy was hit.&lt;/p&gt;</content></entry></feed>"""


def test_entries_with_text_are_reports_and_the_others_are_skips() -> None:
    first, second, third = read_feed(RSS.encode(), "feed.xml", ReadOptions())
    assert isinstance(first, Report)
    assert first.text == "Army enters village\n\nThe army entered the village.\n\nNobody was hurt."
    known = (first.ref, first.publisher, first.published, first.url)
    assert known == ("vt-1", "Valley Times", "2020-02-01", "https://valley.example/a")
    assert isinstance(second, Report)
    assert (second.ref, second.published) == ("https://valley.example/b", None)
    assert isinstance(third, Skip)
    assert third.origin == "feed.xml:3"


def test_atom_is_read_alike() -> None:
    (report,) = read_feed(ATOM.encode(), "feed.atom", ReadOptions())
    assert isinstance(report, Report)
    assert (report.publisher, report.author, report.published) == ("Delta Review", "Jane Doe", "2020-02-03")


def test_linked_pages_are_fetched_only_when_asked() -> None:
    asked: list[str] = []

    def fetch(address: str) -> Draft:
        asked.append(address)
        return Draft("page", f"The page at {address}.", url=address)

    items = list(read_feed(RSS.encode(), "feed.xml", ReadOptions(), fetch))
    assert len(asked) == 3
    assert [item.ref for item in items if isinstance(item, Report)][:2] == ["vt-1", "https://valley.example/b"]


@pytest.mark.parametrize(
    "raw", [b"<html><body>no</body></html>", b"<?xml version='1.0'?><note/>", b"plain words", b"<rss"]
)
def test_what_is_no_feed_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match=r"no RSS or Atom feed|without entries"):
        list(read_feed(raw, "feed.xml", ReadOptions()))


def test_a_feed_that_names_a_file_or_swells_brings_nothing_else(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(RSS, encoding="utf-8")
    with pytest.raises(ReadError):
        list(read_feed(str(secret).encode(), "feed.xml", ReadOptions()))
    laughs = '<!DOCTYPE r [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f"{laughs}]><rss version='2.0'><channel><item><description>&a9;</description></item></channel></rss>"
    try:
        items = list(read_feed(bomb.encode(), "feed.xml", ReadOptions()))
    except ReadError:
        items = []
    assert all(len(item.text) < 10_000 for item in items if isinstance(item, Report))
