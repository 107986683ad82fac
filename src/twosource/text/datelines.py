"""Datelines: place, day and agency with which a wire report begins, as in "PORT AVERLEY, May 9 (Coast Wire) - …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.text.days import month_number, month_pattern
from twosource.types.article import Article

_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DASH = r" ?(?:--|[-–—]) ?(?=\S)"
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][\w.'’ /-]{{1,40}}(?:, [A-Z][\w.'’ ]{{1,30}})?{_DAY} ?)?{_AGENCY}{_DASH}"  # Ledbury, May 9 (Wire) -
    rf"|\s*[A-Z][A-Z.'’ /-]{{3,40}}(?:, [A-Z][\w.]{{1,15}})?{_DAY}(?: --| ?[–—]| -) ?(?=[A-Z“\"‘])"  # LEDBURY, May 9 —
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it begins and ends in the text, the agency, and the day of a month, if it gives one."""

    start: int
    end: int
    agency: str
    month: int | None
    day: int | None

    def within(self, first: date, last: date) -> date | None:
        """The one date between these days, both included, that has its day and month; None if none or several have."""
        found = list(self._dates(first, last))
        return found[0] if len(found) == 1 else None

    def _dates(self, first: date, last: date) -> Iterator[date]:
        for year in range(first.year, last.year + 1):
            try:
                found = date(year, self.month or 0, self.day or 0)
            except ValueError:  # no day, or 29 February
                continue
            if first <= found <= last:
                yield found


def dateline_of(article: Article) -> Dateline | None:
    """That of the first paragraph of the body."""
    first = next(article.passages("body"), None)
    return dateline_at(article.text, first.start, first.end) if first else None


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline of a paragraph at these places; None if it has none, or the agency alone."""
    match = _pattern().match(text, start, end)
    if match is None or not match["head"].strip():
        return None
    month = month_number(match["month"]) if match["month"] else None
    return Dateline(start, match.end("close"), match["agency"], month, int(match["day"]) if match["day"] else None)


@cache
def _pattern() -> re.Pattern[str]:
    place = r"(?:[A-Z][A-Z.’'-]+[ ,/]{1,2}){0,5}(?:[A-Z][\w.]+, ){0,2}"
    day = rf"(?:(?P<month>(?i:{month_pattern()}))\.? (?P<day>\d{{1,2}})(?:, (?:19|20)\d\d)?,? )?"
    return re.compile(rf"(?P<head>{place}{day})(?P<close>\((?P<agency>[A-Z][^()]{{1,40}})\))\s*(?:--|[-–—])\s")


def dateline_end(text: str) -> int:
    """Where the words after a paragraph's dateline begin; 0 where it has none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
