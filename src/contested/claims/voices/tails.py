"""Who a headline that lost its colon names at its end ("Strikes kill 20 Monitor"): a speaker, never one of the dead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from contested.claims.words.phrases import headline_end
from contested.claims.words.tree import Tree
from contested.model.annotations import Attribution
from contested.model.claim import Effect
from contested.model.mention import Mention


def tail_tokens(tree: Tree, attributions: Iterable[Attribution]) -> frozenset[int]:
    """The tokens of such speakers, in the headline and in its copy at the head of the body."""
    end = headline_end(tree.text)
    tails = [a.source[0] for a in attributions if a.source and not a.cue and a.source[0].end <= end + 1]
    copy = tree.text.find(tree.text[:end].strip(" .\n"), end) if end else -1
    found: set[int] = set()
    for tail in tails:
        for shift in (0, copy) if copy > 0 else (0,):
            found.update(range(tree.token_at(tail.start + shift), tree.token_at(tail.end - 1 + shift) + 1))
    return frozenset(found)


def closing_sources(attributions: Iterable[Attribution]) -> list[tuple[Mention, str]]:
    """The speakers who stand behind all that they tell, and their names: "… killed nine people Norwick Watch said"."""
    return [
        (a.source[0], (a.name or "").lower())
        for a in attributions
        if a.source and a.cue and a.content and max(c.end for c in a.content) <= a.source[0].start <= a.cue[0].start
    ]


def before_speaker(effect: Effect, text: str, speakers: Iterable[tuple[Mention, str]]) -> Effect:
    """The effect without the speaker who closes its sentence, where the parse ran into the name."""
    mention = effect.mention
    speaker = next((s for s, _ in speakers if mention.start < s.start < mention.end), None)
    if speaker is None:
        return effect
    kept = text[mention.start : speaker.start].rstrip(" ,;\"”“’'")
    who = (effect.who or "").partition(speaker.quote)[0].rstrip(" ,;\"”“’'") or None
    return replace(effect, who=who, mention=Mention(mention.start, mention.start + len(kept), kept)) if kept else effect


def without_tail(effect: Effect, tree: Tree, tails: frozenset[int]) -> Effect:
    """The effect, its number alone where what is counted is such a speaker."""
    tokens: Sequence[int] = range(tree.token_at(effect.mention.start), tree.token_at(effect.mention.end - 1) + 1)
    kept = [token for token in tokens if token not in tails]
    if not kept or len(kept) == len(tokens):
        return effect
    return replace(effect, who=None, mention=tree.mention(kept[0], kept[-1] + 1))
