"""Whether two times exclude each other, also where one of them has no year."""

import re

from twosource.types.figure import Time

YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)")
DAY = re.compile(r"\d{4}-(\d\d-\d\d)")


def exclude(one: Time, two: Time) -> bool:
    """Whether no day can belong to both. Of "8 May" without a year, day and month are compared with another day."""
    if one.moment is not None and two.moment is not None:
        return one.moment.is_disjoint(two.moment)
    first, second = _day(one), _day(two)
    return bool(first and second) and first != second


def _day(time: Time) -> str:
    """Month and day, where the value gives both."""
    found = YEARLESS.fullmatch(time.value) or DAY.match(time.value)
    return found[1] if found else ""
