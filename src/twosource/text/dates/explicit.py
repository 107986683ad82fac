"""Dates that say what they are: days, months, years, quarters, seasons, decades."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
WHOLE = frozenset(("may", "june", "july"))


def explicit(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The date that starts at this lexeme; None if none does."""
    first = found[place]
    if first.kind == "number":
        return _numeric(found, place) or _day_month(found, place, tables) or _year(found, place, tables)
    if first.kind != "word":
        return _short_decade(found, place)
    if first.low == "the" and place + 1 < len(found):
        inner = _quarter(found, place + 1, tables)
        return replace(inner, start=place) if inner else None
    return _month(found, place, tables) or _quarter(found, place, tables) or _season(found, place, tables)


def year_at(found: Sequence[Lexeme], place: int) -> str:
    """The year that stands here as four digits; "" if none does."""
    text = found[place].text if place < len(found) else ""
    glued_after = place + 1 < len(found) and found[place + 1].glued and found[place + 1].kind == "word"
    return text if YEAR.fullmatch(text) and text.isascii() and not glued_after else ""


def _numeric(found: Sequence[Lexeme], place: int) -> Match | None:
    """2014-10-05, 10/05/2014: where day and month cannot be told apart, no value."""
    parts = found[place : place + 5]
    signs = {part.text for part in parts[1::2]}
    if len(parts) < 5 or signs not in ({"-"}, {"/"}) or not all(part.glued for part in parts[1:]):  # noqa: PLR2004 -- three numbers, two signs
        return None
    one, two, three = (part.text for part in parts[::2])
    if YEAR.fullmatch(one) and len(two) == len(three) == 2:  # noqa: PLR2004 -- two digits
        return _day(place, place + 5, one, two, three)
    if YEAR.fullmatch(three) and one.isdigit() and two.isdigit() and len(one) <= 2 and len(two) <= 2:  # noqa: PLR2004 -- two digits
        if int(one) <= 12 and int(two) <= 12 and one != two:  # noqa: PLR2004 -- months
            return Match(start=place, stop=place + 5, type="DATE", value=None, reading="unclear")
        month, day = (two, one) if int(one) > 12 else (one, two)  # noqa: PLR2004 -- months
        return _day(place, place + 5, three, month.zfill(2), day.zfill(2))
    return None


def _day(start: int, stop: int, year: str, month: str, day: str) -> Match:
    value = f"{year}-{month}-{day}"
    try:
        date.fromisoformat(value)
    except ValueError:
        return Match(start=start, stop=stop, type="DATE", value=None, reading="invalid")
    return Match(start=start, stop=stop, type="DATE", value=value, reading="fixed")


def day_number(found: Sequence[Lexeme], place: int) -> tuple[int, int]:
    """A day of a month in digits and where it ends; (0, place) if none stands here."""
    text = found[place].text if place < len(found) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= 2):  # noqa: PLR2004 -- two digits
        return 0, place
    suffix = place + 1 < len(found) and found[place + 1].glued and found[place + 1].low in ORDINAL_ENDS
    return int(text), place + 1 + suffix


def dated(start: int, stop: int, month: str, day: int, year: str) -> Match:
    """A day of a month, with its year if that is given."""
    if year:
        return _day(start, stop, year, month, f"{day:02d}")
    leap = _day(start, stop, "2000", month, f"{day:02d}")
    if leap.reading == "invalid":
        return leap
    return Match(start=start, stop=stop, type="DATE", value=None, reading=f"day {month}-{day:02d}")


def _month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    month = tables.month(found[place].low)
    if not month or not found[place].is_capital:
        return None
    at = place + 1 + (_text(found, place + 1) == "." and len(found[place].low) < 5 and found[place].low not in WHOLE)  # noqa: PLR2004 -- "Sept."
    day, after = day_number(found, at)
    if day:
        comma = after + 1 if _text(found, after) == "," else after
        year = year_at(found, comma)
        return dated(place, comma + 1 if year else after, month, day, year)
    comma = at + 1 if _text(found, at) in (",", "of") else at
    if year := year_at(found, comma):
        return Match(start=place, stop=comma + 1, type="DATE", value=f"{year}-{month}", reading="fixed")
    if not _is_month(found, place, at, tables):
        return None
    return Match(start=place, stop=at, type="DATE", value=None, reading=f"month {month}")


def _is_month(found: Sequence[Lexeme], place: int, after: int, tables: TimeTables) -> bool:
    before = found[place - 1].low if place else ""
    if before in tables.prepositions or (
        before in tables.determiners and found[place].low not in tables.doubtful_months
    ):
        return True
    if found[place].low in tables.doubtful_months or len(found[place].text) < 4:  # noqa: PLR2004 -- "Jan" is a name
        return before in ("brisk",) or _text(found, after) == "day"
    return not (after < len(found) and found[after].is_capital) and (not place or not found[place - 1].is_capital)


