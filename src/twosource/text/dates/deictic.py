"""Times that point from now, or from the time spoken of: "last week", "on Sunday", "a day later"."""

from collections.abc import Sequence
from decimal import Decimal

from twosource.text.dates.holidays import POINTERS as HOLIDAY_POINTERS
from twosource.text.dates.holidays import holiday
from twosource.text.dates.lengths import iso_length
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at

THESE = {
    "this": "this",
    "current": "this",
    "last": "last",
    "past": "last",
    "previous": "before",
    "next": "next",
    "coming": "next",
    "following": "after",
    "same": "same",
}
ONE = Decimal(1)
FULL = 6  # letters of "monday"; "sun" and "sat" are other words
# With "the" before them, of a month or a season: from the time spoken of.
TOLD = {"before": "previous", "after": "following", "next": "following"}
UNITS = frozenset(("week", "weekend", "month", "quarter", "year", "decade", "century"))
POINTERS = {"before": "previous", "after": "following"}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
AFTER = frozenset(("later", "afterwards"))
BEFORE = frozenset(("earlier", "before", "previously"))


def deictic(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The expression that starts at this lexeme; None if none does."""
    if found[place].kind != "word":
        return None
    return (
        _weekday(found, place, tables)
        or _today(found, place)
        or _this(found, place, tables)
        or holiday(found, place + (found[place].low in HOLIDAY_POINTERS and place + 1 < len(found)), tables)
    )


def _pointer(found: Sequence[Lexeme], place: int) -> tuple[int, str]:
    """Where the words that point end, and how they do; "this past" and "this coming" are two."""
    if low_at(found, place) == "this" and low_at(found, place + 1) in ("past", "coming"):
        return place + 2, "last" if low_at(found, place + 1) == "past" else "next"
    pointer = THESE.get(low_at(found, place), "")
    return place + bool(pointer), pointer


def _weekday(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "Friday", "last Friday", "Friday afternoon"."""
    at, pointer = _pointer(found, place)
    # "Following Tuesday's vote" is after it: there the weekday is read by itself.
    after = found[place].low == "following" and low_at(found, place - 1) not in tables.determiners
    number = tables.weekdays.get(found[at].low) if at < len(found) else None
    if after or number is None or not (found[at].is_capital or len(found[at].text) >= FULL):
        return None
    if len(found[at].text) < 5 and low_at(found, at + 1) != ".":  # noqa: PLR2004 -- "Fri."
        return None
    stop = at + 1 + (low_at(found, at + 1) == "." and len(found[at].text) <= 5)  # noqa: PLR2004 -- "Thurs."
    part = tables.parts.get(low_at(found, stop), "") if not _capital(found, stop) else ""
    if _in_name(found, place, at, stop, tables):
        return None
    if not pointer and (ends := _of_week(found, stop)):
        steps = {"this": 0, "last": -1, "next": 1}[low_at(found, ends - 2)]
        return Match(start=place, stop=ends, type="DATE", value=None, reading=f"week {steps} {number}")
    if not pointer and place and found[place - 1].low in ("a", "any"):
        return Match(start=place - 1, stop=stop, type="DATE", value=None, reading="generic")
    return Match(
        start=place,
        stop=stop + bool(part),
        type="TIME" if part else "DATE",
        value=None,
        reading=f"weekday {number} {pointer or 'on'}" + (f",{part}" if part else ""),
    )


def _of_week(found: Sequence[Lexeme], place: int) -> int:
    """Where "of next week" ends; 0 if it does not stand here."""
    words = [part.low for part in found[place : place + 3]]
    return place + 3 if words in (["of", "this", "week"], ["of", "last", "week"], ["of", "next", "week"]) else 0


def _in_name(found: Sequence[Lexeme], place: int, at: int, stop: int, tables: TimeTables) -> bool:
    if place and found[place - 1].low in tables.name_words:
        return True
    after = found[stop] if stop < len(found) else None
    month = after is not None and bool(tables.month(after.low))
    return bool(after and after.is_capital and not month and len(after.text) > 1 and found[at].end + 1 == after.start)


def _today(found: Sequence[Lexeme], place: int) -> Match | None:
    """Words such as "Today", "yesterday"; not "USA Today", nor the name over a post: "TODAY (@todaypost)"."""
    low = found[place].low
    signed = found[place].text.isupper() and [part.text for part in found[place + 1 : place + 3]] == ["(", "@"]
    if low not in DAYS or signed or (place and found[place - 1].is_capital and found[place].is_capital):
        return None
    part = ",TNI" if low == "tonight" else ""
    return Match(
        start=place, stop=place + 1, type="TIME" if part else "DATE", value=None, reading=f"shift {DAYS[low]} day{part}"
    )


def _this(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "this week", "last year", "the next day", "last night", "this summer", "last May"."""
    begin = place + (found[place].low == "the")
    stop, pointer = _pointer(found, begin)
    at = max(stop - 1, begin)
    noun = low_at(found, at + 1)
    reading = _pointed(pointer, noun, tables, definite=begin > place) if pointer else ""
    if not reading and begin > place and pointer in TOLD:
        told = _named(TOLD[pointer], noun, tables, capital=_capital(found, at + 1), goes_on=_capital(found, at + 2))
        reading = told
    if not reading and pointer in ("this", "last", "next"):
        reading = _named(pointer, noun, tables, capital=_capital(found, at + 1), goes_on=_capital(found, at + 2))
    if not reading:
        return None
    if low_at(found, at) == "past" and at == begin and tables.unit(noun):
        return Match(
            start=place, stop=at + 2, type="DURATION", value=iso_length(ONE, tables.unit(noun)), reading="length"
        )
    part = reading.rpartition(",")[2].startswith("T")
    return Match(start=place, stop=at + 2, type="TIME" if part else "DATE", value=None, reading=reading)


def _pointed(pointer: str, noun: str, tables: TimeTables, *, definite: bool) -> str:
    """The reading of a pointer and a unit; "" if they are none."""
    if noun == "day":
        steps = {"next": "1", "after": "1", "before": "-1", "same": "0"}.get(pointer, "") if definite else ""
        return f"from {steps} day" if steps else ""
    if noun in tables.parts and pointer in ("this", "last"):
        return f"shift {-1 if pointer == 'last' else 0} day,{tables.parts[noun]}"
    if noun in UNITS and pointer != "same":
        return f"{POINTERS.get(pointer, pointer)} {noun}"
    return ""


def _named(pointer: str, noun: str, tables: TimeTables, *, capital: bool, goes_on: bool) -> str:
    """The reading of a pointer and a season or a month; "" if they are none."""
    if noun in tables.seasons and not goes_on:
        return f"season {tables.seasons[noun]} {pointer}"
    month = tables.month(noun) if capital else ""
    return f"month {month} {pointer}" if month else ""


def _capital(found: Sequence[Lexeme], place: int) -> bool:
    return 0 <= place < len(found) and found[place].is_capital
