"""A sentence in which each figure and each time is one sign, so that the words between them can be matched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from twosource.types.figure import Figure, TimeExpression
from twosource.types.span import Span

# Code points for private use: no text that is read has them, or its sentence is left alone.
FIGURE, TIME, CLOSE, NUMBER = "\ue000", "\ue001", "\ue002", "\ue003"
BLANKS = re.compile(r"\s+")
SIGNS = re.compile("[\ue000-\ue003]")


class Bare(NamedTuple):
    """A number that says by itself nothing of what it counts."""

    value: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class Masked:
    """The text with its signs, and what they stand for, by number."""

    text: str
    figures: Sequence[Figure]
    times: Sequence[TimeExpression]
    numbers: Sequence[Bare] = ()

    def figure(self, match: re.Match[str], name: str) -> Figure:
        """The figure at a named group."""
        return self.figures[int(match[name])]

    def time(self, match: re.Match[str], name: str) -> TimeExpression:
        """The time at a named group."""
        return self.times[int(match[name])]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Places that cannot all be right, each with its value, and why in words of a template."""

    sides: tuple[tuple[str, Span], ...]
    why: str


def masked(
    sentence: Span, figures: Sequence[Figure], times: Sequence[TimeExpression], numbers: Sequence[Bare] = ()
) -> Masked | None:
    """The sentence with its signs; None if it has signs of its own. A figure goes before a time that it overlaps."""
    if SIGNS.search(sentence.exact):
        return None
    taken = [(figure.span, FIGURE, number) for number, figure in enumerate(figures)]
    taken += [(time.span, TIME, number) for number, time in enumerate(times)]
    taken += [(bare.span, NUMBER, number) for number, bare in enumerate(numbers)]
    text, place = "", sentence.start
    for span, sign, number in sorted(taken, key=lambda one: (one[0].start, -one[0].end, one[1])):
        if span.start >= place:
            text += sentence.exact[place - sentence.start : span.start - sentence.start] + f"{sign}{number}{CLOSE}"
            place = span.end
    text += sentence.exact[place - sentence.start :]
    return Masked(BLANKS.sub(" ", text), figures, times, numbers)


def figure_sign(name: str) -> str:
    """The pattern of a figure, as a named group that gives its number."""
    return f"{FIGURE}(?P<{name}>\\d+){CLOSE}"


def time_sign(name: str) -> str:
    """The pattern of a time, as a named group that gives its number."""
    return f"{TIME}(?P<{name}>\\d+){CLOSE}"


def number_sign(name: str) -> str:
    """The pattern of a bare number, as a named group that gives its number."""
    return f"{NUMBER}(?P<{name}>\\d+){CLOSE}"


def plain(value: Decimal | None) -> str:
    """A value in digits alone: 1200000, 4.7; "" if there is none."""
    return "" if value is None else f"{value.normalize():f}"
