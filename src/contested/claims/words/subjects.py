"""Subjects: who the subject of a verb is, by the parse, by inheritance, or by the words just before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from contested.claims.words.phrases import DAYS, noun_after, noun_before, without_clause
from contested.claims.words.speaker_asides import antecedent, before_aside, before_speaking, swollen
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

RELATIVE = frozenset({"who", "which", "that", "whom"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
INVERTING = frozenset({"say", "add"})
BESIDE = frozenset({"while", "whereas", "although", "though", "as"})
FURTHER = frozenset({"report", "ad", "not", "confirm", "estimat", "document", "record"})
LEADING = frozenset({"RB", "RBR", "CC", "IN", ",", ":", "_SP", "UH", "``", "''"})
CLOSERS = frozenset({"reports", "claims"})  # plural nouns that may be a closing verb
ADDING = frozenset({"adding", "citing", "noting", "stressing", "reiterating", "emphasizing", "emphasising"})
Source = tuple[int, int] | None


@dataclass(slots=True)
class Subjects:
    """Finds the speakers of verbs in a Tree."""

    tree: Tree

    def source_of(self, i: int, start: int) -> tuple[Source, str]:
        """The source of the verb at token i, whose auxiliaries begin at ``start``, and the way to it."""
        tree = self.tree
        source, how = self.speaker(i)
        opener = before_aside(tree, i, start, source) or before_speaking(tree, i, start)
        if opener is not None:
            return opener, "subject"
        if how == "subject" and source is not None and self.tree.words[start - 1] == "," and self.opens_clause(i):
            return source, how  # "Norland, which has troops in Estmark, said"
        if self.quoted_passive(i):
            return noun_before(tree, start), "chunk"
        if self.may_be_postposed(i):
            chunk = noun_before(tree, start)
            chunk = self.before_relative(i, chunk) or chunk
            behind = noun_after(tree, i) if speech().stem(tree.lower[i]) in INVERTING else None
            behind = behind if behind is not None and not self.told_about(i, behind) else None
            before = how == "subject" and behind is not None
            if behind is not None and not (before and (self.opens(i, source) or self.says_of(i, source, behind))):
                whole = (
                    source is not None
                    and source[0] == behind[0]
                    and tree.lower[behind[1] : behind[1] + 1] in (["a"], ["an"])
                )
                source, how = source if whole else behind, "inverted"
            elif how == "inverted" and source is not None and source[0] == i + 1 and tree.words[start - 1] == ",":
                return source, how  # "… the army and allied militias, said Anna Marlow, a civil leader"
            elif chunk is not None and self.chunk_speaks(i, source, chunk):
                source, how = chunk, "chunk"
            elif chunk is not None and source is not None and self.better(i, source, chunk):
                source = chunk
        return source, how

    def opens(self, i: int, source: Source) -> bool:
        """Whether a subject that can speak stands just before the verb, with nothing told before it."""
        tree, stop = self.tree, i if source is None else source[0]
        told = any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD", "''") for k in range(tree.first[i], stop))
        return source is not None and self.is_beside(source[1], i) and not told

    def is_beside(self, end: int, verb: int) -> bool:
        """Whether a subject that can speak ends just before the verb, but for an adverb: "the director also said"."""
        subject = self.tree.child(verb, "nsubj")
        if end > verb or subject is None or not self.speaks(subject):
            return False
        return all(self.tree.tags[k] == "RB" for k in range(end, verb))

    def says_of(self, i: int, source: Source, behind: tuple[int, int]) -> bool:
        """Whether who stands just before the verb tells of who stands behind it: "officials said X could …"."""
        about = any(self.tree.deps[k] in ("nsubj", "nsubjpass") and i < self.tree.heads[k] for k in range(*behind))
        return source is not None and self.is_beside(source[1], i) and about

    def opens_clause(self, i: int) -> bool:
        """Whether the subject of a verb begins its sentence with a name that can speak."""
        subject = self.tree.child(i, "nsubj")
        return subject is not None and self.tree.left[subject] == self.tree.first[i] and self.speaks(subject)

    def told_about(self, i: int, behind: tuple[int, int]) -> bool:
        """Whether the phrase behind the verb is what the told clause is about ("X said explosions were heard")."""
        tree = self.tree
        about = any(tree.deps[k] in ("nsubj", "nsubjpass") and i < tree.heads[k] for k in range(*behind))
        return about and not any(self.speaks(k) for k in range(*behind))

    def quoted_passive(self, i: int) -> bool:
        """Whether the verb stands in "X was quoted as saying"."""
        tree = self.tree
        return tree.lower[i] == "quoted" and tree.lower[i + 1 : i + 3] == ["as", "saying"] and self.is_passive(i)

    def before_relative(self, i: int, chunk: Source) -> Source:
        """The name before "who" or "which" where the clause between it and the verb lost its commas."""
        tree = self.tree
        if chunk is None or chunk[0] < 2:
            return None
        k, finite = chunk[0] - 1, 0
        if tree.tags[k] == "VBN" and tree.words[k - 1] == "-":  # "who runs the Norwick-based monitor"
            k -= 3 + (tree.tags[max(k - 3, 0)] == "DT")
        if k <= tree.first[i]:
            return None
        if tree.tags[k] not in ("IN", "TO", "VBZ", "VBP", "VBD") and tree.lower[k - 1] not in ("who", "which"):
            return None
        while k > tree.first[i] and tree.lower[k] not in ("who", "which"):
            finite += tree.tags[k] in ("VBZ", "VBP", "VBD", "MD") or tree.lower[k - 1] in ("who", "which")
            k -= 1
        if k <= tree.first[i] or finite != 1 or not tree.tags[k - 1].startswith(("NNP", "NN")):
            return None
        return noun_before(tree, k)

    def better(self, i: int, source: tuple[int, int], chunk: tuple[int, int]) -> bool:
        """Whether the phrase by tags is the same speaker better bounded."""
        return chunk[0] == self.tree.first[i] < source[0] or swollen(self.tree, source, chunk)

    def may_be_postposed(self, i: int) -> bool:
        """Whether the verb is finite, active and one of those that follow what they tell ("…, X said")."""
        tree = self.tree
        if tree.tags[i] not in FINITE and tree.lower[i] not in CLOSERS:
            return False
        if speech().verb(tree.lower[i]) not in ("tell", "doubt") or tree.child(i, "agent") is not None:
            return False
        return not self.is_passive(i)

    def chunk_speaks(self, i: int, source: Source, chunk: tuple[int, int]) -> bool:
        """Whether the phrase just before the verb is its speaker rather than the parse's subject."""
        tree = self.tree
        if source is not None and source[0] <= chunk[1] - 1 < source[1]:
            return False
        if tree.tags[i] == "VBN" and tree.tags[chunk[0]] != "PRP" and not any(self.speaks(k) for k in range(*chunk)):
            return False
        if source is None or tree.tags[max(chunk[0] - 1, 0)] != "IN":
            return True
        if tree.lower[chunk[0] - 1] in BESIDE and any(tree.lower[k] in speech().roles for k in range(*chunk)):
            return True  # "A reported a raid while an activist in the town said"
        media = speech().roles.get(tree.lower[chunk[1] - 1]) == "media"
        return media and not any(self.speaks(k) for k in range(*source))  # "in the city of Norwick state media said"

    def speaker(self, i: int) -> tuple[Source, str]:
        """The source of a verb, and the way to it."""
        tree = self.tree
        agent = tree.child(i, "agent")
        if agent is not None:
            noun = tree.child(agent, "pobj")
            if noun is not None and tree.lower[noun] in speech().channels and tree.child(i, "nsubj") is not None:
                noun = None  # "said by telephone"
            return (without_clause(tree, noun), "passive") if noun is not None else (None, "passive")
        passive = self.is_passive(i)
        beside = noun_before(tree, i) if tree.tags[i] == "VBG" and tree.tags[i - 1][:2] == "NN" else None
        with_them = beside is not None and tree.lower[beside[0] - 1] == "with"
        if beside is not None and with_them and tree.tags[tree.heads[beside[0] - 1]][:1] != "N":
            return beside, "chunk"  # "…, with activists saying", not "a call with X saying"
        subject = self.subject(i, passive)
        if subject is not None and self.is_matter(i, subject):
            return self.inherited(i)
        if subject is not None:
            if tree.lower[subject] in RELATIVE and tree.deps[i] == "relcl":
                head = antecedent(tree, tree.heads[i], subject)
                return (tree.left[head], subject + 1), "relative"
            if subject > i and tree.left[subject] <= i:
                return None, "none"
            return self.trim_source(i, subject), "subject" if subject < i else "inverted"
        if passive:
            return None, "impersonal"
        before = self.clause_before(i)
        return self.inherited(i) if before is None else (before, "from-conj")

    def clause_before(self, i: int) -> Source:
        """The subject of a clause that a comma joins to a verb without one: "Norland raises the toll, says …"."""
        tree = self.tree
        clause = tree.child(i, "ccomp") if tree.deps[i] == "ROOT" and tree.words[i - 1] == "," else None
        subject = self.subject(clause, False) if clause is not None and clause < i else None
        if clause is None or subject is None or subject > clause or not self.speaks(subject):
            return None
        return self.trim_source(clause, subject)

    def is_passive(self, i: int) -> bool:
        """Whether a form of "be" makes the verb a passive, whatever label the parse gives it."""
        tree = self.tree
        return any(
            tree.deps[k] == "auxpass" or (tree.lower[k] in BE and tree.deps[k] == "aux" and tree.tags[i] == "VBN")
            for k in tree.kids[i]
        )

    def subject(self, i: int, passive: bool) -> int | None:
        """The subject nearest before a verb, else the first after it."""
        subjects = self.tree.children(i, "nsubj", *(() if passive else ("nsubjpass",)))
        subjects = [k for k in subjects if self.tree.lower[k] not in DAYS]
        before = [k for k in subjects if k < i]
        return before[-1] if before else subjects[0] if subjects else None

    def trim_source(self, i: int, subject: int) -> tuple[int, int]:
        """The subject's subtree without what the parser hung on it across the verb or a clause before."""
        left, right = self.tree.subtree(subject)
        if subject < i:
            right = min(right, i)
        else:
            left = max(left, i + 1)
        while left < subject and self.tree.tags[left] in LEADING:
            left += 1
        return self.behind_place(left, right), right

    def behind_place(self, left: int, right: int) -> int:
        """Where a speaker begins behind what a preposition governs: "near Norwick, its spokesman X said"."""
        tree, before = self.tree, left - 1
        if before < tree.first[left] or tree.tags[before] != "IN" or tree.kids[before] or tree.deps[before] != "prep":
            return left
        comma = next((k for k in range(left, right - 1) if tree.words[k] == ","), None)
        return comma + 1 if comma is not None else left

    def inherited(self, i: int) -> tuple[Source, str]:
        """The subject of a verb that has none of its own, from the clause it hangs on."""
        tree, dep = self.tree, self.tree.deps[i]
        head = tree.heads[i]
        if dep == "acl" and tree.tags[i] in ("VBN", "VBD"):
            return None, "impersonal"
        mute = not self.speaks(head) or self.taken_up(head)
        if dep == "acl" and speech().verb(tree.lower[i]) == "tell" and tree.tags[i] == "VBG" and mute:
            return self.above_noun(i)
        if dep == "acl":
            return tree.subtree(head) if tree.left[head] < i < tree.right[head] and head < i else None, "noun"
        for above in tree.ancestors(i)[:4]:
            if dep == "pcomp" and tree.lower[head] == "as":  # "quoted X as saying"
                thing = tree.child(tree.heads[head], "dobj", "nsubjpass")
                return (tree.left[thing], min(tree.right[thing], head)) if thing is not None else None, "quoted"
            if dep == "xcomp" and tree.tags[i] == "VB":
                thing = tree.child(above, "dobj")
                if thing is not None and thing < i:
                    return tree.subtree(thing), "object"
            subject = tree.child(above, "nsubj", "nsubjpass")
            if subject is not None and tree.lower[subject] == "it" and tree.child(above, "acomp") is not None:
                break  # "it was not possible to verify"
            if subject is not None and subject < i and not self.is_told(i, above, subject):
                if tree.lower[subject] in RELATIVE and tree.deps[above] == "relcl":
                    return (tree.left[tree.heads[above]], subject + 1), f"from-{dep}"
                return self.trim_source(above, subject), f"from-{dep}"
            dep_above = tree.deps[above]
            if dep_above not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dobj", "aux", "ccomp"):
                break
        return None, "none"

    def above_noun(self, i: int) -> tuple[Source, str]:
        """Who goes on telling behind a noun that cannot speak: "X said Y killed scores in Norwick, adding"."""
        above = self.tree.heads[self.tree.heads[i]]
        above = self.tree.heads[above] if self.goes_on(i, above) else above
        subject = self.subject(above, False)
        return (self.trim_source(above, subject), "from-acl") if subject is not None and subject < i else (None, "none")

    def speaks(self, noun: int) -> bool:
        """Whether a noun can speak: a role, a name, a word of speech."""
        low = self.tree.lower[noun]
        return low in speech().roles or self.tree.tags[noun][:3] == "NNP" or speech().noun(low) is not None

    def is_matter(self, i: int, subject: int) -> bool:
        """Whether the parse made what is spoken of the speaker: "a resident corroborated that account saying"."""
        tree, low = self.tree, self.tree.lower[subject]
        loose = tree.tags[i] == "VBG" and tree.deps[i] == "advcl" and subject == i - 1 and tree.tags[subject] == "NN"
        return loose and low not in speech().roles and speech().noun(low) is not None

    def taken_up(self, noun: int) -> bool:
        """Whether an object takes up what another told: "corroborated that account, saying"."""
        tree = self.tree
        pointed = any(tree.lower[k] in ("this", "that", "the", "these", "those") for k in tree.kids[noun])
        plain = tree.tags[noun] in ("NN", "NNS") and tree.lower[noun] not in speech().roles
        return tree.deps[noun] == "dobj" and pointed and plain

    def is_told(self, i: int, clause: int, subject: int) -> bool:
        """Whether the clause above a verb of saying is told itself, so that who tells it goes on."""
        tree = self.tree
        asked = tree.deps[clause] == "ccomp" and any(tree.tags[k] == "MD" for k in tree.kids[clause])
        if tree.deps[i] == "conj" and asked and tree.tags[i] in ("VBD", "VBZ"):
            return True  # "X said that Y must go and made clear that"
        further = tree.deps[i] == "conj" and speech().stem(tree.lower[i]) in FURTHER
        return (tree.deps[i] in ("conj", "advcl") and self.told_of(clause, subject, further)) or self.goes_on(i, clause)

    def goes_on(self, i: int, clause: int) -> bool:
        """Whether a participle goes on with what is told, its clause no word of saying: "X said Y fell, adding"."""
        tree = self.tree
        if tree.tags[i] != "VBG" or tree.lower[i] not in ADDING or tree.deps[clause] != "ccomp":
            return False
        return speech().verb(tree.lower[tree.heads[clause]]) == "tell" and speech().verb(tree.lower[clause]) is None

    def told_of(self, clause: int, subject: int, further: bool = False) -> bool:
        """Whether a clause is itself told, its subject a thing: "X said the fighting went on and reported shelling".

        ``further``: the verb goes on with what is told, so that a party may be the subject, too.
        """
        tree = self.tree
        if tree.deps[clause] != "ccomp" or speech().verb(tree.lower[tree.heads[clause]]) not in ("tell", "deny"):
            return False
        kind = speech().roles.get(tree.lower[subject])
        return tree.tags[subject] in ("NN", "NNS", "CD") and (kind is None or (further and kind == "party"))
