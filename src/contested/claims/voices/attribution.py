"""Every attribution of a text: cues weighed, speakers resolved, voices nested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.claims.voices.according import is_speaker
from contested.claims.voices.citing import opening_citation
from contested.claims.voices.count_givers import Given, counts_given
from contested.claims.voices.country_labels import without_scenes
from contested.claims.voices.cues import Cue, Reading
from contested.claims.voices.footage import footage_shown
from contested.claims.voices.gapped_counts import Gapped, gapped_counts
from contested.claims.voices.headline_tails import label_of, tail_of
from contested.claims.voices.no_telling import says_nothing
from contested.claims.voices.readings import Reader
from contested.claims.voices.speaker import Speaker
from contested.claims.voices.speaker_names import SEEN
from contested.claims.voices.speakers import Speakers
from contested.claims.voices.voice_scope import AIRED
from contested.claims.voices.weigh import learnt_choice
from contested.claims.words.phrases import DAYS
from contested.claims.words.silences import silences_of
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import ActorMention, Attribution, PlaceMention
from contested.model.mention import Mention

CERTAIN = 20.0  # more than any weights take
LABELLED = {"tail": 9.0, "label": 1.5}
LENIENCY = {"tell": 1.5, "doubt": 1.0, "deny": 1.0, "blame": 1.5}


def attributions_of(
    tree: Tree,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention] = (),
    persons: Sequence[Mention] = (),
) -> list[Attribution]:
    """Every attribution in the order of its cue; ``persons`` are the people named."""
    reader, choice = Reader.of(tree, tokens_of(tree, [place.mention for place in places])), learnt_choice()
    speakers = Speakers(tree, actors, tokens_of(tree, persons))
    found = headline_tail(tree, speakers)
    given, gapped = sorted([*counts_given(tree), *footage_shown(tree)]), list(gapped_counts(tree))
    counting = {verb for verb, _, _ in given} | {gap.verb for gap in gapped}
    counting |= {k for gap in gapped for k in (gap.source[0] - 1, gap.source[0] - 2)}  # "according to X six"
    told_by: tuple[int, tuple[int, int]] | None = None
    silent = {silence.verb for silence in silences_of(tree)}
    for cue in reader.cues(choice.known):
        while given and given[0][0] <= cue.at:
            found.append(of_count(tree, speakers, given.pop(0)))
        while gapped and gapped[0].number[0] <= cue.at:
            found.append(of_gap(tree, speakers, gapped.pop(0)))
        if cue.at in counting or cue.at in silent or says_nothing(tree, cue.at) or not repaired(tree, cue):
            continue
        if told_by is not None and goes_on_telling(tree, cue, told_by[0]):
            cue.source = told_by[1]
        needed = -leniency(tree, cue)
        score, reading = choice.best(reader, cue, needed)
        if score > needed:
            found.append(attribution(tree, speakers, cue, reading))
            found += cited_ahead(tree, speakers, cue, found)
            if cue.part == "verb" and cue.manner in TELLING and cue.source is not None and tree.tags[cue.at] != "VBG":
                told_by = cue.at, cue.source
        found += cited(tree, speakers, cue, found)
    found += [of_count(tree, speakers, count) for count in given]
    found += [of_gap(tree, speakers, gap) for gap in gapped]
    return nested(without_scenes(found, places))


def tokens_of(tree: Tree, mentions: Sequence[Mention]) -> frozenset[int]:
    """The tokens of mentions."""
    return frozenset(k for mention in mentions for k in range(*tree.interval(mention)))


def of_count(tree: Tree, speakers: Speakers, given: Given) -> Attribution:
    """The attribution of a count to who gives it."""
    verb, source, what = given
    cue = (tree.mention(verb, verb + 1),)
    return told(speakers.resolve(*source), (tree.mention(*source),), cue, (tree.mention(*what),))


def of_gap(tree: Tree, speakers: Speakers, gap: Gapped) -> Attribution:
    """The attribution of a number that stands beside its speaker alone; "another" is of the kind that spoke before."""
    before = speakers.met[-1] if speakers.met else None
    speaker = speakers.resolve(*gap.source)
    if tree.lower[gap.source[0]] == "another" and gap.source[1] - gap.source[0] == 1 and before is not None:
        speaker = replace(speaker, name=f"another {before.head}", kind=before.kind)
    cue = (tree.mention(gap.verb, gap.verb + 1),) if gap.verb is not None else ()
    return told(speaker, (tree.mention(*gap.source),), cue, (tree.mention(*gap.number),))


def repaired(tree: Tree, cue: Cue) -> bool:
    """Whether the cue tells, after a participle got back the subject that the parse took from it.

    What "the figures announced in Norwick" were announced by is not the figures.
    """
    noun = tree.heads[cue.at]
    if tree.deps[cue.at] == "acl" and tree.lower[cue.at] in SEEN and speech().noun(tree.lower[noun]) is not None:
        return False  # "a message seen by the agency warned"
    if cue.how == "chunk" and tree.deps[cue.at] == "acl" and cue.source is not None and is_thing(tree, cue.source):
        return False  # "no injuries or damage reported"
    if tree.deps[cue.at] == "acl" and tree.tags[noun][:2] == "JJ":
        return False  # "they were the latest of 900 dead since the council passed a resolution ordering a truce"
    if tree.deps[cue.at] == "acl" and tree.lower[cue.at] in VALUED and tree.lower[cue.at + 1 : cue.at + 2] == ["at"]:
        return False  # "civilians estimated at nine in ten"
    if cue.part != "verb" or tree.deps[cue.at] != "acl" or tree.tags[cue.at] not in ("VBN", "VBD") or noun > cue.at:
        return True
    kind = speech().roles.get(tree.lower[noun])
    acts_on = tree.child(cue.at, "dobj") is not None and cue.manner == "blame"  # "a report accused the army of"
    if tree.deps[noun] == "ROOT" and (kind not in (None, "document") or (kind is not None and acts_on)):
        cue.source = (tree.left[noun], cue.at)
        return True
    if cue.source is None or not cue.source[0] <= noun < cue.source[1] or kind not in (None, "document"):
        return True
    kinds = {speech().roles.get(word) for word in tree.lower[slice(*cue.source)]}
    after = tree.lower[cue.at + 1 : tree.last[cue.at]]
    last = all(word in DAYS or word == "on" or not word[:1].isalnum() for word in after)
    return last and cue.how == "chunk" and not kinds <= {None, "document"}  # "a source on the ground announced"


def is_thing(tree: Tree, source: tuple[int, int]) -> bool:
    """Whether a lone common noun can speak by no word for a role or a body."""
    low, words = tree.lower[source[1] - 1], speech()
    known = low in words.roles or low in words.bodies or low in words.things or low in words.persons
    return source[1] - source[0] == 1 and tree.tags[source[0]] in ("NN", "NNS") and not known


def goes_on_telling(tree: Tree, cue: Cue, earlier: int) -> bool:
    """Whether "adding" or "saying" hangs on a noun that cannot speak, the sentence's teller before it."""
    if tree.tags[cue.at] != "VBG" or cue.manner not in ("tell", "blame") or tree.first[earlier] != tree.first[cue.at]:
        return False
    if cue.source is None:
        return cue.how == "noun" or cue.how.startswith("from-")
    if tree.lower[cue.at] in FURTHER and cue.source[1] == cue.at and tree.lower[cue.source[0] - 1] != "with":
        kinds = {speech().roles.get(word) for word in tree.lower[slice(*cue.source)]}
        if kinds <= {None, "party", "local"}:
            return True
    if cue.how != "noun" and not cue.how.startswith("from-"):
        return False
    if cue.how != "noun" and any(tree.tags[k][:3] in ("NNP", "PRP") for k in range(*cue.source)):
        return False
    phrase = range(cue.source[0], min(cue.source[1], cue.at))
    if any(tree.tags[k] == "CD" for k in phrase):
        return True  # "had killed nine people, blaming …"
    return not any(tree.lower[k] in speech().roles and tree.lower[k] not in speech().counts for k in phrase)


