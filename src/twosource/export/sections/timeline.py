"""What happened when, in the reports' words."""

from twosource.export.dates import when_text
from twosource.export.document import Document, EventRecord
from twosource.export.sections.appearance import appeared
from twosource.export.sections.line import Line, Part, Section
from twosource.export.sections.lookup import Lookup, as_printed


class Timeline(Section):
    """The timeline."""

    key = "timeline"
    title = "Timeline"
    shows = "Dated events in the order of time, each in the words of a report."
    how_to_read = (
        "Above, where the days are known: each mark is a report on its day, drawn as in the table of claims. "
        "Below, the day is the one that the words give; “inferred” marks one worked out from the day of publication, "
        "“ahead” what was still to come when the last report appeared. A ring: the words leave open which day it was."
    )
    cannot_see = "Events without a date, and whether a date that a report prints is right."
    empty = "No dated event was found."

    def lines(self, document: Document) -> list[Line]:
        """When the reports appeared; then one line an event."""
        return [*appeared(Lookup(document)), *(_line(document, event) for event in document.timeline)]

    def event(self, event: EventRecord) -> Line:
        """An event without its day."""
        return Line(parts=(as_printed(event.text, event.spans),), spans=tuple(event.spans))


def _line(document: Document, event: EventRecord) -> Line:
    parts: tuple[Part, ...] = (as_printed(event.text, event.spans),)
    date = when_text(event.when) or "no date"
    return Line(parts=(f"{date}: ", *parts), spans=tuple(event.spans), tag=mark(document, event))


def mark(document: Document, event: EventRecord) -> str:
    """Whether an event lay ahead when the last report appeared, or its day is inferred."""
    if document.story.to and event.when.earliest and event.when.earliest > document.story.to:
        return "ahead"
    return "inferred" if event.when.basis == "inferred" else ""
