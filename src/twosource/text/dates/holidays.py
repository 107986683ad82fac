"""Holidays: "Christmas", "New Year's Eve", "Thanksgiving 2017", "Easter Monday"."""

from collections.abc import Mapping, Sequence

from twosource.text.dates.numeric import year_at
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.feasts import feast
from twosource.text.lexemes import Lexeme

APOSTROPHES = frozenset("'’")
LONGEST = 6


def holiday(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The holiday that starts at this lexeme, with its year; None if none does."""
    if not found[place].is_capital:
        return None
    name, stop = _name_at(found, place, {**tables.holidays, **tables.feasts})
    if not name or (name == "new year" and stop < len(found) and found[stop].is_capital):
        return None
    at = stop + (stop < len(found) and found[stop].text == ",")
    year = year_at(found, at)
    if name in tables.holidays:
        day, rule = tables.holidays[name], f"day {tables.holidays[name]}"
    else:
        day, rule = feast(tables.feasts[name], int(year or 2000)).isoformat()[5:], f"feast {tables.feasts[name]}"
    if year:
        return Match(start=place, stop=at + 1, type="DATE", value=f"{year}-{day}", reading="fixed")
    return Match(start=place, stop=stop, type="DATE", value=None, reading=rule)


def _name_at(found: Sequence[Lexeme], place: int, names: Mapping[str, str]) -> tuple[str, int]:
    """The longest name that starts here, possessive endings left out, and where it ends; ("", place) if none does."""
    best, words, at = ("", place), [], place
    while at < min(len(found), place + LONGEST):
        part = found[at]
        if part.text in APOSTROPHES:
            at += 1 + (at + 1 < len(found) and found[at + 1].glued and found[at + 1].low == "s")
            continue
        words.append(part.low)
        at += 1
        if " ".join(words) in names:
            best = (" ".join(words), at)
    return best
