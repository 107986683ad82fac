"""Decades and centuries in words, and years before Christ: "the sixties", "the 20th century", "480 BC"."""

from collections.abc import Sequence

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at, text_at

DECADES = {
    "twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196", "seventies": "197",
    "eighties": "198", "nineties": "199",
}  # fmt: skip
LAST_CENTURY = 21
LONGEST = 4


def era(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The decade, century or year before Christ that starts at this lexeme; None if none does."""
    return _before_christ(found, place) or _decade(found, place) or _century(found, place, tables)


def _before_christ(found: Sequence[Lexeme], place: int) -> Match | None:
    text = found[place].text
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        return None
    after = [part.text for part in found[place + 1 : place + 5]]
    if after[:1] in (["BC"], ["BCE"]):
        stop = place + 2
    elif after[:3] == ["B", ".", "C"]:
        stop = place + 4 + (after[3:] == ["."])
    else:
        return None
    return Match(start=place, stop=stop, type="DATE", value=f"BC{int(text):04d}", reading="fixed")


def _decade(found: Sequence[Lexeme], place: int) -> Match | None:
    """Reads "the sixties"; the article tells them from ages ("in her sixties")."""
    if found[place].low != "the" or low_at(found, place + 1) not in DECADES:
        return None
    return Match(start=place, stop=place + 2, type="DATE", value=DECADES[low_at(found, place + 1)], reading="fixed")


def _century(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    at = place + (found[place].low == "the")
    number, stop = _ordinal(found, at, tables)
    stop += low_at(found, stop) == "-"
    if not 0 < number <= LAST_CENTURY or text_at(found, stop) != "century":
        return None
    return Match(start=place, stop=stop + 1, type="DATE", value=f"{number - 1:02d}", reading="fixed")


def _ordinal(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[int, int]:
    """Reads "20th", "eighteenth", "twenty-first": the number and where it ends; (0, place) if none stands here."""
    text, low = text_at(found, place), low_at(found, place)
    if text.isascii() and text.isdigit() and len(text) <= 2 and low_at(found, place + 1) in ("st", "nd", "rd", "th"):  # noqa: PLR2004 -- "21st"
        return int(text), place + 2
    if low == "twenty" and (low_at(found, place + 1), low_at(found, place + 2)) == ("-", "first"):
        return LAST_CENTURY, place + 3
    value = tables.numbers.ordinals.get(low)
    return (int(value), place + 1) if value is not None and value == int(value) else (0, place)
