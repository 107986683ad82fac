"""How strongly two figures measure the same thing, if at all. In doubt they do not."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from twosource.text.compare.alike import is_anchored, is_named_before, is_told_alike
from twosource.text.compare.bounds import are_same, closeness, remoteness
from twosource.text.compare.counterparts import is_likely, is_of_other_moments
from twosource.text.compare.fitting import fit, may_differ
from twosource.text.compare.kinds import FLOWS, MANY, SUMS, is_telling, unit_class
from twosource.text.compare.naming import same_holder
from twosource.text.compare.score import Rarity, evidence, is_alone, sort_of
from twosource.text.compare.setting import Setting
from twosource.text.compare.values import are_close, can_agree
from twosource.text.framing import are_apart
from twosource.text.likeness import common
from twosource.types.figure import Time

OPEN = frozenset(("more_than", "at_least", "less_than", "at_most", "vague"))
SAME_WORDS, SAME_SHARE = 5, 0.7
ALIKE_WORDS, ALIKE_SHARE = 6, 0.8
SAME_NAMES = 2
UNIT_WORDS = 4
EVENT_WORDS = 4
HUNDRED = 100
AGREE, DIFFER, RULED = -0.4, 0.4, 2.0
SURE, SURE_RULED, SURE_SHARE = 1.75, 0.0, 0.6
# What is ruled is ordered by the rest of the words.
RULED_PART = 10
YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class Judge:
    """What the judgement of two figures rests on: weights of what they share, how rare words are, what recurs.

    `events` are attributes of which a story has many (killings): there the sentences must have more in common.
    """

    weights: Mapping[str, float]
    rarity: Rarity
    events: Container[str]


def link(one: Setting, two: Setting, judge: Judge) -> float | None:
    """Log odds that they measure one thing; None where too little, or a word, speaks for it.

    Values that agree speak for one thing themselves, the more digits they share. Where they do not, more of the words
    must: a rule for the attribute, the subject and the time, or what was learned.
    """
    two_events = one.attribute != two.attribute and one.attribute in judge.events and two.attribute in judge.events
    if two_events or not fit(one, two) or is_of_other_moments(one, two, judge.rarity):
        return None
    if one.attribute == two.attribute == "sources":
        return RULED if is_alone(one, two) and one.outlets & two.outlets else None
    if not are_close(one, two):
        return _conflict(one, two, judge)
    bounded = {one.figure.bound, two.figure.bound} & OPEN
    if bounded and (one.figure.value or 0) < HUNDRED and _is_other_event(one, two, judge):
        return None  # "at least 25 were killed" is told of many attacks
    odds, close = evidence(one, two, judge.weights, judge.rarity), closeness(one.figure, two.figure)
    # "More than 25" and "at least 30" fit many values, and say little for one another.
    loose = bounded and not are_same(one.figure, two.figure)
    enough = odds + min(close, 0) >= DIFFER if loose else odds + close >= AGREE
    return odds + close if enough or is_ruled(one, two, judge) else None


def _conflict(one: Setting, two: Setting, judge: Judge) -> float | None:
    """Log odds for two values that differ."""
    if not may_differ(one, two, alike=_alike(one, two)):
        return None
    ruled = is_ruled(one, two, judge)
    odds = evidence(one, two, judge.weights, judge.rarity)
    alike = is_told_alike(one, two, judge.rarity) or is_likely(one, two, odds)
    if not ruled and (_is_other_event(one, two, judge) or not alike):
        return None
    if ruled:
        return max(odds, RULED + odds / RULED_PART)
    if is_anchored(one, two, judge.rarity) or (one.attribute == "age" and is_named_before(one, two)):
        odds = max(odds, DIFFER + remoteness(one.figure, two.figure))
    return odds if odds - remoteness(one.figure, two.figure) >= DIFFER else None


def is_sure(one: Setting, two: Setting, judge: Judge) -> bool:
    """Whether enough speaks for one thing that two values of it may be called a contradiction."""
    named = bool(one.names & two.names)
    if link(one, two, judge) is None or (one.attribute in FLOWS and not named and not _alike(one, two)):
        return False
    if one.series.total != two.series.total:
        return False  # all so far, and some of them
    if one.attribute != "age" and (one.series.is_on_other_days(two.series) or are_apart(one.occasions, two.occasions)):
        return False
    odds = evidence(one, two, judge.weights, judge.rarity)
    if is_ruled(one, two, judge):
        return odds >= SURE_RULED or named
    return odds >= SURE or judge.rarity.share(one.wide, two.wide) >= SURE_SHARE


def is_ruled(one: Setting, two: Setting, judge: Judge) -> bool:
    """Same attribute of the same subject at the same time, as far as the words show it."""
    alike = _alike(one, two)
    ruled = _same_attribute(one, two) and (can_agree(one, two) or _may_conflict(one, two))
    if not (alike or ruled) or _is_other_event(one, two, judge):
        return False
    return _same_subject(one, two) and _same_period(one, two, alike=alike)


def _is_other_event(one: Setting, two: Setting, judge: Judge) -> bool:
    """Whether a story has many such events, and the sentences too little in common to tell of one."""
    counted = one.figure.unit.islower() and sort_of(one) not in ("age", "length", "percent")
    many = counted and (one.attribute in judge.events or two.attribute in judge.events)
    return many and len((one.words & two.words) - one.names) < EVENT_WORDS


def _may_conflict(one: Setting, two: Setting) -> bool:
    """Whether one attribute is enough to call two values a conflict: not where one thing has many such values."""
    names = bool(one.names & two.names)
    if one.attribute in MANY:
        beside = bool({one.left, one.right} - {""} & {two.left, two.right})
        return is_alone(one, two) and (names or (beside and not (one.names and two.names)))
    dated = one.period is not None and two.period is not None  # 135,000 delivered in 2024, and 136,854 in 2024
    return names or dated or one.attribute not in FLOWS


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
    if one.attribute == "age":
        return same_holder(one.holder, two.holder)
    ours, theirs = one.names or one.topic, two.names or two.topic
    return bool(ours & theirs)


def _same_period(one: Setting, two: Setting, *, alike: bool) -> bool:
    first, second = one.period, two.period
    if one.attribute == "age":
        return True  # the times beside it are of something else: "Roe, 31, taken in August 2013"
    if one.attribute in FLOWS and one.cycle != two.cycle and not alike:
        return False
    if first is None and second is None:
        return True
    if first is None or second is None:
        told = first or second
        return alike or is_bare(told)
    if first.moment and second.moment and first.moment.is_known and second.moment.is_known:
        return first.value == second.value or (not first.moment.is_disjoint(second.moment) and alike)
    return first.span.exact.lower() == second.span.exact.lower()


def is_bare(time: Time | None) -> bool:
    """Whether no words date it, so that it may be the time that the other report is about; "last year" is dated."""
    return time is None or (time.anchor != "the words themselves" and len(time.value) > YEAR)
