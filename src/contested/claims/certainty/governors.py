"""Governors: what a verb, noun or adjective says of the clause, infinitive or object that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.claims.words.silences import neither_way
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.claims.words.untold import is_negated, is_untold
from contested.model.claim import Factuality

OBJECTS = frozenset(
    map(
        stem,
        (
            "deny",
            "suspect",
            "investigate",
            "boycott",
            "prevent",
            "avert",
            "expect",
            "anticipate",
            "predict",
            "fabricate",
            "invent",
        ),
    )
)
UNABLE = frozenset({"unable", "impossible", "difficult"})
NOBODY = frozenset({"no", "neither", "none", "nobody"})
BEING = frozenset({"is", "are", "was", "were", "be", "been"})


@dataclass(slots=True)
class Governors:
    """Reads governors off a Tree."""

    tree: Tree

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
            if kind is not None and (low != "due" or dep == "xcomp"):
                yield kind  # what is due to a battle does not lie ahead
        elif low in ("without", "except"):
            yield "denied"
        elif low == "of" and dep == "pobj" and tree.lower[tree.heads[head]] == "ahead" and tag == "IN":
            yield "planned"
        if dep in ("ccomp", "csubj") and low in BEING and self.possible(head):
            yield "hedged"
        if dep in ("nsubj", "nsubjpass") and tree.tags[node][:2] == "NN" and self.scheduled(head):
            yield "planned"

    def unproven(self, node: int, head: int, dep: str) -> bool:
        """Whether a clause is told not to be established: "could not confirm that", "no confirmation that"."""
        tree, words = self.tree, lexicon().sets
        proving = tree.tags[head][0] == "V" and speech().stem(tree.lower[head]) in words["proving"]
        if dep == "nsubjpass" and proving and tree.tags[node][:2] == "NN":
            return self.denied(head)  # "the raid could not be verified"
        what = tree.child(head, "nsubj") if dep == "ccomp" and tree.lower[head] in BEING else None
        if what is not None and lexicon().kind_of("nouns", tree.lower[what]) == "hedged":
            return True  # "one theory is that …"
        if dep == "ccomp" and proving:
            above = tree.heads[head]
            ruled_out = above != head and tree.lower[above] in UNABLE
            able = tree.lower[above] in ("able", "possible") and self.denied(tree.heads[above])
            return ruled_out or self.denied(head) or able
        that = dep in ("acl", "relcl", "ccomp") and any(tree.lower[k] == "that" for k in range(tree.left[node], node))
        return that and self.without_proof(head)

    def without_proof(self, noun: int) -> bool:
        """Whether a noun says that nobody can tell: "no confirmation", "no information", "knew nothing"."""
        tree = self.tree
        if tree.lower[noun] == "nothing":
            return speech().stem(tree.lower[tree.heads[noun]]) == "know"
        lacking = any(tree.lower[k] in ("no", "without", "any") for k in tree.kids[noun])
        return lacking and tree.tags[noun][:2] == "NN" and stem(tree.lower[noun]) in lexicon().sets["proof"]

    def left_open(self, node: int, head: int, dep: str) -> bool:
        """Whether somebody is said neither to tell nor to deny it: "did not say that", "would not confirm or deny"."""
        tree = self.tree
        if dep == "prep" and tree.lower[node] in ("of", "about", "on") and self.without_proof(head):
            return True  # "had no information about a raid"
        if tree.tags[head][0] != "V" or dep not in ("ccomp", "dobj", "xcomp") or tree.tags[tree.left[node]][0] == "W":
            return False
        if dep in ("dobj", "ccomp") and self.rules_out(head) and self.denied(head):
            return True  # "did not rule out that a drone hit the depot"
        if dep == "dobj" and speech().stem(tree.lower[head]) in lexicon().sets["proving"] and self.denied(head):
            return True  # "neither side confirmed the fall of the town"
        manner = speech().verb(tree.lower[head])
        if manner == "deny":
            return is_negated(tree, head) or neither_way(tree, head) is not None
        return manner == "tell" and dep == "ccomp" and is_untold(tree, head, manner, None)

    def denied(self, verb: int) -> bool:
        """Whether a negation stands beside a verb, or nobody is its subject."""
        tree = self.tree
        subject = tree.child(verb, "nsubj")
        nobody = subject is not None and any(tree.lower[k] in NOBODY for k in (subject, *tree.kids[subject]))
        return nobody or any(tree.deps[k] == "neg" for k in tree.kids[verb])

    def possible(self, head: int) -> bool:
        """Whether a form of "be" tells that what follows is only possible: "it is possible that more were killed"."""
        state = self.tree.child(head, "acomp")
        return state is not None and lexicon().kind_of("adjectives", self.tree.lower[state]) == "hedged"

    def scheduled(self, head: int) -> bool:
        """Whether a clause tells when its subject is to be: "the talks are due on Friday", "is set for May"."""
        tree = self.tree
        key = speech().stem(tree.lower[head])
        if tree.lower[head] in BEING:
            state = tree.child(head, "acomp")
            caused = state is not None and any(
                tree.lower[j] == "to" and tree.deps[j] == "prep" for j in tree.kids[state]
            )
            return state is not None and stem(tree.lower[state]) in lexicon().sets["timed"] and not caused
        if key not in lexicon().sets["timed"]:
            return False
        aimed = any(tree.lower[k] in ("for", "to") for k in range(head + 1, min(head + 4, tree.last[head])))
        return aimed and any(tree.deps[k] == "auxpass" for k in tree.kids[head])

    def perfect(self, node: int) -> bool:
        """Whether an infinitive tells of what is past: "claimed to have taken"."""
        tree = self.tree
        return any(tree.lower[k] == "have" and tree.deps[k] == "aux" for k in tree.kids[node])

    def subjunctive(self, node: int, head: int, key: str) -> bool:
        """Whether a clause tells what is demanded: "demanded that the militia withdraw", "be released"."""
        tree = self.tree
        if key not in lexicon().sets["asking"]:
            return False
        first = next((k for k in tree.kids[node] if tree.deps[k] in ("aux", "auxpass") and k < node), node)
        subject = tree.child(node, "nsubj", "nsubjpass")
        singular = subject is not None and tree.tags[subject] in ("NN", "NNP") and tree.child(subject, "conj") is None
        asked = singular or tree.tags[head] in ("VBD", "VBN")  # "demanded that the troops withdraw"
        return tree.tags[first] == "VB" or tree.lower[first] == "be" or (tree.tags[first] == "VBP" and asked)

    def provided(self, node: int, head: int, key: str, dep: str) -> bool:
        """Whether a deal, plan or resolution lays the event down: "the deal provides for the release of …"."""
        tree = self.tree
        subject = tree.child(head, "nsubj")
        if key not in lexicon().sets["laying_down"] or subject is None:
            return False
        if tree.lower[subject] in ("that", "which") and tree.deps[head] == "relcl":
            subject = tree.heads[head]  # "a roadmap that provides for a truce"
        named = stem(tree.lower[subject]) in lexicon().sets["texts"]
        return named and (dep == "dobj" or (dep == "prep" and tree.lower[node] in ("for", "on")))

    def by_noun(self, node: int, head: int, dep: str) -> Iterator[Factuality]:
        """What a noun says of its clause or complement ("reports that …", "an attempt to …", "calls for …")."""
        tree = self.tree
        kind = lexicon().governors["nouns"].get(stem(tree.lower[head]))
        opens = dep == "prep" and node == head + 1 and tree.lower[node] == "of" and self.opens(head)
        if tree.lower[head] == "reports" and tree.heads[head] == head and not opens:
            return  # the verb of a sentence that lost its comma: "…, X reports"
        if tree.lower[head] == "report" and tree.lower[tree.heads[head]] == "in":
            return  # a paper that tells, and no rumour: "said in a report that"
        infinitive = self.infinitive(node)
        asked = speech().stem(tree.lower[tree.heads[head]]) if tree.deps[head] == "dobj" else ""
        if dep == "prep" and tree.lower[node] == "to" and asked in lexicon().sets["inviting"]:
            yield "planned"  # "invited both sides to talks"
        elif dep in ("acl", "relcl") and infinitive:
            if kind in ("denied", "forecast") or not self.perfect(node):  # "its claim to have taken the town"
                yield kind if kind in ("denied", "forecast") else "planned"
        elif kind is None:
            return
        elif dep in ("compound", "nmod") and kind == "hedged" and stem(tree.lower[head]) in lexicon().sets["doubtful"]:
            yield kind
        elif dep in ("acl", "ccomp", "relcl"):
            if any(tree.lower[k] == "that" for k in range(tree.left[node], node)) or dep == "ccomp":
                yield kind
        elif dep == "prep" and tree.lower[node] in ("of", "for", "at", "against", "into", "about", "over"):
            aims = stem(tree.lower[head]) in lexicon().sets["aims"]
            if kind != "planned" or tree.lower[node] == "for" or (aims and tree.lower[node] == "of"):
                yield kind

    def opens(self, noun: int) -> bool:
        """Whether only marks and what qualifies it stand before a noun in its sentence: "Unconfirmed reports of …"."""
        tree, words = self.tree, lexicon().beside["modifiers"]
        before = [k for k in range(tree.first[noun], noun) if tree.words[k][:1].isalnum()]
        return all(tree.tags[k] == "JJ" or tree.lower[k] in words or tree.lower[k] in speech().labels for k in before)

    def by_verb(self, node: int, head: int, dep: str) -> Iterator[Factuality]:
        """What a governing verb says of its clause, infinitive, object or subject."""
        tree, words = self.tree, lexicon()
        key = speech().stem(tree.lower[head])
        kind = words.governors["verbs"].get(key)
        passive = any(tree.deps[k] == "auxpass" for k in tree.kids[head])
        raising = any(tree.deps[k] == "xcomp" for k in tree.kids[head])
        agent = any(tree.deps[k] == "agent" for k in tree.kids[head])
        if dep in ("dobj", "ccomp", "xcomp", "pcomp", "nsubjpass") and self.rules_out(head):
            yield "denied"
        elif (
            passive and not agent and key in words.sets["impersonal"] and self.told_by_nobody(node, dep, raising)
        ) or (dep in ("nsubj", "nsubjpass") and raising and key in ("appear", "seem")):
            yield "hedged"
        elif dep == "xcomp" or (dep == "ccomp" and self.infinitive(node)):
            yield from self.by_control(node, head, key, kind)
        elif dep in ("nsubj", "nsubjpass") and raising and kind == "forecast":
            yield kind
        elif dep == "advcl" and self.infinitive(node) and key not in words.sets["actual"]:
            yield "hedged" if kind == "hedged" else "planned"
        elif (dep == "ccomp" and self.subjunctive(node, head, key)) or self.provided(node, head, key, dep):
            yield "planned"
        elif (dep == "ccomp" and (kind in ("hedged", "denied") or (kind == "forecast" and self.modal(node)))) or (
            dep == "nsubjpass" and key in words.sets["plans"] and kind is not None
        ):
            yield kind
        elif dep in ("dobj", "prep", "dative") and kind is not None:
            yield from self.object_of(node, key, dep, kind)

    def rules_out(self, verb: int) -> bool:
        """Whether a verb is that of "ruled out talks"."""
        particle = self.tree.child(verb, "prt")
        return speech().stem(self.tree.lower[verb]) == "rul" and particle is not None

    def by_control(self, node: int, head: int, key: str, kind: Factuality | None) -> Iterator[Factuality]:
        """What a verb says of an infinitive or gerund it governs."""
        infinitive, low = self.infinitive(node), self.tree.lower
        if infinitive and self.perfect(node) and kind != "hedged":
            return
        if infinitive and any(low[k] == "yet" for k in range(head, node)):
            yield "denied"  # "has yet to withdraw"
        elif infinitive and low[head] == "going":
            yield "planned"
        elif kind in ("denied", "planned", "forecast") or (kind == "hedged" and infinitive):
            yield kind
        elif infinitive and key not in lexicon().sets["actual"]:
            yield "planned"

    def told_by_nobody(self, node: int, dep: str, raising: bool) -> bool:
        """Whether the relation to a passive "is said", "is accused" makes a clause or event hearsay."""
        if dep in ("xcomp", "ccomp", "oprd"):
            return True
        if dep == "prep":
            return self.tree.lower[node] == "of"
        return dep == "nsubjpass" and (raising or not self.tree.tags[node].startswith("NNP"))

    def perhaps(self, head: int) -> bool:
        """Whether a clause is "may be …"."""
        tree = self.tree
        return tree.lower[head] == "be" and any(tree.lower[k] in ("may", "might") for k in tree.kids[head])

    def modal(self, node: int) -> bool:
        """Whether a clause has a modal."""
        return any(self.tree.tags[k] == "MD" for k in self.tree.kids[node])

    def object_of(self, node: int, key: str, dep: str, kind: Factuality) -> Iterator[Factuality]:
        """What a verb says of its object ("denied the raid", "called for talks", "planned an attack")."""
        word = self.tree.lower[node]
        if (
            (dep == "dobj" and (key in lexicon().sets["plans"] or key in OBJECTS))
            or (dep == "prep" and word in ("for", "at", "against") and kind == "planned")
            or (dep == "prep" and word == "from" and kind == "denied")
            or (word == "to" and key in lexicon().sets["inviting"])
            or (dep == "prep" and kind == "forecast" and word in ("for", "of", "against"))
            or (dep == "prep" and word == "on" and key in lexicon().sets["insisting"])
        ):
            yield kind
