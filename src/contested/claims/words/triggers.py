"""The lexicon of event triggers, and where its words stand in a Doc."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from contested.claims.words.inflect import noun_forms, verb_forms
from contested.model.codes import event_codes
from contested.model.errors import PackError

Shape = Literal["verb", "noun", "plain", "suffix"]
NEEDS = frozenset("means armed place relief toll party person people troops any".split())
GAP = "…"
LONGEST_GAP = 4
# With what another clause begins, or what is behind the object: no gap goes across.
CLAUSES = frozenset({"that", "which", "who", "whom", "whose", "where", "from", "by"})
KEYS = frozenset(
    "code words means needs not absorbs state weak casualty territory suffixes object subject predicate against "
    "first".split()
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of the lexicon; see lexicon/events/README.md for the keys."""

    code: str
    means: bool = False
    needs: frozenset[str] = frozenset()
    absorbs: bool = False
    state: bool = False
    weak: bool = False
    casualty: bool = False
    territory: bool = False
    predicate: bool = False
    against: bool = False
    first: bool = False
    object: frozenset[str] = frozenset()
    subject: str = ""
    never: tuple[str, ...] = ()
    over: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a trigger: for each word the forms it may take, None for a gap."""

    trigger: Trigger
    words: tuple[frozenset[str] | None, ...]
    shape: Shape
    text: str
    entry: str = ""


@dataclass(slots=True)
class Hit:
    """Tokens ``start`` to ``end`` (exclusive) that name an event."""

    pattern: Pattern
    start: int
    end: int
    verbal: bool = True  # whether the first word can be a verb of the lexicon

    @property
    def trigger(self) -> Trigger:
        """The lexicon's entry."""
        return self.pattern.trigger


AFFLICTED = frozenset({"hit", "struck", "stricken"})  # behind a hyphen: "the crisis-hit country" tells no blow


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by the form of their first word; suffixes ("-held") by the word behind the hyphen."""

    by_first: dict[str, list[Pattern]] = field(default_factory=dict)
    by_suffix: dict[str, Trigger] = field(default_factory=dict)
    verbs: set[str] = field(default_factory=set)

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every place where a pattern stands among lower-case words, overlaps included."""
        for i, word in enumerate(words):
            if word == "-" and 0 < i < len(words) - 1 and words[i + 1] in self.by_suffix:
                trigger = self.by_suffix[words[i + 1]]
                yield Hit(Pattern(trigger, (), "suffix", "-" + words[i + 1], "-"), i - 1, i + 2)
            if word in AFFLICTED and i > 1 and words[i - 1] == "-":
                continue
            for pattern in self.by_first.get(word, ()):
                end = match_end(pattern.words, words, i) if len(pattern.words) > 1 else i + 1
                if end:
                    yield Hit(pattern, i, i + 1 if pattern.trigger.first else end, word in self.verbs)


def match_end(pattern: Sequence[frozenset[str] | None], words: Sequence[str], start: int) -> int:
    """The index behind the match of ``pattern`` at ``start``; 0 where it does not stand there."""
    at = start
    for k, forms in enumerate(pattern):
        if forms is None:
            following = pattern[k + 1]
            reach = range(at, min(at + LONGEST_GAP + 1, len(words)))
            found = next((j for j in reach if following is not None and words[j] in following), None)
            # What opens the pattern stands in no gap: of "in Homs in rebel hands" only the second "in" opens it.
            if found is None or not (pattern[0] or frozenset()).isdisjoint(words[at:found]):
                return 0
            if not CLAUSES.isdisjoint(words[at:found]) and CLAUSES.isdisjoint(following or ()):
                return 0  # "captured vehicles that the militants seized", "captured a post from soldiers"
            if any(words[j] == "and" and words[j + 1].endswith(("ed", "ing")) for j in range(at, found)):
                return 0  # "capturing five and destroying two trucks"
            at = found
        elif at < len(words) and words[at] in forms:
            at += 1
        else:
            return 0
    return at


@cache
def load_lexicon() -> Lexicon:
    """The shipped triggers; raises PackError where a file does not say what it must."""
    lexicon = Lexicon()
    folder = files("contested.claims").joinpath("lexicon/events")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml") and file.name != "means.toml":
            add_file(lexicon, file.name, tomllib.loads(file.read_text(encoding="utf-8")))
    return lexicon


