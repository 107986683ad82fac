"""Dates that say what they are: days, months, years, quarters, seasons, decades."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.text.dates.numeric import ORDINAL_ENDS, YEAR, day_number, day_of_month, numeric, year_at
from twosource.text.dates.quarters import quarter
from twosource.text.dates.ranges import day_of_range, of_that_year, of_the_same, with_month
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at, text_at

MONEY = "$£€¥"
LONGEST_SPAN = 60
FULL = 4  # letters; "oct" and "dec" in lower case are months beside a day alone
WHOLE = frozenset(("may", "june", "july"))


def explicit(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The date that starts at this lexeme; None if none does."""
    first = found[place]
    if first.kind == "number":
        return (
            numeric(found, place)
            or with_month(found, place, tables)
            or _day_month(found, place, tables)
            or day_of_range(found, place, tables)
            or _year(found, place, tables)
        )
    if first.kind != "word":
        return _short_decade(found, place)
    if first.low == "the" and place + 1 < len(found):
        return _with_article(found, place, tables)
    return (
        with_month(found, place, tables)
        or _month(found, place, tables)
        or quarter(found, place, tables)
        or _season(found, place, tables)
    )


def _with_article(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "the third quarter", "the spring of 2016", "the 1990s", "the 31st of January", "the year 1950"."""
    at = place + 1
    if text_at(found, at) == "year" and year_at(found, at + 1):
        return Match(start=place, stop=at + 2, type="DATE", value=found[at + 1].text, reading="fixed")
    if found[at].kind == "number":
        ordinal = at + 1 < len(found) and found[at + 1].low in ORDINAL_ENDS
        inner = _day_month(found, at, tables)
        inner = inner if inner and (ordinal or _stands_alone(found, inner.stop, tables)) else None
        decade = None if inner else _year(found, at, tables)
        inner = inner or (decade if decade and decade.value and len(decade.value) < len("1990") else None)
    else:
        inner = quarter(found, at, tables) or _season(found, at, tables)
    return replace(inner, start=place) if inner else None


def _stands_alone(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether no noun follows, whose the article is: not "the 15 September attack"."""
    after = found[place] if place < len(found) else None
    return after is None or after.kind == "sign" or after.low in tables.numbers.stops


def _month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    month = tables.month(found[place].low)
    if not month or not _may_be_month(found[place], tables):
        return None
    at = place + 1 + (text_at(found, place + 1) == "." and len(found[place].low) < 5 and found[place].low not in WHOLE)  # noqa: PLR2004 -- "Sept."
    day, after = day_number(found, at)
    if ends := of_that_year(found, after):
        same_day = of_the_same(day_of_month(place, after, month, day, ""), ends) if day else None
        return same_day or Match(start=place, stop=ends, type="DATE", value=None, reading=f"month {month} same")
    if day:
        comma = after + 1 if text_at(found, after) in (",", "of") else after
        year = year_at(found, comma)
        return day_of_month(place, comma + 1 if year else after, month, day, year)
    comma = at + 1 if text_at(found, at) in (",", "of") else at
    if year := year_at(found, comma):
        return Match(start=place, stop=comma + 1, type="DATE", value=f"{year}-{month}", reading="fixed")
    if not _is_month(found, place, at, tables):
        return None
    return Match(start=place, stop=at, type="DATE", value=None, reading=f"month {month}")


def _may_be_month(part: Lexeme, tables: TimeTables) -> bool:
    """Whether it starts with a capital, or can be nothing but a month."""
    return part.is_capital or (part.kind == "word" and part.low in tables.months)


def _is_month(found: Sequence[Lexeme], place: int, after: int, tables: TimeTables) -> bool:
    behind = next((part for part in _hyphened(found, place) if part.is_capital), None)
    if behind or (text_at(found, place - 1) == "-" and found[place].glued and tables.month(low_at(found, place - 2))):
        return behind is None or bool(tables.month(behind.low))  # "Mar-a-Lago" is a name, "March-May" is two months
    before = found[place - 1].low if place else ""
    if not found[place].is_capital:
        return before in tables.prepositions and len(found[place].text) >= FULL
    if before in tables.prepositions or (
        before in tables.determiners and found[place].low not in tables.doubtful_months
    ):
        return True
    if found[place].low in tables.doubtful_months or len(found[place].text) < 4:  # noqa: PLR2004 -- "Jan" is a name
        return text_at(found, after) == "day"
    return not (after < len(found) and found[after].is_capital) and (not place or not found[place - 1].is_capital)


def _hyphened(found: Sequence[Lexeme], place: int) -> Iterator[Lexeme]:
    """The words that hyphens join to the one here."""
    at = place + 1
    while text_at(found, at) == "-" and found[at].glued and at + 1 < len(found) and found[at + 1].glued:
        yield found[at + 1]
        at += 2


def _day_month(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """31 January 2026, the 31st of January."""
    day, after = day_number(found, place)
    after += text_at(found, after) == "of"
    named = day and after < len(found) and _may_be_month(found[after], tables)
    month = tables.month(found[after].low) if named else ""
    if not month or found[after].glued or (place and found[place - 1].text in MONEY):
        return None
    if ends := of_that_year(found, after + 1):
        return of_the_same(day_of_month(place, after + 1, month, day, ""), ends)
    at = after + 1 + (text_at(found, after + 1) in (",", "of") and bool(year_at(found, after + 2)))
    year = year_at(found, at)
    return day_of_month(place, at + 1 if year else after + 1, month, day, year)


def _year(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    decade = place + 1 < len(found) and found[place + 1].glued and found[place + 1].low == "s"
    if decade and YEAR.fullmatch(found[place].text) and found[place].text.endswith("0"):
        return Match(start=place, stop=place + 2, type="DATE", value=found[place].text[:3], reading="fixed")
    year = year_at(found, place)
    before = found[place - 1] if place else None
    if not year or (found[place].glued and before and before.text not in "(“\"‘'—–-["):
        return None
    if found[place].glued and before and before.text == "-" and not _goes_on(found, place):
        return None
    at = place + 1
    noun = found[at].low if at < len(found) and found[at].kind == "word" else ""
    if _is_span(found, place, tables):
        return Match(start=place, stop=place + 1, type="DATE", value=year, reading="fixed")
    counts = noun in tables.numbers.scales or (noun and _counted(noun, tables))
    trusted = (
        before is None
        or (before.text == "-" and found[place].glued)
        or before.low in tables.prepositions
        or before.text in '(,[“"—–'
        or before.low in tables.determiners
    )
    if counts or not trusted or text_at(found, at) in ("%", "°"):
        return None
    return Match(start=place, stop=place + 1, type="DATE", value=year, reading="fixed")


def _is_span(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether a dash and a later year follow: "Eastern Theatre 1861-1863"; not "2000-2010 people"."""
    parts = found[place + 1 : place + 3]
    if len(parts) < 2 or parts[0].text not in ("-", "–") or not all(part.glued for part in parts):  # noqa: PLR2004 -- sign, year
        return False
    noun = text_at(found, place + 3).lower()
    follows = YEAR.fullmatch(parts[1].text) and 0 < int(parts[1].text) - int(found[place].text) < LONGEST_SPAN
    return bool(follows) and noun not in tables.numbers.scales and not (noun and _counted(noun, tables))


def _goes_on(found: Sequence[Lexeme], place: int) -> bool:
    """Whether what stands before the hyphen is "mid" or another year: "mid-2015", "1914-1918"."""
    return place > 1 and (found[place - 2].low == "mid" or bool(YEAR.fullmatch(found[place - 2].text)))


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


def _season(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    letters = tables.seasons.get(found[place].low)
    at = place + 1 + (text_at(found, place + 1) == "of")
    year = year_at(found, at) if letters else ""
    if year:
        return Match(start=place, stop=at + 1, type="DATE", value=f"{year}-{letters}", reading="fixed")
    return None
