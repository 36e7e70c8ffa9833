"""What somebody only has in mind or works on: "bent on taking the town", "strikes remain on the table"."""

from __future__ import annotations

from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

BE = frozenset({"is", "are", "was", "were", "be", "remain", "remains", "remained"})
OPEN = frozenset({"a", "an", "any"})
PRESENT = frozenset({"VBZ", "VBP", "VB", "VBG"})
TOWARDS = frozenset({"on", "to", "at", "of", "towards", "toward", "for"})
CLOSE = frozenset({"close", "closer", "near", "nearer"})


def has_in_mind(tree: Tree, head: int) -> bool:
    """Whether an event at a token is only what somebody has in mind, is offered or is being brought about."""
    return any(asked(tree, head) for asked in AIMS)


def bent_on(tree: Tree, head: int) -> bool:
    """Whether somebody is bent on it: "focus its efforts on taking the hill", "hinted at launching a raid"."""
    node = tree.heads[head] if tree.deps[head] == "dobj" else head
    sets, key = lexicon().sets, speech().stem(tree.lower[node])
    if node != head and (key not in sets["light"] or key in sets["ending"]):
        return False  # "with an eye to ending the war": the war goes on
    return tree.tags[node] == "VBG" and tree.deps[node] == "pcomp" and is_bent(tree, tree.heads[node])


def is_bent(tree: Tree, link: int) -> bool:
    """Whether a preposition hangs on a word of aiming or on its object: "bent on", "focus its efforts on"."""
    above = tree.heads[link]
    if tree.lower[link] not in TOWARDS:
        return False
    words = [tree.lower[link - 1], tree.lower[above]]
    if tree.deps[above] == "dobj":
        words.append(tree.lower[tree.heads[above]])
    return any(speech().stem(word) in lexicon().sets["bent"] for word in words)


def aimed_at(tree: Tree, head: int) -> bool:
    """Whether something is aimed at it: "an operation aimed at the recapture of the town"."""
    link = tree.heads[head]
    aimed = tree.lower[link] == "at" and speech().stem(tree.lower[tree.heads[link]]) == "aim"
    return aimed and tree.deps[head] == "pobj" and tree.lower[head] in GAINS


def backed(tree: Tree, head: int) -> bool:
    """Whether one that nobody has told of is stood up for: "supports a strike"; who supported one may have struck."""
    verb = tree.heads[head]
    if tree.deps[head] != "dobj" or tree.tags[head][:2] != "NN" or tree.tags[verb] not in PRESENT:
        return False
    ahead = tree.tags[verb] != "VBG" and speech().stem(tree.lower[verb]) in ("support", "back")
    return ahead and any(tree.lower[k] in OPEN for k in tree.kids[head])


def on_table(tree: Tree, head: int) -> bool:
    """Whether it is one of the choices: "strikes remain on the table", "the options include air strikes"."""
    verb = tree.heads[head]
    if tree.deps[head] == "nsubj" and tree.lower[verb] in BE:
        behind = " ".join(tree.lower[verb + 1 : verb + 6])
        return behind.removeprefix("still ").startswith(("on the table", "an option", "among the options"))
    if tree.deps[head] != "dobj" or speech().stem(tree.lower[verb]) != "includ":
        return False
    what = tree.child(verb, "nsubj")
    return what is not None and stem(tree.lower[what]) in lexicon().sets["choices"]


def nearly(tree: Tree, head: int) -> bool:
    """Whether it is about to be brought off: "close to a ceasefire", "edging towards a deal"."""
    link = tree.heads[head]
    if tree.deps[head] != "pobj" or not any(tree.lower[k] in OPEN for k in tree.kids[head]):
        return False
    above = tree.heads[link]
    if tree.lower[link] == "to" and tree.lower[above] in CLOSE:
        return tree.deps[above] in ("acomp", "advmod")
    return tree.lower[link] in ("towards", "toward") and tree.lower[above] in ("edging", "inching", "moving", "working")


def brought_about(tree: Tree, head: int) -> bool:
    """Whether it is still being talked of: "is mediating a truce", "a truce is being negotiated"."""
    verb = tree.heads[head]
    if tree.tags[head][:2] != "NN":
        return False
    if tree.deps[head] == "pobj" and tree.lower[verb] == "for":
        above = tree.heads[verb]
        return tree.tags[above] in ("VBG", "VBN") and brokers(tree, above) and is_going_on(tree, above)
    return tree.deps[head] in ("dobj", "nsubjpass") and brokers(tree, verb) and is_going_on(tree, verb)


