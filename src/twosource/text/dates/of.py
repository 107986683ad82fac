"""Parts of a time that is told behind "of": "the last week of August", "the week of April 10", "the night of 3 May"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.dates.worded import ordinal
from twosource.text.figures.numerals import numeral
from twosource.text.lexemes import Lexeme, low_at

SIDES = {"first": "F", "opening": "F", "last": "L", "final": "L", "closing": "L"}
COUNTED = {"second": "N2.", "third": "N3.", "fourth": "N4."}
MOST = 1000
WHOLES = ("fixed", "month", "this", "the ", "last", "next", "same")
QUARTER = 3  # "the last three months of 2014" is one
SMALL = frozenset(("D", "W", "WE", "M", "TH"))

Inner = Callable[[Sequence[Lexeme], int, TimeTables], Match | None]


def part_of_a_time(found: Sequence[Lexeme], place: int, tables: TimeTables, inner: Inner) -> Match | None:
    """The part that starts at this lexeme, with the time that it is part of; None if none does."""
    at = place + (found[place].low == "the")
    head = _head(found, at, tables)
    if head is None:
        return None
    side, stop = head
    whole = inner(found, stop, tables) if stop < len(found) else None
    if whole is None or "," in whole.reading or not _fits(side, whole):
        return None
    kind = "TIME" if side in tables.parts.values() else whole.type
    return replace(whole, start=place, type=kind, reading=f"{whole.reading},{side}" if side else whole.reading)


def _head(found: Sequence[Lexeme], at: int, tables: TimeTables) -> tuple[str, int] | None:
    """Which part, and where the words after "of" start."""
    low = low_at(found, at)
    if numbered := _numbered_day(found, at, tables):
        return numbered
    if low in SIDES or low in COUNTED:
        return _units(found, at, tables)
    if low_at(found, at + 1) != "of":
        return None
    if low == "week":
        return "WEEK", at + 2 + (low_at(found, at + 2) == "the")
    return (tables.parts[low], at + 2) if low in tables.parts else None


def _numbered_day(found: Sequence[Lexeme], at: int, tables: TimeTables) -> tuple[str, int] | None:
    """Reads "15th day of", "twenty-sixth day of"."""
    number, stop = ordinal(found, at, tables)
    if not number or [low_at(found, stop), low_at(found, stop + 1)] != ["day", "of"]:
        return None
    return f"N{number}.1D", stop + 2


def _units(found: Sequence[Lexeme], at: int, tables: TimeTables) -> tuple[str, int] | None:
    """Reads "first two weeks of", "second month of", "final days of"."""
    low = low_at(found, at)
    number = numeral(found, at + 1, tables.numbers) if at + 1 < len(found) else None
    noun = number.stop if number else at + 1
    unit = tables.unit(low_at(found, noun))
    quarter = number and number.value == QUARTER and unit == "M"
    if unit not in SMALL or low_at(found, noun + 1) != "of" or quarter:
        return None
    if number is None and low_at(found, noun).endswith("s") and low in SIDES:
        return {"F": "START", "L": "END"}[SIDES[low]], noun + 2
    count = int(number.value) if number and number.value and number.value < MOST else 1
    return f"{SIDES.get(low) or COUNTED[low]}{count}{unit}", noun + 2


def _fits(side: str, whole: Match) -> bool:
    day = whole.reading.startswith(("day ", "weekday")) or bool(whole.value and len(whole.value) == len("2026-01-31"))
    if side != "WEEK" and not side.startswith("T"):
        return whole.type == "DATE" and not day and whole.reading.startswith(WHOLES)
    return day
