"""Pages from addresses: robots.txt obeyed, every hop checked, time and size limited, and an honest name given."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from contested import __version__
from contested.model.errors import ReadError
from contested.read.guard import resolve
from contested.read.kinds import TYPES
from contested.read.options import ReadOptions

if TYPE_CHECKING:
    import httpx

AGENT = "Contested"
USER_AGENT = f"{AGENT}/{__version__} (reads public reports for research; obeys robots.txt)"
REDIRECTS = (301, 302, 303, 307, 308)
ROBOTS_LIMIT, LONGEST_PAUSE = 500_000, 10.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: bytes, the address it came from in the end, its content type and encoding."""

    raw: bytes
    url: str | None
    type: str | None = None
    encoding: str | None = None
    status: int = 200
    location: str | None = None


class Fetcher:
    """Fetches addresses for one run; remembers each site's robots.txt and when it was last asked."""

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self.client: httpx.Client | None = None
        self.robots: dict[str, RobotFileParser] = {}
        self.asked: dict[str, float] = {}

    def close(self) -> None:
        """Close the connections, if any were made."""
        if self.client is not None:
            self.client.close()

    def fetch(self, address: str) -> Fetched:
        """What an address serves, after its redirects; raises ReadError for all that is refused or fails."""
        deadline = time.monotonic() + self.options.timeout
        url = address
        for _ in range(self.options.max_redirects + 1):
            self.obey_robots(url, address, deadline)
            answer = self.get(url, address, self.options.max_bytes, deadline)
            if answer.status not in REDIRECTS or not answer.location:
                return served(answer, address)
            url = urljoin(url, answer.location)
        raise ReadError(address, f"redirects more than {self.options.max_redirects} times", "give the final address")

    def get(self, url: str, address: str, limit: int, deadline: float) -> Fetched:
        """One request without following; at most ``limit`` bytes, done by ``deadline``; raises ReadError."""
        import httpx

        target, headers, extensions = self.pinned(url, address)
        if self.client is None:
            self.client = httpx.Client(timeout=self.options.timeout, follow_redirects=False, trust_env=False)
        try:
            with self.client.stream("GET", target, headers=headers, extensions=extensions) as response:
                raw = drained(response, address, limit, deadline)
        except httpx.TimeoutException as error:
            raise ReadError(
                address, f"gave no answer in {self.options.timeout:g} s", "try later, or raise --timeout"
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ReadError(address, f"cannot be fetched ({error})", "check the address and the network") from error
        kind = response.headers.get("content-type", "").split(";")[0].strip().lower() or None
        return Fetched(
            raw, url, kind, response.charset_encoding, response.status_code, response.headers.get("location")
        )

    def pinned(self, url: str, address: str) -> tuple[str, dict[str, str], dict[str, str]]:
        """The URL with its host's checked IP address, the headers and the name for TLS."""
        parts = split(url, address)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        ip = resolve(host, port, self.options.allow_private, address)
        place = f"[{ip}]:{port}" if ":" in ip else f"{ip}:{port}"
        target = urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
        named = parts.netloc.rpartition("@")[2].encode("idna").decode() if not host.isascii() else parts.netloc
        headers = {"Host": named, "User-Agent": USER_AGENT, "Accept": "text/html, application/xhtml+xml, */*;q=0.8"}
        return target, headers, {"sni_hostname": host} if parts.scheme == "https" else {}

    def obey_robots(self, url: str, address: str, deadline: float) -> None:
        """Wait as the site asks; raises ReadError where its robots.txt forbids the page."""
        parts = split(url, address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.robots:
            self.robots[site] = self.read_robots(site, address, deadline)
        rules = self.robots[site]
        if not rules.can_fetch(AGENT, url):
            raise ReadError(
                address, "is closed to programs by the site's robots.txt", "save the page and give the file"
            )
        pause = min(float(rules.crawl_delay(AGENT) or 0), LONGEST_PAUSE)
        time.sleep(max(0.0, self.asked.get(site, 0.0) + pause - time.monotonic()))
        self.asked[site] = time.monotonic()

    def read_robots(self, site: str, address: str, deadline: float) -> RobotFileParser:
        """The site's rules: none where it has no such file (4xx), all closed where it fails (5xx), as RFC 9309 says."""
        rules = RobotFileParser()
        url = f"{site}/robots.txt"
        for _ in range(self.options.max_redirects + 1):
            answer = self.get(url, address, ROBOTS_LIMIT, deadline)
            if answer.status not in REDIRECTS or not answer.location:
                break
            url = urljoin(url, answer.location)
        if answer.status >= 500:
            rules.disallow_all = True  # type: ignore[attr-defined]
        elif answer.status != 200:
            rules.allow_all = True  # type: ignore[attr-defined]
        else:
            rules.parse(answer.raw.decode("utf-8", errors="replace").splitlines())
        return rules


def split(url: str, address: str) -> SplitResult:
    """The parts of a web address; raises ReadError for anything else and for one that carries a password."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ReadError(address, f"is no web address ({error})", "give an address that begins with https://") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ReadError(address, f"leads to no web address ({url[:100]})", "give an address that begins with https://")
    if parts.username or parts.password:
        raise ReadError(address, "carries a user name or password", "leave them out")
    return parts


def drained(response: httpx.Response, address: str, limit: int, deadline: float) -> bytes:
    """The body; raises ReadError once it grows over ``limit`` bytes, unpacked, or over the deadline."""
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > limit:
            raise ReadError(address, f"is over {limit:,} bytes", "save it and give the file, or raise --max-bytes")
        if time.monotonic() > deadline:
            raise ReadError(address, "takes too long", "try later, or raise --timeout")
    return bytes(body)


def served(answer: Fetched, address: str) -> Fetched:
    """The answer itself; raises ReadError where it is an error page or of a type that is not read."""
    if answer.status != 200:
        raise ReadError(address, f"answers {answer.status}", "check the address; a page that needs a login is not read")
    if answer.type is not None and answer.type not in TYPES:
        raise ReadError(address, f"serves {answer.type}, which is not read", "give a page, a text, a feed or a table")
    return answer
