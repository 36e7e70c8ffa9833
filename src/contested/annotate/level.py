"""The parser sees one word for the words of all sides, and one name for their names: a parse that takes no side."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from contested.annotate.sentences import Columns, columns_of
from contested.model.capitals import most_capital
from contested.packs.load import Pack

# spaCy's stubs for from_array and to_array do not know what they take.
PARSED: Any = ["TAG", "DEP", "HEAD", "SENT_START"]
STARTS: Any = ["SENT_START"]
SHORT = {"IS": "ISIS"}  # names that in capitals are also common words, and a longer one that packs know
HISSING = ("s", "sh", "ch", "x", "z")
LONGEST = 40  # words of a headline
ARMED = frozenset({"state_forces", "rebel_group", "militia", "external_forces"})


@cache
def headline_verbs() -> frozenset[str]:
    """Verbs of headlines in the plural and the third person, each with a capital."""
    table = tomllib.loads(files("contested.annotate").joinpath("lexicon/level.toml").read_text(encoding="utf-8"))
    words = table["headlines"]["words"].split()
    ended = (
        w[:-1] + "ies" if w.endswith("y") and w[-2] not in "aeo" else w + "es" if w.endswith(HISSING) else w + "s"
        for w in words
    )
    return frozenset(word.capitalize() for word in (*words, *ended))


def in_titles(words: Sequence[str], starts: Sequence[int]) -> dict[int, str]:
    """The verbs of lines that write every word with a capital, in small letters, by their place among the words."""
    found: dict[int, str] = {}
    verbs = headline_verbs()
    for first, end in pairwise((*starts, len(words))):
        inside = [i for i in range(first + 1, end) if words[i] in verbs]
        if inside and end - first <= LONGEST and most_capital(words[first:end]):
            found |= {i: words[i].lower() for i in inside}
    return found


@lru_cache(maxsize=2)
def counterparts(pack: Pack) -> Mapping[str, str]:
    """The word shown to the parser for each word that has one, in every writing."""
    table = tomllib.loads(files("contested.annotate").joinpath("lexicon/level.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    verbs = {word: other for other, words in table["verbs"].items() for word in words.split()}
    for word, other in (table["words"] | verbs).items():
        found |= {word: other, word.capitalize(): other.capitalize(), word.upper(): other.upper()}
    for name in one_word_names(pack):
        found[name] = table["acronym"] if name.isupper() else table["name"]
    for state in pack.states.values():
        found |= {word: table["adjective"] for word in state.adjectives if word.isalpha() and not word.isupper()}
    for leader in pack.leaders:
        family = leader.name.split()[-1].split("-")[-1]
        found |= {family + "s": table["leader"]} if family.isalpha() else {}
    return found


def one_word_names(pack: Pack) -> Iterator[str]:
    """Names of armed parties that are one token: "Hezbollah", "SDF"; two letters may be a common word."""
    for alias in pack.aliases.values():
        name = alias.spelling
        named = alias.role == "name" and name.isalpha() and name[0].isupper() and len(name) > 2
        if named and pack.kind_of(alias.actor) in ARMED:
            yield name
            if not name.isupper():
                yield name.upper()
    for form, shorts in pack.short_forms.items():
        if len(form) > 2 and form.isalpha() and all(pack.kind_of(short.actor) in ARMED for short in shorts):
            yield form


def levelled(doc: Doc, pack: Pack, columns: Columns | None = None) -> Doc:
    """A Doc of the same tokens with counterparts for loaded words and names; the Doc itself where it has none."""
    known = counterparts(pack)
    words, spaces, _ = columns or columns_of(doc)
    short = {i for i, word in enumerate(words) if word in SHORT and is_name(words, i)}
    marks: Any = doc.to_array(STARTS)
    small = {} if headline_verbs().isdisjoint(words) else in_titles(words, np.flatnonzero(marks == 1).tolist())
    if known.keys().isdisjoint(words) and not short and not small:
        return doc
    shown = [known.get(SHORT[word] if i in short else word, word) for i, word in enumerate(words)]
    for i, word in small.items():
        shown[i] = known.get(word, word)
    level = Doc(doc.vocab, shown, spaces)
    return level.from_array(STARTS, marks.reshape(-1, 1))


def is_name(words: Sequence[str], i: int) -> bool:
    """Whether a word in capitals is a name and not part of a line in capitals: "IS" beside words in small letters."""
    beside = [word for word in words[max(0, i - 3) : i + 4] if len(word) > 2 and word.isalpha()]
    return any(not word.isupper() for word in beside)


def take_parse(doc: Doc, level: Doc) -> None:
    """Give a Doc the tags, sentences and parse of its levelled one."""
    if level is not doc:
        doc.from_array(PARSED, cast(Any, level.to_array(PARSED)))
