"""Dates as documents state them in their metadata."""

import calendar
import re
from datetime import date
from email.utils import parsedate_to_datetime

from twosource.types.moment import UNKNOWN, Moment

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s])|(\d{4})(\d\d)(\d\d)(?=$|T)")


def stated(value: str, where: str) -> Moment:
    """The day, month or year of an ISO 8601 or RFC 2822 date; unknown, with the reason, if it is neither.

    The day is the one written: with a time and an offset, it is the day at the outlet.
    """
    found = _iso(value.strip()) or _mail(value.strip())
    if found is None:
        return (
            Moment(basis="unknown", why=f"{where} holds no date: {value.strip()[:40]!r}") if value.strip() else UNKNOWN
        )
    first, last, timex = found
    return Moment(earliest=first, latest=last, timex=timex, why=where)


def _iso(value: str) -> tuple[date, date, str] | None:
    match = _ISO.match(value)
    if match is None:
        return None
    year, month, day = (
        int(part) if part else None for part in (match.group(1, 2, 3) if match[1] else match.group(4, 5, 6))
    )
    try:
        return _span(year or 0, month, day)
    except ValueError:  # no such day, or month
        return None


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date, str]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), f"{year:04}"
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}"
    exact = date(year, month, day)
    return exact, exact, exact.isoformat()


def _mail(value: str) -> tuple[date, date, str] | None:
    try:
        exact = parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):  # what the standard library raises for other text
        return None
    return exact, exact, exact.isoformat()
