"""What a page carries beside its news (pleas, credits, captions, links): marked, never cut; it makes no claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from contested.model.errors import PackError
from contested.model.mention import Mention
from contested.model.report import Boilerplate, BoilerplateKind
from contested.read.lexicon import load_lexicon

Scope = Literal["paragraph", "sentence", "span", "head", "end", "tail"]
Span = tuple[int, int, BoilerplateKind]
PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\"”’)]?(?=\s|$)|\n")
PARAGRAPH_LIMIT = 1500
END_ZONE, HEAD_ZONE, CAPTION_ZONE = 400, 300, 500
BYLINE: BoilerplateKind = "byline"
CREDIT = re.compile(
    r"\((?:(?P<photo>[A-Za-z/ .-]{0,30}[Pp]hotos?(?: by [\w .-]{3,40}|[ /:-]+[A-Z]\w+)?)"
    r"|[A-Z][\w ]{1,20} and [Aa]gencies|(?:AFP|AP|REUTERS|Reuters|EPA|Getty)(?:/[\w -]{2,30})?)\)(?=\s+[A-Z\"“]|\s*$)"
)
DATED_CREDIT = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2},? (?:19|20)\d\d\.?\s?"
    r"(?:(?:REUTERS|AFP|AP|EPA)/(?:Stringer|Handout|File|[A-Z][\w'’-]+ (?:al-)?[A-Z][\w'’-]+)"
    r"|\((?:[A-Z][\w ]{1,20} and [Aa]gencies|AFP|AP|REUTERS|Reuters|EPA|Getty)(?:[/ ][\w -]{2,30})?\))"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and where it may match."""

    kind: BoilerplateKind
    scope: Scope
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()
    reach: int = 300


@cache
def rules() -> dict[Scope, tuple[Rule, ...]]:
    """The rules of ``lexicon/boilerplate.toml`` by scope; raises PackError for a rule that cannot be."""
    made = [read_rule(entry) for entry in load_lexicon("boilerplate")["rule"]]
    return {scope: tuple(rule for rule in made if rule.scope == scope) for scope in get_args(Scope)}


def read_rule(entry: dict[str, object]) -> Rule:
    """The rule of one table."""
    kind, scope, pattern = entry["kind"], entry["scope"], str(entry["pattern"])
    if kind not in get_args(BoilerplateKind) or scope not in get_args(Scope):
        raise PackError(
            "read/lexicon/boilerplate.toml", f"no such kind or scope: {kind}, {scope}", "see its first lines"
        )
    agencies = "|".join(re.escape(name) for name in load_lexicon("agencies")["agencies"])
    pattern = pattern.replace("{AGENCY}", f"(?:{agencies})")
    if scope == "end":
        pattern = rf"(?:{pattern})\s*\Z"
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    try:
        compiled = re.compile(pattern, flags)
    except re.error as error:
        raise PackError("read/lexicon/boilerplate.toml", f"{error} in {pattern[:60]}", "repair the pattern") from error
    needs, reach = entry.get("needs", ()), entry.get("reach", 300)
    return Rule(kind, scope, compiled, tuple(needs), int(str(reach)))  # type: ignore[arg-type]


def find_boilerplate(text: str, body: int, head: int, names: Iterable[str] = ()) -> tuple[Boilerplate, ...]:
    """The stretches of ``text[body:]`` that report nothing, in order, none overlapping another.

    ``head`` is where the words after headline and dateline begin; ``names`` (author, publisher) peel off the end.
    """
    lowered = text.lower()
    live = {scope: [r for r in group if fits(r, lowered)] for scope, group in rules().items()}
    spans: list[Span] = [*paragraphs(text, body, live["paragraph"])]
    spans += tails(text, head, live["tail"])
    peel_end(text, head, live["end"], spans, tuple(names))
    peel_head(text, head, live["head"], spans, tuple(names))
    spans += [s for rule in live["sentence"] for s in sentences(text, head, rule)]
    spans += [(m.start(), m.end(), rule.kind) for rule in live["span"] for m in rule.pattern.finditer(text, body)]
    spans += captions(text, head)
    return tuple(Boilerplate(kind, Mention.of(text, start, stop)) for start, stop, kind in untangle(text, spans))


def fits(rule: Rule, lowered: str) -> bool:
    """Whether one of the words that the rule needs occurs."""
    return not rule.needs or any(word in lowered for word in rule.needs)


