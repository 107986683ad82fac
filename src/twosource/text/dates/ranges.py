"""Days whose month or year stands elsewhere: "6-7 January 2016", "July 25 of that year", "5-Aug-2016"."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.text.dates.numeric import day_match, day_number, day_of_month, full_year, year_at
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme

DASHES = frozenset(("-", "–", "/"))
PARTS = 5


def with_month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "05-Aug-2016", "2016/Aug/05": digits with the name of the month between them."""
    parts = found[place : place + PARTS]
    if len(parts) < PARTS or not all(part.glued for part in parts[1:]) or parts[1].text not in DASHES:
        return None
    month = tables.month(parts[2].low) if parts[1].text == parts[3].text and parts[2].is_capital else ""
    first, last = sorted((parts[0].text, parts[4].text), key=len)
    year = full_year(last)
    if not month or not year or not (first.isascii() and first.isdigit()):
        return None
    return day_match(place, place + PARTS, (year, month, first.zfill(2)))


def day_of_range(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The first day of "6-7 January 2016", the last of "March 9-12, 2015": the month and the year are the other's."""
    return _first(found, place, tables) or _last(found, place, tables)


def _first(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    day, at = day_number(found, place)
    if not day or at >= len(found) or found[at].text not in ("-", "–") or not found[at].glued:
        return None
    other, after = day_number(found, at + 1)
    month = tables.month(found[after].low) if other > day and after < len(found) and found[after].is_capital else ""
    if not month:
        return None
    comma = after + 1 + (after + 1 < len(found) and found[after + 1].text == "," and bool(year_at(found, after + 2)))
    return day_of_month(place, at, month, day, year_at(found, comma))


def _last(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    if place < 3 or found[place - 1].text not in ("-", "–") or not found[place].glued:  # noqa: PLR2004 -- "March 9-"
        return None
    other, _ = day_number(found, place - 2)
    day, after = day_number(found, place)
    before = found[place - 4 : place - 2] if found[place - 3].text == "." else found[place - 3 : place - 2]
    month = tables.month(before[0].low) if 0 < other < day and before and before[0].is_capital else ""
    if not month:
        return None
    comma = after + (after < len(found) and found[after].text == ",")
    year = year_at(found, comma)
    return day_of_month(place, comma + 1 if year else after, month, day, year)


def of_that_year(found: Sequence[Lexeme], place: int) -> bool:
    """Whether "of that year" stands here."""
    return [part.low for part in found[place : place + 3]] == ["of", "that", "year"]


def of_the_same(day: Match, stop: int) -> Match:
    """The day, in the year that is spoken of."""
    return replace(day, stop=stop, reading=f"{day.reading} same") if day.reading.startswith("day ") else day
