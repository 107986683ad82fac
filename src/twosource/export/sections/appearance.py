"""When the reports appeared: one group for each day, week, month or year, the empty ones too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.export.dates import MONTHS
from twosource.export.numbers import counted
from twosource.export.sections.line import Line
from twosource.export.sections.lookup import Lookup

# More groups than this no page has room for; the next coarser grain is taken.
_MOST = 32
_DECEMBER = 12
_LABELS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A stretch of time with the reports that appeared in it (ids), and its name in full and as an axis has it.

    `tick` is empty where the axis has no room for it.
    """

    name: str
    tick: str
    articles: tuple[str, ...]


def bins(look: Lookup) -> list[Bin]:
    """The reports by the time at which they appeared, from the first to the last; none where only one day is known."""
    known = _known(look)
    if len(set(known.values())) < 2:  # noqa: PLR2004  # one day is no course of time
        return []
    first, last = min(known.values()), max(known.values())
    grain = next(one for one in _GRAINS if len(list(_starts(one, first, last))) <= _MOST or one is _GRAINS[-1])
    starts = list(_starts(grain, first, last))
    every = -(-len(starts) // _LABELS)
    return [
        Bin(
            name=grain.name(start),
            tick=grain.tick(start, place == 0) if place % every == 0 else "",
            articles=tuple(one for one, day in known.items() if start <= day < grain.after(start)),
        )
        for place, start in enumerate(starts)
    ]


def undated(look: Lookup) -> list[str]:
    """The reports whose day is not known (ids)."""
    known = _known(look)
    return [article.id for article in look.document.articles if article.id not in known]


def appeared(look: Lookup) -> list[Line]:
    """When the reports appeared, in one folded line; nothing where it is not known."""
    found = bins(look)
    children = [_line(look, one.name, one.articles) for one in found if one.articles]
    if found and (rest := undated(look)):
        children.append(_line(look, "day not known", rest))
    return [Line(parts=("When the reports appeared",), children=tuple(children), folded=True)] if found else []


def _line(look: Lookup, name: str, articles: tuple[str, ...] | list[str]) -> Line:
    numbers = ", ".join(str(look.order(one)) for one in articles)
    return Line(parts=(f"{name}: {counted(len(articles), 'report')} ({numbers})",))


def _known(look: Lookup) -> dict[str, date]:
    """The day of each report, where it is known to the day, in the order of the reports."""
    return {
        one.id: date.fromisoformat(one.published.earliest)
        for one in look.document.articles
        if one.published.earliest and one.published.earliest == one.published.latest
    }


@dataclass(frozen=True, slots=True)
class Grain:
    """A grain of time: the start of the stretch that a day lies in, the start of the next, and what it is called."""

    start: Callable[[date], date]
    after: Callable[[date], date]
    name: Callable[[date], str]
    tick: Callable[[date, bool], str]


def _starts(grain: Grain, first: date, last: date) -> Iterator[date]:
    start = grain.start(first)
    for _ in range(_MOST + 1 if grain is not _GRAINS[-1] else last.year - first.year + 1):
        if start <= last:
            yield start
            start = grain.after(start)


def _month_after(day: date) -> date:
    return date(day.year + (day.month == _DECEMBER), day.month % _DECEMBER + 1, 1)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day_tick(day: date, first: bool) -> str:  # noqa: FBT001  # a callback
    return f"{day.day} {MONTHS[day.month - 1]}" if first or day.day <= 7 else str(day.day)  # noqa: PLR2004  # a week


def _month_tick(day: date, first: bool) -> str:  # noqa: FBT001  # a callback
    return f"{MONTHS[day.month - 1]} {day.year}" if first or day.month == 1 else MONTHS[day.month - 1]


_GRAINS = (
    Grain(lambda day: day, lambda day: day + timedelta(days=1), _day, _day_tick),
    Grain(
        lambda day: day - timedelta(days=day.weekday()),
        lambda day: day + timedelta(days=7),
        lambda day: f"week of {_day(day)}",
        lambda day, _: f"{day.day} {MONTHS[day.month - 1]}",
    ),
    Grain(
        lambda day: day.replace(day=1),
        _month_after,
        lambda day: f"{MONTHS[day.month - 1]} {day.year}",
        _month_tick,
    ),
    Grain(
        lambda day: date(day.year, 1, 1),
        lambda day: date(day.year + 1, 1, 1),
        lambda day: str(day.year),
        lambda day, _: str(day.year),
    ),
)
