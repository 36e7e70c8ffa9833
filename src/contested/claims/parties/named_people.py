"""People whom no pack knows, by grammar: who is the subject of a deed by name did it, whom "he" then means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.voices import voices_of
from contested.claims.words.doer_words import deed_words
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant

HE, US = frozenset({"he", "she"}), frozenset({"i", "we"})
HAPPENING = frozenset({"casualties", "displacement", "protest", "riot"})  # the subject is struck, or is the event
TALKS = frozenset({"talks"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "conj", "relcl", "advcl", "parataxis"})
STEPS = 4  # verbs from a deed up to the one that has its subject


def named_people(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the person who is named as the subject of the deed, where nobody else did it."""
    if event.code in HAPPENING or parts.initiators:
        return parts
    tree = tree_of(context.doc)
    verb = deed_of(event, tree)
    subject = subject_of(verb, tree) if verb is not None else None
    if subject is not None and tree.lower[subject] in US:
        return replace(parts, initiators=speaking(event, context, tree))
    if verb is None or subject is None or (event.code in VIOLENT and tree.child(verb, "dobj", "prep") is None):
        return parts
    doers = tuple(people(subject, context, tree))
    met = tree.child(verb, "dobj") if event.code in TALKS and doers and not parts.targets else None
    targets = tuple(people(met, context, tree)) if met is not None else ()
    taken = [who.mention for who in parts.targets]
    doers = tuple(who for who in doers if not any(who.mention.overlaps(m) for m in taken))
    return replace(parts, initiators=doers, targets=parts.targets or targets) if doers else parts


def deed_of(event: Event, tree: Tree) -> int | None:
    """The active verb that tells a deed: the trigger, or the verb whose object it is ("ordered the attack")."""
    head, above = event.head.i, tree.heads[event.head.i]
    if tree.tags[head][:2] == "VB" or tree.deps[head] == "acomp":
        verb = above if tree.deps[head] == "acomp" else head  # "I am shocked"
    elif tree.deps[head] == "dobj" and tree.lower[above] in deed_words()["commits"]:
        verb = above
    else:
        return None
    if tree.tags[verb][:2] != "VB" or tree.deps[verb] not in CLAUSES:
        return None
    if tree.child(verb, "auxpass", "agent", "neg") is not None:
        return None
    return None if tree.tags[verb] == "VBN" and tree.child(verb, "aux") is None else verb


def subject_of(verb: int, tree: Tree) -> int | None:
    """Who does it by name: the subject of the verb or of those it follows from; whom "he" there means."""
    for _ in range(STEPS):
        subject = tree.child(verb, "nsubj")
        if subject is not None:
            return meant(subject, verb, tree) if tree.lower[subject] in HE else subject
        above = tree.heads[verb]
        if tree.deps[verb] not in ("xcomp", "conj") or tree.tags[above][:2] != "VB" or speech().verb(tree.lower[above]):
            return None  # "X reported fighting"
        verb = tree.heads[verb]
    return None


def meant(pronoun: int, verb: int, tree: Tree) -> int | None:
    """Whom "he" means: the subject of a verb above, else that of the sentence before."""
    above = [k for k in tree.ancestors(verb) if tree.tags[k][:2] == "VB"]
    first = tree.first[pronoun]
    if not above and first > 0:
        above = [k for k in range(tree.first[first - 1], first) if tree.heads[k] == k]
    for k in above:
        subject = tree.child(k, "nsubj")
        if subject is not None and subject != pronoun:
            return subject if tree.lower[subject] not in HE else None
    return None


def speaking(event: Event, context: Context, tree: Tree) -> tuple[Participant, ...]:
    """Who says "I" or "we" where the event is told; nobody where nobody is told to speak."""
    spans = voices_of(context.doc, context.attributions).ruled(event.trigger.start, event.trigger.end)
    voice = spans[-1].voice if spans else None
    if voice is None or voice.mention is None:
        return ()
    return (Participant(voice.name, voice.actor, "unknown", voice.mention),)


def people(noun: int, context: Context, tree: Tree) -> Iterator[Participant]:
    """The person whom a proper noun names, no place and no day; whom a title or role names in the singular."""
    if tree.tags[noun] != "NNP" or tree.lower[noun] in DAYS:
        return
    token = context.doc[noun]
    start, end = tree.starts[noun], tree.starts[noun] + len(tree.words[noun])
    if any(p.mention.start < end and start < p.mention.end for p in context.annotations.places):
        return
    yield next(iter(parties_in([token], context)), None) or phrase_of(token, context)
