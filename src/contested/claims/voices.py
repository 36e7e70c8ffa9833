"""Voices: which attributions carry what was said over to an event, and how far a voice goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.quotation import find_quotes, quote_of
from contested.claims.speech import speech
from contested.claims.tree import Tree
from contested.model.annotations import Attribution
from contested.model.mention import Mention
from contested.model.source import SourceKind

CITING = frozenset({"cit", "quot"})
FIRST_PERSON = frozenset({"we", "our", "us", "i", "my", "me", "ours"})
CLAUSAL = frozenset({"ccomp", "pcomp", "advcl", "ROOT", "parataxis", "conj", "acl", "relcl"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice over an event; ``manner`` is that of its cue."""

    name: str
    kind: SourceKind
    actor: str | None
    mention: Mention | None
    cue: Mention | None
    manner: str


@dataclass(slots=True)
class Span:
    """An attribution with its cue's token and its content in tokens."""

    attribution: Attribution
    cue: int
    content: list[tuple[int, int]]
    manner: str
    voice: Voice | None

    def size(self) -> int:
        """How many tokens the content has."""
        return sum(end - start for start, end in self.content)


@dataclass(slots=True)
class Voices:
    """A report's voices."""

    tree: Tree
    spans: list[Span]
    quotes: list[int]
    headline: int

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Voices:
        """The voices that attributions give to what they say."""
        spans = [span_of(tree, a) for a in attributions]
        inside = quote_of(find_quotes(tree), len(tree.words))
        end = tree.text.find("\n\n")
        return cls(tree, spans, inside, end if 0 < end <= 200 else 0)

    def over(self, start: int, end: int) -> list[Voice]:
        """The voices over the tokens of a trigger, outermost first."""
        covering = self.covering(start, end) or self.mirrored(start, end) or self.continued(start, end)
        chain: list[Voice] = []
        for span in covering:
            for voice in self.voices_of(span):
                if voice.name not in [v.name for v in chain]:
                    chain.append(voice)
                else:
                    chain.append(chain.pop([v.name for v in chain].index(voice.name)))
        return chain

    def covering(self, start: int, end: int) -> list[Span]:
        """The spans that tell what a trigger names, outermost first."""
        inside = [
            span
            for span in self.spans
            if not start <= span.cue < end
            and any(s <= start < e or s <= end - 1 < e for s, e in span.content)
            and self.carries(span, start, end)
        ]
        depth = {id(s): sum(o is not s and any(b <= s.cue < e for b, e in o.content) for o in inside) for s in inside}
        return sorted(inside, key=lambda s: (depth[id(s)], -s.size()))

    def carries(self, span: Span, start: int, end: int) -> bool:
        """Whether the cue makes its speaker a voice of the content, not only a feeling about it."""
        if span.voice is None and span.manner != "cite":
            return False
        if span.manner in ("tell", "doubt", "prep", "cite"):
            return True
        tree, cue = self.tree, span.cue
        if span.manner == "none":
            return False
        head = span.content[0][0]
        for s, e in span.content:
            head = next((k for k in range(s, e) if tree.heads[k] == k or not s <= tree.heads[k] < e), head)
        clausal = tree.deps[head] in ("ccomp", "pcomp", "ROOT") or tree.heads[cue] == head
        if span.manner == "deny":
            return True
        if span.manner == "blame":
            return tree.deps[head] in ("pcomp", "pobj", "ccomp")
        return clausal and tree.deps[head] != "xcomp"

    def voices_of(self, span: Span) -> list[Voice]:
        """The voice of a span, and the one it cites."""
        return [span.voice] if span.voice is not None else []

    def mirrored(self, start: int, end: int) -> list[Span]:
        """The headline's voices, for its copy at the head of the body."""
        tree = self.tree
        if not self.headline or tree.starts[start] < self.headline:
            return []
        title = tree.text[: self.headline].strip(" .")
        again = tree.text.find(title, self.headline)
        if again < 0 or not again <= tree.starts[start] < again + len(title):
            return []
        there = tree.token_at(tree.starts[start] - again)
        return self.covering(there, there + end - start)

    def continued(self, start: int, end: int) -> list[Span]:
        """The speaker of the sentence before, where the quotation or the first person goes on."""
        tree = self.tree
        first, last = tree.first[start], tree.last[start]
        if any(first <= s.cue < last and s.voice is not None and s.manner in ("tell", "prep") for s in self.spans):
            return []
        quoted = self.quotes[start] >= 0
        if not quoted and not FIRST_PERSON & set(tree.lower[first:last]):
            return []
        before = [s for s in self.spans if s.cue < first and s.voice is not None and s.manner in ("tell", "prep", "doubt")]
        if not before or first - before[-1].cue > 120:
            return []
        return [before[-1]]


def span_of(tree: Tree, attribution: Attribution) -> Span:
    """An attribution in tokens."""
    anchor = (attribution.cue or attribution.source)[0]
    cue, manner = manner_at(tree, anchor)
    content = [(tree.token_at(c.start), tree.token_at(max(c.start, c.end - 1)) + 1) for c in attribution.content]
    voice = None
    if attribution.name is not None and attribution.source:
        mention = attribution.cue[0] if attribution.cue else None
        voice = Voice(
            attribution.name, attribution.kind, attribution.actor, attribution.source[0], mention, manner
        )
    return Span(attribution, cue, content, manner if attribution.cue else "tell", voice)


def manner_at(tree: Tree, cue: Mention) -> tuple[int, str]:
    """The token of a cue's telling word, and its manner ("prep" for "according to" and a colon)."""
    words = speech()
    start, end = tree.token_at(cue.start), tree.token_at(max(cue.start, cue.end - 1)) + 1
    for k in range(start, end):
        low = tree.lower[k]
        if low in ("according", "per", ":"):
            return k, "prep"
        manner = words.verb(low) if tree.tags[k][0] == "V" else words.noun(low)
        manner = manner or words.adverbs.get(low) or words.adjectives.get(low)
        if manner is not None:
            return k, manner
    return start, "none"
