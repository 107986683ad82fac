"""How likely two figures measure the same thing, by the words around them: logistic regression, weights as data."""

from collections.abc import Mapping
from math import exp

from twosource.text.compare.setting import Setting
from twosource.text.likeness import common

MANY = 5


def features(one: Setting, two: Setting) -> dict[str, float]:
    """What two figures have in common, each from 0 to 1. Their values are left out: it is asked if these may differ."""
    shared = one.clause & two.clause
    return {
        "bias": 1,
        "attribute": bool(one.attribute.strip()) and one.attribute == two.attribute,
        "other_attribute": bool(one.attribute.strip() and two.attribute.strip()) and one.attribute != two.attribute,
        "unit": one.figure.unit == two.figure.unit,
        "noun": common(one.noun, two.noun),
        "words": min(len(shared), MANY) / MANY,
        "share": common(one.clause, two.clause),
        "left": bool(one.left) and one.left == two.left,
        "right": bool(one.right) and one.right == two.right,
        "names": bool(one.names & two.names),
        "other_names": bool(one.names and two.names) and not one.names & two.names,
        "topic": bool((one.names | one.topic) & (two.names | two.topic)),
        "period": bool(one.period and two.period) and one.period.value == two.period.value,  # type: ignore[union-attr]
        "kind": one.kind != two.kind,
        "alone": one.alone and two.alone,
        "whole": one.whole != two.whole,
    }


def likelihood(one: Setting, two: Setting, weights: Mapping[str, float]) -> float:
    """From 0 to 1, as if every second pair measured one thing."""
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in features(one, two).items())))
