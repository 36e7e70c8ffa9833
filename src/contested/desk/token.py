"""The token of a desk that others may reach: printed once, kept only as its hash."""

from __future__ import annotations

import os
from pathlib import Path

from contested.desk.security import hash_of, new_token
from contested.model.errors import ContestedError


def kept_token(file: Path, anew: bool = False) -> tuple[str | None, str]:
    """(token, its hash); the token is None where it was printed before. Raises ContestedError."""
    try:
        if file.exists() and not anew:
            kept = file.read_text(encoding="ascii").strip()
            if len(kept) == 64:
                return None, kept
        token = new_token()
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(hash_of(token) + "\n")
    except (OSError, UnicodeError) as error:
        raise ContestedError(
            str(file), f"the token cannot be kept ({error})", "name another with --token-file"
        ) from error
    return token, hash_of(token)
