"""Resolves readings of time expressions against an anchor: interval arithmetic on days.

A reading is a rule, then its arguments, then after a comma what it is narrowed to:

    month 05 told              the one nearest to the time told   the year: this one, or the one told
    fixed                      the value says it all              is 5 (after a comma): a weekday stands beside the date
    this|last|next week        unit of the anchor, before, after  previous|following month: of the time spoken of before
    weekday 5 on|last|next|…   ISO number of the day              month 05, day 05-12, quarter 4, half 1, season SP
    feast easter+1             a holiday of `text.feasts`         year -1 SU: last summer; week 1 2: next Tuesday
    shift -6 week              from the anchor                    from 1 day: from the time spoken of before
    clock T10:30               on the day spoken of before        same week, month 05 same: of the time spoken of before
    vague, length, set         no day at all                      invalid, unclear, generic: none, and why

Narrowed to: START, MID, END (thirds), LAST (its last day), BEFORE, AFTER (the anchor), or a part of the day (TMO …).
WEEK is the week that holds the day; F2W its first two weeks, L3D its last three days, N2.1M its second month.
Where the anchor is an interval the rule is applied to both of its ends: all rules are monotone, so what lies between
gives nothing outside. Values are TIMEX3 (ISO-TimeML 1.2.1); digits that stay open are X.
"""

from dataclasses import dataclass
from datetime import timedelta

from twosource.text.deictics import applied, of_year
from twosource.text.periods import PIECE, Period, containing, moved, named, narrowed
from twosource.types.moment import Moment

NOWHERE = frozenset(("vague", "length", "set", "invalid", "unclear", "generic", "fiscal"))
SIDES = frozenset(("START", "MID", "END", "LAST", "BEFORE", "AFTER", "WEEK"))
NARROW = timedelta(270)
HALF_A_YEAR = timedelta(183)
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
    part = extra if extra.startswith("T") else ""
    side = extra if extra in SIDES or PIECE.fullmatch(extra) else ""
    words = rule.split()
    limits = Limits(side, part, anchor)
    if words[0] in NOWHERE:
        return Resolved(value=value or OPEN["day"], moment=None, uses=words[0])
    if words[0] == "fixed":
        period = named(value or "")
        return _told((period, period), limits, value or "", "fixed")
    if words[0] == "same" or words[-1] == "same":
        return _same(words, before, limits)
    if words[-1] == "told":
        return _as_narrated(words, before, limits)
    if words[-1] in ("previous", "following"):
        anchor = before or anchor
        words = [*words[:-1], {"previous": "last", "following": "next"}[words[-1]]]
    if words[0] == "previous" and before is None:
        words = ["last", words[1]]
    if words[0] in ("from", "previous", "following", "clock"):
        return _from(words, before, limits)
    low = applied(words, anchor.earliest, ahead=ahead)
    high = applied(words, anchor.latest, ahead=ahead)
    narrow = anchor.earliest and anchor.latest and anchor.latest - anchor.earliest < NARROW
    if words[0] == "day" and high and narrow and anchor.earliest and high.first >= anchor.earliest:
        low = high  # a day that may lie within the interval, rather than a year before it
    return _told((low, high), limits, _open(words), "anchor")


def _open(words: list[str]) -> str:
    if words[0] in ("month", "day", "quarter", "half", "season"):
        forms = {"month": "XXXX-{}", "day": "XXXX-{}", "quarter": "XXXX-Q{}", "half": "XXXX-H{}", "season": "XXXX-{}"}
        return forms[words[0]].format(words[1])
    if words[0] == "weekday":
        return f"XXXX-WXX-{words[1]}"
    return OPEN.get(words[-1], OPEN["day"])


def _same(words: list[str], before: Moment | None, limits: Limits) -> Resolved:
    """Rules that stay within the time spoken of before: its week or year, or a month or day of that year."""
    if before is None or before.earliest is None or before.latest is None:
        return Resolved(value=_open(words) + limits.part, moment=None, uses="before")
    unit = words[1] if words[0] == "same" else "year"
    first, last = containing(before.earliest, unit), containing(before.latest, unit)
    period = named(f"{first.timex}-{words[1]}") if words[0] != "same" and first == last else first
    if first != last or period is None:
        return Resolved(value=_open(words) + limits.part, moment=None, uses="before")
    return _told((period, period), limits, period.timex, "before")


def _as_narrated(words: list[str], before: Moment | None, limits: Limits) -> Resolved:
    """A month, day or season of the year that is told, or the one nearest to the month or day that is told."""
    whole = named(before.timex or "") if before and before.timex else None
    if before is None or before.earliest is None or before.latest is None:
        return Resolved(value=_open(words) + limits.part, moment=None, uses="before")
    year = containing(before.earliest, "year")
    if whole is None or whole == year:
        return _same([*words[:2], "same"], before, limits)
    years = (year.first.year + step for step in (-1, 0, 1))
    found = [period for number in years if (period := of_year(words, number))]
    period = next((one for one in found if one.first >= whole.first - HALF_A_YEAR), None)
    return _told((period, period), limits, _open(words), "before")


def _told(ends: tuple[Period | None, Period | None], limits: Limits, value: str, uses: str) -> Resolved:
    """What the rule gives at both ends of the anchor, as one value if it is the same."""
    low, high = ends
    if low is None and high is None:
        return Resolved(value=value + limits.part, moment=None, uses=uses)
    if low == high and low is not None:
        low = containing(low.first, "week") if limits.side == "WEEK" else low
        period = narrowed(low, limits.side, limits.anchor)
        timex = low.timex + limits.part
        return Resolved(value=timex, moment=Moment(earliest=period.first, latest=period.last, timex=timex), uses=uses)
    moment = Moment(earliest=low.first if low else None, latest=high.last if high else None, basis="inferred")
    return Resolved(value=value + limits.part, moment=moment, uses=uses)


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
    if words[0] in ("previous", "following") and containing(whole.first, words[1]) == containing(whole.last, words[1]):
        whole = containing(whole.first, words[1])
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
