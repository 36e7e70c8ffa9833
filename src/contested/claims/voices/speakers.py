"""Who a source's words mean: pronouns, role nouns and short names resolved in the report; the kind of speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from contested.claims.voices.full_names import in_full, office_holder, without_marks
from contested.claims.voices.speaker import Speaker
from contested.claims.voices.speaker_actors import NamedActors
from contested.claims.voices.speaker_bodies import bands_among, behind_home, civil_body, is_agency, is_other_body
from contested.claims.voices.speaker_bounds import (
    after_count,
    after_harmed,
    before_name,
    head_of,
    lost_apostrophe,
    lost_comma,
    name_at_end,
    speaks,
    whole_name,
)
from contested.claims.voices.speaker_edges import cut, edges
from contested.claims.voices.speaker_names import (
    alike,
    given_name,
    named_before,
    of_another,
    person_before,
    teller_before,
)
from contested.claims.voices.speaker_traits import described, kind_of, traits
from contested.claims.words.acronyms import OFFICE, spelt_out, stands_for
from contested.claims.words.phrases import DAYS
from contested.claims.words.speaker_asides import before_place
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import ActorMention

NEAR = 90  # tokens back to a name that "he" may mean
POINTING = frozenset({"the", "this", "that", "its", "their", "his", "her"})
SHORTENED = frozenset({"jr.", "sr.", "inc.", "co.", "ltd.", "gov.", "govt."})
TRAILING = frozenset({"'s", "’s", "'", "’", "who", "which", "that"})


@dataclass(slots=True)
class Speakers:
    """Speakers met so far in a text, in its order; ``persons`` are the tokens of people's names."""

    tree: Tree
    actors: Sequence[ActorMention]
    persons: frozenset[int] = frozenset()
    met: list[Speaker] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    named: NamedActors = field(init=False)
    acronyms: dict[str, str] = field(default_factory=dict)
    small: bool = False  # a text without capitals
    bands: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.small = self.tree.text.islower()
        self.named = NamedActors(self.tree, self.actors)
        self.bands = bands_among(self.actors)
        self.acronyms = spelt_out(self.tree.text)

    def resolve(self, start: int, end: int) -> Speaker:
        """The speaker that the tokens of a source name; remembered for later pronouns."""
        tree = self.tree
        start, end = edges(tree, start, end)
        words, named = (start, end), given_name(tree, start, end)
        start, end = named or (named_before(tree, whole_name(tree, start)), end)
        start = after_count(tree, start, end)
        start = after_harmed(tree, name_at_end(tree, start, end, self.named.at_end(start, end)), end)
        head = head_of(tree, start, end)
        low = tree.lower[head]
        group = speech().pronouns.get(low)
        speaker = None
        if group is not None:
            speaker = self.by_pronoun(group, start) or self.by_clause(start, group)
        elif (core := cut(tree, start, end, head)) - start <= 6 or (low in speech().points_to and head - start <= 3):
            if self.named.owner(start, head) is None:
                speaker = self.by_statement(start, head) or self.by_role(start, head)
            if speaker is not None and of_another(tree, head, end, speaker.name):
                speaker = None
            speaker = speaker or self.by_acronym(start, end, core) or self.by_name(start, core)
        if speaker is None:
            speaker = self.describe(start, end, head)
            speaker = described(tree, speaker, words, named is not None)
        again = group is not None and speaker in self.met and speaker is self.met[-1]
        if not again and speaks(speaker.name) and speaker.name.lower() not in speech().labels - speech().roles.keys():
            self.met.append(speaker)
            self.at.append(start)
        return speaker

    def by_pronoun(self, group: str, start: int) -> Speaker | None:
        """The latest speaker whom a pronoun of this group may mean, or who the sentence before is about."""
        if group == "first":
            return self.met[-1] if self.met else None
        meant = next((n for n in range(len(self.met) - 1, -1, -1) if group in self.met[n].traits), None)
        if meant and group == "many" and self.at[meant] >= self.tree.first[start]:
            told, others = self.met[meant].traits, self.met[meant - 1].traits
            meant -= "thing" in told and "many" in others and "thing" not in others  # not "the army …, they said"
        heard = teller_before(self.tree, start) if group != "person" else None
        if heard is not None and (meant is None or self.at[meant] < self.tree.first[heard]):
            found = self.resolve(self.tree.left[heard], heard + 1)
            if group in found.traits or {"many", "proper"} <= found.traits:  # "the Relief Forces …. It said"
                return found
        people = self.persons if meant is not None else self.names_before(start)
        subject = person_before(self.tree, start, people) if group == "person" else None
        if subject is not None and (meant is None or self.at[meant] < self.tree.first[subject]):
            left, right = self.tree.subtree(subject)
            other = self.tree.child(subject, "cc")  # "the secretary and the premier met. He said"
            right = right if other is None or other < subject else other
            return self.by_role(left, subject) or self.describe(left, right, subject)
        return self.met[meant] if meant is not None else self.perhaps_person(group)

    def perhaps_person(self, group: str) -> Speaker | None:
        """The latest speaker who may be one person, by a name that no body bears: "Pathologist Marlow …. He said"."""
        alone = (s for s in reversed(self.met) if s.kind == "unnamed" and not s.traits & {"many", "thing"})
        return next(alone, None) if group == "person" else None

    def names_before(self, start: int) -> frozenset[int]:
        """The tokens of proper names shortly before a token, those of parties left out: "Adam fled. He said"."""
        near = range(max(0, start - NEAR), start)
        names = (k for k in near if self.tree.tags[k] == "NNP" and self.named.at(k, k + 1) is None)
        return self.persons.union(names)

    def by_clause(self, start: int, group: str) -> Speaker | None:
        """Whom the told clause is about, where nobody has spoken: "The coalition carried out nine raids, it said"."""
        tree, first = self.tree, self.tree.first[start]
        subject = next((k for k in range(first, start) if tree.deps[k] == "nsubj"), None)
        if subject is None or group not in ("thing", "many"):
            return None
        actor = self.named.at(subject, subject + 1)
        if actor is None and speech().roles.get(tree.lower[subject]) is None:
            return None
        left, right = tree.left[subject], min(tree.right[subject], start)
        found = self.describe(left, right, subject)
        return found if group in found.traits or actor is not None else None

    def by_role(self, start: int, head: int) -> Speaker | None:
        """The earlier speaker whom "the source" or "the ministry" means."""
        tree = self.tree
        if tree.lower[start] not in POINTING or tree.tags[head][:2] != "NN":
            return None
        noun = tree.lower[head]
        if tree.lower[start + 1] == "same" and self.met:
            return self.met[-1]  # "according to the same source"
        names = [tree.words[k] for k in range(start + 1, head + 1) if tree.tags[k][:3] == "NNP"]
        if not names and not speech().fighting.isdisjoint(tree.lower[start:head]):
            return self.named.fighters(start, noun)
        kinds = speech().points_to.get(noun, frozenset())
        if any(tree.tags[k][:3] == "NNP" for k in range(behind_home(tree.lower, start, head), head + 1)):
            kinds = frozenset()
        trait = "person" if noun in speech().persons else "thing"
        named = self.named.monitor(start) if "monitor" in kinds else None
        since = named[0] if named is not None else -1
        here = self.named.at(start, head + 1)
        for speaker, at in zip(reversed(self.met), reversed(self.at), strict=True):
            if at < since:
                break
            if is_another(speaker, trait, here):
                continue
            if is_other_body(tree.lower[start : head + 1], names, speaker.name, self.bands):
                continue  # "the army" is no "Northern Liberation Army", the interior ministry not that of defence
            told = noun == speaker.head or noun in speaker.roles or (noun == "agency" and is_agency(speaker.name))
            if told or (trait in speaker.traits and noun in speaker.name.lower().split()):
                settled = noun == "source" or "proper" in speaker.traits
                return speaker if settled else self.bare_role(start, head) or speaker
            known = "proper" in speaker.traits or (speaker.actor is not None and noun != "group")
            if speaker.kind in kinds and known and trait in speaker.traits and alike(noun, speaker.name):
                return speaker
        if noun == "official" and self.met and self.met[-1].kind == noun and "person" in self.met[-1].traits:
            return self.met[-1]  # "a spokesman said …. The official added"
        body = None if names and not kinds else civil_body(self.met, tree.lower[start : head + 1])
        return named[1] if named is not None else body or self.bare_role(start, head)

    def bare_role(self, start: int, head: int) -> Speaker | None:
        """Whom a bare role may mean: who bears it, or for "the source" who spoke last and is no crowd."""
        tree, noun = self.tree, self.tree.lower[head]
        if tree.lower[start] != "the" or head != start + 1:
            return None
        if noun == "source":  # "the agency said …. The source added"
            return next(
                (s for s in reversed(self.met) if s.traits & {"thing", "person"} or "many" not in s.traits), None
            )
        named = office_holder(tree, start, noun) if noun in speech().persons else None
        return self.describe(*named, named[1] - 1) if named is not None else None

    def by_statement(self, start: int, head: int) -> Speaker | None:
        """Who issued the statement that "the statement" points back to."""
        tree, noun = self.tree, self.tree.lower[head]
        if noun not in speech().issued or tree.lower[start] not in ("the", "this", "that") or head - start > 2:
            return None
        for k in range(start - 1, -1, -1):
            if tree.lower[k] != noun:
                continue
            within = [s for s, at in zip(self.met, self.at, strict=True) if tree.first[k] <= at < tree.last[k]]
            if within:
                return within[-1]
        if noun == "report":
            return next((s for s in reversed(self.met) if s.kind == "media" and "proper" in s.traits), None)
        return None

    def by_acronym(self, start: int, end: int, core: int) -> Speaker | None:
        """The speaker whose name the text spells out elsewhere."""
        tree = self.tree
        short = tree.words[core - 1].rstrip(".") if core > start else ""
        short = short.upper() if self.small and short.upper() in self.acronyms else short
        if not 2 <= len(short) <= 8 or not (short.isupper() or OFFICE.fullmatch(short)) or core - start > 2:
            return None
        for speaker in reversed(self.met):
            if "proper" in speaker.traits and " " in speaker.name and stands_for(short, speaker.name):
                return speaker
        name = self.acronyms.get(short)
        return replace(self.describe(start, end, core - 1), name=name) if name is not None else None

    def by_name(self, start: int, end: int) -> Speaker | None:
        """The earlier speaker whose full name a short name is part of."""
        tree = self.tree
        stop = before_place(tree, start, end)
        words = [tree.lower[k] for k in range(start, stop) if self.is_name(k) and tree.lower[k] not in DAYS]
        if not words:
            return None
        titled = len(words) > 1 and words[0] in speech().persons
        words = words[titled:]  # "Gen Marlow"
        for speaker in reversed(self.met):
            parts = speaker.name.lower().split()
            if "person" in speaker.traits and any(speech().roles.get(word) == "monitor" for word in words):
                continue
            role = tree.lower[end - 1]  # "the health ministry" is not the World Health Organization
            if {"nor", "neither", "both"} & set(parts):
                continue
            office = speech().roles.get(role) in ("official", "party", "local")
            other = office and role not in words and role not in parts
            if len(parts) > len(words) and set(words) <= set(parts) and "proper" in speaker.traits and not other:
                return speaker
        if (
            len(words) == 2 and tree.lower[end - 1] == words[-1]
        ):  # a place before lost its comma: "… in Norwick Marlow said"
            return next(
                (
                    s
                    for s in reversed(self.met)
                    if s.name.lower().split()[1:][-1:] == words[-1:] and "person" in s.traits
                ),
                None,
            )
        return None

    def is_name(self, k: int) -> bool:
        """Whether a token is of a name: a proper noun, in a text without capitals any noun that is no role's."""
        if self.tree.tags[k][:3] == "NNP":
            return True
        low = self.tree.lower[k]
        return self.small and self.tree.tags[k][:2] == "NN" and (low in speech().persons or low not in speech().roles)

    def describe(self, start: int, end: int, head: int) -> Speaker:
        """A speaker from its own words."""
        tree = self.tree
        stop = lost_comma(tree, start, cut(tree, start, end, head))
        begin = start
        while begin < stop - 1 and before_name(tree, begin):
            begin += 1
        while stop - 1 > begin and (
            (tree.lower[stop - 1] in TRAILING and tree.words[stop - 1] != "WHO")
            or (tree.tags[stop - 1] == "RB" and tree.words[stop - 1].islower())
            or not tree.words[stop - 1].strip(" -\n")
        ):
            stop -= 1
        name = without_marks(" ".join(tree.mention(begin, stop).quote.split()))
        if lost_apostrophe(tree, stop - 1) and tree.tags[min(stop, len(tree.tags) - 1)][0] != "V":
            name = name[:-1]
        if name.endswith(".") and "." not in name[:-1] and name.rpartition(" ")[2].lower() not in SHORTENED:
            name = name[:-1]  # "according to the MoH."
        name = in_full(name, tree.text)
        actor = self.named.at(begin, stop) if tree.tags[stop - 1] != "RB" else None  # "Norwick Now" is no Norwick
        owner = self.named.owner(start, head) if actor is None or actor.actor is None else None
        if owner is not None:
            name = f"{owner.name} {name}" if tree.lower[start] in ("its", "their") and begin > start else name
            actor = owner
        return Speaker(
            name,
            kind_of(tree, start, end, actor),
            actor.actor if actor else None,
            tree.lower[head],
            traits(tree, head, (start, begin, stop), None if head in self.persons else actor),
        )


def is_another(speaker: Speaker, trait: str, here: ActorMention | None) -> bool:
    """Whether a role's words mean no such speaker: a pair ("the secretary and the premier"), another country's army."""
    pair = trait == "person" and {"many"} == speaker.traits - {"proper"}
    foreign = here is not None and here.actor is not None and speaker.actor not in (None, here.actor)
    return pair or foreign
