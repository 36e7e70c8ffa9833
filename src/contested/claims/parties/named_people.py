"""People whom no pack knows, by grammar: who is the subject of a deed by name did it, whom "he" then means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.naming import Names
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.voices import voices_of
from contested.claims.words.doer_words import deed_words
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.at import overlapping

HE, US = frozenset({"he", "she"}), frozenset({"i", "we"})
THEY = frozenset({"they", "it"})
HAPPENING = frozenset({"casualties", "displacement", "protest", "riot"})  # the subject is struck, or is the event
TALKS = frozenset({"talks"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "conj", "relcl", "advcl", "parataxis"})
BACK = 3  # sentences back to one whose subject is no pronoun
STEPS = 4  # verbs from a deed up to the one that has its subject


def named_people(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the person who is named as the subject of the deed, where nobody else did it."""
    tree = tree_of(context.doc)
    if (event.code in HAPPENING and not pronoun_kills(event, tree)) or parts.initiators:
        return parts
    verb = deed_of(event, tree)
    subject = subject_of(verb, tree) if verb is not None else None
    if subject is not None and tree.lower[subject] in US:
        return parts.but(initiators=speaking(event, context, tree))
    if verb is None or subject is None or (event.code in VIOLENT and tree.child(verb, "dobj", "prep") is None):
        return parts
    doers = tuple(people(subject, context, tree))
    met = tree.child(verb, "dobj") if event.code in TALKS and doers and not parts.targets else None
    targets = tuple(people(met, context, tree)) if met is not None else ()
    taken = [who.mention for who in parts.targets]
    doers = tuple(who for who in doers if not any(who.mention.overlaps(m) for m in taken))
    return parts.but(initiators=doers, targets=parts.targets or targets) if doers else parts


def pronoun_kills(event: Event, tree: Tree) -> bool:
    """Whether "he" or "they" are told to have killed somebody: "they abducted and killed two"."""
    verb = event.head.i
    if (
        event.code != "casualties"
        or tree.lower[verb] not in deed_words()["killing"]
        or tree.child(verb, "dobj") is None
    ):
        return False
    while tree.child(verb, "nsubj") is None and tree.deps[verb] == "conj" and tree.tags[tree.heads[verb]][:2] == "VB":
        verb = tree.heads[verb]
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.lower[subject] in HE | THEY


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
            return meant(subject, verb, tree) if tree.lower[subject] in HE | THEY else subject
        above = tree.heads[verb]
        if tree.deps[verb] not in ("xcomp", "conj") or tree.tags[above][:2] != "VB" or speech().verb(tree.lower[above]):
            return None  # "X reported fighting"
        verb = tree.heads[verb]
    return None


def meant(pronoun: int, verb: int, tree: Tree) -> int | None:
    """Whom "he" or "they" mean: the subject of a verb above, else that of the sentence before that names one."""
    above = [k for k in tree.ancestors(verb) if tree.tags[k][:2] == "VB"]
    for k in above:
        subject = tree.child(k, "nsubj")
        if subject is not None and subject != pronoun and tree.lower[subject] not in HE | THEY:
            return subject if tree.lower[pronoun] in HE else None  # "police said they"
    first = tree.first[pronoun]
    for _ in range(BACK):
        if first == 0:
            return None
        first = tree.first[first - 1]
        roots = (k for k in range(first, tree.last[first]) if tree.heads[k] == k)
        subjects = [kid for k in roots for kid in tree.kids[k] if tree.deps[kid] in ("nsubj", "nsubjpass")]
        named = [kid for kid in subjects if tree.lower[kid] not in HE | THEY]
        if named:
            return named[0]
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
    if any(overlapping(context.annotations.places, tree.mention(noun, noun + 1))):
        return
    known = next(iter(parties_in([token], context)), None)
    mention = Names(tree, (), frozenset(), []).phrase(noun)
    longer = known is not None and known.actor is None and mention.covers(known.mention) and mention != known.mention
    if longer and known is not None and mention.quote.split()[-1][:1].isupper():  # "the Army of the Northern Sect"
        known = replace(known, name=" ".join(mention.quote.split()), mention=mention)
    yield known or phrase_of(token, context)
