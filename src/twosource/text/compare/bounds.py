"""Which values the words of a figure admit.

A printed number stands for all numbers that round to it, or are cut to it, at its last digit that is not zero; by at
most a twentieth down and a tenth up, so that "100" does not stand for 51; a whole number whose last digit is no zero
stands for itself. "About" admits a tenth either way, a bound
all numbers on its side. Figures conflict only if they admit no common value.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from twosource.types.figure import Bound, Figure

DOWN, UP, ABOUT = Decimal("0.05"), Decimal("0.1"), Decimal("0.1")
HALF = Decimal("0.5")
VAGUE = {"couple": (2, 3), "few": (2, 9), "several": (2, 9), "handful": (2, 9)}
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
    return _around(figure.value, figure.bound)


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
        down, up = max(down, abs(value) * ABOUT), max(up, abs(value) * ABOUT)
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
    """Whether one is printed two digits shorter than the other, and the two are within a twentieth."""
    if not one.value or not two.value or max(one.value, two.value) > min(one.value, two.value) * (1 + DOWN):
        return False
    lengths = [len(figure.value.normalize().as_tuple().digits) for figure in (one, two) if figure.value]
    return abs(lengths[0] - lengths[1]) > 1


def can_agree(one: Figure, two: Figure) -> bool:
    """Whether the two admit a common value, as printed: lengths of time only if they are of one unit."""
    first, second = admitted(one), admitted(two)
    return first is None or second is None or (one.unit == two.unit and first.meets(second))


def _last_digit(value: Decimal, share: Decimal) -> Decimal:
    """How far a number that was cut to this one may lie above it."""
    return min(_step(value), abs(value) * share)


def _step(value: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 100 for 111,800."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(0) if value == 0 or not isinstance(exponent, int) else Decimal((0, (1,), exponent)) * bool(digits)


def _vague(figure: Figure) -> Range | None:
    words = figure.number.exact.lower().split()
    if words[:3] == ["tens", "of", "thousands"]:
        return Range(Decimal(20_000), Decimal(99_999))
    scale = next((SCALES[word] for word in words[1:] if word in SCALES), 0)
    low, high = next((VAGUE[word] for word in words if word in VAGUE), (0, 0))
    return Range(Decimal(low * scale), Decimal((high + 1) * scale - 1)) if scale and low else None
