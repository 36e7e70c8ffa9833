"""Hiding who publishes and who the parties are, letter by letter, so that a coder judges the words; offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from contested.desk.shapes.pages import ClaimCard, Loaded, ReportPage
from contested.model.actor import Participant
from contested.model.claim import Claim, Effect, Instrument, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report
from contested.model.source import Source
from contested.packs.fold import fold_name
from contested.packs.pack import Pack

LETTER = re.compile(r"\w")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
BLOCK = "█"
HIDDEN_ROLES = frozenset({"name", "adjective", "demonym", "leader"})
NAMED_SOURCES = frozenset({"publisher", "official", "party", "media", "monitor", "document"})
LONGEST = 6  # words of an alias
FEWEST_LETTERS = 3


class Blinding:
    """A page without its outlets and parties."""

    def __init__(self, page: ReportPage, pack: Pack) -> None:
        self.given, self.pack = page, pack
        report, claims = page.report, [card.claim for card in page.claims]
        text = report.text
        spans = [*spoken(claims), *self.known(text)]
        names = {text[start:end] for start, end in spans} | set(outlets(report, claims)) | set(named(claims))
        self.names = names_in(names)
        self.text = hidden(text, [*spans, *((m.start(), m.end()) for m in self.found(text))])

    def known(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the text has a name that a pack knows."""
        words = list(WORD.finditer(text))
        for at in range(len(words)):
            for end in range(min(len(words), at + LONGEST), at, -1):
                start, stop = words[at].start(), words[end - 1].end()
                if self.is_known(text[start:stop]):
                    yield start, stop
                    break

    def is_known(self, words: str) -> bool:
        """Whether words name a party or an outlet; short ones only as they are spelt ("IS" is no "is")."""
        if words in self.pack.short_forms:
            return True
        alias = self.pack.aliases.get(fold_name(words))
        if alias is not None:
            return alias.role in HIDDEN_ROLES and (len(words) > FEWEST_LETTERS or words == alias.spelling)
        return len(words) > FEWEST_LETTERS and words[0].isupper() and self.pack.find_outlet(words) is not None

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Where the text has one of the names."""
        if self.names is not None:
            yield from self.names.finditer(text)

    def page(self) -> ReportPage:
        """The page."""
        given = self.given
        report = cast("Report", self.moved(given.report))
        report = replace(
            report, text=self.text, ref=self.blank(report.ref), publisher=self.blank(report.publisher),
            republisher=self.blank(report.republisher), author=self.blank(report.author), url=None, origin="",
            title=self.plain(report.title),
            dateline=report.dateline and replace(report.dateline, agency=self.blank(report.dateline.agency)),
        )  # fmt: skip
        loaded = [Loaded(start=w.start, end=w.end, quote=self.text[w.start : w.end], tilt=w.tilt, neutral=w.neutral)
                  for w in given.loaded if BLOCK not in self.text[w.start : w.end]]  # fmt: skip
        return ReportPage(
            report=report, claims=[self.card(card) for card in given.claims], loaded=loaded, graphic=given.graphic,
            copies=[],
        )  # fmt: skip

    def card(self, card: ClaimCard) -> ClaimCard:
        """A claim without its parties, and without what others made of it."""
        claim = cast("Claim", self.moved(card.claim))
        given = claim.report
        ref = ReportRef(
            given.id, self.blank(given.ref), None, self.plain(given.title), self.blank(given.publisher),
            self.blank(given.republisher), given.published,
        )  # fmt: skip
        return card.model_copy(
            update={
                "claim": replace(claim, report=ref), "speaker": self.blank(card.speaker), "speaker_side": None,
                "interest": None, "interest_why": "", "state": "unreviewed", "edited": {}, "judgements": [],
                "incident": card.incident,
            }
        )  # fmt: skip

    def moved(self, value: object) -> object:
        """A value with the hidden text's words in all its mentions, and its parties' and outlets' names hidden."""
        if isinstance(value, Mention):
            return Mention(value.start, value.end, self.text[value.start : value.end])
        if isinstance(value, tuple):
            return tuple(self.moved(item) for item in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        copy: Any = replace(value, **{f.name: self.moved(getattr(value, f.name)) for f in fields(value)})
        if isinstance(value, Participant):
            return replace(copy, name=self.blank(copy.name) if value.actor else self.plain(copy.name), actor=None)
        if isinstance(value, Effect):
            return replace(copy, who=self.plain(copy.who))
        if isinstance(value, Instrument | PlaceRef):
            return replace(copy, name=self.plain(copy.name))
        if isinstance(value, Source):
            shown = self.blank(copy.name) if copy.kind in NAMED_SOURCES or copy.actor else self.plain(copy.name)
            return replace(copy, name=shown, actor=None)
        return copy

    def plain(self, text: str | None) -> Any:  # noqa: ANN401
        """A text with the names in it hidden."""
        if text is None:
            return None
        return hidden(text, [*self.known(text), *((m.start(), m.end()) for m in self.found(text))])

    def blank(self, name: str | None) -> Any:  # noqa: ANN401
        """A name with every letter hidden."""
        return None if name is None else LETTER.sub(BLOCK, name)


def hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text of the same length, the letters of some stretches hidden."""
    letters = list(text)
    for start, end in spans:
        for at in range(start, end):
            if LETTER.match(letters[at]):
                letters[at] = BLOCK
    return "".join(letters)


def spoken(claims: Iterable[Claim]) -> Iterator[tuple[int, int]]:
    """Where the claims have parties that a pack knows, and sources that have a name."""
    for claim in claims:
        for party in (*claim.initiators, *claim.targets):
            if party.actor is not None or is_proper(party.name):
                yield party.mention.start, party.mention.end
        for source in claim.attribution:
            if source.mention is not None and (source.kind in NAMED_SOURCES or source.actor is not None):
                yield source.mention.start, source.mention.end


def outlets(report: Report, claims: Iterable[Claim]) -> Iterator[str]:
    """The names of who publishes, in the report and in its claims."""
    agency = report.dateline.agency if report.dateline else None
    yield from (name for name in (report.publisher, report.republisher, report.author, agency) if name)
    yield from (source.name for claim in claims for source in claim.attribution if source.kind in NAMED_SOURCES)


def named(claims: Iterable[Claim]) -> Iterator[str]:
    """The names of parties as the claims have them."""
    for claim in claims:
        yield from (p.name for p in (*claim.initiators, *claim.targets) if p.actor is not None or is_proper(p.name))


def is_proper(name: str) -> bool:
    """Whether words look like a name of their own."""
    words = [word for word in name.split() if len(word) > FEWEST_LETTERS]
    return bool(words) and all(word[0].isupper() for word in words)


def names_in(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of some names, whole and whatever their case; None where there are none."""
    held = sorted({name.strip() for name in names if len(name.strip()) >= FEWEST_LETTERS}, key=len, reverse=True)
    if not held:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, held))})(?!\w)", re.IGNORECASE)
