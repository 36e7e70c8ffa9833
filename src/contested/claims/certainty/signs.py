"""Signs of certainty around an event as named features, for the choice that is learnt from coded reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.claims.certainty.governed import Certainty
from contested.claims.voices.voice_scope import Voice
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

CLOSED = frozenset({"DT", "IN", "TO", "MD", "CC", "PRP$", "WDT", "WP", "WRB", "PDT", "EX", "RP"})
PARTS = {"V": "verbs", "N": "nouns", "J": "adjectives"}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
REACH = 6  # steps up from the trigger


@dataclass(slots=True)
class Told:
    """What is known of an event: its code, the rules' answer and all they found, its voices, if in a headline."""

    code: str
    rule: Factuality
    found: frozenset[str]
    chain: tuple[Voice, ...]
    headline: bool


def signs_of(certainty: Certainty, start: int, end: int, told: Told) -> list[str]:
    """The features of the event at the tokens of a trigger; none names a party, a place or a medium."""
    tree = certainty.tree
    node = tree.head_of(start, end)
    manner = told.chain[-1].manner if told.chain else "none"
    shape = f"{tree.tags[node]}|{tree.deps[node]}"
    names = [
        "bias",
        f"rule={told.rule}",
        f"rule={told.rule}|{told.code}",
        f"rule={told.rule}|{tree.tags[node][:2]}",
        f"rule={told.rule}|{manner}",
        f"code={told.code}",
        f"code={told.code}|{tree.tags[node][:2]}",
        f"manner={manner}",
        f"shape={shape}",
        f"headline={told.headline}|{tree.tags[node]}",
        f"article={article(tree, node)}|{told.rule}",
        f"article={article(tree, node)}|{told.code}",
        f"own={governor(certainty, node)}",
    ]
    names += [f"before{n}={closed(certainty, start - n)}" for n in (1, 2, 3) if start - n >= tree.first[start]]
    names += [f"after{n}={closed(certainty, end + n - 1)}" for n in (1, 2) if end + n - 1 < tree.last[start]]
    names += [f"within={closed(certainty, k)}" for k in range(start, end) if tree.tags[k] in CLOSED or k == node]
    names += [f"found={kind}" for kind in told.found]
    names += [f"found={kind}|{tree.tags[node][:2]}" for kind in told.found]
    return [*names, *steps(certainty, node), *ahead(certainty, node, told), *sentence(certainty, start)]


def ahead(certainty: Certainty, node: int, told: Told) -> Iterator[str]:
    """The nearest verb above that lies ahead or is open, however loosely the trigger hangs on it."""
    tree = certainty.tree
    how, first, between = article(tree, node), tree.deps[node], "-"
    k, hops, nouns = node, 0, 0
    while hops < REACH:
        kind = lies_ahead(certainty, k)
        if kind is not None:
            yield f"ahead={kind}|{min(hops, 3)}|{min(nouns, 2)}"
            yield f"ahead={kind}|{how}|{min(hops, 1)}"
            yield f"ahead={kind}|{how}|{first}|{min(nouns, 2)}"
            yield f"ahead={kind}|{between}|{how}"
            yield f"ahead={kind}|{told.rule}|{min(hops, 2)}"
            yield f"ahead={kind}|{told.code}|{min(hops, 1)}"
            return
        head, dep = tree.heads[k], tree.deps[k]
        if head == k or dep in ("relcl", "parataxis"):
            break
        if tree.tags[head][0] == "V" and between == "-":
            between = governor(certainty, head)
        nouns += tree.tags[head][:2] == "NN"
        hops += 1
        k = head
    yield f"ahead=none|{told.rule}"


def lies_ahead(certainty: Certainty, k: int) -> str | None:
    """What a verb's modal, or the word that governs its infinitive, makes of it."""
    tree = certainty.tree
    if tree.tags[k][0] != "V":
        return None
    modal = next((tree.lower[m] for m in tree.kids[k] if tree.tags[m] == "MD" and m < k), None)
    if modal is not None:
        return modal
    if not certainty.governors.infinitive(k):
        return None
    head = tree.heads[k]
    return f"to:{tree.deps[k]}:{governor(certainty, head).split(':')[0]}"


