"""Spans, moments and numbers."""

from datetime import date
from decimal import Decimal

from twosource.export.document import When, Words
from twosource.types.moment import Moment
from twosource.types.span import Span

_EXACT_AS_DOUBLE = 2**53


def words(span: Span) -> Words:
    """The span as the format has it."""
    return Words(article=span.article, start=span.start, end=span.end, exact=span.exact)


def maybe(span: Span | None) -> Words | None:
    """The same, or null."""
    return None if span is None else words(span)


def listed(spans: tuple[Span, ...]) -> list[Words]:
    """The same, for several."""
    return [words(span) for span in spans]


def day(day: date | None) -> str | None:
    """An ISO date, or null."""
    return None if day is None else day.isoformat()


def when(moment: Moment) -> When:
    """The moment as the format has it."""
    return When(
        earliest=day(moment.earliest),
        latest=day(moment.latest),
        timex=moment.timex,
        basis=moment.basis,
        why=moment.why,
    )


def maybe_when(moment: Moment | None) -> When | None:
    """The same, or null."""
    return None if moment is None else when(moment)


def number(value: Decimal | None) -> float | int | None:
    """The value as a JSON number: whole where it is whole and a double holds it."""
    if value is None:
        return None
    whole = value == value.to_integral_value() and abs(value) <= _EXACT_AS_DOUBLE
    return int(value) if whole else float(value)
