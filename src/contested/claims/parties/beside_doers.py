"""Who is only named in a phrase beside a deed did not do it: whose uniform it was, who is counted among the hurt,
whose other deed is told, whom those carry who were hit.
"""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED, VIOLENT
from contested.claims.parties.unknown_doers import may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import Participant
from contested.model.at import holding

FOUGHT = (VIOLENT - {"air_strike"}) | {"armed_clash", "chemical_attack", "casualties"}  # a land may have aircraft
BEFORE = frozenset({"compound", "amod", "poss", "nmod"})
UP = frozenset({"pobj", "prep", "compound", "conj"})
FAR = 5


def beside_doers(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without doers who stand in a phrase of something else; with who fires on whom."""
    parts = under_fire(parts, event, context)
    doers = tuple(who for who in parts.initiators if not is_beside(who, event, context))
    hit = tuple(who for who in parts.targets if not is_no_target(who, event, context))
    same = len(doers) == len(parts.initiators) and len(hit) == len(parts.targets)
    return parts if same else parts.but(initiators=doers, targets=hit)


def is_no_target(who: Participant, event: Event, context: Context) -> bool:
    """Whether what seems struck is a word of the deed, half a word, or somebody whom another phrase names."""
    if is_the_deed(who, event) or is_cut_off(who, context):
        return True
    root = root_of(who, context)
    return root is not None and (is_worn(root) or is_sought(root, event) or has_left_it(root, event))


def is_sought(root: Token, event: Event) -> bool:
    """Whether somebody is only sought or taken for a deed: "looking for two men in connection with the killing"."""
    link = event.head.head
    led = event.head.dep_ == "pobj" and link.lower_ == "with" and link.head.lower_ == "connection"
    return led and root.i < link.i and root.dep_ in ("dobj", "pobj", "nsubjpass")


def has_left_it(root: Token, event: Event) -> bool:
    """Whether somebody only made or left what is taken away: "dismantled a bomb left by rebels"."""
    if event.code != "interception" or root.dep_ != "pobj" or root.head.dep_ != "agent":
        return False
    return root.head.head.dep_ == "acl" and root.head.head.head.head.i == event.head.i


def is_the_deed(who: Participant, event: Event) -> bool:
    """Whether what is struck is a word of the deed itself: the "resistance" of "met no resistance"."""
    inside = event.trigger.start_char <= who.mention.start and who.mention.end <= event.trigger.end_char
    return inside and who.actor is None and who.mention.quote.lower() in deed_words()["deeds"]


def is_cut_off(who: Participant, context: Context) -> bool:
    """Whether what is struck is only the beginning of a word that a hyphen joins: the "re" of "the re-taking"."""
    return who.mention.quote.lower() in ("re", "co", "pre", "non") and context.report.text[who.mention.end :][:1] == "-"


def is_beside(who: Participant, event: Event, context: Context) -> bool:
    """Whether a doer stands in a phrase that tells something else."""
    root = root_of(who, context)
    if root is None:
        return False
    if is_worn(root) or is_ground(who, root, event, context):
        return True
    tests = BESIDE_NOUNS if event.head.tag_[:2] == "NN" else BESIDE_VERBS
    return event.sentence.start <= root.i < event.sentence.end and any(test(root, event) for test in tests)


def is_ground(who: Participant, root: Token, event: Event, context: Context) -> bool:
    """Whether the land of the war only tells where: the "Norland" of "Norland car bombs kill nine"."""
    noun = event.head
    if event.code not in FOUGHT or who.actor not in context.annotations.sided or noun.tag_[:2] != "NN":
        return False
    place = next(iter(holding(context.annotations.places, who.mention.start)), None)
    land = place is not None and place.kind == "country" and place.mention == who.mention
    return land and root.tag_[:3] == "NNP" and root.dep_ in BEFORE and root.i < noun.i


def root_of(who: Participant, context: Context) -> Token | None:
    """The word on which a name's words hang."""
    span = context.span(who.mention)
    return span.root if span is not None else None


def is_worn(root: Token) -> bool:
    """Whether a name only tells what somebody wears: "gunmen in army uniforms"."""
    return root.dep_ in BEFORE and root.head.lower_ in deed_words()["worn"]


def is_counted(root: Token, event: Event) -> bool:
    """Whether somebody is counted among the harmed: "twelve were hurt, including three police, in an attack"."""
    if event.code not in SUFFERED:
        return False
    token = root
    for _ in range(FAR):
        if token.lower_ == "including":
            inside = event.head in token.subtree and all(t.text != "," for t in root.doc[root.i : event.head.i])
            return token.head.i != event.head.i and not inside and is_harmed(token.head)
        if token.dep_ not in UP or token.head.i == token.i:
            return False
        token = token.head
    return False


def is_harmed(token: Token) -> bool:
    """Whether what a list is some of is told to be harmed: the subject of a passive, or that passive."""
    return token.dep_ == "nsubjpass" or any(kid.dep_ == "nsubjpass" for kid in kids(token))


def is_of_another(root: Token, event: Event) -> bool:
    """Whether "by" gives another noun's doer: "the crackdown was meant to thwart any attempt by rebels"."""
    by, noun = root.head, root.head.head
    if root.dep_ != "pobj" or by.lower_ != "by" or by.dep_ != "prep" or noun.tag_[:2] != "NN" or noun.i <= event.head.i:
        return False
    apart = noun.dep_ in ("dobj", "nsubj", "nsubjpass") and noun not in event.head.subtree
    return apart and event.head.head not in (noun, noun.head)


def is_carried(root: Token, event: Event) -> bool:
    """Whether those hit act on somebody as it happens: "the aircraft was hit while supplying troops"."""
    verb = event.head
    if root.dep_ != "dobj" or verb.tag_ != "VBN" or not any(kid.dep_ == "auxpass" for kid in kids(verb)):
        return False
    clause = root.head
    return clause.dep_ == "advcl" and clause.head.i == verb.i and not any(k.dep_ == "nsubj" for k in kids(clause))


def suffers(root: Token, event: Event) -> bool:
    """Whether somebody is what a deed behind "by" happens to: "the rebels were forced to leave by heavy shelling"."""
    by = event.head.head
    if event.head.dep_ != "pobj" or by.lower_ != "by":
        return False
    above = [by.head, by.head.head] if by.head.dep_ == "xcomp" else [by.head]
    return any(root.dep_ == "nsubjpass" and root.head.i == verb.i for verb in above)


def receives(root: Token, event: Event) -> bool:
    """Whether somebody only has it done to him: "the judge had received death threats"."""
    verb = event.head.head
    got = event.head.dep_ == "dobj" and verb.lower_ in deed_words()["receiving"]
    return got and root.dep_ == "nsubj" and root.head.i == verb.i


def sets_off(root: Token, event: Event) -> bool:
    """Whether somebody only set a deed off: "police shot a student, sparking riots"."""
    noun, verb = event.head, event.head.head
    if noun.dep_ != "dobj" or verb.lower_ not in deed_words()["setting_off"]:
        return False
    return root.i < verb.i and not any(kid.dep_ == "poss" for kid in kids(noun))


def is_in_next_clause(root: Token, event: Event) -> bool:
    """Whether somebody is told in the clause joined to that of a deed: "condemned the murder and urged the army to"."""
    noun = event.head
    verb = next((token for token in noun.ancestors if token.tag_[:1] == "V"), None)
    if verb is None or not verb.i < noun.i < root.i:
        return False
    joined = [kid for kid in kids(verb) if kid.dep_ == "conj" and kid.tag_[:1] == "V" and kid.i > noun.i]
    return any(clause.left_edge.i <= root.i <= clause.right_edge.i and clause.i < root.i for clause in joined)


def takes_suspect(root: Token, event: Event) -> bool:
    """Whether somebody only takes or seeks those behind a deed: "police arrested a suspect in the bombing"."""
    noun, link = event.head, event.head.head
    low, nouns = link.head.lower_, load_nouns()
    behind = low in nouns["people"] or low in nouns["armed"] or low in deed_words()["behind_deeds"]
    if noun.dep_ != "pobj" or not behind:
        return False
    verb = next((token for token in link.ancestors if token.tag_[:1] == "V"), None)
    seeks = verb is not None and verb.lower_ in deed_words()["suspecting"]
    return seeks and verb is not None and root.head.i == verb.i and root.dep_ == "nsubj"


def under_fire(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; who comes "under fire from" somebody is shot at by him."""
    verb = event.head
    under = next((kid for kid in kids(verb) if kid.lower_ == "under"), None)
    if event.code not in SUFFERED or verb.tag_[:1] != "V" or under is None or not under.i < event.trigger.end:
        return parts
    hit = {who.mention for who in parts.targets}
    froms = [kid for token in (verb, *under.subtree) for kid in kids(token) if kid.lower_ == "from"]
    nouns = [one for prep in froms for noun in kids(prep) if noun.dep_ == "pobj" for one in (noun, *noun.conjuncts)]
    doers = [phrase_of(noun, context) for noun in nouns if may_be_people(noun, context)]
    others = tuple(who for who in parts.initiators if who.mention not in hit)
    return parts.but(initiators=tuple(doers) or others)


def not_itself(parts: Parts, event: Event) -> Parts:
    """The participants; who does it does not suffer it, where two sides do not fight: "Anna Marlow led the raid"."""
    if event.code == "armed_clash" or not parts.initiators:
        return parts
    doers = {who.name for who in parts.initiators}
    return parts.but(targets=tuple(who for who in parts.targets if who.name not in doers))


BESIDE_NOUNS = (is_counted, is_of_another, suffers, receives, sets_off, is_in_next_clause, takes_suspect)
BESIDE_VERBS = (is_counted, is_carried)
