"""Parses put right: "… as a resident said …", "accused by X of …", "troops hammer militants" in a headline."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.words.headline_mends import FINITE, mend_word, mended_words
from contested.claims.words.reheading import hand_over, take_place
from contested.claims.words.speech import speech

BESIDE = frozenset({"as", "while"})
THOUGHT = frozenset({"suspected", "believed", "thought", "presumed", "understood"})
WARNED = frozenset("warn warns warned warning caution cautions cautioned cautioning".split())
CHARGED = frozenset({"accused", "suspected"})
QUOTED = frozenset({"quoted", "cited", "citing", "quoting", "speaking", "contacted", "reached", "interviewed"})
BESIDE_NOUN = frozenset({"appos", "conj", "npadvmod"})
CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "relcl", "dep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANSWERING = frozenset(
    "responded retaliated replied fled withdrew retreated advanced collapsed returned moved shifted".split()
)
LONGEST = 14  # tokens from "as" to the verb of saying


def mend_speakers(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right, in place, the verbs of saying that lost their speaker or their charge to another phrase."""
    of_headlines = mended_words()
    for k, word in enumerate(lower):
        if word in BESIDE and deps[k] == "prep":
            beside(k, lower, tags, deps, heads)
        elif word == "of" and deps[k] == "prep":
            charge(k, lower, deps, heads)
        elif word == "against" and deps[k] == "prep" and deps[heads[k]] == "dobj" and lower[heads[heads[k]]] in WARNED:
            heads[k] = heads[heads[k]]  # "warned the rebels | against attacking"
        elif word in THOUGHT and tags[k] == "VBN" and lower[k + 1 : k + 3] == ["to", "be"]:
            thought_to_be(k, tags, deps, heads)
        elif word == "with" and deps[k] == "prep":
            accompanied(k, tags, deps, heads)
        elif word in QUOTED and tags[k] in ("VBN", "VBG") and k > 2 and lower[k - 1] == ",":
            apart(k, lower, tags, deps, heads)
        elif word == "broadcast" and tags[k][0] != "V" and k and speech().roles.get(lower[k - 1]) == "media":
            aired(k, lower, tags, deps, heads)
        elif tags[k] in FINITE and k > 2 and deps[k - 1] == "conj" and deps[k] in CLAUSES:
            second_clause(k, lower, tags, deps, heads)
        elif k and word in of_headlines:
            mend_word(k, lower, tags, deps, heads)


