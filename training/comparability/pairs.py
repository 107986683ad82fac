"""Pairs of figures from two reports of a story, labelled by their values: the same is taken for one thing.

Nobody labelled these. That two reports give one number of three digits by chance is rare, and the features do not see
it; that they give two for one thing is rare as well, since most reports agree. What is learned is how the words around
figures look that agree.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from twosource.text.compare.fitting import fit
from twosource.text.compare.kinds import unit_class
from twosource.text.compare.setting import Setting
from twosource.text.compare.values import can_agree

LOW, FARTHEST, NEAR = 12, 12, Decimal("0.05")
COPIED = 3


def pairs(found: Sequence[Setting]) -> Iterator[tuple[Setting, Setting, bool]]:
    """Two figures and whether they are taken to be of one thing; those that tell nothing are left out."""
    for one, two in combinations(found, 2):
        copied = one.wide == two.wide and len(one.wide) > COPIED
        if one.article is two.article or copied or not fit(one, two):
            continue
        same = _is_same(one, two)
        if same is not None:
            yield one, two, same


def _is_same(one: Setting, two: Setting) -> bool | None:
    first, second = one.figure.value, two.figure.value
    if first is None or second is None or max(first, second) <= LOW:
        return None
    if first == second and one.figure.unit == two.figure.unit:
        return None if _recurs(one) else True
    far = min(first, second) <= 0 or max(first, second) > FARTHEST * min(first, second)
    near = abs(first - second) <= NEAR * max(first, second)
    return None if far or near or can_agree(one, two) else False


def _recurs(one: Setting) -> bool:
    """Whether two reports may well give the value by chance: "50 percent", "20 years"."""
    value, unit = one.figure.value or Decimal(0), unit_class(one.figure.unit)
    return len(value.normalize().as_tuple().digits) == 1 and unit in ("percent", "length")
