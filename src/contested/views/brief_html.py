"""The brief as one HTML page that needs nothing else."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from contested.views.brief import Brief, DayGroup, Reference, Sentence, reference_line


def brief_html(brief: Brief) -> str:
    """The page; everything that comes from a text is escaped."""
    page = Template(files("contested.views").joinpath("templates/brief.html").read_text(encoding="utf-8"))
    places = f"<h2>Places not resolved</h2>{items(brief.unresolved)}" if brief.unresolved else ""
    return page.substitute(
        title=escape(brief.title),
        note=escape(brief.note),
        overview=items(brief.overview),
        days="\n".join(map(day_html, brief.days)),
        unresolved=places,
        references="\n".join(map(reference_html, brief.references)),
    )


def day_html(day: DayGroup) -> str:
    """A day with its places."""
    places = "\n".join(f"<h3>{escape(group.place)}</h3>{items(group.sentences)}" for group in day.places)
    return f"<section><h2>{escape(day.heading)}</h2>\n{places}</section>"


def items(sentences: tuple[Sentence, ...]) -> str:
    """Sentences as a list."""
    return "<ul>" + "".join(f"<li>{linked(item)}</li>\n" for item in sentences) + "</ul>"


def linked(item: Sentence) -> str:
    """A sentence with its citations as links, and the ids of its claims for other programs."""
    cites = ", ".join(f'<a href="#r{cite}">{cite}</a>' for cite in item.cites)
    return f'<span data-claims="{" ".join(item.claims)}">{escape(item.text)}</span> <cite>[{cites}]</cite>.'


def reference_html(reference: Reference) -> str:
    """A report with its quotations."""
    quotes = "".join(
        f'<li id="r{reference.number}.{number}">{reference.number}.{number} <q>{escape(quote)}</q></li>\n'
        for number, quote in enumerate(reference.quotes, 1)
    )
    return f'<li id="r{reference.number}">{escape(reference_line(reference))}<ul>{quotes}</ul></li>'
