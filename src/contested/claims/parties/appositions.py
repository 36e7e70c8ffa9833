"""One party told by two names, "the UN envoy, Anna Marlow, warned": one participant, one of those counted."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.context import Context
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.mention import Mention

PROPER = frozenset({"NNP", "NNPS"})
UP = frozenset({"pobj", "prep"})  # from "force" up to "a commander of the force"
STEPS = 3


def once(parts: Parts, context: Context) -> Parts:
    """The participants, an apposition with the name that it goes with."""
    tree = tree_of(context.doc)
    initiators, targets = (merged(joined(those, tree), tree) for those in (parts.initiators, parts.targets))
    return parts.but(initiators=initiators, targets=targets).each(lambda who: as_official(who, tree))


def as_official(who: Participant, tree: Tree) -> Participant:
    """The person in an office with her name: "the UN's media chief, Anna Marlow", also for "the UN's media" alone."""
    first, last = tree.interval(who.mention)
    cut = last < len(tree.words) and tree.heads[last - 1] == last and tree.deps[last - 1] in ("compound", "nmod")
    office = last if cut else last - 1
    if (
        who.actor is not None
        or tree.lower[office] not in speech().roles
        or tree.words[office + 1 : office + 2] != [","]
    ):
        return who
    names = [kid for kid in tree.children(office, "appos") if tree.tags[kid] in PROPER]
    if not names or tree.words[names[0]] in who.name:
        return who
    whole, name = tree.mention(first, office + 1), tree.mention(tree.left[names[0]], names[0] + 1)
    if "," in name.quote or not name.quote[0].isupper():
        return who
    return replace(who, name=f"{whole.quote} {name.quote}", mention=whole)


def joined(those: tuple[Participant, ...], tree: Tree) -> tuple[Participant, ...]:
    """Those with a party's name and the role noun right behind it made one: "Northern Guard (NG) militants"."""
    kept: list[Participant] = []
    for who in sorted(those, key=lambda who: who.mention.start):
        last = kept[-1] if kept else None
        role = who.actor is None and who.name.islower() and " " not in who.name
        band = last is not None and last.actor is not None and last.kind not in ("state_forces", "government")
        if last is not None and role and band and tree.text[last.mention.end : who.mention.start] == " ":
            whole = Mention.of(tree.text, last.mention.start, who.mention.end)
            kept[-1] = replace(last, name=f"{last.name} {who.name}", mention=whole)
        else:
            kept.append(who)
    return tuple(kept)


def merged(those: tuple[Participant, ...], tree: Tree) -> tuple[Participant, ...]:
    """Those with a name and its apposition made one: the role before the person's name, else the name alone."""
    kept: list[Participant] = []
    for who in those:
        first = next((one for one in kept if apposed(one.mention, who.mention, tree)), None)
        if first is None:
            kept.append(who)
        elif is_proper(who.mention, tree):
            kept[kept.index(first)] = replace(first, name=f"{first.name} {who.name}")
    return tuple(kept)


def apposed(first: Mention, second: Mention, tree: Tree) -> bool:
    """Whether the second mention is an apposition, behind a comma, to the first; a name and a role, not two names."""
    head = head_of(second, tree)
    left = tree.left[head]
    if tree.deps[head] != "appos" or second.start < first.end or tree.words[left - 1] != ",":
        return False
    if any(tree.deps[kid] == "conj" for kid in tree.kids[head]) or is_proper(first, tree) == is_proper(second, tree):
        return False
    above, goal = tree.heads[head], head_of(first, tree)
    for _ in range(STEPS):
        if above == goal:
            return True
        if tree.deps[above] not in UP:
            return False
        above = tree.heads[above]
    return above == goal


def head_of(mention: Mention, tree: Tree) -> int:
    """The token of a mention whose head lies outside it."""
    return tree.head_of(*tree.interval(mention))


def is_proper(mention: Mention, tree: Tree) -> bool:
    """Whether a mention is a name."""
    return tree.tags[head_of(mention, tree)] in PROPER
