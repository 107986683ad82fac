"""A judged sample, read back: how many rows are right, and between which bounds the share of right ones lies."""

import csv
import io
from dataclasses import dataclass
from math import sqrt

from twosource.errors import UnreadableError
from twosource.export.audit.table import VERDICT

RIGHT, WRONG = "right", "wrong"
_Z = 1.959964  # the normal quantile of 95 percent, two-sided


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Rows by their verdict."""

    right: int
    wrong: int
    open: int

    @property
    def total(self) -> int:
        """The rows with a verdict."""
        return self.right + self.wrong


def judged(text: str) -> Judged:
    """Counts the verdicts of a table; raises UnreadableError that says what is wrong, and in which row."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    if VERDICT not in (rows.fieldnames or ()):
        message = f"there is no column {VERDICT!r}: give a table that was written with --sample"
        raise UnreadableError(message)
    counts = {RIGHT: 0, WRONG: 0, "": 0}
    for number, row in enumerate(rows, start=2):
        verdict = (row[VERDICT] or "").strip().lower()
        if verdict not in counts:
            message = f"row {number}: the verdict is {verdict!r}; write {RIGHT}, {WRONG} or nothing"
            raise UnreadableError(message)
        counts[verdict] += 1
    return Judged(right=counts[RIGHT], wrong=counts[WRONG], open=counts[""])


def _delimiter(text: str) -> str:
    """What a spreadsheet put between the cells: the sign that the header has most."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def bounds(right: int, total: int) -> tuple[float, float]:
    """The 95 percent interval of a share (Wilson 1927), for `total` of at least 1."""
    share, square = right / total, _Z * _Z
    middle = share + square / (2 * total)
    reach = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    return max((middle - reach) / scale, 0.0), min((middle + reach) / scale, 1.0)


def precision(found: Judged) -> str:
    """The desk's own precision in one line."""
    rest = f"; {found.open} without a verdict" if found.open else ""
    if not found.total:
        return f"no row has a verdict{rest}"
    low, high = bounds(found.right, found.total)
    share = found.right / found.total
    return f"precision {share:.2f}: {found.right} of {found.total} right, 95% interval {low:.2f} to {high:.2f}{rest}"
