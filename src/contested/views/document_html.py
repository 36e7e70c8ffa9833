"""A document as one HTML page that needs nothing else and prints well."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from contested.views.document import Document, Group, Reference, Section, Sentence, reference_line


def as_html(document: Document) -> str:
    """The page; everything that comes from a text is escaped."""
    page = Template(files("contested.views").joinpath("templates/document.html").read_text(encoding="utf-8"))
    return page.substitute(
        title=escape(document.title),
        note=escape(document.note),
        overview=items(document.overview),
        sections="\n".join(map(section_html, document.sections)),
        references="\n".join(map(reference_html, document.references)),
    )


def section_html(section: Section) -> str:
    """A section with its groups."""
    note = f"<p>{escape(section.note)}</p>\n" if section.note else ""
    groups = "\n".join(map(group_html, section.groups))
    return f"<section><h2>{escape(section.heading)}</h2>\n{note}{groups}</section>"


def group_html(group: Group) -> str:
    """A group, which a printer keeps on one page where it can."""
    heading = f"<h3>{escape(group.heading)}</h3>" if group.heading else ""
    return f'<div class="group">{heading}{items(group.sentences)}</div>'


def items(sentences: tuple[Sentence, ...]) -> str:
    """Sentences as a list."""
    return "<ul>" + "".join(f'<li class="level{item.level}">{linked(item)}</li>\n' for item in sentences) + "</ul>"


def linked(item: Sentence) -> str:
    """A sentence with its citations as links, and the ids of its claims for other programs."""
    cites = ", ".join(f'<a href="#r{cite}">{cite}</a>' for cite in item.cites)
    cited = f" <cite>[{cites}]</cite>" if cites else ""
    return f'<span data-claims="{" ".join(item.claims)}">{escape(item.text)}</span>{cited}.'


def reference_html(reference: Reference) -> str:
    """A report with its quotations."""
    quotes = "".join(
        f'<li id="r{reference.number}.{number}">{reference.number}.{number} <q>{escape(quote)}</q></li>\n'
        for number, quote in enumerate(reference.quotes, 1)
    )
    return f'<li id="r{reference.number}">{escape(reference_line(reference))}<ul>{quotes}</ul></li>'
