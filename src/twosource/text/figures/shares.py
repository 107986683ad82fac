"""Shares in words: "two-thirds", "more than half of", "one in four", "none of the proposals"."""

from collections.abc import Sequence
from decimal import Decimal

from twosource.text.figures.amounts import Amount
from twosource.text.figures.numerals import EXACT, numeral
from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme, low_at

CENT = Decimal("0.01")
WHOLE = Decimal(100)
TWO_THIRDS = Decimal("66.67")
LARGEST_PART = 10
OF_HALF = frozenset(("of", "the", "its", "their", "his", "her", "our", "all"))


def share(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """The share that starts at this lexeme, in percent cut to two places; None if none does."""
    return _half(found, place) or _fraction(found, place, tables) or _ratio(found, place, tables)


def _share(found_at: tuple[int, int], percent: Decimal) -> Amount:
    start, stop = found_at
    return Amount(
        start=start,
        stop=stop,
        first=start,
        last=stop,
        value=percent,
        low=None,
        high=None,
        unit="percent",
        kind="percent",
        form="words",
    )


def _half(found: Sequence[Lexeme], place: int) -> Amount | None:
    before = low_at(found, place - 1)
    if found[place].low != "half" or before in ("first", "second", "last", "other", "latter", "better", "-", "and"):
        return None
    return _share((place, place + 1), Decimal(50)) if low_at(found, place + 1) in OF_HALF else None


def _fraction(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """A numerator, a hyphen or a blank, and "third", "quarters" and so on; a single part needs "of" after it."""
    low = found[place].low
    parts = Decimal(1) if low in ("a", "an") else tables.cardinals.get(low)
    if parts is None or not 0 < parts < LARGEST_PART:
        return None
    at = place + 2 if low_at(found, place + 1) == "-" else place + 1
    word = low_at(found, at)
    plural = word.endswith("s") and parts > 1
    whole = tables.fractions.get(word[:-1] if plural else word)
    if (
        whole is None
        or (parts > 1 and not plural)
        or (low_at(found, at + 1) != "of" and not plural and at == place + 1)
    ):
        return None
    percent = TWO_THIRDS if parts == 2 and word == "thirds" else EXACT.multiply(parts, whole)  # noqa: PLR2004 -- 66.66 is cut
    return _share((place, at + 1), percent)


def _plain(percent: Decimal) -> Decimal:
    """Cut to two places, or to none where they are zero."""
    cut = percent.quantize(CENT)
    return cut.quantize(Decimal(1)) if cut == cut.to_integral_value() else cut


def _ratio(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """Reads "one in four", "nine out of 10"."""
    one = numeral(found, place, tables)
    if one is None or one.value is None or one.value > LARGEST_PART or one.stop - place > 1:
        return None
    joint = one.stop + 2 if (low_at(found, one.stop), low_at(found, one.stop + 1)) == ("out", "of") else one.stop
    if joint == one.stop:
        if low_at(found, joint) != "in" or (one.form != "words" and one.value != 1):
            return None
        joint += 1
    two = numeral(found, joint, tables) if joint < len(found) else None
    if two is None or two.value is None or two.value <= one.value or two.value > WHOLE * LARGEST_PART:
        return None
    if low_at(found, two.stop) in tables.times or low_at(found, two.stop).rstrip("s") in tables.times:
        return None
    return _share((place, two.stop), _plain(EXACT.divide(one.value * WHOLE, two.value)))
