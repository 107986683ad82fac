"""Discrepancies of figures: the same thing counted or measured, with values that differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import cast

from twosource.lexicon import table, words
from twosource.text.compare.bounds import Range, admitted, likely, rounder
from twosource.text.compare.pairs import LENGTHS, comparable, unit_class
from twosource.text.compare.setting import CompareTables, Setting, settings
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy, DiscrepancyKind, Severity, Side
from twosource.types.figure import Figure, Publication, Time
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

Group = tuple[Setting, ...]
SHOWN = 4


def discrepancies_figures(
    story: Story, figures: Sequence[Figure], times: Sequence[Time], publications: Sequence[Publication]
) -> Iterator[Discrepancy]:
    """Lays the figures of all reports side by side, and reports those of one thing that differ, with the kind of difference.

    Figures are of one thing if unit, attribute (the word they are said of: killed, revenue, price …), subject and
    period agree, as far as the words around them show it; or if their sentences are nearly the same. A false conflict
    costs more than a missed one, so that in doubt they are not compared. What the words admit decides: "more than
    110,000" and "111,800" fit, and differ only in rounding; "10,000 or less" and "111,800" admit no common value and
    contradict each other; counts that grow (killed, arrested) in reports of different days are an update; where the
    period of one is not told, or one value lies between two others, the difference is left unresolved.

    It misses on purpose: figures whose attribute no word nearby names, sums over several reports, different parts of
    one thing, and figures that are denied ("not 10,000").
    """
    found = [
        setting
        for article in story.articles
        if article.skipped is None
        for setting in _settings(article, figures, times)
    ]
    published = {publication.article: publication.moment for publication in publications}
    published |= {article.id: article.published for article in story.articles if article.published.is_known}
    for group in _groups(found):
        apart = _told_apart(group)
        parts = [part for part in _split(group, apart) if len({setting.article.id for setting in part}) > 1]
        for part in parts:
            yield from _differences(part, published)


def _settings(article: Article, figures: Sequence[Figure], times: Sequence[Time]) -> list[Setting]:
    mine = [figure for figure in figures if figure.span.article == article.id]
    return settings(article, mine, [time for time in times if time.span.article == article.id], tables())


@cache
def tables() -> CompareTables:
    """The word lists for English."""
    attributes = cast("dict[str, list[str]]", table("attributes")["attributes"])
    weak = cast("dict[str, list[str]]", table("attributes")["weak"])["names"]
    return CompareTables(
        attributes={word: name for name, found in attributes.items() for word in found},
        stops=frozenset(words("figures", "stops")),
        weak=frozenset(weak),
        **{key: frozenset(found) for key, found in cast("dict[str, list[str]]", table("attributes")["cues"]).items()},
    )


@cache
def growing() -> frozenset[str]:
    """The attributes whose counts grow while reports are written."""
    return frozenset(cast("dict[str, list[str]]", table("attributes")["growing"])["list"])


def _groups(found: Sequence[Setting]) -> Iterator[Group]:
    """Figures of one thing: each is comparable with the first of its group and with most of the others."""
    buckets: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for setting in found:
        if admitted(setting.figure) is None:
            continue
        bucket = buckets[unit_class(setting.figure.unit), setting.attribute]
        for index, group in enumerate(bucket):
            fits = sum(comparable(setting, other, growing()) for other in group)
            if 2 * fits > len(group):
                bucket[index] = (*group, setting)
                break
        else:
            bucket.append((setting,))
    for key in sorted(buckets):
        yield from (group for group in buckets[key] if len(group) > 1)


def _told_apart(group: Group) -> frozenset[frozenset[Decimal | None]]:
    """Pairs of values that one report gives side by side without contrasting them: to it they are two things."""
    pairs = set()
    for one, two in combinations(group, 2):
        contrast = one.contrast or two.contrast
        if one.article is two.article and not contrast and not _range(one).meets(_range(two)):
            pairs.add(frozenset((one.figure.value, two.figure.value)))
    return frozenset(pairs)


def _split(group: Group, apart: frozenset[frozenset[Decimal | None]]) -> Iterator[Group]:
    """The figures without the values that some report tells apart; those are no two values of one thing.

    Lengths of time are kept: they go on while a report tells of two moments.
    """
    if group[0].figure.unit in LENGTHS and group[0].attribute != "age":
        yield group
        return
    mixed = {value for pair in apart for value in pair}
    yield tuple(setting for setting in group if setting.figure.value not in mixed)


def _differences(group: Group, published: dict[str, Moment]) -> Iterator[Discrepancy]:
    parts = _parts(group)
    if len(parts) > 1 and _conflict(parts):
        yield _discrepancy(parts, _severity(group, parts, published))
    for part in parts:
        values = _by_value(part)
        if len(values) > 1:
            meets = all(_range(one[0]).meets(_range(two[0])) for one, two in combinations(values, 2))
            yield _discrepancy(values, "rounding" if meets else "unresolved")


def _conflict(parts: Sequence[Group]) -> bool:
    """Whether some values of different parts cannot both be right."""
    return any(
        not _range(one).meets(_range(two)) for left, right in combinations(parts, 2) for one in left for two in right
    )


def _range(setting: Setting, *, near: bool = False) -> Range:
    """The admitted (or the likely) values, lengths of time in seconds."""
    found = (likely if near else admitted)(setting.figure) or Range(None, None)
    scale = Decimal(LENGTHS.get(setting.figure.unit, 1))
    return Range(None if found.low is None else found.low * scale, None if found.high is None else found.high * scale)


def _parts(group: Group) -> list[Group]:
    """The figures, joined where they admit a common value: what is left apart cannot be one number."""
    parts: list[Group] = []
    for setting in group:
        near = [
            part for part in parts if any(_range(setting, near=True).meets(_range(other, near=True)) for other in part)
        ]
        joined = (*(other for part in near for other in part), setting)
        parts = [part for part in parts if part not in near] + [joined]
    return parts


def _by_value(part: Group) -> list[Group]:
    """The figures of a part by what they print; "about 26%" and "26%" print the same."""
    found: dict[tuple[object, ...], Group] = {}
    for setting in part:
        figure = setting.figure
        bound = "exact" if figure.bound == "about" else figure.bound
        key = (
            figure.value,
            figure.low if figure.value is None else None,
            figure.high if figure.value is None else None,
            bound,
            figure.unit in LENGTHS and figure.unit,
        )
        found[key] = (*found.get(key, ()), setting)
    return list(found.values())


def _severity(group: Group, parts: Sequence[Group], published: dict[str, Moment]) -> Severity:
    """A contradiction, unless the count grows or the difference is small and one value is much rounder."""
    if group[0].figure.unit in LENGTHS and group[0].attribute != "age" and _told_apart(group):
        return "unresolved"
    if group[0].attribute in growing():
        days = [published.get(part[0].article.id, UNKNOWN) for part in parts]
        return "update" if any(one.is_disjoint(two) for one, two in combinations(days, 2)) else "unresolved"
    if group[0].attribute == "age" and all(abs(_years(one) - _years(two)) <= 1 for one, two in combinations(parts, 2)):
        return "unresolved"
    small = all(rounder(one[0].figure, two[0].figure) for one, two in combinations(parts, 2))
    return "unresolved" if small else "contradiction"


def _years(part: Group) -> Decimal:
    return part[0].figure.value or Decimal(0)


def _discrepancy(sides: Sequence[Group], severity: Severity) -> Discrepancy:
    first = sides[0][0]
    kind: DiscrepancyKind = "duration" if first.figure.unit in LENGTHS else "quantity"
    made = tuple(Side(value=_value(side), spans=tuple(setting.figure.span for setting in side)) for side in sides)
    return Discrepancy(
        kind=kind,
        severity=severity,
        title=" | ".join(side.value for side in made[:SHOWN]) + (" | …" if len(made) > SHOWN else ""),
        sides=made,
        explanation=WHY[severity],
    )


WHY: dict[str, str] = {
    "contradiction": "The reports give values for the same thing that cannot all be right.",
    "rounding": "One value for the same thing, printed with different precision or bounds.",
    "update": "A count that grows; the reports are of different days.",
    "unresolved": "The values differ; the reports do not settle whether they are of the same count, time or scope.",
}


def _value(side: Group) -> str:
    """The commonest wording of a side, the earliest among equals."""
    wordings = [" ".join(setting.figure.span.exact.split()) for setting in side]
    return max(dict.fromkeys(wordings), key=wordings.count)