def brokers(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of bringing talks or a deal about."""
    return speech().stem(tree.lower[verb]) in lexicon().sets["brokering"]


def is_going_on(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what is going on: "is mediating", "is being negotiated"."""
    aux = [tree.lower[k] for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")]
    return (tree.tags[verb] == "VBG" and bool({"is", "are"} & set(aux))) or "being" in aux


def being_planned(tree: Tree, head: int) -> bool:
    """Whether somebody is at planning it: "charged with planning attacks"."""
    if tree.tags[head][:2] != "NN":
        return False
    first = min((k for k in tree.kids[head] if k < head), default=head)
    return tree.lower[first] in PLANNING or (first > tree.first[head] and tree.lower[first - 1] in PLANNING)


def talked_of(tree: Tree, head: int) -> bool:
    """Whether talks are still held on it: "talks on the release of the hostages", "negotiations over a truce"."""
    link = tree.heads[head]
    what = tree.heads[link]
    if tree.deps[head] != "pobj" or tree.lower[link] not in ("on", "over", "about", "for"):
        return False
    key = stem(tree.lower[what])
    if tree.tags[head][:2] != "NN" or key not in lexicon().sets["talking"]:
        return False
    indefinite = any(tree.lower[k] in OPEN for k in tree.kids[head]) and not tree.lower[what].startswith("agree")
    return tree.lower[head] in YIELDED or indefinite


def meant(tree: Tree, head: int) -> bool:
    """Whether somebody only threatens or weighs it: "threatened military intervention", "is weighing air strikes"."""
    verb = tree.heads[head]
    if tree.deps[head] != "dobj" or tree.tags[head][:2] != "NN" or tree.child(verb, "neg") is not None:
        return False
    known = any(tree.lower[k] in KNOWN for k in tree.kids[head])
    return not known and speech().stem(tree.lower[verb]) in lexicon().sets["weighing"]


def laid_down(tree: Tree, head: int) -> bool:
    """Whether a deal or plan lays it down among other things: "provides for a truce and the withdrawal of troops"."""
    noun = head
    while tree.deps[noun] in ("conj", "appos") and tree.tags[noun][:2] == "NN":
        noun = tree.heads[noun]
    verb = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[verb] in ("for", "on"):
        verb = tree.heads[verb]
    elif tree.deps[noun] != "dobj":
        return False
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.lower[subject] in ("that", "which") and tree.deps[verb] == "relcl":
        subject = tree.heads[verb]
    lays = tree.tags[verb] in ("VBZ", "VBP", "VB") and speech().stem(tree.lower[verb]) in lexicon().sets["laying_down"]
    return lays and subject is not None and stem(tree.lower[subject]) in lexicon().sets["texts"]


def before_any(tree: Tree, head: int) -> bool:
    """Whether something is to come before it: "plans to move civilians before any operation"."""
    before = tree.heads[head]
    return tree.lower[before] == "before" and tree.deps[head] == "pobj" and tree.lower[tree.left[head]] == "any"


def in_exchange(tree: Tree, head: int) -> bool:
    """Whether it would be given for something: "offered to free them in exchange for the release of prisoners"."""
    link = tree.heads[head]
    above = tree.heads[link]
    if tree.deps[head] != "pobj" or tree.lower[link] != "for" or tree.lower[above] not in ("exchange", "return"):
        return False
    verb = tree.heads[tree.heads[above]]
    aux = {tree.lower[k] for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")}
    return tree.tags[verb] == "VB" or bool(aux & {"to", "will", "would", "could"})


def on_a_day_ahead(tree: Tree, head: int) -> bool:
    """Whether it is told for a day in the present tense: "the talks begin on Monday", "they meet on Friday"."""
    verb = head if tree.tags[head] in ("VBZ", "VBP") else tree.heads[head]
    if tree.tags[verb] not in ("VBZ", "VBP") or verb == tree.first[verb]:
        return False
    if verb != head and tree.deps[head] not in ("nsubj", "dobj"):
        return False
    if speech().stem(tree.lower[verb]) not in lexicon().sets["arranged"] or tree.child(verb, "neg") is not None:
        return False
    return any(is_day(tree, k) for k in tree.kids[verb] if k > verb)


def is_day(tree: Tree, k: int) -> bool:
    """Whether a phrase is a weekday or another day to come: "on Monday", "tomorrow", "next week"."""
    day = tree.child(k, "pobj") if tree.lower[k] == "on" else k
    if day is None:
        return False
    first = tree.lower[tree.left[day]]
    return tree.lower[day] in DAYS or (tree.deps[day] == "npadvmod" and first == "next")


KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
PLANNING = frozenset({"planning", "plotting", "preparing"})
GAINS = frozenset("capture recapture seizure liberation encirclement takeover release evacuation conquest".split())
YIELDED = frozenset({"release", "exchange", "swap", "withdrawal", "evacuation", "surrender"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow".split())
AIMS = (
    bent_on,
    backed,
    on_table,
    nearly,
    brought_about,
    being_planned,
    talked_of,
    meant,
    laid_down,
    before_any,
    in_exchange,
    on_a_day_ahead,
)
