"""Groups figures of one thing, and splits a group by the values that its members admit."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from twosource.text.compare.bounds import Range, admitted, likely
from twosource.text.compare.kinds import LENGTHS, unit_class
from twosource.text.compare.pairs import comparable
from twosource.text.compare.setting import Setting
from twosource.text.places import by_article

# The first of a large group speak for it: whoever is not comparable with most of them would not be with most of all.
SPEAKING = 60
# A report of more figures of one unit holds a table: those after them are not compared.
TABLE = 1000
LOW, RECURRING = 12, frozenset(("percent", "percentage point", *LENGTHS))

Group = tuple[Setting, ...]


def groups(found: Sequence[Setting], weights: Mapping[str, float], events: Container[str]) -> Iterator[Group]:
    """Figures of one thing: each is comparable with most of those in its group. At least two reports each.

    Where it conflicts with some, it is comparable with one of these, so that no conflict comes about by a third figure.
    """
    buckets: dict[str, list[list[_Member]]] = defaultdict(list)
    apart = ToldApart(found)
    for setting in _once(found, weights, events):
        member = _Member(setting, admits(setting))
        bucket = buckets[unit_class(setting.figure.unit)]
        joined = next((group for group in bucket if _joins(member, group, apart, weights, events)), None)
        if joined is None:
            bucket.append([member])
        else:
            joined.append(member)
    for key in sorted(buckets):
        for group in buckets[key]:
            kept = _without_told_apart(tuple(member.setting for member in group))
            if len({setting.article.id for setting in kept}) > 1:
                yield kept


def _once(found: Iterable[Setting], weights: Mapping[str, float], events: Container[str]) -> Iterator[Setting]:
    """The figures that can be compared.

    What one report says over and over in the same words comes once, unless the two are comparable and so one group's.
    """
    first: dict[object, Setting] = {}
    count: Counter[tuple[str, str]] = Counter()
    for setting in found:
        if admitted(setting.figure) is None:
            continue
        twin = first.setdefault(_sameness(setting), setting)
        if twin is not setting and not comparable(setting, twin, weights, events):
            continue
        row = setting.article.id, unit_class(setting.figure.unit)
        count[row] += 1
        if count[row] <= TABLE:
            yield setting


def _sameness(setting: Setting) -> object:
    """What figures of one report share that stand in the same words."""
    figure = setting.figure
    values = (figure.span.exact, figure.value, figure.unit, figure.bound, figure.measure)
    around = (setting.attribute, setting.words, setting.names, setting.clause, setting.left, setting.right)
    return setting.article.id, values, around


class _Member(NamedTuple):
    """A figure with the values that it admits."""

    setting: Setting
    admits: "Range"


def _joins(
    member: _Member,
    group: Sequence[_Member],
    apart: "ToldApart",
    weights: Mapping[str, float],
    events: Container[str],
) -> bool:
    """Whether a figure is comparable with most of a group, and with one of those with which it conflicts, if any."""
    speaking = group[:SPEAKING]
    agree, conflict, settled = 0, False, False
    for seen, other in enumerate(speaking):
        if 2 * (agree + len(speaking) - seen) <= len(speaking):
            return False
        differs = not member.admits.meets(other.admits)
        one, two = member.setting, other.setting
        if comparable(one, two, weights, events) and not apart.are(one, two):
            agree += 1
            settled = settled or differs
        conflict = conflict or differs
    return 2 * agree > len(speaking) and (settled or not conflict)


class ToldApart:
    """Pairs of values of one unit that some report gives without contrasting them: to it they are of two things.

    Low counts and shares recur by chance: these only if they stand in one sentence.
    """

    def __init__(self, found: Iterable[Setting]) -> None:
        """Takes the figures of all reports."""
        self._given: dict[tuple[str, Decimal | None], Counter[tuple[str, int]]] = defaultdict(Counter)
        self._known: dict[tuple[str, frozenset[Decimal | None]], bool] = {}
        for setting in found:
            figure = setting.figure
            if setting.contrast:
                continue
            given = self._given[unit_class(figure.unit), figure.value]
            given[setting.article.id, setting.sentence] += 1
            if (figure.value is None or figure.value > LOW) and figure.unit.islower() and figure.unit not in RECURRING:
                given[setting.article.id, -1] += 1

    def are(self, one: Setting, two: Setting) -> bool:
        """Whether some report gives the values of both, side by side."""
        pair = unit_class(one.figure.unit), frozenset((one.figure.value, two.figure.value))
        if pair not in self._known:
            self._known[pair] = self._told(*pair)
        return self._known[pair]

    def _told(self, unit: str, values: frozenset[Decimal | None]) -> bool:
        places = [self._given.get((unit, value), Counter()) for value in values]
        if len(places) == 1:
            return any(number > 1 for number in places[0].values())
        return not places[0].keys().isdisjoint(places[1])


def values_apart(group: Group) -> frozenset[Decimal | None]:
    """Values that one report gives side by side without contrasting them: to it they are of two things."""
    found: set[Decimal | None] = set()
    together = by_article((one for one in group if not one.contrast), lambda one: one.article.id)
    for mine in together.values():
        for one, two in combinations({(admits(setting), setting.figure.value) for setting in mine}, 2):
            if not one[0].meets(two[0]):
                found |= {one[1], two[1]}
    return frozenset(found)


def _without_told_apart(group: Group) -> Group:
    """The figures without such values. Lengths of time are kept: they go on while a report tells of two moments."""
    if is_length(group[0]):
        return group
    apart = values_apart(group)
    return tuple(setting for setting in group if setting.figure.value not in apart)


def is_length(setting: Setting) -> bool:
    """Whether it is a length of time, ages aside."""
    return setting.figure.unit in LENGTHS and setting.attribute != "age"


def admits(setting: Setting) -> Range:
    """The values that the figure admits, lengths of time in seconds."""
    return _scaled(setting, admitted(setting.figure))


def _scaled(setting: Setting, found: Range | None) -> Range:
    scale = Decimal(LENGTHS.get(setting.figure.unit, 1))
    low, high = (found.low, found.high) if found else (None, None)
    return Range(None if low is None else low * scale, None if high is None else high * scale)


def parts(group: Group) -> list[Group]:
    """The figures, joined where they may well be one value: what is left apart is another."""
    found: list[tuple[list[Setting], set[Range]]] = []
    for setting in group:
        mine = _scaled(setting, likely(setting.figure))
        near = [part for part in found if any(mine.meets(other) for other in part[1])]
        if len(near) == 1:
            near[0][0].append(setting)
            near[0][1].add(mine)
            found = [part for part in found if part is not near[0]] + near
            continue
        joined = [*(other for part in near for other in part[0]), setting]
        ranges = {mine}.union(*(part[1] for part in near))
        found = [part for part in found if not any(part is one for one in near)] + [(joined, ranges)]
    return [tuple(part) for part, _ in found]


def exclude_each_other(one: Group, two: Group) -> bool:
    """Whether some values of the two admit no common one."""
    ours, theirs = ({admits(setting) for setting in group} for group in (one, two))
    return any(not left.meets(right) for left in ours for right in theirs)


def by_value(part: Group) -> list[Group]:
    """The figures of a part by what they print; "about 26%" and "26%" print the same."""
    found: dict[tuple[object, ...], list[Setting]] = defaultdict(list)
    for setting in part:
        figure = setting.figure
        ends = (figure.low, figure.high) if figure.value is None else ()
        bound = "exact" if figure.bound == "about" else figure.bound
        key = (figure.value, *ends, bound, figure.unit if figure.unit in LENGTHS else "")
        found[key].append(setting)
    return [tuple(same) for same in found.values()]
