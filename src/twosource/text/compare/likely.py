"""Whether the words around two figures make it likely that they measure the same thing."""

from collections.abc import Container, Mapping

from twosource.text.compare.attribute import CHANGES
from twosource.text.compare.bounds import can_agree
from twosource.text.compare.kinds import FLOWS, is_telling
from twosource.text.compare.score import likelihood
from twosource.text.compare.setting import Setting
from twosource.text.words import stem
from twosource.types.figure import Time

LIKELY, VERY_LIKELY, LIKELY_WORDS = 0.6, 0.8, 2
FEW = 5
CHANGE_STEMS = frozenset(stem(word) for word in CHANGES)
EVENT_WORDS = 4


def is_likely(one: Setting, two: Setting, weights: Mapping[str, float], events: Container[str]) -> bool:
    """Whether the words around them make it likely, and the words nearest to them say the same."""
    other_cycle = one.cycle != two.cycle and (bool(one.cycle and two.cycle) or one.attribute in FLOWS)
    both = {one.attribute, two.attribute} - {""}
    other = len(both) > 1 and any(name in FLOWS or name in events for name in both)
    if other or other_cycle or _disjoint(one.period, two.period):
        return False
    shared = one.clause & two.clause
    if (one.attribute in events or two.attribute in events) and len(shared) < EVENT_WORDS:
        return False
    if not _is_told_alike(one, two, shared, very=True):  # before the chance, which takes longer to tell
        return False
    chance = likelihood(one, two, weights)
    return chance >= LIKELY and (chance >= VERY_LIKELY or _is_told_alike(one, two, shared, very=False))


def _is_told_alike(one: Setting, two: Setting, shared: frozenset[str], *, very: bool) -> bool:
    """Whether the words that matter for the kind of figure agree: holder of an age, whole of a share, noun.

    Values far from each other would be a conflict: then the next words must agree, and more than these.
    """
    names = bool(one.names & two.names)
    right = bool(one.right) and one.right == two.right
    beside = same_beside(one, two)
    unit = one.figure.unit
    if one.attribute == "age":
        near = (beside or (one.alone and two.alone)) and len(shared) >= LIKELY_WORDS
        return names or (near and not (one.names and two.names))
    if unit == "percent":
        return right and bool(shared) and one.attribute == two.attribute
    counts = is_telling(unit) or unit == "person"
    if unit == "person" and not (one.noun & two.noun):
        return False
    if can_agree(one.figure, two.figure):
        few = all(setting.figure.value is not None and setting.figure.value <= FEW for setting in (one, two))
        return beside or (counts and names) or len(shared) >= LIKELY_WORDS or (counts and not few and very)
    others = len(shared - {one.left, one.right})
    other_kind = one.kind and two.kind and not one.kind & two.kind
    other_names = one.names and two.names and not names
    one_dated = bool(one.period) != bool(two.period) and not is_bare(one.period or two.period)
    if other_kind or other_names or one_dated:
        return False
    return beside and (others >= LIKELY_WORDS or (counts and (names or bool(others))))


def same_beside(one: Setting, two: Setting) -> bool:
    """Whether the next word before or after is the same; words of change stand beside any figure."""
    left, right = bool(one.left) and one.left == two.left, bool(one.right) and one.right == two.right
    return (left and one.left not in CHANGE_STEMS) or (right and one.right not in CHANGE_STEMS)


def is_bare(time: Time | None) -> bool:
    """Whether the words alone do not date it, so that it may be the time that the other report is about anyway."""
    return time is None or time.anchor != "the words themselves"


def _disjoint(first: Time | None, second: Time | None) -> bool:
    return bool(first and second and first.moment and second.moment and first.moment.is_disjoint(second.moment))
