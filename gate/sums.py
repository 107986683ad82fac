"""Slips planted in sentences of real reports: both ends of a change exchanged, a part made larger than its whole.

Sentences of reports of 2019 and 2020 ("fell from 61 percent to 57", "12 people, including three children") are found by
plain patterns that the program does not use; developed on those of 2010 to 2018. They are few: 14 and 42. As a control,
the same sentences as they are, and whole reports. `python gate/sums.py` prints the slips that are not found, and what
is found where nothing was planted, in the years of development.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, cast

import clustering

from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.types.comparison import Discrepancy
from twosource.types.story import Story

PARTS = ("figures", "times", "discrepancies_sums")
DEVELOPED = tuple(range(2010, 2019))
REPORTS, MOST = 600, 150
TITLE = "Notes of the day from Ledbury and the coast\n\n"
NUMBER = r"(?<![\w.,-])[$£€]?\d[\d,]*(?:\.\d+)?(?:%| (?:percent|million|billion))"
VERB = r"\b(?:rose|fell|increased|dropped|declined|grew|climbed|jumped|plunged|decreased)\b"
CHANGE = re.compile(
    rf"{VERB}[^.;]{{0,25}}? (?:from (?P<a>{NUMBER}) to (?P<b>{NUMBER})|to (?P<c>{NUMBER}) from (?P<d>{NUMBER}))"
)
SMALL = r"\d+|two|three|four|five|six|seven|eight|nine|ten"
PART = re.compile(
    rf"(?<!least )(?<!than )(?<!over )\b(?P<total>{SMALL}|eleven|twelve) (?:people|victims|passengers|students)\b"
    rf"[^.;]{{0,30}}, including (?P<part>{SMALL}) (?:women|children|men|students|girls)"
)
SENTENCE = re.compile(r"[^\n.]{20,400}(?:\.\d[^\n.]*)*\.")


class Planting(NamedTuple):
    """A sentence, what it is with a slip in it, and of which kind that is."""

    kind: str
    plain: str
    slip: str


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from (shared / clustering.FOLDER / name for name in clustering.FILES)


def measure(shared: Path, years: tuple[int, ...] = clustering.MEASURED) -> dict[str, float]:
    """Shares of the slips that are found, of their sentences and of reports in which nothing is found as they are."""
    made = list(plantings(shared, years))
    found: dict[str, float] = {}
    found["slips_found"] = sum(bool(sums(one.slip)) for one in made) / max(len(made), 1)
    found["controls_calm"] = 1 - sum(bool(sums(one.plain)) for one in made) / max(len(made), 1)
    reports = list(islice(texts(shared, years), REPORTS))
    found["reports_calm"] = 1 - sum(bool(sums(text)) for text in reports) / max(len(reports), 1)
    return found


def texts(shared: Path, years: tuple[int, ...]) -> Iterator[str]:
    """The reports of these years."""
    for name in clustering.FILES[1:]:
        for row in clustering.rows(shared / clustering.FOLDER / name, years):
            yield row["content_original"]


def plantings(shared: Path, years: tuple[int, ...]) -> Iterator[Planting]:
    """At most so many of each kind, each sentence once."""
    seen: set[str] = set()
    kept = {"change": 0, "part": 0}
    for text in texts(shared, years):
        for sentence in SENTENCE.finditer(text):
            for one in _of(sentence[0].strip()):
                if one.plain not in seen and kept[one.kind] < MOST:
                    seen.add(one.plain)
                    kept[one.kind] += 1
                    yield one


def _of(sentence: str) -> Iterator[Planting]:
    change = CHANGE.search(sentence)
    if change:
        one, two = ("a", "b") if change["a"] else ("c", "d")
        if _size(change[one]) and _size(change[two]) and _size(change[one]) != _size(change[two]):
            slip = sentence[: change.start(one)] + change[two] + sentence[change.end(one) : change.start(two)]
            yield Planting("change", sentence, slip + change[one] + sentence[change.end(two) :])
    part = PART.search(sentence)
    if part:
        yield Planting("part", sentence, sentence[: part.start("part")] + "6,400" + sentence[part.end("part") :])


def _size(number: str) -> str:
    return re.sub(r"[^\d.]", "", number)


def sums(text: str) -> Sequence[Discrepancy]:
    """What is found in a report of this text."""
    articles = articles_of([Draft(file="0.txt", text=TITLE + text)])
    order = plan(detector for detector in installed() if detector.name in PARTS)
    return cast("Sequence[Discrepancy]", run(Story(articles=articles), order)[0].get(Discrepancy, ()))


def main() -> None:
    """Prints the mistakes and the figures of the years of development."""
    shared = Path(__file__).parents[2] / "shared"
    made = list(plantings(shared, DEVELOPED))
    for one in made:
        if not sums(one.slip):
            print("missed", one.kind, "|", one.slip)
        for alarm in sums(one.plain):
            print("false", alarm.explanation, "|", one.plain)
    print(len(made), "slips", measure(shared, DEVELOPED))


if __name__ == "__main__":
    main()
