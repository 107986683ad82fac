"""What the times in a report say of the day on which it was written, each as an interval with its words.

A report that shows dated messages comes out within days of the last: of 169 such reports with a stated day, 165 did
within a week, and three more were older pages that had been brought up to date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.text.compare.stamps import is_message_stamp
from twosource.text.lexemes import Lexeme
from twosource.text.periods import Period, named
from twosource.text.tense import Direction
from twosource.types.figure import TimeExpression
from twosource.types.span import Span

ZONES, FORTNIGHT, SEASON, HALF, LONGEST = timedelta(1), timedelta(14), timedelta(120), timedelta(183), timedelta(365)
AWAITED = frozenset(("will", "scheduled", "due", "expected", "set"))
RESULTS = frozenset(("results", "earnings"))
COMPARED = frozenset(("from", "than", "against", "versus"))
# Results come out before the market opens or after it closes; those of a quarter take a week at the least.
_TODAY = re.compile(
    r"\b(?:after|before) (?:the )?(?:(?:stock )?markets? (?:opens?|closes?)|(?:opening |closing )?bell)\b"
)
_REACHED = re.compile(r"\b(?:as of|(?:ever )?since)\s\Z")
SOONEST = timedelta(8)
REACH = 9
DUE = frozenset(("by", "before"))
OPEN = frozenset(("will", "ll", "could", "would", "may", "to", "be"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A day before or after which a report cannot have been written, and the words that say so."""

    earliest: date | None
    latest: date | None
    spans: tuple[Span, ...]
    why: str
    soft: bool = False

    @property
    def loosened(self) -> "Bound":
        """Without its later end, where it is `soft`: a report may show a message that is long past."""
        return replace(self, latest=None) if self.soft else self


@dataclass(frozen=True, slots=True)
class Told:
    """A time in its sentence: what the words say, the words around them, and which way the time lies.

    `words` are the content words of the sentence, `numbers` its telling ones; `due`: it is a day by which something is
    to be; `quoted`: it stands in quotation marks.
    """

    time: TimeExpression
    sentence: Span
    words: frozenset[str]
    numbers: frozenset[str]
    direction: Direction
    due: bool


def is_due(found: Sequence[Lexeme], place: int) -> bool:
    """Whether something is to be by the time at this lexeme: "will all be gone by", "could lose it before"."""
    before = [part.low for part in found[max(0, place - REACH) : place]]
    return bool(before) and before[-1] in DUE and bool(OPEN & set(before)) and "had" not in before


def bounds(told: Sequence[Told]) -> Iterator[Bound]:
    """The bounds that the times of a report give by themselves."""
    for one in told:
        period = named(one.time.value) if one.time.reading.startswith("fixed") and one.time.value else None
        words = one.time.span.exact
        if period is None:
            yield from _compared(one, told)
        elif is_message_stamp(one.sentence, one.time.span):
            latest = None if _is_long_past(period.first, told) else period.first + FORTNIGHT
            yield Bound(period.first - ZONES, latest, (one.time.span,), f"it shows a message of {words}", soft=True)
        elif _awaits_results(one, period):
            awaited = f"the results for {words} lie ahead of it"
            first = period.last + (SOONEST if _TODAY.search(one.sentence.exact) else timedelta(1))
            yield Bound(first, period.last + SEASON, (one.time.span,), awaited)
        elif one.direction == "ahead":
            yield Bound(None, period.last, (one.time.span,), f"{words} lies ahead of it")
        elif one.direction == "behind":
            yield Bound(period.first, None, (one.time.span,), f"{words} lies behind it")


def _is_long_past(message: date, told: Sequence[Told]) -> bool:
    """Whether a report knows of a day that came after its message, "as of Oct. 17": that of the year before is too far.

    Only words that never lie ahead say so; a bare day may be one that is to come.
    """
    for one in told:
        rule, _, place = one.time.reading.partition(" ")
        before = one.sentence.exact[: one.time.span.start - one.sentence.start].lower()
        if rule == "day" and _REACHED.search(before):
            last = _last(message + FORTNIGHT, place)
            if last is not None and message - last > HALF:
                return True
    return False


def _last(until: date, place: str) -> date | None:
    """The last day of that month and number, none later than `until`; None for one that no year near has."""
    for year in (until.year, until.year - 1):
        period = named(f"{year:04d}-{place}")
        if period is not None and period.first <= until:
            return period.first
    return None


def _awaits_results(one: Told, period: Period) -> bool:
    """Reads "is scheduled to release results for the third quarter of 2025"."""
    if "-Q" not in period.timex:
        return False
    before = one.sentence.exact[: one.time.span.start - one.sentence.start].lower().split()[-REACH:]
    return bool(RESULTS & set(before) and AWAITED & set(before))


def _compared(one: Told, told: Sequence[Told]) -> Iterator[Bound]:
    """Reads "last year, up 16 percent from 2013": last year came after it."""
    if one.time.reading != "last year":
        return
    for other in told:
        gap = other.time.span.start - one.time.span.end
        if other.sentence != one.sentence or not gap > 0 or not other.time.span.exact.isdigit():
            continue
        between = one.sentence.exact[one.time.span.end - one.sentence.start :][:gap].lower().split()
        if len(between) <= REACH and between[-1:] and between[-1] in COMPARED:
            year = int(other.time.span.exact)
            why = f"{one.time.span.exact} came after {other.time.span.exact}"
            yield Bound(date(year + 2, 1, 1), None, (one.time.span, other.time.span), why)


def tightened(low: date, high: date, told: Sequence[Told]) -> Iterator[Bound]:
    """Bounds within an interval of less than a year, by months that are due, and quarters that are over.

    A month by which something is to be comes within half a year, a quarter without its year ended within four months.
    """
    for one in told if high - low < LONGEST else ():
        rule = one.time.reading.partition(",")[0].split()
        years = range(low.year - 1, high.year + 2)
        if one.due and rule[0] == "month" and len(rule) == 2:  # noqa: PLR2004 -- rule and month
            ends = [period.last for year in years if (period := named(f"{year:04d}-{rule[1]}"))]
            yield from _hull(low, high, [(end - HALF, end) for end in ends], one, "is due when it is written")
        elif one.direction == "behind" and rule[0] == "quarter":
            ends = [period.last for year in years if (period := named(f"{year:04d}-Q{rule[1]}"))]
            found = [(end + timedelta(1), end + SEASON) for end in ends]
            yield from _hull(low, high, found, one, "is over when it is written")


def _hull(low: date, high: date, parts: Sequence[tuple[date, date]], one: Told, why: str) -> Iterator[Bound]:
    """What is left of the interval, if anything is."""
    left = [(max(low, first), min(high, last)) for first, last in parts if first <= high and low <= last]
    if left:
        first, last = min(part[0] for part in left), max(part[1] for part in left)
        if (first, last) != (low, high):
            words = one.time.span.exact
            yield Bound(
                first if first > low else None, last if last < high else None, (one.time.span,), f"{words} {why}"
            )
