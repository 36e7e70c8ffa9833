"""Words for events that only mention one in passing; the word lists are lexicon/mentions.toml."""

from __future__ import annotations

from functools import cache

from contested.claims.counts.effect_cues import harmed_besides
from contested.claims.events.by_nature import brought_by_nature, falls_through, struck_by_none
from contested.claims.events.candidates import Candidate
from contested.claims.words.answered import answer_to
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.inflect import verb_forms
from contested.claims.words.mentioned import mention_words
from contested.claims.words.phrases import is_question
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

NAMING_CODE = "condemnation"
FIRED_AT = frozenset({"into", "onto", "at", "over", "crashing", "slamming", "raining"})  # "sent rockets into the town"


def only_mentioned(candidate: Candidate, tree: Tree, counted: frozenset[int]) -> bool:
    """Whether the word tells no event of its own where it stands."""
    head, words = candidate.head.i, mention_words()
    above = tree.heads[head]
    qualifies = candidate.hit.pattern.shape == "suffix" and tree.lower[above] in words["peoples"] | words["gear"]
    qualifies = (
        qualifies
        or holds_people(candidate, tree)
        or is_told_besides(candidate, tree)
        or brought_by_nature(candidate, tree)
        or falls_through(candidate, tree)
        or is_sent_home(candidate, tree)
        or is_published(candidate, tree)
    )
    if qualifies or is_taken(candidate, tree) or in_a_name(tree, candidate.hit.start, candidate.hit.end):
        return True
    taken_up = answer_to(tree.lower, tree.tags, head, tree.last[head]) is not None
    taken_up = taken_up or (candidate.code == "attack" and struck_by_none(tree, head))
    taken_up = taken_up or (candidate.code == "withdrawal" and takes_back_words(tree, head, words["papers"]))
    only_thought = tree.deps[head] == "pcomp" and tree.lower[tree.heads[above]] in words["suspecting"]
    if taken_up or only_thought or (candidate.code == "support" and describes(tree, head)):
        return True  # "…, an allegation the military denied": it was told before
    uncounted = candidate.hit.trigger.casualty and head not in counted
    asked = uncounted and is_question(tree, head)
    if asked or not tree.tags[head].startswith(("N", "J")):
        return asked
    if judged_as(tree, head, words["judging"]):
        return True
    if tree.deps[head] == "pobj":
        governor = tree.lower[tree.heads[above]]
        if governor in words["about"]:
            return True
        if candidate.hit.trigger.casualty and governor in words["telling"] and head not in counted:
            return True
    if uncounted and (tree.lower[above] in words["telling"] or are_untold(tree, candidate.hit.end, words["untold"])):
        return True
    return kept_off(tree, head, words["keeping_off"])


def are_untold(tree: Tree, behind: int, untold: frozenset[str]) -> bool:
    """Whether nobody tells the casualties of which the words end before a token: "Casualties unknown"."""
    i = behind
    if i < len(tree.lower) and (tree.tags[i] in ("VBP", "VBD", "VBZ", "VBN") or tree.lower[i] == ":"):
        i += 1  # "are", "were", "remain"
    negated = i < len(tree.lower) and tree.lower[i] in ("not", "n't")
    i += negated
    i += negated and i < len(tree.lower) and tree.lower[i] in ("yet", "been", "immediately")
    return i < len(tree.lower) and tree.lower[i] in untold and (negated or tree.lower[i].startswith("un"))


def is_told_besides(candidate: Candidate, tree: Tree) -> bool:
    """Whether the word only tells who was harmed otherwise, or where: "displaced", "at a rally"; or is no meeting."""
    head, code = candidate.head.i, candidate.code
    if code == "talks" and tree.lower[head] in mention_words()["collecting"]:
        crowd = any(tree.lower[k] in mention_words()["crowds"] for k in tree.children(head, "nsubj"))
        return crowd or tree.child(head, "dobj") is not None  # "mourners gathered", "gathered the wounded"
    if is_handled(candidate, tree):
        return True
    kind = {"displacement": "displaced", "abduction": "abducted"}.get(code)
    if kind is not None and harmed_besides(tree, head, kind):
        return True
    if not tree.tags[head].startswith("N"):
        return False
    if code == "abduction":
        return tree.lower[head] == "hostages" and (is_harmed(tree, head) or is_price(tree, head))
    return code == "protest" and (is_where_it_hit(tree, head) or is_slain(tree, head))