def _day_month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """31 January 2026, the 31st of January."""
    day, after = day_number(found, place)
    after += _text(found, after) == "of"
    month = tables.month(found[after].low) if day and after < len(found) and found[after].is_capital else ""
    if not month or found[after].glued:
        return None
    at = after + 1 + (_text(found, after + 1) == "," and bool(year_at(found, after + 2)))
    year = year_at(found, at)
    return dated(place, at + 1 if year else after + 1, month, day, year)


def _year(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    decade = place + 1 < len(found) and found[place + 1].glued and found[place + 1].low == "s"
    if decade and YEAR.fullmatch(found[place].text) and found[place].text.endswith("0"):
        return Match(start=place, stop=place + 2, type="DATE", value=found[place].text[:3], reading="fixed")
    year = year_at(found, place)
    before = found[place - 1] if place else None
    if not year or (found[place].glued and before and before.text not in "(“\"‘'—–-["):
        return None
    if found[place].glued and before and before.text == "-" and (place < 2 or found[place - 2].low != "mid"):  # noqa: PLR2004 -- "mid-2015"
        return None
    at = place + 1
    noun = found[at].low if at < len(found) and found[at].kind == "word" else ""
    counts = noun in tables.numbers.scales or (noun and _counted(noun, tables))
    trusted = (
        before is None
        or before.low in tables.prepositions
        or before.text in '(,[“"—–'
        or before.low in tables.determiners
    )
    if counts or not trusted or _text(found, at) in ("%", "°"):
        return None
    return Match(start=place, stop=place + 1, type="DATE", value=year, reading="fixed")


def _counted(noun: str, tables: TimeTables) -> bool:
    numbers = tables.numbers
    single = numbers.plurals.get(noun, noun.removesuffix("s"))
    plural = noun != single or noun in numbers.plurals
    return plural and (single in numbers.nouns or single in numbers.measures or bool(tables.unit(single)))


def _short_decade(found: Sequence[Lexeme], place: int) -> Match | None:
    """’90s: of the last century, unless the tens are small."""
    parts = found[place : place + 3]
    if len(parts) < 3 or parts[0].text not in "'’‘" or parts[2].low != "s" or not (parts[1].glued and parts[2].glued):  # noqa: PLR2004 -- three lexemes
        return None
    tens = parts[1].text
    known = len(tens) == 2 and tens.isdigit() and tens.endswith("0") and tens >= "30"  # noqa: PLR2004 -- two digits
    return Match(start=place, stop=place + 3, type="DATE", value=f"19{tens[0]}", reading="fixed") if known else None


def _quarter(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Q3 2026, the fourth quarter of 2014, third-quarter, the first half of 2015, the last three months of 2014."""
    parsed = _quarter_words(found, place, tables)
    if parsed is None:
        return None
    letter, stop = parsed
    at = stop + 1 if _text(found, stop) in ("of", ",", "in") else stop
    fiscal = _text(found, at).lower() in ("fiscal", "fy")
    year = year_at(found, at + fiscal)
    if fiscal and year:
        return Match(start=place, stop=at + 2, type="DATE", value=f"FY{year}-{letter}", reading="fiscal")
    if year:
        return Match(start=place, stop=at + 1, type="DATE", value=f"{year}-{letter}", reading="fixed")
    kind = {"Q": "quarter", "H": "half"}[letter[0]]
    return Match(start=place, stop=stop, type="DATE", value=None, reading=f"{kind} {letter[1]}")


def _quarter_words(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[str, int] | None:
    first = found[place]
    if (
        first.text in ("Q", "H")
        and _text(found, place + 1) in "1234"
        and place + 1 < len(found)
        and found[place + 1].glued
    ):
        return first.text + found[place + 1].text, place + 2
    if first.low in ("first", "last", "final") and [part.low for part in found[place + 1 : place + 4]] == [
        "three",
        "months",
        "of",
    ]:
        return ("Q1" if first.low == "first" else "Q4"), place + 3
    number = tables.quarters.get(first.low)
    at = place + 1 + (_text(found, place + 1) == "-")
    if number and _text(found, at).lower() == "quarter":
        return "Q" + number, at + 1
    if (
        number in ("1", "2")
        and _text(found, at).lower() == "half"
        and _text(found, at + 1) == "of"
        and year_at(found, at + 2)
    ):
        return "H" + number, at + 1
    return None


def _season(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    letters = tables.seasons.get(found[place].low)
    at = place + 1 + (_text(found, place + 1) == "of")
    year = year_at(found, at) if letters else ""
    if year:
        return Match(start=place, stop=at + 1, type="DATE", value=f"{year}-{letters}", reading="fixed")
    return None


def _text(found: Sequence[Lexeme], place: int) -> str:
    return found[place].text if 0 <= place < len(found) else ""
