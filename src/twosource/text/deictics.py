"""The rules that point from a day: "this week", "weekday 5 on", "shift -6 week", "month 05"; see `text.calendar`."""

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

from twosource.text.feasts import feast
from twosource.text.periods import OPEN_DAY, Period, containing, moved, named

FORMS = {"quarter": "{:04d}-Q{}", "half": "{:04d}-H{}"}
FARTHEST = {True: timedelta(240), False: timedelta(300)}


def applied(words: list[str], day: date | None, *, ahead: bool | None) -> Period | None:
    """The period that a rule points at from this day; None if the calendar ends before it."""
    if day is None:
        return None
    try:
        return _RULES[words[0]](words, day, ahead)
    except (OverflowError, ValueError):
        return None


def _pointed(words: list[str], day: date, _ahead: bool | None) -> Period:  # noqa: FBT001 -- one signature for all rules
    steps = {"this": 0, "the": 0, "last": -1, "next": 1}[words[0]]
    if words[1] == "weekend" and words[0] == "last":
        saturday = day - timedelta((day.isoweekday() - 6) % 7)
        return containing(saturday, "weekend")
    return moved(containing(day, words[1]), steps, words[1])


def _weekday(words: list[str], day: date, ahead: bool | None) -> Period:  # noqa: FBT001 -- one signature for all rules
    number, pointer = int(words[1]), words[2]
    back, on = (day.isoweekday() - number) % 7, (number - day.isoweekday()) % 7
    if pointer in ("last", "before"):
        return containing(day - timedelta(back or 7), "day")
    if pointer in ("next", "after"):
        return containing(day + timedelta(on or 7), "day")
    return containing(day + timedelta(on) if ahead else day - timedelta(back), "day")


def _shift(words: list[str], day: date, _ahead: bool | None) -> Period:  # noqa: FBT001 -- one signature for all rules
    steps, unit = int(words[1]), words[2]
    if unit in ("hour", "minute", "second"):
        days = timedelta(hours=abs(steps) if unit == "hour" else 0)
        first = day - days - timedelta(1) if steps < 0 and unit == "hour" else day
        return Period(first, day if steps < 0 else day + days + timedelta(1), OPEN_DAY)
    return moved(containing(day, unit), steps, unit)


def of_year(words: list[str], year: int) -> Period | None:
    """The month, quarter, season or day of that name in a year; None if it has none."""
    if not MINYEAR < year < MAXYEAR:
        return None
    if words[0] == "feast":
        return containing(feast(words[1], year), "day")
    return named(FORMS.get(words[0], "{:04d}-{}").format(year, words[1]))


def _recurring(words: list[str], day: date, ahead: bool | None) -> Period | None:  # noqa: FBT001 -- one signature for all rules
    """The nearest month, quarter, season or day of that name; one that lies in the past must have begun."""
    pointer = words[2] if len(words) > 2 else ("next" if ahead else "on" if ahead is False else "near")  # noqa: PLR2004 -- rule, name, pointer
    years = range(day.year - 2 - 6 * (words[1] == "02-29"), day.year + 3)
    found = [period for year in years if (period := of_year(words, year))]
    if words[0] in ("quarter", "half") and pointer in ("on", "near"):
        pointer = "on"
        found = [period for period in found if period.last < day]
    if words[0] == "day" and len(words) == 2:  # noqa: PLR2004 -- rule and day, no pointer
        return _day(found, day, ahead=ahead)
    if pointer in ("this", "last", "next"):
        return _beside(found, day, pointer)
    if pointer == "near":
        return min(found, key=lambda period: abs(period.first - day), default=None)
    return next((period for period in reversed(found) if period.first <= day), None)


def _of_a_week(words: list[str], day: date, _ahead: bool | None) -> Period:  # noqa: FBT001 -- one signature for all rules
    monday = containing(day, "week").first + timedelta(7 * int(words[1]))
    return containing(monday + timedelta(int(words[2]) - 1), "day")


def _of_a_year(words: list[str], day: date, _ahead: bool | None) -> Period | None:  # noqa: FBT001 -- one signature for all rules
    return of_year(["season", words[2]], day.year + int(words[1]))


def _beside(found: Sequence[Period], day: date, pointer: str) -> Period | None:
    """This year's, the last before the day, or the next."""
    if pointer == "this":
        return next((period for period in found if period.first.year == day.year), None)
    if pointer == "last":
        return next((period for period in reversed(found) if period.last < day), None)
    return next((period for period in found if period.last >= day), None)


def _feast(words: list[str], day: date, ahead: bool | None) -> Period | None:  # noqa: FBT001 -- one signature for all rules
    years = [day.year + step for step in (-1, 0, 1) if MINYEAR <= day.year + step < MAXYEAR]
    if len(words) > 2:  # noqa: PLR2004 -- rule, name, pointer
        found = [containing(feast(words[1], year), "day") for year in years]
        return _beside(found, day, words[2])
    return _day([containing(feast(words[1], year), "day") for year in years], day, ahead=ahead)


def _day(found: Sequence[Period], day: date, *, ahead: bool | None) -> Period | None:
    """The nearest day of that name, unless the verb speaks for one at most eight months ahead or ten back.

    A day that is further off is given with its year: "a deadline that was set for May 2" in April is of this year.
    """
    nearest = min(found, key=lambda period: abs(period.first - day), default=None)
    if ahead is None:
        return nearest
    side = [period for period in found if (period.first >= day if ahead else period.first <= day)]
    told = min(side, key=lambda period: abs(period.first - day), default=None)
    return told if told and abs(told.first - day) <= FARTHEST[ahead] else nearest


_RULES = {
    "this": _pointed, "the": _pointed, "last": _pointed, "next": _pointed, "weekday": _weekday, "shift": _shift,
    "month": _recurring, "day": _recurring, "quarter": _recurring, "half": _recurring, "season": _recurring,
    "feast": _feast, "year": _of_a_year, "week": _of_a_week,
}  # fmt: skip
