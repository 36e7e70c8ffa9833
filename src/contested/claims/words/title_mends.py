"""Headlines in capitals put right, whose verb of saying was read as part of a name: "Junta Denies Massacre"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from contested.claims.words.headline_mends import headline_words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORTEST, LONGEST = 4, 24  # tokens of a headline
SMALL = 4  # letters from which on a word of a title begins with a capital


def mend_titles(
    words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], bounds: Sequence[int]
) -> None:
    """Put right, in place, the verbs of saying of titles that have no other finite verb."""
    speaking = headline_words()["speaking"]
    for start, end in pairwise(bounds):
        if not SHORTEST <= end - start <= LONGEST or speaking.isdisjoint(map(str.lower, words[start:end])):
            continue
        inside = range(start + 1, end - 1)
        verb = next((k for k in inside if is_name(words, tags, k, speaking) or is_part(words, deps, k, speaking)), None)
        rooted = sum(heads[k] == k for k in range(start, end)) == 1
        others = {tags[k] for k in range(start, end) if k != verb}
        if verb is None or not rooted or not is_title(words[start:end]) or not FINITE.isdisjoint(others):
            continue
        attach(verb, (start, end), tags, deps, heads)


def is_name(words: Sequence[str], tags: Sequence[str], k: int, speaking: frozenset[str]) -> bool:
    """Whether a capitalised word of saying was read as a noun behind a noun."""
    return words[k].istitle() and words[k].lower() in speaking and tags[k][:2] == tags[k - 1][:2] == "NN"


def is_part(words: Sequence[str], deps: Sequence[str], k: int, speaking: frozenset[str]) -> bool:
    """Whether a capitalised word of saying was read as a part of the name behind it: "Norland Accuses Rebels of"."""
    return words[k].istitle() and words[k].lower() in speaking and deps[k] == "compound"


def is_title(words: Sequence[str]) -> bool:
    """Whether all long words begin with capitals."""
    long = [word for word in words if word.isalpha() and len(word) >= SMALL]
    return len(long) > 2 and all(word[0].isupper() for word in long)


def attach(verb: int, bounds: tuple[int, int], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a token its title's verb: the nouns before it speak, what stands behind it is told."""
    start, end = bounds
    behind = [k for k in range(verb + 1, end) if heads[k] <= verb or heads[k] == k]
    thing = next((k for k in behind if tags[k][0] in "NVC"), None)
    stop = next((k for k in range(start + 1, verb) if tags[k] == "IN"), verb)
    speaker = next((k for k in range(stop - 1, start - 1, -1) if tags[k][:2] == "NN"), None)
    if thing is None or speaker is None:
        return
    for k in range(start, verb):
        if not start <= heads[k] < verb or heads[k] == k:
            heads[k], deps[k] = speaker, "prep" if tags[k] == "IN" else "compound"
    for k in behind:
        heads[k] = verb
        deps[k] = "dep" if deps[k] == "ROOT" else deps[k]
    heads[speaker], deps[speaker] = verb, "nsubj"
    deps[thing] = "xcomp" if tags[thing] == "VBG" else "dobj"
    heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBZ"
