"""Parses put right where a comma is lost, or a gerund taken for a noun: "the army backed by X shelled Y"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.words.headline_mends import FINITE
from contested.claims.words.mend_words import mend_words
from contested.claims.words.reheading import hand_over, take_place

TOLD_OF = frozenset({"those", "them"})
ASIDE = frozenset({"acl", "relcl", "ccomp", "conj", "dep"})
LONGEST = 14  # tokens from "backed" to the verb of who is backed


def mend_commas(lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right, in place, what hangs on the wrong verb for want of a comma."""
    helped, gerunds, bearing = mend_words()["helped"], mend_words()["gerunds"], mend_words()["bearing"]
    asked = helped | gerunds | bearing | {"which", "whom", "of", "it"}  # of every token, so at once
    for k in [k for k, word in enumerate(lower) if word in asked]:
        word = lower[k]
        if word in helped and tags[k] in ("VBN", "VBD") and k and lower[k + 1 : k + 2] == ["by"]:
            backed(k, lower, tags, deps, heads)
        elif word in ("which", "whom") and deps[k] == "pobj" and lower[k - 1] == "of":
            of_which(k, deps, heads)
        elif word in gerunds and tags[k] == "NN" and deps[k] in ("compound", "amod") and k:
            gerund(k, lower, tags, deps, heads)
        elif word in bearing and deps[k] in ("compound", "amod") and k:
            loaded(k, tags, deps, heads)
        elif word == "it" and deps[k] == "nsubj" and k and heads[k - 1] != heads[k]:
            granted(k, lower, deps, heads)
        elif word == "of" and lower[k + 1 : k + 2] and lower[k + 1] in TOLD_OF:
            of_those(k, tags, deps, heads)


def backed(helped: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "The army backed by its ally X shelled Y": the army shells, whoever the parse takes for the subject."""
    doer, verb = helped - 1, helped + 2
    stop = min(len(tags), helped + LONGEST)
    while verb < stop and lower[verb] not in mend_words()["stops"] and tags[verb] not in FINITE:
        verb += 1
    if verb >= stop or tags[verb] not in FINITE or tags[doer][:2] != "NN" or heads[doer] == verb:
        return
    subject = next((j for j in range(helped, verb) if heads[j] == verb and deps[j] == "nsubj"), None)
    if subject is None and not (deps[verb] in ASIDE and helped < heads[verb] < verb):
        return
    helper = next((j for j in range(helped + 2, verb) if deps[j] == "pobj" and heads[j] == helped + 1), None)
    if subject is not None and helper is not None:
        heads[subject], deps[subject] = helper, "appos"
    elif subject is not None:
        heads[subject], deps[subject] = helped + 1, "pobj"
    if subject is None:
        take_place(verb, doer, deps, heads)
    heads[doer], deps[doer] = verb, "nsubj"
    heads[helped], deps[helped] = doer, "acl"


def gerund(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Accused of bombing schools", "denied bombing civilians": a verb with its object, no quality of the schools."""
    thing, words = heads[verb], mend_words()
    above = heads[thing]
    if thing < verb or tags[thing] != "NNS" or lower[thing] in words["deeds"] or above >= verb:
        return
    charged = lower[above] in ("of", "for") and (
        lower[heads[above]] in words["charges"] or lower[heads[heads[above]]] in words["charges"]
    )
    if not charged and not (lower[above] in words["denials"] and deps[thing] == "dobj"):
        return
    tags[verb], heads[verb], deps[verb] = "VBG", above, "pcomp" if charged else "xcomp"
    heads[thing], deps[thing] = verb, "dobj"


def loaded(verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Opened fire on a bus carrying pilgrims": the bus, which carries them, no pilgrims of a kind."""
    bearer, load = verb - 1, heads[verb]
    if (
        load <= verb
        or tags[load] not in ("NNS", "NNPS")
        or tags[bearer][:2] != "NN"
        or heads[bearer] not in (verb, load)
    ):
        return
    take_place(bearer, load, deps, heads)
    tags[verb], deps[verb], heads[verb] = "VBG", "acl", bearer
    deps[load], heads[load] = "dobj", verb
    hand_over(range(max(0, bearer - LONGEST), bearer), [load, verb], bearer, heads)


def granted(it: int, lower: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Although the army denied it jets bombed the town": the bombing is told as such, and "it" is denied."""
    verb, told = heads[it], it - 1
    marks = [j for j in range(max(0, told - LONGEST), told) if heads[j] == told and deps[j] == "mark"]
    own = any(heads[j] == verb and deps[j] == "nsubj" for j in range(it + 1, verb))
    if (
        not own
        or deps[verb] != "ccomp"
        or heads[verb] != told
        or not any(lower[j] in mend_words()["granting"] for j in marks)
    ):
        return
    take_place(verb, told, deps, heads)
    deps[told], heads[told] = "advcl", verb
    deps[it], heads[it] = "dobj", told
    hand_over(range(verb + 1, len(heads)), [told], verb, heads)  # the full stop


def of_which(which: int, deps: Sequence[str], heads: list[int]) -> None:
    """ "Strikes on Monday one of which hit a hall": the day is that of the strikes."""
    count = heads[which - 1]
    verb = heads[count]
    if not count < which - 1 < verb or deps[count] not in ("nsubj", "nsubjpass") or not heads[verb] < count:
        return
    for j in range(heads[verb] + 1, count):
        if heads[j] == verb and deps[j] in ("prep", "npadvmod", "advmod"):
            heads[j] = heads[verb]


def of_those(of: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Of those killed six were children": six of them, no killed six."""
    those, told, count, verb = range(of + 1, of + 5)
    if verb >= len(tags) or tags[told] != "VBN" or tags[count] != "CD" or tags[verb] not in FINITE:
        return
    if heads[count] == of and heads[of] == verb:
        heads[those], deps[those] = of, "pobj"
        heads[told], deps[told] = those, "acl"
        heads[count], deps[count] = verb, "nsubj"