def cited_ahead(tree: Tree, speakers: Speakers, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """ "Citing X, Y said …": the voice X under Y, where the sentence begins so."""
    if not found or cue.source is None:
        return []
    opener, stop = opening_citation(tree, cue.at, cue.source)
    source = (opener + 1, stop)
    if not any(tree.tags[k][:3] == "NNP" or tree.lower[k] in speech().roles for k in range(*source)):
        return []
    outer = found[-1]
    said = outer.content
    found[-1] = replace(outer, content=(tree.mention(opener, stop), *said))
    return [told(speakers.resolve(*source), (tree.mention(*source),), (tree.mention(opener, opener + 1),), said)]


def cited(tree: Tree, speakers: Speakers, cue: Cue, found: list[Attribution]) -> list[Attribution]:
    """ "Y, X reported, citing Z": the voice Z under X."""
    if cue.part != "verb" or speech().stem(tree.lower[cue.at]) not in CITING:
        return []
    thing = tree.child(cue.at, "dobj")
    begin = tree.starts[tree.first[cue.at]]
    end = tree.starts[cue.at] + cue.closing  # "…, Y quoted Z as saying"
    outer = next((a for a in reversed(found) if a.source and a.cue and begin <= a.cue[0].start < end), None)
    if thing is None or thing < cue.at or outer is None or tells_itself(tree, cue.at):
        return []
    if tree.tags[thing][:3] != "NNP" and tree.lower[thing] not in speech().roles and not tree.words[thing].isupper():
        return []
    tail = next((k for k in range(thing, tree.right[thing]) if tree.lower[k] == "as"), tree.right[thing])
    source = (max(tree.left[thing], cue.at + 1), tail)
    speaker = speakers.resolve(*source)
    if speaker.kind == "document" or tree.tags[thing] == "PRP":
        return []
    return [told(speaker, (tree.mention(*source),), (tree.mention(*cue.span),), outer.content)]


def tells_itself(tree: Tree, cue: int) -> bool:
    """Whether a citation goes on with what the one cited tells: "…, but Y cited Z as saying ten died"."""
    way = next((k for k in tree.children(cue, "prep") if tree.lower[k] == "as"), None)
    saying = tree.child(way, "pcomp") if way is not None else None
    return saying is not None and tree.child(saying, "ccomp") is not None


FURTHER = frozenset("adding saying noting stressing reporting warning calling citing confirming indicating".split())
VALUED = frozenset({"estimated", "put", "reported"})
TELLING = frozenset({"tell", "deny", "blame"})
SEEING = frozenset({"media", "witness", "monitor"})
CITING = frozenset({"cit", "quot"})


def leniency(tree: Tree, cue: Cue) -> float:
    """What a word of telling with a speaker needs less than others."""
    if cue.closing or ends_named(tree, cue):
        return CERTAIN
    if cue.part == "prep":
        return CERTAIN if cue.source is not None and is_speaker(tree, *cue.source) else 4.0
    if cue.how in LABELLED and cue.source is not None:  # "Norwick officials: two attacks kill 12"
        short = cue.how == "tail" and is_initials(tree, cue.source)
        return LABELLED[cue.how] if short or names_office(tree, cue.source) else 0.0
    if cue.part == "adverb" or cue.source is None:
        return 0.0
    aired = tree.lower[cue.at] in AIRED
    aired = aired and any(speech().roles.get(word) == "media" for word in tree.lower[slice(*cue.source)])
    if aired or (tree.lower[cue.at] == "quoted" and cue.how == "chunk"):
        return 4.0
    if cue.manner == "perceive":
        kinds = {speech().roles.get(word) for word in tree.lower[slice(*cue.source)]}
        return 4.0 if kinds & SEEING else 2.0 if "local" in kinds and cue.how == "subject" else 0.0
    if (
        cue.how in ("subject", "chunk", "quoted", "inverted")
        and speech().stem(tree.lower[cue.at]) in speech().postposed
    ):
        return 3.0
    return LENIENCY.get(cue.manner, 0.0)


def names_office(tree: Tree, source: tuple[int, int]) -> bool:
    """Whether a label has a word for a role or an office: "security sources", "UN", "MoD"."""
    return any(word in speech().roles for word in tree.lower[slice(*source)])


def is_initials(tree: Tree, source: tuple[int, int]) -> bool:
    """Whether a source is one word in capitals: "… kill two in Norwick: NNA"."""
    words = [word for word in tree.words[slice(*source)] if word.isalnum()]
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 2


def ends_named(tree: Tree, cue: Cue) -> bool:
    """Whether a name stands behind "per" or a dash: "two killed – SOHR"."""
    if cue.source is None:
        return False
    if tree.lower[cue.at] == "per":
        first = cue.source[0] + (tree.lower[cue.source[0]] == "the")
        opens = cue.at == tree.first[cue.at] or tree.words[cue.at - 1] == ","
        role = opens and any(tree.lower[k] in speech().roles for k in range(*cue.source))  # "per local sources, …"
        return first < cue.source[1] and (tree.tags[first] == "NNP" or role)
    return cue.how == "tail" and tree.words[cue.at] != ":"


def attribution(tree: Tree, speakers: Speakers, cue: Cue, reading: Reading) -> Attribution:
    """The attribution that a cue read so makes."""
    speaker = speakers.resolve(*cue.source) if cue.source is not None else None
    return told(
        speaker,
        (tree.mention(*cue.source),) if cue.source is not None else (),
        (tree.mention(*cue.span),),
        tuple(tree.mention(*span) for span in reading.content),
    )


def told(
    speaker: Speaker | None, source: tuple[Mention, ...], cue: tuple[Mention, ...], content: tuple[Mention, ...]
) -> Attribution:
    """An attribution to a resolved speaker."""
    if speaker is None:
        return Attribution(source, cue, content)
    return Attribution(source, cue, content, speaker.name, speaker.kind, speaker.actor)


def headline_tail(tree: Tree, speakers: Speakers) -> list[Attribution]:
    """ "Clashes kill nine near Hama monitor", "Monitor Nine killed near Hama": a headline that lost its colon."""
    tail, label = tail_of(tree), label_of(tree)
    if tail is not None:
        begin, end, stop = tail
        source = (tree.mention(begin, end),)
        return [told(speakers.resolve(begin, end), source, (), (tree.mention(0, stop),))]
    if label is not None:
        begin, end, stop = label
        source = (tree.mention(begin, end),)
        return [told(speakers.resolve(begin, end), source, (), (tree.mention(end, stop),))]
    return []


def nested(found: list[Attribution]) -> list[Attribution]:
    """The attributions in text order, each with the index of the smallest one whose content holds its cue."""
    ordered = sorted(found, key=lambda a: (a.cue or a.source)[0].start)
    result = []
    for n, inner in enumerate(ordered):
        anchor = (inner.cue or inner.source)[0]
        holders = [
            (sum(c.end - c.start for c in outer.content), m)
            for m, outer in enumerate(ordered[max(0, n - 12) : n + 12], max(0, n - 12))
            if m != n and any(c.covers(anchor) for c in outer.content)
        ]
        outer = min(holders)[1] if holders else None
        result.append(Attribution(inner.source, inner.cue, inner.content, inner.name, inner.kind, inner.actor, outer))
    return result
