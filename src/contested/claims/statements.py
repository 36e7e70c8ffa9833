"""Statements without quotation marks: what follows a line that ends with "X said:", or a title "Statement by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contested.claims.phrases import headline_end
from contested.claims.speaker_traits import kind_of
from contested.claims.statement_lines import FIRST_PERSON, statement_start
from contested.claims.tree import Tree
from contested.claims.voice_scope import Span, Voice
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
Statement = tuple[int, int, Span]


def statements_of(tree: Tree, spans: Sequence[Span]) -> list[Statement]:
    """Where statements begin and end, in code points, and whose they are."""
    found = [*titled(tree), *begun(tree, spans)]
    starts = [start for start, _ in found]
    stated = []
    for n, (start, span) in enumerate(found):
        over = OVER.search(tree.text, start)
        stop = min(over.start() if over else len(tree.text), *starts[n + 1 : n + 2], len(tree.text))
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
    start, stop = tree.token_at(told.start("who")), tree.token_at(told.end("who") - 1) + 1
    who, cue = tree.mention(start, stop), tree.token_at(told.start("cue"))
    kind, word = kind_of(tree, start, stop, None), tree.mention(cue, cue + 1)
    attribution = Attribution((who,), (word,), (), who.quote, kind)
    yield end, Span(attribution, cue, [], "tell", Voice(who.quote, kind, None, who, word, "tell"))
