"""Whether two figures are counterparts, by all that was learned of where and how reports tell the same."""

from twosource.text.compare.alike import VERY_LIKE, same_runs
from twosource.text.compare.bounds import remoteness
from twosource.text.compare.kinds import FLOWS, MANY, MOMENTARY, MOVING, SUMS, unit_class
from twosource.text.compare.score import Rarity, are_only, sort_of
from twosource.text.compare.setting import Setting

# Log odds, by the sort of figure, from which on two are of one thing though their words do not say so plainly.
LIKELY = {"age": 1.5, "length": 0.5, "measure": 0.8, "money": 1.0, "noun": 1.0, "percent": 0.5, "person": 1.0}
# … and how much more, where other names stand near, or things of which a story has many are said of them.
APART = 1.0
# Up to here numbers recur by chance.
LOW = 12


def is_likely(one: Setting, two: Setting, odds: float) -> bool:
    """Whether enough speaks for one thing though neither noun nor attribute nor a name does; low numbers recur."""
    low = any((figure.value or figure.high or 0) <= LOW for figure in (one.figure, two.figure))
    if low and not (sort_of(one) == "age" and are_only(one, two)):
        return False
    against = 0 if sort_of(one) == "age" else APART * (_names_apart(one, two) + _is_of_another(one, two))
    return odds - remoteness(one.figure, two.figure) >= LIKELY[sort_of(one)] + against


def is_of_other_moments(one: Setting, two: Setting, rarity: Rarity) -> bool:
    """Whether what moves from hour to hour may well be told of two moments: not all else near it is the same."""
    if one.figure.unit not in MOMENTARY or one.figure.value == two.figure.value or same_runs(one, two):
        return False
    other = (one.names - two.names - two.topic) | (two.names - one.names - one.topic)
    return bool(other) or min(rarity.share(one.near, two.near), rarity.share(one.wide, two.wide)) < VERY_LIKE


def _names_apart(one: Setting, two: Setting) -> bool:
    """Whether other names stand near, and none of them is what the other report tells of.

    Of a distance it is enough that each has a name that the other lacks: it is one between other places.
    """
    ours, theirs = one.names - two.names, two.names - one.names
    shared = (one.names & (two.names | two.topic)) | (two.names & one.topic)
    return bool(ours and theirs) and (not shared or unit_class(one.figure.unit) in MOVING)


def _is_of_another(one: Setting, two: Setting) -> bool:
    """Whether they are revenue, a price or the like, of which a story has many, and no name is shared."""
    many = {one.attribute, two.attribute} & {*FLOWS, *MANY, *SUMS}
    return bool(many) and (one.attribute != two.attribute or not (one.names | one.topic) & (two.names | two.topic))