def is_handled(candidate: Candidate, tree: Tree) -> bool:
    """Whether arms or support are only given or taken back: "supplied them with missiles", "withdrew support"."""
    node, weapon = candidate.head.i, candidate.hit.trigger.weak and candidate.code == "shelling"
    if not weapon and not (candidate.code == "support" and tree.tags[node][:1] == "N"):
        return False
    while tree.deps[node] in ("conj", "compound", "appos"):
        node = tree.heads[node]
    if weapon and tree.lower[node] in mention_words()["of_arms"]:
        return True
    above = tree.heads[node]
    if tree.deps[node] == "pobj" and tree.lower[above] in ("of", "with"):
        over = tree.heads[above]
        return weapon and (tree.lower[over] in mention_words()["handing"] or tree.lower[over] in handling())
    if tree.deps[node] not in ("dobj", "nsubjpass"):
        return False
    fired = any(tree.lower[k] in FIRED_AT for k in tree.kids[above])
    return tree.lower[above].startswith("withdr") or (weapon and not fired and tree.lower[above] in handling())


@cache
def handling() -> frozenset[str]:
    """Every form of the verbs under which arms are not fired."""
    return frozenset(form for verb in mention_words()["handling"] for form in verb_forms(verb))


def holds_people(candidate: Candidate, tree: Tree) -> bool:
    """Whether those held are people and no place: "14 policemen were still being held by the rebels"."""
    held = tree.child(candidate.head.i, "nsubjpass")
    held = tree.heads[candidate.head.i] if held is None and tree.deps[candidate.head.i] == "acl" else held
    return candidate.code == "control" and held is not None and tree.lower[held] in effect_lexicon().words["people"]


def is_harmed(tree: Tree, head: int) -> bool:
    """Whether people are named only as those whom a verb of harm or release befalls: "26 hostages died"."""
    verb = tree.heads[head]
    bodies = tree.lower[tree.heads[verb]] in effect_lexicon().words["remains"]
    if tree.deps[head] == "pobj" and tree.lower[verb] == "of" and bodies:
        return True  # "handed over the bodies of four hostages"
    befallen = tree.deps[head] in ("dobj", "nsubj", "nsubjpass") and tree.tags[verb][:1] == "V"
    return befallen and any(word.kind != "abducted" for word in effect_lexicon().forms.get(tree.lower[verb], ()))


def is_slain(tree: Tree, head: int) -> bool:
    """Whether people are named only as those whom somebody killed or hurt: "soldiers killed four protesters"."""
    if tree.deps[head] not in ("dobj", "nsubjpass") or tree.lower[head] not in effect_lexicon().words["people"]:
        return False
    told = effect_lexicon().forms.get(tree.lower[tree.heads[head]], ())
    return any(word.kind in ("killed", "injured") for word in told)


def is_price(tree: Tree, head: int) -> bool:
    """Whether people are those for whom others are freed: "released 183 prisoners in exchange for three hostages"."""
    link = tree.heads[head]
    bargain = tree.lower[tree.heads[link]]
    freed = any(word.kind == "released" for word in effect_lexicon().forms.get(bargain, ()))
    return tree.deps[head] == "pobj" and tree.lower[link] == "for" and (freed or bargain == "return")


def is_where_it_hit(tree: Tree, head: int) -> bool:
    """Whether a gathering only tells where something else took place: "a bombing at a rally"."""
    above = tree.heads[head]
    return (
        tree.deps[head] == "pobj"
        and tree.lower[above] in ("at", "on")
        and tree.lower[tree.heads[above]] in load_nouns()["happenings"]
    )


def takes_back_words(tree: Tree, verb: int, papers: frozenset[str]) -> bool:
    """Whether words or papers are withdrawn, or a bond is left: "withdrew the claim", "pulled out of the deal"."""
    taken = tree.children(verb, "dobj", "nsubjpass")
    left = [k for k in tree.children(verb, "prep") if tree.lower[k] in ("from", "of", "out")]
    left += [k for out in left for k in tree.children(out, "prep")]
    taken += [noun for k in left for noun in tree.children(k, "pobj") if tree.lower[noun] in mention_words()["bonds"]]
    return any(tree.lower[noun] in papers | mention_words()["bonds"] for noun in taken)


def is_sent_home(candidate: Candidate, tree: Tree) -> bool:
    """Whether those expelled are envoys or reporters, and no ground is taken: "expelled the ambassador"."""
    head = candidate.head.i
    if candidate.code != "territory_gained" or not tree.lower[head].startswith("expel"):
        return False
    guests = load_nouns()["person"] | mention_words()["guests"]
    return any(tree.lower[k] in guests for k in tree.children(head, "dobj", "nsubjpass"))


