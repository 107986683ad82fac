"""Whether the values of two figures may be one."""

from decimal import ROUND_HALF_UP, Decimal

from twosource.text.compare.bounds import HARDLY, are_same
from twosource.text.compare.setting import Setting

# Beyond so many digits no report prints a number.
LONGEST = 24


def meet(one: Setting, two: Setting) -> bool:
    """Whether the words of the two admit a common value; what admits any does."""
    return one.admits is None or two.admits is None or one.admits.meets(two.admits) or rounds(one, two)


def rounds(one: Setting, two: Setting) -> bool:
    """Whether one is the other without some of its decimals: 2 percent, 2.04 percent."""
    first, second = one.figure.value, two.figure.value
    if first is None or second is None or one.figure.unit != two.figure.unit:
        return False
    shorter, longer = sorted((first, second), key=_decimals)
    if _decimals(shorter) == _decimals(longer) or longer.adjusted() > LONGEST or _decimals(longer) > LONGEST:
        return False
    return longer.quantize(Decimal(1).scaleb(-_decimals(shorter)), ROUND_HALF_UP) == shorter


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def can_agree(one: Setting, two: Setting) -> bool:
    """Whether the two admit a common value, as printed: lengths of time only if they are of one unit."""
    return one.figure.unit == two.figure.unit and meet(one, two)


def are_close(one: Setting, two: Setting) -> bool:
    """Whether a reader takes the two for one value: a bound is put near its number, vague words fit many."""
    if one.figure.unit != two.figure.unit:
        return False
    near = one.likely is None or two.likely is None or one.likely.meets(two.likely)
    return near or rounds(one, two) or are_same(one.figure, two.figure, HARDLY)
