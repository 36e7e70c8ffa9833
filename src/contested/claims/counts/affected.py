"""Groups of people and things with their counts, read from tokens: robust where commas are lost and parses fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree
from contested.model.annotations import QuantityMention
from contested.model.quantity import Quantity

ARTICLES = frozenset({"a", "an", "another"})
DETERMINERS = frozenset("the this that these those their his her its our your my all other both such".split())
ADDED = frozenset({"further", "additional"})
LINKS = frozenset({"and", ",", "&", "as", "along", "or"})
PRONOUNS: Mapping[str, tuple[int, int | None]] = {
    "him": (1, 1),
    "her": (1, 1),
    "he": (1, 1),
    "she": (1, 1),
    "himself": (1, 1),
    "them": (2, None),
    "they": (2, None),
}
ASIDES: Mapping[str, str] = {"-": "-", "–": "–", "—": "—", "--": "--", "(": ")"}
LONGEST_ASIDE = 16  # tokens
PARTICLES = frozenset("al el ad as ash an ar at az".split())
SINGLES = frozenset("man woman child boy girl baby".split())
CROWDS = frozenset("family group crew team band party squad".split())
QUOTES = frozenset({'"', "”", "''"})
PAIRS = frozenset({"couple", "pair", "duo"})
Counts = Mapping[int, tuple[int, Quantity]]


@dataclass(slots=True)
class Group:
    """Tokens ``start`` to ``end`` of a group with its count; ``told``: by a number, an article, or nothing.

    ``named``: it has a noun; ``words``: where the words after its count begin.
    """

    start: int
    end: int
    head: int
    low: int | None
    high: int | None
    told: str = ""
    named: bool = True
    words: int | None = None


def counts_of(tree: Tree, quantities: Sequence[QuantityMention]) -> dict[int, tuple[int, Quantity]]:
    """Quantities by their first token, with the token after them."""
    return {tree.token_at(q.mention.start): (tree.token_at(q.mention.end - 1) + 1, q.quantity) for q in quantities}


def group_at(tree: Tree, counts: Counts, at: int, stop: int) -> Group | None:
    """The group that begins at token ``at`` and ends before ``stop``, or None."""
    lower, i = tree.lower, at
    if (
        i < stop
        and lower[i] in PRONOUNS
        and i + 1 not in counts
        and not (lower[i] == "her" and is_noun(tree, i + 1, stop))
    ):
        return Group(at, at + 1, at, *PRONOUNS[lower[i]], told="pronoun")
    while i < stop and (lower[i] in DETERMINERS or opens_count(lower, counts, i)) and i not in counts:
        i += 1
    if i + 1 < stop and lower[i] in ("most", "all", "half") and lower[i + 1] == "of":
        i += 3 if i + 2 < stop and lower[i + 2] in DETERMINERS else 2
    if i in counts:
        return counted(tree, counts, (at, i, stop))
    article = i < stop and lower[i] in ARTICLES
    end, head = nouns_from(tree, counts, i + article, stop)
    if head is None and tree.lower[i : i + 1] == ["another"] and harms_next(tree, i + 1):
        return Group(i, i + 1, i, 1, 1, "number", named=False)
    return None if head is None else group_of(tree, counts, (at, i, stop), end, head)


def group_of(tree: Tree, counts: Counts, span: tuple[int, int, int], end: int, head: int) -> Group | None:
    """The group of nouns up to ``end`` that no number opens; ``span``: where it and its nouns begin, and its limit."""
    (at, i, stop), lower = span, tree.lower
    article = lower[i] in ARTICLES
    if end < stop - 1 and lower[end] == "of" and end + 1 in counts and lower[head] in CROWDS:
        after, quantity = counts[end + 1]
        last, _ = nouns_from(tree, counts, after, stop)
        return Group(at, max(last, after), head, quantity.low, quantity.high, "number", words=i + article)
    if end + 1 < stop and tree.tags[end] == "POS" and end + 1 in counts:
        return counted(tree, counts, (end + 1, end + 1, stop))  # "the mayor's | two sons"
    plural = is_plural(tree, head)
    if lower[head] in PAIRS and (article or i > at):
        return Group(at, end, head, 2, 2, "number", words=i + article)  # "an elderly couple"
    if article or not plural or (head - i > 1 and is_titled_name(tree, i, head)):
        bare = not article and i == at
        return Group(at, end, head, 1, 1, "bare" if bare else "article")
    return Group(at, end, head, 2, None, "plural")


def is_titled_name(tree: Tree, start: int, head: int) -> bool:
    """Whether a name without capitals that ends like a plural stands behind its title: "general ana torres"."""
    words = effect_lexicon().words
    if tree.lower[head] in effect_lexicon().nouns | words["crowds"] or not tree.words[head].islower():
        return False
    return any(tree.lower[k] in words["people"] and not is_plural(tree, k) for k in range(start, head - 1))


def opens_count(lower: Sequence[str], counts: Counts, i: int) -> bool:
    """Whether a word only opens a count: "a dozen", "a further 30 homes", "an additional 12"."""
    if lower[i] in ADDED:
        return i + 1 in counts
    added = lower[i + 1 : i + 2] != [] and lower[i + 1] in ADDED
    return lower[i] in ARTICLES and i + 1 + added in counts


def harms_next(tree: Tree, i: int) -> bool:
    """Whether what became of somebody stands at a token, an auxiliary before it left out: "another was wounded"."""
    i += tree.lower[i : i + 1] in (["was"], ["is"])
    return any(word in effect_lexicon().forms for word in tree.lower[i : i + 1])


def counted(tree: Tree, counts: Counts, span: tuple[int, int, int]) -> Group | None:
    """A group that a quantity opens: "12 of the wounded men", "a dozen of others", "five"."""
    at, i, stop = span
    end, quantity = counts[i]
    i = min(end, stop)
    partitive = i < stop and tree.lower[i] == "of"
    i += partitive
    while partitive and i < stop and (tree.lower[i] in DETERMINERS or i in counts):
        i = counts[i][0] if i in counts else i + 1
    if i < stop and (tree.lower[i] in ("whom", "them", "which") or (partitive and tree.lower[i] == "us")):
        return Group(at, i + 1, i, quantity.low, quantity.high, "part", named=False)
    last, head = nouns_from(tree, counts, i, stop)
    if head is None and not partitive and tree.lower[end - 1] == "of":
        # "A number of the guards' vehicles": whose they are stands before what is counted.
        owned = next((k for k in range(i, stop) if tree.lower[k] not in DETERMINERS), stop)
        last, head = nouns_from(tree, counts, owned, stop)
        i = owned if head is not None else i
    if head is None and tree.lower[max(end, i) - 1] in ("of", "the", "those", "these"):
        last = i
    bounds = (at, max(last, end), head if head is not None else end - 1)
    open_end = tree.lower[bounds[1] : bounds[1] + 2] == ["at", "least"] and bounds[1] + 2 not in counts
    high = None if open_end else quantity.high
    return Group(*bounds, quantity.low, high, "number", named=head is not None, words=i)


def aside_end(tree: Tree, at: int, stop: int) -> int:
    """The token after an aside that tells a part, "- including two children -"; ``at`` where none begins there."""
    closing = ASIDES.get(tree.lower[at]) if at + 1 < stop else None
    if closing is None or tree.lower[at + 1] not in effect_lexicon().words["parts"]:
        return at
    ends = (k + 1 for k in range(at + 2, min(stop, at + LONGEST_ASIDE)) if tree.lower[k] == closing)
    return next(ends, at)


def nouns_from(tree: Tree, counts: Counts, at: int, stop: int) -> tuple[int, int | None]:
    """Where the adjectives and nouns from ``at`` on end, and the last noun among them."""
    i, head, end = at, None, at
    while i < stop and i not in counts and not is_time(tree, i):
        if is_noun(tree, i, stop):
            verb = i + 1 in counts and tree.lower[i].endswith("s") and tree.lower[i] in effect_lexicon().forms
            if verb or (head is not None and begins_anew(tree, head, i)):
                break  # "Kills Two Injures Three"
            head, end = i, i + 1
        elif head is not None and tree.words[i] in QUOTES and QUOTES.isdisjoint(tree.words[at:i]):
            break  # 'killed 12 soldiers" | state media said'
        elif not is_modifier(tree, i, stop) or (
            head is not None
            and (
                tree.deps[i] == "acl"
                or tree.lower[i] in effect_lexicon().forms
                or (tree.tags[i] == "CD" and tree.tags[i - 1] != "POS")
            )
        ):
            break  # "three people | 12 km north of the town"
        i += 1
    return end, head


def is_time(tree: Tree, i: int) -> bool:
    """Whether a word tells a time and no age: "people last year", but "a 9-year-old girl"."""
    aged = tree.words[i - 1] == "-" or tree.lower[i + 1 : i + 2] == ["old"]
    return tree.lower[i] in effect_lexicon().words["days"] and not aged


def begins_anew(tree: Tree, head: int, i: int) -> bool:
    """Whether a noun after a noun begins anew: "a man | woman", "others | sources", "three children | X Hospital"."""
    word, before = tree.lower[i], tree.lower[head]
    if (word in SINGLES and before in SINGLES) or before == "others":
        return True
    named = tree.tags[head] == "NNS" and tree.words[head].islower() and tree.tags[i][:3] == "NNP"
    named = named and tree.words[i][:1].isupper() and "the" not in tree.lower[max(0, head - 2) : head]
    acting = word.endswith("ing") and tree.tags[head] != "JJ"  # "civilians | fleeing", but "a Russian landing ship"
    return (named or acting) and before in effect_lexicon().words["people"]


def is_noun(tree: Tree, i: int, stop: int) -> bool:
    """Whether a token is a noun, or a known word for people or things whatever its tag."""
    if i >= stop:
        return False
    if tree.lower[i] in effect_lexicon().nouns or tree.words[i] == "IS":
        return True
    if tree.lower[i] in ("ablaze", "alight"):
        return False  # "set an oil depot ablaze"
    if tree.tags[i] == "JJ" and tree.deps[i] in ("dobj", "oprd", "nsubjpass") and looks_human(tree.lower[i]):
        return True  # "kills Palestinian"
    if i > 1 and tree.words[i - 1] == "-" and tree.words[i][:1].isupper() and tree.lower[i - 2] in PARTICLES:
        return True  # "Abu Jandal al-Kuwaiti"
    if not tree.tags[i].startswith("NN"):
        return False
    return all(reading.plain for reading in effect_lexicon().forms.get(tree.lower[i], ()))


def looks_human(noun: str) -> bool:
    """Whether a noun ends as nouns for people do: "vaccinator", "Palestinian"."""
    words = effect_lexicon().words
    return len(noun) > 4 and noun.endswith(tuple(words["endings"])) and noun not in words["lookalikes"]


def is_modifier(tree: Tree, i: int, stop: int) -> bool:
    """Whether a token may stand before the noun of its group."""
    tag, word = tree.tags[i], tree.lower[i]
    if word == "and" and tree.tags[i - 1] == "JJ" and i + 1 < stop and tree.tags[i + 1] == "JJ":
        return True
    if word in LINKS or word in effect_lexicon().words["parts"]:
        return False
    if word in effect_lexicon().forms:
        return tag in ("JJ", "VBN") and is_noun(tree, i + 1, stop) and word not in ("dead",)
    if (
        tag == "FW"
        or (word[:1].isalpha() and word[-1:].isdigit())
        or (tag in ("VB", "RP") and "HYPH" in (tree.tags[i - 1], *tree.tags[i + 1 : i + 2]))
    ):
        return i + 1 < stop  # "two pick-up trucks", "five Shahed-136 drones"
    if tag in ("VBN", "VBG", "RB"):
        return is_noun(tree, i + 1, stop) or (i + 1 < stop and tree.tags[i + 1] in ("JJ", "VBN"))
    return (
        tag.startswith("JJ") or tag in ("POS", "HYPH", "CD", "``", "''", "PRP$") or word in ("-", "'s", "s", "(", ")")
    )


def is_plural(tree: Tree, head: int) -> bool:
    """Whether the head of a group means more than one."""
    word = tree.lower[head]
    if word in effect_lexicon().words["crowds"]:
        return True
    people = effect_lexicon().words["people"]
    if tree.tags[head] in ("NNS", "NNPS") or word in ("men", "women", "children", "others", "troops", "schoolchildren"):
        return True
    return word in people and word.endswith("s") and word[:-1] in people
