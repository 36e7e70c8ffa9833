"""Fetch GeoNames country dumps: with progress, going on where a cut download stopped, checked before use."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
from platformdirs import user_cache_dir

from contested.gazetteer.imports import Imported, import_file
from contested.model.errors import GazetteerError

ADDRESS = "https://download.geonames.org/export/dump"
Progress = Callable[[str, int, int | None], None]
CODE = re.compile(r"[A-Z]{2}\Z")
TIMEOUT = httpx.Timeout(30.0, connect=10.0)


def add_country(
    codes: Sequence[str],
    target: Path | None = None,
    address: str = ADDRESS,
    progress: Progress | None = None,
    checksums: dict[str, str] | None = None,
    folder: Path | None = None,
) -> list[Imported]:
    """Fetch dumps of countries (ISO 3166 alpha-2) from ``address`` and add them to the gazetteer ``target``.

    ``progress`` is called with file name, bytes so far and bytes in all; ``checksums`` are SHA-256 by file name, and
    the archive's own checksum is always tested. Raises GazetteerError; the gazetteer then keeps what came in before,
    and the next try goes on where a cut download stopped.
    """
    added = []
    for code in codes:
        if not CODE.match(code.upper()):
            raise GazetteerError(code, "is no country code", "use two letters, such as SY")
        name = f"{code.upper()}.zip"
        path = (folder or Path(user_cache_dir("contested")) / "downloads") / name
        fetch(f"{address.rstrip('/')}/{name}", path, progress)
        verify(path, (checksums or {}).get(name))
        added.append(import_file(path, target, "geonames"))
    return added


def fetch(url: str, path: Path, progress: Progress | None = None) -> None:
    """Fetch ``url`` to ``path``, going on from a part that an earlier try left beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    start = part.stat().st_size if part.is_file() else 0
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
    try:
        with httpx.stream("GET", url, headers=headers, follow_redirects=True, timeout=TIMEOUT) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                part.unlink()
                raise GazetteerError(url, "the part already fetched does not fit", "try again, it starts anew")
            if answer.is_error:
                raise GazetteerError(
                    url, f"the server answered {answer.status_code}", "check the country code and the address"
                )
            receive(answer, part, start if answer.status_code == httpx.codes.PARTIAL_CONTENT else 0, progress)
    except httpx.HTTPError as error:
        raise GazetteerError(
            url, f"the download broke off ({error})", "run it again, it goes on where it stopped"
        ) from error
    part.replace(path)


def receive(answer: httpx.Response, part: Path, start: int, progress: Progress | None) -> None:
    """Write the body of an answer to ``part`` from byte ``start`` on; raises GazetteerError where it ends too early."""
    length = answer.headers.get("Content-Length")
    total = start + int(length) if length is not None else None
    done = start
    with part.open("ab" if start else "wb") as out:
        for chunk in answer.iter_raw():
            out.write(chunk)
            done += len(chunk)
            if progress is not None:
                progress(part.name.removesuffix(".part"), done, total)
    if total is not None and done < total:
        raise GazetteerError(
            part.name, f"ended after {done} of {total} bytes", "run it again, it goes on where it stopped"
        )


def verify(path: Path, checksum: str | None) -> None:
    """Test an archive against its own checksums and, where given, a SHA-256; a bad one is deleted."""
    problem = None
    if checksum is not None and hashlib.sha256(path.read_bytes()).hexdigest() != checksum.lower():
        problem = "has not the checksum it should have"
    else:
        try:
            with zipfile.ZipFile(path) as archive:
                bad = archive.testzip()
            problem = f"holds a broken file, {bad}" if bad else None
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            problem = f"is no whole archive ({error})"
    if problem is not None:
        path.unlink()
        raise GazetteerError(str(path), problem, "it was deleted; fetch it anew")
