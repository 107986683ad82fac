"""Joins figures of one unit into groups by the links between them."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from twosource.text.compare.bounds import are_same
from twosource.text.compare.fitting import fit, may_differ
from twosource.text.compare.kinds import LENGTHS
from twosource.text.compare.pairs import Judge, is_ruled, link
from twosource.text.compare.setting import Setting
from twosource.text.compare.values import are_close, meet

Group = tuple[Setting, ...]
Values = frozenset[Decimal | None]
Links = dict[tuple[int, int], float]
MOST = 0.5
# In a unit of more figures than this, those are compared that share a word which no more than so many figures have.
MANY, COMMON = 400, 60
# The first of a large group speak for it.
SPEAKING = 40


def joined(found: Sequence[Setting], judge: Judge, apart: Container[Values]) -> Iterator[Group]:
    """Groups in the order of their first figure; `apart` are pairs of values that some report tells apart."""
    links = {
        (one, two): odds
        for one, two in _pairs(found)
        if found[one].article is not found[two].article
        and (meet(found[one], found[two]) or values_of(found[one], found[two]) not in apart)
        and (odds := link(found[one], found[two], judge)) is not None
    }
    groups = [[place] for place in range(len(found))]
    of = list(range(len(found)))
    for one, two in sorted(_best(links, found, judge), key=lambda pair: (-links[pair], pair)):
        first, second = sorted((of[one], of[two]))
        if first != second and _may_join(groups[first], groups[second], found, links, apart):
            for place in groups[second]:
                of[place] = first
            groups[first] += groups[second]
            groups[second] = []
    for group in groups:
        if group:
            yield tuple(found[place] for place in sorted(group))


def _pairs(found: Sequence[Setting]) -> Iterable[tuple[int, int]]:
    """The pairs of figures that may be linked, in order: all of them, unless that is too many."""
    if len(found) <= MANY:
        return combinations(range(len(found)), 2)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, setting in enumerate(found):
        for word in setting.wide:
            holders[word].append(place)
    rare = (places for places in holders.values() if len(places) <= COMMON)
    return sorted({pair for places in rare for pair in combinations(places, 2)})


def _best(links: Links, found: Sequence[Setting], judge: Judge) -> Iterator[tuple[int, int]]:
    """The links of values that agree, and those where each is the best for the other in its report.

    A report may give two lengths of one thing, as told on two occasions ("for six months", "for over a year").
    """
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (one, two), odds in links.items():
        rank = odds + AGREEING * are_same(found[one].figure, found[two].figure)
        for place, other in ((one, two), (two, one)):
            key = (place, found[other].article.id)
            best[key] = max(best[key], rank)
    for (one, two), odds in links.items():
        rank = odds + AGREEING * are_same(found[one].figure, found[two].figure)
        both = (best[one, found[two].article.id], best[two, found[one].article.id])
        lengths = is_length(found[one]) and is_ruled(found[one], found[two], judge)
        if are_close(found[one], found[two]) or max(both) <= rank or lengths:
            yield one, two


AGREEING = 100.0


def is_length(setting: Setting) -> bool:
    """Whether it is a length of time, ages aside."""
    return setting.figure.unit in LENGTHS and setting.attribute != "age"


def _may_join(
    one: Sequence[int],
    two: Sequence[int],
    found: Sequence[Setting],
    links: Mapping[tuple[int, int], float],
    apart: Container[Values],
) -> bool:
    """Whether most values of two groups are linked, and nothing tells two of them apart that differ."""
    pairs = list(product(one[:SPEAKING], two[:SPEAKING]))
    values = [values_of(found[left], found[right]) for left, right in pairs]
    linked = {
        both
        for both, (left, right) in zip(values, pairs, strict=True)
        if (left, right) in links or (right, left) in links
    }
    if len(linked) < MOST * len(set(values)):
        return False
    for both, (left, right) in zip(values, pairs, strict=True):
        first, second = found[left], found[right]
        if meet(first, second):
            continue
        contrast = first.contrast or second.contrast
        together = first.article is second.article and not contrast and not is_length(first)
        if both in apart or together:
            return False
        if not fit(first, second) or not may_differ(first, second, alike=True):
            return False
    return True


def values_of(one: Setting, two: Setting) -> Values:
    """The two values."""
    return frozenset((one.figure.value, two.figure.value))
