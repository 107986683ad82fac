"""Quarters and halves of a year: "Q3 2026", "the fourth quarter", "the last three months of 2014"."""

from collections.abc import Sequence

from twosource.text.dates.numeric import year_at
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, text_at


def quarter(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Q3 2026, the fourth quarter of 2014, third-quarter, the first half of 2015, the last three months of 2014."""
    parsed = _quarter_words(found, place, tables)
    if parsed is None:
        return None
    letter, stop = parsed
    at = stop + 1 if text_at(found, stop) in ("of", ",", "in") else stop
    fiscal = text_at(found, at).lower() in ("fiscal", "fy")
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
        and text_at(found, place + 1) in "1234"
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
    at = place + 1 + (text_at(found, place + 1) == "-")
    if number and text_at(found, at).lower() == "quarter":
        return "Q" + number, at + 1
    if (
        number in ("1", "2")
        and text_at(found, at).lower() == "half"
        and text_at(found, at + 1) == "of"
        and year_at(found, at + 2)
    ):
        return "H" + number, at + 1
    return None
