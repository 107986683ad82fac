"""The dossier as a terminal shows it: the lines of the page, in their order."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from twosource.export.convert import to_document
from twosource.export.document import Document
from twosource.export.sections import SECTIONS
from twosource.export.sections.glance import Glance
from twosource.export.sections.line import Line
from twosource.export.sections.lookup import Lookup
from twosource.export.sections.reports import Reports
from twosource.export.summary import unread
from twosource.text.safety import visible
from twosource.types.dossier import Dossier


def show(dossier: Dossier, *, full: bool = False) -> None:
    """Prints to standard output the seven questions with their answers, and the list of reports; or all sections."""
    console = Console(highlight=False, soft_wrap=False)
    document = to_document(dossier)
    look = Lookup(document)
    console.print(Text(visible(document.story.title), style="bold"))
    for section in SECTIONS if full else (Glance(), Reports()):
        console.print(Text(f"\n{section.title}", style="bold cyan"))
        _print(console, look, section.lines(document), 0)
    console.print(Text("\nNumbers in brackets are reports.", style="dim"))


def _print(console: Console, look: Lookup, lines: Iterable[Line], depth: int) -> None:
    for line in lines:
        text = Text.assemble((f"{line.tag}  " if line.tag else "", "cyan"), visible(line.text), (_reports(look, line)))
        console.print(Padding(text, (0, 0, 0, 2 * depth)))
        _print(console, look, line.children, depth + 1)


def _reports(look: Lookup, line: Line) -> str:
    """The numbers of the reports that a line rests on: ` [1 4 5]`."""
    numbers = sorted({look.order(span.article) for span in line.evidence})
    return f" [{' '.join(map(str, numbers))}]" if numbers else ""


def show_lines(document: Document, title: str, lines: list[Line]) -> None:
    """Prints lines of a section to standard output, each with the places of its words: file, and code points."""
    console = Console(highlight=False, soft_wrap=False)
    console.print(Text(visible(title), style="bold"))
    look = Lookup(document)
    for line in lines:
        console.print(Text.assemble((f"{line.tag}  " if line.tag else "", "bold cyan"), visible(line.text)))
        console.print(Text(visible(f"    {_places(look, line)}")), soft_wrap=True)  # a path stays whole
        for child in line.children:
            console.print(Padding(Text(visible(child.text)), (0, 0, 0, 4)))
    named = dict.fromkeys(span.article for line in lines for one in (line, *line.children) for span in one.evidence)
    for article in sorted(named, key=look.order):
        if not look.has_outlet(article):
            console.print(Text(visible(f"report {look.order(article)}: {look.label(article)}")), soft_wrap=True)


def show_unread(document: Document) -> None:
    """Prints to standard error what was not read, a line each."""
    console = Console(highlight=False, soft_wrap=False, stderr=True)
    for line in unread(document):
        console.print(Text(visible(f"not read: {line.text}")), soft_wrap=True)


def _places(look: Lookup, line: Line) -> str:
    """The places of a line, the file once where several stand in one."""
    places: dict[str, list[str]] = {}
    for span in line.evidence:
        if span.article in look.articles:
            file = look.articles[span.article].file or span.article
            places.setdefault(file, []).append(f"{span.start}-{span.end}")
    return "; ".join(f"{file}:{', '.join(found)}" for file, found in places.items())
