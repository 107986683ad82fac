"""What tells two figures apart at sight: unit, part and whole, cycle, holder, a value that stands beside."""

from collections.abc import Collection
from decimal import Decimal

from twosource.text.compare.attribute import is_change
from twosource.text.compare.kinds import FLOWS, unit_class
from twosource.text.compare.naming import same_holder
from twosource.text.compare.setting import Setting
from twosource.types.figure import Figure, Time

FARTHEST = 12


def fit(one: Setting, two: Setting) -> bool:
    """Whether the two can measure one thing at all, whatever their values."""
    first, second = one.figure, two.figure
    if unit_class(first.unit) != unit_class(second.unit) or one.negated or two.negated:
        return False
    if (first.measure == "age") != (second.measure == "age") or is_change(one.attribute) != is_change(two.attribute):
        return False
    if one.holder and two.holder and not same_holder(one.holder, two.holder):
        return False
    if (one.article.id, one.sentence) == (two.article.id, two.sentence):
        return False
    moved = "change" in (one.role, two.role) and (one.role != two.role or not one.names & two.names)
    added = one.partial != two.partial and "vague" in (first.bound, second.bound)
    if moved or added:
        return False
    single = first.value == 1 or second.value == 1
    other_cycle = bool(one.cycle and two.cycle) and not one.cycle & two.cycle
    return not other_cycle and not (single and first.unit.islower() and unit_class(first.unit) != "length")


def may_differ(one: Setting, two: Setting, *, alike: bool) -> bool:
    """Whether nothing in the words explains why their values differ. `alike`: the sentences are nearly the same."""
    if one.whole != two.whole or one.role != two.role or not _near(one.figure, two.figure) or _beside(one, two):
        return False
    both = one.partial and two.partial and bool(one.left) and one.left == two.left and one.right == two.right
    if ((one.partial or two.partial) and not alike and not both) or _part_of(one, two) or _part_of(two, one):
        return False
    flow = one.attribute in FLOWS or two.attribute in FLOWS
    if flow and (one.attribute != two.attribute or one.cycle != two.cycle):
        return False
    other_whole = one.figure.unit == "percent" and bool(one.right and two.right) and one.right != two.right
    other_kind = bool(one.kind and two.kind) and not one.kind & two.kind
    other_time = one.attribute != "age" and one.series.is_apart(two.series)
    return not (other_whole or other_kind or other_time or _disjoint(one.period, two.period))


def _beside(one: Setting, two: Setting) -> bool:
    """Whether one of the values stands beside the other: to that report they are of two things.

    So they are where what stands beside one makes the other of it: "four $7,000 fines", $28,000 in all.
    """
    first, second = one.figure.value, two.figure.value
    if first in two.beside or second in one.beside:
        return True
    ours, theirs = one.beside | one.numbers, two.beside | two.numbers
    return _is_made_of(first, second, theirs) or _is_made_of(second, first, ours)


def _is_made_of(whole: Decimal | None, part: Decimal | None, beside: Collection[Decimal]) -> bool:
    """Whether the part, times or plus another value in its sentence, is the whole."""
    if whole is None or part is None:
        return False
    return any(part * other == whole or part + other == whole for other in beside if other > 1 and other != part)


def _part_of(one: Setting, two: Setting) -> bool:
    """Whether one counts a kind ("27 leaking joints"), and the other, higher one may count all ("64 joints")."""
    first, second = one.figure.value, two.figure.value
    return two.kind < one.kind and first is not None and second is not None and first < second


def _near(first: Figure, second: Figure) -> bool:
    ends = [end for figure in (first, second) for end in (figure.value, figure.low, figure.high) if end]
    return not ends or max(ends) <= FARTHEST * min(ends)


def _disjoint(first: Time | None, second: Time | None) -> bool:
    return bool(first and second and first.moment and second.moment and first.moment.is_disjoint(second.moment))
