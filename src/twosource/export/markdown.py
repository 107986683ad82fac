"""The dossier as CommonMark: the same sections and lines as the page, in the same order."""

import re
from collections.abc import Iterable, Iterator

from twosource.export.convert import to_document
from twosource.export.document import Document, Words
from twosource.export.sections import SECTIONS
from twosource.export.sections.line import Line, Section
from twosource.export.sections.lookup import Lookup
from twosource.text.safety import visible
from twosource.types.dossier import Dossier

# Characters that mean something anywhere in a line; those that do only at its start follow.
_MEANS = re.compile(r"([\\`*_\[\]<>&~|])")
_STARTS = re.compile(r"(?P<number>\d{1,9})(?=[.)])|(?=[#+=-])")
_LEGEND = "Numbers in brackets are a report and, in it, the code points from and to which the words stand."


def to_markdown(dossier: Dossier) -> str:
    """The Markdown of a dossier."""
    return render(to_document(dossier))


def render(document: Document) -> str:
    """The document as CommonMark text that ends in a newline; no part of a report can make markup."""
    look = Lookup(document)
    parts = [f"# {escaped(document.story.title)}", _LEGEND]
    parts += [part for section in SECTIONS for part in _section(look, section)]
    return "\n\n".join(parts) + "\n"


def _section(look: Lookup, section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield section.shows
    yield f"> How to read this: {section.how_to_read}\n>\n> What it cannot see: {section.cannot_see}"
    lines = section.lines(look.document)
    yield "\n".join(_rows(look, lines, "")) if lines else section.empty


def _rows(look: Lookup, lines: Iterable[Line], indent: str) -> Iterator[str]:
    for line in lines:
        tag = f"**{line.tag}** " if line.tag else ""
        yield f"{indent}- {tag}{escaped(line.text)}{_places(look, line.evidence)}"
        yield from _rows(look, line.children, indent + "  ")


def _places(look: Lookup, spans: Iterable[Words]) -> str:
    """Report and offsets of each span: `[3:120–145, 7:12–30]`."""
    shown = [f"{look.number[one.article]}:{one.start}–{one.end}" for one in spans if one.article in look.number]
    return f" \\[{', '.join(shown)}\\]" if shown else ""


def escaped(text: str) -> str:
    """The text on one line, with everything escaped that CommonMark would read as markup."""
    line = _MEANS.sub(r"\\\1", visible(text).strip())
    start = _STARTS.match(line)
    if start is None:
        return line
    end = start.end("number") if start["number"] else 0
    return f"{line[:end]}\\{line[end:]}"
