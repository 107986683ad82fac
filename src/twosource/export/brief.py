"""How much a first screen says: what goes beyond stands in the sections, and a line says how much that is."""

from collections.abc import Iterator

from twosource.export.document import SummaryLine, Words
from twosource.export.numbers import counted

MOST = 4


def more(rest: int, noun: str, answers: str, spans: list[Words]) -> Iterator[SummaryLine]:
    """The line that says how many more there are, if any."""
    if rest > 0:
        yield SummaryLine(text=f"and {counted(rest, 'more ' + noun)}", spans=spans, answers=answers)