def is_published(candidate: Candidate, tree: Tree) -> bool:
    """Whether what is released is words or pictures, and nobody: "released images of captured soldiers"."""
    if candidate.code != "release":
        return False
    head = candidate.head.i
    given = [*tree.children(head, "dobj", "nsubjpass"), *([tree.heads[head]] if tree.deps[head] == "acl" else [])]
    return any(speech().roles.get(tree.lower[k]) == "document" for k in given)


def is_taken(candidate: Candidate, tree: Tree) -> bool:
    """Whether arms are only what is found or shot down: "destroyed an IED", "downed a ballistic missile"."""
    node = candidate.head.i
    if candidate.code not in ("ied", "missile_attack") or not tree.tags[node].startswith("N"):
        return False
    while tree.deps[node] in ("conj", "compound", "appos"):
        node = tree.heads[node]
    verbs = mention_words()["taking"] | (
        mention_words()["downing"] if candidate.code == "missile_attack" else frozenset()
    )
    return tree.deps[node] in ("dobj", "nsubjpass") and tree.lower[tree.heads[node]] in verbs


def judged_as(tree: Tree, head: int, verbs: frozenset[str]) -> bool:
    """Whether a noun is the judge's word for something ("condemned the entry as an aggression")."""
    above = tree.heads[head]
    if tree.deps[head] != "pobj" or tree.lower[above] != "as":
        return False
    return not verbs.isdisjoint(tree.lower[i] for i in tree.ancestors(above)[:3])


def in_a_name(tree: Tree, start: int, end: int) -> bool:
    """Whether the words belong to a name: of a body that counts or reports ("the Orient Casualty Monitor"), or of an
    operation that only tells whose troops act ("troops of Operation Long River")."""
    stop = end
    while stop < tree.last[start] and tree.tags[stop] == "NNP" and tree.words[stop].istitle():
        stop += 1
    if stop == end or not all(tree.words[k].istitle() for k in range(start, end)):
        return False
    if tree.lower[start] == "operation" and start > 1 and tree.lower[start - 1] in ("of", "under"):
        return tree.lower[start - 2] in load_nouns()["armed"] | load_nouns()["people"]
    last = tree.lower[stop - 1]
    return last in speech().bodies or speech().roles.get(last) == "monitor"


def describes(tree: Tree, head: int) -> bool:
    """Whether a participle only describes a party ("the army backed by …"), whatever the parse makes of it."""
    if tree.deps[head] in ("acl", "amod"):
        return True
    return bool(tree.children(head, "agent")) and not tree.children(head, "auxpass", "aux")


def kept_off(tree: Tree, head: int, verbs: frozenset[str]) -> bool:
    """Whether an infinitive is to keep it off ("to contain the offensive", "to shield it from attacks")."""
    above = tree.heads[head]
    verb = tree.heads[above] if tree.deps[head] == "pobj" and tree.lower[above] == "from" else above
    if tree.deps[head] not in ("dobj", "pobj") or tree.lower[verb] not in verbs:
        return False
    return any(tree.lower[kid] == "to" for kid in tree.kids[verb])


def is_ranked(tree: Tree, verb: int, head: int) -> bool:
    """Whether a verb of naming only compares what it names: "described the clashes as some of the fiercest"."""
    behind = (k for k in tree.kids[verb] if k > head and tree.lower[k] == "as")
    return any(tree.lower[noun] in ("some", "one", "among") for k in behind for noun in tree.kids[k])


def only_told(tree: Tree, verb: int, head: int) -> bool:
    """Whether a verb of describing tells its object and gives it no name: "residents described heavy shelling"."""
    described = tree.lower[verb].startswith("describ")
    return described and not any(tree.lower[k] == "as" for k in (*tree.kids[verb], *tree.kids[head]) if k > head)


def named_so(candidate: Candidate, tree: Tree) -> int | None:
    """The verb by which a speaker gives something this name ("calls it a treacherous attack"), else None."""
    head = candidate.head.i
    naming = mention_words()["naming"]
    above = tree.heads[head]
    if tree.deps[head] in ("oprd", "attr", "ccomp", "dobj") and tree.lower[above] in naming:
        told = tree.deps[head] == "dobj" and (is_ranked(tree, above, head) or only_told(tree, above, head))
        return None if told else above
    if tree.deps[head] == "pobj" and tree.lower[above] == "as" and tree.lower[tree.heads[above]] in naming:
        return tree.heads[above]
    return None
