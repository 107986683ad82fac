"""The summary as a terminal shows it."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from twosource.export.convert import to_document
from twosource.export.sections.glance import QUESTIONS
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
