"""A judge of two passages: logistic regression over their features, its weights in lexicon/data/claim_judge.toml.

The weights are fitted by training/claims on pairs of sentences that a person judged.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, cast, get_args

from twosource.lexicon import table
from twosource.text.grouping import Likeness, Overlap
from twosource.text.judging.features import features
from twosource.text.judging.named import Named, capitalised
from twosource.text.judging.traits import negated, traits
from twosource.text.vocabulary import news
from twosource.types.party import Party
from twosource.types.span import Span

Relation = Literal["same", "stronger", "denial", "response", "time_shift", "same_topic", "unrelated"]


# From this probability on, two passages are taken to make one assertion.
ENOUGH = 0.42


class Judge:
    """Judges pairs of the passages of one story: what they share is weighed by its rarity among them."""

    def __init__(self, found: Sequence[Span], parties: Sequence[Party]) -> None:
        """Takes the passages, and the parties whom they may name."""
        self.found = tuple(found)
        named = Named(parties)
        self.contents = [news().content(span.exact) for span in found]
        self._traits = [traits(span.exact) for span in found]
        held = [frozenset((*c, *named(span))) for c, span in zip(self.contents, found, strict=True)]
        self._likeness = Likeness(held)
        called = capitalised(span.exact for span in found)
        self._plain = Likeness([[word for word in c if word not in called] for c in self.contents])
        self._wordings = _numbered(zip(held, self._traits, strict=True))
        self._known: dict[tuple[int, int], float] = {}

    def candidates(self) -> list[tuple[int, int]]:
        """The pairs that share a word which is not common, in order."""
        return self._likeness.candidates()

    def likeness(self, one: int, other: int) -> float:
        """The cosine of their content words and parties."""
        return self._likeness(one, other)

    def are_opposed(self, one: int, other: int) -> bool:
        """Whether one of two negates what the other states: "has banned", "has not banned"."""
        ours, theirs = (negated(self.found[place].exact) for place in (one, other))
        agree = (ours - theirs).isdisjoint(self.contents[other]) and (theirs - ours).isdisjoint(self.contents[one])
        return not agree

    def features(self, one: int, other: int) -> dict[str, float]:
        """What the two show side by side."""
        return self._features(one, other, self._likeness.overlap(one, other))

    def _features(self, one: int, other: int, overlap: Overlap) -> dict[str, float]:
        return features(self._traits[one], self._traits[other], overlap, self._plain.overlap(one, other))

    def same(self, one: int, other: int) -> float:
        """How probable it is (0 to 1) that the two make one assertion, or one the other's and more."""
        return _same(self.features(one, other))

    def affinity(self, one: int, other: int) -> float:
        """The mean (geometric) of their likeness and of how probably they are the same: what grouping goes by.

        That two passages name the same people does not yet make them say the same of them: they share another word.
        """
        if not self._plain.shares(one, other):
            return 0.0
        pair = self._wordings[one], self._wordings[other]
        if pair not in self._known:
            self._known[pair] = self._affinity(one, other)
        return self._known[pair]

    def _affinity(self, one: int, other: int) -> float:
        likeness = self._likeness(one, other)
        if not likeness:
            return 0.0
        overlap = self._likeness.overlap(one, other, likeness)
        return math.sqrt(likeness * _same(self._features(one, other, overlap)))

    def joins(self, one: int, other: int) -> bool:
        """Whether that is probable enough to put the two into one claim."""
        return self.same(one, other) >= ENOUGH

    def relation(self, one: int, other: int) -> Relation:
        """The most probable relation."""
        found = self.features(one, other)
        return max(get_args(Relation), key=lambda name: _sum(_weights()[name], found))


def _same(found: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-_sum(_weights()["joined"], found)))


def _sum(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return weights["constant"] + math.fsum([weights[name] * value for name, value in found.items() if value])


def _numbered(found: Iterable[Hashable]) -> list[int]:
    """A number for each, the same for equal ones: what reports print alike is judged once."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(one, len(numbers)) for one in found]


@cache
def _weights() -> dict[str, dict[str, float]]:
    return cast("dict[str, dict[str, float]]", table("claim_judge"))
