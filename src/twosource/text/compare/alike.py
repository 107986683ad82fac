"""Whether the words nearest to two figures say the same, so that values which differ may be a conflict."""

from decimal import Decimal

from twosource.text.compare.attribute import CHANGES
from twosource.text.compare.kinds import MOVING, is_telling
from twosource.text.compare.naming import same_holder
from twosource.text.compare.score import Rarity, are_only, sort_of
from twosource.text.compare.setting import RUN, Setting
from twosource.text.words import stem

CHANGE_STEMS = frozenset(stem(word) for word in CHANGES)
ONE, SOME, TWO, MANY = 0.6, 1.5, 1.2, 3.0
ANYBODY = frozenset(map(stem, ("people", "person", "others")))
LIKE, VERY_LIKE = 0.3, 0.5
BIG = 1000
# Digits of a value that two sentences share, from which on it tells that they are of one thing.
TELLING = 3


def is_told_alike(one: Setting, two: Setting, rarity: Rarity) -> bool:
    """Holder of an age, whole of a share, noun of a count agree, and something around them; or the whole sentence."""
    sort, like = sort_of(one), rarity.share(one.wide, two.wide)
    if like >= VERY_LIKE or same_runs(one, two):
        return True
    if one.names and two.names and not one.names & two.names:
        return False
    if sort == "age" or is_anchored(one, two, rarity):
        return sort != "age" or _of_one(one, two, rarity)
    shared = rarity.of(one.near & two.near)
    if sort == "percent":
        return bool(one.right) and one.right == two.right and one.attribute == two.attribute and shared >= ONE
    if sort == "length" and shared < MANY:
        # Years are told of much: "for the first time in eight years".
        alone = are_only(one, two) and "year" not in (one.figure.unit, two.figure.unit)
        return (like >= LIKE or alone) and shared >= TWO and same_beside(one, two)
    return shared >= MANY or _is_one_thing(one, two, shared, like=like >= LIKE)


def _is_one_thing(one: Setting, two: Setting, shared: float, *, like: bool) -> bool:
    """Whether noun, attribute or the next word agree, and what is shared around them weighs enough."""
    noun, names = one.noun & two.noun, bool(one.names & two.names)
    person = sort_of(one) == "person"
    counts = bool(noun - ANYBODY) and (person or is_telling(one.figure.unit))
    attribute = bool(one.attribute.strip()) and one.attribute == two.attribute
    only = are_only(one, two)
    moves = one.figure.unit in MOVING
    if sort_of(one) == "money" and only and not moves and (" per " in one.figure.unit or (names and shared >= SOME)):
        return True
    if (person and not noun) or not (counts or attribute or same_beside(one, two)):
        return False
    some = shared >= ONE and (names or like)
    if person and attribute and noun - ANYBODY and only:
        return True
    return shared >= TWO or some or (counts and names and only)


def is_anchored(one: Setting, two: Setting, rarity: Rarity) -> bool:
    """Whether the two sentences give another, telling value alike, or say the same but for this one value."""
    like = rarity.share(one.wide, two.wide)
    if not are_only(one, two) and not same_beside(one, two):
        return False
    if like >= VERY_LIKE and rarity.share(one.near, two.near) >= VERY_LIKE and one.figure.unit == two.figure.unit:
        return not (one.beside & two.beside) or same_beside(one, two)
    both = (one.beside & two.beside) - {one.figure.value, two.figure.value}
    return any(map(_is_telling, both)) and like >= LIKE / 2 and one.attribute == two.attribute and are_only(one, two)


def _is_telling(value: Decimal) -> bool:
    """Whether few things have this value."""
    return value >= BIG or len(value.normalize().as_tuple().digits) >= TELLING


def _of_one(one: Setting, two: Setting, rarity: Rarity) -> bool:
    """Whether an age is of one whom both name: beside it, or, where no other age is told, before it.

    Where no name stands beside either, they are called the same: "the 30-year-old pilot", and no other is.
    """
    if one.holder and two.holder:
        return same_holder(one.holder, two.holder)
    if one.holder or two.holder:
        if is_named_before(one, two):
            return True
        return are_only(one, two) and rarity.share(one.wide, two.wide) >= LIKE and rarity.of(one.near & two.near) >= TWO
    if not one.right or one.right != two.right:
        return False
    if are_only(one, two) or (bool(one.antecedent) and one.antecedent == two.antecedent):
        return True
    return len(one.called) == len(two.called) == 1 and rarity.of(one.wide & two.wide) >= SOME


def is_named_before(one: Setting, two: Setting) -> bool:
    """Whether one age is that of a name, and this stands last before the other: "the 30-year-old"."""
    named = bool(one.holder) != bool(two.holder) and (two.antecedent in one.holder or one.antecedent in two.holder)
    return named and are_only(one, two)


def same_runs(one: Setting, two: Setting) -> bool:
    """Whether the same words stand right before and right after, other figures aside: one passage, printed twice."""
    (ours, our_rest), (theirs, their_rest) = one.runs, two.runs
    return len(ours) == RUN and ours == theirs and len(our_rest) == RUN and our_rest == their_rest


def same_beside(one: Setting, two: Setting) -> bool:
    """Whether the next word before or after is the same; words of change stand beside any figure."""
    left, right = bool(one.left) and one.left == two.left, bool(one.right) and one.right == two.right
    return (left and one.left not in CHANGE_STEMS) or (right and one.right not in CHANGE_STEMS)
