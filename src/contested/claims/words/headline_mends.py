"""Headlines and hyphens, put right in a parse that took a verb for a noun, or one noun for three."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from contested.claims.words.inflect import verb_forms

FINITE = frozenset({"VBD", "VBZ", "VBP"})


@cache
def mended_words() -> frozenset[str]:
    """All words that ``mend_word`` may put right: asked of every token, so at once."""
    lists = headline_words()
    listed = lists["verbs"] | lists["following"] | lists["harming"] | lists["besides"]
    return listed | in_s("verbs") | in_s("hitting") | {"flee", "fleeing", "-", "down"}


def mend_word(k: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Put right a verb of a headline that the parse took for a noun, and a noun that a hyphen broke."""
    word = lower[k]
    if word == "flee" and tags[k][:2] == "NN":
        tags[k] = "VBP"
    elif word == "fleeing":
        who_flees(k, lower, tags, deps, heads)
    elif (tags[k] in ("NN", "VB") and word in headline_words()["verbs"]) or (
        tags[k] == "NNS" and word in in_s("verbs") and lower[k - 1] in headline_words()["lone"]
    ):
        in_headline(k, lower, tags, deps, heads)
    elif is_hitting(k, word, lower, tags, deps):
        deed_hits(k, tags, deps, heads)
    elif tags[k] == "NNS" and deps[k] == "dobj" and heads[k] == k - 1 and word in in_s("verbs"):
        two_acts(k, tags, deps)
    elif lower[k - 1] == "and" and deps[k] in ("amod", "compound") and word in headline_words()["besides"]:
        second_deed(k, lower, tags, deps, heads)
    elif tags[k][:2] == "NN" and word in headline_words()["harming"] and tags[k - 1] == "CD":
        harms_more(k, lower, tags, deps, heads)
    elif word == "-" and k < len(lower) - 1 and deps[k - 1] == deps[k] == deps[k + 1] != "ROOT":
        one_noun(k, deps, heads)
    elif word == "down" and lower[k - 1] in headline_words()["doers"]:
        shot_down(k, lower, tags, deps, heads)
    elif tags[k] == "VBG" and deps[k] == "acl" and word in headline_words()["following"]:
        by_who_struck(k, lower, tags, deps, heads)


