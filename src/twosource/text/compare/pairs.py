"""Whether two figures measure the same thing. In doubt they do not."""

from collections.abc import Container, Mapping

from twosource.text.compare.bounds import can_agree
from twosource.text.compare.kinds import FLOWS, MANY, SUMS, is_telling, unit_class
from twosource.text.compare.likely import EVENT_WORDS, is_likely, same_beside
from twosource.text.compare.setting import Setting
from twosource.text.likeness import common
from twosource.types.figure import Figure

SAME_WORDS, SAME_SHARE = 5, 0.7
ALIKE_WORDS, ALIKE_SHARE = 6, 0.8
FARTHEST = 12
SAME_NAMES = 2
UNIT_WORDS = 4


def comparable(one: Setting, two: Setting, weights: Mapping[str, float], events: Container[str] = ()) -> bool:
    """Same attribute of the same subject at the same time, as far as the words show it.

    `events` are attributes of which a story has many (killings): there the sentences must have more in common.
    """
    if not _fits(one, two) or _told_apart(one, two):
        return False
    alike = _alike(one, two)
    if one.attribute == two.attribute == "sources":
        return one.alone and two.alone and bool(one.outlets & two.outlets)
    if is_likely(one, two, weights, events):
        return True
    if not (alike or (_same_attribute(one, two) and (can_agree(one.figure, two.figure) or _may_conflict(one, two)))):
        return False
    if one.attribute in events and len((one.words & two.words) - one.names) < EVENT_WORDS:
        return False
    return _same_subject(one, two) and _same_period(one, two, alike=alike)


def _may_conflict(one: Setting, two: Setting) -> bool:
    """Whether one attribute is enough to call two values a conflict: not where one thing has many such values."""
    names = bool(one.names & two.names)
    if one.attribute in MANY:
        near = names or (same_beside(one, two) and not (one.names and two.names))
        return one.alone and two.alone and near
    return names or one.attribute not in FLOWS


def _told_apart(one: Setting, two: Setting) -> bool:
    """Whether they stand in one sentence, or one of them in the other's beside another value: then it is not it."""
    if (one.article.id, one.sentence) == (two.article.id, two.sentence):
        return True
    first, second = one.figure.value, two.figure.value
    return first != second and (first in two.beside or second in one.beside)


def _fits(one: Setting, two: Setting) -> bool:
    """Whether the two are of one kind: unit, whole or part, age or length, and not a hundred times each other."""
    first, second = one.figure, two.figure
    if unit_class(first.unit) != unit_class(second.unit) or one.whole != two.whole:
        return False
    if one.negated or two.negated or ((one.partial or two.partial) and not _alike(one, two)):
        return False
    if (first.measure == "age") != (second.measure == "age"):
        return False
    if one.figure.value == 1 or two.figure.value == 1:
        return unit_class(first.unit) == "length" or not first.unit.islower()
    other_cycle = bool(one.cycle and two.cycle) and not one.cycle & two.cycle
    other_whole = first.unit == "percent" and bool(one.right and two.right) and one.right != two.right
    part = _part_of(one, two) or _part_of(two, one)
    return _near(first, second) and not (part or other_cycle or other_whole)


def _part_of(one: Setting, two: Setting) -> bool:
    """Whether one counts a kind ("27 leaking joints"), and the other, higher one may count all ("64 joints")."""
    first, second = one.figure.value, two.figure.value
    return two.kind < one.kind and first is not None and second is not None and first < second


def _near(first: Figure, second: Figure) -> bool:
    ends = [end for figure in (first, second) for end in (figure.value, figure.low, figure.high) if end]
    return not ends or max(ends) <= FARTHEST * min(ends)


def _alike(one: Setting, two: Setting) -> bool:
    """Sentences that say the same in nearly the same words."""
    shared = one.words & two.words
    return len(shared) >= ALIKE_WORDS and common(one.words, two.words) >= ALIKE_SHARE


def _same_attribute(one: Setting, two: Setting) -> bool:
    if one.attribute != two.attribute or (one.attribute in SUMS and one.figure.unit.islower()):
        return False
    length = unit_class(one.figure.unit) == "length"
    if length and one.attribute != "age" and one.attribute and len(one.names & two.names) >= SAME_NAMES:
        return True
    if one.attribute == "age":
        return True
    if not one.attribute and one.figure.unit == two.figure.unit and is_telling(one.figure.unit):
        return len(one.words & two.words) >= UNIT_WORDS
    if length or one.attribute[:1] in ("", " "):
        shared = one.words & two.words
        return len(shared) >= SAME_WORDS and common(one.words, two.words) >= SAME_SHARE
    return True


def _same_subject(one: Setting, two: Setting) -> bool:
    """They share a name that stands near; what "it" may stand for counts only where no name stands near."""
    ours, theirs = one.names or one.topic, two.names or two.topic
    return bool(ours & theirs)


def _same_period(one: Setting, two: Setting, *, alike: bool) -> bool:
    first, second = one.period, two.period
    if one.attribute in FLOWS and one.cycle != two.cycle and not alike:
        return False
    if first is None and second is None:
        return True
    if first is None or second is None:
        told = first or second
        past = told is not None and told.anchor == "the words themselves"
        return alike or not past
    if first.moment and second.moment and first.moment.is_known and second.moment.is_known:
        return first.value == second.value or (not first.moment.is_disjoint(second.moment) and alike)
    return first.span.exact.lower() == second.span.exact.lower()
