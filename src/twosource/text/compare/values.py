"""Whether the values of two figures may be one."""

from twosource.text.compare.bounds import HARDLY, are_same
from twosource.text.compare.setting import Setting


def meet(one: Setting, two: Setting) -> bool:
    """Whether the words of the two admit a common value; what admits any does."""
    return one.admits is None or two.admits is None or one.admits.meets(two.admits)


def can_agree(one: Setting, two: Setting) -> bool:
    """Whether the two admit a common value, as printed: lengths of time only if they are of one unit."""
    return one.figure.unit == two.figure.unit and meet(one, two)


def are_close(one: Setting, two: Setting) -> bool:
    """Whether a reader takes the two for one value: a bound is put near its number, vague words fit many."""
    if one.figure.unit != two.figure.unit:
        return False
    near = one.likely is None or two.likely is None or one.likely.meets(two.likely)
    return near or are_same(one.figure, two.figure, HARDLY)
