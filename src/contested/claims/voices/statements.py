"""Statements without quotation marks: what follows a line that ends with "X said:", or a title "Statement by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contested.claims.voices.speaker_traits import kind_of
from contested.claims.voices.statement_lines import FIRST_PERSON, HEARD, statement_start
from contested.claims.voices.voice_scope import Span, Voice
from contested.claims.words.phrases import headline_end
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import Attribution

OVER = re.compile(
    r"\n\s*(?:Further information|Notes? to editors|Media enquiries|Contact|ENDS|Background|Follow)\b", re.I
)
MATTER = r"(?= (?:on|about|regarding|concerning|following|after|ahead|at|to|in|the)\b| [–—-]|[,:]|\Z)"
ISSUED = r"(?P<cue>[Ss]tatement|[Rr]emarks|[Dd]eclaration|[Mm]essage|[Aa]ddress|[Ss]peech)"
TITLES = (
    re.compile(rf"\b{ISSUED} (?:by|from|of) (?:the )?(?P<who>[A-Z].{{2,90}}?){MATTER}"),
    re.compile(
        rf"(?:\A|: )(?P<who>[A-Z][^:]{{2,60}}?)(?:['’]s)? (?:[Pp]ress )?{ISSUED}(?= (?:on|about|regarding)\b|:)"
    ),
)
# A line that only names who speaks on below it, "Anna Marlow, spokeswoman:"; and one that gives another the word.
SPEAKS_ON = re.compile(r"(?:\A|\n)[ \t]*(?P<who>[A-Z][^.!?:;\n]{2,90})(?P<cue>:)[ \t]*\n+(?=[A-Z])")
TURN = re.compile(r"\n[ \t]*[A-Z][^.!?:;\n]{0,60}:[ \t]+[A-Z]")
Statement = tuple[int, int, Span]


def statements_of(tree: Tree, spans: Sequence[Span]) -> list[Statement]:
    """Where statements begin and end, in code points, and whose they are."""
    found = sorted([*titled(tree), *begun(tree, spans), *lines(tree)], key=lambda one: one[0])
    starts = [start for start, _ in found]
    stated = []
    for n, (start, span) in enumerate(found):
        over = OVER.search(tree.text, start)
        turn = TURN.search(tree.text, start)
        ends = [end.start() for end in (over, turn) if end is not None]
        stop = min(*ends, *starts[n + 1 : n + 2], len(tree.text), len(tree.text))
        stated.append((start, stop, span))
    return stated


def begun(tree: Tree, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Where statements begin behind the voices that open them."""
    for span in spans:
        if span.voice is None or span.manner != "tell" or span.cue < 0:
            continue
        start = statement_start(tree.text, tree.starts[span.cue])
        if start is not None:
            yield start, span


def titled(tree: Tree) -> Iterator[tuple[int, Span]]:
    """The statement that a title names, where its text says "I" or "we"."""
    end = headline_end(tree.text)
    told = next((match for match in (title.search(tree.text, 0, end) for title in TITLES) if match), None)
    if told is None or FIRST_PERSON.search(tree.text, end) is None:
        return
    yield end, voiced(tree, told.start("who"), told.end("who"), told.start("cue"))


def lines(tree: Tree) -> Iterator[tuple[int, Span]]:
    """The statements below lines that only name a person by name and role."""
    for line in SPEAKS_ON.finditer(tree.text):
        name = line["who"].partition(",")[0]
        heard = FIRST_PERSON.search(tree.text, line.end(), line.end() + HEARD) is not None
        words = line["who"].lower().replace(",", " ").split()
        tells = any(speech().verb(word) or word == "speaking" for word in words)  # "Marlow said:" is read by its verb
        if heard and not tells and name != line["who"] and not speech().persons.isdisjoint(words):
            yield line.end(), voiced(tree, line.start("who"), line.start("who") + len(name), line.start("cue"))


def voiced(tree: Tree, start: int, stop: int, cue: int) -> Span:
    """The voice of whom the code points name, by the word at another."""
    first, last, word = tree.token_at(start), tree.token_at(stop - 1) + 1, tree.token_at(cue)
    who, said = tree.mention(first, last), tree.mention(word, word + 1)
    kind = kind_of(tree, first, last, None)
    attribution = Attribution((who,), (said,), (), who.quote, kind)
    return Span(attribution, word, [], "tell", Voice(who.quote, kind, None, who, said, "tell"))
