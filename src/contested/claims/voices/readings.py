"""Readings: for each word that may tell of speech, the speakers and contents that its syntax allows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from contested.claims.voices.according import speaker_end
from contested.claims.voices.closing_inverted import speaker_behind
from contested.claims.voices.closing_nouns import by_noun
from contested.claims.voices.closing_speaker import Closing
from contested.claims.voices.cues import Cue, Known, Reading
from contested.claims.voices.no_telling import only_grants
from contested.claims.voices.speaker_bounds import after_date, hurt_at, takes_in, with_name
from contested.claims.voices.statement_lines import statement_start
from contested.claims.words.labels import before_initials, ends_line, told_by_label
from contested.claims.words.phrases import name_ends
from contested.claims.words.quotation import find_quotes, quote_of
from contested.claims.words.speech import speech
from contested.claims.words.subjects import CLOSERS, Subjects
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Spans, Tree

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
TRIM = frozenset({",", ";", "-", "–", "—", "--", ".", ":", "(", ")"})
DASHES, COLONS = frozenset({"-", "–", "—"}), frozenset({":", "):"})
# "40 per cent", "12 raids per day" count; "per the ministry" tells a source.
RATED = frozenset("cent hour day week month year head capita person".split())


@dataclass(slots=True)
class Reader:
    """A text's Tree with its quotations."""

    tree: Tree
    quotes: list[tuple[int, int]]
    inside: list[int]
    subjects: Subjects
    closing: Closing
    places: Collection[int]

    @classmethod
    def of(cls, tree: Tree, places: Collection[int] = ()) -> Reader:
        """Find the quotations of a Tree; ``places`` are the tokens of places that it names."""
        quotes = find_quotes(tree)
        return cls(tree, quotes, quote_of(quotes, len(tree.words)), Subjects(tree), Closing(tree, places), places)

    def cues(self, known: Known) -> Iterator[Cue]:
        """Every possible cue in text order, with at least one reading."""
        words, tree = speech(), self.tree
        governing = {head for head, dep in zip(tree.heads, tree.deps, strict=True) if dep == "ccomp"}
        verbs, nouns, stem_of = known.verbs, known.nouns, words.stem
        for i, (tag, low) in enumerate(zip(tree.tags, tree.lower, strict=True)):
            cue = None
            if tag[0] == "V" and ((i in governing and low not in BE) or stem_of(low) in verbs):
                cue = self.verb(i)
            elif tag in ("NN", "NNS"):
                if stem_of(low) in nouns or low in CLOSERS:
                    cue = self.verb(i) if low in CLOSERS and by_noun(tree, i) else self.noun(i)
            elif tag[:2] == "JJ":
                cue = self.adjective(i)
            elif low in COLONS or (low in DASHES and self.closing.by_dash(i)):
                cue = self.colon(i)
            elif low in words.adverbs:
                cue = self.adverb(i)
            if low == "according" or (low == "per" and RATED.isdisjoint(tree.lower[i + 1 : i + 2])):
                cue = self.according(i)
            if cue is not None and cue.readings:
                table = words.verbs if cue.part == "verb" else words.nouns
                cue.manner = table.get(words.stem(low), "none")
                yield cue

    def according(self, i: int) -> Cue | None:
        """ "according to X"; also "per X"."""
        tree = self.tree
        to = next((k for k in range(i + 1, min(i + 3, tree.last[i])) if tree.lower[k] == "to"), None)
        start = i if tree.lower[i] == "per" else to
        if start is None:
            return None
        noun = tree.child(start, "pobj")
        source = tree.subtree(noun) if noun is not None and noun > start else (start + 1, min(start + 4, tree.last[i]))
        if source[0] >= tree.last[i] or source[1] <= start + 1:
            return None
        source = (start + 1, with_name(tree, speaker_end(tree, start + 1, name_ends(tree, start + 1, source[1]))))
        cue = Cue(i, (i, start + 1), "prep", source, "object", [])
        self.add(cue, "clause", self.minus(tree.subtree(tree.heads[i]), i, source[1]))
        self.add(cue, "before", ((tree.first[i], i),))
        self.add(cue, "after", ((source[1], tree.last[i]),))
        self.add(cue, "around", ((tree.first[i], i), (source[1], tree.last[i])))
        self.add_quotes(cue)
        return cue

    def colon(self, i: int) -> Cue | None:
        """ "X: what X says" at the head of a line, "what X says: X" at its end."""
        tree = self.tree
        lines = [k for k in range(max(0, i - 40), i) if "\n" in tree.words[k]]
        start = lines[-1] + 1 if lines else max(0, i - 40)
        far = min(i + 300, len(tree.words))
        end = next((k for k in range(i + 1, far) if "\n" in tree.words[k]), far)
        alert = next((k for k in range(start + 1, min(start + 3, i)) if tree.words[k] == ":"), start)
        if alert > start and tree.words[start].isupper():
            start = alert + 1  # "UPDATE: Ministry of Health: toll rises"
        start = after_date(tree, start, i)
        # "Ten dead in Norwick strike: mayor" has no label
        stop = start if ends_line(self.tree, i, start, self.places) else before_initials(self.tree, start, i)
        if 0 < stop - start <= 6 and not any(
            tree.tags[k][0] == "V" or tree.words[k] in TRIM for k in range(start, stop)
        ):
            cue = Cue(i, (i, i + 1), "colon", (start, stop), "label", [])
            self.add(cue, "line", ((i + 1, told_by_label(self.tree, i, end)),))
            self.add(cue, "after", ((i + 1, tree.last[min(i + 1, len(tree.words) - 1)]),))
            return cue
        stop = tree.last[i]
        if 0 < stop - i - 1 <= 6 and i - tree.first[i] >= 3:
            cue = Cue(i, (i, i + 1), "colon", (i + 1, stop), "tail", [])
            self.add(cue, "before", ((tree.first[i], i),))
            return cue
        return None

    def verb(self, i: int) -> Cue | None:
        """A verb with its subject, what it governs and what stands around it."""
        tree = self.tree
        if tree.lower[i] == "state" and tree.tags[min(i + 1, len(tree.tags) - 1)][:2] == "NN":
            return None  # "state media"
        if tree.lower[i] == "reported" and tree.tags[i + 1 : i + 2] != ["VBG"] and hurt_at(tree, i + 1):
            return None  # "ten rebels reported killed"
        if takes_in(tree, i) or (tree.words[i] == "Said" and i > tree.first[i] and "said" in tree.lower[i + 1 : i + 4]):
            return None
        span = self.verb_span(i)
        closing = self.closing.speaker(i, span[0])
        source, how = (closing, "chunk") if closing else self.subjects.source_of(i, span[0])
        if closing is None and (behind := speaker_behind(tree, i)) is not None:
            source = closing = source if how == "inverted" and source is not None else behind
            how = "inverted"
        if source is not None and tree.lower[source[0] - 1] == "than":
            return None  # "one more than the office reported"
        cue = Cue(i, span, "verb", source, how, [], closing=closing is not None)
        if closing is not None and not any(self.inside[k] >= 0 for k in range(tree.first[i], closing[0])):
            self.add(cue, "before", ((tree.first[i], min(closing[0], span[0])),))
            return cue
        self.governed(cue)
        self.surrounding(cue)
        self.add_quotes(cue)
        if how == "passive" or (source is None and tree.child(i, "auxpass") is not None):
            subject = tree.child(i, "nsubjpass")
            rest = [tree.subtree(k) for k in tree.children(i, "xcomp", "ccomp")]
            if subject is not None:
                self.add(cue, "subject", (tree.subtree(subject), *rest))
        last = tree.last[i]
        if last < len(tree.words) and statement_start(tree.text, tree.starts[i]) == tree.starts[last]:
            self.add(cue, "after", ((last, tree.last[last]),))
        return cue

    def verb_span(self, i: int) -> tuple[int, int]:
        """The verb with its auxiliaries and particle."""
        tree = self.tree
        start, end, own = i, i + 1, ("aux", "auxpass", "neg")
        while start > tree.first[i] and tree.deps[start - 1] in own and tree.heads[start - 1] == i:
            start -= 1
        if end < tree.last[i] and tree.deps[end] == "prt":
            end += 1
        return start, end

    def governed(self, cue: Cue) -> None:
        """Readings from what the cue governs: clause, object, infinitive, prepositional object."""
        tree, i = self.tree, cue.at
        clauses = [k for k in tree.kids[i] if tree.deps[k] == "ccomp"]
        for k in clauses[:2]:
            self.add(cue, "clause" if k > i else "clause-before", (self.without(k, cue),))
        things = [k for k in tree.children(i, "dobj", "oprd", "attr", "dative") if not self.is_teller(k, cue)]
        infinitives = tree.children(i, "xcomp")
        for k in things[-1:]:
            self.add(cue, "thing", (tree.subtree(k),))
        for k in infinitives[:1]:
            self.add(cue, "infinitive", (tree.subtree(k),))
            for thing in things[:1]:
                self.add(cue, "thing-infinitive", ((min(tree.left[thing], tree.left[k]), tree.right[k]),))
        for k in [p for p in tree.kids[i] if tree.deps[p] == "prep" and p > i][:2]:
            inner = tree.child(k, "pobj", "pcomp")
            if inner is not None:
                self.add(cue, f"prep-{tree.lower[k]}", ((k + 1, tree.right[k]),))
                for thing in things[:1]:
                    if thing > i:
                        self.add(cue, f"thing-prep-{tree.lower[k]}", ((tree.left[thing], tree.right[k]),))

    def is_teller(self, thing: int, cue: Cue) -> bool:
        """Whether the parse's object is who tells: "two killed in raid, says army"."""
        inside = cue.how == "inverted" and cue.source is not None and cue.source[0] <= thing < cue.source[1]
        return inside and self.closing.may_end(thing)

    def without(self, k: int, cue: Cue) -> tuple[int, int]:
        """The subtree of token k as far as it does not cover the cue or its source."""
        left, right = self.tree.subtree(k)
        low, high = cue.span
        if cue.source is not None:
            low, high = min(low, cue.source[0]), max(high, cue.source[1])
        return (left, min(right, low)) if k < cue.at else (max(left, cue.at + 1), right)

    def surrounding(self, cue: Cue) -> None:
        """Readings from the sentence around the cue and its source."""
        tree, i = self.tree, cue.at
        low, high = cue.span
        near = cue.source is not None and cue.how in ("subject", "chunk", "quoted", "inverted", "relative")
        first, last = tree.first[i], tree.last[i]
        if cue.source is not None and near:
            low, high = min(low, cue.source[0]), max(high, cue.source[1])
        if only_grants(tree, i):
            return
        self.add(cue, "after", ((high, last),))
        if near and low - first >= 2:
            self.add(cue, "before", ((first, low),))
            if last - high > 3:
                self.add(cue, "around", ((first, low), (high, last)))
        if tree.deps[i] in ("advcl", "parataxis", "ccomp", "relcl") and near:
            self.add(cue, "head", self.minus(tree.subtree(tree.heads[i]), tree.left[i], tree.right[i]))

    def noun(self, i: int) -> Cue:
        """A noun of speech with possessor, compound or by-phrase as source, and what it governs."""
        tree = self.tree
        source, how = None, "none"
        for k in tree.kids[i]:
            if tree.deps[k] == "poss" or (tree.deps[k] == "nmod" and k < i):
                source, how = tree.subtree(k), "poss"
            elif tree.deps[k] == "prep" and tree.lower[k] in ("by", "from") and source is None:
                noun = tree.child(k, "pobj")
                source, how = (tree.subtree(noun), "by") if noun is not None else (None, how)
            elif tree.deps[k] in ("compound", "amod") and tree.tags[k][:3] == "NNP" and source is None:
                if tree.lower[k] in lexicon().beside["modifiers"]:
                    continue  # "Unconfirmed reports of an explosion"
                source, how = tree.subtree(k), "compound"
        if source is None and tree.deps[i] == "dobj" and speech().stem(tree.lower[tree.heads[i]]) in speech().light:
            source, how = self.subjects.speaker(tree.heads[i])
            how = f"verb-{how}"
        cue = Cue(i, (i, i + 1), "noun", source, how, [])
        for k in tree.children(i, "acl", "ccomp", "relcl")[:2]:
            self.add(cue, tree.deps[k], (tree.subtree(k),))
        for k in tree.children(i, "prep")[:2]:
            if tree.lower[k] not in ("by", "from"):
                self.add(cue, f"prep-{tree.lower[k]}", ((k + 1, tree.right[k]),))
        return cue

    def adjective(self, i: int) -> Cue | None:
        """ "sure that", "expected to", "known as"."""
        tree = self.tree
        inner = tree.child(i, "ccomp", "xcomp", "prep")
        if inner is None or inner < i or tree.deps[i] not in ("acomp", "amod", "oprd", "ROOT"):
            return None
        head = tree.heads[i]
        subject = tree.child(head, "nsubj", "nsubjpass")
        source = tree.subtree(subject) if subject is not None and subject < i else None
        cue = Cue(i, (i, i + 1), "adjective", source, "subject", [])
        deep = (inner + 1, tree.right[inner]) if tree.deps[inner] == "prep" else tree.subtree(inner)
        self.add(cue, tree.deps[inner], (deep,))
        return cue

    def adverb(self, i: int) -> Cue:
        """ "reportedly": nobody is named."""
        tree = self.tree
        cue = Cue(i, (i, i + 1), "adverb", None, "none", [])
        self.add(cue, "clause", self.minus(tree.subtree(tree.heads[i]), i, i + 1))
        return cue

    def minus(self, span: tuple[int, int], start: int, end: int) -> Spans:
        """A token interval without a part of it."""
        return tuple(s for s in ((span[0], min(span[1], start)), (max(span[0], end), span[1])) if s[1] > s[0])

    def add_quotes(self, cue: Cue) -> None:
        """Readings from the quotations that touch the cue's sentence, or follow its colon."""
        tree, i = self.tree, cue.at
        first, last = tree.first[i], tree.last[i]
        ids = sorted({self.inside[k] for k in range(first, last)} - {-1, self.inside[i]})
        spans = [self.quotes[k] for k in ids]
        if spans:
            self.add(cue, "quotes", tuple(spans))
            if len(spans) > 1:
                near = min(spans, key=lambda s: min(abs(s[0] - i), abs(s[1] - i)))
                self.add(cue, "quote", (near,))
            follow = [q for q in self.quotes if last <= q[0] <= last + 2]
            if follow:
                self.add(cue, "quotes-on", (*spans, follow[0]))
        elif last < len(tree.words) and self.inside[i] < 0:
            ahead = next((q for q in self.quotes if last - 1 <= q[0] <= last + 2), None)
            if ahead is not None:
                self.add(cue, "quote-ahead", (ahead,))

    def add(self, cue: Cue, shape: str, content: Spans) -> None:
        """Add a reading whose content has words and does not cover the cue."""
        kept = [span for span in map(self.trimmed, content) if span[1] > span[0]]
        if kept and not any(start <= cue.at < end for start, end in kept):
            cue.readings.append(Reading(shape, tuple(kept)))

    def trimmed(self, span: tuple[int, int]) -> tuple[int, int]:
        """A token interval without marks and white space at its ends."""
        (start, end), words = span, self.tree.words
        while start < end and (words[start] in TRIM or words[start].isspace()):
            start += 1
        while end > start and (words[end - 1] in TRIM or words[end - 1].isspace()):
            end -= 1
        return start, end
