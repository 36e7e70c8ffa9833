"""Signs of certainty around an event as named features, for the choice that is learnt from coded reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.claims.certainty import Certainty
from contested.claims.speech import speech, stem
from contested.claims.sureness import lexicon
from contested.claims.tree import Tree
from contested.claims.voices import Voice
from contested.model.claim import Factuality

CLOSED = frozenset({"DT", "IN", "TO", "MD", "CC", "PRP$", "WDT", "WP", "WRB", "PDT", "EX", "RP"})
PARTS = {"V": "verbs", "N": "nouns", "J": "adjectives"}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
REACH = 6  # steps up from the trigger


@dataclass(frozen=True, slots=True)
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
    node = certainty.head_of(start, end)
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
        f"own={governor(tree, node)}",
    ]
    names += [f"before{n}={closed(tree, start - n)}" for n in (1, 2, 3) if start - n >= tree.first[start]]
    names += [f"after{n}={closed(tree, end + n - 1)}" for n in (1, 2) if end + n - 1 < tree.last[start]]
    names += [f"within={closed(tree, k)}" for k in range(start, end) if tree.tags[k] in CLOSED or k == node]
    names += [f"found={kind}" for kind in told.found]
    names += [f"found={kind}|{tree.tags[node][:2]}" for kind in told.found]
    return [*names, *steps(tree, node), *sentence(tree, start)]


def steps(tree: Tree, node: int) -> Iterator[str]:
    """What stands on the way from the trigger up to the root."""
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
        above = governor(tree, head)
        word = tree.lower[node] if dep == "prep" else ""
        path += ">" + dep if n < 3 else ""
        yield f"up{n}={dep}|{above}"
        yield f"by={dep}{word}|{above}"
        yield f"by={dep}{word}|{above}|{clause}"
        yield f"path={path}|{above.split(':')[0]}"
        clause += tree.tags[head][0] == "V" and dep not in ("aux", "auxpass") and clause < 3
        node = head


def governor(tree: Tree, k: int) -> str:
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


def closed(tree: Tree, k: int) -> str:
    """A word of a closed class, of certainty or of speech as itself, any other as its tag."""
    return tree.lower[k] if tree.tags[k] in CLOSED else governor(tree, k)


def sentence(tree: Tree, start: int) -> Iterator[str]:
    """Words of the sentence before the trigger that tell how sure all of it is."""
    words = lexicon()
    for k in range(tree.first[start], tree.last[start]):
        low = tree.lower[k]
        side = "left" if k < start else "right"
        if low in words.beside["adverbs"] or low in words.beside["marks"]:
            yield f"{side}={low}"
        elif tree.tags[k] == "MD":
            yield f"{side}=modal"
