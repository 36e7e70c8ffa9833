"""Who only seems to have been struck: who found or named the dead, who acts after the deed, what it was done with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.not_doers import names_ground, words_of
from contested.claims.parties.told_doers import is_weapon, named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant
from contested.model.mention import Mention

BEFORE = frozenset({"after", "following"})
OBJECTS = frozenset({"dobj", "pobj", "prep", "pcomp", "acl", "amod", "ccomp", "relcl", "nummod", "conj", "compound"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ONE_SIDED = ("attack", "assault", "offensive", "operation", "raid")  # "clashes involving rebels" are theirs, too
RIDING = frozenset({"on", "in", "aboard"})
FAR = 4  # steps from an event up to the verb of who finds or names its dead


def not_struck(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without targets whom the sentence ties to something else; who lost men is no doer of it."""
    parts = without_qualities(whole_nouns(parts, context), context)
    if event.code == "condemnation":
        deeds = [kid for kid in kids(event.head) if kid.dep_ in ("dobj", "nsubjpass")]
        judged = (w for w in parts.targets if not any(names_ground(w, deed, context) for deed in deeds))
        return parts.but(targets=tuple(judged))
    if event.code == "destruction":
        return parts.but(targets=tuple(w for w in parts.targets if not is_dropped(w, event, context)))
    if parts.initiators:
        parts = parts.but(targets=named_outside(parts.targets, [*involved(event), *of_the_main_clause(event)]))
    if event.code not in SUFFERED:
        return parts
    parts = of_who_lost(parts, event)
    parts = of_the_clause_above(parts, event, context)
    found_by = [*finders(event)]
    if event.code == "casualties":
        parts = parts.but(initiators=named_outside(parts.initiators, found_by))
    elsewhere = [*found_by, *suspects(event), *of_what_follows(event), *possessors(parts, context)]
    elsewhere += [*carriers(event), *ridden(event, parts)]
    others = named_outside(parts.targets, elsewhere)
    owners = [*owners_of(others, context)]
    kept = (
        who for who in others
        if not is_means(who, context) and not is_cut_short(who, context)
        and (is_listed(who, context) or not any(of.holds(who.mention.start) for of in owners))
    )  # fmt: skip
    return parts.but(targets=tuple(kept))


def ridden(event: Event, parts: Parts) -> Iterator[Mention]:
    """What those who do it ride on: "shot by two men on a motorcycle"."""
    for prep in kids(event.head):
        before = prep.nbor(-1) if prep.i else prep
        if prep.lower_ in RIDING and any(who.mention.holds(before.idx) for who in parts.initiators):
            yield from (
                words_of(noun)
                for noun in kids(prep)
                if noun.lower_ in load_nouns()["vehicles"] | deed_words()["ridden"]
            )


def subjects_of(verb: Token) -> list[Token]:
    """The subjects of a verb in the active voice."""
    if any(kid.dep_ in ("auxpass", "nsubjpass") for kid in kids(verb)):
        return []
    return [kid for kid in kids(verb) if kid.dep_ == "nsubj"]


def finders(event: Event) -> Iterator[Mention]:
    """Who found, counted, named or took in the dead and wounded: "villagers found 11 bodies"."""
    token = event.head
    for _ in range(FAR):
        if token.lower_ in wording().finding and token.tag_[:1] == "V":
            yield from map(words_of, subjects_of(token))
        if token.dep_ not in OBJECTS or token.head.i == token.i:
            return
        token = token.head


def suspects(event: Event) -> Iterator[Mention]:
    """Who is charged with the event in a clause before him: "suspected of the attack, two men were arrested"."""
    for token in event.head.ancestors:
        if token.dep_ == "advcl" and token.i < token.head.i and wording().accusing.match(token.lower_):
            yield from (words_of(kid) for kid in kids(token.head) if kid.dep_ in SUBJECTS)


def without_qualities(parts: Parts, context: Context) -> Parts:
    """The participants without a word that only tells what another of them is: the "captive" of "captive troops"."""
    if len(parts.targets) < 2:
        return parts
    kept = []
    for who in parts.targets:
        span = context.span(who.mention)
        quality = span is not None and len(span) == 1 and span[0].dep_ == "amod"
        if span is None or not quality or not any(o.mention.holds(span[0].head.idx) for o in parts.targets if o != who):
            kept.append(who)
    return parts.but(targets=tuple(kept))


def involved(event: Event) -> Iterator[Mention]:
    """Those with whom somebody strikes: "a counter-attack involving suicide bombers"."""
    for kid in kids(event.head):
        if kid.lower_ == "involving" and any(event.head.lower_.endswith(word) for word in ONE_SIDED):
            with_them = (thing for thing in kids(kid) if thing.dep_ == "dobj")
            yield from (Mention(thing.left_edge.idx, thing.idx + len(thing), "") for thing in with_them)


def of_the_main_clause(event: Event) -> Iterator[Mention]:
    """Who acts once the event is over, or with its help: "after rebels took X, the army …", "backed by raids, it …"."""
    verb = event.head
    if verb.dep_ == "pobj" and verb.head.dep_ == "agent" and verb.head.head.lower_ in deed_words()["backed"]:
        verb = verb.head.head
    elif verb.tag_[:2] != "VB" or not {"nsubj", "dobj"} <= {kid.dep_ for kid in kids(verb)}:
        return
    if verb.dep_ == "advcl" and verb.i < verb.head.i:
        yield from (words_of(kid) for kid in subjects_of(verb.head) if kid.i > verb.i)


