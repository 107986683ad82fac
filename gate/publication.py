"""The day of publication, inferred where the reports of a story do not state it.

Labelled stories of which two reports at least are dated; all their dates are hidden, and the intervals that are
inferred are held against them. Developed on 2016 to 2018, measured on 2019 and 2020. `python gate/publication.py`
prints the wrong ones of the years of development, and the figures there.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple, cast

import clustering

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.figure import Publication
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

PARTS = ("times", "publication")
MONTH = 31


class Dated(NamedTuple):
    """A report, the day that it bears, and what is inferred without it."""

    row: dict[str, Any]
    day: date
    inferred: Moment


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from (shared / clustering.FOLDER / name for name in clustering.FILES[:2])


def measure(shared: Path, years: tuple[int, ...] = clustering.MEASURED) -> dict[str, float]:
    """Shares of the reports."""
    return figures(list(dated(shared, years)))


def figures(given: Sequence[Dated]) -> dict[str, float]:
    """Those with an interval, with both ends of one, within a month; and of the first two, those that are right."""
    told = [one for one in given if one.inferred != UNKNOWN]
    bounded = [one for one in told if one.inferred.is_known]
    return {
        "with_interval": len(told) / max(len(given), 1),
        "bounded": len(bounded) / max(len(given), 1),
        "within_a_month": sum(width(one) <= MONTH for one in bounded) / max(len(given), 1),
        "holds_the_day": sum(map(holds, told)) / max(len(told), 1),
        "bounded_holds_the_day": sum(map(holds, bounded)) / max(len(bounded), 1),
    }


def dated(shared: Path, years: tuple[int, ...]) -> Iterator[Dated]:
    """The reports of the stories, each with what is inferred where all dates are hidden."""
    stories = clustering.labels(shared, years)
    grouped = defaultdict[str, list[dict[str, Any]]](list)
    for row in clustering.rows(shared / clustering.FOLDER / clustering.FILES[1], years):
        if row["ID"] in stories:
            grouped[stories[row["ID"]]].append(row)
    order = plan(detector for detector in installed() if detector.name in PARTS)
    for rows in grouped.values():
        if len(rows) > 1:
            yield from _inferred(rows, order)


def _inferred(rows: Sequence[dict[str, Any]], order: Any) -> Iterator[Dated]:  # noqa: ANN401 -- what plan gives
    drafts = [
        Draft(file=f"{row['ID']}.txt", text=f"{row['title']}\n\n{row['content_original']}", title=row["title"] or None)
        for row in rows
    ]
    articles = articles_of(drafts)
    found = cast("Sequence[Publication]", run(Story(articles=articles), order)[0].get(Publication, ()))
    known = {one.article: one.moment for one in found}
    files = {article.file: article for article in articles}
    for row in rows:
        article = files[f"{row['ID']}.txt"]
        stated = article.published
        is_stated = stated.earliest is not None or stated.latest is not None
        yield Dated(row, date.fromisoformat(row["date"]), stated if is_stated else known.get(article.id, UNKNOWN))


def holds(one: Dated) -> bool:
    """Whether the day lies in the interval."""
    low, high = one.inferred.earliest, one.inferred.latest
    return (low is None or low <= one.day) and (high is None or one.day <= high)


def width(one: Dated) -> int:
    """The days of an interval that is bounded at both ends."""
    low, high = one.inferred.earliest, one.inferred.latest
    return (high - low).days + 1 if low and high else sys.maxsize


def main() -> None:
    """Prints the wrong intervals of the years of development, and the figures there."""
    given = list(dated(Path(__file__).parents[2] / "shared", clustering.DEVELOPED))
    for one in given:
        if one.inferred != UNKNOWN and not holds(one):
            ends = f"{one.inferred.earliest} to {one.inferred.latest}"
            print(one.row["ID"], one.day, "|", ends, "|", one.inferred.why, "|", one.row["title"])
    widths = [width(one) for one in given if one.inferred.is_known]
    print(len(given), "reports; days in the median of the bounded:", median(widths), figures(given))


if __name__ == "__main__":
    main()
