"""How telling a term is: by how many reports have had it so far."""

import math
from array import array
from collections.abc import Sequence
from zlib import crc32

from twosource.lexicon.frequency import shares

_BUCKETS = 1 << 20
_KEPT = 40
_BEFORE = 300

Vector = dict[int, float]


class Weights:
    """Counts of reports by term, in a table of fixed size: terms that share a bucket share a count.

    It begins as if it had seen some hundred reports, so that common words are known to be common from the first. The
    weight of a term is (1 + log count) * log(reports / (reports with it + 1)); of a vector the forty heaviest are kept,
    and its length is one. On the data for development forty do as well as all.
    """

    def __init__(self, counts: "array[int] | None" = None, reports: int = 0) -> None:
        """Begins with these counts, or with those of common words."""
        self.counts = counts if counts is not None else _common()
        self.reports = reports

    def add(self, terms: Sequence[tuple[int, int]]) -> None:
        """Counts one more report with these terms."""
        self.reports += 1
        for term, _ in terms:
            self.counts[term % _BUCKETS] += 1

    def vector(self, terms: Sequence[tuple[int, int]]) -> Vector:
        """The terms, weighted; heaviest first."""
        total = math.log(self.reports + _BEFORE)
        found = [
            ((1 + math.log(count)) * (total - math.log(self.counts[term % _BUCKETS] + 1)), -term)
            for term, count in terms
        ]
        found.sort(reverse=True)
        del found[_KEPT:]
        length = math.sqrt(sum(weight * weight for weight, _ in found)) or 1.0
        return {-term: weight / length for weight, term in found}


def _common() -> "array[int]":
    counts = array("Q", bytes(8 * _BUCKETS))
    for stem, share in shares().items():
        counts[digest(stem) % _BUCKETS] += round(share * _BEFORE)
    return counts


def digest(term: str) -> int:
    """The number that stands for a term."""
    return crc32(term.encode("utf-8", "replace"))


def cosine(one: Vector, two: Vector) -> float:
    """The cosine of two vectors of length one."""
    if len(one) > len(two):
        one, two = two, one
    return sum([weight * two[term] for term, weight in one.items() if term in two])
