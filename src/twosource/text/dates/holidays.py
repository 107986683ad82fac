"""Holidays: "Christmas", "New Year's Eve", "Thanksgiving 2017", "Easter Monday"."""

from collections.abc import Sequence

from twosource.text.dates.numeric import year_at
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.feasts import feast
from twosource.text.lexemes import Lexeme, low_at

APOSTROPHES = frozenset("'’")
LONGEST = 6
POINTERS = {"last": "last", "previous": "last", "this": "this", "next": "next", "coming": "next"}


def holiday(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The holiday that starts at this lexeme, with its year; None if none does."""
    name, stop = _name_at(found, place, tables) if found[place].low in tables.holiday_starts else ("", place)
    plain = found[place].is_capital or (" day" in name and name != "may day")
    if not name or not plain or (name == "new year" and stop < len(found) and found[stop].is_capital):
        return None
    at = stop + (stop < len(found) and found[stop].text == ",")
    year = year_at(found, at)
    if name in tables.holidays:
        day, rule = tables.holidays[name], f"day {tables.holidays[name]}"
    else:
        day, rule = feast(tables.feasts[name], int(year or 2000)).isoformat()[5:], f"feast {tables.feasts[name]}"
    if year:
        return Match(start=place, stop=at + 1, type="DATE", value=f"{year}-{day}", reading="fixed")
    pointer = low_at(found, place - 1)
    if pointer in POINTERS:
        return Match(start=place - 1, stop=stop, type="DATE", value=None, reading=f"{rule} {POINTERS[pointer]}")
    if part := tables.parts.get(low_at(found, stop), ""):
        return Match(start=place, stop=stop + 1, type="TIME", value=None, reading=f"{rule},{part}")
    return Match(start=place, stop=stop, type="DATE", value=None, reading=rule)


def _name_at(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[str, int]:
    """The longest name that starts here, possessive endings left out, and where it ends; ("", place) if none does."""
    best, words, at = ("", place), [], place
    while at < min(len(found), place + LONGEST):
        part = found[at]
        if part.text in APOSTROPHES:
            at += 1 + (at + 1 < len(found) and found[at + 1].glued and found[at + 1].low == "s")
            continue
        words.append(part.low)
        at += 1
        name = " ".join(words)
        if name in tables.holidays or name in tables.feasts:
            best = (name, at)
    return best
