"""Full dates in words, as the lines above and below a report give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from twosource.lexicon import table

_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_TIME = (
    r"(?:(?:,|,? at|\s*[|·–—-])?\s*\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?"
    r"|,?\s*(?:at )?\d{1,2}\s?[ap]\.?m\b\.?)(?:\s*\(?[A-Z]{2,4}\b\)?)?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where its words stand, with the weekday and the time of day beside it."""

    start: int
    end: int
    day: date


def days_in(text: str) -> Iterator[Day]:
    """The full dates (day, month and year) of a line; not one that no calendar has, or whose weekday is another."""
    for match in _pattern().finditer(text):
        day = _day(match)
        if day is not None:
            yield Day(match.start(), match.end(), day)


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = _number("months", parts["m1"] or parts["m2"]) or int(parts["m3"] or 0)
    year, number = (next(parts[f"{key}{way}"] for way in "123" if parts[f"{key}{way}"]) for key in "yd")
    try:
        found = date(int(year), month, int(number))
    except ValueError:
        return None
    named = parts["weekday"]
    return found if not named or _number("weekdays", named) == found.isoweekday() else None


def _number(key: str, name: str | None) -> int:
    low = (name or "").lower()
    return next((number for number, forms in enumerate(_forms(key), 1) if low in forms), 0)


def _forms(key: str) -> list[list[str]]:
    return cast("list[list[str]]", table("imprint")[key])


def month_pattern() -> str:
    """The names of the months, long forms first, without a group."""
    return "|".join(form for forms in _forms("months") for form in forms)


def month_number(name: str) -> int:
    """1 to 12 for the name of a month, long or short; 0 for other words."""
    return _number("months", name)


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?P<m{}>" + month_pattern() + r")\b\.?"
    weekday = (
        "(?P<weekday>" + "|".join(form for forms in _forms("weekdays") for form in forms) + r")\b\.?,?\s+(?:the )?"
    )
    number = r"(?P<d{}>\d{{1,2}})(?:st|nd|rd|th)?"
    day_first = rf"{number.format(1)}\s+(?:of )?{month.format(1)},?\s+{_YEAR.format('y1')}"
    month_first = rf"{month.format(2)}\s+{number.format(2)},?\s+{_YEAR.format('y2')}"
    iso = rf"{_YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)(?:T[\d:.+Z-]+)?"
    return re.compile(
        rf"(?<![\w/-])(?:{weekday})?(?:{day_first}|{month_first}|{iso})(?![\w/-])(?:{_TIME})?", re.IGNORECASE
    )
