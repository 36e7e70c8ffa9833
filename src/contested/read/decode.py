"""Bytes become text: byte order marks, UTF-8, UTF-16, else the likeliest encoding; what is no text is refused."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from contested.model.errors import ReadError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 64_000
FEW = 0.05
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
NAME_ENCODING = "name it with --encoding, or save the file as UTF-8"


def decode(raw: bytes, origin: str, encoding: str | None = None, hint: str | None = None) -> str:
    """The text, line ends as "\\n"; raises ReadError for bytes that are no text or not in ``encoding``.

    ``hint`` is what a server says, and like a page's own word it counts only where the bytes agree.
    """
    name = encoding or hinted(raw, hint) or guess_encoding(raw, origin)
    try:
        text = raw.decode(name)
    except LookupError as error:
        raise ReadError(origin, f"no encoding is called {name!r}", "use a name such as utf-8 or cp1256") from error
    except UnicodeDecodeError as error:
        raise ReadError(origin, f"is not in {name} (byte {error.start})", NAME_ENCODING) from error
    if len(CONTROL.findall(text[:SAMPLE])) > len(text[:SAMPLE]) // 100:
        raise ReadError(origin, "is binary, not text", "give a text, HTML, feed or table file")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def hinted(raw: bytes, hint: str | None) -> str | None:
    """The encoding that a server or a page's head names, if the bytes fit it and are not UTF-8 or UTF-16."""
    head = raw[:3000]
    found = META.search(head) if head.lstrip().startswith(b"<") else None
    if 0 in head or head.startswith(codecs.BOM_UTF8) or is_in(raw, "utf-8"):
        return None
    return next((name for name in (hint, found and found[1].decode("ascii")) if name and is_in(raw, name)), None)


def is_in(raw: bytes, name: str) -> bool:
    """Whether the bytes can be read in that encoding."""
    try:
        raw.decode(name)
    except (LookupError, UnicodeDecodeError):
        return False
    return True


def guess_encoding(raw: bytes, origin: str) -> str:
    """The encoding of the bytes, or of a file that begins with them; raises ReadError where none fits."""
    for mark, name in MARKS:
        if raw.startswith(mark):
            return name
    head = raw[:SAMPLE]
    nulls = head.count(0)
    if nulls:
        return wide(head, nulls, origin)
    return "utf-8" if is_in(raw, "utf-8") else likeliest(head, origin)


def wide(head: bytes, nulls: int, origin: str) -> str:
    """UTF-16 without a byte order mark, told by where the zero bytes lie; else it is no text."""
    if nulls > len(head) * 0.25:
        odd = head[1::2].count(0)
        if odd > nulls * 0.95:
            return "utf-16-le"
        if odd < nulls * 0.05:
            return "utf-16-be"
    raise ReadError(origin, "is binary, not text", "give a text, HTML, feed or table file")


def likeliest(head: bytes, origin: str) -> str:
    """Windows Latin for what is nearly ASCII, else what charset-normalizer finds; raises ReadError for nothing."""
    if sum(byte > 127 for byte in head) < len(head) * FEW and is_in(head, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    if best is None:
        raise ReadError(origin, "is in no encoding that can be told", NAME_ENCODING)
    return best.encoding


def read_text(path: Path, encoding: str | None, limit: int) -> str:
    """The text of a file of at most ``limit`` characters; raises ReadError, also where it is empty."""
    origin = str(path)
    if path.stat().st_size > limit * 4:
        raise ReadError(origin, f"is too big ({path.stat().st_size:,} bytes)", too_big(limit))
    return checked(decode(path.read_bytes(), origin, encoding), origin, limit)


def checked(text: str, origin: str, limit: int) -> str:
    """The text itself; raises ReadError where it is empty or longer than ``limit`` characters."""
    if not text.strip():
        raise ReadError(origin, "is empty", "give a file with text")
    if len(text) > limit:
        raise ReadError(origin, f"is too big ({len(text):,} characters)", too_big(limit))
    return text


def too_big(limit: int) -> str:
    """The remedy for a text over the limit."""
    return f"split it into reports, or raise the limit of {limit:,} characters with --max-text"
