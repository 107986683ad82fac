"""Times in texts in which people marked them, and the days that they mean.

Strict: the same words; relaxed: words that overlap, each marked time once. The value counts over the relaxed ones, as
TempEval-3 does: relaxed F1 times the share of right values. Values are TIMEX3; P12M and P1Y, P1D and PT24H, BC0480 and
-0480 are one. `python gate/times.py` prints the mistakes in the half to develop on, and the figures of both halves.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, cast

import times_data
import times_specs
from rumours import is_measured
from times_data import Marked, Text

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.article import Block
from twosource.types.figure import Time
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

PARTS = ("times", "moments", "publication")
HOURS = {"Y": 8760, "M": 730, "W": 168, "D": 24, "TH": 1}


class Pair(NamedTuple):
    """A marked time, or None, and the one that was found there, or None."""

    text: Text
    marked: Marked | None
    found: Time | None


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from sorted((shared / times_data.NEWS).rglob("*.xml"))
    yield from sorted((shared / times_data.STORIES / "testset").rglob("*.tml"))
    yield from sorted((shared / times_data.GENRES).glob("GUM_news_*.xml"))
    yield shared / times_specs.SPECS


def measure(shared: Path) -> dict[str, float]:
    """The figures of the half that is measured."""
    return figures(shared, measured=True)


def figures(shared: Path, *, measured: bool) -> dict[str, float]:
    """F1 on news and on narratives; of the dates in a second corpus of news, those found, and of these, those right."""
    dated = pairs(_half(times_data.genres(shared), measured=measured))
    known = [pair for pair in dated if pair.marked and pair.marked.days]
    hits = [pair for pair in known if pair.found]
    return {
        **_f1("news", pairs(_half(times_data.news(shared), measured=measured))),
        **_f1("narratives", pairs(times_data.narratives(shared, measured=measured))),
        "dates_found": len(hits) / max(len(known), 1),
        "dates_right": sum(is_right(pair) for pair in hits) / max(len(hits), 1),
        "specifications_passed": times_specs.passed(shared, measured=measured),
    }


def _half(texts: Iterable[Text], *, measured: bool) -> Iterator[Text]:
    return (text for text in texts if is_measured(text.name) is measured)


def _f1(name: str, found: Sequence[Pair]) -> dict[str, float]:
    total = sum(bool(pair.marked) + bool(pair.found) for pair in found)
    hits = [pair for pair in found if pair.marked and pair.found]
    relaxed = 2 * len(hits) / max(total, 1)
    return {
        f"{name}_strict_f1": 2 * sum(map(is_strict, hits)) / max(total, 1),
        f"{name}_relaxed_f1": relaxed,
        f"{name}_value_f1": relaxed * sum(map(is_right, hits)) / max(len(hits), 1),
    }


def pairs(texts: Iterable[Text]) -> list[Pair]:
    """The marked times and those found there, one to one: the same words first, then the first that overlap."""
    made = []
    for text in texts:
        first, last = text.read
        free = [time for time in found_in(text) if first <= time.span.start and time.span.end <= last]
        open_marks = [mark for mark in text.marked if first <= mark.start and mark.end <= last]
        for same in (True, False):
            for mark in list(open_marks):
                hit = next((time for time in free if _meets(mark, time, same=same)), None)
                if hit:
                    made.append(Pair(text, mark, hit))
                    free.remove(hit)
                    open_marks.remove(mark)
        made += [Pair(text, mark, None) for mark in open_marks] + [Pair(text, None, time) for time in free]
    return made


def found_in(text: Text) -> Sequence[Time]:
    """The times of a report of that day, all of it read as body."""
    day = text.written
    published = Moment(earliest=day, latest=day, timex=day.isoformat()) if day else UNKNOWN
    blocks = tuple(
        Block(kind="body", language="en", start=match.start(), end=match.end())
        for match in re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text.text)
    )
    articles = articles_of([Draft(file=f"{text.name}.txt", text=text.text, published=published, blocks=blocks)])
    order = plan(detector for detector in installed() if detector.name in PARTS)
    return cast("Sequence[Time]", run(Story(articles=articles), order)[0].get(Time, ()))


def _meets(mark: Marked, time: Time, *, same: bool) -> bool:
    start, end = time.span.start, time.span.end
    return (start, end) == (mark.start, mark.end) if same else start < mark.end and mark.start < end


def is_strict(pair: Pair) -> bool:
    """Whether the found words are those that were marked."""
    return bool(pair.marked and pair.found and _meets(pair.marked, pair.found, same=True))


def is_right(pair: Pair) -> bool:
    """Whether the value is the marked one, or its days are, where days were marked."""
    if pair.marked is None or pair.found is None:
        return False
    moment = pair.found.moment or UNKNOWN
    if pair.marked.days:
        return pair.marked.days == (moment.earliest, moment.latest)
    return _plain(pair.found.value) == _plain(pair.marked.value)


def _plain(value: str) -> str:
    """One form of values that mean the same."""
    value = value.upper().removesuffix("Z").replace("-UTC", "")
    length = re.fullmatch(r"P(T?)([\d.]+)([A-Z])", value)
    if length and (hours := HOURS.get(length[1] + length[3])):
        return f"{Decimal(length[2]) * hours:.0f} hours"
    return re.sub(r"^BC", "-", value)


def main() -> None:
    """Prints the mistakes in the half to develop on, of the data that are named; then the figures of both halves."""
    shared = Path(__file__).parents[2] / "shared"
    kinds = {
        "news": _half(times_data.news(shared), measured=False),
        "narratives": times_data.narratives(shared, measured=False),
        "dates": _half(times_data.genres(shared), measured=False),
    }
    for kind in sys.argv[1:]:
        for pair in pairs(kinds[kind]):
            if not (is_strict(pair) and is_right(pair)) and (pair.marked or kind != "dates"):
                _show(pair)
    print("to develop on", figures(shared, measured=False))


def _show(pair: Pair) -> None:
    text, mark, time = pair
    start, end = (mark.start, mark.end) if mark else (time.span.start, time.span.end) if time else (0, 0)
    told = (text.text[mark.start : mark.end], mark.type, mark.value or mark.days) if mark else "-"
    said = (
        (time.span.exact, time.type, time.value, time.moment and (time.moment.earliest, time.moment.latest))
        if time
        else "-"
    )
    print(text.name[:12], text.written, told, said, "|", " ".join(text.text[max(0, start - 40) : end + 30].split()))


if __name__ == "__main__":
    main()
