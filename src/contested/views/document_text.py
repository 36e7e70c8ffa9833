"""A document as plain text for a terminal, and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from contested.views.document import Document, Sentence, reference_line

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def as_text(document: Document, width: int = 88) -> str:
    """Lines of at most ``width`` characters, citations in brackets."""
    return "\n".join(text_lines(document, width)) + "\n"


def text_lines(document: Document, width: int) -> Iterator[str]:
    """The lines of the text."""
    yield from textwrap.wrap(document.title, width)
    yield from ("=" * min(width, len(document.title)), *textwrap.wrap(document.note, width), "")
    yield from (line for item in document.overview for line in bullet(cited(item), width, "- "))
    for section in document.sections:
        yield from ("", section.heading, "-" * len(section.heading))
        yield from textwrap.wrap(section.note, width)
        for group in section.groups:
            yield from textwrap.wrap(group.heading, width)
            lead = "  - " if group.heading else "- "
            for item in group.sentences:
                yield from bullet(cited(item), width, "  " * item.level + lead)
    if document.references:
        yield from ("", "Reports", "-------")
    for reference in document.references:
        yield from bullet(reference_line(reference), width, f"[{reference.number}] ")
        for number, quote in enumerate(reference.quotes, 1):
            yield from bullet(f"“{quote}”", width, f"    {reference.number}.{number} ")


def bullet(text: str, width: int, lead: str) -> list[str]:
    """Wrapped lines, the first after ``lead``, the others as far in; long words are never cut."""
    further = " " * len(lead)
    wrapper = textwrap.TextWrapper(width, lead, further, break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(text)


def cited(item: Sentence) -> str:
    """A sentence with its citations before the full stop."""
    return f"{item.text} [{', '.join(item.cites)}]." if item.cites else f"{item.text}."


def as_markdown(document: Document) -> str:
    """CommonMark, citations as links to the references."""
    return "\n".join(markdown_lines(document)) + "\n"


def markdown_lines(document: Document) -> Iterator[str]:
    """The lines of the Markdown."""
    yield from (f"# {plain(document.title)}", "", plain(document.note), "")
    yield from (f"- {linked(item)}" for item in document.overview)
    for section in document.sections:
        yield from ("", f"## {plain(section.heading)}")
        if section.note:
            yield from ("", plain(section.note))
        for group in section.groups:
            yield from ("", *((f"### {plain(group.heading)}", "") if group.heading else ()))
            yield from (f"{'  ' * item.level}- {linked(item)}" for item in group.sentences)
    if document.references:
        yield from ("", "## Reports", "")
    for reference in document.references:
        yield f'- <a id="r{reference.number}"></a>**{reference.number}** {plain(reference_line(reference))}'
        for number, quote in enumerate(reference.quotes, 1):
            at = f"{reference.number}.{number}"
            yield f'  - <a id="r{at}"></a>{at} “{plain(quote)}”'


def linked(item: Sentence) -> str:
    """A sentence with its citations as links."""
    cites = ", ".join(f"[{cite}](#r{cite})" for cite in item.cites)
    return f"{plain(item.text)} ({cites})." if cites else f"{plain(item.text)}."


def plain(text: str) -> str:
    """Text whose characters Markdown would take for its own, escaped."""
    return SPECIAL.sub(r"\\\1", text)
