"""Voices: which attributions carry what was said over to an event, and how far a voice goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.tokens import Doc

from contested.claims.phrases import DAYS, headline_end
from contested.claims.quotation import find_quotes, quote_of
from contested.claims.speech import speech
from contested.claims.tree import Tree, tree_of
from contested.model.annotations import Attribution
from contested.model.mention import Mention
from contested.model.source import SourceKind

VOICES = "contested.voices"
SEEING = frozenset({"media", "witness", "monitor", "local"})
SPEECHLESS = frozenset({"which", "that", "who", "what", "this", "there"})
BLAMING, THINKING = frozenset({"pcomp", "ccomp"}), frozenset({"ccomp"})
FIRST_PERSON = frozenset({"We", "we", "Our", "our", "us", "I", "My", "my", "me", "ours"})


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
    asked: dict[tuple[int, int], list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Voices:
        """The voices that attributions give to what they say."""
        spans = bounded(tree, [span_of(tree, a) for a in attributions])
        inside = quote_of(find_quotes(tree), len(tree.words))
        return cls(tree, spans, inside, headline_end(tree.text))

    def ruled(self, start: int, end: int) -> list[Span]:
        """The spans that the rules find over the tokens of a trigger, outermost first."""
        known = self.asked.get((start, end))
        if known is None:
            known = self.mirrored(start, end) or self.covering(start, end) or self.continued(start, end)
            self.asked[start, end] = known
        return known

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
        return sorted(
            inside,
            key=lambda s: (
                depth[id(s)] - 1.5 * (s.voice is not None and s.voice.kind in ("media", "document")),
                -s.size(),
            ),
        )

    def carries(self, span: Span, start: int, end: int) -> bool:
        """Whether the cue makes its speaker a voice of the content, not only a feeling about it."""
        if span.voice is None or span.voice.name.lower() in SPEECHLESS:
            return False
        if span.manner == "prep":
            return self.labelled(span)
        if span.manner in ("tell", "doubt"):
            return self.tells_event(span, start)
        if span.manner == "perceive":
            return span.voice.kind in SEEING
        if span.manner == "deny":
            return True
        if span.manner in ("blame", "think", "pledge"):
            return self.clausal(span.cue, start, BLAMING if span.manner == "blame" else THINKING)
        return False

    def labelled(self, span: Span) -> bool:
        """Whether a colon's label names a speaker; "according to" always does."""
        if self.tree.lower[span.cue] != ":":
            return True
        words = span.voice.name.lower().split() if span.voice is not None else []
        before = (
            span.voice is not None
            and span.voice.mention is not None
            and span.voice.mention.start < self.tree.starts[span.cue]
        )
        if not before or any(word in speech().roles for word in words):
            return not speech().labels & set(words)
        return self.quotes[min(span.cue + 1, len(self.quotes) - 1)] >= 0

    def tells_event(self, span: Span, trigger: int) -> bool:
        """Whether a telling verb carries the trigger: in a clause, a quotation, or as the event it names."""
        tree, cue = self.tree, span.cue
        if tree.tags[cue][0] != "V" or trigger < cue or self.quotes[trigger] >= 0:
            return True
        if any(tree.lower[k] in speech().untold for k in tree.kids[cue]):
            return False
        stem = speech().stem(tree.lower[cue])
        return stem not in speech().clause_only or any(finite(tree, s, e) for s, e in span.content if s <= trigger < e)

    def clausal(self, cue: int, trigger: int, deps: frozenset[str]) -> bool:
        """Whether the way from the trigger up to the cue ends with one of these relations, "of" or "for" with blame."""
        tree, k = self.tree, trigger
        path = []
        while tree.heads[k] != k and k != cue:
            path.append(k)
            k = tree.heads[k]
        if k != cue:
            return True
        if deps is BLAMING and tree.deps[path[-1]] == "prep" and tree.lower[path[-1]] in ("of", "for"):
            return True
        return any(tree.deps[k] in deps for k in path[-3 if deps is BLAMING else -1 :])

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
        if not quoted and not FIRST_PERSON & set(tree.words[first:last]):
            return []
        before = [
            s for s in self.spans if s.cue < first and s.voice is not None and s.manner in ("tell", "prep", "doubt")
        ]
        if not before or first - before[-1].cue > 120:
            return []
        return [before[-1]]


def voices_of(doc: Doc, attributions: Sequence[Attribution]) -> Voices:
    """The Voices of a Doc; made once for the same attributions and kept with it."""
    known = cast("tuple[Sequence[Attribution], Voices] | None", doc.user_data.get(VOICES))
    if known is None or known[0] is not attributions:
        known = doc.user_data[VOICES] = attributions, Voices.of(tree_of(doc), attributions)
    return known[1]