def carriers(event: Event) -> Iterator[Mention]:
    """What is driven into what is struck: "rammed a bomb-laden truck into an army post"."""
    verb = event.head
    objects = [kid for kid in kids(verb) if kid.dep_ == "dobj"]
    if verb.lower_ in deed_words()["ramming"] and any(
        kid.lower_ in ("into", "at", "outside", "near") for kid in verb.subtree
    ):
        yield from (Mention(kid.left_edge.idx, kid.idx + len(kid), "") for kid in objects)


def of_what_follows(event: Event) -> Iterator[Mention]:
    """Who acts on something only after an event told as a noun: "following air strikes, rebels took the town"."""
    prep = event.head.head
    verb = prep.head
    if (
        event.head.dep_ != "pobj"
        or prep.lower_ not in BEFORE
        or verb.tag_[:1] != "V"
        or verb.lower_ in deed_words()["losing"]
    ):
        return
    if any(kid.dep_ == "dobj" for kid in kids(verb)):
        yield from map(words_of, subjects_of(verb))


def of_the_clause_above(parts: Parts, event: Event, context: Context) -> Parts:
    """Whom a passive without a subject strikes is the subject above it: "a man stabbed two before being shot dead"."""
    verb = event.head
    passive = any(kid.dep_ == "auxpass" for kid in kids(verb))
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if not passive or verb.dep_ not in ("pcomp", "advcl") or any(kid.dep_ in SUBJECTS for kid in kids(verb)):
        return parts
    subjects = subjects_of(above)
    objects = [words_of(kid) for kid in kids(above) if kid.dep_ == "dobj"]
    kept = named_outside(parts.targets, objects) if subjects else parts.targets
    struck = tuple(parties_in(subjects, context))
    beside = [words_of(token) for token in verb.subtree if token.lower_ in ("with", "alongside")]
    if kept and beside and not named_outside(kept, beside):
        return parts.but(targets=(*named_outside(struck, [who.mention for who in kept]), *kept))  # "with his family"
    return parts.but(targets=kept or struck) if len(kept) < len(parts.targets) else parts


def possessors(parts: Parts, context: Context) -> Iterator[Mention]:
    """Whose what was struck is: "the rebels' leader was killed"."""
    spans = [(who.mention, context.span(who.mention)) for who in parts.targets]
    for own, span in spans:
        if span is not None and span.root.dep_ == "poss":
            owned = span.root.head.idx
            if any(mention.holds(owned) and not mention.overlaps(own) for mention, _ in spans):
                yield own


def whole_nouns(parts: Parts, context: Context) -> Parts:
    """The participants; a word before a noun and the noun are one of the struck: "a crew member", "a gang leader"."""
    tree = tree_of(context.doc)
    heads = {tree.head_of(*tree.interval(who.mention)): who for who in parts.targets}
    before = [at for at in heads if tree.deps[at] == "compound" and tree.lower[tree.heads[at]] in deed_words()["roles"]]
    pairs = [(heads[at], heads[tree.heads[at]]) for at in before if tree.heads[at] in heads]
    for inner, outer in pairs:
        if inner.actor is None and outer.actor is None and inner.mention.end + 1 == outer.mention.start:
            mention = Mention.of(tree.text, inner.mention.start, outer.mention.end)
            whole = replace(outer, name=" ".join(mention.quote.split()), mention=mention)
            parts = parts.but(targets=tuple(whole if w == outer else w for w in parts.targets if w != inner))
    return parts


def owners_of(those: Iterable[Participant], context: Context) -> Iterator[Mention]:
    """Whose what was struck is, all of a list: "attacked the embassies of A, B and C"."""
    for who in those:
        span = context.span(who.mention)
        if span is None or load_struck().get(span.root.lower_) != "built":
            continue
        ofs = (kid for kid in kids(span.root) if kid.lower_ == "of" and kid.i > span.root.i)
        yield from map(words_of, ofs)


def is_listed(who: Participant, context: Context) -> bool:
    """Whether an armed party stands behind another in a list, so that what is told of the first is told of it too."""
    span = context.span(who.mention)
    return who.kind in ARMED and span is not None and span.root.dep_ == "conj"


def of_who_lost(parts: Parts, event: Event) -> Parts:
    """The participants; who "lost 20 men" did not kill them."""
    verb = next((token for token in (event.head, event.head.head) if token.lower_ in deed_words()["losing"]), None)
    if event.code != "casualties" or verb is None:
        return parts
    spans = [words_of(kid) for kid in subjects_of(verb)]
    losers = tuple(who for who in parts.initiators if any(span.holds(who.mention.start) for span in spans))
    return parts.but(initiators=named_outside(parts.initiators, spans), targets=parts.targets or losers)


def is_means(who: Participant, context: Context) -> bool:
    """Whether a weapon is what something is done with: "attacked with heavy artillery"."""
    span = context.span(who.mention) if is_weapon(who) else None
    return span is not None and span.root.dep_ == "pobj" and span.root.head.lower_ in ("with", "using")


def is_dropped(who: Participant, event: Event, context: Context) -> bool:
    """Whether a weapon is the subject of another verb: "two bombs were dropped and the office was destroyed"."""
    span = context.span(who.mention) if is_weapon(who) else None
    return span is not None and span.root.dep_ in SUBJECTS and span.root.head.i != event.head.i


def is_cut_short(who: Participant, context: Context) -> bool:
    """Whether a paper's name is only the beginning of the name of what was struck: "the National Penitentiary"."""
    span = context.span(who.mention) if who.kind == "media" else None
    return span is not None and span[-1].dep_ == "compound" and span[-1].head.i >= span.end
