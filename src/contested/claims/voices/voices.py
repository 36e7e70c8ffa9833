"""Voices: which attributions carry what was said over to an event, and how far a voice goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.tokens import Doc

from contested.claims.voices.count_givers import thing_counted
from contested.claims.voices.footage import is_footage
from contested.claims.voices.own_acts import is_own_act
from contested.claims.voices.records import is_record, is_written
from contested.claims.voices.speaker_bounds import head_of, speaks
from contested.claims.voices.statements import Statement, statements_of
from contested.claims.voices.voice_ends import finite
from contested.claims.voices.voice_scope import SPOKEN, Span, bounded, is_teller, span_of
from contested.claims.words.charges import denies, is_charge, is_matter, told_aside
from contested.claims.words.phrases import headline_end
from contested.claims.words.quotation import find_quotes, quote_of
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.claims.words.untold import is_untold, unmentioned
from contested.model.annotations import Attribution

VOICES = "contested.voices"
SEEING = frozenset({"media", "witness", "monitor", "local"})
BLAMING, THINKING, SHARED = frozenset({"pcomp", "ccomp"}), frozenset({"ccomp"}), frozenset({"ccomp", "acl"})
AIRING = frozenset({"air", "broadcast"})
FINDING = frozenset({"find", "hear"})
SOURCES = frozenset({"source", "sources"})  # behind a colon they tell, before it they are listed
LABEL = 3  # tokens of a country's name before a colon
CONFIRMING = frozenset({"confirm", "verify"})
BARE, DECLARING = frozenset({"claim", "comment"}), frozenset({"declar", "accept", "correct"})
CHARGING = frozenset({"accus", "blam", "charg", "suspect"})
FIRST_PERSON = frozenset({"We", "we", "Our", "our", "us", "I", "My", "my", "me", "ours"})


@dataclass(slots=True)
class Voices:
    """A report's voices; ``over`` are the spans, by number, that tell a token."""

    tree: Tree
    spans: list[Span]
    quotes: list[int]
    headline: int
    statements: list[Statement] = field(default_factory=list)
    asked: dict[tuple[int, int], list[Span]] = field(default_factory=dict)
    over: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.over = defaultdict(list)
        for n, span in enumerate(self.spans):
            for token in (k for start, end in (*span.content, *self.counted(span)) for k in range(start, end)):
                self.over[token].append(n)

    def counted(self, span: Span) -> list[tuple[int, int]]:
        """The words of a toll that somebody gives, which he tells, too: "according to a toll from the ministry"."""
        if span.manner != "prep" or not span.attribution.source:
            return []
        start, end = self.tree.interval(span.attribution.source[0])
        head = head_of(self.tree, start, end)
        given = self.tree.lower[head] in speech().counts and span.voice is not None
        return [(head, head + 1)] if given else []

    @classmethod
    def of(cls, tree: Tree, attributions: Sequence[Attribution]) -> Voices:
        """The voices that attributions give to what they say."""
        spans = bounded(tree, [span_of(tree, a) for a in attributions])
        inside = quote_of(find_quotes(tree), len(tree.words))
        return cls(tree, spans, inside, headline_end(tree.text), statements_of(tree, spans))

    def ruled(self, start: int, end: int) -> list[Span]:
        """The spans that the rules find over the tokens of a trigger, outermost first."""
        known = self.asked.get((start, end))
        if known is None:
            known = []
            if not self.dates(start, end) and not unmentioned(self.tree, self.tree.head_of(start, end)):
                known = self.mirrored(start, end) or self.covering(start, end) or self.continued(start, end)
            self.asked[start, end] = known
        return known

    def covering(self, start: int, end: int) -> list[Span]:
        """The spans that tell what a trigger names, outermost first."""
        inside = [
            span
            for span in (self.spans[n] for n in sorted({*self.over[start], *self.over[end - 1]}))
            if not start <= span.cue < end
            and not is_own_act(self.tree, span.cue, start, end)
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

    def dates(self, start: int, end: int) -> bool:
        """Whether a war or its beginning only dates what is told, as the author knows: "since the conflict began"."""
        tree, k = self.tree, start
        if speech().era.isdisjoint(tree.lower[start:end]):
            return False
        for _ in range(6):
            if tree.lower[k] == "since" or any(
                tree.lower[j] == "since" and tree.deps[j] in ("mark", "prep") for j in tree.kids[k] if j < start
            ):
                return True
            if tree.heads[k] == k or tree.deps[k] == "ccomp" or tree.lower[k] == "in":
                return False
            k = tree.heads[k]
        return False

    def carries(self, span: Span, start: int, end: int) -> bool:
        """Whether the cue makes its speaker a voice of the content, not only a feeling about it."""
        voice, cue = span.voice, span.cue
        if voice is None or not speaks(voice.name) or self.describes(cue):
            return False
        if is_untold(self.tree, cue, span.manner, voice.mention) or self.charges(span, start, end):
            return False
        if span.manner == "prep":
            return self.labelled(span, start)
        if span.manner in ("tell", "doubt"):
            return self.tells_event(span, start)
        if span.manner == "perceive":
            written = is_written(self.tree, span)  # "records show that nine died"
            finds = speech().stem(self.tree.lower[span.cue]) in FINDING
            if (finds or written) and self.clausal(span.cue, start, THINKING):
                return True
            return voice.kind in SEEING and not is_record(self.tree, span)
        if span.manner in ("blame", "think", "pledge"):
            ways = BLAMING if span.manner == "blame" else THINKING
            if span.manner == "think" and self.tree.tags[cue][:2] == "NN":
                ways = SHARED  # "expressed concern that the army had shelled the town"
            return self.clausal(cue, start, ways)
        return span.manner == "deny" and not told_aside(self.tree, cue, self.tree.head_of(start, end))

    def charges(self, span: Span, start: int, end: int) -> bool:
        """Whether the trigger is a charge that the speaker denies, or what a denied report is on: the author's word."""
        tree, cue, head = self.tree, span.cue, self.tree.head_of(start, end)
        if span.manner != "deny":
            return False
        return (is_charge(tree, head) and denies(tree, cue, head)) or is_matter(tree, cue, head)

    def describes(self, cue: int) -> bool:
        """Whether a participle only describes a noun ("the declared goals")."""
        return self.tree.deps[cue] == "amod" and self.tree.tags[cue] in ("VBN", "VBG")

    def labelled(self, span: Span, trigger: int) -> bool:
        """Whether a colon's label names who tells the trigger; "according to" always does."""
        words = span.voice.name.lower().split() if span.voice is not None else []
        if self.tree.lower[span.cue] != ":":
            return True
        if self.is_topic(span) or self.is_tag(span):
            return False
        before = (
            span.voice is not None
            and span.voice.mention is not None
            and span.voice.mention.start < self.tree.starts[span.cue]
        )
        if SOURCES & set(words) and (not before or len(words) > 1):
            return True
        if not before or any(word in speech().roles for word in words):
            return not speech().labels & set(words)
        within = span.cue < trigger < self.tree.last[min(span.cue + 1, len(self.quotes) - 1)]
        known = within and span.voice is not None and (span.voice.actor is not None or is_teller(span, self.spans))
        return known or self.quotes[min(span.cue + 1, len(self.quotes) - 1)] >= 0

    def is_tag(self, span: Span) -> bool:
        """Whether what stands before a colon is a tag: "#Norland: shells hit a camp"."""
        mention = span.voice.mention if span.voice is not None else None
        return mention is not None and "#" in self.tree.text[max(0, mention.start - 1) : mention.start + 1]

    def is_topic(self, span: Span) -> bool:
        """Whether a country before a headline's colon only says where: "Norland: jets bomb market, monitor says"."""
        tree = self.tree
        if span.voice is None or span.voice.actor is None or tree.starts[span.cue] >= self.headline:
            return False
        words = span.voice.name.lower().split()
        alone = span.cue - tree.first[span.cue] <= LABEL and speech().roles.keys().isdisjoint(words)
        return alone and any(
            other is not span and other.voice is not None and span.cue < other.cue < tree.last[other.cue]
            and tree.starts[other.cue] < self.headline and other.manner in SPOKEN
            for other in self.spans
        )  # fmt: skip

    def tells_event(self, span: Span, trigger: int) -> bool:
        """Whether a telling verb carries the trigger: in a clause, a quotation, or as the event it names."""
        tree, cue = self.tree, span.cue
        if tree.tags[cue][0] != "V" or trigger < cue or self.quotes[trigger] >= 0:
            return True
        if any(tree.lower[k] in speech().untold for k in tree.kids[cue]) and tree.lower[cue][:6] != "report":
            return False  # "claimed responsibility"
        if thing_counted(tree, cue) is not None or is_footage(tree, cue):
            return True
        stem = speech().stem(tree.lower[cue])
        if stem in CONFIRMING and tree.child(cue, "neg") is not None:
            return False  # "could not confirm the raids"
        if stem in BARE and trigger > cue and tree.child(cue, "ccomp", "xcomp", "dobj") is None:
            return False  # "33 men claimed in the fighting", "commented on the raid"
        if stem in DECLARING and trigger > cue and tree.child(cue, "ccomp", "xcomp") is None:
            return False  # "declared a caliphate in the land that it holds"
        if stem in AIRING and span.voice is not None and span.voice.kind == "media":
            return True  # "state television aired footage of the ruins"
        told = any(finite(tree, s, e) for s, e in span.content if s <= trigger < e) and not self.besides(cue, trigger)
        return told or stem not in speech().clause_only

    def besides(self, cue: int, trigger: int) -> bool:
        """Whether a trigger only tells when or why somebody spoke: "vowed to respond after rebels fired"."""
        path = [trigger, *self.tree.ancestors(trigger)]
        return cue in path[1:] and self.tree.deps[path[path.index(cue) - 1]] in ("advcl", "prep")

    def clausal(self, cue: int, trigger: int, deps: frozenset[str]) -> bool:
        """Whether the way from the trigger up to the cue ends with one of these relations, "of" or "for" with blame."""
        tree, k = self.tree, trigger
        path = []
        while tree.heads[k] != k and k != cue:
            path.append(k)
            k = tree.heads[k]
        if k != cue or not path:
            return True
        if deps is BLAMING and tree.deps[path[-1]] == "prep" and tree.lower[path[-1]] in ("of", "for", "including"):
            return True
        if deps is BLAMING and speech().stem(tree.lower[cue]) in CHARGING and tree.lower[path[-2:][0]] in ("of", "for"):
            return True  # "accused the army of a raid"
        return any(tree.deps[k] in deps for k in path[-3 if deps is BLAMING else -1 :])

    def quoting(self, start: int) -> list[Span]:
        """The voice that another sentence of the same quotation names."""
        inside = self.quotes[start]
        found = [
            s
            for s in self.spans
            if s.voice is not None
            and s.manner in ("tell", "doubt")
            and any(self.quotes[b] == inside or self.quotes[e - 1] == inside for b, e in s.content)
        ]
        return found[-1:]

    def merely_named(self, start: int) -> bool:
        """Whether the quotation only gives a word or two inside a sentence of the author's ("the so-called X")."""
        tree, inside = self.tree, self.quotes[start]
        first, last = tree.first[start], tree.last[start]
        within = [k for k in range(first, last) if self.quotes[k] == inside]
        return within[0] > first + 1 and not finite(tree, within[0], within[-1] + 1)

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
        quoted = self.quotes[start] >= 0
        stated = [span for low, high, span in self.statements if low <= tree.starts[start] < high]
        if not quoted and not stated and FIRST_PERSON.isdisjoint(tree.words[first:last]):
            return []
        if any(first <= s.cue < last and s.voice is not None and s.manner in ("tell", "prep") for s in self.spans):
            return []
        if quoted and self.merely_named(start):
            return []
        if quoted and (within := self.quoting(start)):
            return within
        if stated and not quoted:
            return stated[-1:]
        just = tree.first[max(0, first - 1)]  # "X called for help. We appeal to all of you"
        before = [
            s
            for s in self.spans
            if s.cue < first
            and s.voice is not None
            and (
                s.manner in (("tell", "prep", "doubt") if quoted else ("tell", "doubt"))
                or (s.cue >= just and s.manner in ("pledge", "blame", "deny"))
            )
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