def paragraphs(text: str, body: int, group: list[Rule]) -> Iterator[Span]:
    """Whole paragraphs; never the only one, for then it is the news itself."""
    found = list(PARAGRAPH.finditer(text, body))
    if len(found) < 2:
        return
    for paragraph in found:
        start = paragraph.start() + len(paragraph.group()) - len(paragraph.group().lstrip())
        if paragraph.end() - start > PARAGRAPH_LIMIT:
            continue
        for rule in group:
            if rule.pattern.match(text, start, paragraph.end()):
                yield start, paragraph.end(), rule.kind
                break


def peel_end(text: str, head: int, group: list[Rule], spans: list[Span], names: tuple[str, ...]) -> None:
    """Peel credits and buttons off the end, adding them to ``spans``."""
    end = len(text)
    while True:
        end = stripped(text, head, end, spans)
        start = max(head, end - END_ZONE)
        hit = next(((m, r.kind) for r in group if (m := r.pattern.search(text, start, end)) and m.start() > head), None)
        if hit is None:
            name = next((n for n in names if n and text.endswith(n, head, end) and closes(text, end - len(n))), None)
            if name is None:
                return
            spans.append((end - len(name), end, "byline"))
            end -= len(name)
            continue
        spans.append((hit[0].start(), end, hit[1]))
        end = hit[0].start()


def closes(text: str, at: int) -> bool:
    """Whether a sentence ends right before ``at``."""
    return text[:at].rstrip()[-1:] in (".", "!", "?", '"', "”", ")")


def stripped(text: str, head: int, end: int, spans: list[Span]) -> int:
    """``end`` before white space and before paragraphs that are marked already."""
    while True:
        kept = head + len(text[head:end].rstrip())
        marked = next((start for start, stop, _ in spans if stop >= kept > start), None)
        if marked is None:
            return kept
        end = marked


def peel_head(text: str, head: int, group: list[Rule], spans: list[Span], names: tuple[str, ...]) -> None:
    """Peel buttons, counters and the byline off the beginning, adding them to ``spans``."""
    at = head
    while True:
        while at < len(text) and text[at] in " \t\n":
            at += 1
        hit = next(((m, r.kind) for r in group if (m := r.pattern.match(text, at)) and m.end() > at), None)
        name = next((n for n in names if n and text.startswith(f"by {n}", at)), None)
        if hit is None and name is None:
            return
        end, kind = (hit[0].end(), hit[1]) if hit else (at + len(f"by {name}"), BYLINE)
        spans.append((at, end, kind))
        at = end


def tails(text: str, head: int, group: list[Rule]) -> Iterator[Span]:
    """From a marker near the end to the end."""
    end = len(text.rstrip())
    for rule in group:
        found = rule.pattern.search(text, max(head, end - rule.reach), end)
        if found:
            yield found.start(), end, rule.kind


def sentences(text: str, head: int, rule: Rule) -> Iterator[Span]:
    """The sentences around the matches of a rule."""
    for found in rule.pattern.finditer(text, head):
        start = head
        for stop in SENTENCE_END.finditer(text, max(head, found.start() - 600), found.start()):
            start = stop.end()
        after = SENTENCE_END.search(text, found.end())
        yield start, (after.end() if after else len(text)), rule.kind


def captions(text: str, head: int) -> Iterator[Span]:
    """Captions: the sentence before a credit in the head of the body ("… on July 1. (AFP Photo)"), or before a full
    date and a credit anywhere ("… in Norwick July 1 2016. REUTERS/Anna Marlow").
    """
    for credit in CREDIT.finditer(text, head, head + CAPTION_ZONE):
        start = sentence_start(text, head, credit.start())
        if credit["photo"] or picture_verbs().search(text, start, credit.start()):
            yield start, credit.end(), "caption"
    for dated in DATED_CREDIT.finditer(text, head):
        yield sentence_start(text, head, dated.start()), dated.end(), "caption"


def sentence_start(text: str, head: int, end: int) -> int:
    """Where the last sentence before ``end`` begins that has words."""
    start = head
    for stop in SENTENCE_END.finditer(text, head, end):
        if text[stop.end() : end].strip():
            start = stop.end()
    return start


@cache
def picture_verbs() -> re.Pattern[str]:
    """A verb that tells what a picture shows."""
    return re.compile(rf"\b(?:{'|'.join(load_lexicon('boilerplate')['picture_verbs'])})\b")


def untangle(text: str, spans: list[Span]) -> Iterator[Span]:
    """The spans in order, trimmed of white space, each beginning after the one before it."""
    reached = 0
    for start, end, kind in sorted(spans, key=lambda s: (s[0], -s[1])):
        first, last = max(start, reached), end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last, kind
            reached = last
