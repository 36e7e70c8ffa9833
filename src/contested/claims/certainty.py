"""Certainty: what governs an event in its sentence, from the trigger up to the clause that a voice tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contested.claims.governors import Governors
from contested.claims.speech import speech, stem
from contested.claims.sureness import lexicon
from contested.claims.tree import Tree
from contested.model.claim import Factuality

RANK: tuple[Factuality, ...] = ("denied", "conditional", "planned", "forecast", "hedged")
PHRASE = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "VBD", "HYPH", "CD"})
TIGHT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "oprd", "attr", "acomp", "aux", "auxpass", "prt"})
SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "RB"})
NEGATING = frozenset({"neg", "det", "preconj", "cc", "advmod", "nsubj", "nsubjpass"})
THINGS = frozenset({"dobj", "nsubjpass", "nsubj"})


@dataclass(slots=True)
class Certainty:
    """Reads the certainty of events off a Tree."""

    tree: Tree
    governors: Governors
    known: dict[int, str] = field(default_factory=dict)
    marks: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    @classmethod
    def of_tree(cls, tree: Tree) -> Certainty:
        """For one text."""
        return cls(tree, Governors(tree))

    def found(self, start: int, end: int, cues: frozenset[int], speech_act: bool = False) -> frozenset[str]:
        """Every sign for the event of a trigger inside the clause that ``cues`` tell; "beside …" is a modifier's."""
        beside = self.modifier(start, end)
        if beside is not None and not speech_act:
            return frozenset({f"beside {beside}"})
        return frozenset(self.signals(start, end, cues, speech_act))

    def strongest(self, found: frozenset[str]) -> Factuality:
        """What the signs tell together."""
        if "whether" in found:
            return "hedged"
        return next((kind for kind in RANK if kind in found or f"beside {kind}" in found), "asserted")

    def modifier(self, start: int, end: int) -> Factuality | None:
        """The word before or in the trigger's phrase that qualifies it ("alleged Homs attack")."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        head = self.head_of(start, end)
        if tree.tags[head][:2] != "NN" and tree.tags[end - 1][:2] != "NN":
            return None
        stop = head if tree.tags[head][:2] == "NN" else start
        k = start
        while k > tree.first[start] and k > start - 6 and (tree.tags[k - 1] in PHRASE or tree.lower[k - 1] == "or"):
            k -= 1
        kinds = [
            words[tree.lower[j]]
            for j in range(k, stop)
            if tree.lower[j] in words and tree.tags[j] in PHRASE and not self.has_subject(j)
        ]
        return kinds[0] if kinds else None

    def head_of(self, start: int, end: int) -> int:
        """The token of a trigger whose head lies outside it."""
        heads = self.tree.heads
        return next((k for k in range(start, end) if not start <= heads[k] < end or heads[k] == k), start)

    def by_cue(self, manner: str, cue: int) -> Factuality:
        """What the cue of the innermost voice says of its content."""
        if cue < 0:
            return "asserted"
        if manner == "deny":
            return "denied"
        kind = lexicon().governors["verbs"].get(speech().stem(self.tree.lower[cue]))
        return kind if manner == "think" and kind in ("hedged", "forecast") else "asserted"

    def has_subject(self, k: int) -> bool:
        """Whether a participle is a finite verb after its subject ("a monitor reported clashes")."""
        tree = self.tree
        return tree.tags[k] in ("VBD", "VBN") and k > tree.first[k] and tree.tags[k - 1] in SUBJECTS

    def signals(self, start: int, end: int, cues: frozenset[int], speech_act: bool) -> Iterator[str]:
        """Every sign on the way from the trigger up."""
        tree = self.tree
        node = self.head_of(start, end)
        yield from self.inside(start, end, speech_act)
        if self.adverb_before(start) or self.doubted_after(start) or self.thought_after(end):
            yield "hedged"
        tight = True
        for _ in range(12):
            own = start <= node < end and speech_act
            head, dep = tree.heads[node], tree.deps[node]
            told = head in cues or (dep == "ccomp" and speech().verb(tree.lower[head]) == "tell")
            if any(tree.lower[k] == "whether" for k in tree.kids[node]):
                yield "whether"
                return
            yield from self.around(node, tight, own, (start, end), told)
            if head == node:
                if tight and self.governors.infinitive(node) and not own:
                    yield "planned"
                return
            kinds = self.governors.governed(node, head, dep)
            if own:
                yield from (kind for kind in kinds if kind in ("hedged", "denied") and dep != "dobj")
            else:
                yield from (kind for kind in kinds if tight or kind == "hedged")
            if told:
                yield from self.adverbs(head)
                return
            if (
                dep == "relcl"
                or (dep in ("acl", "advcl") and not self.governors.infinitive(node))
                or self.asks_who(node)
            ):
                return
            tight = tight and self.passes(node, head, dep)
            node = head

    def passes(self, node: int, head: int, dep: str) -> bool:
        """Whether negation and modality of the head reach over this relation."""
        tree = self.tree
        if dep == "conj":
            bare = tree.tags[node] in ("VB", "VBG") or tree.tags[node][0] != "V"
            return bare and not any(tree.deps[k] in ("aux", "nsubj", "auxpass") for k in tree.kids[node])
        if dep == "advcl":
            return tree.tags[head] == "VB" and self.governors.infinitive(node)
        if dep in TIGHT or dep in ("pobj", "csubj"):
            return True
        if dep == "nsubj" and (self.governors.perhaps(head) or self.changes(head)):
            return True
        if dep == "prep" and (
            (tree.lower[node] == "with" and tree.tags[head][0] == "V")
            or (tree.lower[node] == "of" and tree.lower[head] in speech().counts)
        ):
            return True
        return dep in THINGS and speech().stem(tree.lower[head]) in lexicon().sets["light"]

    def changes(self, verb: int) -> bool:
        """Whether a clause foretells a change of its subject: "may rise", "is likely to rise"."""
        tree, words = self.tree, lexicon().sets["changes"]
        if speech().stem(tree.lower[verb]) in words and any(tree.tags[k] == "MD" for k in tree.kids[verb]):
            return True
        likely = tree.child(verb, "acomp")
        after = tree.child(likely, "xcomp") if likely is not None else None
        return after is not None and speech().stem(tree.lower[after]) in words

    def asks_who(self, node: int) -> bool:
        """Whether a clause asks who or what, so that only the answer is open ("it is not clear who …")."""
        tree = self.tree
        return tree.deps[node] == "ccomp" and any(
            tree.tags[k] in ("WP", "WDT", "WRB") and tree.lower[k] != "that" for k in tree.kids[node] if k < node
        )

    def inside(self, start: int, end: int, speech_act: bool) -> Iterator[Factuality]:
        """Signs among the trigger's own words ("toll could rise", "never used", "failed to take")."""
        tree, words = self.tree, lexicon()
        for k in range(start, end):
            low = tree.lower[k]
            if low in words.sets["negation"] and not speech_act:
                yield "denied"
            if tree.tags[k] == "MD" and not speech_act and low in words.beside["modals"]:
                yield self.as_change(words.beside["modals"][low], start, end)
            if tree.tags[k][0] == "V" and k + 1 < end and tree.lower[k + 1] == "to":
                governor = words.governors["verbs"].get(speech().stem(low))
                if governor is not None and (governor == "denied" or not speech_act):
                    yield governor

    def as_change(self, kind: Factuality, start: int, end: int) -> Factuality:
        """ "Will rise" and "could rise" are forecasts."""
        changes = any(speech().stem(self.tree.lower[k]) in lexicon().sets["changes"] for k in range(start, end))
        return "forecast" if changes and kind in ("planned", "hedged", "conditional") else kind

    def around(self, node: int, tight: bool, own: bool, trigger: tuple[int, int], told: bool) -> Iterator[Factuality]:
        """Signs among the children of a node on the way."""
        tree, words = self.tree, lexicon()
        for k in tree.kids[node]:
            low, dep = tree.lower[k], tree.deps[k]
            if trigger[0] <= k < trigger[1]:
                continue
            yield from self.beside_clause(k, node)
            if not tight:
                continue
            if dep == "advcl" and self.under_condition(k, node) and not own:
                yield "conditional"
            if (
                dep == "acomp"
                and tree.child(k, "xcomp") is not None
                and lexicon().kind_of("adjectives", low) == "forecast"
            ):
                yield "forecast"
            if (low in words.sets["negation"] and dep in NEGATING and not (dep == "cc" and low != "nor")) or (
                dep in THINGS and tree.tags[node][0] == "V" and self.is_none(k) and not self.acts(trigger, node, k)
            ):
                yield "denied"
            elif dep == "aux" and tree.tags[k] == "MD" and low in words.beside["modals"] and not own:
                kind = words.beside["modals"][low]
                if low == "could" and tree.lower[node] in ("seen", "heard", "see", "hear"):
                    continue
                if low == "could" and any(tree.lower[j] == "have" and tree.deps[j] == "aux" for j in tree.kids[node]):
                    kind = "hedged"  # "could have been hit"
                kind = "planned" if low == "would" and (told or self.past_telling(node)) else kind
                if kind == "planned" and told and self.foretold(node):
                    kind = "forecast"
                yield self.as_change(kind, node, node + 1)

    def acts(self, trigger: tuple[int, int], node: int, thing: int) -> bool:
        """Whether the event is what acts on the thing, so that it happened without it ("the raid hit no house")."""
        tree = self.tree
        subject = tree.child(node, "nsubj")
        return subject is not None and subject != thing and tree.left[subject] <= trigger[0] < tree.right[subject]

    def beside_clause(self, k: int, node: int) -> Iterator[Factuality]:
        """Signs that reach over any relation: a hedging adverb, a mark, a suspected actor."""
        tree, words = self.tree, lexicon()
        low, dep = tree.lower[k], tree.deps[k]
        if (
            low in words.beside["adverbs"]
            and dep in ("advmod", "amod", "prep", "dep")
            and not self.binds_later(k, node)
        ):
            yield "hedged"
        if dep == "mark" and low in words.beside["marks"]:
            yield words.beside["marks"][low]
        if dep in ("nsubj", "agent") and self.suspected(k):
            yield "hedged"
        if dep == "acl" and low in words.sets["thought"] and k > node:
            yield "hedged"

    def suspected(self, k: int) -> bool:
        """Whether a subject or agent is a suspected one."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        noun = tree.child(k, "pobj") if tree.deps[k] == "agent" else k
        if noun is not None and any(tree.lower[j] == "either" for j in tree.kids[noun]):
            return True
        return noun is not None and any(
            words.get(tree.lower[j]) == "hedged" and tree.deps[j] in ("amod", "compound") for j in tree.kids[noun]
        )

    def under_condition(self, clause: int, node: int) -> bool:
        """Whether a clause with "if" stands beside a verb that lies ahead."""
        tree = self.tree
        marked = any(tree.deps[k] == "mark" and tree.lower[k] in ("if", "unless") for k in tree.kids[clause])
        return marked and any(tree.tags[k] == "MD" for k in tree.kids[node])

    def adverb_before(self, start: int) -> bool:
        """Whether a hedging adverb stands just before the trigger."""
        return start > self.tree.first[start] and self.tree.lower[start - 1] in lexicon().beside["adverbs"]

    def thought_after(self, end: int) -> bool:
        """Whether the trigger is hearsay by the words behind it: "raids believed to be …", "the gas attack claims"."""
        tree, words = self.tree, lexicon().sets
        last = tree.last[end - 1]
        if end < last and tree.tags[end] in ("NN", "NNS") and stem(tree.lower[end]) in words["doubtful"]:
            return True
        ahead = range(end, min(end + 3, last - 1))
        return any(tree.lower[k] in words["thought"] and tree.lower[k + 1] == "to" for k in ahead)

    def binds_later(self, k: int, node: int) -> bool:
        """Whether an adverb after a verb belongs to the verb that follows it ("went on, reportedly taking")."""
        return node < k < len(self.tree.tags) - 1 and self.tree.tags[k + 1][0] == "V" and k + 1 != node

    def doubted_after(self, start: int) -> bool:
        """Whether the next sentence makes it depend on proof: "If these claims are confirmed …"."""
        tree, after = self.tree, self.tree.last[start]
        words = tree.lower[after : min(after + 8, tree.last[after])] if after + 3 < len(tree.lower) else []
        if words[:1] != ["if"] or len(words) < 3 or words[1] not in ("these", "this", "those", "the"):
            return False
        return speech().noun(words[2]) is not None and any(word in PROVEN for word in words)

    def foretold(self, node: int) -> bool:
        """Whether the clause hangs on "warn", "expect", "predict"."""
        key = speech().stem(self.tree.lower[self.tree.heads[node]])
        return lexicon().governors["verbs"].get(key) == "forecast"

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
        return any(
            tree.lower[k] in ("no", "neither") and tree.deps[k] in ("det", "preconj", "neg") for k in tree.kids[noun]
        )

    def adverbs(self, node: int) -> Iterator[Factuality]:
        """Hedges beside the telling verb itself ("reportedly told")."""
        if any(self.tree.lower[k] in lexicon().beside["adverbs"] for k in self.tree.kids[node]):
            yield "hedged"


PROVEN = frozenset({"confirmed", "true", "verified", "correct", "accurate", "proven", "proved"})
