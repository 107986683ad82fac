"""Holidays whose day moves: the fourth Thursday of November, the day after it, the Monday after Easter."""

import re
from datetime import date, timedelta

RULE = re.compile(r"(?:easter|(?P<month>\d\d?)/(?P<nth>-?\d)/(?P<weekday>\d))(?P<shift>[+-]\d+)?")


def feast(rule: str, year: int) -> date:
    """The day of a holiday in a year.

    Args:
        rule: "easter", or month/which/ISO weekday ("11/4/4" is the fourth Thursday of November, "5/-1/1" the last
            Monday of May), then days to add ("11/4/4+1").
        year: from 1 to 9998.

    Raises:
        ValueError: the rule is none.
    """
    match = RULE.fullmatch(rule)
    if match is None:
        message = f"{rule} is no rule of a holiday"
        raise ValueError(message)
    shift = timedelta(int(match["shift"] or 0))
    if not match["month"]:
        return _easter(year) + shift
    month, nth, weekday = (int(match[name]) for name in ("month", "nth", "weekday"))
    if nth < 0:
        after = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return after - timedelta((after.isoweekday() - weekday) % 7) + shift
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) + shift


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - (century - (century + 8) // 25 + 1) // 3 - century // 4 + 19 * golden + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
