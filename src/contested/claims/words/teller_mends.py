"""Parses put right in which who tells it was lost: "a statement by X read", "confirmed Y", "said in a report that"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.words.mend_words import mend_words
from contested.claims.words.reheading import hand_over, take_place
from contested.claims.words.speech import speech

ISSUED = frozenset("statement report post letter interview briefing tweet message bulletin speech email".split())
SPEAKING = frozenset({"reporting", "speaking", "writing"})
TELLING = frozenset({"reports", "claims", "estimates"})
BESIDE = frozenset({"npadvmod", "appos", "conj", "dobj"})
ENDS = frozenset({".", ":", "\n", "!", "?"})
FAR = 30  # tokens from a verb back to its subject
WITHIN = frozenset({"dobj", "pobj", "prep", "attr", "conj", "compound", "npadvmod", "appos", "nmod", "pcomp"})
THEIRS = frozenset({"by", "from", "to", "among"})  # "a statement by the army saying"


def mend_tellers(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right, in place, the words of telling that were read as nouns or hung on another phrase."""
    lower, saying = list(map(str.lower, words)), mend_words()["saying"] | mend_words()["voicing"]
    for k, word in enumerate(lower):
        if word in TELLING and tags[k] == "NNS" and heads[k] == k and lower[k + 1 : k + 2] == ["that"] and k:
            reports(k, words, tags, deps, heads)
        if word == "read" and tags[k][:2] == "NN" and (lower[k + 1 : k + 2] == [] or lower[k + 1] in ENDS):
            read_out(k, lower, tags, deps, heads)
        elif word == "told" and tags[k][:1] == "V" and lower[k + 1 : k + 2] and deps[k + 1] == "compound":
            told_whom(k, lower, tags, deps, heads)
        elif word == "state" and tags[k][:2] == "NN" and k and [lower[k - 1], *lower[k + 1 : k + 2]] == ["to", "that"]:
            to_state(k, lower, tags, deps, heads)
        elif word in SPEAKING and tags[k] == "NN" and k and lower[k - 1] in speech().persons and heads[k - 1] == k:
            from_there(k, tags, deps, heads)
        elif tags[k] == "VBN" and deps[k] == "amod" and k > 3 and lower[k - 1] == ",":
            confirmed(k, lower, tags, deps, heads)
        elif word in ISSUED and deps[k] == "pobj":
            told_in(k, lower, tags, deps, heads)
        elif word in saying and tags[k] == "VBG" and deps[k] == "acl" and heads[k] < k:
            says_himself(k, lower, tags, deps, heads)


def says_himself(k: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "X suspended talks with Y on Monday accusing Z": who acts speaks, not whom the parse tied "accusing" to."""
    noun = verb = heads[k]
    personal = (
        tags[noun][:3] == "NNP" or lower[noun] in speech().roles or lower[noun].endswith(("ers", "ors", "ists", "men"))
    )
    if lower[k] in mend_words()["voicing"] and (personal or lower[noun] in mend_words()["crowds"]):
        return
    if lower[noun] in ISSUED | mend_words()["worded"] or (lower[k] == "claiming" and lower[k + 1 : k + 2] == ["to"]):
        return
    while deps[verb] in WITHIN and heads[verb] < verb and tags[verb][:1] != "V":
        absolute = lower[verb] == "with" and noun == k - 1 and tags[heads[verb]][:1] == "V"
        if absolute or (deps[verb] == "prep" and lower[verb] in THEIRS):
            return
        verb = heads[verb]
    while deps[verb] == "xcomp" and heads[verb] < verb:  # "sought to soften the words, saying"
        verb = heads[verb]
    acting = any(heads[j] == verb and deps[j] in ("nsubj", "nsubjpass") for j in range(max(0, verb - FAR), verb))
    if tags[verb][:1] == "V" and acting and lower[verb] not in mend_words()["hearing"]:
        heads[k], deps[k] = verb, "advcl"


def reports(k: int, words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "SOHR reports that nine died": a verb behind initials or a name, no noun."""
    who, clause = k - 1, heads[k + 1]
    if heads[who] != k or heads[clause] != k or not (words[who].isupper() or tags[who][:3] == "NNP"):
        return
    hand_over(range(who), [k], who, heads)
    tags[k], tags[who], deps[who], deps[clause] = "VBZ", "NNP", "nsubj", "ccomp"


def told_whom(k: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Activists told AFP jets had bombed": the agency is told, no part of a name."""
    agency = k + 1
    if tags[agency] == "NNP" and speech().roles.get(lower[agency]) == "media" and heads[agency] > agency:
        heads[agency], deps[agency] = k, "dobj"


def to_state(k: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "He went on to state that nine died": a verb, and no country."""
    to, verb, clause = k - 1, heads[k - 1], heads[k + 1]
    if heads[k] != to or verb >= to or clause <= k or heads[clause] not in (verb, k):
        return
    tags[k], deps[k], heads[k] = "VB", "xcomp", verb
    tags[to], deps[to], heads[to] = "TO", "aux", k
    deps[clause], heads[clause] = "ccomp", k


def read_out(k: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "…", a statement by X read": a verb, no part of a name."""
    before = range(max(k - 8, 0), k)
    paper = next((j for j in before if lower[j] in ISSUED and tags[j][:2] == "NN"), None)
    if paper is None:
        return
    tags[k] = "VBD"
    if heads[paper] == k:
        deps[paper] = "nsubj"
        return
    above = heads[paper]
    if heads[above] != above or deps[k] != "pobj" or k - 1 <= paper:
        return
    by, name = heads[k], k - 1
    for j in before:
        if heads[j] == k:
            heads[j] = name
    heads[name], deps[name] = by, "pobj"
    for j, head in enumerate(heads):
        if head == above and j > k:
            heads[j] = k
    heads[k], deps[k] = k, "ROOT"
    heads[above], deps[above] = k, "ccomp"
    heads[paper], deps[paper] = k, "nsubj"


def from_there(k: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The agency's correspondent reporting from X said": the correspondent, no reporting."""
    who = k - 1
    take_place(who, k, deps, heads)
    hand_over(range(who), [k], who, heads)
    heads[k], deps[k], tags[k] = who, "acl", "VBG"


def confirmed(k: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "It burnt, confirmed ministry spokesman X": who confirms stands behind the verb, described by it no less."""
    noun = heads[k]
    told = speech().stem(lower[k]) in speech().postposed and speech().verb(lower[k]) == "tell"
    if not told or noun <= k or deps[noun] not in BESIDE or speech().persons.isdisjoint(lower[k + 1 : noun + 1]):
        return
    heads[k], deps[k], tags[k] = heads[noun], "parataxis", "VBD"
    heads[noun], deps[noun] = k, "nsubj"


def told_in(k: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Concluded in a report that …": the clause is what is concluded."""
    verb = heads[heads[k]]
    if lower[heads[k]] not in ("in", "on") or tags[verb][:1] != "V" or speech().verb(lower[verb]) is None:
        return
    clause = next((j for j in range(k + 2, len(lower)) if heads[j] == k and deps[j] == "acl"), None)
    if clause is None or lower[k + 1] != "that" or heads[k + 1] != clause or deps[k + 1] != "mark":
        return
    heads[clause], deps[clause] = verb, "ccomp"