def beside(k: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "…, as a journalist in X said …": the clause of the journalist, whom the parse set behind a preposition."""
    stop = min(k + LONGEST, len(lower))
    noun = next((j for j in range(k + 1, stop) if heads[j] == k and deps[j] == "pobj"), None)
    verb = noun + 1 if noun is not None else stop
    while verb < stop and (heads[verb] == noun or deps[heads[verb]] == "prep" or deps[verb] == "prep"):
        verb += 1
    if noun is None or verb >= stop or tags[verb] not in FINITE or speech().verb(lower[verb]) != "tell":
        return
    if any(heads[j] == verb and deps[j] in ("nsubj", "nsubjpass") for j in range(k, verb)):
        return
    heads[noun], deps[noun] = verb, "nsubj"
    heads[k], deps[k] = verb, "mark"
    if heads[verb] != verb:
        deps[verb] = "advcl"


def apart(made: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "…, a resident, quoted by X, said": who is quoted speaks, whom the parse set beside another noun."""
    stop = min(made + LONGEST, len(lower))
    verb = next((j for j in range(made + 1, stop) if tags[j] in FINITE or lower[j] in (".", ";")), stop)
    if verb >= stop or lower[verb - 1] != "," or speech().verb(lower[verb]) != "tell":
        return
    noun = made - 2
    while deps[noun] in ("pobj", "prep", "compound", "flat") and heads[noun] < made:
        noun = heads[noun]
    if deps[noun] not in BESIDE_NOUN or any(heads[j] == verb and deps[j] == "nsubj" for j in range(verb)):
        return
    heads[noun], deps[noun] = verb, "nsubj"
    heads[made], deps[made] = noun, "acl"


def thought_to_be(k: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Gunmen suspected to be bandits abducted nine": the last verb is the sentence's, what comes before tells who."""
    stop = min(k + LONGEST, len(tags))
    verb = next((j for j in range(k + 4, stop) if tags[j] in ("VBN", "VBD") and deps[j] == "acl"), stop)
    noun = next((j for j in range(k) if heads[j] == k and deps[j] in ("nsubj", "nsubjpass")), None)
    helped = any(heads[j] == k and deps[j] in ("aux", "auxpass") for j in range(k))
    if heads[k] != k or helped or noun is None or verb >= stop or heads[verb] <= k + 2:
        return
    if not any(heads[j] == verb and deps[j] == "dobj" for j in range(verb, len(tags))):
        return
    for j, head in enumerate(heads):
        if head == k and deps[j] not in ("xcomp", "nsubj", "nsubjpass", "advmod"):
            heads[j] = verb
    tags[verb], heads[verb], deps[verb] = "VBD", verb, "ROOT"
    heads[noun], deps[noun] = verb, "nsubj"
    heads[k], deps[k] = noun, "acl"


def accompanied(k: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "With the X recording 44 attacks": a clause, whose doer the parse made a measure of what is recorded."""
    stop = min(k + LONGEST, len(tags))
    verb = next((j for j in range(k + 2, stop) if tags[j] == "VBG" and deps[j] == "amod"), stop)
    thing = heads[verb] if verb < stop else k
    doer = verb - 1
    if thing <= verb or heads[thing] != k or heads[doer] != verb or tags[doer][:2] != "NN":
        return
    for j in range(k + 1, doer):
        if heads[j] in (thing, verb):
            heads[j] = doer
    heads[verb], deps[verb] = k, "pcomp"
    heads[doer], deps[doer] = verb, "nsubj"
    heads[thing], deps[thing] = verb, "dobj"


def charge(of: int, lower: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "accused by human rights groups of shelling": what "of" tells is the charge, no part of the name."""
    noun = heads[of]
    by = noun if lower[noun] == "by" else heads[noun]
    verb = heads[by]
    if lower[by] == "by" and lower[verb] in CHARGED and by < of and deps[by] in ("agent", "prep"):
        heads[of] = verb


def second_clause(k: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "A shelled X and B bombed Y": B does what follows it, though the parse joined it to X."""
    doer, first = k - 1, heads[k - 1]
    link = next(
        (j for j in range(doer - 1, max(doer - LONGEST, 0), -1) if lower[j] == "and" and heads[j] == first), None
    )
    acts = lower[k] in ANSWERING or any(
        heads[j] == k and deps[j] == "dobj" for j in range(k + 1, min(k + 9, len(tags)))
    )
    if tags[doer][:2] != "NN" or link is None or not first < link or not acts:
        return
    above = heads[first]
    if deps[first] == "pobj" and deps[above] == "prep":
        above = heads[above]
    if deps[first] == "nsubj" and above == k and deps[k] == "ccomp":  # X taken for who bombed, with B
        above = heads[k]
        if above >= first or speech().verb(lower[above]) is not None:
            return
        heads[first], deps[first] = above, "dobj"
    elif deps[first] not in ("pobj", "dobj"):
        return
    if (
        tags[above][:1] != "V"
        or above >= first
        or any(heads[j] == k and deps[j] in SUBJECTS for j in range(link, doer))
    ):
        return
    heads[doer], deps[doer] = k, "nsubj"
    heads[k], deps[k] = above, "conj"
    heads[link] = above


def aired(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "State television broadcast footage of …": a verb, no part of a compound noun."""
    near = range(verb + 1, min(verb + 4, len(lower)))
    thing = next((j for j in near if lower[j] in speech().footage), None)
    if thing is None or heads[verb] != thing:
        return
    tags[verb] = "VBD"
    take_place(verb, thing, deps, heads)
    hand_over(range(verb), [thing, verb], verb - 1, heads)
    heads[verb - 1], deps[verb - 1] = verb, "nsubj"
    heads[thing], deps[thing] = verb, "dobj"
