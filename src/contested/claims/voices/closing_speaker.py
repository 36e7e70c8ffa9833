"""Who ends a sentence with "… X said", read by tags: the parse fails there where the comma before X is lost.

Two rules of grammar tell where X begins: what a preposition stands before is its object ("in the town of A activists
said" has A for its town), and a singular noun needs its article ("a bridge army sources said" are army sources).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from contested.claims.voices.closing_names import before_who, named_with_role
from contested.claims.voices.closing_tails import tail_end
from contested.claims.voices.voice_ends import sets_apart
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import DAYS, NOUNS, last_noun
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

FORMS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PREPOSITIONS = frozenset(
    "of in on at by with against between near for from to inside around outside into over across along under".split()
)
ACTING = frozenset({"VBG", "VBD", "VBZ", "VBP", "VB"})
OPENERS = frozenset({"DT", "PRP$"})
PROPER = frozenset({"NNP", "NNPS"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
HAVING = frozenset({"has", "have", "had", "also", "later", "further", "reportedly"})
# What may stand behind a verb that closes its sentence: "said on Friday", "told reporters", "said in a statement".
BEHIND = frozenset("on in at to during via from by through earlier later late early over after".split())
# What makes the clause before the speaker no statement of its own: "it is unclear what the army said".
ASKING = frozenset("what which that whom how whether if where when why who than".split())
SAYING = frozenset({"he", "she", "it", "they", "we", "i"})
LISTED = ("happenings", "abstract", "means", "people", "place", "gear")  # lists of nouns.toml that seldom name speakers
NAMING = frozenset({"name", "himself", "herself", "themselves"})
LONGEST_TAIL, LONGEST_LABEL, HOPS = 12, 4, 3
Source = tuple[int, int]


@dataclass(slots=True)
class Closing:
    """Finds closing speakers in a Tree; ``places`` are the tokens of places that are named."""

    tree: Tree
    places: Collection[int]

    def speaker(self, verb: int, start: int) -> Source | None:
        """Who says what the sentence told before the verb, whose auxiliaries begin at ``start``; None: nobody does."""
        tree = self.tree
        if not self.closes(verb):
            return None
        if tree.words[start - 1] == ",":
            return named_with_role(tree, verb, start - 1)
        while start > tree.first[verb] + 1 and tree.lower[start - 1] in HAVING:
            start -= 1
        last = last_noun(tree, start)
        who = before_who(tree, start) if tree.lower[last] not in SAYING and self.begin(last) is None else None
        last = who if who is not None and self.speaks(who) else last
        if last <= tree.first[verb] or tree.first[last] != tree.first[verb]:
            return None
        begin = last if tree.lower[last] in SAYING else self.begin(last)
        begin = self.who_is_named(begin) if begin is not None else None
        if begin is None or begin - tree.first[verb] < 3 or tree.lower[begin - 1] in ASKING:
            return None
        told = range(tree.first[verb], begin)
        return (begin, last + 1) if any(tree.tags[k] in FINITE for k in told) or len(told) > 7 else None

    def who_is_named(self, begin: int) -> int:
        """Where the speaker begins who only gives the name at a token: "a resident who gave his name as Omar said"."""
        tree = self.tree
        if tree.lower[begin - 1] != "as" or tree.lower[begin - 2] not in NAMING:
            return begin
        who = next(
            (k for k in range(begin - 2, max(begin - 8, tree.first[begin] + 1), -1) if tree.lower[k] == "who"), 0
        )
        described = self.begin(who - 1) if who else None
        return described if described is not None else begin

    def by_dash(self, i: int) -> bool:
        """Whether a dash behind a space leads to who says so, at a sentence's end: "… – local sources"."""
        tree, stop = self.tree, self.tree.last[i]
        while stop > i and not tree.words[stop - 1][:1].isalnum():
            stop -= 1
        tail = range(i + 1, stop)
        apart = tree.starts[i] > 0 and tree.text[tree.starts[i] - 1].isspace()
        if not apart or not 0 < len(tail) <= LONGEST_LABEL or i - tree.first[i] < 3:
            return False
        spaced = tree.text[tree.starts[i] + 1 :][:1].isspace()
        alone = len(tail) == 1 and tree.words[tail[0]].isupper() and len(tree.words[tail[0]]) > 2
        named = all(tree.tags[k] in NOUNS or tree.tags[k] in ("JJ", "DT") or tree.words[k] == "-" for k in tail)
        speaks = named and self.speaks(tail[-1])
        return speaks or (spaced and (alone or self.is_person(tail)))

    def is_person(self, tail: range) -> bool:
        """Whether the words are a name that is no place's: "… 25 wounded - Basurin"."""
        tree = self.tree
        alone = len(tail) == 1 and tree.tags[tail[0]] == "JJ"  # a name that the tagger does not know
        proper = all((tree.tags[k] in PROPER or alone) and tree.words[k].istitle() for k in tail)
        mute = speech().labels | DAYS
        return proper and not any(k in self.places or tree.lower[k] in mute for k in tail)

    def closes(self, verb: int) -> bool:
        """Whether a verb of telling ends its sentence, but for when and where it was said."""
        tree = self.tree
        if self.quotes(verb):
            return True
        if tree.tags[verb] not in FORMS or speech().stem(tree.lower[verb]) not in speech().postposed:
            return False
        if any(tree.lower[k] in BE and tree.deps[k] != "ccomp" for k in tree.kids[verb] if k < verb):
            return False
        tail = [k for k in range(verb + 1, tail_end(tree, verb + 1)) if tree.words[k][:1].isalnum()]
        if not tail or sets_apart(tree, tail[0]) or tree.lower[tail[0]] in speech().labels:
            return True  # "said Tags …": the page goes on
        told = speech().stem(tree.lower[verb]) == "tell"
        opens = tree.lower[tail[0]] in BEHIND or tree.lower[tail[0]] in DAYS
        if tail[0] > verb + 1 and tree.words[tail[0] - 1] != ",":
            return False  # "said: …"
        long = len(tail) > LONGEST_TAIL and any(tree.tags[k][0] == "V" for k in tail)
        if long or not (opens or (told and tree.tags[tail[0]] in (*NOUNS, "DT", "PRP"))):
            return False
        issued = next((k for k in tail if speech().noun(tree.lower[k]) is not None), tree.last[verb])
        return not any(tree.tags[k] in FINITE or (tree.tags[k][0] == "V" and k < issued) for k in tail)

    def quotes(self, verb: int) -> bool:
        """Whether a verb ends its sentence with whom it quotes: "…, the agency quoted police as saying"."""
        tree = self.tree
        if tree.lower[verb] not in ("quoted", "quotes") or tree.tags[verb] not in FORMS:
            return False
        tail = [tree.lower[k] for k in range(verb + 1, tree.last[verb]) if tree.words[k][:1].isalnum()]
        return len(tail) > 2 and tail[0] != "by" and tail[-2:] == ["as", "saying"]

    def begin(self, last: int) -> int | None:
        """Where the noun phrase begins that ends with a token; None where it is no speaker's."""
        tree = self.tree
        if tree.tags[last] not in NOUNS or not self.may_end(last):
            described = self.described_by(last)
            return self.begin(described) if described is not None else None
        k = self.phrase(last)
        first, before = tree.first[last], k - 1
        if before <= first:
            return k
        if tree.lower[before] == "and" and tree.tags[before - 1] in NOUNS and self.speaks(before - 1):
            return self.begin(before - 1)  # "activists and the group said"
        cut = self.behind_place(k, last)
        if cut != k:
            return cut
        if tree.lower[before] in PREPOSITIONS:
            return self.behind_object(k, last) or self.outer(before)
        acted_on = tree.tags[before] in ACTING and tree.tags[k] in OPENERS
        return (self.behind_name(k, last) if acted_on else None) or k

    def described_by(self, last: int) -> int | None:
        """The speaker whom a participle with its object describes: "a group monitoring the conflict said"."""
        tree, k = self.tree, last
        while k > tree.first[last] and tree.tags[k] in (*NOUNS, *OPENERS, "JJ"):
            k -= 1
        described = tree.tags[k] == "VBG" and k < last and k - 2 > tree.first[last] and self.speaks(k - 1)
        return k - 1 if described and tree.tags[k - 1] in NOUNS else None

    def may_end(self, last: int) -> bool:
        """Whether a name or a word for who can speak ends the phrase."""
        low = self.tree.lower[last]
        if low in load_nouns()["happenings"] or low in speech().mute or low in effect_lexicon().forms:
            return False
        return self.tree.tags[last] in PROPER or self.speaks(last) or low in load_nouns()["people"]

    def speaks(self, k: int) -> bool:
        """Whether a token is a role's, a body's or a party's word."""
        low = self.tree.lower[k]
        return low in speech().roles or low in speech().bodies or low in speech().things or low in speech().persons

    def bare(self, last: int) -> bool:
        """Whether a phrase may do without an article: a plural, a name, what is no single thing ("state media")."""
        tree = self.tree
        return tree.tags[last] != "NN" or speech().roles.get(tree.lower[last]) == "media"

    def phrase(self, last: int) -> int:
        """Where the phrase begins by the kinds of its words, its article with it."""
        tree, k = self.tree, last
        first = tree.first[last]
        while k > first and self.goes_on(k - 1, last):
            k -= 1
        while k < last and (tree.words[k] == "-" or tree.tags[k] == "POS" or tree.lower[k] in ("of", "for", "and")):
            k += 1
        return k - 1 if k > first and (tree.tags[k - 1] in OPENERS or tree.lower[k - 1] == "one") else k

    def goes_on(self, k: int, last: int) -> bool:
        """Whether a phrase that has the next token takes in token k, too."""
        tree = self.tree
        low, tag = tree.lower[k], tree.tags[k]
        if low in DAYS or (low in effect_lexicon().forms and tag not in PROPER):
            return False
        if tree.words[k] == "-" or tag == "POS" or tree.words[k + 1] == "-":
            return tag != "CD"
        if low in ("of", "for", "and"):
            return self.joins(k)
        if tag == "JJ" and tree.lower[k - 1] in BE:
            return False  # "the reports are false state media said"
        if tag == "JJ":
            return tree.words[k][:1].isupper() or tree.tags[k + 1] not in PROPER
        if tag in ("VBN", "VBG"):
            return tree.words[k - 1] == "-" or low in speech().roles
        return tag in PROPER or self.noun_goes_on(k, last)

    def noun_goes_on(self, k: int, last: int) -> bool:
        """The same for a common noun: "forces commander", "campaign spokesman", "hospital staff"."""
        tree, words = self.tree, speech()
        low, right = tree.lower[k], tree.tags[k + 1] if tree.words[k + 1][:1].isupper() else "NN"
        if right in PROPER and tree.words[k][:1].isupper() and k > tree.first[k] and tree.tags[k][:2] == "NN":
            return True  # "Al-Nur Martyrs Hospital"
        person = tree.lower[k + 1] in words.persons
        if tree.tags[k] != "NN":
            also = low in words.joins or low == "media" or (person and low in words.roles)
            return tree.tags[k] == "NNS" and also
        if tree.lower[k - 1] == "the" and low in words.roles and tree.words[k + 1].isupper():
            return True  # "coordinator of the opposition NNC"
        if low in words.before_role or low in words.roles or low in words.persons:
            return not (right in PROPER and low not in words.persons and words.roles.get(low) != "media")
        if right in PROPER:
            return tree.lower[k - 1] in words.persons  # "chief economist Anna Marlow"
        listed = any(low in load_nouns()[name] for name in LISTED) and tree.words[k - 1] != ","
        return not (listed and self.bare(last)) or (person and tree.tags[k - 1] in PROPER)

    def joins(self, k: int) -> bool:
        """Whether "of", "for", "and" stands within one proper name or title ("Observatory for Human Rights")."""
        tree = self.tree
        if tree.tags[k - 1] not in PROPER or tree.tags[k + 1] not in PROPER:
            return False
        if tree.lower[k] == "and":
            return k - 1 not in self.places or k + 1 in self.places
        j = k - 1
        while j >= tree.first[k] and tree.tags[j] in PROPER:
            if self.speaks(j):
                return True
            j -= 1
        return False

    def behind_place(self, k: int, last: int) -> int:
        """Where the phrase begins behind the places before it that lost their comma ("… in Aleppo Haberturk")."""
        tree, j = self.tree, k
        while j < last and (j in self.places or (j > k and tree.lower[j] in ("and", "the"))):
            j += 1
        if j == k or tree.words[j] == "-" or tree.lower[last] in speech().things:
            return k  # "at Norwick General Hospital"
        governed = tree.lower[k - 1] in PREPOSITIONS or tree.tags[k - 1] in ("JJ", "VBD", "VBG")
        named = any(self.speaks(i) and tree.tags[i] in PROPER for i in range(j, last + 1))
        return j if governed or not (named or self.speaks(last)) else k

    def behind_object(self, k: int, last: int) -> int | None:
        """Where the speaker begins that stands bare behind the name a preposition governs ("by IS activists")."""
        tree = self.tree
        if tree.tags[k] not in PROPER or not self.bare(last):
            return None
        j = next((i for i in range(k, last + 1) if tree.tags[i] not in PROPER and tree.words[i] != "-"), last)
        if j == last and tree.tags[last] in PROPER:  # one name: an agency's ends it
            short = tree.words[last].isupper() and len(tree.words[last]) > 2
            media = speech().roles.get(tree.lower[last]) == "media"
            return last if j > k and (short or media) else None
        return j if self.speaks(last) and tree.tags[j] in ("NN", "NNS", "JJ") else None

    def behind_name(self, k: int, last: int) -> int | None:
        """Where a bare speaker begins behind the name that a verb acts on ("killing the Imam X state-run TV")."""
        tree, j = self.tree, last
        if tree.tags[last] in PROPER or not (self.bare(last) and self.speaks(last)):
            return None
        while j > k and (tree.tags[j - 1] not in PROPER or tree.words[j] == "-"):
            j -= 1
        return j if j > k + 1 else None

    def is_member(self, head: int, preposition: int) -> bool:
        """Whether a name that is no place's stands before "of the group": "Marlow of the Norwick Watch said"."""
        named = self.tree.tags[head] in PROPER and head not in self.places
        return named and self.tree.lower[preposition] in ("of", "from", "with")

    def outer(self, preposition: int) -> int | None:
        """Where the phrase begins that has the preposition's object with it ("the centre for aid to A said")."""
        tree = self.tree
        for _ in range(HOPS):
            head = preposition - 1
            if tree.lower[head] == "close":
                head -= 1
            if head < tree.first[preposition] or tree.tags[head] not in NOUNS:
                return None
            begin = self.behind_place(self.phrase(head), head)
            if self.speaks(head) or self.is_member(head, preposition):
                return begin
            preposition = begin - 1
            if preposition <= tree.first[head] or tree.lower[preposition] not in PREPOSITIONS:
                return None
        return None
