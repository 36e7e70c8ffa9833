"""Events that only their counts tell: a number that counts anew, a harm by a verb that no trigger names.

"Later put the figure at 40" tells casualties, "lost 40 men and two tanks" too, "freed 150 farmers" a release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from contested.claims.context import Event
from contested.claims.counts.effect_codes import BODILY, BRINGING, OWN_EVENTS, OWNED, PEACEFUL
from contested.claims.counts.effects import FoundEffect, find_effects
from contested.claims.events.candidates import VIOLENT
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree, tree_of
from contested.model.annotations import Annotations
from contested.model.claim import EffectKind

# The event that harm of each kind tells by itself.
TOLD_BY: Mapping[EffectKind, str] = {
    "killed": "casualties",
    "injured": "casualties",
    "missing": "casualties",
    "destroyed": "destruction",
    "damaged": "destruction",
    "captured": "capture",
    "detained": "arrest",
    "abducted": "abduction",
    "released": "release",
    "displaced": "displacement",
    "evacuated": "evacuation",
    "surrendered": "surrender",
}


def counted_anew(doc: Doc, annotations: Annotations, told: Sequence[Event]) -> Iterator[Event]:
    """Casualties told by a number alone ("later put the figure at 40"), or as none where no event of theirs is told."""
    tree = tree_of(doc)
    named = {i for event in told for i in (*range(event.trigger.start, event.trigger.end), *event.parts)}
    harming = {tree.first[event.head.i] for event in told if event.code in VIOLENT or event.code == "casualties"}
    for found in find_effects(doc, annotations.quantities):
        at = found.token
        none = found.effect.high == 0 and found.effect.kind != "damaged" and found.sentence not in harming
        if at not in named and (found.own or none):
            named.add(at)
            harming.add(found.sentence)
            yield Event("casualties", doc[at : at + 1])


def counted_alone(
    doc: Doc, annotations: Annotations, told: Sequence[Event], weighed: frozenset[int]
) -> Iterator[Event]:
    """Events of counted harm that no event of its sentence takes; none of ``weighed`` words, which tell or do not."""
    tree = tree_of(doc)
    numbers = {quantity.mention.start for quantity in annotations.quantities}
    codes: dict[int, set[str]] = {}
    for event in told:
        codes.setdefault(tree.first[event.head.i], set()).add(event.code)
    opened: set[int] = set()
    for found in find_effects(doc, annotations.quantities):
        here, at = codes.setdefault(found.sentence, set()), found.token
        counted = found.effect.mention.start in numbers and found.effect.high != 0 and not found.bare
        code = code_of(found, tree)
        if not counted or at in weighed or at in opened or is_taken(found, code, here):
            continue
        opened.add(at)
        here.add(code)
        yield Event(code, doc[at : at + 1])


def is_taken(found: FoundEffect, code: str, here: set[str]) -> bool:
    """Whether events of these codes can have the effect, which tells an event of ``code`` by itself."""
    kind = found.effect.kind
    own = OWN_EVENTS.get(kind, frozenset()) | {code}
    bringing = kind in BODILY and bool(here & BRINGING)
    others = here - PEACEFUL - OWNED if code not in ("seizure", "release") else set()
    return bringing or bool(here & own) or bool(others)


def code_of(found: FoundEffect, tree: Tree) -> str:
    """The code that harm of its kind tells; things captured are seized."""
    kind, head = found.effect.kind, tree.token_at(found.effect.mention.end - 1)
    things = effect_lexicon().words["things"]
    return "seizure" if kind == "captured" and tree.lower[head] in things else TOLD_BY[kind]
