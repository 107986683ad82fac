"""Dates in digits, and days of a month."""

import re
from collections.abc import Sequence
from datetime import date

from twosource.text.dates.tables import Match
from twosource.text.lexemes import Lexeme

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
PARTS, DIGITS, MONTHS, LONGEST_MONTH, PIVOT = 5, 2, 12, 31, 50


def numeric(found: Sequence[Lexeme], place: int) -> Match | None:
    """A date such as 2014-10-05 or 10/25/2014; no value where day and month cannot be told apart."""
    if month := _year_month(found, place):
        return month
    parts = found[place : place + PARTS]
    signs = {part.text for part in parts[1::2]}
    if len(parts) < PARTS or signs not in ({"-"}, {"/"}) or not all(part.glued for part in parts[1:]):
        return None
    one, two, three = (part.text for part in parts[::2])
    if YEAR.fullmatch(one) and len(two) == len(three) == DIGITS:
        return day_match(place, place + PARTS, (one, two, three))
    short = all(text.isascii() and text.isdigit() and len(text) <= DIGITS for text in (one, two))
    year = full_year(three)
    return _ordered(place, int(one), int(two), year) if short and year and _is_date(one, two, three, signs) else None


def _year_month(found: Sequence[Lexeme], place: int) -> Match | None:
    """Reads "2015-12"; not "2011-12", which may be a season, nor the head of a longer number."""
    parts = found[place : place + 3]
    if len(parts) < len("y-m") or parts[1].text != "-" or not (parts[1].glued and parts[2].glued) or parts[0].glued:
        return None
    year, month = parts[0].text, parts[2].text
    after = found[place + 3] if place + 3 < len(found) else None
    goes_on = after is not None and after.glued and after.text in "-/"
    fits = YEAR.fullmatch(year) and len(month) == DIGITS and month.isascii() and month.isdigit()
    if goes_on or not fits or not 0 < int(month) <= min(MONTHS, int(year[2:])):
        return None
    return Match(start=place, stop=place + 3, type="DATE", value=f"{year}-{month}", reading="fixed")


def _is_date(one: str, two: str, three: str, signs: set[str]) -> bool:
    """With a year of two digits only "7/8/07" is one, and none whose parts no calendar has."""
    if len(three) > DIGITS:
        return True
    first, second = int(one), int(two)
    return signs == {"/"} and 0 < min(first, second) <= MONTHS and max(first, second) <= LONGEST_MONTH


def full_year(text: str) -> str:
    """The year of four digits that is meant by four or two; "" if none is. Two are of 1951 to 2050."""
    if YEAR.fullmatch(text):
        return text
    if len(text) != DIGITS or not (text.isascii() and text.isdigit()):
        return ""
    return f"20{text}" if int(text) <= PIVOT else f"19{text}"


def _ordered(place: int, one: int, two: int, year: str) -> Match:
    """Day and month in the order that the calendar leaves; "unclear" if it leaves both."""
    if one <= MONTHS and two <= MONTHS and one != two:
        return Match(start=place, stop=place + PARTS, type="DATE", value=None, reading="unclear")
    month, day = (two, one) if one > MONTHS else (one, two)
    return day_match(place, place + PARTS, (year, f"{month:02d}", f"{day:02d}"))


def day_match(start: int, stop: int, parts: tuple[str, str, str]) -> Match:
    """A day of year, month and day; "invalid", without a value, if no calendar has it."""
    value = "-".join(parts)
    try:
        date.fromisoformat(value)
    except ValueError:
        return Match(start=start, stop=stop, type="DATE", value=None, reading="invalid")
    return Match(start=start, stop=stop, type="DATE", value=value, reading="fixed")


def day_number(found: Sequence[Lexeme], place: int) -> tuple[int, int]:
    """A day of a month in digits and where it ends; (0, place) if none stands here."""
    text = found[place].text if place < len(found) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        return 0, place
    suffix = place + 1 < len(found) and found[place + 1].glued and found[place + 1].low in ORDINAL_ENDS
    return int(text), place + 1 + suffix


def day_of_month(start: int, stop: int, month: str, day: int, year: str) -> Match:
    """A day of a month, with its year if that is given."""
    if year:
        return day_match(start, stop, (year, month, f"{day:02d}"))
    leap = day_match(start, stop, ("2000", month, f"{day:02d}"))
    if leap.reading == "invalid":
        return leap
    return Match(start=start, stop=stop, type="DATE", value=None, reading=f"day {month}-{day:02d}")


def year_at(found: Sequence[Lexeme], place: int) -> str:
    """The year that stands here as four digits; "" if none does."""
    text = found[place].text if place < len(found) else ""
    glued_after = place + 1 < len(found) and found[place + 1].glued and found[place + 1].kind == "word"
    return text if YEAR.fullmatch(text) and text.isascii() and not glued_after else ""
