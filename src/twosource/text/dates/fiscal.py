"""Fiscal years: "fiscal 2014", "FY15", "the last fiscal year". Their days are those of a company, and not known."""

from collections.abc import Sequence

from twosource.text.dates.numeric import full_year, year_at
from twosource.text.dates.tables import Match
from twosource.text.lexemes import Lexeme, low_at

KINDS = frozenset(("fiscal", "financial"))
POINTERS = frozenset(("this", "last", "next", "current", "previous", "past", "coming", "following"))


def fiscal(found: Sequence[Lexeme], place: int) -> Match | None:
    """The fiscal year that starts at this lexeme; None if none does."""
    low = found[place].low
    if low == "fy" and place + 1 < len(found) and found[place + 1].glued and (year := full_year(found[place + 1].text)):
        return _year(place, place + 2, year)
    at = place + (low == "the")
    pointed = low_at(found, at) in POINTERS
    at += pointed
    if low_at(found, at) not in KINDS:
        return None
    noun = low_at(found, at + 1) == "year"
    if year := year_at(found, at + 1 + noun):
        return _year(place, at + 2 + noun, year)
    return _year(place, at + 2, "XXXX") if noun and (pointed or low == "the") else None


def _year(start: int, stop: int, year: str) -> Match:
    return Match(start=start, stop=stop, type="DATE", value=f"FY{year}", reading="fiscal")
