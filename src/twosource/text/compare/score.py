"""How likely two figures measure the same thing, by the words around them: logistic regression, weights as data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import fsum, log, sqrt

from twosource.text.compare.kinds import is_telling, unit_class
from twosource.text.compare.naming import same_holder
from twosource.text.compare.setting import Setting
from twosource.text.likeness import common

# As many sentences are taken to be there besides, so that in a small story not every word seems common.
USUAL = 20
LEAST = 0.05
ALL, MOST = 3, 5
RUN, FEW = 4, 2
_KEPT = 8192

SORTS = ("age", "money", "percent", "length", "noun", "person", "measure")
_OF_NO_SORT = dict.fromkeys(
    (
        *SORTS[:-1],
        *(f"{name}_near" for name in SORTS[1:-1]),
        *(f"{name}_alone" for name in SORTS[:-1]),
        *(f"{name}_only" for name in SORTS),
    ),
    0,
)


class Rarity:
    """How telling a word is in a story: from near 0 for one that stands beside every figure to 1 for a single one."""

    def __init__(self, found: Iterable[Setting]) -> None:
        """Counts in how many sentences with figures each word stands."""
        sentences = {(setting.article.id, setting.sentence): setting.wide for setting in found}
        counted = Counter(word for words in sentences.values() for word in words)
        whole = log(len(sentences) + USUAL)
        self._weights = {word: log((len(sentences) + USUAL) / (count + 1)) / whole for word, count in counted.items()}
        self.of = lru_cache(maxsize=_KEPT)(self._of)  # a pair asks for each several times, and for its whole sentences

    def _of(self, words: frozenset[str]) -> float:
        """The sum over the words."""
        return fsum([self._weights.get(word, 1.0) for word in words])

    def share(self, one: frozenset[str], two: frozenset[str]) -> float:
        """What two sets have in common, from 0 to 1."""
        return self.of(one & two) / max(sqrt(self.of(one) * self.of(two)), LEAST)


def sort_of(one: Setting) -> str:
    """The sort of figure that it is: each weighs what two figures have in common otherwise."""
    unit = one.figure.unit
    if one.attribute == "age":
        return "age"
    if unit.split()[0].isupper():
        return "money"
    if unit in ("percent", "percentage point", "basis point"):
        return "percent"
    if unit_class(unit) in ("length", "count"):
        return "length" if unit_class(unit) == "length" else "person"
    return "noun" if is_telling(unit) else "measure"


def features(one: Setting, two: Setting, rarity: Rarity) -> dict[str, float]:
    """What two figures have in common, each from 0 to 1. Their values are left out: it is asked if these may differ."""
    sort, alone = sort_of(one), is_alone(one, two)
    near = rarity.share(one.near, two.near)
    return {
        "bias": 1,
        **_OF_NO_SORT,
        **({sort: 1} if sort in SORTS[:-1] else {}),
        **({f"{sort}_near": near} if sort in SORTS[1:-1] else {}),
        **({f"{sort}_alone": alone} if sort in SORTS[:-1] else {}),
        f"{sort}_only": are_only(one, two),
        **_said(one, two),
        **_counted(one, two),
        **_around(one, two, rarity),
        **_placed(one, two),
        "age_topic": sort == "age" and bool((one.names | one.topic) & (two.names | two.topic)),
        "age_right": sort == "age" and bool(one.right) and one.right == two.right,
        "age_near": near * (sort == "age"),
        "near": near,
        "alone": alone,
        "alone_attribute": alone and bool(one.attribute.strip()) and one.attribute == two.attribute,
    }


def is_alone(one: Setting, two: Setting) -> bool:
    """Whether neither report has another value of the unit and attribute."""
    return len(one.rivals) == 1 and len(two.rivals) == 1


def are_only(one: Setting, two: Setting) -> bool:
    """Whether the two reports give no other values of the unit and attribute, or the same others."""
    return one.rivals - {one.figure.value} == two.rivals - {two.figure.value}


def _placed(one: Setting, two: Setting) -> dict[str, float]:
    """Of where they stand among the figures of their reports, which tell them in much the same order."""
    ours, theirs = one.standing, two.standing
    same_before = ours.before is not None and ours.before == theirs.before
    same_after = ours.after is not None and ours.after == theirs.after
    return {
        "rank": ours.rank == theirs.rank,
        "first": ours.rank == theirs.rank == 0,
        "lead": ours.lead and theirs.lead,
        "one_lead": ours.lead != theirs.lead,
        "order": (same_before + same_after) / 2,
    }


def _said(one: Setting, two: Setting) -> dict[str, float]:
    """Of attribute, subject and time."""
    named, same = bool(one.attribute.strip() and two.attribute.strip()), one.attribute == two.attribute
    ours, theirs = one.period, two.period
    holders = bool(one.holder and two.holder)
    return {
        "attribute": named and same and one.attribute != "age",
        "money_attribute": named and same and sort_of(one) == "money",
        "person_attribute": named and same and sort_of(one) == "person",
        "other_attribute": named and not same,
        "one_attribute": bool(one.attribute.strip()) != bool(two.attribute.strip()),
        "names": bool(one.names & two.names),
        "other_names": bool(one.names and two.names) and not one.names & two.names,
        "topic": bool((one.names | one.topic) & (two.names | two.topic)),
        "holder": holders and same_holder(one.holder, two.holder),
        "other_holder": holders and not same_holder(one.holder, two.holder),
        "period": bool(ours and theirs) and ours.value == theirs.value,  # type: ignore[union-attr]
        "one_period": bool(ours) != bool(theirs),
        "cycle": bool(one.cycle) and one.cycle == two.cycle,
        "other_cycle": one.cycle != two.cycle,
    }


def _counted(one: Setting, two: Setting) -> dict[str, float]:
    """Of unit and noun."""
    return {
        "unit": one.figure.unit == two.figure.unit,
        "nouns": common(one.noun, two.noun),
        "no_noun": not (one.noun and two.noun),
        "kind": bool(one.kind & two.kind),
        "other_kind": bool(one.kind and two.kind) and not one.kind & two.kind,
        "one_kind": bool(one.kind) != bool(two.kind),
        "other_part": one.partial != two.partial,
        "other_whole": one.whole != two.whole,
    }


def _around(one: Setting, two: Setting, rarity: Rarity) -> dict[str, float]:
    """Of the words and the other values beside."""
    ours, theirs = one.beside - {one.figure.value}, two.beside - {two.figure.value}
    return {
        "words": min(rarity.of(one.near & two.near), ALL) / ALL,
        "sentence": min(rarity.of(one.wide & two.wide), MOST) / MOST,
        "sentence_share": rarity.share(one.wide, two.wide),
        "left": bool(one.left) and one.left == two.left,
        "right": bool(one.right) and one.right == two.right,
        "other_right": bool(one.right and two.right) and one.right != two.right,
        "beside_left": _run(one.runs[0], two.runs[0]),
        "beside_right": _run(one.runs[1], two.runs[1]),
        "values": min(len(ours & theirs), FEW) / FEW,
        "other_values": bool(ours and theirs) and not ours & theirs,
        "no_values": not (ours or theirs),
    }


def _run(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """How many words beside the figures are the same, without a gap, as a share of all that are looked at."""
    same = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        same += 1
    return same / RUN


def evidence(one: Setting, two: Setting, weights: Mapping[str, float], rarity: Rarity) -> float:
    """Log odds that they measure one thing, as if every second pair did."""
    return sum([weights[name] * value for name, value in features(one, two, rarity).items() if value])
