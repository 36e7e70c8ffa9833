"""The words that tell who did it, read from ``lexicon/doers.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

LISTS = (
    "always", "answering_by", "answers", "arming", "avenging", "backed", "behind_deeds", "borders", "called_on",
    "calls", "captives", "causing", "commits", "committing", "confirming", "crowds", "deeds", "happening", "holding",
    "killing", "leaving", "led", "losing", "meant", "of_things", "preventing", "ramming", "receiving", "retaliating",
    "ridden", "roles", "setting_off", "settled", "standing", "striking", "struck_by", "suspecting", "throwing",
    "worn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """``by`` leads to the doer; ``repelled``: verbs whose object others tried; ``accusing``: that lay it on others.

    ``taken``: wordings right behind which stands who took a place; ``weapons``, ``tellers``: words of names that are no
    doer's; ``acting_on``: past forms of verbs that always act on something, ``acting``: that armed parties do alone;
    ``members``: words for one of a party that stand for all of it before a noun. ``laying``, ``denying``, ``freeing``:
    beginnings of verbs that lay a deed on others, that deny a charge, that free captives. ``answering``: verbs of who
    answers a deed of others; ``harmed``: past forms that tell what was done to somebody; ``finding``: verbs of who
    finds, names, takes in or buries the dead and the wounded; ``mutual``: verbs of headlines for what two do together;
    ``supposing``: past forms of verbs that tell who somebody may be; ``using``: verbs whose object is a means;
    ``trading``: beginnings of verbs that two do to each other.
    """

    by: re.Pattern[str]
    repelled: re.Pattern[str]
    accusing: re.Pattern[str]
    taken: re.Pattern[str]
    weapons: frozenset[str]
    tellers: frozenset[str]
    acting_on: frozenset[str]
    acting: frozenset[str]
    members: frozenset[str]
    laying: tuple[str, ...]
    denying: tuple[str, ...]
    freeing: tuple[str, ...]
    answering: re.Pattern[str]
    harmed: frozenset[str]
    finding: frozenset[str]
    mutual: frozenset[str]
    supposing: re.Pattern[str]
    using: frozenset[str]
    trading: tuple[str, ...]


@cache
def wording() -> Wording:
    """``lexicon/doers.toml``, read once; raises PackError where it lacks a list."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/doers.toml").read_text(encoding="utf-8"))
    try:
        ways, *verbs = (
            alternatives(raw[name])
            for name in ("carried_out", "repelled", "accusing", "taken_by", "answering", "supposing")
        )
        weapons, tellers, members = (frozenset(map(str, raw[name])) for name in ("weapons", "tellers", "members"))
        always, armed = (frozenset(map(str, raw[name])) for name in ("acting_on", "acting"))
        harmed, finding, both, using = (
            frozenset(map(str, raw[name])) for name in ("harmed", "finding", "mutual", "using")
        )
        laying, denying, freeing, trading = (
            tuple(map(str, raw[name])) for name in ("laying", "denying", "freeing", "trading")
        )
    except KeyError as error:
        raise PackError("claims/lexicon/doers.toml", f"has no list {error}", "add it") from error
    by = re.compile(rf"\s+(?:(?:{ways})\s+)?by\s", re.IGNORECASE)
    repelled, accusing, taken, answering, supposing = (re.compile(rf"(?:{some})\b", re.IGNORECASE) for some in verbs)
    return Wording(
        by, repelled, accusing, taken, weapons, tellers, always, armed, members, laying, denying, freeing, answering,
        harmed | always | armed, finding, both, supposing, using, trading,
    )  # fmt: skip


@cache
def deed_words() -> Mapping[str, frozenset[str]]:
    """The lists of the table ``words`` of ``lexicon/doers.toml``; raises PackError where it lacks one."""
    table = tomllib.loads(files("contested.claims").joinpath("lexicon/doers.toml").read_text(encoding="utf-8"))["words"]
    lacking = [name for name in LISTS if not table.get(name)]
    if lacking:
        raise PackError("claims/lexicon/doers.toml", f"has no words {lacking[0]!r}", "add them")
    return {name: frozenset(map(str, table[name])) for name in LISTS}


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as a pattern; a star stands for the end of a word."""
    return "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
