"""Forms of English verbs and nouns, for lexicons that list one word and mean all its forms."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

VOWELS = frozenset("aeiou")
# Verbs of two and more syllables whose last consonant doubles; of one syllable it doubles by rule.
DOUBLING = frozenset(
    "repel expel admit commit submit permit occur refer regret control compel rebel propel abet kidnap "
    "handicap transfer".split()
)


@cache
def irregular() -> dict[str, dict[str, list[str]]]:
    """The table of irregular forms: verb and noun, by base form."""
    text = files("contested.claims").joinpath("lexicon/irregular.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return table


def verb_forms(base: str) -> frozenset[str]:
    """Every form of a verb: "seize" gives seize, seizes, seized, seizing."""
    known = irregular()["verb"].get(base)
    if known is not None:
        return frozenset([base, *known])
    if base.endswith("e"):
        stem, forms = base[:-1], [base + "s", base + "d"]
        return frozenset([base, *forms, (base if base.endswith(("ee", "oe", "ye")) else stem) + "ing"])
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return frozenset([base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"])
    stem = base + base[-1] if doubles(base) else base
    return frozenset([base, base + ("es" if sibilant(base) else "s"), stem + "ed", stem + "ing", *british(base)])


def british(base: str) -> list[str]:
    """Forms with a doubled l where British spelling has one ("shelled" has two anyway)."""
    if base.endswith("l") and not base.endswith("ll") and base[-2:-1] in VOWELS and base[-3:-2] not in VOWELS:
        return [base + "led", base + "ling"]
    return []


def noun_forms(base: str) -> frozenset[str]:
    """Singular and plural of a noun."""
    known = irregular()["noun"].get(base)
    if known is not None:
        return frozenset([base, *known])
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return frozenset([base, base[:-1] + "ies"])
    return frozenset([base, base + ("es" if sibilant(base) else "s")])


def sibilant(word: str) -> bool:
    """Whether the word takes -es."""
    return word.endswith(("s", "sh", "ch", "x", "z"))


def doubles(base: str) -> bool:
    """Whether the last consonant doubles before -ed and -ing."""
    if base in DOUBLING:
        return True
    one_syllable = sum(c in VOWELS for c in base) == 1
    return one_syllable and len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in VOWELS
