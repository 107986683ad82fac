"""What reports say will happen, and what became of it."""

from twosource.export.document import Document, PredictionRecord
from twosource.export.sections.line import Line, Section
from twosource.export.sections.lookup import Lookup, as_printed, quoted, when_text

OUTCOMES = {
    "open": "open",
    "due": "due",
    "came_true": "came true",
    "failed": "failed",
    "undecidable": "cannot be decided",
}


class Predictions(Section):
    """The ledger of predictions."""

    key = "predictions"
    title = "Predictions"
    shows = "Statements about the future: who makes them, by when they fall due, and what a later report says of it."
    how_to_read = (
        "Open: the day has not come. Due: it has passed, and no report here says what became of it. Came true, "
        "failed: a later report says so, in the words below."
    )
    cannot_see = "What happened after the last report, and predictions that name neither a day nor an outcome."
    empty = "No prediction was found."

    def lines(self, document: Document) -> list[Line]:
        """One line a prediction."""
        look = Lookup(document)
        return [_line(look, one) for one in document.predictions]


def _line(look: Lookup, one: PredictionRecord) -> Line:
    children = []
    due = when_text(one.due)
    who = (look.party(one.speaker), " · ") if one.speaker else ()
    children.append(Line(parts=(*who, f"due {due}" if due else "no day is named")))
    if one.criterion and one.criterion != one.text:
        children.append(Line(parts=("what would make it true: ", as_printed(one.criterion, [one.span]))))
    if one.evidence:
        children.append(Line(parts=("a later report: ", *quoted(one.evidence))))
    text = as_printed(one.text, [one.span])
    return Line(parts=(text,), spans=(one.span,), children=tuple(children), tag=OUTCOMES[one.outcome])
