"""Roles by syntax: which tokens stand for the one who acts and the one acted on, around one trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from contested.claims.words.tree import Tree
from contested.claims.words.vocabulary import words

SUBJECT, OBJECT = ("nsubj", "csubj"), ("dobj", "dative", "attr")
ON = frozenset("on against at upon targeting towards toward into".split())
RELATIVE = frozenset("that which who whom whose".split())
RAISING = frozenset("xcomp conj advcl pcomp".split())


@dataclass(slots=True)
class Roles:
    """Head tokens by role, nearest first; ``loose`` are arguments whose side the frame must decide ("with X")."""

    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)
    withs: list[int] = field(default_factory=list)
    froms: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)


def roles_at(tree: Tree, head: int) -> Roles:
    """The roles around one trigger word."""
    roles = Roles()
    if is_verbal(tree, head):
        verb_roles(tree, head, roles)
    else:
        noun_roles(tree, head, roles)
    return roles


def is_verbal(tree: Tree, head: int) -> bool:
    """Whether the word is used as a verb."""
    tag = tree.tags[head]
    if tag == "VBG" and tree.deps[head] in ("compound", "amod", "dobj", "pobj", "nsubj"):
        return tree.deps[head] == "pobj" or bool(tree.children(head, "dobj"))
    return tag.startswith("V") and tree.deps[head] != "compound"


def verb_roles(tree: Tree, head: int, roles: Roles) -> None:
    """Subject, object, agent and prepositions of a verb."""
    passive = is_passive(tree, head)
    subject = subject_of(tree, head)
    target = roles.patients if passive else roles.agents
    if subject is not None:
        target.append(subject)
    for child in tree.kids[head]:
        dep = tree.deps[child]
        if dep in OBJECT and tree.lower[child] not in RELATIVE:
            roles.patients.append(child)
        elif dep == "agent":
            roles.agents.extend(tree.children(child, "pobj"))
        elif dep == "prep":
            add_preposition(tree, child, roles)
        elif dep == "dobj" and tree.deps[head] == "relcl":
            roles.patients.append(tree.heads[head])
    if passive and tree.deps[head] in ("acl", "relcl") and subject is None:
        roles.patients.append(tree.heads[head])


def is_passive(tree: Tree, head: int) -> bool:
    """Whether a verb stands in the passive, also as a bare participle ("the town captured by …")."""
    if tree.children(head, "auxpass", "nsubjpass") or tree.children(head, "agent"):
        return True
    if tree.tags[head] != "VBN":
        return False
    if tree.deps[head] == "conj" and not tree.children(head, "nsubj", "aux", "dobj"):
        return is_passive(tree, tree.heads[head]) if tree.heads[head] != head else False
    return tree.deps[head] in ("acl", "amod") or (tree.deps[head] == "ROOT" and not tree.children(head, "nsubj", "aux"))


def subject_of(tree: Tree, head: int, depth: int = 0) -> int | None:
    """The subject of a verb: its own, its antecedent's, or that of the verb it hangs on."""
    own = tree.child(head, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        relative = tree.lower[own] in RELATIVE and tree.deps[head] in ("relcl", "ccomp")
        return tree.heads[head] if relative and tree.deps[head] == "relcl" else own
    if depth > 3 or tree.heads[head] == head:
        return None
    dep, above = tree.deps[head], tree.heads[head]
    if dep == "acl":
        return above if tree.tags[head] == "VBG" else None
    if dep == "relcl":
        return above
    if dep in RAISING:
        if dep == "xcomp":
            controller = tree.child(above, "dobj")
            if controller is not None and tree.tags[above].startswith("V") and tree.tags[head] != "VBG":
                return controller
        return (
            subject_of(tree, above, depth + 1)
            if tree.tags[above].startswith("V") or dep == "pcomp"
            else above_noun(tree, above)
        )
    if dep in ("prep", "pobj"):
        return subject_of(tree, above, depth + 1)
    return None


def above_noun(tree: Tree, i: int) -> int | None:
    """A noun that governs a clause stands for its subject."""
    return i if tree.tags[i].startswith("N") else None


def add_preposition(tree: Tree, prep: int, roles: Roles) -> None:
    """Sort the object of a preposition by the preposition."""
    word, objects = tree.lower[prep], tree.children(prep, "pobj")
    if word == "by":
        roles.agents.extend(objects)
    elif word in ON:
        roles.patients.extend(objects)
    elif word == "between":
        roles.sides.extend(objects)
    elif word in ("with", "alongside"):
        roles.withs.extend(objects)
    elif word == "from":
        roles.froms.extend(objects)


def noun_roles(tree: Tree, head: int, roles: Roles) -> None:
    """Modifiers and prepositions of a noun, and what the verb it belongs to adds."""
    for child in tree.kids[head]:
        dep = tree.deps[child]
        if dep in ("poss", "compound", "amod", "nmod") and child < head:
            roles.owners.append(child)
        elif dep in ("prep", "agent"):
            if tree.lower[child] == "of":
                roles.patients.extend(tree.children(child, "pobj"))
            else:
                add_preposition(tree, child, roles)
        elif dep in ("acl", "relcl"):
            acl_roles(tree, child, roles)
    governor_roles(tree, head, roles)


def acl_roles(tree: Tree, verb: int, roles: Roles) -> None:
    """What a clause on the noun tells: "an attack carried out by X", "the bombing that hit Y", "claimed by Z"."""
    if tree.tags[verb] == "VBG" or not is_passive(tree, verb):
        roles.patients.extend(tree.children(verb, "dobj"))
    for child in tree.children(verb, "agent", "prep"):
        if tree.lower[child] in ON or tree.lower[child] == "by":
            add_preposition(tree, child, roles)
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.lower[subject] not in RELATIVE:
        roles.agents.append(subject)


def governor_roles(tree: Tree, head: int, roles: Roles) -> None:
    """What the verb above a trigger noun adds ("launched an attack on X", "the strike killed Y", "killed in it")."""
    dep, above = tree.deps[head], tree.heads[head]
    if dep == "conj":
        return governor_roles(tree, above, roles) if above != head else None
    if dep == "dobj" and tree.tags[above].startswith("V"):
        subject = subject_of(tree, above)
        if subject is not None and (tree.lower[above] in words("light") or not is_passive(tree, above)):
            roles.agents.append(subject)
        for prep in tree.children(above, "prep"):
            if tree.lower[prep] in ON and tree.lower[prep] != "at":
                add_preposition(tree, prep, roles)
    elif dep in ("nsubj", "nsubjpass") and tree.tags[above].startswith("V"):
        if dep == "nsubj" and not is_passive(tree, above):
            roles.patients.extend(tree.children(above, "dobj"))
        for prep in tree.children(above, "agent", "prep"):
            if tree.lower[prep] in ON or tree.lower[prep] in ("by", "between", "with"):
                add_preposition(tree, prep, roles)
    elif dep == "pobj":
        prepositional_roles(tree, above, roles)
    return None


def prepositional_roles(tree: Tree, prep: int, roles: Roles) -> None:
    """ "killed in an attack", "hit by a strike", "responded with attacks": the verb's other arguments."""
    verb = tree.heads[prep]
    if not tree.tags[verb].startswith("V") or tree.lower[prep] not in (
        "in",
        "by",
        "with",
        "during",
        "from",
        "to",
        "of",
        "through",
    ):
        return
    if is_passive(tree, verb):
        subject = subject_of(tree, verb)
        if subject is not None:
            roles.patients.append(subject)
    elif tree.lower[prep] in ("with", "through", "in"):
        subject = subject_of(tree, verb)
        if subject is not None:
            (roles.patients if tree.lower[verb] in ("die", "died", "dies", "perished") else roles.agents).append(
                subject
            )
        roles.patients.extend(tree.children(verb, "dobj"))
