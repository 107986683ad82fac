"""Whether two times exclude each other, also where one of them has no year."""

import re

from twosource.types.figure import Time

YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
DAY = re.compile(r"\d{4}-(\d\d-\d\d)")


def exclude(one: Time, two: Time) -> bool:
    """Whether no day can belong to both. Of "8 May" without a year, day and month are compared with another day."""
    if one.moment is not None and two.moment is not None:
        known = one.moment.is_known and two.moment.is_known
        if known or one.moment.is_disjoint(two.moment):
            return one.moment.is_disjoint(two.moment)
    first, second = day_of(one), day_of(two)
    return bool(first and second) and first != second


def day_of(time: Time) -> str:
    """Month and day as "05-08", where the value gives both; else ""."""
    found = YEARLESS.fullmatch(time.value) or DAY.match(time.value)
    return found[1] if found else ""


def is_slip(one: Time, two: Time) -> bool:
    """Whether the two are one day of two months: two occasions seldom are, one that was copied wrongly often is."""
    first, second = day_of(one), day_of(two)
    return bool(first and second) and first != second and first[3:] == second[3:]