def steps(certainty: Certainty, node: int) -> Iterator[str]:
    """What stands on the way from the trigger up to the root."""
    tree = certainty.tree
    path, clause = "", 0
    for n in range(REACH):
        for k in tree.kids[node]:
            low, dep = tree.lower[k], tree.deps[k]
            if dep in ("aux", "neg", "mark", "auxpass") or (dep == "advmod" and low in lexicon().beside["adverbs"]):
                yield f"{dep}{clause}={low}"
                yield f"{dep}={low}|{min(n, 2)}"
            elif dep == "advcl" and any(tree.lower[m] == "if" for m in tree.kids[k]):
                yield f"if{clause}"
        head, dep = tree.heads[node], tree.deps[node]
        if head == node:
            yield f"root={tree.tags[node]}|{path}"
            return
        above = governor(certainty, head)
        word = tree.lower[node] if dep == "prep" else ""
        path += ">" + dep if n < 3 else ""
        yield f"up{n}={dep}|{above}"
        yield f"by={dep}{word}|{above}"
        yield f"by={dep}{word}|{above}|{clause}"
        yield f"path={path}|{above.split(':')[0]}"
        clause += tree.tags[head][0] == "V" and dep not in ("aux", "auxpass") and clause < 3
        node = head


def governor(certainty: Certainty, k: int) -> str:
    """What a token is to certainty; read once."""
    known = certainty.known.get(k)
    if known is None:
        known = certainty.known[k] = read_governor(certainty.tree, k)
    return known


def read_governor(tree: Tree, k: int) -> str:
    """A word as the lexicon of certainty or of speech knows it ("planned:vow"), else its tag."""
    tag, low = tree.tags[k], tree.lower[k]
    modifier = lexicon().beside["modifiers"].get(low)
    if modifier is not None:
        return f"beside:{modifier}"
    part = PARTS.get(tag[0])
    if part is None:
        return low if tag in CLOSED else tag
    key = speech().stem(low) if part == "verbs" else stem(low)
    kind = lexicon().governors[part].get(key)
    if kind is not None:
        return f"{kind}:{key}"
    told = speech().verb(low) if part == "verbs" else speech().noun(low) if part == "nouns" else None
    if told is not None:
        return f"{told}:{key}"
    return f"light:{key}" if key in lexicon().sets["light"] or key in lexicon().sets["actual"] else tag


def article(tree: Tree, node: int) -> str:
    """How a noun is introduced."""
    if tree.tags[node][:2] != "NN":
        return tree.tags[node]
    words = [tree.lower[k] for k in tree.kids[node] if tree.deps[k] in ("det", "poss", "neg") and k < node]
    if not words:
        return "bare"
    return (
        "definite" if words[0] in DEFINITE else words[0] if words[0] in ("a", "an", "any", "no", "another") else "other"
    )


def closed(certainty: Certainty, k: int) -> str:
    """A word of a closed class, of certainty or of speech as itself, any other as its tag."""
    tree = certainty.tree
    return tree.lower[k] if tree.tags[k] in CLOSED else governor(certainty, k)


def sentence(certainty: Certainty, start: int) -> list[str]:
    """Words of the trigger's sentence that tell how sure all of it is, and on which side they stand."""
    first = certainty.tree.first[start]
    known = certainty.marks.get(first)
    if known is None:
        known = certainty.marks[first] = list(read_sentence(certainty.tree, first))
    return [f"left={word}" if k < start else f"right={word}" for k, word in known]


def read_sentence(tree: Tree, first: int) -> Iterator[tuple[int, str]]:
    """Hedges, marks and modals of the sentence that begins at a token."""
    words = lexicon()
    hedges, marks = words.beside["adverbs"], words.beside["marks"]
    for k in range(first, tree.last[first]):
        low = tree.lower[k]
        if low in hedges or low in marks:
            yield k, low
        elif tree.tags[k] == "MD":
            yield k, "modal"
