"""Judged pairs of figures and dates: do two reports measure the same thing, and if so, do they exclude each other?

358 pairs from 105 rumours, split by rumour into a half to develop on and a half that is measured. The reports of a
rumour that hold its pairs are read as one story. A pair counts as of one measure if the comparison puts its two figures
into one group, whether they differ or not; as a contradiction if a discrepancy of that severity has one on each side.
`python gate/figure_pairs.py` prints what it gets wrong in the half to develop on, and the figures of both halves.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from rumours import bodies, files, is_measured

from twosource.detect.discrepancies_figures import growing
from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.compare.spot import compare_tables
from twosource.text.compare.whole import story_groups
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy
from twosource.types.figure import Figure, Time
from twosource.types.span import Span
from twosource.types.story import Story

PARTS = ("figures", "times", "moments", "publication", "discrepancies_figures", "discrepancies_dates")


class Answer(NamedTuple):
    """What is answered for a pair: of one measure, and the severities of the discrepancies between its figures."""

    same: bool
    severities: frozenset[str]


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield shared / "data" / "figure_pairs" / "pairs.jsonl"
    yield from files(shared)


def measure(shared: Path) -> dict[str, float]:
    """Shares over the measured half."""
    return figures([row for row in answered(shared) if is_measured(row[0]["gid"])])


def figures(rows: Sequence[tuple[dict[str, Any], Answer]]) -> dict[str, float]:
    """F1 of "one measure" over the settled pairs; precision and recall of contradictions over all."""
    settled = [
        (pair["same_measure"] == "yes", answer.same) for pair, answer in rows if pair["same_measure"] != "unclear"
    ]
    hits = sum(gold and said for gold, said in settled)
    called = [pair["relation"] for pair, answer in rows if "contradiction" in answer.severities]
    right = called.count("contradiction")
    wanted = sum(pair["relation"] == "contradiction" for pair, _ in rows)
    return {
        "same_measure_f1": 2 * hits / max(sum(gold for gold, _ in settled) + sum(said for _, said in settled), 1),
        "same_measure_precision": hits / max(sum(said for _, said in settled), 1),
        "contradiction_precision": right / max(len(called), 1),
        "contradiction_recall": right / max(wanted, 1),
    }


def answered(shared: Path) -> Iterator[tuple[dict[str, Any], Answer]]:
    """Each pair with what is answered for it."""
    reports = bodies(shared)
    rumours = defaultdict(list)
    with (shared / "data" / "figure_pairs" / "pairs.jsonl").open(encoding="utf-8") as lines:
        for pair in map(json.loads, lines):
            rumours[pair["gid"]].append(pair)
    for gid in sorted(rumours):
        keys = sorted({(pair[side]["split"], pair[side]["body_id"]) for pair in rumours[gid] for side in "ab"})
        drafts = [Draft(file=f"{split}-{body:05}.txt", text=reports[split][body]) for split, body in keys]
        articles = articles_of(iter(drafts))
        yield from zip(rumours[gid], _answers(rumours[gid], articles), strict=True)


def _answers(pairs: Sequence[dict[str, Any]], articles: tuple[Article, ...]) -> Iterator[Answer]:
    """Reads the reports as one story, with only those detectors that compare figures and dates."""
    story = Story(articles=articles)
    findings, _ = run(story, plan(detector for detector in installed() if detector.name in PARTS))
    measured = cast("tuple[Figure, ...]", findings.get(Figure, ()))
    times = cast("tuple[Time, ...]", findings.get(Time, ()))
    found = cast("tuple[Discrepancy, ...]", findings.get(Discrepancy, ()))
    groups = [
        [setting.figure.span for setting in group]
        for group in story_groups(story, measured, times, compare_tables(), growing())
    ]
    ids = {article.file: article.id for article in articles}
    for pair in pairs:
        one, two = (_place(pair[side], ids) for side in "ab")
        between = [discrepancy for discrepancy in found if _apart(discrepancy, one, two)]
        joined = any(_holds(group, one) and _holds(group, two) for group in groups)
        yield Answer(joined or bool(between), frozenset(discrepancy.severity for discrepancy in between))


def _place(side: dict[str, Any], ids: dict[str | None, str]) -> tuple[str, int, int]:
    return ids[f"{side['split']}-{side['body_id']:05}.txt"], side["start"], side["end"]


def _holds(spans: Iterable[Span], place: tuple[str, int, int]) -> bool:
    article, start, end = place
    return any(span.article == article and span.start < end and start < span.end for span in spans)


def _apart(discrepancy: Discrepancy, one: tuple[str, int, int], two: tuple[str, int, int]) -> bool:
    """Whether the places are on different sides."""
    ones = {index for index, side in enumerate(discrepancy.sides) if _holds(side.spans, one)}
    twos = {index for index, side in enumerate(discrepancy.sides) if _holds(side.spans, two)}
    return any(first != second for first in ones for second in twos)


def main() -> None:
    """Prints what is wrong in the half to develop on, and the figures of both halves."""
    rows = list(answered(Path(__file__).parents[2] / "shared"))
    for pair, answer in rows:
        called = "contradiction" in answer.severities
        wrong = pair["same_measure"] != "unclear" and (pair["same_measure"] == "yes") != answer.same
        if not is_measured(pair["gid"]) and (wrong or called != (pair["relation"] == "contradiction")):
            print(pair["id"], pair["relation"], "->", answer.same, *sorted(answer.severities))
            print("   ", pair["a"]["figure"], "|", pair["b"]["figure"], "|", pair["explanation"])
    for half in (False, True):
        print("measured" if half else "to develop on", figures([r for r in rows if is_measured(r[0]["gid"]) is half]))


if __name__ == "__main__":
    main()
