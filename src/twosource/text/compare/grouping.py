"""Groups of figures of one thing, and splits a group by the values that its members admit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from twosource.text.compare.bounds import Range
from twosource.text.compare.joining import Group, is_length, joined, values_of
from twosource.text.compare.kinds import LENGTHS, unit_class
from twosource.text.compare.pairs import Judge
from twosource.text.compare.setting import Setting
from twosource.text.compare.values import meet
from twosource.text.places import by_article

# A report of more figures of one unit holds a table: those after them are not compared.
TABLE = 1000
LOW, RECURRING = 12, frozenset(("percent", "percentage point", *LENGTHS))


def groups(found: Sequence[Setting], judge: Judge) -> Iterator[Group]:
    """Figures of one thing, at least two reports each: the strongest links first, groups where most are linked.

    Where two values differ, each is for the other the best of its report, so that no conflict comes about by a third
    figure.
    """
    buckets: dict[str, list[Setting]] = defaultdict(list)
    listed = list(_beside_tables(found))
    apart = told_apart(listed)
    for setting in listed:
        if setting.admits is not None:
            buckets[unit_class(setting.figure.unit)].append(setting)
    for key in sorted(buckets):
        for group in joined(buckets[key], judge, apart):
            kept = _without_told_apart(group)
            if len({setting.article.id for setting in kept}) > 1:
                yield kept


def _beside_tables(found: Iterable[Setting]) -> Iterator[Setting]:
    """All figures but those that come late in a table."""
    count: Counter[tuple[str, str]] = Counter()
    for setting in found:
        row = setting.article.id, unit_class(setting.figure.unit)
        count[row] += 1
        if count[row] <= TABLE:
            yield setting


def told_apart(found: Sequence[Setting]) -> frozenset[frozenset[Decimal | None]]:
    """Pairs of values of one unit that some report gives without contrasting them: to it they are of two things.

    Low counts and shares recur by chance: these only if they stand in one sentence.
    """
    together: dict[tuple[str, str, int], list[Setting]] = defaultdict(list)
    for setting in found:
        value, unit = setting.figure.value, setting.figure.unit
        if setting.negated or setting.contrast:
            continue
        together[unit_class(unit), setting.article.id, setting.sentence].append(setting)
        if (value is None or value > LOW) and unit.islower() and unit not in RECURRING:
            together[unit_class(unit), setting.article.id, -1].append(setting)
    return frozenset(
        values_of(one, two)
        for settings in together.values()
        for one, two in combinations(_by_range(settings), 2)
        if not meet(one, two)
    )


def _by_range(settings: Iterable[Setting]) -> list[Setting]:
    """One figure of each value, and of each range that it admits."""
    return list({(one.figure.value, one.admits): one for one in settings}.values())


def values_apart(group: Group) -> frozenset[Decimal | None]:
    """Values that one report gives side by side without contrasting them: to it they are of two things."""
    found: set[Decimal | None] = set()
    together = by_article((one for one in group if not one.contrast), lambda one: one.article.id)
    for mine in together.values():
        for one, two in combinations(_by_range(mine), 2):
            if not meet(one, two):
                found |= {one.figure.value, two.figure.value}
    return frozenset(found)


def _without_told_apart(group: Group) -> Group:
    """The figures without such values. Lengths of time are kept: they go on while a report tells of two moments."""
    if is_length(group[0]):
        return group
    apart = values_apart(group)
    return tuple(setting for setting in group if setting.figure.value not in apart)


def parts(group: Group) -> list[Group]:
    """The figures, joined where they may well be one value: what is left apart is another.

    Vague words fit many values: they join none that are apart without them.
    """
    found: list[tuple[list[Setting], set[Range | None]]] = []
    for setting in sorted(group, key=is_vague):
        all_near = [part for part in found if any(_may_be_one(setting.likely, other) for other in part[1])]
        near = all_near[: 1 if is_vague(setting) else None]
        joint, ranges = near[0] if near else ([], set())
        for others, theirs in near[1:]:
            joint += others
            ranges |= theirs
        joint.append(setting)
        ranges.add(setting.likely)
        found = [part for part in found if not any(part is one for one in near)] + [(joint, ranges)]
    return [tuple(part) for part, _ in found]


def _may_be_one(one: Range | None, two: Range | None) -> bool:
    return one is None or two is None or one.meets(two)


def is_vague(setting: Setting) -> bool:
    """Whether it is no number: "thousands"."""
    return setting.figure.bound == "vague"


def exclude_each_other(one: Group, two: Group) -> bool:
    """Whether some values of the two admit no common one."""
    return any(not meet(left, right) for left in _by_range(one) for right in _by_range(two))


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
