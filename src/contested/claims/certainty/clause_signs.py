"""Signs of certainty inside one clause: its modal, negation, marks and adverbs, and who is said to act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

Act = Literal["", "said", "later"]  # no act of speech; one that is done by being said; one that may itself lie ahead
NEGATING = frozenset({"neg", "det", "preconj", "cc", "advmod", "nsubj", "nsubjpass"})
THINGS = frozenset({"dobj", "nsubjpass", "nsubj"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
SIDES = frozenset({"regime", "government", "rebel", "opposition", "coalition"})
COMING = frozenset({"will", "'ll", "wo", "would", "shall", "ll"})
OPEN = frozenset({"could", "may", "might", "can", "would"})


@dataclass(slots=True)
class ClauseSigns:
    """Reads the signs of clauses off a Tree."""

    tree: Tree

    def around(self, node: int, tight: bool, act: Act, trigger: tuple[int, int], told: bool) -> Iterator[Factuality]:
        """Signs among the children of a node on the way; ``act`` is the trigger's where the node belongs to it."""
        tree, words = self.tree, lexicon()
        counterfactual = self.counterfactual(node)
        for k in tree.kids[node]:
            low, dep = tree.lower[k], tree.deps[k]
            if trigger[0] <= k < trigger[1]:
                continue
            yield from self.beside_clause(k, node)
            if not tight or counterfactual:
                continue
            if dep == "advcl" and self.under_condition(k, node) and not act:
                yield "conditional"
            if dep == "acomp" and tree.child(k, "xcomp") is not None and words.kind_of("adjectives", low) == "forecast":
                yield "forecast"
            no_more = low == "longer" and tree.lower[k - 1] == "no"  # "no longer controls the town"
            negation = (low in words.sets["negation"] and dep in NEGATING) or no_more
            if (negation and not self.goes_on(node, dep, low)) or (
                dep in THINGS and tree.tags[node][0] == "V" and self.is_none(k) and not self.acts(trigger, node, k)
            ):
                yield "denied"
            elif dep == "aux" and tree.tags[k] == "MD" and low in words.beside["modals"]:
                yield from self.by_modal(node, low, act, told)

    def by_modal(self, node: int, low: str, act: Act, told: bool) -> Iterator[Factuality]:
        """What a clause's modal makes of it; of an act of speech only what tells that it will be made."""
        tree, words = self.tree, lexicon()
        if act:
            if act == "later" and low in COMING and tree.lower[node] not in ("require", "need", "have", "be"):
                yield "planned"
            return
        if low == "could" and tree.lower[node] in ("seen", "heard", "see", "hear"):
            return
        kind = words.beside["modals"][low]
        if low in OPEN and self.foretold(node) and not self.speaks_of_itself(node):
            kind = "forecast"
        elif low == "could" and any(tree.lower[j] == "have" and tree.deps[j] == "aux" for j in tree.kids[node]):
            kind = "hedged"  # "could have been hit"
        elif low == "would" and any(tree.lower[j] == "have" and tree.deps[j] == "aux" for j in tree.kids[node]):
            kind = "conditional"  # "had it not stopped, dozens would have died"
        elif low == "could" and any(tree.lower[j] == "before" and tree.deps[j] == "mark" for j in tree.kids[node]):
            kind = "planned"  # "were stopped before they could fire"
        elif low == "would" and (told or self.past_telling(node) or self.laid_down(node)) and not self.weighs(node):
            kind = "planned"
        if kind == "planned" and told and self.foretold(node) and not self.speaks_of_itself(node):
            kind = "forecast"
        yield self.as_change(kind, node, node + 1)

    def laid_down(self, node: int) -> bool:
        """Whether a clause tells what a deal or plan provides: "a deal that would see the fighters leave"."""
        tree = self.tree
        texts, noun = lexicon().sets["texts"], tree.lower[tree.heads[node]]
        if tree.deps[node] == "relcl" and stem(noun) in texts:
            return True
        before = [k for k in tree.kids[node] if k < node and tree.deps[k] == "prep"]
        before += [k for according in before for k in tree.kids[according] if tree.lower[according] == "according"]
        by = (tree.child(k, "pobj") for k in before if tree.lower[k] in ("under", "to", "in"))
        return any(text is not None and stem(tree.lower[text]) in texts for text in by)  # "Under the deal, …"

    def goes_on(self, node: int, dep: str, low: str) -> bool:
        """Whether a negation denies an end or nothing at all: "will never stop fighting", "neither …, nor …"."""
        ends = speech().stem(self.tree.lower[node]) in lexicon().sets["ending"]
        return (dep == "cc" and low != "nor") or (ends and self.tree.child(node, "xcomp", "dobj") is not None)

    def weighs(self, node: int) -> bool:
        """Whether a clause only judges what its subject would be: "an attack would be a mistake"."""
        judged = self.tree.lower[node] == "be" and self.tree.child(node, "attr", "acomp") is not None
        return judged or self.tree.lower[node] in ("amount", "constitute", "represent")

    def counterfactual(self, node: int) -> bool:
        """Whether a clause tells what happened by what else had not: "would not have fled had it not been for …"."""
        tree, kids = self.tree, self.tree.kids[node]
        return (
            any(tree.lower[k] in ("would", "could") for k in kids)
            and any(tree.lower[k] == "have" and tree.deps[k] == "aux" for k in kids)
            and any(tree.deps[k] == "neg" for k in kids)
        )

    def as_change(self, kind: Factuality, start: int, end: int) -> Factuality:
        """ "Will rise" and "could rise" are forecasts."""
        changes = any(speech().stem(self.tree.lower[k]) in lexicon().sets["changes"] for k in range(start, end))
        return "forecast" if changes and kind in ("planned", "hedged", "conditional") else kind

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
            asked = low == "if" and tree.deps[node] == "ccomp"  # "it was not clear if the army carried out the raid"
            yield "hedged" if asked else words.beside["marks"][low]
        if (dep in ("nsubj", "agent") and self.suspected(k)) or self.one_of_two(k):
            yield "hedged"
        if dep == "acl" and low in words.sets["thought"] and k > node:
            yield "hedged"

    def suspected(self, k: int) -> bool:
        """Whether a subject or agent is a suspected one."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        noun = tree.child(k, "pobj") if tree.deps[k] == "agent" else k
        if noun is not None and any(tree.lower[j] == "either" for j in tree.kids[noun]):
            return True
        return noun is not None and (
            any(self.one_of_two(j) for j in tree.kids[noun])
            or any(
                words.get(tree.lower[j]) == "hedged" and tree.deps[j] in ("amod", "compound", "nmod")
                for j in tree.kids[noun]
            )
            or words.get(tree.lower[tree.left[noun]]) == "hedged"  # "Suspected Norland Front (NF) militants"
            or self.of_doubtful_side(noun)
        )

    def one_of_two(self, k: int) -> bool:
        """Whether a side is left open between two: "Syrian or Russian air raids"."""
        tree = self.tree
        if tree.deps[k] not in MODIFIERS or not any(tree.lower[j] == "or" for j in tree.kids[k]):
            return False
        sides = [k, *tree.children(k, "conj")]
        return len(sides) > 1 and all(tree.words[j][:1].isupper() or tree.lower[j] in SIDES for j in sides)

    def of_doubtful_side(self, noun: int) -> bool:
        """Whether whose an actor is is only thought: "jets believed to be foreign", "men, presumably from the city"."""
        tree, words = self.tree, lexicon()
        for k in range(noun + 1, min(tree.right[noun], noun + 6)):
            ahead = tree.lower[min(k + 1, len(tree.lower) - 1)]
            if tree.lower[k] in words.sets["thought"] and ahead == "to":
                return True
            if tree.lower[k] in words.beside["adverbs"] and ahead in ("from", "by", "of", "belonging"):
                return True
        return False

    def under_condition(self, clause: int, node: int) -> bool:
        """Whether a clause with "if" stands beside a verb that lies ahead."""
        tree = self.tree
        marked = any(tree.deps[k] == "mark" and tree.lower[k] in ("if", "unless") for k in tree.kids[clause])
        return marked and any(tree.tags[k] == "MD" for k in tree.kids[node])

    def binds_later(self, k: int, node: int) -> bool:
        """Whether an adverb after a verb belongs to the verb that follows it ("went on, reportedly taking")."""
        return node < k < len(self.tree.tags) - 1 and self.tree.tags[k + 1][0] == "V" and k + 1 != node

    def foretold(self, node: int) -> bool:
        """Whether the clause hangs on "warn", "expect", "predict"."""
        key = speech().stem(self.tree.lower[self.tree.heads[node]])
        return lexicon().governors["verbs"].get(key) == "forecast"

    def speaks_of_itself(self, node: int) -> bool:
        """Whether who warns is who would do it: "the group warned it would strike again"."""
        tree = self.tree
        subject = tree.child(node, "nsubj")
        return (
            subject is not None
            and tree.tags[subject] == "PRP"
            and tree.lower[tree.heads[node]].startswith("warn")
            and tree.child(node, "auxpass") is None
        )

    def past_telling(self, node: int) -> bool:
        """Whether a clause is told by a past verb, so that its "would" was a "will"."""
        tree = self.tree
        head = tree.heads[node]
        if tree.tags[head] == "JJ" and tree.deps[node] in ("ccomp", "advcl"):
            head = tree.heads[head]  # "made it clear that it would go on"
            return tree.tags[head] in ("VBD", "VBN")
        return tree.deps[node] == "ccomp" and tree.tags[head] in ("VBD", "VBN")

    def compared(self, noun: int) -> list[int]:
        """The words that compare a number: the "fewer" of "no fewer than 30"."""
        tree, first = self.tree, self.tree.subtree(noun)[0]
        return [k for k in range(max(first, 1), noun) if tree.lower[k] in ("fewer", "less", "more")]

    def is_none(self, noun: int) -> bool:
        """Whether a subject or object is "none of …", "no raid", "neither side"; "no fewer than 30" are some."""
        tree = self.tree
        if any(tree.lower[k - 1] == "no" for k in self.compared(noun)):
            return False
        if tree.lower[noun] in ("none", "nobody", "nothing", "neither"):
            return True
        return any(
            tree.lower[k] in ("no", "neither") and tree.deps[k] in ("det", "preconj", "neg") for k in tree.kids[noun]
        )
