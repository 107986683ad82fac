"""Days whose month or year stands elsewhere: "6-7 January 2016", "July 25 of that year", "5-Aug-2016"."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.text.dates.numeric import (
    LONGEST_MONTH,
    ORDINAL_ENDS,
    day_match,
    day_number,
    day_of_month,
    full_year,
    year_at,
)
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at, text_at

DASHES = frozenset(("-", "–", "/"))
PARTS = 5


def with_month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "05-Aug-2016", "2016/Aug/05", "Sep-23-2020": digits with the name of the month between or beside them."""
    parts = found[place : place + PARTS]
    if len(parts) < PARTS or not all(part.glued for part in parts[1:]) or parts[1].text not in DASHES:
        return None
    names = [part for part in parts[::2] if part.kind == "word"]
    month = tables.month(names[0].low) if len(names) == 1 and parts[1].text == parts[3].text else ""
    first, last = sorted((part.text for part in parts[::2] if part.kind == "number"), key=len) if month else ("", "")
    year = full_year(last)
    if not month or not year or not (first.isascii() and first.isdigit() and len(first) <= len("31")):
        return None
    return day_match(place, place + PARTS, (year, month, first.zfill(2)))


def day_of_range(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The first day of "6-7 January 2016", the last of "March 9-12, 2015", of "May 4 and 5": they share the month."""
    return _first(found, place, tables) or _last(found, place, tables)


def _first(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    day, at = day_number(found, place)
    if not day or at >= len(found) or not _joins(found[at]):
        return None
    other, after = day_number(found, at + 1 + (text_at(found, at + 1) == "the"))
    after += text_at(found, after) == "of"
    month = tables.month(found[after].low) if other > day and after < len(found) and found[after].is_capital else ""
    if not month:
        return None
    comma = after + 1 + (after + 1 < len(found) and found[after + 1].text == "," and bool(year_at(found, after + 2)))
    return day_of_month(place, at, month, day, year_at(found, comma))


def _last(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    if place < 3 or not _joins(found[place - 1]):  # noqa: PLR2004 -- "March 9-"
        return None
    sign = found[place - 1].kind == "sign"
    low = place - 3 - (low_at(found, place - 2) in ORDINAL_ENDS)
    other, ends = day_number(found, low + 1)
    day, after = day_number(found, place)
    before = found[low - 1 : low] if found[low].text == "." else found[low : low + 1]
    month = tables.month(before[0].low) if 0 < other < day and before and before[0].is_capital else ""
    if not month or ends != place - 1 or day > LONGEST_MONTH or not (sign or _ends(found, after, tables)):
        return None
    comma = after + (after < len(found) and found[after].text == ",")
    year = year_at(found, comma)
    return day_of_month(place, comma + 1 if year else after, month, day, year)


def _joins(part: Lexeme) -> bool:
    return (part.text in ("-", "–") and part.glued) or part.low in ("and", "or", "to")


def _ends(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether no noun follows that the number may count: not "May 4 and 5 people"."""
    after = found[place] if place < len(found) else None
    return after is None or after.text in ".,;:)" or after.low in tables.numbers.stops


def of_that_year(found: Sequence[Lexeme], place: int) -> int:
    """Where "of that year" or "of the same year" ends; 0 if neither stands here."""
    words = [part.low for part in found[place : place + 4]]
    if words[:3] == ["of", "that", "year"]:
        return place + 3
    return place + 4 if words in (["of", "the", "same", "year"], ["of", "that", "same", "year"]) else 0


def of_the_same(day: Match, stop: int) -> Match:
    """The day, in the year that is spoken of."""
    return replace(day, stop=stop, reading=f"{day.reading} same") if day.reading.startswith("day ") else day
