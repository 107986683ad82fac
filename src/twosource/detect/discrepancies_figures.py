"""Discrepancies of figures: the same thing counted or measured, with values that differ."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import cast

from twosource.lexicon import table
from twosource.text.compare.bounds import rounder
from twosource.text.compare.fitting import FARTHEST
from twosource.text.compare.grouping import by_value, exclude_each_other, is_vague, parts, values_apart
from twosource.text.compare.joining import Group, is_length
from twosource.text.compare.kinds import MOVING
from twosource.text.compare.pairs import Judge, is_sure
from twosource.text.compare.setting import Setting
from twosource.text.compare.spot import compare_tables
from twosource.text.compare.values import meet
from twosource.text.compare.whole import story_groups
from twosource.text.words import stem
from twosource.types.comparison import Discrepancy, Severity, Side
from twosource.types.figure import Figure, Publication, Time
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.story import Story

SHOWN, TWO = 4, 2
# Words before a distance that does not change, and how much of their sentences two reports share then.
LYING, STILL = frozenset(map(stem, ("located", "lies", "situated"))), 0.4
WHY: dict[Severity, str] = {
    "contradiction": "{} and {} are said of the same thing and cannot both be right.",
    "rounding": "{} and {} can be one value, printed with different precision or bounds.",
    "update": "{} and {} are of a count that grows, in reports of different days.",
    "unresolved": "{} and {} differ; the reports do not settle whether they are of one count, time or scope.",
}


def discrepancies_figures(
    story: Story, figures: Sequence[Figure], times: Sequence[Time], publications: Sequence[Publication]
) -> Iterator[Discrepancy]:
    """Lays the figures of all reports side by side, and reports those of one thing that differ, and how.

    Figures are of one thing if unit, attribute (the word they are said of: killed, revenue, price …), subject and
    period agree, as far as the words around them show it; or if their sentences are nearly the same. A false conflict
    costs more than a missed one, so that in doubt they are not compared. What the words admit decides: "more than
    110,000" and "111,800" fit, and differ only in rounding; "10,000 or less" and "111,800" admit no common value and
    contradict each other; counts that grow (killed, arrested) in reports of different days are an update; where the
    period of one is not told, or one value lies between two others, the difference is left unresolved.

    It misses on purpose: figures whose attribute no word nearby names, sums over several reports, different parts of
    one thing, two values that one report tells apart, and figures that are denied ("not 10,000").
    """
    published = {publication.article: publication.moment for publication in publications}
    published |= {article.id: article.published for article in story.articles if article.published.is_known}
    judge, groups = story_groups(story, figures, times, compare_tables(), growing())
    for group in groups:
        yield from _differences(group, published, judge)


def _differences(group: Group, published: Mapping[str, Moment], judge: Judge) -> Iterator[Discrepancy]:
    """The conflict between the parts of a group, and within each part the differences that fit."""
    found = parts(group)
    if any(exclude_each_other(one, two) for one, two in combinations(found, 2)):
        if _are_numbers(found):
            yield _discrepancy(found, _severity(group, found, published, judge))
        # Vague words beside a conflict fit either side, which tells nothing more.
        found = [tuple(setting for setting in part if not is_vague(setting)) for part in found]
    for part in found:
        values = by_value(tuple(setting for setting in part if not (is_vague(setting) and is_length(setting))))
        if len(values) > 1 and len({setting.article.id for setting in part}) > 1:
            yield _discrepancy(values, _nuance(values, published))


def _are_numbers(found: Sequence[Group]) -> bool:
    """Whether two sides give a number, or words that bound one ("dozens"), and these are not worlds apart."""
    told = ([_most(one) for one in part] for part in found)
    most = [max(values) for part in told if (values := [value for value in part if value])]
    return len(most) >= TWO and max(most) < FARTHEST * min(most)


def _most(one: Setting) -> Decimal | None:
    vague = one.admits.low if one.admits and is_vague(one) and not is_length(one) else None
    return one.figure.value or one.figure.high or vague


def _nuance(values: Sequence[Group], published: Mapping[str, Moment]) -> Severity:
    """What it is that values differ in which may well be one."""
    if values[0][0].attribute in growing() and _of_other_days(values, published):
        return "update"
    apart = any(
        exclude_each_other(one[:1], two[:1]) or _are_as_precise(one[0].figure, two[0].figure)
        for one, two in combinations(values, 2)
    )
    return "unresolved" if apart else "rounding"


def _are_as_precise(one: Figure, two: Figure) -> bool:
    """Whether two values are printed to the same digit: neither of £8 million and £9 million is the other, rounded."""
    if one.value is None or two.value is None or one.value == two.value or not one.bound == two.bound == "exact":
        return False
    return one.value.normalize().as_tuple().exponent == two.value.normalize().as_tuple().exponent


def _of_other_days(found: Sequence[Group], published: Mapping[str, Moment]) -> bool:
    days = [published.get(part[0].article.id, UNKNOWN) for part in found]
    return any(one.is_disjoint(two) for one, two in combinations(days, 2))


def _severity(group: Group, found: Sequence[Group], published: Mapping[str, Moment], judge: Judge) -> Severity:
    """A contradiction, unless it grows, moves or goes on, is vague or much rounder, or the words leave doubts."""
    first = group[0]
    if first.attribute in growing() and not is_length(first):
        return "update" if _of_other_days(found, published) else "unresolved"
    pairs = list(combinations(found, 2))
    ages = first.attribute == "age" and all(abs(_value(one) - _value(two)) <= 1 for one, two in pairs)
    rounded = all(rounder(one[0].figure, two[0].figure) for one, two in pairs)
    # "for over a year" is said of what lasts: it may have been six months when the other was said
    lasts = any(setting.figure.bound != "exact" for part in found for setting in part)
    goes_on = is_length(first) and (lasts or bool(values_apart(group)))
    plain = [[setting for setting in part if not is_vague(setting)] for part in found]
    vague = sum(bool(part) for part in plain) < TWO
    moves = first.figure.unit in MOVING and not any(_is_still(one, two, judge) for one, two in pairs)
    sure = any(_is_sure(one, two, judge) for one, two in pairs)
    return "unresolved" if ages or rounded or goes_on or vague or moves or not sure else "contradiction"


def _is_sure(one: Group, two: Group, judge: Judge) -> bool:
    """Whether two reports measure one thing for certain, and give values that exclude each other."""
    apart = [(left, right) for left in one for right in two if left.article is not right.article]
    return any(not meet(left, right) and is_sure(left, right, judge) for left, right in apart)


def _is_still(one: Group, two: Group, judge: Judge) -> bool:
    """Whether two sentences that say the same in nearly the same words tell where something lies: "is located"."""
    return any(
        judge.rarity.share(left.wide, right.wide) >= STILL and bool({left.left, right.left} & LYING)
        for left in one
        for right in two
    )


def _value(part: Group) -> Decimal:
    return part[0].figure.value or Decimal(0)


def _discrepancy(sides: Sequence[Group], severity: Severity) -> Discrepancy:
    made = tuple(Side(value=_wording(side), spans=tuple(setting.figure.span for setting in side)) for side in sides)
    quoted = [f"“{side.value}”" for side in (made[0], made[-1])]
    return Discrepancy(
        kind="duration" if is_length(sides[0][0]) else "quantity",
        severity=severity,
        title="; ".join(side.value for side in made[:SHOWN]) + ("; …" if len(made) > SHOWN else ""),
        sides=made,
        explanation=WHY[severity].format(*quoted),
    )


def _wording(side: Group) -> str:
    """The commonest wording of a side, the earliest among equals."""
    wordings = [" ".join(setting.figure.span.exact.split()) for setting in side]
    return max(dict.fromkeys(wordings), key=wordings.count)


@cache
def growing() -> frozenset[str]:
    """The attributes whose counts grow while reports are written."""
    return frozenset(cast("dict[str, list[str]]", table("attributes")["growing"])["list"])
