"""Quantities in passages of many styles of news: found, with their value, with value and unit.

The passages are made up, with braces around each quantity; see `quantities.txt`. Every second one is to develop on, the
others are measured. A figure is right if its number stands in the braces and the value is the same.
`python gate/quantities.py` prints what is wrong in the half to develop on, and the figures of both halves.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, cast

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.figure import Figure
from twosource.types.story import Story

TEXT = Path(__file__).with_name("quantities.txt")
MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}")
# The reader takes a text without a headline's length of words for a fragment; this stands before each passage.
TITLE = "Notes of the day from Ledbury\n\n"


class Marked(NamedTuple):
    """A quantity: where it stands, its value as written in the set, the units that are right."""

    start: int
    end: int
    value: str
    units: tuple[str, ...]


class Row(NamedTuple):
    """A passage, what is marked in it, and what is found; `measured` tells its half."""

    text: str
    marked: Sequence[Marked]
    found: Sequence[Figure]
    measured: bool


def data(_: Path) -> Iterator[Path]:
    """Nothing beside the checkout: the set stands here."""
    yield from ()


def measure(_: Path) -> dict[str, float]:
    """F1 over the measured half."""
    return figures([row for row in rows() if row.measured])


def rows() -> Iterator[Row]:
    """The passages with what is found in them."""
    lines = [line for line in TEXT.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    passages = [part for part in re.split(r"\n{2,}", "\n".join(lines)) if part.strip()]
    for place, passage in enumerate(passages):
        text, marked = _unmarked(TITLE + " ".join(passage.split()))
        articles = articles_of(iter([Draft(file="0.txt", text=text)]))
        order = plan(detector for detector in installed() if detector.name in ("figures", "times"))
        found = cast("tuple[Figure, ...]", run(Story(articles=articles), order)[0].get(Figure, ()))
        yield Row(text, marked, found, place % 2 == 1)


def _unmarked(passage: str) -> tuple[str, list[Marked]]:
    text, last, marked = "", 0, []
    for match in MARK.finditer(passage):
        text += passage[last : match.start()]
        marked.append(Marked(len(text), len(text) + len(match[1]), match[2], tuple(match[3].split("/"))))
        text, last = text + match[1], match.end()
    return text + passage[last:], marked


def figures(given: Sequence[Row]) -> dict[str, float]:
    """F1 of what is found, of those with the right value, and with value and unit."""
    marked = sum(len(row.marked) for row in given)
    found = sum(len(row.found) for row in given)
    hits = [pair for row in given for pair in _matched(row)]
    value = sum(_has_value(one, figure) for one, figure in hits)
    unit = sum(_has_value(one, figure) and _has_unit(one, figure) for one, figure in hits)
    return {
        "found_f1": 2 * len(hits) / (marked + found),
        "value_f1": 2 * value / (marked + found),
        "value_and_unit_f1": 2 * unit / (marked + found),
    }


def _matched(row: Row) -> Iterator[tuple[Marked, Figure]]:
    for one in row.marked:
        inside = [figure for figure in row.found if one.start <= figure.number.start < one.end]
        if inside:
            yield one, inside[0]


def _has_value(one: Marked, figure: Figure) -> bool:
    if one.value == "?":
        return figure.value is None or figure.bound == "vague"
    if ".." in one.value:
        low, high = one.value.split("..")
        return (figure.low, figure.high) == (Decimal(low), Decimal(high))
    return figure.value == Decimal(one.value)


def _has_unit(one: Marked, figure: Figure) -> bool:
    return (figure.unit or "-") in one.units


def main() -> None:
    """Prints the mistakes of the half to develop on, and the figures of both halves."""
    kept = list(rows())
    for row in kept:
        if row.measured:
            continue
        matched = dict(_matched(row))
        for one in row.marked:
            figure = matched.get(one)
            if figure is None or not _has_value(one, figure) or not _has_unit(one, figure):
                given = figure and (figure.span.exact, figure.value, figure.low, figure.high, figure.unit)
                print(
                    "missed" if figure is None else "wrong", row.text[one.start : one.end], one.value, one.units, given
                )
        for figure in row.found:
            if figure not in matched.values():
                print("false", row.text[max(0, figure.span.start - 30) : figure.span.end + 20])
    for half in (False, True):
        print("measured" if half else "to develop on", figures([row for row in kept if row.measured is half]))


if __name__ == "__main__":
    main()
