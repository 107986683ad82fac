"""Resolves readings of time expressions against an anchor: interval arithmetic on days.

A reading is a rule, then its arguments, then after a comma what it is narrowed to:

    fixed                      the value says it all              is 5 (after a comma): a weekday stands beside the date
    this|last|next week        unit of the anchor, before, after  previous|following month: of the time spoken of before
    weekday 5 on|last|next|…   ISO number of the day              month 05, day 05-12, quarter 4, half 1, season SP
    shift -6 week              from the anchor                    from 1 day: from the time spoken of before
    clock T10:30               on the day spoken of before
    vague, length, set         no day at all                      invalid, unclear, generic: none, and why

Narrowed to: START, MID, END (thirds), LAST (its last day), BEFORE, AFTER (the anchor), or a part of the day (TMO …).
Where the anchor is an interval the rule is applied to both of its ends: all rules are monotone, so what lies between
gives nothing outside. Values are TIMEX3 (ISO-TimeML 1.2.1); digits that stay open are X.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.text.periods import Period, containing, moved, named, narrowed
from twosource.types.moment import Moment

NOWHERE = frozenset(("vague", "length", "set", "invalid", "unclear", "generic", "fiscal"))
SIDES = frozenset(("START", "MID", "END", "LAST", "BEFORE", "AFTER"))
OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A TIMEX3 value and its days; `moment` is None where no day follows. `uses` says which anchor it took."""

    value: str
    moment: Moment | None
    uses: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reading is narrowed to: a side of the period, a part of the day; and the anchor."""

    side: str
    part: str
    anchor: Moment


def resolve(reading: str, value: str | None, anchor: Moment, before: Moment | None, *, ahead: bool | None) -> Resolved:
    """What a reading means.

    Args:
        reading: the rule, see above.
        value: the TIMEX3 value that the words alone give, or None.
        anchor: when the words were written or spoken; may be open at either end.
        before: the time spoken of before, or None.
        ahead: whether the words look ahead, where a weekday or a month alone leaves that open; None if nothing tells:
            then a weekday is the last one, a month or a day the nearest one.
    """
    rule, _, extra = reading.partition(",")
    side = extra if extra in SIDES else ""
    part = extra if extra.startswith("T") else ""
    words = rule.split()
    limits = Limits(side, part, anchor)
    if words[0] in NOWHERE:
        return Resolved(value=value or OPEN["day"], moment=None, uses=words[0])
    if words[0] == "fixed":
        period = named(value or "")
        return _told((period, period), limits, value or "", "fixed")
    if words[0] in ("from", "previous", "following", "clock"):
        return _from(words, before, limits)
    low = _apply(words, anchor.earliest, ahead=ahead)
    high = _apply(words, anchor.latest, ahead=ahead)
    if words[0] == "day" and high and anchor.earliest and high.first >= anchor.earliest:
        low = high  # a day that may lie within the interval, rather than a year before it
    return _told((low, high), limits, _open(words), "anchor")


def _open(words: list[str]) -> str:
    if words[0] in ("month", "day", "quarter", "half", "season"):
        forms = {"month": "XXXX-{}", "day": "XXXX-{}", "quarter": "XXXX-Q{}", "half": "XXXX-H{}", "season": "XXXX-{}"}
        return forms[words[0]].format(words[1])
    if words[0] == "weekday":
        return f"XXXX-WXX-{words[1]}"
    return OPEN.get(words[-1], OPEN["day"])


def _told(ends: tuple[Period | None, Period | None], limits: Limits, value: str, uses: str) -> Resolved:
    """What the rule gives at both ends of the anchor, as one value if it is the same."""
    low, high = ends
    if low is None and high is None:
        return Resolved(value=value + limits.part, moment=None, uses=uses)
    if low == high and low is not None:
        period = narrowed(low, limits.side, limits.anchor)
        timex = low.timex + limits.part
        return Resolved(value=timex, moment=Moment(earliest=period.first, latest=period.last, timex=timex), uses=uses)
    moment = Moment(earliest=low.first if low else None, latest=high.last if high else None, basis="inferred")
    return Resolved(value=value + limits.part, moment=moment, uses=uses)


def _apply(words: list[str], day: date | None, *, ahead: bool | None) -> Period | None:
    if day is None:
        return None
    try:
        return _RULES[words[0]](words, day, ahead)
    except (OverflowError, ValueError):
        return None


def _pointed(words: list[str], day: date, _ahead: bool | None) -> Period:  # noqa: FBT001 -- one signature for all rules
    steps = {"this": 0, "last": -1, "next": 1}[words[0]]
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
        return Period(first, day if steps < 0 else day + days + timedelta(1), OPEN["day"])
    return moved(containing(day, unit), steps, unit)


def _recurring(words: list[str], day: date, ahead: bool | None) -> Period | None:  # noqa: FBT001 -- one signature for all rules
    """The nearest month, quarter, season or day of that name; one that lies in the past must have begun."""
    pointer = words[2] if len(words) > 2 else ("next" if ahead else "on" if ahead is False else "near")  # noqa: PLR2004 -- rule, name, pointer
    form = {"quarter": "{}-Q{}", "half": "{}-H{}"}.get(words[0], "{}-{}")
    found = [
        period
        for year in range(day.year - 2 - 6 * (words[1] == "02-29"), day.year + 3)
        if (period := named(form.format(year, words[1])))
    ]
    if words[0] in ("quarter", "half") and pointer in ("on", "near"):
        pointer = "on"
        found = [period for period in found if period.last < day]
    if pointer == "this":
        return next((period for period in found if period.first.year == day.year), None)
    if pointer == "last":
        return next((period for period in reversed(found) if period.last < day), None)
    if pointer == "next":
        return next((period for period in found if period.last >= day), None)
    if pointer == "near":
        return min(found, key=lambda period: abs(period.first - day), default=None)
    return next((period for period in reversed(found) if period.first <= day), None)


_RULES = {
    "this": _pointed, "last": _pointed, "next": _pointed, "weekday": _weekday, "shift": _shift, "month": _recurring,
    "day": _recurring, "quarter": _recurring, "half": _recurring, "season": _recurring,
}  # fmt: skip


def _from(words: list[str], before: Moment | None, limits: Limits) -> Resolved:
    """Rules that start from the time spoken of before."""
    value = words[1] if words[0] == "clock" else OPEN.get(words[-1], OPEN["day"])
    if before is None or before.earliest is None or before.latest is None:
        return Resolved(value=value, moment=None, uses="before")
    whole = named(before.timex or "") or Period(before.earliest, before.latest, "")
    if words[0] == "clock":
        if before.earliest != before.latest:
            return Resolved(value=value, moment=None, uses="before")
        timex = before.earliest.isoformat() + words[1]
        return Resolved(
            value=timex, moment=Moment(earliest=before.earliest, latest=before.latest, timex=timex), uses="before"
        )
    steps, unit = (int(words[1]), words[2]) if words[0] == "from" else ({"previous": -1}.get(words[0], 1), words[1])
    try:
        period = moved(whole, steps, unit)
    except (OverflowError, ValueError):
        return Resolved(value=value, moment=None, uses="before")
    if not period.timex:
        moment = Moment(earliest=period.first, latest=period.last, basis="inferred")
        return Resolved(value=_coarse(period) or value, moment=moment, uses="before")
    return _told((period, period), limits, value, "before")


def _coarse(period: Period) -> str:
    """The month or year that holds all of it; "" if none does."""
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        return f"{period.first:%Y-%m}"
    return f"{period.first:%Y}" if period.first.year == period.last.year else ""
