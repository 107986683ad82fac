"""Figures that are more than a number and a noun: rows ("11th straight quarter"), ages, "more than a year", minus."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from twosource.text.figures.amounts import Amount
from twosource.text.figures.tables import FigureTables
from twosource.text.figures.units import singular
from twosource.text.lexemes import Lexeme, phrase_before

STREAK = frozenset(("straight", "consecutive", "successive"))
OLDEST, YOUNG = 115, 12
WEAK_BOUNDS = frozenset(("around", "about", "under", "above", "below", "some"))


def streak(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """Reads "eleventh straight quarter", "an 11th quarter": the ordinal carries the length of a row."""
    value, after = _ordinal(found, place, tables)
    if value is None or after >= len(found):
        return None
    if found[after].low in STREAK and after + 1 < len(found):
        noun = singular(found[after + 1].low, tables)
        return row(place, after + 2, value, tables.times.get(noun, noun))
    single = place and found[place - 1].low in ("a", "an") and found[after].low == "quarter"
    return row(place, after + 1, value, "quarter") if single and value > 4 else None  # noqa: PLR2004 -- of a year


def row(start: int, stop: int, value: Decimal, unit: str) -> Amount:
    """An amount that fills its lexemes; the number is the first of them."""
    return Amount(
        start=start,
        stop=stop,
        first=start,
        last=start + 1,
        value=value,
        low=None,
        high=None,
        unit=unit,
        kind="measure",
        form="words",
    )


def _ordinal(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[Decimal | None, int]:
    word, after = found[place], found[place + 1] if place + 1 < len(found) else None
    if word.text.isdigit() and after and after.glued and after.low in ("st", "nd", "rd", "th"):
        return Decimal(word.text), place + 2
    return tables.ordinals.get(word.low), place + 1


def single(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """Reads "more than a year": an article counts as one only after words for a bound."""
    if found[place].low not in ("a", "an") or place + 1 >= len(found) or found[place + 1].low not in tables.times:
        return None
    bound = phrase_before(found, place, tables.bounds_before)
    if not bound or found[place - 1].low in WEAK_BOUNDS or _compares(found, place - bound):
        return None
    return replace(row(place, place + 2, Decimal(1), tables.times[found[place + 1].low]), kind="time")


def _compares(found: Sequence[Lexeme], place: int) -> bool:
    """Whether the words for a bound go with a number before them: "2 percent fewer than a year ago"."""
    before = found[place - 1] if place else None
    return before is not None and (before.kind == "number" or before.low in ("%", "percent", "cent"))


def age(found: Sequence[Lexeme], given: Amount) -> Amount | None:
    """Reads "Jane Roe, 53, …": a bare number between commas after a name."""
    digits_only = found[given.first].text.isdigit() and given.last - given.first == 1
    if not digits_only or given.start < 2 or given.value is None or not 0 < given.value <= OLDEST:  # noqa: PLR2004 -- a name and a comma before
        return None
    after = found[given.stop].text if given.stop < len(found) else "."
    if found[given.start - 1].low == "aged" or [part.low for part in found[given.start - 2 : given.start]] == [
        "age",
        "of",
    ]:
        return replace(given, unit="year", kind="time")
    comma, ahead = found[given.start - 1].text == ",", found[given.stop + 1].low if given.stop + 1 < len(found) else ""
    named = found[given.start - 2].is_capital or (after == "," and ahead in ("who", "whose") and given.value > YOUNG)
    return replace(given, unit="year", kind="time") if comma and named and after in ",.)" else None


def signed(found: Sequence[Lexeme], given: Amount) -> Amount:
    """Takes in a minus before the number: a sign glued to it after a blank, or the word."""
    if not given.start or given.value is None:
        return given
    sign = found[given.start - 1]
    glued = sign.text in ("-", "−") and found[given.start].glued and not sign.glued
    spelled = sign.low == "minus" and (given.start < 2 or found[given.start - 2].low != "or")  # noqa: PLR2004 -- "plus or minus"
    if not glued and not spelled:
        return given
    return replace(given, value=-given.value, start=given.start - 1)
