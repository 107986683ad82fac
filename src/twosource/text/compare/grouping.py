"""Groups figures of one thing, and splits a group by the values that its members admit."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from twosource.text.compare.bounds import Range, admitted, likely
from twosource.text.compare.kinds import LENGTHS, unit_class
from twosource.text.compare.pairs import comparable
from twosource.text.compare.setting import Setting

LOW, RECURRING = 12, frozenset(("percent", "percentage point", *LENGTHS))

Group = tuple[Setting, ...]


def groups(found: Sequence[Setting], weights: Mapping[str, float], events: Container[str]) -> Iterator[Group]:
    """Figures of one thing: each is comparable with most of those in its group. At least two reports each.

    Where it conflicts with some, it is comparable with one of these, so that no conflict comes about by a third figure.
    """
    buckets: dict[str, list[Group]] = defaultdict(list)
    apart = told_apart(found)
    for setting in found:
        if admitted(setting.figure) is None:
            continue
        bucket = buckets[unit_class(setting.figure.unit)]
        for index, group in enumerate(bucket):
            like = [
                other
                for other in group
                if _values(setting, other) not in apart and comparable(setting, other, weights, events)
            ]
            other = [other for other in group if not admits(setting).meets(admits(other))]
            if 2 * len(like) > len(group) and (not other or any(one in like for one in other)):
                bucket[index] = (*group, setting)
                break
        else:
            bucket.append((setting,))
    for key in sorted(buckets):
        for group in buckets[key]:
            kept = _without_told_apart(group)
            if len({setting.article.id for setting in kept}) > 1:
                yield kept


def told_apart(found: Sequence[Setting]) -> frozenset[tuple[str, frozenset[Decimal | None]]]:
    """Pairs of values of one unit that some report gives without contrasting them: to it they are of two things.

    Low counts and shares recur by chance: these only if they stand in one sentence.
    """
    together: dict[tuple[str, int], list[Setting]] = defaultdict(list)
    for setting in found:
        together[setting.article.id, setting.sentence].append(setting)
        value = setting.figure.value
        if (value is None or value > LOW) and setting.figure.unit.islower() and setting.figure.unit not in RECURRING:
            together[setting.article.id, -1].append(setting)
    return frozenset(
        _values(one, two)
        for settings in together.values()
        for one, two in combinations(settings, 2)
        if not (one.contrast or two.contrast) and unit_class(one.figure.unit) == unit_class(two.figure.unit)
    )


def _values(one: Setting, two: Setting) -> tuple[str, frozenset[Decimal | None]]:
    return unit_class(one.figure.unit), frozenset((one.figure.value, two.figure.value))


def values_apart(group: Group) -> frozenset[Decimal | None]:
    """Values that one report gives side by side without contrasting them: to it they are of two things."""
    found: set[Decimal | None] = set()
    for one, two in combinations(group, 2):
        if one.article is two.article and not (one.contrast or two.contrast) and not admits(one).meets(admits(two)):
            found |= {one.figure.value, two.figure.value}
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
    found: list[Group] = []
    ranges = {setting.figure.id: _scaled(setting, likely(setting.figure)) for setting in group}
    for setting in group:
        near = [
            part for part in found if any(ranges[setting.figure.id].meets(ranges[other.figure.id]) for other in part)
        ]
        joined = (*(other for part in near for other in part), setting)
        found = [part for part in found if part not in near] + [joined]
    return found


def exclude_each_other(one: Group, two: Group) -> bool:
    """Whether some values of the two admit no common one."""
    return any(not admits(left).meets(admits(right)) for left in one for right in two)


def by_value(part: Group) -> list[Group]:
    """The figures of a part by what they print; "about 26%" and "26%" print the same."""
    found: dict[tuple[object, ...], Group] = {}
    for setting in part:
        figure = setting.figure
        ends = (figure.low, figure.high) if figure.value is None else ()
        bound = "exact" if figure.bound == "about" else figure.bound
        key = (figure.value, *ends, bound, figure.unit if figure.unit in LENGTHS else "")
        found[key] = (*found.get(key, ()), setting)
    return list(found.values())