def in_headline(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Troops hammer militants": a verb between its doer and what it strikes, read as part of one compound noun."""
    thing, doer = heads[verb], verb - 1
    does = heads[doer] == verb and (lower[doer] in headline_words()["doers"] or tags[doer] == "NNPS")
    hit = any(heads[j] == verb and deps[j] == "dobj" for j in range(verb + 1, min(verb + 8, len(tags))))
    if does and (deps[doer] == "nsubj" or (deps[doer] == "compound" and hit)):
        tags[verb], deps[doer] = "VBP", "nsubj"  # "militants behead workers", a noun by its tag alone
        return
    if deps[verb] not in ("compound", "nmod", "amod") or thing <= verb or not may_do(lower[doer]):
        return
    if thing + 1 < len(tags) and tags[thing + 1] in FINITE:
        return  # "rebels attack kills nine" lost an apostrophe
    above = heads[thing]
    tags[verb] = "VBZ" if tags[verb] == "NNS" else "VBP"
    deps[verb], heads[verb] = deps[thing], verb if above == thing else above
    if deps[verb] == "pobj":  # "… as warplanes pound the town"
        deps[verb], heads[verb] = "advcl", heads[above]
        deps[above], heads[above] = "mark", verb
    elif deps[verb] != "ROOT":
        deps[verb] = "advcl"
    hang(range(doer), thing, doer, heads)
    join(doer, verb, thing, deps, heads)


def hang(tokens: Iterable[int], old: int, new: int, heads: list[int]) -> None:
    """Hang those of the tokens that hang on one on another."""
    for i in tokens:
        if heads[i] == old:
            heads[i] = new


def join(doer: int, verb: int, thing: int, deps: list[str], heads: list[int]) -> None:
    """Make a doer the subject of a verb and a thing its object."""
    heads[doer], deps[doer] = verb, "nsubj"
    heads[thing], deps[thing] = verb, "dobj"


def may_do(word: str) -> bool:
    """Whether a word may be the doer right before a headline's verb."""
    return word in headline_words()["doers"] or word in headline_words()["lone"]


def is_hitting(k: int, word: str, lower: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> bool:
    """Whether a verb behind a deed is read as part of a name, by its tag or by what it hangs on."""
    named = tags[k][:2] == "NN" or deps[k] in ("compound", "nmod")
    return named and word in in_s("hitting") and lower[k - 1] in headline_words()["deeds"]


def deed_hits(verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Rocket Attack Hits Norwick Hospital": a verb that the parse takes for a part of a name."""
    deed, thing = verb - 1, heads[verb]
    if deps[verb] in ("compound", "nmod") and thing > verb:  # "Attack Targets School", perhaps with a verb behind
        above = heads[thing]
        heads[verb], deps[verb] = (verb, "ROOT") if above == thing or deps[thing] == "nsubj" else (above, deps[thing])
        if deps[thing] == "nsubj" and above > thing:
            heads[above], deps[above] = verb, "conj"
        hang(range(deed), thing, deed, heads)
    elif heads[deed] == verb and deps[deed] == "compound":
        near = range(verb + 1, min(verb + 8, len(tags)))
        thing = next((j for j in near if heads[j] == verb and deps[j] in ("appos", "dobj", "dep")), verb)
    if thing > verb:
        tags[verb] = "VBZ"
        join(deed, verb, thing, deps, heads)


def two_acts(verb: int, tags: list[str], deps: list[str]) -> None:
    """ "Militia beheads crucifies in push for town": two verbs that lost their comma, the second no plural."""
    if tags[verb - 1] == "VBZ":
        tags[verb], deps[verb] = "VBZ", "conj"


def who_flees(verb: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Troops shot at fleeing civilians": those who flee are struck, whom the parse makes the object of "fleeing"."""
    who, before = verb + 1, verb - 1
    if who >= len(tags) or tags[who] not in ("NNS", "NN") or heads[who] != verb or deps[who] != "dobj":
        return
    above, fled = heads[verb], headline_words()["doers"] | headline_words()["fleeing"]
    if above == verb or tags[before][:1] not in ("I", "V") or lower[who] not in fled:
        return
    hang(range(len(heads)), verb, above, heads)
    heads[who], deps[who] = (before, "pobj") if tags[before] == "IN" else (above, "dobj")
    heads[verb], deps[verb] = who, "amod"


def second_deed(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Beating men and looting shops": a second verb, which the parse takes for a quality of what it strikes."""
    thing = heads[verb]
    noun = heads[thing]
    first = heads[noun] if deps[noun] == "dobj" else noun
    alike = tags[first][:2] == "VB" and (tags[first] == "VBG") == lower[verb].endswith("ing")
    if deps[thing] != "conj" or thing < verb or not alike:
        return
    tags[verb], heads[verb], deps[verb] = tags[first], first, "conj"
    heads[thing], deps[thing] = verb, "dobj"
    heads[verb - 1] = first


def harms_more(verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Blasts kill 12 wound 30": two verbs that lost what joined them, each with its count."""
    count, more = verb - 1, verb + 1
    first = next((j for j in range(count - 1, max(-1, count - 4), -1) if lower[j] in headline_words()["killing"]), None)
    if first is None or more >= len(tags) or not (tags[more] == "CD" or lower[more] in headline_words()["many"]):
        return
    thing = heads[verb] if heads[verb] > verb and heads[verb] != first else more
    hang(range(verb), thing, first, heads)
    hang(range(verb), verb, first, heads)
    hang(range(more, len(heads)), verb, thing, heads)
    heads[thing], deps[thing] = verb, "dobj"
    heads[count], deps[count] = first, "dobj"
    tags[verb], heads[verb], deps[verb] = "VBP", first, "conj"


@cache
def in_s(name: str) -> frozenset[str]:
    """The third person of the verbs of a list, which looks like a plural: "crucifies", "targets"."""
    return frozenset(form for verb in headline_words()[name] for form in verb_forms(verb) if form.endswith("s"))


def one_noun(hyphen: int, deps: list[str], heads: list[int]) -> None:
    """ "A counter-attack": one noun, of which the parse makes three beside each other."""
    first, last = hyphen - 1, hyphen + 1
    if not heads[first] == heads[hyphen] == heads[last] < first:
        return
    hang(range(max(0, first - 4), first), first, last, heads)
    heads[first], deps[first] = last, "compound"
    heads[hyphen], deps[hyphen] = last, "punct"


def by_who_struck(verb: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """ "Rebels attacked army positions recapturing the town": what is struck does nothing itself, a comma is lost."""
    thing = heads[verb]
    above = heads[thing]
    struck = deps[thing] == "dobj" and thing < verb and tags[above][:1] == "V"
    if struck and lower[thing] in headline_words()["grounds"]:
        heads[verb], deps[verb] = above, "advcl"


def shot_down(k: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Rebels down regime helicopter": a verb, which the parse takes for a particle or a preposition."""
    near = range(k + 1, min(k + 4, len(lower)))
    thing = next((j for j in near if lower[j] in headline_words()["downed"]), None)
    doer = k - 1
    if thing is None or tags[k] in FINITE or any(lower[j] in (",", ".", "of") for j in range(k, thing)):
        return
    top = thing if deps[thing] != "pobj" or heads[thing] != k else doer
    above, told = heads[top], deps[top]
    rooted = above in (top, k, doer, thing) or heads[above] in (k, doer, thing)
    tags[k], heads[k], deps[k] = "VBP", k if rooted else above, "ROOT" if rooted else told
    for j in range(len(heads)):
        if j not in (k, doer, thing) and heads[j] in (doer, thing) and j < doer:
            heads[j] = doer
    join(doer, k, thing, deps, heads)


@cache
def headline_words() -> dict[str, frozenset[str]]:
    """Word lists by name."""
    text = files("contested.claims").joinpath("lexicon/headlines.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
