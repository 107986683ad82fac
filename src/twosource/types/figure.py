"""Numbers with what they count, and times with what they mean."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from twosource.types.finding import Finding
from twosource.types.moment import Moment
from twosource.types.span import Span

Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "vague"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Finding):
    """A number in one report. `value` is the printed one; `low` and `high` bound it, where the words do.

    `measure` are the words for what it counts, `subject` the words for whose it is, `period` those for when. `number`
    is the bare number within `span`.
    """

    prefix: ClassVar[str] = "q"
    of_one_report: ClassVar[bool] = True
    span: Span
    number: Span
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound
    measure: str = ""
    subject: Span | None = None
    period: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Finding):
    """Words for a time in one report, before it is known when the report was written.

    `value` is the TIMEX3 value where the words alone give one, else None. `reading` is the rule that resolves it
    against an anchor (see `twosource.text.calendar`).
    """

    prefix: ClassVar[str] = "x"
    of_one_report: ClassVar[bool] = True
    span: Span
    type: TimeType
    value: str | None
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Finding):
    """A time expression with the moment that it means; `anchor` says against what it was resolved."""

    prefix: ClassVar[str] = "t"
    of_one_report: ClassVar[bool] = True
    span: Span
    type: TimeType
    value: str
    moment: Moment | None
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Finding):
    """When a report was published, read off the reports themselves."""

    prefix: ClassVar[str] = "p"
    article: str
    moment: Moment
    spans: tuple[Span, ...]

    def distinction(self) -> str:
        """The same words of one report may date several others."""
        return self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Finding):
    """A figure placed in the story: whose it is, for when, on whose word (ids of a party and an attribution)."""

    prefix: ClassVar[str] = "n"
    of_one_report: ClassVar[bool] = True
    figure: Figure
    subject: str | None
    period: Moment | None
    attribution: str | None
