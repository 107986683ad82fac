"""Decades and centuries in words, and years before Christ: "the sixties", "the 20th century", "480 BC"."""

from collections.abc import Sequence

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.dates.worded import ordinal
from twosource.text.lexemes import Lexeme, low_at, text_at

DECADES = {
    "twenties": "192", "thirties": "193", "forties": "194", "fifties": "195", "sixties": "196", "seventies": "197",
    "eighties": "198", "nineties": "199",
}  # fmt: skip
LAST_CENTURY = 21
LONGEST = 4


def era(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The decade, century or year before Christ that starts at this lexeme; None if none does."""
    return _before_christ(found, place, tables) or _decade(found, place) or _century(found, place, tables)


def _before_christ(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "480 BC", "April 480 BC", "the autumn of 481 BC", "499" of "499-493 BC"."""
    at = place + (found[place].low == "the")
    word = low_at(found, at)
    part = tables.month(word) or tables.seasons.get(word, "")
    at += (1 + (low_at(found, at + 1) == "of")) if part else 0
    if at > place and not part:
        return None
    year, stop = _year_before_christ(found, at)
    if not year or (part and not year.isdigit()):
        return None
    return Match(start=place, stop=stop, type="DATE", value=f"BC{year}" + (f"-{part}" if part else ""), reading="fixed")


def _year_before_christ(found: Sequence[Lexeme], place: int) -> tuple[str, int]:
    """The year and where it ends; ("", place) if none stands here."""
    text = text_at(found, place)
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        return "", place
    if stop := _christ(found, place + 1):
        return f"{int(text):04d}", stop
    other = text_at(found, place + 2)
    joined = text_at(found, place + 1) in ("-", "–") and other.isascii() and other.isdigit() and len(other) <= LONGEST
    earlier = joined and int(other) < int(text) and _christ(found, place + 3)
    return (f"{int(text):04d}", place + 1) if earlier else ("", place)


def _christ(found: Sequence[Lexeme], place: int) -> int:
    """Where "BC", "BCE" or "B.C." ends; 0 if it does not stand here."""
    after = [part.text for part in found[place : place + 4]]
    if after[:1] in (["BC"], ["BCE"]):
        return place + 1
    return place + 3 + (after[3:] == ["."]) if after[:3] == ["B", ".", "C"] else 0


def _decade(found: Sequence[Lexeme], place: int) -> Match | None:
    """Reads "the sixties"; the article tells them from ages ("in her sixties")."""
    if found[place].low != "the" or low_at(found, place + 1) not in DECADES:
        return None
    return Match(start=place, stop=place + 2, type="DATE", value=DECADES[low_at(found, place + 1)], reading="fixed")


def _century(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    at = place + (found[place].low == "the")
    number, stop = ordinal(found, at, tables)
    stop += low_at(found, stop) == "-"
    if not 0 < number <= LAST_CENTURY or text_at(found, stop) != "century":
        return None
    if ends := _christ(found, stop + 1):
        return Match(start=place, stop=ends, type="DATE", value=f"BC{number - 1:02d}", reading="fixed")
    return Match(start=place, stop=stop + 1, type="DATE", value=f"{number - 1:02d}", reading="fixed")
