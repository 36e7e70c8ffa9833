"""Certainty: what governs an event in its sentence, from the trigger up to the clause that a voice tells."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.claims.speech import speech, stem
from contested.claims.tree import Tree
from contested.model.claim import Factuality
from contested.model.errors import PackError

FACTUALITIES: dict[str, Factuality] = {
    "denied": "denied",
    "hedged": "hedged",
    "planned": "planned",
    "forecast": "forecast",
    "conditional": "conditional",
}
RANK: tuple[Factuality, ...] = ("denied", "conditional", "planned", "forecast", "hedged")
PHRASE = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "VBD", "HYPH", "CD"})
TIGHT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "oprd", "attr", "acomp", "aux", "auxpass", "prt"})
NEGATING = frozenset({"neg", "det", "preconj", "cc", "advmod", "nsubj", "nsubjpass"})
THINGS = frozenset({"dobj", "nsubjpass", "nsubj"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each kind of word: stem (governors) or form (others) → factuality; sets of stems and forms."""

    governors: dict[str, dict[str, Factuality]]
    beside: dict[str, dict[str, Factuality]]
    sets: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon; raises PackError where the file does not say what it must."""
    return read_lexicon(files("contested.claims").joinpath("lexicon/factuality.toml").read_text(encoding="utf-8"))


def read_lexicon(text: str) -> Lexicon:
    """A lexicon from TOML."""
    table = tomllib.loads(text)
    for name in ("verbs", "nouns", "adjectives", "adverbs", "modifiers", "modals", "marks"):
        wrong = set(table.get(name, {"missing": ""})) - set(FACTUALITIES)
        if wrong:
            raise PackError("factuality.toml", f"[{name}] has {sorted(wrong)}", f"use {sorted(FACTUALITIES)}")
    governors = {name: spread(table[name], True) for name in ("verbs", "nouns", "adjectives")}
    beside = {name: spread(table[name], False) for name in ("adverbs", "modifiers", "modals", "marks")}
    sets = {name: frozenset(map(stem, table[name]["words"].split())) for name in ("light", "actual", "changes", "impersonal", "plans")}
    sets["negation"] = frozenset(table["negation"]["words"].split())
    return Lexicon(governors, beside, sets)


def spread(rows: dict[str, str], stems: bool) -> dict[str, Factuality]:
    """Word → factuality."""
    return {stem(w) if stems else w: FACTUALITIES[kind] for kind, words in rows.items() for w in words.split()}


@dataclass(slots=True)
class Certainty:
    """Reads the certainty of events off a Tree."""

    tree: Tree

    def of(self, start: int, end: int, cues: frozenset[int], speech_act: bool = False) -> Factuality:
        """How surely the event of a trigger is told inside the clause that ``cues`` tell."""
        beside = self.modifier(start, end)
        if beside is not None and not speech_act:
            return beside
        found = set(self.signals(start, end, cues, speech_act))
        return next((kind for kind in RANK if kind in found), "asserted")

    def modifier(self, start: int, end: int) -> Factuality | None:
        """The word before or in the trigger's phrase that qualifies it ("alleged Homs attack")."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        k = start
        while k > tree.first[start] and k > start - 4 and tree.tags[k - 1] in PHRASE:
            k -= 1
        kinds = [words[tree.lower[j]] for j in range(k, end) if tree.lower[j] in words and tree.tags[j] in PHRASE]
        noun = tree.tags[end - 1][:2] == "NN" or end - start > 1
        return kinds[0] if kinds and noun else None

    def by_cue(self, manner: str, cue: int) -> Factuality:
        """What the cue of the innermost voice says of its content."""
        if cue < 0:
            return "asserted"
        if manner == "deny":
            return "denied"
        kind = lexicon().governors["verbs"].get(speech().stem(self.tree.lower[cue]))
        return kind if manner == "think" and kind in ("hedged", "forecast") else "asserted"

    def signals(self, start: int, end: int, cues: frozenset[int], speech_act: bool) -> Iterator[Factuality]:
        """Every sign on the way from the trigger up."""
        tree = self.tree
        node = next((k for k in range(start, end) if not start <= tree.heads[k] < end or tree.heads[k] == k), start)
        yield from self.inside(start, end, speech_act)
        tight = True
        for _ in range(12):
            own = start <= node < end and speech_act
            head, dep = tree.heads[node], tree.deps[node]
            told = head in cues or (dep == "ccomp" and speech().verb(tree.lower[head]) == "tell")
            yield from self.around(node, tight, own, (start, end), told)
            if head == node:
                if tight and self.infinitive(node) and not own:
                    yield "planned"
                return
            if not own:
                yield from (kind for kind in self.governed(node, head, dep) if tight or kind == "hedged")
            if told:
                yield from self.adverbs(head)
                return
            if dep == "relcl" or (dep in ("acl", "advcl") and not self.infinitive(node)):
                return
            tight = tight and self.passes(node, head, dep)
            node = head

    def passes(self, node: int, head: int, dep: str) -> bool:
        """Whether negation and modality of the head reach over this relation."""
        tree = self.tree
        if dep == "conj":
            bare = tree.tags[node] in ("VB", "VBG") or tree.tags[node][0] != "V"
            return bare and not any(tree.deps[k] in ("aux", "nsubj", "auxpass") for k in tree.kids[node])
        if dep in TIGHT or dep == "pobj":
            return True
        return dep in THINGS and speech().stem(tree.lower[head]) in lexicon().sets["light"]

    def inside(self, start: int, end: int, speech_act: bool) -> Iterator[Factuality]:
        """Signs among the trigger's own words ("toll could rise", "never used", "failed to take")."""
        tree, words = self.tree, lexicon()
        for k in range(start, end):
            low = tree.lower[k]
            if low in words.sets["negation"]:
                yield "denied"
            if tree.tags[k] == "MD" and not speech_act and low in words.beside["modals"]:
                yield self.as_change(words.beside["modals"][low], start, end)
            if tree.tags[k][0] == "V" and k + 1 < end and tree.lower[k + 1] == "to":
                governor = words.governors["verbs"].get(speech().stem(low))
                if governor is not None and (governor == "denied" or not speech_act):
                    yield governor

    def as_change(self, kind: Factuality, start: int, end: int) -> Factuality:
        """"Will rise" and "could rise" are forecasts."""
        changes = any(speech().stem(self.tree.lower[k]) in lexicon().sets["changes"] for k in range(start, end))
        return "forecast" if changes and kind in ("planned", "hedged", "conditional") else kind

    def around(self, node: int, tight: bool, own: bool, trigger: tuple[int, int], told: bool) -> Iterator[Factuality]:
        """Signs among the children of a node on the way."""
        tree, words = self.tree, lexicon()
        for k in tree.kids[node]:
            low, dep = tree.lower[k], tree.deps[k]
            if trigger[0] <= k < trigger[1]:
                continue
            if low in words.beside["adverbs"] and dep in ("advmod", "amod", "prep", "dep"):
                yield "hedged"
            if dep == "mark" and low in words.beside["marks"]:
                yield words.beside["marks"][low]
            if not tight:
                continue
            if low in words.sets["negation"] and dep in NEGATING and not (dep == "cc" and low != "nor"):
                yield "denied"
            elif dep in THINGS and tree.tags[node][0] == "V" and self.is_none(k):
                yield "denied"
            elif dep == "aux" and tree.tags[k] == "MD" and low in words.beside["modals"] and not own:
                kind = words.beside["modals"][low]
                kind = "planned" if low == "would" and (told or self.past_telling(node)) else kind
                yield self.as_change(kind, node, node + 1)

    def past_telling(self, node: int) -> bool:
        """Whether a clause is told by a past verb, so that its "would" was a "will"."""
        tree = self.tree
        head = tree.heads[node]
        return tree.deps[node] == "ccomp" and tree.tags[head] in ("VBD", "VBN")

    def is_none(self, noun: int) -> bool:
        """Whether a subject or object is "none of …", "no raid", "neither side"."""
        tree = self.tree
        if tree.lower[noun] in ("none", "nobody", "nothing", "neither"):
            return True
        return any(tree.lower[k] in ("no", "neither") and tree.deps[k] in ("det", "preconj", "neg") for k in tree.kids[noun])

    def adverbs(self, node: int) -> Iterator[Factuality]:
        """Hedges beside the telling verb itself ("reportedly told")."""
        if any(self.tree.lower[k] in lexicon().beside["adverbs"] for k in self.tree.kids[node]):
            yield "hedged"

    def infinitive(self, node: int) -> bool:
        """Whether a verb has "to" before it."""
        tree = self.tree
        if tree.tags[node][0] != "V":
            return False
        return any(tree.lower[k] == "to" and tree.deps[k] == "aux" for k in tree.kids[node])

    def governed(self, node: int, head: int, dep: str) -> Iterator[Factuality]:
        """What the head says of what it governs."""
        tree, words = self.tree, lexicon()
        low, tag = tree.lower[head], tree.tags[head]
        if tag[0] == "V":
            yield from self.by_verb(node, head, dep)
        elif tag[:2] == "NN":
            yield from self.by_noun(node, head, dep)
        elif tag[:2] == "JJ" and dep in ("xcomp", "ccomp", "prep"):
            kind = words.governors["adjectives"].get(stem(low))
            if kind is not None:
                yield kind
        elif low in ("without", "except"):
            yield "denied"

    def by_noun(self, node: int, head: int, dep: str) -> Iterator[Factuality]:
        """What a noun says of its clause or complement ("reports that …", "an attempt to …", "calls for …")."""
        tree = self.tree
        kind = lexicon().governors["nouns"].get(stem(tree.lower[head]))
        infinitive = self.infinitive(node)
        if dep in ("acl", "relcl") and infinitive:
            yield kind if kind in ("denied", "forecast") else "planned"
        elif kind is None:
            return
        elif dep in ("acl", "ccomp", "relcl"):
            if any(tree.lower[k] == "that" for k in range(tree.left[node], node)) or dep == "ccomp":
                yield kind
        elif dep == "prep" and tree.lower[node] in ("of", "for", "at", "against", "into", "about"):
            if kind != "planned" or tree.lower[node] == "for":
                yield kind

    def by_verb(self, node: int, head: int, dep: str) -> Iterator[Factuality]:
        """What a governing verb says of its clause, infinitive, object or subject."""
        tree, words = self.tree, lexicon()
        key = speech().stem(tree.lower[head])
        kind = words.governors["verbs"].get(key)
        passive = any(tree.deps[k] == "auxpass" for k in tree.kids[head])
        raising = any(tree.deps[k] == "xcomp" for k in tree.kids[head])
        if passive and key in words.sets["impersonal"] and self.told_by_nobody(node, dep, raising):
            yield "hedged"
        elif dep in ("nsubj", "nsubjpass") and raising and key in ("appear", "seem"):
            yield "hedged"
        elif dep == "xcomp" or (dep == "ccomp" and self.infinitive(node)):
            yield from self.by_control(node, key, kind, dep)
        elif dep == "advcl" and self.infinitive(node) and key not in words.sets["actual"]:
            yield "planned"
        elif dep == "ccomp" and (kind in ("hedged", "denied") or (kind == "forecast" and self.modal(node))):
            yield kind
        elif dep in ("dobj", "prep") and kind is not None:
            yield from self.object_of(node, key, dep, kind)

    def by_control(self, node: int, key: str, kind: Factuality | None, dep: str) -> Iterator[Factuality]:
        """What a verb says of an infinitive or gerund it governs."""
        infinitive = self.infinitive(node)
        if kind in ("denied", "planned", "forecast") or (kind == "hedged" and infinitive):
            yield kind
        elif infinitive and dep == "xcomp" and key not in lexicon().sets["actual"]:
            yield "planned"

    def told_by_nobody(self, node: int, dep: str, raising: bool) -> bool:
        """Whether the relation to a passive "is said", "is accused" makes a clause or event hearsay."""
        if dep in ("xcomp", "ccomp", "oprd"):
            return True
        if dep == "prep":
            return self.tree.lower[node] == "of"
        return dep == "nsubjpass" and (raising or not self.tree.tags[node].startswith("NNP"))

    def modal(self, node: int) -> bool:
        """Whether a clause has a modal."""
        return any(self.tree.tags[k] == "MD" for k in self.tree.kids[node])

    def object_of(self, node: int, key: str, dep: str, kind: Factuality) -> Iterator[Factuality]:
        """What a verb says of its object ("denied the raid", "called for talks", "planned an attack")."""
        word = self.tree.lower[node]
        if dep == "dobj" and (key in lexicon().sets["plans"] or key in OBJECTS):
            yield kind
        elif dep == "prep" and word in ("for", "at", "against") and kind == "planned":
            yield kind
        elif dep == "prep" and word == "from" and kind == "denied":
            yield kind


OBJECTS = frozenset(map(stem, ("deny", "suspect", "investigate", "prevent", "avert", "expect", "anticipate", "predict")))
