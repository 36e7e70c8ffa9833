"""What every question sees: the Doc, its report and mentions, and the events told in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from contested.model.annotations import Annotations, Attribution
from contested.model.claim import Effect
from contested.model.mention import Mention
from contested.model.report import Report


@dataclass(frozen=True, slots=True)
class Event:
    """One event told once: its code, the words that name it, and the tokens of other words that tell the same event."""

    code: str
    trigger: Span
    parts: tuple[int, ...] = ()
    head: Token = field(init=False, repr=False, compare=False)
    """The syntactic head of the trigger; kept, as the sentence is, since every question asks for it many times."""
    sentence: Span = field(init=False, repr=False, compare=False)
    """The sentence the trigger stands in."""

    def __post_init__(self) -> None:
        """Find the head and the sentence."""
        object.__setattr__(self, "head", self.trigger.root)
        object.__setattr__(self, "sentence", self.trigger.sent)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything known of one report before a question is asked."""

    doc: Doc
    report: Report
    annotations: Annotations
    attributions: Sequence[Attribution] = ()
    effects: Sequence[tuple[Effect, ...]] = ()  # one answer an event, once how_many has been asked
    spans: dict[tuple[int, int], Span | None] = field(default_factory=dict, repr=False, compare=False)
    """The spans of mentions, which many questions ask for again."""

    def span(self, mention: Mention) -> Span | None:
        """The tokens of a mention; None where it begins or ends within one."""
        key = mention.start, mention.end
        if key not in self.spans:
            self.spans[key] = self.doc.char_span(*key)
        return self.spans[key]


def mention_of(span: Span | Token) -> Mention:
    """The mention of a span or token, in code points of the report's text."""
    start = span.start_char if isinstance(span, Span) else span.idx
    quote = span.text
    return Mention(start, start + len(quote), quote)