def add_file(lexicon: Lexicon, name: str, table: dict[str, object]) -> None:
    """Add one family's triggers."""
    entries = table.get("trigger", [])
    if not isinstance(entries, list):
        raise PackError(name, "has no [[trigger]] tables")
    for entry in entries:
        trigger = parse_trigger(name, entry)
        for text in entry.get("words", []):
            pattern = parse_pattern(trigger, text, str(entry["words"][0]))
            for form in pattern.words[0] or ():
                lexicon.by_first.setdefault(form, []).append(pattern)
                if text.split()[0].endswith("*"):
                    lexicon.verbs.add(form)
        for suffix in entry.get("suffixes", []):
            lexicon.by_suffix[suffix.lstrip("-")] = trigger


def parse_trigger(name: str, entry: dict[str, object]) -> Trigger:
    """One entry without its words."""
    unknown = set(entry) - KEYS
    if unknown:
        raise PackError(name, f"unknown key {sorted(unknown)[0]!r}", f"use one of {', '.join(sorted(KEYS))}")
    code = str(entry.get("code"))
    if code not in event_codes():
        raise PackError(name, f"unknown event code {code!r}", "see model/codes.toml")
    needs = frozenset(str(entry.get("needs", "")).split())
    if needs - NEEDS:
        raise PackError(name, f"unknown need {sorted(needs - NEEDS)[0]!r}", f"use {', '.join(sorted(NEEDS))}")
    listed = entry.get("not", [])
    never = [str(phrase) for phrase in listed] if isinstance(listed, list) else []
    flags = {
        key: bool(entry.get(key, False))
        for key in ("means", "absorbs", "state", "weak", "casualty", "territory", "predicate", "against", "first")
    }
    wanted = frozenset(str(entry.get("object", "")).split())
    return Trigger(
        code=code,
        needs=needs,
        object=wanted,
        subject=str(entry.get("subject", "")),
        never=tuple(phrase for phrase in never if phrase[0] != "="),
        over=tuple(tuple(phrase[1:].split()) for phrase in never if phrase[0] == "="),
        **flags,
    )


def parse_pattern(trigger: Trigger, text: str, entry: str = "") -> Pattern:
    """The pattern of one wording: ``*`` verb forms, ``+`` noun forms, ``…`` a gap."""
    pieces = [piece for word in text.split() for piece in split_hyphens(word)]
    words = tuple(forms_of(piece) for piece in pieces)
    shape: Shape = "plain"
    if len(pieces) == 1:
        shape = "verb" if text.endswith("*") else "noun" if text.endswith("+") else "plain"
    return Pattern(trigger, words, shape, text, entry)


def split_hyphens(word: str) -> Iterable[str]:
    """The pieces spaCy's tokeniser makes of a hyphenated word."""
    return [piece for piece in re.split(r"(-)", word) if piece]


def forms_of(piece: str) -> frozenset[str] | None:
    """The forms one piece of a pattern stands for; None for a gap."""
    if piece == GAP:
        return None
    if piece.endswith("*"):
        return verb_forms(piece[:-1])
    return noun_forms(piece[:-1]) if piece.endswith("+") else frozenset([piece])


@cache
def load_means() -> tuple[tuple[str, frozenset[tuple[str, ...]]], ...]:
    """Codes with the word sequences that tell their means, in the order of precedence."""
    return tuple(
        (row["code"], frozenset(tuple(p for w in words.split() for p in split_hyphens(w)) for words in row["words"]))
        for row in means_table()["means"]
    )


@cache
def load_flying() -> frozenset[str]:
    """What kills from the air."""
    return means_words("flying", "words")


@cache
def means_words(table: str, key: str) -> frozenset[str]:
    """The words that one table of the file lists under a key."""
    try:
        return frozenset(means_table()[table][key])
    except KeyError as error:
        raise PackError("means.toml", f"has no list of words under {error}", "add it") from error


@cache
def load_no_means() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Words that are no means where they are hit, and pairs of words of which the first is none anywhere."""
    table = means_table()
    try:
        never = frozenset(tuple(words.split()) for words in table["never"]["words"])
        return frozenset(table["aircraft"]["words"]), never
    except (KeyError, AttributeError) as error:
        raise PackError("means.toml", f"has no list of words under {error}", "add it") from error


@cache
def load_on_foot() -> tuple[frozenset[str], frozenset[str]]:
    """Words for raids that need not be from the air, and words that tell that they are not."""
    return means_words("on_foot", "raids"), means_words("on_foot", "words")


@cache
def load_aloft() -> frozenset[str]:
    """Words of a report whose raids are from the air unless more is told."""
    return load_flying() | means_words("on_foot", "aloft")


@cache
def means_table() -> dict[str, Any]:
    """The file of means as it stands."""
    text = files("contested.claims").joinpath("lexicon/events/means.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
