"""The brief as plain text for a terminal, and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from contested.views.brief import Brief, Sentence, reference_line

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def brief_text(brief: Brief, width: int = 88) -> str:
    """Lines of at most ``width`` characters, citations in brackets."""
    return "\n".join(text_lines(brief, width)) + "\n"


def text_lines(brief: Brief, width: int) -> Iterator[str]:
    """The lines of the text."""
    yield from (brief.title, "=" * len(brief.title), *textwrap.wrap(brief.note, width), "")
    yield from (line for item in brief.overview for line in bullet(cited(item), width, "- "))
    for day in brief.days:
        yield from ("", day.heading, "-" * len(day.heading))
        for group in day.places:
            yield group.place
            yield from (line for item in group.sentences for line in bullet(cited(item), width, "  - "))
    if brief.unresolved:
        yield from ("", "Places not resolved", "-------------------")
        yield from (line for item in brief.unresolved for line in bullet(cited(item), width, "- "))
    if brief.references:
        yield from ("", "Reports", "-------")
    for reference in brief.references:
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
    return f"{item.text} [{', '.join(item.cites)}]."


def brief_markdown(brief: Brief) -> str:
    """CommonMark, citations as links to the references."""
    return "\n".join(markdown_lines(brief)) + "\n"


def markdown_lines(brief: Brief) -> Iterator[str]:
    """The lines of the Markdown."""
    yield from (f"# {plain(brief.title)}", "", plain(brief.note), "")
    yield from (f"- {linked(item)}" for item in brief.overview)
    for day in brief.days:
        yield from ("", f"## {day.heading}")
        for group in day.places:
            yield from ("", f"### {plain(group.place)}", "")
            yield from (f"- {linked(item)}" for item in group.sentences)
    if brief.unresolved:
        yield from ("", "## Places not resolved", "")
        yield from (f"- {linked(item)}" for item in brief.unresolved)
    if brief.references:
        yield from ("", "## Reports", "")
    for reference in brief.references:
        yield f'- <a id="r{reference.number}"></a>**{reference.number}** {plain(reference_line(reference))}'
        for number, quote in enumerate(reference.quotes, 1):
            at = f"{reference.number}.{number}"
            yield f'  - <a id="r{at}"></a>{at} “{plain(quote)}”'


def linked(item: Sentence) -> str:
    """A sentence with its citations as links."""
    cites = ", ".join(f"[{cite}](#r{cite})" for cite in item.cites)
    return f"{plain(item.text)} ({cites})."


def plain(text: str) -> str:
    """Text whose characters Markdown would take for its own, escaped."""
    return SPECIAL.sub(r"\\\1", text)
