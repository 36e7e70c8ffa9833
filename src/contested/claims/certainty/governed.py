"""Certainty: what governs an event in its sentence, from the trigger up to the clause that a voice tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contested.claims.certainty.clause_signs import THINGS, Act, ClauseSigns
from contested.claims.certainty.governors import Governors
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

RANK: tuple[Factuality, ...] = ("denied", "conditional", "planned", "forecast", "hedged")
PHRASE = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "VBD", "HYPH", "CD"})
TIGHT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "oprd", "attr", "acomp", "aux", "auxpass", "prt"})
SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "RB"})
HAVING = frozenset({"has", "have", "had"})
UNCHANGED = frozenset("cut hit put set shut split spread overrun".split())  # in the past as in the infinitive
FACTIVE = frozenset({"forget", "remember", "regret", "realis", "realiz"})
BE = frozenset({"be", "been", "is", "are", "was", "were"})
POINTING = frozenset({"this", "these", "that", "those"})
ROUNDS = frozenset({"round", "rounds", "series", "wave", "use", "start", "resumption", "launch", "holding"})
ACTING = frozenset(
    {"take", "taking", "is", "are", "was", "were", "told"}
)  # "take action to support", "are to press for"
VAGUE = frozenset({"possible", "potential", "likely", "probable", "expected"})  # of what may yet come as of what was


@dataclass(slots=True)
class Certainty:
    """Reads the certainty of events off a Tree."""

    tree: Tree
    governors: Governors
    clauses: ClauseSigns
    known: dict[int, str] = field(default_factory=dict)
    marks: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    @classmethod
    def of_tree(cls, tree: Tree) -> Certainty:
        """For one text."""
        return cls(tree, Governors(tree), ClauseSigns(tree))

    def found(self, start: int, end: int, cues: frozenset[int], act: Act = "") -> frozenset[str]:
        """Every sign for the event of a trigger inside the clause that ``cues`` tell; "beside …" is a modifier's."""
        beside = self.modifier(start, end) if not act else None
        if beside is None:
            return frozenset(self.signals(start, end, cues, act))
        if beside in ("planned", "forecast") and "denied" in self.signals(start, end, cues, act):
            return frozenset({"denied"})  # "a planned exchange did not take place"
        if self.tree.lower[self.modifying(start, end)[0]] in VAGUE:
            ahead = frozenset(self.signals(start, end, cues, act)) & {"planned", "conditional", "forecast"}
            if ahead:
                return ahead
        return frozenset({f"beside {beside}"})

    def strongest(self, found: frozenset[str]) -> Factuality:
        """What the signs tell together."""
        if "whether" in found:
            return "hedged"
        return next((kind for kind in RANK if kind in found or f"beside {kind}" in found), "asserted")

    def modifier(self, start: int, end: int) -> Factuality | None:
        """What the word before or in the trigger's phrase says that qualifies it ("alleged Homs attack")."""
        found = self.modifying(start, end)
        return lexicon().beside["modifiers"][self.tree.lower[found[0]]] if found else None

    def modifying(self, start: int, end: int) -> list[int]:
        """The tokens that qualify the trigger's phrase."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        head = tree.head_of(start, end)
        if tree.tags[head][:2] != "NN" and tree.tags[end - 1][:2] != "NN":
            return []
        stop = head if tree.tags[head][:2] == "NN" else start
        k = start
        while k > tree.first[start] and k > start - 6 and (self.of_phrase(k - 1) or tree.lower[k - 1] == "or"):
            k -= 1
        return [j for j in range(k, stop) if tree.lower[j] in words and self.of_phrase(j) and not self.has_subject(j)]

    def of_phrase(self, k: int) -> bool:
        """Whether a token may stand before a noun in its phrase; a participle only where it qualifies ("looming")."""
        tag = self.tree.tags[k]
        qualifies = tag == "VBG" and self.tree.deps[k] == "amod" and self.tree.lower[k] in lexicon().beside["modifiers"]
        return tag in PHRASE or qualifies

    def perhaps(self, start: int, end: int) -> bool:
        """Whether the clause of a trigger itself says that it only may be so: "may launch an operation"."""
        tree, node = self.tree, self.governing(start, end)
        for _ in range(3):
            if tree.tags[node][0] == "V" or tree.lower[node] in BE:
                return any(tree.lower[k] in ("may", "might") and tree.tags[k] == "MD" for k in tree.kids[node])
            head, dep = self.above(node)
            if head == node or not self.passes(node, head, dep):
                return False
            node = head
        return False

    def by_cue(self, manner: str, cue: int) -> Factuality:
        """What the cue of the innermost voice says of its content."""
        if cue < 0:
            return "asserted"
        if manner == "deny":
            return "denied"
        kind = lexicon().governors["verbs"].get(speech().stem(self.tree.lower[cue]))
        return kind if manner == "think" and kind in ("hedged", "forecast") else "asserted"

    def has_subject(self, k: int) -> bool:
        """Whether a participle is a finite verb after its subject ("a monitor [has] reported clashes")."""
        tree = self.tree
        before = tree.tags[k - 1] in SUBJECTS or tree.lower[k - 1] in HAVING
        return tree.tags[k] in ("VBD", "VBN") and k > tree.first[k] and before

    def signals(self, start: int, end: int, cues: frozenset[int], act: Act) -> Iterator[str]:
        """Every sign on the way from the trigger up."""
        tree = self.tree
        node = self.governing(start, end)
        yield from self.inside(start, end, act)
        if self.adverb_before(start) or self.doubted_after(start) or self.thought_after(end):
            yield "hedged"
        if any(tree.lower[k] == "any" and tree.deps[k] == "det" for k in tree.kids[node]):
            yield "conditional"  # "any attack will be answered"
        tight = True
        for _ in range(12):
            own: Act = act if start <= node < end else ""
            head, dep = self.above(node)
            told = head in cues or (dep == "ccomp" and speech().verb(tree.lower[head]) == "tell")
            open_ = self.governors.unproven(node, head, dep) or (tight and self.governors.left_open(node, head, dep))
            if open_ or any(tree.lower[k] == "whether" for k in tree.kids[node]):
                yield "whether"
                return
            yield from self.clauses.around(node, tight, own, (start, end), told)
            if self.clauses.counterfactual(node):
                return
            if head == node:
                if tight and self.governors.infinitive(node) and own != "said":
                    yield "planned"
                return
            for kind in self.governors.governed(node, head, dep):
                if (tight or kind == "hedged") if not own else self.of_act(kind, own, head, dep):
                    yield kind
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

    def governing(self, start: int, end: int) -> int:
        """The trigger's head; its verb where that is above a noun before it: "none of the missiles hit"."""
        head, last = self.tree.head_of(start, end), end - 1
        below = self.tree.tags[head][:2] == "NN" and last in self.tree.ancestors(head)[:4]
        return last if below and self.tree.tags[last][0] == "V" else head

    def above(self, node: int) -> tuple[int, str]:
        """What governs a token, and how; nothing beyond a semicolon ("gunmen killed him; no group claimed it")."""
        head, dep = self.tree.heads[node], self.tree.deps[node]
        return (node, "ROOT") if dep == "ccomp" and ";" in self.tree.lower[node:head] else (head, dep)

    def of_act(self, kind: Factuality, act: Act, head: int, dep: str) -> bool:
        """Whether what governs an act of speech says how surely it is made, and not what it asks."""
        if kind in ("hedged", "denied"):
            return dep != "dobj"
        if (
            kind not in ("planned", "forecast")
            or act != "later"
            or dep not in ("xcomp", "acl", "pcomp", "ccomp", "advcl")
        ):
            return False
        low = self.tree.lower[head]
        known = lexicon().governors["verbs"].get(speech().stem(low)) in ("planned", "forecast")
        return dep == "acl" or known or low in ACTING

    def passes(self, node: int, head: int, dep: str) -> bool:
        """Whether negation and modality of the head reach over this relation."""
        tree = self.tree
        if dep == "conj":
            bare = tree.tags[node] in ("VB", "VBG") or tree.tags[node][0] != "V"
            bare = bare or (
                tree.lower[node] in UNCHANGED and tree.tags[head] == "VB"
            )  # "to encircle it and cut the road"
            return bare and not any(tree.deps[k] in ("aux", "nsubj", "auxpass") for k in tree.kids[node])
        if dep == "advcl":
            return tree.tags[head] == "VB" and self.governors.infinitive(node)
        listed = dep == "appos" and tree.child(node, "cc") is not None  # "a truce, the release of prisoners and …"
        if dep in TIGHT or dep in ("pobj", "csubj") or listed:
            factive = dep == "ccomp" and speech().stem(tree.lower[head]) in FACTIVE
            return not factive  # "must not forget that they seized power"
        if dep in ("nsubj", "nsubjpass") and (
            self.governors.perhaps(head) or self.changes(head) or self.hypothetical(node, head)
        ):
            return True
        if dep == "prep" and (
            (tree.lower[node] == "with" and tree.tags[head][0] == "V")
            or (tree.lower[node] == "to" and tree.lower[head] == "amount")
            or (tree.lower[node] == "of" and (tree.lower[head] in speech().counts or tree.lower[head] in ROUNDS))
        ):
            return True
        if dep == "prep" and tree.lower[node] == "by" and tree.child(node, "pcomp") is not None:
            return tree.child(head, "auxpass") is None  # "could answer by attacking the port"
        if dep == "prep" and tree.lower[head] in BE and tree.lower[node] in ("under", "in"):
            return True  # "may be under siege"
        return dep in THINGS and speech().stem(tree.lower[head]) in lexicon().sets["light"]

    def hypothetical(self, node: int, verb: int) -> bool:
        """Whether a clause tells what its subject would mean: "the fall of the town would open the road"."""
        tree, kids = self.tree, self.tree.kids[verb]
        if not any(tree.lower[k] == "would" for k in kids) or any(
            tree.lower[k] == "have" or tree.deps[k] == "neg" for k in kids
        ):
            return False
        return not any(tree.lower[k] in POINTING for k in tree.kids[node])

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
            tree.tags[k] in ("WP", "WDT", "WRB") and tree.lower[k] != "that"
            for k in (*(j for j in tree.kids[node] if j < node), tree.left[node])
        )

    def inside(self, start: int, end: int, act: Act) -> Iterator[Factuality]:
        """Signs among the trigger's own words ("toll could rise", "never used", "failed to take")."""
        tree, words = self.tree, lexicon()
        if tree.lower[start : start + 2] == ["out", "of"]:
            yield "denied"  # "out of its control"
        for k in range(start, end):
            low = tree.lower[k]
            none = any(tree.deps[j] == "det" and tree.lower[j] == "no" for j in tree.kids[k])
            if (low in words.sets["negation"] or (none and self.clauses.is_none(k))) and not act:
                yield "denied"
            if tree.tags[k] == "MD" and not act and low in words.beside["modals"]:
                yield self.clauses.as_change(words.beside["modals"][low], start, end)
            if tree.tags[k][0] == "V" and k + 1 < end and tree.lower[k + 1] == "to":
                governor = words.governors["verbs"].get(speech().stem(low))
                if governor is not None and (governor == "denied" or not act):
                    yield governor

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

    def doubted_after(self, start: int) -> bool:
        """Whether the next sentence makes it depend on proof: "If these claims are confirmed …"."""
        tree, after = self.tree, self.tree.last[start]
        words = tree.lower[after : min(after + 8, tree.last[after])] if after + 3 < len(tree.lower) else []
        if words[:1] != ["if"] or len(words) < 3 or words[1] not in ("these", "this", "those", "the"):
            return False
        return speech().noun(words[2]) is not None and any(word in PROVEN for word in words)

    def suspected_doer(self, start: int, end: int) -> bool:
        """Whether the subject of a trigger's verb is only suspected: "suspected militants attacked"."""
        subject = self.tree.child(self.tree.head_of(start, end), "nsubj")
        return subject is not None and self.clauses.suspected(subject)

    def prepared(self, start: int, end: int) -> bool:
        """Whether a noun is what somebody is about to carry out: "is preparing to launch an offensive"."""
        tree, words = self.tree, lexicon()
        head = tree.head_of(start, end)
        verb = tree.heads[head]
        above = tree.heads[verb]
        carried = tree.deps[head] == "dobj" and speech().stem(tree.lower[verb]) in words.sets["light"]
        if not carried or tree.deps[verb] != "xcomp" or not self.governors.infinitive(verb):
            return False
        planned = words.governors["verbs"].get(speech().stem(tree.lower[above])) == "planned"
        return planned and tree.tags[above] == "VBG" and tree.tags[head][:2] == "NN"

    def adverbs(self, node: int) -> Iterator[Factuality]:
        """Hedges beside the telling verb itself ("reportedly told")."""
        if any(self.tree.lower[k] in lexicon().beside["adverbs"] for k in self.tree.kids[node]):
            yield "hedged"


PROVEN = frozenset({"confirmed", "true", "verified", "correct", "accurate", "proven", "proved"})
