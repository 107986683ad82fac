"""Planted conflicts: a figure or a date that two reports share is changed in one of them, or only written otherwise.

Pairs of reports of the 301 rumours of one data set, split by rumour as in `figure_pairs`. A figure is taken to be of
one thing in both if value and unit are the same, none is a bound, and the sentences share three words; a date if its
day is. The first digit, or the month, is then changed wherever the report gives it (a conflict that is to be found),
and as a control it is rewritten without a change of meaning (1,368 to "nearly 1,400", "March 5" to "5 March").
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import NamedTuple, cast

from rumours import FOLDER, bodies, files, is_measured

from twosource.lexicon import words
from twosource.pipeline.detector import installed
from twosource.pipeline.plan import plan
from twosource.pipeline.run import run
from twosource.readers.finish import articles_of
from twosource.readers.source import Draft
from twosource.text.lexemes import lexemes
from twosource.text.likeness import content
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy
from twosource.types.figure import Figure, Time
from twosource.types.finding import Finding
from twosource.types.story import Story

PARTS = ("figures", "times", "moments", "publication", "discrepancies_figures", "discrepancies_dates")
REPORTS, EACH, SHARED_WORDS, LOWEST, LONGEST = 4, 3, 3, 13, 6000
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
DATE = re.compile(
    r"(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b"
)
MONTHS = DATE.pattern[1 : DATE.pattern.index(")")].split("|")


class Planting(NamedTuple):
    """Two reports, the words that they share, what the first has in their place, and what it is: plant or control."""

    texts: tuple[str, str]
    old: str
    new: str
    kind: str


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from files(shared)
    yield shared / FOLDER / "claim_groups.json"


def measure(shared: Path) -> dict[str, float]:
    """Shares over the measured half: planted conflicts found, controls without a conflict."""
    return figures(plantings(shared, measured=True))


def figures(made: Iterator[Planting]) -> dict[str, float]:
    """Found: a contradiction between the two. Seen: any difference. Calm: no contradiction at the rewritten words."""
    rows = [(planting.kind, *_outcome(planting)) for planting in made]
    found: dict[str, float] = {}
    for kind in ("figure", "date"):
        plants = [row for row in rows if row[0] == kind]
        controls = [row for row in rows if row[0] == f"{kind} control"]
        found[f"{kind}s_found"] = sum(hard for _, hard, _ in plants) / max(len(plants), 1)
        found[f"{kind}s_seen"] = sum(soft for _, _, soft in plants) / max(len(plants), 1)
        found[f"{kind}_controls_calm"] = 1 - sum(hard for _, hard, _ in controls) / max(len(controls), 1)
    return found


def plantings(shared: Path, *, measured: bool) -> Iterator[Planting]:
    """At most three shared figures and three shared dates of each rumour, each as a plant and as a control."""
    reports = bodies(shared)
    for group in json.loads((shared / FOLDER / "claim_groups.json").read_text(encoding="utf-8")):
        if is_measured(group["gid"]) is not measured:
            continue
        keys = sorted(body["body_id"] for body in group["bodies"])[:REPORTS]
        yield from _of_rumour([reports[group["split"]][key][:LONGEST] for key in keys])


def _of_rumour(texts: list[str]) -> Iterator[Planting]:
    found, findings = _read(texts)
    articles = {article.id: article for article in found}
    known = [*findings.get(Figure, ()), *findings.get(Time, ())]
    made = {"figure": 0, "date": 0}
    for one, two in combinations(cast("list[Figure | Time]", known), 2):
        kind = "figure" if isinstance(one, Figure) else "date"
        if made[kind] < EACH and _shared(one, two, articles):
            first, second = articles[one.span.article].text, articles[two.span.article].text
            old = one.number.exact if isinstance(one, Figure) else one.span.exact
            made[kind] += 1
            yield Planting((first, second), old, _changed(old), kind)
            if (new := _rewritten(one, old)) != old:
                yield Planting((first, second), old, new, f"{kind} control")


def _shared(one: Figure | Time, two: Figure | Time, articles: dict[str, Article]) -> bool:
    if type(one) is not type(two) or one.span.article == two.span.article:
        return False
    if isinstance(one, Figure) and isinstance(two, Figure):
        same = (one.value, one.unit) == (two.value, two.unit) and bool(DIGITS.fullmatch(one.number.exact))
        plain = {one.bound, two.bound} <= {"exact", "about"}
        alike = same and plain and one.value is not None and one.value >= LOWEST
    else:
        alike = one.span.exact == two.span.exact and bool(DATE.fullmatch(one.span.exact))
    return alike and len(_words(one, articles) & _words(two, articles)) >= SHARED_WORDS


def _words(one: Figure | Time, articles: dict[str, Article]) -> frozenset[str]:
    article = articles[one.span.article]
    held = [part for part in sentences(article, "headline", "subhead", "body") if part.covers(one.span)]
    return content(lexemes(held[0].exact), frozenset(words("figures", "stops"))) if held else frozenset()


def _changed(old: str) -> str:
    """Another month, or another first digit: never a rounding of the old one."""
    if dated := DATE.fullmatch(old):
        return f"{MONTHS[(MONTHS.index(dated[1]) + 5) % 12]} {dated[2]}"
    first = int(old[0])
    return f"{first + 3 if first < 7 else first - 3}{old[1:]}"  # noqa: PLR2004 -- stays a digit from 1 to 9


def _rewritten(one: Figure | Time, old: str) -> str:
    """The same in other words; unchanged where there is no plain other way."""
    if dated := DATE.fullmatch(old):
        return f"{dated[2]} {dated[1]}"
    value = Decimal(old.replace(",", ""))
    step = Decimal(10) ** (value.adjusted() - 1)
    above = (value // step + 1) * step
    plain = isinstance(one, Figure) and one.bound == "exact" and value % step and one.span.exact.startswith(old)
    return f"nearly {above:,f}" if plain and value == value.to_integral_value() and step >= 1 else old


def _read(texts: list[str]) -> tuple[tuple[Article, ...], dict[type[Finding], tuple[Finding, ...]]]:
    articles = articles_of(Draft(file=f"{place}.txt", text=text) for place, text in enumerate(texts))
    order = plan(detector for detector in installed() if detector.name in PARTS)
    return articles, run(Story(articles=articles), order)[0]


def _outcome(planting: Planting) -> tuple[bool, bool]:
    """Whether a contradiction, and whether any difference, has the planted words on a side of the first report."""
    whole = re.compile(rf"(?<![\d,.]){re.escape(planting.old)}(?![\d]|,\d|\.\d)")
    articles, findings = _read([whole.sub(planting.new, planting.texts[0]), planting.texts[1]])
    first = next(article.id for article in articles if article.file == "0.txt")
    held = [
        found
        for found in cast("tuple[Discrepancy, ...]", findings.get(Discrepancy, ()))
        if any(span.article == first and planting.new.split()[-1] in span.exact for span in found.evidence())
        and any(span.article != first for span in found.evidence())
    ]
    return any(found.severity == "contradiction" for found in held), bool(held)


def main() -> None:
    """The figures of both halves, and the plants that are missed in the half to develop on."""
    shared = Path(__file__).parents[2] / "shared"
    for planting in plantings(shared, measured=False):
        hard, _ = _outcome(planting)
        if hard == planting.kind.endswith("control"):
            place = planting.texts[0].find(planting.old)
            print(
                planting.kind, planting.old, "->", planting.new, "|", planting.texts[0][max(0, place - 80) : place + 60]
            )
    for half in (False, True):
        print("measured" if half else "to develop on", figures(plantings(shared, measured=half)))


if __name__ == "__main__":
    main()
