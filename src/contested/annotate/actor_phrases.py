"""Noun phrases of parties: runs of modifiers, names and role nouns, cut where one phrase ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contested.annotate.actor_lexicon import ActorLexicon, Entry
from contested.annotate.bodies import Body, named_bodies
from contested.annotate.figure_forms import AGES
from contested.annotate.words import Words

INNER = frozenset({"name", "leader"})
ATTACKING = frozenset(
    "helicopter helicopters aircraft plane planes jet jets drone drones squad squads team teams".split()
)
OF_TROOPS = frozenset({"regular"})  # and of no government
OF_ANY = frozenset({"fighter", "fighters", "sniper", "snipers", "gunner", "gunners"})  # a government has them too
CLIPPED = frozenset({"pro", "anti"})


@dataclass(slots=True, eq=False)
class Piece:
    """One element of a phrase: words ``first`` to ``last``; ``tie`` "backed": the name stands behind, "pro"/"anti"."""

    first: int
    last: int
    entry: Entry | None = None
    body: Body | None = None
    tie: str = ""

    names: bool = field(init=False)
    is_head: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell whether the piece names a party by itself, and whether it is a role noun."""
        role = self.entry.role if self.entry is not None else ""
        self.names = not self.tie and (self.body is not None or role == "alias")
        self.is_head = not self.tie and role == "head"


@dataclass(slots=True)
class Phrase:
    """The pieces of one noun phrase, in order."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The first word."""
        return self.pieces[0].first

    @property
    def last(self) -> int:
        """The last word."""
        return self.pieces[-1].last

    @property
    def head(self) -> Piece | None:
        """The last role noun; None for a bare name."""
        return next((p for p in reversed(self.pieces) if p.is_head), None)


def find_phrases(words: Words, lexicon: ActorLexicon) -> Iterator[Phrase]:
    """The phrases of a text in order."""
    caseless = not any(c.isupper() for c in words.text)
    bodies = named_bodies(words, lexicon)
    run: list[Piece] = []
    i = 0
    hits = [j for j, word in enumerate(words.folded) if word in lexicon.openers or j in bodies]
    for j in hits:
        if j < i or in_age(words, j):
            continue
        i = j
        piece = piece_at(words, lexicon, bodies, i, caseless)
        if piece is None:
            continue
        apart = run and (piece.first != run[-1].last + 1 or not words.joined(piece.first))
        if apart and not are_paired(words, run[-1], piece):
            yield from cut_run(run)
            run = []
        if piece.tie == "held":
            yield from cut_run([*run, Piece(piece.first, piece.last - 1, piece.entry)])
            run = []
        elif piece.tie != "based":
            run.append(led_coalition(words, lexicon, piece))
        i = piece.last + 1
    yield from cut_run(run)


def are_paired(words: Words, left: Piece, right: Piece) -> bool:
    """Whether "and" links two peoples' adjectives before one noun: "Kurdish and Arab fighters"."""
    if right.first != left.last + 2 or words.folded[left.last + 1] != "and" or left.tie or right.tie:
        return False
    both = (left.entry, right.entry)
    return all(e is not None and e.role == "modifier" and e.group == "people" for e in both) and words.capital(
        left.first
    )


def in_age(words: Words, i: int) -> bool:
    """Whether a word ends an age: "a 62-year-old man"."""
    return words.folded[i] == "old" and i > 0 and words.folded[i - 1] in AGES


def piece_at(words: Words, lexicon: ActorLexicon, bodies: dict[int, Body], i: int, caseless: bool) -> Piece | None:
    """The longest piece at word i, with what ties it to the next words ("Turkish-backed")."""
    if words.folded[i] in CLIPPED:
        if i + 1 >= len(words.starts) or not words.joined(i + 1):
            return None
        inner = piece_at(words, lexicon, bodies, i + 1, caseless)
        return Piece(i, inner.last, inner.entry, inner.body, words.folded[i]) if inner else None
    entry, body = entry_at(words, lexicon, i, caseless), bodies.get(i)
    if body is not None and (entry is None or body.last - i + 1 > len(entry.key)) and not is_leader(entry, body):
        return Piece(i, body.last, None, body)
    if entry is None:
        return None
    last = i + len(entry.key) - 1
    return tied(words, lexicon, Piece(i, last, entry))


def led_coalition(words: Words, lexicon: ActorLexicon, piece: Piece) -> Piece:
    """The coalition that "US-led" alone stands for before a noun of attack; else the piece itself."""
    if piece.entry is None or piece.tie != "backed" or not before_event(words, lexicon, piece.last):
        return piece
    key = (*piece.entry.key, words.folded[piece.last], "coalition")
    known = lexicon.longer.get(key[0], {}).get(key[1], ())
    entry = next((e for e in known if e.key == key), None)
    return Piece(piece.first, piece.last, entry) if entry is not None else piece


def before_event(words: Words, lexicon: ActorLexicon, i: int) -> bool:
    """Whether a noun of attack follows within two words: "Russian air strikes"."""
    for after in range(i + 1, min(i + 3, len(words.folded))):
        if not words.joined(after):
            return False
        if words.folded[after] in lexicon.events:
            return True
    return False


def is_leader(entry: Entry | None, body: Body) -> bool:
    """Whether a known leader's name is better than the longer body around it."""
    return entry is not None and entry.group == "leader" and body.what == "person"


