"""An end before its beginning: "born in 1950 and died in 1949", "a three-day fair from 5 to 19 May 2019"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from twosource.lexicon import pattern, words
from twosource.text.periods import Period, named
from twosource.text.sums.masked import Masked, Misfit, figure_sign, plain, time_sign
from twosource.types.figure import TimeExpression
from twosource.types.span import Span

PLACED = r"(?: [^\s,;:.()\ue000\ue001]+){0,4}? (?:in|on) "
DAYS = {"day": 1, "week": 7}


def order(sentence: Masked) -> Iterator[Misfit]:
    """The times of a sentence whose order or distance cannot be."""
    for match in _ends().finditer(sentence.text):
        begin, end = sentence.time(match, "a"), sentence.time(match, "b")
        first, last = _period(begin), _period(end)
        if first and last and last.last < first.first:
            verbs = (match["begin"].lower(), match["end"].lower())
            told = f"“{end.span.exact}” ({verbs[1]}) lies before “{begin.span.exact}” ({verbs[0]})."
            yield Misfit((_side(begin), _side(end)), told)
    if pattern("sums", "order", "broken").search(sentence.text):
        return  # "weekdays only": the days between are not all counted
    for match in _lasting().finditer(sentence.text):
        length = sentence.figure(match, "n")
        begin, end = sentence.time(match, "a"), sentence.time(match, "b")
        days = _days(begin, end)
        if days and length.value is not None and length.unit in DAYS and length.bound == "exact":
            spare = DAYS[length.unit]
            if not days - 1 - spare <= int(length.value) * spare <= days + spare:
                told = f"“{begin.span.exact}” to “{end.span.exact}” are {days} days, not “{length.span.exact}”."
                yield Misfit((_side(begin), _side(end), (plain(length.value), length.span)), told)


def _side(time: TimeExpression) -> tuple[str, Span]:
    return time.value or "", time.span


def _period(time: TimeExpression) -> Period | None:
    return named(time.value or "") if time.reading.startswith("fixed") else None


def _days(begin: TimeExpression, end: TimeExpression) -> int | None:
    """Both days counted; None if one has no year and no month, or they are in no order."""
    one, two = _day(begin), _day(end)
    return (two - one).days + 1 if one and two and one <= two else None


def _day(time: TimeExpression) -> date | None:
    """The day, in a leap year where none is told."""
    period = _period(time)
    if period is None and time.reading.startswith("day ") and len(time.reading) == len("day 05-12"):
        period = named(f"2000-{time.reading[4:]}")
    return period.first if period and period.first == period.last else None


@cache
def _ends() -> re.Pattern[str]:
    begin, end = ("|".join(words("sums", "order", key)) for key in ("begin", "end"))
    joined = r"(?:,? and(?: \w+)?|,? but|, who|, which| \w+ and)"
    return re.compile(
        rf"\b(?P<begin>{begin}){PLACED}{time_sign('a')}{joined} (?P<end>{end}){PLACED}{time_sign('b')}", re.IGNORECASE
    )


@cache
def _lasting() -> re.Pattern[str]:
    what = r"(?: [\w’'-]+){1,4},? \(?(?:from )?"
    to = r"(?: (?:to|until|till|through) | ?[-–] ?)"
    start = rf"\b(?:a|the|his|her|its|their) {figure_sign('n')}"
    return re.compile(rf"{start}{what}{time_sign('a')}{to}{time_sign('b')}", re.IGNORECASE)