def chain_of(spans: Sequence[Span]) -> list[Voice]:
    """The voices of spans, outermost first, each name once."""
    chain: list[Voice] = []
    for span in spans:
        if span.voice is not None:
            chain = [voice for voice in chain if voice.name != span.voice.name] + [span.voice]
    return chain


def span_of(tree: Tree, attribution: Attribution) -> Span:
    """An attribution in tokens."""
    anchor = (attribution.cue or attribution.source)[0]
    cue, manner = manner_at(tree, anchor)
    content = [(tree.token_at(c.start), tree.token_at(max(c.start, c.end - 1)) + 1) for c in attribution.content]
    voice = None
    if attribution.name is not None and attribution.source:
        mention = attribution.cue[0] if attribution.cue else None
        voice = Voice(attribution.name, attribution.kind, attribution.actor, attribution.source[0], mention, manner)
    if not attribution.cue:
        return Span(attribution, cue, content, "tell", voice)
    if manner == "tell" and voice is not None:
        content = scope(tree, cue, content, attribution)
    return Span(attribution, cue, content, manner, voice)


def scope(tree: Tree, cue: int, content: list[tuple[int, int]], attribution: Attribution) -> list[tuple[int, int]]:
    """What a word of telling carries where marks were lost: all after "X said", all before ", X said"."""
    source = tree.token_at(attribution.source[0].start)
    after = tree.token_at(attribution.cue[0].end - 1) + 1
    first, last = tree.first[cue], tree.last[cue]
    if source > cue:
        after = max(after, tree.token_at(attribution.source[0].end - 1) + 1)
    while after < last and (tree.lower[after] in DAYS or tree.words[after] in (",", "on")):
        after += 1
    low = min(source, cue)
    if tree.deps[cue] == "relcl" and tree.heads[cue] >= low:
        return content
    if tree.deps[cue] == "relcl" and tree.heads[cue] < low:
        return [*content, (tree.left[tree.heads[cue]], low)]
    behind = [(s, e) for s, e in content if s > cue and finite(tree, s, e)]
    clause = after < last and any(tree.deps[k] == "ccomp" and k > cue for k in tree.kids[cue])
    told = [*content, (after if clause else behind[0][0], last)] if behind or clause else content
    spoken = finite(tree, first, low) or low - first > 7
    postposed = speech().stem(tree.lower[cue]) in speech().postposed and tree.lower[low - 1] not in JOINING
    if clause or low - first < 4 or not spoken or source < first or not postposed:
        return told if behind or clause else run_on(tree, after, last, content)
    further = after < last - 1 and (tree.tags[after] == "VBG" or tree.lower[after] in ("with", "and", "but"))
    ahead = [c for c in told if c[0] < cue or behind]
    return [*ahead, (first, low), *([(after, last)] if further else [])]


def run_on(tree: Tree, after: int, last: int, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """An object told of, up to the end of its sentence or the next clause: "reported 26 raids across the province"."""
    if not content or not 0 <= content[0][0] - after <= 2:
        return content
    stop = next((k for k in range(after, last) if tree.lower[k] in ("while", "as", "but")), last)
    return [*content, (after, max(stop, after + 1))]


JOINING = frozenset("that and but because after while as when where which who if although though since before".split())


def finite(tree: Tree, start: int, end: int) -> bool:
    """Whether a finite verb stands in a token interval."""
    return any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, end))


def begins_clause(tree: Tree, cue: int, mention: Mention | None) -> bool:
    """Whether a cue with its own speaker begins a new clause: "…, but X denied …", "… while X said …"."""
    if mention is None:
        return False
    start = tree.token_at(mention.start)
    contrast = start > 0 and tree.lower[start - 1] in ("but", "while", "whereas")
    return contrast or (tree.deps[cue] == "conj" and speech().verb(tree.lower[cue]) == "tell")


def bounded(tree: Tree, spans: list[Span]) -> list[Span]:
    """The spans, each content that runs on ended where the next speaker of the sentence begins ("… and Y added …")."""
    starts = {}
    for span in spans:
        mention = span.voice.mention if span.voice is not None else None
        joined = span.manner in ("tell", "deny", "doubt", "blame") and begins_clause(tree, span.cue, mention)
        if joined and mention is not None and 0 <= span.cue - tree.token_at(mention.end) <= 3:
            starts[span.cue] = tree.token_at(mention.start)
    for span in spans:
        cuts = [
            at
            for cue, at in starts.items()
            if cue > span.cue and tree.first[cue] == tree.first[span.cue] and at > span.cue
        ]
        if cuts:
            cut = min(cuts)
            span.content = [
                (s, min(e, cut) if s > span.cue else e) for s, e in span.content if s < cut or s <= span.cue
            ]
    return spans


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
