"""Numbers in digits and in words, as exact decimals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal

from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import SOFT_HYPHEN, Lexeme, low_at

PLAIN = re.compile(r"\d++(?:\.\d++)?")
GROUPED = re.compile(r"\d{1,3}(?:([,\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*+(?:\.\d++)?")
INDIAN = re.compile(r"\d{1,2}(?:,\d{2})++,\d{3}(?:\.\d++)?")
SEPARATORS = str.maketrans("", "", f",\u00a0\u2009\u202f{SOFT_HYPHEN}")
LONGEST = 1000
SCALES = 2
EXACT = Context(prec=2 * LONGEST)
ONE = Decimal(1)
HALF = Decimal("0.5")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number at lexemes `start` to `stop`; `value` is None for words such as "several thousand".

    `bare` is the number without its scale, so that "$15 to $18 million" can lend the scale to the first.
    """

    value: Decimal | None
    start: int
    stop: int
    bare: Decimal | None = None
    form: Literal["digits", "words", "vague"] = "digits"


def digits(text: str) -> Decimal | None:
    """The value of digits as printed; None where the separators fit no number ("1.2.3"), or it is absurdly long."""
    plain = text.replace(SOFT_HYPHEN, "")
    if len(plain) > LONGEST or not any(form.fullmatch(plain) for form in (PLAIN, GROUPED, INDIAN)):
        return None
    return Decimal(plain.translate(SEPARATORS))


def numeral(found: Sequence[Lexeme], place: int, tables: FigureTables, *, money: bool = False) -> Numeral | None:
    """The number that starts at this lexeme. After a currency sign, `money`, "5m" means millions."""
    first = found[place]
    if first.kind == "number":
        value = digits(first.text)
        return None if value is None else _scaled(found, place, value, tables, money=money)
    return _vague(found, place, tables) or _words(found, place, tables)


def _scaled(found: Sequence[Lexeme], start: int, value: Decimal, tables: FigureTables, *, money: bool) -> Numeral:
    total, stop = _and_a_half(found, start + 1, value)
    scaled = total
    for _ in range(SCALES):
        factor = _factor(found, stop, tables, money=money) if stop < len(found) else None
        if factor is None:
            break
        stop += 1 + (found[stop].low == "-")
        scaled = EXACT.multiply(scaled, factor)
    return Numeral(value=scaled, start=start, stop=stop, bare=total)


def _factor(found: Sequence[Lexeme], place: int, tables: FigureTables, *, money: bool) -> Decimal | None:
    word = found[place]
    if word.low == "-" and word.glued and place + 1 < len(found) and found[place + 1].glued:
        return tables.scales.get(found[place + 1].low)
    if word.low in tables.scales:
        return tables.scales[word.low]
    if word.low in tables.suffixes and (word.glued or money or len(word.low) > 1):
        return tables.suffixes[word.low]
    many = word.glued and (money or _counts(found, place + 1, tables))
    return tables.money_suffixes.get(word.low) if many else None


def _counts(found: Sequence[Lexeme], place: int, tables: FigureTables) -> bool:
    """Whether a known plural follows, which "5m" counts then: "5m barrels", but "a 400m hurdles race"."""
    low = low_at(found, place)
    single = tables.plurals.get(low, low.removesuffix("s"))
    return (single != low or low == "people") and (single in tables.nouns or single in tables.measures)


def _and_a_half(found: Sequence[Lexeme], place: int, value: Decimal) -> tuple[Decimal, int]:
    if [part.low for part in found[place : place + 3]] == ["and", "a", "half"]:
        return EXACT.add(value, HALF), place + 3
    return value, place


def _vague(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Numeral | None:
    stop = place
    if found[place].low in tables.vague:
        stop = place + 1
        if [part.low for part in found[stop : stop + 1]] == ["of"] and low_at(found, stop + 1) in tables.vague:
            stop += 2
    elif found[place].low in ("a", "an") and low_at(found, place + 1) in ("few", "couple", "handful"):
        stop = place + 2
    if stop == place:
        return None
    if low_at(found, stop) in tables.scales:
        stop += 1
    return Numeral(value=None, start=place, stop=stop, form="vague")


def _words(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Numeral | None:
    low = found[place].low
    if low in ("a", "an") and (scale := tables.scales.get(low_at(found, place + 1))):
        return _scaled_words(found, place, place + 2, scale, tables)
    if low == "half" and low_at(found, place + 1) == "a" and (scale := tables.scales.get(low_at(found, place + 2))):
        return Numeral(value=EXACT.multiply(HALF, scale), start=place, stop=place + 3, bare=HALF, form="words")
    if low not in tables.cardinals:
        return None
    value, stop = _below_hundred(found, place, tables)
    return _scaled_words(found, place, stop, value, tables)


def _below_hundred(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[Decimal, int]:
    value = tables.cardinals[found[place].low]
    after = place + 1
    if low_at(found, after) == "-":
        after += 1
    unit = tables.cardinals.get(low_at(found, after))
    if value >= 20 and unit is not None and 0 < unit < 10 and (after == place + 1 or found[after].glued):  # noqa: PLR2004 -- "twenty-five"
        return value + unit, after + 1
    return value, place + 1


def _scaled_words(found: Sequence[Lexeme], start: int, stop: int, value: Decimal, tables: FigureTables) -> Numeral:
    """Adds up "two hundred and five thousand three hundred": each part below the scale before it."""
    total, ceiling = Decimal(0), EXACT.scaleb(ONE, LONGEST)
    current, stop = _and_a_half(found, stop, value)
    while stop < len(found):
        skip = found[stop].low == "-" and found[stop].glued
        scale = tables.scales.get(low_at(found, stop + skip))
        if scale is None:
            joined = found[stop].low == "and"
            goes_on = (total and not current) or (current >= HUNDRED and current % HUNDRED == 0)
            if not goes_on or low_at(found, stop + joined) not in tables.cardinals:
                break
            more, stop = _below_hundred(found, stop + joined, tables)
            current = EXACT.add(current, more)
        elif scale <= HUNDRED < ceiling and 0 < current < HUNDRED:
            current, stop = EXACT.multiply(current, scale), stop + skip + 1
        elif HUNDRED < scale < ceiling and current:
            total, current = EXACT.add(total, EXACT.multiply(current, scale)), Decimal(0)
            ceiling, stop = scale, stop + skip + 1
        else:
            break
    return Numeral(value=EXACT.add(total, current), start=start, stop=stop, bare=value, form="words")
