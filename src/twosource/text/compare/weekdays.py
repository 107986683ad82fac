"""Weekdays beside dates that fell on another day: "Sunday, January 31, 2026"."""

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.text.lexemes import lexemes
from twosource.text.periods import named
from twosource.types.article import Article
from twosource.types.figure import Time, TimeExpression
from twosource.types.span import Span

NEAR = timedelta(60)


@dataclass(frozen=True, slots=True)
class Misfit:
    """The words for the weekday and for the date, and their ISO weekdays."""

    weekday: Span
    date: Span
    told: int
    is_: int


def misfit(article: Article, expression: TimeExpression, time: Time | None) -> Misfit | None:
    """The weekday that does not fit its date; None if it fits, or none stands there, or the year is open."""
    _, _, extra = expression.reading.partition(",is ")
    day = _day(article, expression, time) if extra else None
    if day is None or day.isoweekday() == int(extra):
        return None
    words, start = expression.span.exact, expression.span.start
    cut = len(lexemes(words)[0].text)
    rest = words[cut:].lstrip(" ,.")
    return Misfit(
        weekday=article.span(start, start + cut),
        date=article.span(expression.span.end - len(rest), expression.span.end),
        told=int(extra),
        is_=day.isoweekday(),
    )


def _day(article: Article, expression: TimeExpression, time: Time | None) -> date | None:
    """The day that is given with its year, or without it but near the stated day of publication."""
    if period := named(expression.value or ""):
        return period.first if period.first == period.last else None
    published = article.published.earliest
    if time is None or time.moment is None or time.moment.earliest != time.moment.latest:
        return None
    day = time.moment.earliest
    return day if day and published and time.anchor.startswith("publication") and abs(day - published) <= NEAR else None
