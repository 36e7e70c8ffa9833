"""Whose voice a claim is: the innermost speaker, else the outlet; and one name for the many spellings of a voice."""

from __future__ import annotations

import re

from contested.gazetteer.folding import exact
from contested.model.claim import Claim
from contested.reconcile.naming import is_name

GENERIC = re.compile(r"\b(?:so called|britain based|uk based|london based|british based|the|monitoring group|monitor|"
                     r"group|news agency|agency|director|head|chief|founder|spokesman|spokesperson)\b")  # fmt: skip


def is_named(claim: Claim) -> bool:
    """Whether a claim's speaker has a name: no outlet, and not only "a monitoring group" or "state media"."""
    return claim.speaker is not None and is_name(exact(claim.speaker.name).split())


def voice_of(claim: Claim) -> str:
    """The innermost speaker's name, else the publisher's; "unknown" where neither is known."""
    speaker = claim.speaker
    return speaker.name if speaker else claim.report.publisher or "unknown"


def voice_key(claim: Claim) -> str:
    """A key under which spellings of one voice meet: the pack's id, else the name without what only describes it."""
    speaker = claim.speaker
    if speaker is None:
        return f"outlet:{exact(claim.report.publisher or claim.report.id)}"
    if speaker.actor:
        return f"actor:{speaker.actor}"
    name = exact(speaker.name)
    bare = " ".join(GENERIC.sub(" ", name).split())
    return f"voice:{bare or name}"
