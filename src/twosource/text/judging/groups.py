"""Passages in groups, each of which makes one assertion, and how far the reports are about it."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.text.grouping import grouped
from twosource.text.judging.judge import Judge
from twosource.text.passages import Passage
from twosource.types.party import Party
from twosource.types.span import Span

# Average affinity from which passages count as one assertion.
_ALIKE = 0.12
# A sentence states several things at once. It is one more statement of what the story is about if its affinity to the
# nearest few of those is this much, whatever else it was grouped with.
_ALSO, _NEAREST = 0.25, 3
# The concepts (lexicon/data/concepts.toml) by which a passage denies, or calls something false.
_DENIALS = frozenset({"~deny", "~false"})
# What a statement weighs by the number of its sentence: the headline and the first one, the second, the third, further
# down. What every report tells as background stands far down in all of them, and is not what the story is about.
_WEIGHTS = (3.0, 3.0, 1.5, 1.0)
_BODY = 0.3
# Three content words say too little to show what is claimed.
SAYING = 4


class Groups:
    """Groups the passages by average linkage; a denial never joins what it denies."""

    def __init__(self, found: Sequence[Passage], parties: Sequence[Party], rank: dict[Span, int]) -> None:
        """Takes the passages of one story; `rank` counts the sentences of each report from its head."""
        self.found, self._rank = found, rank
        self._judge = Judge([passage.span for passage in found], parties)
        self._denials = [bool(_DENIALS & set(content)) for content in self._judge.contents]
        self._near: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), value in (alike := self._alike()).items():
            self._near[one][other] = self._near[other][one] = value
        self.members = grouped(len(found), alike, _ALIKE, lambda one, other: self._denials[one] == self._denials[other])
        self.heart = self._heart()
        if self.heart >= 0:
            self.members[self.heart] = sorted([*self.members[self.heart], *self._also(self.members[self.heart])])

    def _alike(self) -> dict[tuple[int, int], float]:
        return {pair: value for pair in self._judge.candidates() if (value := self._judge.affinity(*pair)) > 0}

    def denies(self, number: int) -> bool:
        """Whether a group is of denials."""
        return self._denials[self.members[number][0]]

    def _heart(self) -> int:
        """The number of the weightiest group that is no denial; -1 if there is none."""
        weights = [
            (self.weight(group), -number) for number, group in enumerate(self.members) if not self.denies(number)
        ]
        return -max(weights)[1] if weights else -1

    def _also(self, group: Sequence[int]) -> list[int]:
        """What other groups hold and states the same as the nearest few of this group do."""
        inside = set(group)
        return [
            place
            for place in range(len(self.found))
            if place not in inside and not self._denials[place] and self._nearness(place, group) >= _ALSO
        ]

    def _nearness(self, place: int, group: Sequence[int]) -> float:
        near = sorted((self._near[place].get(other, 0.0) for other in group), reverse=True)[:_NEAREST]
        return sum(near) / len(near)

    def weight(self, group: Sequence[int]) -> float:
        """How far the story is about a group: the sum over the reports of the best place at which each states it."""
        return weight([self.found[place].span for place in group], self._rank)

    def label(self, group: Sequence[int]) -> Passage:
        """The shortest passage of those that say enough, among the quarter that is nearest to all others."""
        near = {one: sum(self._judge.likeness(one, other) for other in group if other != one) for one in group}
        ranked = sorted(group, key=lambda one: (-near[one], self.found[one].span))
        nearest = ranked[: max(2, len(ranked) // 4)]
        telling = [one for one in nearest if len(self._judge.contents[one]) >= SAYING] or nearest
        return min((self.found[one] for one in telling), key=lambda one: (len(one.span), one.span))


def weight(spans: Sequence[Span], rank: dict[Span, int]) -> float:
    """The sum over the reports of the best place at which each has one of these spans."""
    best: dict[str, float] = {}
    for span in spans:
        place = min((number for sentence, number in rank.items() if sentence.overlaps(span)), default=len(_WEIGHTS))
        value = _WEIGHTS[place] if place < len(_WEIGHTS) else _BODY
        best[span.article] = max(best.get(span.article, 0.0), value)
    return sum(best.values())
