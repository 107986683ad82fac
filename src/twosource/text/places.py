"""Looks up what stands where: spans of a story by place, without a walk through all of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from twosource.types.span import Span

T = TypeVar("T")


def by_article(found: Iterable[T], article: Callable[[T], str]) -> dict[str, list[T]]:
    """What belongs to each report (by its id), in the order given; a report without any gives an empty list."""
    held: dict[str, list[T]] = defaultdict(list)
    for one in found:
        held[article(one)].append(one)
    return held


class Places(Generic[T]):
    """Values by the spans at which they stand; what is found comes in the order in which it was given.

    A look-up takes time in proportion to what begins within the words asked for, or is still open there.
    """

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        """Sorts the spans of each report."""
        held = by_article(
            ((span, number, value) for number, (span, value) in enumerate(placed)), lambda one: one[0].article
        )
        self._held = {key: _Row(sorted(row, key=lambda one: (one[0].start, one[1]))) for key, row in held.items()}

    def placed(self) -> Iterator[tuple[Span, T]]:
        """All of them, report by report, by where they start."""
        return ((place, value) for row in self._held.values() for place, _, value in row.placed)

    def overlapping(self, span: Span) -> list[T]:
        """The values at the places that share a code point with these words."""
        return [value for _, value in self.touching(span)]

    def covering(self, span: Span) -> list[T]:
        """The values at the places that these words lie within."""
        return [value for place, value in self.touching(span) if place.start <= span.start and span.end <= place.end]

    def within(self, span: Span) -> list[T]:
        """The values at the places that lie within these words."""
        return [value for place, value in self.touching(span) if span.start <= place.start and place.end <= span.end]

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """The places that share a code point with these words, with their values."""
        row = self._held.get(span.article)
        return [] if row is None else [(place, value) for place, _, value in row.touching(span.start, span.end)]


class _Row(Generic[T]):
    """The places of one report, by where they start."""

    def __init__(self, placed: Sequence[tuple[Span, int, T]]) -> None:
        self.placed = placed
        self._starts = [place.start for place, _, _ in placed]
        self._reach = list(accumulate((place.end for place, _, _ in placed), max))  # the furthest end so far

    def touching(self, start: int, end: int) -> list[tuple[Span, int, T]]:
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return sorted(self._open(first, last, start), key=lambda one: one[1])

    def _open(self, first: int, last: int, start: int) -> Iterator[tuple[Span, int, T]]:
        return (one for one in self.placed[first:last] if one[0].end > start)
