"""What happened when, in the reports' words."""

from twosource.export.document import Document, EventRecord
from twosource.export.sections.line import Line, Part, Section
from twosource.export.sections.lookup import as_printed, when_text


class Timeline(Section):
    """The timeline."""

    key = "timeline"
    title = "Timeline"
    shows = "Dated events in the order of time, each in the words of a report."
    how_to_read = (
        "The day is the one that the words give; “inferred” marks one worked out from the day of publication. Where "
        "two days stand, the words leave open which day between them it was."
    )
    cannot_see = "Events without a date, and whether a date that a report prints is right."
    empty = "No dated event was found."

    def lines(self, document: Document) -> list[Line]:
        """One line an event."""
        return [_line(event) for event in document.timeline]


def _line(event: EventRecord) -> Line:
    parts: tuple[Part, ...] = (as_printed(event.text, event.spans),)
    date = when_text(event.when) or "no date"
    return Line(parts=(f"{date}: ", *parts), spans=tuple(event.spans), tag=_basis(event))


def _basis(event: EventRecord) -> str:
    return event.when.basis if event.when.basis == "inferred" else ""
