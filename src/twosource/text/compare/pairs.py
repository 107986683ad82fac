"""Whether two figures measure the same thing. In doubt they do not."""

from collections.abc import Container, Mapping

from twosource.text.compare.attribute import CHANGES
from twosource.text.compare.score import likelihood
from twosource.text.compare.setting import Setting
from twosource.text.likeness import common, stem
from twosource.types.figure import Figure, Time

COUNTS = frozenset(("person", "job", "job opening"))
LENGTHS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "night": 86400,
    "week": 604800,
    "fortnight": 1209600,
    "month": 2629800,
    "quarter": 7889400,
    "year": 31557600,
    "decade": 315576000,
}
LIKELY, VERY_LIKELY, LIKELY_WORDS = 0.6, 0.8, 2
FEW = 5
CHANGE_STEMS = frozenset(stem(word) for word in CHANGES)
SAME_WORDS, SAME_SHARE = 5, 0.7
FLOWS = frozenset(("revenue", "profit", "loss", "sold", "delivered"))
ALIKE_WORDS, ALIKE_SHARE = 6, 0.8
FARTHEST = 12
SAME_NAMES = 2
UNIT_WORDS = 4
EVENT_WORDS = 4
GENERAL = frozenset(
    (
        "person",
        "job",
        "percent",
        "time",
        "vehicle",
        "mile",
        "metre",
        "foot",
        "inch",
        "kilometre",
        "pound",
        "ton",
        "tonne",
        "degree",
        "centimetre",
        "yard",
        "kilogram",
        "gram",
        "barrel",
        "cent",
        "penny",
        "acre",
        "hectare",
        "unit",
        "thing",
        "group",
        "way",
    )
)


def unit_class(unit: str) -> str:
    """Units that can be compared share a class: people and jobs, weeks and months."""
    return "count" if unit in COUNTS else "length" if unit in LENGTHS else unit


def comparable(one: Setting, two: Setting, weights: Mapping[str, float], events: Container[str] = ()) -> bool:
    """Same attribute of the same subject at the same time, as far as the words show it.

    `events` are attributes of which a story has many (killings): there the sentences must have more in common.
    """
    if not _fits(one, two) or _told_apart(one, two):
        return False
    alike = _alike(one, two)
    if one.attribute == two.attribute == "sources":
        return one.alone and two.alone and bool(one.outlets & two.outlets)
    if _is_likely(one, two, weights, events):
        return True
    if not (alike or _same_attribute(one, two)):
        return False
    if one.attribute in events and len((one.words & two.words) - one.names) < EVENT_WORDS:
        return False
    return _same_subject(one, two) and _same_period(one, two, alike=alike)


def _is_likely(one: Setting, two: Setting, weights: Mapping[str, float], events: Container[str]) -> bool:
    """Whether the words around them make it likely, and the words nearest to them say the same."""
    other_cycle = one.cycle != two.cycle and (bool(one.cycle and two.cycle) or one.attribute in FLOWS)
    other = one.attribute != two.attribute and bool(one.attribute and two.attribute)
    chance = likelihood(one, two, weights)
    if other or other_cycle or chance < LIKELY or _disjoint(one.period, two.period):
        return False
    shared = one.clause & two.clause
    if (one.attribute in events or two.attribute in events) and len(shared) < EVENT_WORDS:
        return False
    return _is_told_alike(one, two, shared, very=chance >= VERY_LIKELY)


def _is_told_alike(one: Setting, two: Setting, shared: frozenset[str], *, very: bool) -> bool:
    """Whether the words that matter for the kind of figure agree: holder of an age, whole of a share, noun."""
    names = bool(one.names & two.names)
    left, right = bool(one.left) and one.left == two.left, bool(one.right) and one.right == two.right
    beside = (left and one.left not in CHANGE_STEMS) or (right and one.right not in CHANGE_STEMS)
    unit = one.figure.unit
    if one.attribute == "age":
        return names or (beside and len(shared) >= LIKELY_WORDS and not (one.names and two.names))
    if unit == "percent":
        return right and bool(shared)
    if unit == "person" and not (one.noun & two.noun):
        return False
    if _telling(unit) or unit == "person":
        few = all(setting.figure.value is not None and setting.figure.value <= FEW for setting in (one, two))
        return beside or names or (not few and (bool(shared) or very))
    return beside or len(shared) >= LIKELY_WORDS


def _disjoint(first: Time | None, second: Time | None) -> bool:
    return bool(first and second and first.moment and second.moment and first.moment.is_disjoint(second.moment))


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
    if one.negated or two.negated or one.partial or two.partial:
        return False
    if (first.measure == "age") != (second.measure == "age"):
        return False
    if one.figure.value == 1 or two.figure.value == 1:
        return unit_class(first.unit) == "length" or not first.unit.islower()
    return _near(first, second) and not _part_of(one, two) and not _part_of(two, one)


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
    if one.attribute != two.attribute:
        return False
    length = unit_class(one.figure.unit) == "length"
    if length and one.attribute != "age" and one.attribute and len(one.names & two.names) >= SAME_NAMES:
        return True
    if one.attribute == "age":
        return True
    if not one.attribute and one.figure.unit == two.figure.unit and _telling(one.figure.unit):
        return len(one.words & two.words) >= UNIT_WORDS
    if length or one.attribute[:1] in ("", " "):
        shared = one.words & two.words
        return len(shared) >= SAME_WORDS and common(one.words, two.words) >= SAME_SHARE
    return True


def _telling(unit: str) -> bool:
    """Whether a unit is a noun that says itself what is counted: "bundle", not "person" or "USD"."""
    return unit.isalpha() and unit.islower() and unit not in GENERAL and unit not in LENGTHS


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
