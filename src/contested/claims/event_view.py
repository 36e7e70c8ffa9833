"""How an event is told: in the headline or the body, as happened, going on, aimed at, or as background."""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.time_use import VERBS, when_words

ORDER = frozenset({"after", "before", "following"})


def upward(token: Token) -> list[Token]:
    """A token and its ancestors."""
    return [token, *token.ancestors]


def clause_of(token: Token) -> Token:
    """The verb of the clause a token stands in, or the sentence's root."""
    for up in upward(token):
        if up.tag_.startswith(VERBS) and up.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return up
    return token.sent.root


def parted(low: Token, high: Token) -> bool:
    """Whether "after" or "before" stands between a word and one above it: two events at two times."""
    token = low
    while token.i not in (high.i, token.head.i):
        if token.lower_ in ORDER or any(
            c.lower_ in ORDER and c.dep_ in ("mark", "prep") for c in token.children if c.i < token.i
        ):
            return True
        token = token.head
    return False


def in_headline(event: Event, context: Context) -> bool:
    """Whether an event stands in the headline or in its copy at the head of the body."""
    headline = context.report.headline
    if headline is None:
        return False
    if event.trigger.start_char < headline.end:
        return True
    words = " ".join(headline.quote.split())[:40]
    return event.sentence.start_char < headline.end + 200 and words in " ".join(event.sentence.text.split())


def is_ahead(token: Token) -> bool:
    """Whether a word is only aimed at: under a modal, or an infinitive of a verb of plans."""
    words = when_words()
    for child in token.children:
        if child.dep_ in ("aux", "auxpass") and (child.lower_ in words.ahead or child.lower_ == "to"):
            return True
    return token.head.lower_ in words.aims and token.head.i != token.i


def is_under_modal(token: Token) -> bool:
    """Whether a verb stands under "will", "could" and the like."""
    return any(c.dep_ == "aux" and c.lower_ in when_words().ahead for c in token.children)


def is_background(event: Event) -> bool:
    """Whether the event is named as the whole war, a habit, or something at no certain time."""
    words = when_words()
    if event.trigger.text.lower() in words.background or event.head.lower_ in words.background:
        return True
    verb = clause_of(event.head)
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in words.background for c in verb.children):
        return True
    return words.vague.search(clause_text(event)) is not None


def clause_text(event: Event) -> str:
    """The words of the event's sentence around its trigger."""
    doc, sentence = event.trigger.doc, event.sentence
    return str(doc[max(sentence.start, event.trigger.start - 8) : min(sentence.end, event.trigger.end + 8)].text)