def tied(words: Words, lexicon: ActorLexicon, piece: Piece) -> Piece:
    """The piece with a following "-backed" or "-held", if there is one."""
    after = piece.last + 1
    if piece.entry is None or after >= len(words.starts) or not (words.joined(after) or words.gap(after) == "—"):
        return piece
    if piece.entry.role == "modifier":  # "Kurdish-led forces"
        led = words.folded[after] in ("led", "dominated") and words.gap(after) == "-" and words.capital(piece.first)
        return Piece(piece.first, after, piece.entry, None, "backed") if led else piece
    word, hyphen = words.folded[after], words.gap(after).strip() in ("-", "\u2011", "\u2013", ".-", "—")
    following = lexicon.singles.get(words.folded[after + 1]) if after + 1 < len(words.folded) else None
    alone = piece.entry.role == "alias" and following is not None and following.role != "alias"
    if word in lexicon.held and hyphen:
        return Piece(piece.first, after, piece.entry, None, "held")
    if word in lexicon.based and hyphen:
        return Piece(piece.first, after, piece.entry, None, "based")
    if word in lexicon.backed and (hyphen or (alone and word in ("backed", "led", "aligned"))):
        return Piece(piece.first, after, piece.entry, None, "backed")
    return piece


def entry_at(words: Words, lexicon: ActorLexicon, i: int, caseless: bool) -> Entry | None:
    """The longest entry whose words and letters stand at word i."""
    folded = words.folded
    rest = lexicon.longer.get(folded[i])
    if rest is not None and i + 1 < len(folded):
        for entry in rest.get(folded[i + 1], ()):
            end = i + len(entry.key)
            if tuple(folded[i:end]) != entry.key or not all(words.joined(j) for j in range(i + 1, end)):
                continue
            if letters_fit(words, entry, i, end - 1, caseless):
                return entry
    one = lexicon.singles.get(folded[i])
    return one if one is not None and letters_fit(words, one, i, i, caseless) else None


def letters_fit(words: Words, entry: Entry, first: int, last: int, caseless: bool) -> bool:
    """Whether capitals stand where the entry needs them."""
    if not entry.capital:
        return True
    if caseless:
        return not entry.cased and len("".join(entry.key)) > 4
    if not entry.cased:
        raw = words.text[words.starts[first] : words.ends[last]]
        return raw[0].isupper() or (len(entry.key) > 1 and any(c.isupper() for c in raw))
    letters = "".join(words.raw(i) for i in range(first, last + 1))
    letters = letters[:-1].rstrip("'’") if entry.possessive else letters
    letters = "".join(c for c in letters if not c.isdigit())  # "M23"
    large = sum(c.isupper() for c in letters)
    return large >= len(letters) - (len(letters) >= 4) and not (len(letters) <= 3 and shouted(words, first, last))


def shouted(words: Words, first: int, last: int) -> bool:
    """Whether the words around are all capitals, so that an acronym may be a common word."""
    around = [words.raw(i) for i in (first - 1, last + 1) if 0 <= i < len(words.starts)]
    return bool(around) and all(len(w) > 3 and w.isupper() for w in around)


def cut_run(run: list[Piece]) -> Iterator[Phrase]:
    """The phrases of a run of neighbouring pieces: a new one begins after a noun that cannot stand before another."""
    current: list[Piece] = []
    for piece in run:
        if current and ends_phrase(current, piece):
            yield from trimmed(current)
            current = []
        current.append(piece)
    yield from trimmed(current)


def ends_phrase(current: list[Piece], after: Piece) -> bool:
    """Whether the phrase so far cannot go on with the next piece."""
    last = current[-1]
    if last.tie or (last.entry is not None and last.entry.role == "modifier"):
        return False
    if last.is_head and last.entry is not None:
        return not last.entry.before or opposed(last.entry, after)
    if last.body is not None:
        return not after.is_head or last.body.what == "person"
    assert last.entry is not None
    if last.entry.group == "outlet" and after.is_head:  # "told AFP | jets had bombed", but "AFP reporters"
        return after.entry is None or after.entry.group != "media"
    if last.entry.group in ("adjective", "country", "seat"):
        plain = last.entry.group != "adjective" and not last.entry.possessive
        return after.tie in CLIPPED or (plain and after.names)
    if after.names and after.entry is not None and not (last.entry.possessive and after.entry.group == "name"):
        return True
    return (
        after.entry is not None
        and after.entry.role == "modifier"
        and last.entry.group == "leader"
        and not last.entry.possessive
    )


def opposed(entry: Entry, after: Piece) -> bool:
    """Whether "government rebels" are two parties in a list that lost its comma."""
    ruling = entry.group in ("government", "military", "police", "officials")
    other = after.entry is not None and after.is_head and after.entry.group in ("fighters", "disputed", "civilians")
    return ruling and other and after.entry is not None and after.entry.key[0] not in OF_ANY


def trimmed(pieces: list[Piece]) -> Iterator[Phrase]:
    """The phrase up to its last name or role noun, if it has one."""
    end = len(pieces)
    while end and not (pieces[end - 1].names or pieces[end - 1].is_head):
        end -= 1
    first = 0
    while end - first > 1 and of_the_deed(pieces[first], pieces[end - 1]):
        first += 1
    if end:
        yield Phrase(pieces[first:end])


def of_the_deed(quality: Piece, last: Piece) -> bool:
    """Whether a quality tells of the deed instead: "regular government bombardment", "in an attack | gunmen killed"."""
    if quality.entry is None or last.entry is None:
        return False
    deed = quality.entry.key == ("attack",) and last.entry.key[-1] not in ATTACKING
    return deed or (quality.entry.key[0] in OF_TROOPS and last.entry.group == "government")
