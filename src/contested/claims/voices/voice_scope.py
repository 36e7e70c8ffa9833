"""How far a voice reaches: each attribution in tokens, with the text that its cue carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.voices.around_sources import around_source, is_told
from contested.claims.voices.citing import cited_content, own_words
from contested.claims.voices.closing_tails import ranks
from contested.claims.voices.count_givers import thing_counted
from contested.claims.voices.footage import is_footage
from contested.claims.voices.fronted import fronted_until
from contested.claims.voices.voice_ends import commented, finite, seen_until, sets_apart, speaks_behind, told_again
from contested.claims.words.phrases import DAYS, FURTHER, headline_end, noun_before
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import Attribution
from contested.model.mention import Mention
from contested.model.source import SourceKind

SPOKEN = frozenset({"tell", "doubt", "pledge", "deny", "blame"})


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


def is_teller(span: Span, others: Sequence[Span]) -> bool:
    """Whether who stands before a colon tells elsewhere in the text by a verb, in full or by the same name."""
    name = span.voice.name.lower() if span.voice is not None else ""
    tells = (
        other.voice.name.lower()
        for other in others
        if other.voice is not None
        and other.manner in SPOKEN
        and other.cue != span.cue
        and other.attribution.cue[0].quote != ":"
    )
    return name != "" and any(full == name or full.endswith(" " + name) for full in tells)


def span_of(tree: Tree, attribution: Attribution) -> Span:
    """An attribution in tokens."""
    anchor = (attribution.cue or attribution.source)[0]
    cue, manner = manner_at(tree, anchor)
    content = [tree.interval(c) for c in attribution.content]
    voice, finitely = None, tree.tags[cue] in TOLD
    if attribution.name is not None and attribution.source and not (manner == "prep" and own_words(tree, attribution)):
        mention = attribution.cue[0] if attribution.cue else None
        voice = Voice(attribution.name, attribution.kind, attribution.actor, attribution.source[0], mention, manner)
    if not attribution.cue or is_gapped(tree, attribution) or is_footage(tree, cue):
        return Span(attribution, cue, content, "tell", voice)
    if voice is not None and (cited := cited_content(tree, cue, attribution)):
        content = cited
    elif voice is not None and tree.lower[cue] in AIRED:
        content = [(cue + 1, tree.last[cue])]
    elif voice is not None and manner == "perceive" and finitely and voice.kind in SEEING:
        content = [*content, (cue + 1, seen_until(tree, cue))]
    elif voice is not None and (manner, finitely) in TELLING and thing_counted(tree, cue) is None:
        stop = commented(tree, cue + 1)
        told = [(cue + 1, stop)] if is_cited(tree, cue) else scope(tree, cue, content, attribution)
        content = [(s, min(e, stop)) for s, e in told if s < stop]
    elif voice is not None and manner in ("pledge", "think", "blame") and is_beside(tree, cue, attribution):
        content = [(max(s, cue + 1), e) for s, e in content if e > cue + 1]  # "A advances as B warns of war"
    elif manner == "prep" and tree.lower[cue] == "according" and voice is not None:
        content = around_source(tree, cue, content, attribution)
    elif voice is not None and manner == "blame":
        stop = commented(tree, cue + 1)
        content = [(s, min(e, stop)) for s, e in content if s < stop]
    if tree.tags[cue][0] == "V" and (stop := fronted_until(tree, cue)) < tree.last[cue]:
        content = [(s, min(e, stop) if s > cue else e) for s, e in content if s < stop or s >= tree.last[cue]]
    return Span(attribution, cue, content, manner, voice)


def is_cited(tree: Tree, cue: int) -> bool:
    """Whether only what follows is told: "A said nine died, but B cited C as saying ten did"."""
    return tree.tags[cue] == "VBG" and tree.lower[cue - 1] == "as" and finite(tree, cue + 1, tree.last[cue])


def is_gapped(tree: Tree, attribution: Attribution) -> bool:
    """Whether a speaker gives a number alone, with or without a word of saying between them: "another said seven"."""
    if not attribution.content or len(attribution.content) > 1:
        return False
    start, end = tree.interval(attribution.content[0])
    return end - start <= 3 and all(tree.tags[k] in ("CD", "TO", "IN", "HYPH") for k in range(start, end))


def is_beside(tree: Tree, cue: int, attribution: Attribution) -> bool:
    """Whether a speaker and what is said only stand beside another clause: "… as B warns of war"."""
    first = tree.token_at(attribution.source[0].start)
    return tree.first[cue] < first < cue and tree.lower[first - 1] in BESIDE and not ends_sentence(tree, cue)


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
    if source > cue and after < last and tree.lower[after] in FURTHER and low - first >= 4:
        return [(first, low)]
    if embedded(tree, cue, source, after):
        led = tree.lower[low - 1] in ("which", "that", "who")
        above = tree.heads[cue] if led and tree.deps[cue] == "relcl" else low
        thing = (tree.left[above], low) if above < low else noun_before(tree, low - led)
        comma = next((k for k in range(after, last) if tree.words[k] == ","), last) if led else last
        return [(thing[0], low), (after, comma)] if thing is not None else [(after, comma)]
    if tree.deps[cue] == "relcl" and tree.heads[cue] >= low:
        return content
    if tree.deps[cue] == "relcl" and tree.heads[cue] < low:
        return [*content, (tree.left[tree.heads[cue]], low)]
    behind = [(s, e) for s, e in content if s > cue and finite(tree, s, e)]
    clause = after < last and any(tree.deps[k] == "ccomp" and k > cue for k in tree.kids[cue])
    told = [*content, (after if clause else behind[0][0], last)] if behind or clause else content
    spoken = finite(tree, first, low) or low - first > 7
    dated = tree.lower[after - 1] in DAYS
    anew = source < cue and dated and told_again(tree, after)
    postposed = speech().stem(tree.lower[cue]) in speech().postposed and tree.lower[low - 1] not in JOINING
    anew = anew or (postposed and tree.words[after : after + 1] != [] and tree.words[after] in STARTS)
    anew = anew or (postposed and finite(tree, first, low) and source < cue and sets_apart(tree, after))
    if spoken and low - first >= 4 and anew:
        return [(first, low)]  # what follows lost the mark between two sentences
    lone = not spoken and not behind and not clause and tree.tags[cue] in TOLD and finite(tree, after, last)
    if lone or is_beside(tree, cue, attribution):  # "told a photographer the clinic had counted nine"
        return [(after, last)]
    if clause or low - first < 4 or not spoken or source < first or not postposed:
        return told if behind or clause else run_on(tree, after, last, content)
    goes_on = after < last - 1 and tree.words[after][0].islower() and tree.tags[after] in GOING_ON
    ranked = after < last - 2 and tree.lower[after] == "in" and ranks(tree, after + 2)
    further = goes_on or ranked or (after < last - 1 and tree.lower[after] in ("with", "and", "but"))
    ahead = [c for c in told if c[0] < cue or behind]
    return [*ahead, (first, low), *([(after, last)] if further else [])]


def embedded(tree: Tree, cue: int, source: int, after: int) -> bool:
    """Whether "X says" stands between a noun and its verb: "the attack which the office says killed two"."""
    follows = tree.tags[after] if after < tree.last[cue] else ""
    if tree.words[source - 1] == "," and tree.lower[source - 2] in ADDING:
        return False  # "fired twice and, residents said, fled"
    return source < cue and follows in ("VBD", "VBZ", "VBP", "MD") and tree.tags[cue] in ("VBD", "VBZ", "VBP")


def run_on(tree: Tree, after: int, last: int, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """An object told of, up to the end of its sentence or the next clause: "reported 26 raids across the province"."""
    if not content or not 0 <= content[0][0] - after <= 2:
        return content
    stop = next((k for k in range(after, last) if tree.lower[k] in ("while", "as", "but")), last)
    return [*content, (after, max(stop, after + 1))]


SEEING = frozenset({"media", "witness"})
TELLING = frozenset({("tell", True), ("tell", False), ("doubt", True)})
TOLD = frozenset({"VBD", "VBZ", "VBP"})
BESIDE = frozenset({"as", "while", "after", "before", "when"})
CONTRASTS = frozenset({";", "but", "while", "whereas"})
AIRED = frozenset({"aired", "broadcast", "airing"})
ADDING = frozenset({"and", "but", "then"})
MAKING = frozenset({"make", "makes", "made", "making"})
GOING_ON = frozenset({"VBG", "DT", "NN", "NNS"})  # "…, X said, a district of …"
JOINING = frozenset("that and but because after while as when where which who if although though since before".split())


STARTS = frozenset({"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "Meanwhile", "Earlier"})


def begins_clause(tree: Tree, cue: int, mention: Mention | None) -> bool:
    """Whether a cue with its own speaker begins a new clause: "…, but X denied …", "… while X said …"."""
    if mention is None:
        return False
    joined = tree.deps[cue] == "conj" and speech().verb(tree.lower[cue]) == "tell"
    return joined or contrasted(tree, tree.token_at(mention.start))


def ends_sentence(tree: Tree, cue: int) -> bool:
    """Whether nothing but a day stands between a cue and the end of its sentence."""
    rest = [k for k in range(cue + 1, tree.last[cue]) if tree.words[k][:1].isalnum()]
    return all(tree.lower[k] in DAYS or tree.lower[k] == "on" for k in rest)


def contrasted(tree: Tree, start: int) -> bool:
    """Whether a speaker is set against what stands before: "…; the army counted nine", "…, but X denied"."""
    return start > tree.first[start] and tree.lower[start - 1] in CONTRASTS


def contrast_before(tree: Tree, span: Span) -> int | None:
    """Where the clause begins that "according to Y" ends, set against another: "…, but it held out, according to Y"."""
    first, cue = tree.first[span.cue], span.cue
    but = next((k for k in range(cue - 1, first, -1) if tree.lower[k] in CONTRASTS), None)
    if but is None or any(s > cue for s, _ in span.content) or not finite(tree, but, cue):
        return None
    return but + 1 if is_told(tree, first, but) else None


def bounded(tree: Tree, spans: list[Span]) -> list[Span]:
    """The spans, each content that runs on ended where the next speaker of the sentence begins ("… and Y added …")."""
    starts = {}
    for span in spans:
        mention = span.voice.mention if span.voice is not None else None
        joined = span.manner in ("tell", "deny", "doubt", "blame") and begins_clause(tree, span.cue, mention)
        joined = joined and not ends_sentence(tree, span.cue)  # "…; the agency reported"
        if joined and mention is not None and 0 <= span.cue - tree.token_at(mention.end) <= 3:
            at = starts[span.cue] = tree.token_at(mention.start)
            if contrasted(tree, at):
                behind = [(max(s, at), e) for s, e in span.content if e > at]
                span.content = behind or [(span.cue + 1, tree.last[span.cue])]
        but = contrast_before(tree, span) if span.manner == "prep" and tree.lower[span.cue] == "according" else None
        if but is not None:  # "X said it fell, but it held out, according to Y"
            starts[span.cue] = but
            span.content = [(but, span.cue)]
        if span.attribution.source and is_gapped(tree, span.attribution):
            starts[span.cue] = tree.token_at(span.attribution.source[0].start)
    end = headline_end(tree.text)
    for span in spans:
        cuts = [
            at
            for cue, at in starts.items()
            if cue > span.cue and tree.first[cue] == tree.first[span.cue] and at > span.cue
        ]
        marks = [k for k in range(span.cue + 1, tree.last[span.cue]) if tree.words[k] == ";"]
        # "A says it hit the port; ship attacked off B" in a headline, "A said it fell; B called that a lie"
        cuts += [k for k in marks if tree.starts[span.cue] < end or speaks_behind(tree, k)]
        if cuts:
            cut = min(cuts)
            span.content = [
                (s, min(e, cut) if s > span.cue else e) for s, e in span.content if s < cut or s <= span.cue
            ]
    return spans


def manner_at(tree: Tree, cue: Mention) -> tuple[int, str]:
    """The token of a cue's telling word, and its manner ("prep" for "according to" and a colon)."""
    words = speech()
    start, end = tree.interval(cue)
    for k in range(start, end):
        low = tree.lower[k]
        if low in ("according", "per", ":", "):", "-", "–", "—"):
            return k, "prep"
        if tree.tags[k][0] == "V" and (thing_counted(tree, k) is not None or is_footage(tree, k)):
            return k, "tell"
        manner = words.verb(low) if tree.tags[k][0] == "V" else words.noun(low)
        if low in MAKING and "clear" in tree.lower[k + 1 : k + 4]:
            return k, "tell"  # "made it clear that"
        if low in ("continued", "continues") and k + 2 >= tree.last[k]:
            return k, "tell"  # "…, she continued."
        manner = manner or words.adverbs.get(low) or words.adjectives.get(low)
        if manner is not None:
            return k, manner
    return start, "none"


def chain_of(spans: Sequence[Span]) -> list[Voice]:
    """The voices of spans, outermost first, each name once."""
    chain: list[Voice] = []
    for span in spans:
        if span.voice is not None:
            chain = [voice for voice in chain if voice.name != span.voice.name] + [span.voice]
    return chain
