"""Which name a speaker's words give: who issued it, who is described, what somebody goes by, whom "he" may mean."""

from __future__ import annotations

from collections.abc import Collection

from contested.claims.voices.speaker_bounds import ARTICLES, PROPER, head_of, lost_apostrophe
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

# "A report seen by X" is not of X's making.
SEEN = frozenset({"seen", "obtained", "reviewed", "verified", "viewed", "examined", "cited", "quoted", "carried"})
BASES = frozenset({"britain", "uk", "london"})  # "the Britain-based group"
GIVING_NAME = frozenset({"uses", "used", "goes", "went", "gave", "gives", "identified", "is", "was", "asked"})
LONGEST_PERSON = 4  # tokens of a name
NAMED = frozenset({"name", "identified", "known", "named"})


def given_name(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The name that a source's words give for whom they describe; None where they are the name."""
    named = issuer(tree, start, end) or one_of_them(tree, start, end)
    return named or named_after(tree, start, end) or alias(tree, start, end)


def issuer(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Who made the document that a source names ("a toll from the group", "photos published by residents")."""
    head = head_of(tree, start, end)
    low = tree.lower[head]
    if speech().roles.get(low) != "document" and speech().noun(low) is None:
        return None
    if start < head and lost_apostrophe(tree, head - 1):
        return start, head  # "The ministrys statement"
    if start < head and owns_document(tree, head):
        return start, head
    for k in tree.kids[head]:
        inner = tree.child(k, "agent") if tree.deps[k] == "acl" else k
        if head < k < end and inner is not None and tree.lower[inner] in ("by", "from") and tree.lower[k] not in SEEN:
            noun = tree.child(inner, "pobj")
            if noun is not None and may_issue(tree, noun):
                return tree.subtree(noun)
    if (by := issuing_subject(tree, head)) is not None:
        return by
    # "a toll | compiled by AFP": the parse cut it off
    made = (
        tree.tags[end : end + 1] == ["VBN"] and tree.lower[end + 1 : end + 2] == ["by"] and tree.lower[end] not in SEEN
    )
    noun = tree.child(end + 1, "pobj") if made else None
    return tree.subtree(noun) if noun is not None and may_issue(tree, noun) else None


def owns_document(tree: Tree, document: int) -> bool:
    """Whether the word before a statement or a report is whose it is: "an army statement", "the HRW report"."""
    owner, before = document - 1, document - 2
    if tree.lower[owner] in DAYS or tree.lower[document] not in ("statement", "communique", "report"):
        return False
    named = tree.tags[owner] in PROPER and not (before >= 0 and tree.words[before] in ("-", "/"))
    body = tree.tags[owner] == "NN" and speech().roles.get(tree.lower[owner]) in ("party", "official", "monitor")
    return named or (body and tree.lower[document] != "report")


def issuing_subject(tree: Tree, document: int) -> tuple[int, int] | None:
    """Who issues the document that is the object of a verb: "the office published a statement saying"."""
    verb = tree.heads[document]
    if tree.deps[document] != "dobj" or speech().stem(tree.lower[verb]) not in speech().light:
        return None
    noun = tree.child(verb, "nsubj")
    if noun is None or noun > verb or not may_issue(tree, noun):
        return None
    left, right = tree.subtree(noun)
    return left, min(right, verb)


def may_issue(tree: Tree, noun: int) -> bool:
    """Whether a phrase names somebody, by a name within it or a role: "the United Nations office", "officials"."""
    named = any(tree.tags[k][:3] == "NNP" for k in range(tree.left[noun], noun + 1))
    return named or tree.lower[noun] in speech().roles


def person_after(tree: Tree, start: int) -> bool:
    """Whether "a local official" or "the hospital's director" names one person's role."""
    heads = range(start + 1, min(start + 5, tree.last[start]))
    head = next((k for k in heads if tree.tags[k] == "NN" and tree.tags[k + 1] not in ("NN", "NNS")), start)
    return tree.lower[head] in speech().persons


def named_before(tree: Tree, start: int) -> int:
    """Where the name begins that "a monitoring group" only describes, its comma lost or not."""
    begun = start
    if tree.lower[max(0, start - 2) : start] == ["one", "of"]:
        start -= 2
    first, k = tree.first[start], start - 1
    one_of = tree.lower[start : start + 2] == ["one", "of"]  # "the Harlow Response Room, one of many volunteer groups"
    the = tree.lower[start] == "the" and tree.tags[k] == tree.tags[k - 1] == "NNP" and person_after(tree, start)
    if (tree.lower[start] not in ("a", "an") and not one_of and not the) or k <= first:
        return begun
    k -= tree.words[k] == ","
    begin = k + 1
    while begin > first and (tree.tags[begin - 1] in PROPER or tree.lower[begin - 1] in ("of", "for", "and", "-")):
        begin -= 1
    while begin <= k and tree.tags[begin] not in PROPER:
        begin += 1
    named = any(word in speech().roles or word in speech().bodies for word in tree.lower[begin : k + 1])
    if not named and not one_of and not (1 <= k - begin <= 5 and person_after(tree, start)):
        return begun
    armed = any(speech().roles.get(word) == "party" for word in tree.lower[begin : k + 1])
    if armed and not speech().watching.isdisjoint(tree.lower[start + 1 : start + 4]):
        return begun  # "killed officers of the Northern Army | a monitor said"
    before = begin - 1 - (begin > first and tree.lower[begin - 1] in ARTICLES)
    if before >= first and (tree.tags[before] in ("IN", "TO", "POS") or tree.tags[before][0] == "V"):
        return begun
    return begin


def one_of_them(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Who one of those told before is: "One of them, a shopkeeper, said"."""
    head = head_of(tree, start, end)
    comma = next((k for k in range(head + 1, min(head + 5, end)) if tree.words[k] == ","), None)
    if tree.lower[head] != "one" or comma is None or tree.lower[head + 1] != "of":
        return None
    stop = next((k for k in range(comma + 1, end) if tree.words[k] == "," or tree.lower[k] == "who"), end)
    return (comma + 1, stop) if stop > comma + 1 else None


def named_after(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The name beside "a rights group" or a person's role ("a rights group, the X Watch, counted")."""
    head = head_of(tree, start, end)
    if tree.lower[head] == "another":  # "Another, Anna Marlow, said"
        name = next((k for k in tree.kids[head] if head < k and tree.deps[k] == "appos"), None)
        return (tree.left[name], name + 1) if name is not None and tree.tags[name] in PROPER else None
    if tree.tags[head][:2] != "NN" or tree.tags[head] in PROPER:
        return None
    body = any(speech().roles.get(word) in ("monitor", "media") for word in tree.lower[start : head + 1])
    body = body or (tree.lower[head] == "group" and is_article_pair(tree, start, head))
    party = tree.tags[head] == "NN" and tree.lower[head] in load_nouns()["party"]
    if not body and not party and tree.lower[head] not in speech().persons:
        return None
    beside = next((k for k in tree.kids[head] if head < k < end and tree.deps[k] == "appos"), None)
    if beside is None and tree.lower[head] in speech().persons:
        return behind_office(tree, head, end)
    if beside is None or not (tree.tags[beside] in PROPER or (tree.words[beside].isupper() and beside > head + 1)):
        return None
    before = tree.left[beside] - 1
    bodies = speech().roles.get(tree.lower[head], "media") == "media" or tree.lower[head] in speech().points_to
    called = bodies and body and tree.tags[head] == "NN"  # "the news site Norwick Herald"
    called = called or (tree.tags[head] == "NN" and tree.words[beside].isupper())  # "jihadist group JNIM"
    if before == head and (called or (body and is_article_pair(tree, start, head))):
        return tree.left[beside], min(tree.right[beside], end)
    if tree.words[before] != "," and (tree.tags[before] != "NN" or before == head or beside == before + 1):
        return None  # "the head of the tribe Sheikh X": a comma lost
    stop = next((k for k in range(beside + 1, min(tree.right[beside], end)) if tree.words[k] == ","), end)
    return tree.left[beside], min(stop, tree.right[beside])


def is_article_pair(tree: Tree, start: int, head: int) -> bool:
    """Whether a description and a name have each an article: "another activist group | the Coordination Committees"."""
    return tree.lower[start] in ("another", "a", "an") and tree.lower[head + 1 : head + 2] == ["the"]


def behind_office(tree: Tree, head: int, end: int) -> tuple[int, int] | None:
    """The person's name behind a role and what it is of: "the governor of Norwick, Anna Marlow, said"."""
    comma = next((k for k in range(head + 2, end) if tree.words[k] == ","), end)
    stop = next((k for k in range(comma + 1, end) if tree.words[k] == ","), end)
    if not 1 <= stop - comma - 1 <= LONGEST_PERSON or tree.lower[head + 1] not in ("of", "for", "in"):
        return None
    beside = tree.head_of(comma + 1, stop)
    of_place = tree.deps[beside] == "appos" and head < tree.heads[beside] < comma
    named = all(tree.words[k][:1].isupper() for k in (comma + 1, stop - 1)) and tree.tags[beside] in PROPER
    plain = speech().roles.keys().isdisjoint(tree.lower[comma + 1 : stop])
    return (comma + 1, stop) if of_place and named and plain else None


def alias(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The name that a person goes by ("a resident who gave his name as X", "an activist identified as X")."""
    head = head_of(tree, start, end)
    if tree.lower[head] not in speech().persons or tree.tags[head] in PROPER:
        return None
    last = min(tree.last[head], head + 14)
    for k in range(head + 1, last - 1):
        if tree.tags[k] in ("VBD", "VBZ", "VBP") and tree.lower[k] not in GIVING_NAME:
            return None
        behind = tree.lower[k] in ("as", "of") or (tree.lower[k] == "name" and tree.lower[k - 1] == "the")
        if behind and not NAMED.isdisjoint(tree.lower[head + 1 : k + 1]) and tree.tags[k + 1][:3] == "NNP":
            stop = k + 1
            while stop < last and (tree.tags[stop][:3] == "NNP" or tree.words[stop] == "-"):
                stop += 1
            return k + 1, stop
    return None


def names_person(tree: Tree, start: int, stop: int) -> bool:
    """Whether a name ends with a person's after a role ("X Watch director Anna Marlow", "head of X Anna Marlow")."""
    if tree.tags[stop - 1] != "NNP" or stop - start < 3:
        return False
    before = tree.lower[max(0, start - 2) : start]
    headed = before[1:] == ["of"] and before[0] in speech().persons
    return headed or bool(speech().persons & set(tree.lower[start : stop - 1]))


def person_before(tree: Tree, start: int, persons: Collection[int] = ()) -> int | None:
    """The one person whom what stands before the tokens is about, by role, title or name: "Omar fled. He said …".

    ``persons`` are the tokens of people's names. Sentences about "we", "they" or "he" are passed over, as a quotation
    goes on with them.
    """
    first = tree.first[start]
    for _ in range(3):
        last = first - 1
        while last > 0 and not tree.words[last].strip():
            last -= 1
        if last <= 0:
            return None
        first = tree.first[last]
        root = next((k for k in range(first, last + 1) if tree.heads[k] == k), None)
        subject = tree.child(root, "nsubj") if root is not None else None
        if subject is None or tree.tags[subject] != "PRP":
            known = subject is not None and (subject in persons or is_the_person(tree, subject))
            return subject if known else None
    return None


def teller_before(tree: Tree, start: int) -> int | None:
    """Who speaks in the sentence before the tokens, of whatever kind: "The front dismissed the claim. It said …"."""
    first = tree.first[start]
    last = first - 1
    while last > 0 and not tree.words[last].strip():
        last -= 1
    root = next((k for k in range(tree.first[last], last + 1) if tree.heads[k] == k), None) if last > 0 else None
    if (
        root is None
        or tree.tags[root] not in ("VB", "VBD", "VBZ", "VBP", "VBN")
        or speech().verb(tree.lower[root]) is None
    ):
        return None
    subject = tree.child(root, "nsubj")
    named = (
        subject is not None
        and subject < root
        and (tree.tags[subject][:3] == "NNP" or speech().roles.get(tree.lower[subject]) is not None)
    )
    return subject if named else None


def is_the_person(tree: Tree, subject: int) -> bool:
    """Whether a subject is one known person, by a role or a title in its phrase."""
    within = range(tree.left[subject], subject + 1)
    if tree.tags[subject] not in ("NN", "NNP") or any(tree.tags[k] == "POS" for k in within):
        return False
    if any(tree.lower[k] in ("a", "an", "no", "one") for k in within):
        return False
    return any(tree.lower[k] in speech().persons for k in within)


def of_another(tree: Tree, head: int, end: int, name: str) -> bool:
    """Whether "the head of the tribe" is told by its "of …" from a speaker of that name, who heads something else."""
    of = head + 1
    if of >= end - 1 or tree.lower[of] != "of":
        return False
    words = {tree.lower[k] for k in range(of + 1, end) if tree.tags[k][:2] == "NN"} - BASES
    if not speech().points_to.keys().isdisjoint(words):
        return False  # "the head of the monitor"
    return bool(words) and words.isdisjoint(name.lower().split())


def alike(noun: str, name: str) -> bool:
    """Whether a bare noun may mean a speaker of its kind: "the ministry" none whose name has no ministry."""
    return noun != "ministry" or not {"ministry", "department", "office"}.isdisjoint(name.lower().split())
