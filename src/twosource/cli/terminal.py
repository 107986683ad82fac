"""The summary as a terminal shows it."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from twosource.export.convert import to_document
from twosource.export.document import Document
from twosource.export.sections.glance import QUESTIONS
from twosource.export.sections.line import Line
from twosource.export.sections.lookup import Lookup
from twosource.export.summary import unread
from twosource.text.safety import visible
from twosource.types.dossier import Dossier

_NOTHING = {"denied": "nobody, in these reports", "differ": "no difference was found", "unread": "nothing"}


def show(dossier: Dossier) -> None:
    """Prints the summary to standard output: seven questions, each with its lines."""
    console = Console(highlight=False, soft_wrap=False)
    story = to_document(dossier).story
    console.print(Text(visible(story.title), style="bold"))
    for key, question in QUESTIONS.items():
        console.print(Text(question, style="bold cyan"))
        lines = [line.text for line in story.summary if line.answers == key] or [_NOTHING.get(key, "not found")]
        for line in lines:
            console.print(Padding(Text(visible(line)), (0, 0, 0, 2)))


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
