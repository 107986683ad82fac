"""Planted conflicts: a figure or a date that two reports share is changed in one of them, or only written otherwise.

Pairs of reports of the 301 rumours of one data set, split by rumour as in `figure_pairs`; for dates, stories of another
set as well, with the days on which their reports came out. A figure is taken to be of one thing in both if value and
unit are the same, none is a bound, and the sentences share three words; a date if its day is, and no message was sent
on it; each day of a story once, in the two reports whose sentences share most. The first digit, or the month, or the
day of the month, is then changed wherever the report gives it (a conflict that is to be found), and as a control it is
rewritten without a change of meaning (1,368 to "nearly 1,400", "March 5" to "5 March" or "March 5th").
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, zip_longest
from operator import itemgetter
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
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

PARTS = ("figures", "times", "moments", "publication", "discrepancies_figures", "discrepancies_dates")
REPORTS, DATED, EACH, SHARED_WORDS, LOWEST, LONGEST = 4, 8, 3, 3, 13, 6000
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATE = re.compile(rf"({'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) (\d{{1,2}})((?:, \d{{4}})?)")
NEWS = Path("data", "clustering", "newsstories_allsides", "articles_in_stories.jsonl.gz")
SHORT, LONG = 29, frozenset(MONTHS[number] for number in (0, 2, 4, 6, 7, 9, 11))
SENT = re.compile(r"\(@\w+\)\W*\Z")  # "— Name (@handle) May 9, 2018": when a message was sent
ISO = re.compile(r"\d{4}-\d\d-\d\d")
YEARS = {False: ("2016", "2017", "2018"), True: ("2019", "2020")}


class Planting(NamedTuple):
    """Two reports, the words that they share, what the first has in their place, and what it is: plant or control.

    `days`: when the two were published, where that is known.
    """

    texts: tuple[str, str]
    old: str
    new: str
    kind: str
    days: tuple[str, ...] = ()


def data(shared: Path) -> Iterator[Path]:
    """The files that the figures depend on."""
    yield from files(shared)
    yield shared / FOLDER / "claim_groups.json"
    yield shared / NEWS


def measure(shared: Path) -> dict[str, float]:
    """Shares over the measured half: planted conflicts found, controls without a conflict."""
    return {**figures(plantings(shared, measured=True)), "date_stories_calm": calm(shared, measured=True)}


def figures(made: Iterator[Planting]) -> dict[str, float]:
    """Found: a contradiction between the two. Seen: any difference. Calm: no contradiction at the rewritten words."""
    rows = [(planting.kind, *_outcome(planting)) for planting in made]
    found: dict[str, float] = {}
    for kind in ("figure", "date", "day"):
        plants = [row for row in rows if row[0] == kind]
        controls = [row for row in rows if row[0] == f"{kind} control"]
        found[f"{kind}s_found"] = sum(hard for _, hard, _ in plants) / max(len(plants), 1)
        found[f"{kind}s_seen"] = sum(soft for _, _, soft in plants) / max(len(plants), 1)
        found[f"{kind}_controls_calm"] = 1 - sum(hard for _, hard, _ in controls) / max(len(controls), 1)
    return found


def calm(shared: Path, *, measured: bool) -> float:
    """The share of the stories, as they are, in which no two dates are called a contradiction."""
    stories = [_read(*story)[1].get(Discrepancy, ()) for story in _stories(shared, measured=measured)]
    loud = sum(any(_is_hard_date(cast("Discrepancy", found)) for found in story) for story in stories)
    return 1 - loud / max(len(stories), 1)


def _is_hard_date(found: Discrepancy) -> bool:
    return found.kind == "date" and found.severity == "contradiction"


def plantings(shared: Path, *, measured: bool) -> Iterator[Planting]:
    """At most three shared figures and three shared days of each rumour, each as a plant and as a control."""
    for texts in _rumours(shared, REPORTS, measured=measured):
        yield from _of_rumour(texts)
    for story, days in _stories(shared, measured=measured):
        yield from _of_days(story, days)


def _stories(shared: Path, *, measured: bool) -> Iterator[tuple[list[str], list[str]]]:
    """The rumours, without days; and every second story of another set, with the days on which its reports came out."""
    yield from ((texts, []) for texts in _rumours(shared, DATED, measured=measured))
    groups: dict[str, list[dict[str, str]]] = {}
    with gzip.open(shared / NEWS, "rt", encoding="utf-8") as lines:
        for report in map(json.loads, lines):
            if ISO.fullmatch(report["date"] or "") and report["date"][:4] in YEARS[measured]:
                groups.setdefault(report["story_id"], []).append(report)
    for name, reports in sorted(groups.items()):
        if is_measured(name) and len(reports) > 1:
            yield [one["content_original"][:LONGEST] for one in reports], [one["date"] for one in reports]


def _rumours(shared: Path, most: int, *, measured: bool) -> Iterator[list[str]]:
    """The first reports of each rumour of that half."""
    texts = bodies(shared)
    for group in json.loads((shared / FOLDER / "claim_groups.json").read_text(encoding="utf-8")):
        if is_measured(group["gid"]) is measured:
            keys = sorted(body["body_id"] for body in group["bodies"])[:most]
            yield [texts[group["split"]][key][:LONGEST] for key in keys]


def _of_rumour(texts: list[str]) -> Iterator[Planting]:
    found, findings = _read(texts)
    articles = {article.id: article for article in found}
    made = 0
    for one, two in combinations(cast("tuple[Figure, ...]", findings.get(Figure, ())), 2):
        if made < EACH and _shared(one, two, articles):
            first, second = articles[one.span.article].text, articles[two.span.article].text
            old = one.number.exact
            made += 1
            yield Planting((first, second), old, _changed(old), "figure")
            if (new := _rewritten(one, old)) != old:
                yield Planting((first, second), old, new, "figure control")


def _of_days(texts: list[str], days: list[str]) -> Iterator[Planting]:
    """Of each day that two reports give, the two whose sentences share most."""
    found, findings = _read(texts, days)
    articles = {article.id: article for article in found}
    known = dict(zip((article.text for article in sorted(found, key=lambda one: one.file or "")), days, strict=False))
    best: dict[str, tuple[int, Time, Time]] = {}
    for one, two in combinations(cast("tuple[Time, ...]", findings.get(Time, ())), 2):
        sent = any(SENT.search(articles[time.span.article].text, 0, time.span.start) for time in (one, two))
        if not sent and _shared(one, two, articles):
            common = len(_words(one, articles) & _words(two, articles))
            key = _day(one.span.exact)
            best[key] = max(best.get(key, (0, one, two)), (common, one, two), key=itemgetter(0))
    for _, one, two in list(best.values())[:EACH]:
        pair = articles[one.span.article].text, articles[two.span.article].text
        dates = tuple(known[text] for text in pair if text in known)
        old = one.span.exact
        month, day, year = cast("re.Match[str]", DATE.fullmatch(old)).groups()
        later = (MONTHS[(_month(month) + step) % 12] for step in (5, 6))  # the one or the other has 31 days
        other = next(name for name in later if int(day) < SHORT or name in LONG)
        moved = (int(day) + 2 + int(day) % 9) % 28 + 1  # three to eleven days off
        yield Planting(pair, old, f"{other} {day}{year}", "date", dates)
        yield Planting(pair, old, f"{month} {moved}{year}", "day", dates)
        yield Planting(pair, old, f"{day} {month}{year[1:]}", "date control", dates)
        yield Planting(pair, old, f"{month} {day}{_ending(int(day))}{year}", "day control", dates)


def _day(text: str) -> str:
    dated = DATE.fullmatch(text)
    return f"{_month(dated[1])} {dated[2]}" if dated else ""


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS) if month.startswith(name[:3]))


def _ending(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _shared(one: Figure | Time, two: Figure | Time, articles: dict[str, Article]) -> bool:
    if type(one) is not type(two) or one.span.article == two.span.article:
        return False
    if isinstance(one, Figure) and isinstance(two, Figure):
        same = (one.value, one.unit) == (two.value, two.unit) and bool(DIGITS.fullmatch(one.number.exact))
        plain = {one.bound, two.bound} <= {"exact", "about"}
        alike = same and plain and one.value is not None and one.value >= LOWEST
    else:
        alike = bool(_day(one.span.exact)) and _day(one.span.exact) == _day(two.span.exact)
    return alike and len(_words(one, articles) & _words(two, articles)) >= SHARED_WORDS


def _words(one: Figure | Time, articles: dict[str, Article]) -> frozenset[str]:
    article = articles[one.span.article]
    held = [part for part in sentences(article, "headline", "subhead", "body") if part.covers(one.span)]
    return content(lexemes(held[0].exact), frozenset(words("figures", "stops"))) if held else frozenset()


def _changed(old: str) -> str:
    """Another first digit: never a rounding of the old one."""
    first = int(old[0])
    return f"{first + 3 if first < 7 else first - 3}{old[1:]}"  # noqa: PLR2004 -- stays a digit from 1 to 9


def _rewritten(one: Figure, old: str) -> str:
    """The same in other words; unchanged where there is no plain other way."""
    value = Decimal(old.replace(",", ""))
    step = Decimal(10) ** (value.adjusted() - 1)
    above = (value // step + 1) * step
    plain = one.bound == "exact" and value % step and one.span.exact.startswith(old)
    return f"nearly {above:,f}" if plain and value == value.to_integral_value() and step >= 1 else old


def _read(
    texts: Sequence[str], days: Sequence[str] = ()
) -> tuple[tuple[Article, ...], dict[type[Finding], tuple[Finding, ...]]]:
    known = [Moment(earliest=day, latest=day, timex=str(day)) for day in map(date.fromisoformat, days)]
    drafts = zip_longest(texts, known, fillvalue=UNKNOWN)
    articles = articles_of(
        Draft(file=f"{place}.txt", text=cast("str", text), published=published)
        for place, (text, published) in enumerate(drafts)
    )
    order = plan(detector for detector in installed() if detector.name in PARTS)
    return articles, run(Story(articles=articles), order)[0]


def _outcome(planting: Planting) -> tuple[bool, bool]:
    """Whether a contradiction, and whether any difference, has the planted words on a side of the first report."""
    tail = r"\w" if DATE.fullmatch(planting.old) else r"[\d]|,\d|\.\d"
    whole = re.compile(rf"(?<![\d,.]){re.escape(planting.old)}(?!{tail})")
    articles, findings = _read([whole.sub(planting.new, planting.texts[0]), planting.texts[1]], planting.days)
    first = next(article.id for article in articles if article.file == "0.txt")
    held = [
        found
        for found in cast("tuple[Discrepancy, ...]", findings.get(Discrepancy, ()))
        if any(span.article == first and _tell(planting) in span.exact for span in found.evidence())
        and any(span.article != first for span in found.evidence())
    ]
    return any(found.severity == "contradiction" for found in held), bool(held)


def _tell(planting: Planting) -> str:
    """What tells the planted words from others: the day of a date, the last word of a figure."""
    dated = DATE.fullmatch(planting.new)
    return dated[2] if dated else planting.new.split()[-1]


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
        print(
            "measured" if half else "to develop on",
            figures(plantings(shared, measured=half)),
            calm(shared, measured=half),
        )


if __name__ == "__main__":
    main()
