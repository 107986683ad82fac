"""What a printed number can stand for: half a unit of its last digit to either side, more where it is hedged."""

import re
from decimal import Decimal
from typing import NamedTuple

from twosource.types.figure import Figure

HEDGED = {"about": (Decimal("0.85"), Decimal("1.15")), "exact": (Decimal(1), Decimal(1))}
DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
THOUSAND = 1000


class Range(NamedTuple):
    """Least and most."""

    low: Decimal
    high: Decimal


def range_of(figure: Figure) -> Range | None:
    """The values that it can stand for; None for a bound ("more than"), a range, or no value."""
    if figure.value is None or figure.bound not in HEDGED or figure.value <= 0:
        return None
    low, high = HEDGED[figure.bound]
    half = last_digit(figure) / 2
    return Range((figure.value - half) * low, (figure.value + half) * high)


def last_digit(figure: Figure) -> Decimal:
    """What one more in the last printed digit is worth; a round number may be rounded to a tenth of its last digit."""
    value = figure.value or Decimal(1)
    match = DIGITS.match(figure.number.exact)
    if not match:
        return Decimal(1)
    bare = Decimal(match[0].replace(",", ""))
    if not bare:
        return Decimal(1)
    places = len(match["decimals"] or "")
    plain = match[0].replace(",", "")
    zeros = 0 if places else len(plain) - len(plain.rstrip("0"))
    return value / bare * Decimal(1).scaleb(max(0, zeros - 1) - places)


def is_lent(one: Figure, two: Figure) -> bool:
    """Whether the scale of one may be meant for the other: "from $3 to $2 million"."""
    values = sorted(abs(figure.value or Decimal(0)) for figure in (one, two))
    return values[0] < THOUSAND <= values[1]
