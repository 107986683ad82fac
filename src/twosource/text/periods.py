"""Days, weeks, months, quarters, seasons, years and decades as intervals of days with their TIMEX3 names."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.types.moment import Moment

NAME = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.{0,8})?"
)
PIECE = re.compile(r"(?P<side>[FLN])(?:(?P<nth>\d\d?)\.)?(?P<count>\d{1,3})(?P<unit>D|WE|W|M|TH)")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS = 12
OPEN_DAY = "XXXX-XX-XX"
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and the TIMEX3 value; "" where it has none."""

    first: date
    last: date
    timex: str


def named(timex: str) -> Period | None:
    """The days of a TIMEX3 date value; None if it has none, or the calendar knows no such day."""
    if re.fullmatch(r"\d{3}", timex):
        return Period(date(int(timex) * 10, 1, 1), date(int(timex) * 10 + 9, 12, 31), timex) if timex != "000" else None
    if re.fullmatch(r"\d{2}", timex):
        return containing(date(int(timex) * 100 + 1, 1, 1), "century") if timex != "00" else None
    match = NAME.fullmatch(timex)
    if not match:
        return None
    try:
        return _named(match, timex)
    except ValueError:
        return None


def _named(match: re.Match[str], timex: str) -> Period:
    year = int(match["year"])
    if match["week"]:
        first = date.fromisocalendar(year, int(match["week"]), 1)
        return containing(first + timedelta(5), "weekend") if timex.endswith("WE") else containing(first, "week")
    if match["quarter"]:
        return containing(date(year, 3 * int(match["quarter"]), 1), "quarter")
    if match["half"]:
        start = 6 * int(match["half"]) - 5
        return Period(date(year, start, 1), _month_end(year, start + 5), timex)
    if match["season"]:
        start = SEASONS[match["season"]]
        return Period(date(year, start, 1), _month_end(year, start + 2), timex)
    if match["day"]:
        return containing(date(year, int(match["month"]), int(match["day"])), "day")
    return (
        containing(date(year, int(match["month"]), 1), "month")
        if match["month"]
        else containing(date(year, 1, 1), "year")
    )


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    return date(year, month, monthrange(year, month)[1])


def containing(day: date, unit: str) -> Period:
    """The day, week (from Monday), weekend, month, quarter, year, decade or century that a day lies in."""
    if unit == "week":
        monday = day - timedelta(day.isoweekday() - 1)
        return Period(monday, monday + timedelta(6), "{}-W{:02d}".format(*day.isocalendar()[:2]))
    if unit == "weekend":
        saturday = day - timedelta(day.isoweekday() - 6)
        return Period(saturday, saturday + timedelta(1), "{}-W{:02d}-WE".format(*saturday.isocalendar()[:2]))
    if unit == "month":
        return Period(day.replace(day=1), _month_end(day.year, day.month), f"{day:%Y-%m}")
    if unit == "quarter":
        number = (day.month + 2) // 3
        return Period(date(day.year, 3 * number - 2, 1), _month_end(day.year, 3 * number), f"{day.year:04d}-Q{number}")
    if unit in ("year", "decade", "century"):
        span = {"year": 1, "decade": 10, "century": 100}[unit]
        start = day.year // span * span
        name = f"{day.year:04d}"[: 5 - len(str(span))]
        return Period(date(start, 1, 1), date(start + span - 1, 12, 31), name)
    return Period(day, day, day.isoformat())


def moved(period: Period, steps: int, unit: str) -> Period:
    """The period that many units on. Its own kind is kept: a quarter moved by a year is a quarter."""
    kind = _kind(period)
    if unit in ("day", "week", "weekend"):
        days = timedelta(steps * (1 if unit == "day" else 7))
        moved_by_days = Period(period.first + days, period.last + days, "")
        return containing(period.first + days, kind) if kind in ("day", "week", "weekend") else moved_by_days
    if unit in ("hour", "minute", "second"):
        days = timedelta(1 + abs(steps) // 24 if unit == "hour" else 1)
        return (
            Period(period.first - days, period.last, "") if steps < 0 else Period(period.first, period.last + days, "")
        )
    months = steps * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    first = _months_on(period.first, months)
    return containing(first, kind) if kind else Period(first, _months_on(period.last, months), "")


def _months_on(day: date, months: int) -> date:
    total = day.year * MONTHS + day.month - 1 + months
    end = _month_end(total // MONTHS, total % MONTHS + 1)
    return end.replace(day=min(day.day, end.day))


def _kind(period: Period) -> str:
    for unit in ("day", "weekend", "week", "month", "quarter", "year", "decade", "century"):
        if period.timex and containing(period.first, unit) == period:
            return unit
    return ""


def _piece(period: Period, piece: re.Match[str]) -> Period:
    """So many units from its start or its end, or the second, third, fourth unit of it."""
    count, unit = int(piece["count"]), piece["unit"]
    steps = int(piece["nth"] or 1) - 1

    def after(start: date, number: int) -> date:
        if unit == "M":
            return _months_on(start, number)
        return start + timedelta(number * {"W": 7, "WE": 7}.get(unit, 1))

    try:
        if piece["side"] == "L":
            first = after(period.last + timedelta(1), -count)
            return Period(max(first, period.first), period.last, period.timex)
        first = after(period.first, steps * count)
        return Period(first, min(after(first, count) - timedelta(1), period.last), period.timex)
    except (OverflowError, ValueError):
        return period


def narrowed(period: Period, side: str, anchor: Moment) -> Period:
    """The first, middle or last third of a period, its last day, or what lies before or after the anchor."""
    days = (period.last - period.first).days + 1
    third = days // 3
    if not side or days == 1:
        return period
    if side in ("START", "MID", "END"):
        end = days - third - (days <= LONGEST_MONTH)
        first = period.first + timedelta({"START": 0, "MID": third, "END": end}[side])
        last = {"START": period.first + timedelta(third), "MID": period.last - timedelta(third)}.get(side, period.last)
        return Period(first, last, period.timex)
    if piece := PIECE.fullmatch("L1D" if side == "LAST" else side):
        return _piece(period, piece)
    if side == "BEFORE" and anchor.latest:
        return Period(period.first, max(period.first, min(period.last, anchor.latest)), period.timex)
    if side == "AFTER" and anchor.earliest:
        return Period(min(period.last, max(period.first, anchor.earliest)), period.last, period.timex)
    return period
