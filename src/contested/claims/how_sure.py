"""How surely is it told, by the innermost voice and by the author?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.certainty.ahead import ahead, within
from contested.claims.certainty.aims import has_in_mind
from contested.claims.certainty.allowed import allowed
from contested.claims.certainty.choice import learnt_sureness
from contested.claims.certainty.clause_signs import Act
from contested.claims.certainty.conditions import depends
from contested.claims.certainty.doubt_marks import doubt_marked, unconfirmed
from contested.claims.certainty.ends import is_answered_for, is_harm_in_doubt, made_or_averted
from contested.claims.certainty.foretold import foretold
from contested.claims.certainty.governed import Certainty
from contested.claims.certainty.hearsay import is_hearsay
from contested.claims.certainty.plain import plainly
from contested.claims.certainty.plans import in_draft, only_planned
from contested.claims.certainty.signs import Told, signs_of
from contested.claims.certainty.took_place import took_place
from contested.claims.certainty.undone import in_clause_of, undone
from contested.claims.context import Context, Event
from contested.claims.voices.voice_scope import Voice, chain_of
from contested.claims.voices.voices import Voices, voices_of
from contested.claims.words.answered import answers
from contested.claims.words.charges import is_charge_denied
from contested.claims.words.silences import silences_of
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree, tree_of
from contested.model.claim import AuthorStance, Effect, Factuality

DISTANT = frozenset({"so-called", "alleged", "allegedly", "supposed", "supposedly", "purported", "purportedly"})


def answer(events: Sequence[Event], context: Context) -> list[tuple[Factuality, AuthorStance]]:
    """One answer an event, in the order of ``events``."""
    judge = Judge.of(context)
    judged = [judge.judged(event) for event in events]
    silent = {silence.start for silence in silences_of(judge.tree)}
    judged = [
        ("denied", stance) if event.code == "denial" and event.trigger.start in silent else (sure, stance)
        for event, (sure, stance) in zip(events, judged, strict=True)
    ]
    if not context.effects:
        return judged
    judged = [counting(*told) for told in zip(events, judged, context.effects, strict=True)]
    return [judge.doubting(*told) for told in zip(events, judged, context.effects, strict=True)]


def counting(
    event: Event, judged: tuple[Factuality, AuthorStance], effects: Sequence[Effect]
) -> tuple[Factuality, AuthorStance]:
    """That nobody was harmed is harm denied, as the gold codes it; of a blast that harmed nobody only the harm is."""
    none = bool(effects) and all(effect.high == 0 for effect in effects)
    own = event.code in HARM or any(effect.kind in OWN.get(event.code, ()) for effect in effects)
    if not none or not own:
        return ("asserted", judged[1]) if none and judged[0] == "denied" else judged
    return ("denied", judged[1]) if judged[0] == "asserted" else judged


@dataclass(frozen=True, slots=True)
class Judge:
    """What judging needs of one report."""

    tree: Tree
    voices: Voices
    certainty: Certainty

    @classmethod
    def of(cls, context: Context) -> Judge:
        """For one report."""
        tree = tree_of(context.doc)
        return cls(tree, voices_of(context.doc, context.attributions), Certainty.of_tree(tree))

    def judged(self, event: Event) -> tuple[Factuality, AuthorStance]:
        """How surely one event is told: the rules' answer, weighed against the signs around it."""
        told = self.told(event)
        start, end = event.trigger.start, event.trigger.end
        found = told.rule
        head = self.tree.head_of(start, end)
        ended = made_or_averted(self.tree, head, event.code)
        if ended is not None and found in ("asserted", "planned", "denied"):
            return ended, stance(self.tree, start, told.chain, ended)
        plain = self.plain(event.code, head)
        if plain is None and event.code not in SPEECH_ACTS:
            plain = within(self.tree, start, end)
        if plain in AHEAD and self.denies(told.chain, head):
            plain = "denied"
        if plain is not None:
            return plain, stance(self.tree, start, told.chain, plain)
        if self.presupposed(event):
            return "asserted", stance(self.tree, start, told.chain, "asserted")
        if self.charged(event, told.chain):
            return "denied", stance(self.tree, start, told.chain, "denied")
        # Signs too rare to be learnt and too plain to be doubted stay with the rule.
        doubted = self.certainty.doubted_after(start) or self.certainty.suspected_doer(start, end)
        doubted = doubted or self.certainty.perhaps(start, end)
        if (found == "hedged" and doubted) or (found == "planned" and self.certainty.prepared(start, end)):
            return found, stance(self.tree, start, told.chain, found)
        if "whether" not in told.found:
            manner = told.chain[-1].manner if told.chain else ""
            kinds = allowed(self.tree, start, manner) | {found}
            found = learnt_sureness().best(signs_of(self.certainty, start, end, told), kinds)
        if found in ("conditional", "planned", "forecast") and self.is_said(event):
            found = "asserted"
        unchecked = bool(told.chain) and unconfirmed(self.tree, told.chain[-1].mention)
        if found == "asserted" and (unchecked or doubt_marked(self.tree, start)):
            found = "hedged"
        return found, stance(self.tree, start, told.chain, found)

    def doubting(
        self, event: Event, judged: tuple[Factuality, AuthorStance], effects: Sequence[Effect]
    ) -> tuple[Factuality, AuthorStance]:
        """That an event's harm is hearsay makes the event hearsay, as the gold codes it."""
        trigger = event.trigger.start, event.trigger.end
        first, last = self.tree.first[trigger[0]], self.tree.last[trigger[0]]
        here = [effect for effect in effects if first <= self.tree.token_at(effect.mention.start) < last]
        doubted = judged[0] == "asserted" and any(is_harm_in_doubt(self.tree, effect, trigger) for effect in here)
        return ("hedged", judged[1]) if doubted else judged

    def presupposed(self, event: Event) -> bool:
        """Whether no sign around an event reaches it: what is denied, hedged or asked there is something else."""
        start, end = event.trigger.start, event.trigger.end
        if event.code == "control" and "-" in self.tree.words[max(start - 1, 0) : end]:
            return True  # "denies shelling the rebel-held town"
        if event.code == "control" and self.tree.deps[event.head.i] == "acl" and self.tree.tags[event.head.i] == "VBN":
            return True  # "denied preparing an attack on the last town held by the army"
        if "unpunished" in self.tree.lower[start:end] or self.asked_who(event):
            return True  # "will not go unpunished"
        if is_answered_for(self.tree, event.head.i) and self.certainty.modifier(start, end) is None:
            return True
        # The charge is hedged, not its answer.
        return event.code == "denial" and answers(self.tree.lower, self.tree.tags, start)

    def plain(self, code: str, head: int) -> Factuality | None:
        """What the words around an event at a token tell so plainly that nothing is weighed against it."""
        tree = self.tree
        if code in ANNOUNCED and in_draft(tree, head):
            return "planned"
        if code in SPEECH_ACTS:
            return "planned" if code not in ANNOUNCED and only_planned(tree, head) else None
        if undone(tree, head):
            return "denied"
        if took_place(tree, head, code):
            return "asserted"
        told = plainly(tree, head) or ("conditional" if depends(tree, head) else None)
        told = told or ("hedged" if code != "control" and is_hearsay(tree, head) else None)
        told = told or ahead(tree, head) or foretold(tree, head, code)
        return told or ("planned" if only_planned(tree, head) or has_in_mind(tree, head) else None)

    def charged(self, event: Event, chain: tuple[Voice, ...]) -> bool:
        """Whether the innermost voice denies a charge that tells the event: "dismissed reports that …"."""
        if not chain or chain[-1].cue is None or chain[-1].manner != "deny" or event.code in SPEECH_ACTS:
            return False
        cue = self.tree.token_at(chain[-1].cue.end - 1)
        return is_charge_denied(self.tree, cue, self.tree.head_of(event.trigger.start, event.trigger.end))

    def denies(self, chain: tuple[Voice, ...], head: int) -> bool:
        """Whether the innermost voice denies the clause of an event: "denied that they were preparing an assault"."""
        cue = chain[-1].cue if chain and chain[-1].manner == "deny" else None
        return cue is not None and in_clause_of(self.tree, head, self.tree.token_at(cue.end - 1))

    def is_said(self, event: Event) -> bool:
        """Whether a finite verb is an act of speech, which is done whatever it says: "they warn that, should …"."""
        head = event.head.i
        acts = act_of(event.code) == "said" and self.tree.tags[head] in ("VBD", "VBZ", "VBP")
        return acts and not any(self.tree.tags[k] == "MD" for k in self.tree.kids[head])

    def asked_who(self, event: Event) -> bool:
        """Whether only the doer of what is presupposed is asked for: "not known which jets carried out the raid"."""
        head = event.head.i
        if self.tree.tags[head][:2] != "NN" or self.tree.deps[head] not in ("dobj", "pobj"):
            return False
        return any(self.certainty.asks_who(k) for k in self.tree.ancestors(head)[:3])

    def told(self, event: Event) -> Told:
        """What rules and voices say of one event."""
        tree, start, end = self.tree, event.trigger.start, event.trigger.end
        chain = tuple(chain_of(self.voices.ruled(start, end)))
        cues = frozenset(tree.token_at(voice.cue.end - 1) for voice in chain if voice.cue is not None)
        signs = self.certainty.found(start, end, cues, act_of(event.code))
        rule = self.certainty.strongest(signs)
        if rule == "asserted" and chain and event.code not in SPEECH_ACTS:
            rule = self.certainty.by_cue(chain[-1].manner, max(cues, default=-1))
        return Told(event.code, rule, signs, chain, tree.starts[start] < self.voices.headline)


