"""Days and years in words: "May twenty-ninth", "the first of January", "nineteen ninety-six", "two thousand five"."""

from collections.abc import Sequence

from twosource.text.dates.numeric import LONGEST_MONTH, ORDINAL_ENDS, day_of_month, year_at
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at, text_at

CENTURIES = {"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
HUNDRED, TEN = 100, 10
YEAR_LEADS = frozenset(("in", "since", "of", "until", "by", "from", "before", "after", "year"))


def worded(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The date with its day or year in words that starts at this lexeme; None if none does."""
    month = _month_at(found, place, tables)
    if month:
        return _after_month(found, place, month, tables)
    at = place + (found[place].low == "the")
    day, stop = _in_words(found, at, tables, plain=True)
    stop += low_at(found, stop) == "of"
    if day and (named := _month_at(found, stop, tables)):
        year, after = _any_year(found, stop + 1, tables)
        return day_of_month(place, after if year else stop + 1, named, day, year)
    number, after = _year(found, place, tables)
    if number and low_at(found, place - 1) in YEAR_LEADS and not _counts_on(found, after, tables):
        return Match(start=place, stop=after, type="DATE", value=number, reading="fixed")
    return None


def _month_at(found: Sequence[Lexeme], place: int, tables: TimeTables) -> str:
    part = found[place] if place < len(found) else None
    may_be = part is not None and (part.is_capital or part.low in tables.months)
    return tables.month(part.low) if part is not None and may_be else ""


def _after_month(found: Sequence[Lexeme], place: int, month: str, tables: TimeTables) -> Match | None:
    day, stop = _in_words(found, place + 1 + (low_at(found, place + 1) == "the"), tables, plain=True)
    if day and not _counts_on(found, stop, tables):
        year, after = _any_year(found, stop, tables)
        return day_of_month(place, after if year else stop, month, day, year)
    number = low_at(found, place + 1)
    digits = int(number) if number.isascii() and number.isdigit() and len(number) <= 2 else 0  # noqa: PLR2004 -- a day
    year, after = _year(found, place + 1 + bool(digits), tables)
    if not year:
        return None
    if digits:
        return day_of_month(place, after, month, digits, year)
    return Match(start=place, stop=after, type="DATE", value=f"{year}-{month}", reading="fixed")


def ordinal(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[int, int]:
    """Reads "20th", "eighteenth", "twenty-first": the number and where it ends; (0, place) if none stands here."""
    text = text_at(found, place)
    if text.isascii() and text.isdigit() and len(text) <= 2 and low_at(found, place + 1) in ORDINAL_ENDS:  # noqa: PLR2004 -- "21st"
        return int(text), place + 2
    return _in_words(found, place, tables, plain=False)


def _in_words(found: Sequence[Lexeme], place: int, tables: TimeTables, *, plain: bool) -> tuple[int, int]:
    """Reads "twenty-ninth", "first" and, if `plain`, "twenty nine": the number up to 31, and where it ends."""
    ordinals, cardinals = tables.numbers.ordinals, tables.numbers.cardinals
    low = low_at(found, place)
    if low in ("twenty", "thirty"):
        at = place + 1 + (low_at(found, place + 1) == "-")
        ones = ordinals.get(low_at(found, at), cardinals.get(low_at(found, at)) if plain else None)
        fits = ones is not None and 0 < ones < TEN and int(cardinals[low] + ones) <= LONGEST_MONTH
        return (int(cardinals[low] + ones), at + 1) if ones is not None and fits else (0, place)
    value = ordinals.get(low)
    fits = value is not None and value == int(value) and 0 < value <= LONGEST_MONTH
    return (int(value), place + 1) if value is not None and fits else (0, place)


def _any_year(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[str, int]:
    at = place + (low_at(found, place) == ",")
    year = year_at(found, at)
    return (year, at + 1) if year else _year(found, at, tables)


def _year(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[str, int]:
    """Reads "nineteen ninety-six", "seventeen hundred thirty three", "two thousand and five": ("", place) if none."""
    first, second = low_at(found, place), low_at(found, place + 1)
    if (first, second) == ("two", "thousand"):
        rest, stop = _under_hundred(found, place + 2 + (low_at(found, place + 2) == "and"), tables)
        return (f"{2000 + rest}", stop) if rest else ("", place)
    if first not in CENTURIES:
        return "", place
    at = place + 1 + (second in ("hundred", "-"))
    rest, stop = _under_hundred(found, at + (low_at(found, at) == "and"), tables)
    return (f"{CENTURIES[first] * HUNDRED + rest}", stop) if rest >= TEN else ("", place)


def _under_hundred(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[int, int]:
    cardinals = tables.numbers.cardinals
    value = cardinals.get(low_at(found, place))
    if value is None or not 0 < value < HUNDRED or value != int(value):
        return 0, place
    at = place + 1 + (low_at(found, place + 1) == "-")
    ones = cardinals.get(low_at(found, at))
    if value >= 2 * TEN and value % TEN == 0 and ones is not None and 0 < ones < TEN:
        return int(value + ones), at + 1
    return int(value), place + 1


def _counts_on(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether a noun follows that the number belongs to: not "May second quarter results", "in nineteen ten wards"."""
    after = found[place] if place < len(found) else None
    if after is None or after.kind != "word":
        return False
    return after.low not in tables.numbers.stops and after.low not in tables.numbers.cardinals
