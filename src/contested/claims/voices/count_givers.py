"""Who gives a count: "X gave a toll of 12", "X puts the figure at 30", "X counted 13 dead", "X acknowledged six"."""

from __future__ import annotations

from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.roles import RELATIVE
from contested.claims.words.speaker_asides import antecedent
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

SPEAKING = frozenset({"spoke", "speaks", "speak"})
HARMED = frozenset({"dead", "losses", "casualties", "deaths", "fatalities"})  # put at a number, not given
GIVING = frozenset("registered recorded".split())
RECORDING = frozenset("recorded records recording registered registers registering logged logs logging tallied".split())
COUNTERS = frozenset({"monitor", "official", "media", "local", "party"})
BREAKS = frozenset({";", "but", "while", "whereas"})  # what another gives begins there
Given = tuple[int, tuple[int, int], tuple[int, int]]


def counts_given(tree: Tree) -> list[Given]:
    """Verb, speaker and content of each count that somebody gives, in text order."""
    spoken = [k for k, word in enumerate(tree.lower) if word in SPEAKING and spoken_of(tree, k) is not None]
    found: list[Given] = []
    for verb in sorted({*(tree.heads[k] for k, dep in enumerate(tree.deps) if dep == "dobj"), *spoken}):
        thing = thing_counted(tree, verb)
        subject = next((k for k in reversed(tree.children(verb, "nsubj")) if k < verb), None)
        if thing is not None and subject is not None and verb < thing:
            begin, end = source_of(tree, verb, subject)
            stop = max(tree.right[verb], tree.right[thing])
            stop = next((k for k in range(thing + 1, stop) if tree.lower[k] in BREAKS), stop)
            if found and found[-1][2][0] < begin < found[-1][2][1]:  # "…, and residents spoke of 31 dead"
                found[-1] = (*found[-1][:2], (found[-1][2][0], begin))
            found.append((verb, (begin, end), (verb + 1, stop)))
    return found


def source_of(tree: Tree, verb: int, subject: int) -> tuple[int, int]:
    """Who gives a count: the one whom "which" or "who" takes up, else the verb's subject."""
    if tree.lower[subject] not in RELATIVE or tree.deps[verb] != "relcl":
        return tree.left[subject], min(tree.right[subject], verb)
    who = antecedent(tree, tree.heads[verb], subject)
    end = next((k for k in range(who + 1, subject) if tree.words[k] == ","), tree.left[subject])
    return tree.left[who], max(end, who + 1)


def thing_counted(tree: Tree, verb: int) -> int | None:
    """The object by which a verb gives a count: a tally, or after a verb of counting a number; None elsewhere."""
    words, told = effect_lexicon().words, tree.lower[verb]
    if told in SPEAKING:
        return spoken_of(tree, verb)
    thing = tree.child(verb, "dobj")
    if thing is not None and any(tree.lower[k] == "no" for k in tree.kids[thing]):
        return None  # "gave no toll"
    if thing is not None and told in RECORDING and is_numbered(tree, thing):
        subject = tree.child(verb, "nsubj")
        return thing if subject is not None and can_count(tree, subject) else None  # "recorded 44 attacks"
    if thing is None or told not in words["tallying"] | words["recounting"] | GIVING:
        return None
    if tree.lower[thing] in speech().counts and told in words["tallying"]:
        return thing
    if tree.lower[thing] in speech().counts - HARMED and told in GIVING:
        return thing
    subject = tree.child(verb, "nsubj")
    counting = told in words["recounting"] and is_count(tree, thing)
    return thing if counting and subject is not None and can_count(tree, subject) else None


def is_numbered(tree: Tree, thing: int) -> bool:
    """Whether a number stands before a noun, or before those whose harm it names: "the deaths of 12 civilians"."""
    of = next((k for k in tree.kids[thing] if tree.lower[k] == "of"), None)
    those = tree.child(of, "pobj") if of is not None else None
    return any(tree.tags[k] == "CD" for noun in (thing, those) if noun is not None for k in tree.kids[noun])


def spoken_of(tree: Tree, verb: int) -> int | None:
    """The count that somebody speaks of: "local sources spoke of 150 dead"."""
    of = next((k for k in tree.kids[verb] if tree.lower[k] == "of" and k > verb), None)
    thing = tree.child(of, "pobj") if of is not None else None
    return thing if thing is not None and is_count(tree, thing) else None


def is_count(tree: Tree, thing: int) -> bool:
    """Whether an object is a number alone, or a number of the dead and hurt."""
    words, low = effect_lexicon(), tree.lower
    if tree.tags[thing] == "CD":
        return True
    left, right = tree.subtree(thing)
    harmed = any(low[k] in words.forms or low[k] in words.words["casualties"] for k in range(left, right))
    return harmed and any(tree.tags[k] == "CD" for k in tree.kids[thing])


def can_count(tree: Tree, subject: int) -> bool:
    """Whether a subject can count: a role of speech, or a name."""
    named = tree.tags[subject][:3] == "NNP" or (tree.words[subject].isupper() and len(tree.words[subject]) > 2)
    return named or any(speech().roles.get(tree.lower[k]) in COUNTERS for k in range(*tree.subtree(subject)))
