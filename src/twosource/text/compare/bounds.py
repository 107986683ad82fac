"""Which values the words of a figure admit.

A printed number stands for all numbers that round to it, or are cut to it, at its last digit that is not zero; by at
most a twentieth down and a tenth up, so that "100" does not stand for 51; a whole number whose last digit is no zero
stands for itself where things are counted, for those that round to it where something is measured. An age is never
rounded: nobody of 29 is printed as "30". "About" admits a tenth either way, less of a number of more digits; a bound
all numbers on its side. Figures conflict only if they admit no common value.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import log2

from twosource.text.compare.kinds import LENGTHS, MEASURES
from twosource.types.figure import Bound, Figure

DOWN, UP = Decimal("0.05"), Decimal("0.1")
# By its digits: "about 80" may stand for 88, "about 82.50" hardly for 80.
ABOUT = (Decimal("0.1"), Decimal("0.07"), Decimal("0.03"))
HARDLY = Decimal("0.01")
HALF = Decimal("0.5")
NEAR, FAR = Decimal("1.2"), -1.0
CLOSE = (0.5, 1.5, 2.5)
VAGUE = {"couple": (2, 3), "few": (2, 9), "several": (2, 9), "handful": (2, 9)}
PLURALS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


@dataclass(frozen=True, slots=True)
class Range:
    """The values admitted, ends included; None is open."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Range") -> bool:
        """Whether the two admit a common value."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)


def admitted(figure: Figure) -> Range | None:
    """The values that a figure admits; None for vague words without a scale ("dozens")."""
    if figure.value is None:
        return _vague(figure) if figure.low is None or figure.high is None else Range(figure.low, figure.high)
    if figure.measure == "age" and figure.bound == "exact":
        return Range(figure.value, figure.value)
    whole = figure.bound == "exact" and _step(figure.value) == 1
    return _rounded(figure.value) if whole and _is_measured(figure.unit) else _around(figure.value, figure.bound)


def _is_measured(unit: str) -> bool:
    """Whether it is measured, so that a whole number of it may be a rounded one: 2 percent, 2.04 percent."""
    return unit in MEASURES or unit[:3].isupper()


def _rounded(value: Decimal) -> Range:
    """The values that round to a whole number; none of them rounds to the next one too."""
    return Range(value - HALF, value + HALF - HARDLY)


@lru_cache(maxsize=65536)
def _around(value: Decimal, bound: Bound) -> Range:
    """The values that a printed number admits."""
    if bound in ("more_than", "at_least"):
        return Range(value, None)
    if bound in ("less_than", "at_most"):
        return Range(None, _last_digit(value, UP) + value if bound == "less_than" else value)
    if _step(value) == 1 and bound == "exact":
        return Range(value, value)
    down, up = min(_step(value) * HALF, abs(value) * DOWN), _last_digit(value, UP)
    if bound == "about":
        digits = len(value.normalize().as_tuple().digits)
        share = abs(value) * ABOUT[min(digits, len(ABOUT)) - 1]
        down, up = max(down, share), max(up, share)
    return Range(value - down, value + up)


def likely(figure: Figure) -> Range | None:
    """The values that a reader takes it for: a bound is put near its number, not anywhere on its side."""
    found = admitted(figure)
    if found is None or figure.value is None:
        return found
    if found.high is None:
        return Range(found.low, figure.value * 2)
    return Range(figure.value / 2, found.high) if found.low is None else found


def rounder(one: Figure, two: Figure) -> bool:
    """Whether one is printed two digits shorter than the other, and near it; where they hardly differ, one digit."""
    if not one.value or not two.value or not are_same(one, two):
        return False
    lengths = [len(figure.value.normalize().as_tuple().digits) for figure in (one, two) if figure.value]
    return abs(lengths[0] - lengths[1]) > (0 if are_same(one, two, HARDLY) else 1)


def are_same(one: Figure, two: Figure, share: Decimal = DOWN) -> bool:
    """Whether the printed values differ by no more than a share of the greater."""
    first, second = one.value, two.value
    return first is not None and second is not None and abs(first - second) <= share * max(first, second)


def closeness(one: Figure, two: Figure) -> float:
    """Log odds that two values which agree do so as one, not by chance: the more digits they share, the higher."""
    first, second = (figure.value if figure.value is not None else figure.high for figure in (one, two))
    if first is None or second is None or min(first, second) <= 0:
        return 0.0
    if max(first, second) > min(first, second) * NEAR:
        return FAR
    digits = min(len(value.normalize().as_tuple().digits) for value in (first, second))
    return CLOSE[min(digits, len(CLOSE)) - 1]


def remoteness(one: Figure, two: Figure) -> float:
    """How much it speaks against one thing, in log odds, that values are far apart: half for each further doubling."""
    first, second = (figure.value if figure.value is not None else figure.high for figure in (one, two))
    if first is None or second is None or min(first, second) <= 0:
        return 0.0
    return max(0.0, log2(max(first, second) / min(first, second)) - 1) / 2


def scaled(figure: Figure, found: Range | None) -> Range | None:
    """The values, lengths of time in seconds."""
    if found is None or figure.unit not in LENGTHS:
        return found
    scale = Decimal(LENGTHS[figure.unit])
    low, high = found.low, found.high
    return Range(None if low is None else low * scale, None if high is None else high * scale)


def _last_digit(value: Decimal, share: Decimal) -> Decimal:
    """How far a number that was cut to this one may lie above it."""
    return min(_step(value), abs(value) * share)


def _step(value: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 100 for 111,800."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(0) if value == 0 or not isinstance(exponent, int) else Decimal((0, (1,), exponent)) * bool(digits)


def _vague(figure: Figure) -> Range | None:
    words = figure.number.exact.lower().split()
    if words[0] in PLURALS:
        low, high = (PLURALS[words[0]], PLURALS[words[-1]] if len(words) > 1 else 1)
        return Range(Decimal(2 * low * high), Decimal(100 * low * high - 1))
    # "A few months" is a length of time that can be compared; "a few people" are any number.
    scale = next((SCALES[word] for word in words[1:] if word in SCALES), int(figure.unit in LENGTHS))
    low, high = next((VAGUE[word] for word in words if word in VAGUE), (0, 0))
    return Range(Decimal(low * scale), Decimal((high + 1) * scale - 1)) if scale and low else None
