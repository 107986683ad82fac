"""A number with its currency or unit, and ranges of such: "$15 to $18 million", "10-12 per cent"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from twosource.text.figures.numerals import EXACT, Numeral, numeral
from twosource.text.figures.tables import FigureTables
from twosource.text.figures.units import Kind, unit_at
from twosource.text.lexemes import Lexeme

DASHES = ("-", "–", "—", "‐", "‑", "−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Lexemes `start` to `stop` with a value or an interval; those of the bare number are `first` to `last`.

    `unit` is empty for a bare number.
    """

    start: int
    stop: int
    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: Kind
    form: Literal["digits", "words", "vague"]


def amount(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """What starts at this lexeme; None if it is no number."""
    currency, after = currency_at(found, place, tables)
    if after >= len(found):
        return None
    one = numeral(found, after, tables, money=bool(currency))
    if one is None or (currency and one.form == "vague"):
        return None
    two = _range_end(found, place, one, tables, currency)
    last = two or one
    unit, kind, stop = unit_at(found, last.stop, tables, currency)
    low, high = _ends(one, two) if two else (None, None)
    return Amount(
        start=place,
        stop=stop,
        first=after,
        last=last.stop,
        value=None if two else one.value,
        low=low,
        high=high,
        unit=unit,
        kind=kind,
        form=one.form,
    )


def currency_at(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int]:
    """The currency whose sign stands here, and where its number starts; ("", place) if none does."""
    first = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    if first.text in tables.currency_signs:
        turned = first.text == "$" and following and following.glued and _is_number(found, place + 2)
        if turned and following and following.low in tables.currency_prefixes and found[place + 2].glued:
            return tables.currency_prefixes[following.low], place + 2
        return tables.currency_signs[first.text], place + 1
    if following and following.text == "$" and following.glued and first.low in tables.currency_prefixes:
        return tables.currency_prefixes[first.low], place + 2
    if following and first.text in tables.currency_codes and _is_number(found, place + 1):
        return tables.currency_codes[first.text], place + 1
    if following and following.text == "." and first.text in tables.currency_codes and _is_number(found, place + 2):
        return tables.currency_codes[first.text], place + 2
    return "", place


def _is_number(found: Sequence[Lexeme], place: int) -> bool:
    return place < len(found) and found[place].kind == "number"


def _range_end(
    found: Sequence[Lexeme], start: int, one: Numeral, tables: FigureTables, currency: str
) -> Numeral | None:
    """The upper end, if a range starts with this number; it must exceed the lower one."""
    if one.stop + 1 >= len(found) or one.value is None or not _joins(found, start, one.stop, tables):
        return None
    again, place = currency_at(found, one.stop + 1, tables)
    if place >= len(found) or (again and again != currency):
        return None
    two = numeral(found, place, tables, money=bool(currency))
    if two is None or two.value is None or two.form != one.form or not two.bare:
        return None
    low, high = _ends(one, two)
    told = currency or two.bare != two.value or unit_at(found, two.stop, tables, "")[0]
    plain_dash = found[one.stop].text in DASHES and not told
    return two if low < high and not plain_dash else None


def _joins(found: Sequence[Lexeme], start: int, place: int, tables: FigureTables) -> bool:
    """Whether the lexeme here joins two ends. "Fell from 10 to 8" and "rose $2 to $36" tell of two numbers."""
    before, joint = found[start - 1].low if start else "", found[place]
    if before == "from":
        before = found[start - 2].low if start > 1 else ""
    moved = before in tables.changes and before not in ("of", "at", "to")
    if joint.low == "to":
        return not moved and before not in ("by", "up", "down")
    return joint.text in DASHES or joint.low == "or" or (joint.low == "and" and before == "between")


def _ends(one: Numeral, two: Numeral) -> tuple[Decimal, Decimal]:
    low, high = one.value or Decimal(0), two.value or Decimal(0)
    if one.bare == one.value and two.bare and two.bare != high and low < two.bare:
        return EXACT.divide(EXACT.multiply(low, high), two.bare), high
    return low, high