AHEAD = frozenset({"planned", "conditional", "forecast"})
HARM = frozenset({"casualties"})
OWN = {  # what became of people or things, where it is the event itself: "no prisoners were released"
    "arrest": frozenset({"detained"}),
    "release": frozenset({"released"}),
    "evacuation": frozenset({"evacuated"}),
    "displacement": frozenset({"displaced"}),
    "abduction": frozenset({"abducted"}),
    "capture": frozenset({"captured"}),
    "surrender": frozenset({"surrendered"}),
    "destruction": frozenset({"destroyed", "damaged"}),
}
ANNOUNCED = frozenset({"accusation", "demand", "condemnation", "support"})  # may be announced before they are made
SPEECH_ACTS = ANNOUNCED | {"threat", "warning", "denial", "responsibility"}


def act_of(code: str) -> Act:
    """What kind of act of speech a code is."""
    return "later" if code in ANNOUNCED else "said" if code in SPEECH_ACTS else ""


def stance(tree: Tree, start: int, chain: Sequence[Voice], factuality: Factuality) -> AuthorStance:
    """Whether the author asserts, reports or doubts it."""
    beside = set(tree.lower[max(tree.first[start], start - 3) : start + 1])
    if any(voice.manner == "doubt" for voice in chain):
        return "doubts"
    if factuality == "hedged" and beside & DISTANT:
        return "doubts"
    if chain:
        return "reports"
    if factuality == "hedged" and any(
        speech().adverbs.get(word) == "tell" for word in tree.lower[tree.first[start] : tree.last[start]]
    ):
        return "reports"
    return "asserts"
