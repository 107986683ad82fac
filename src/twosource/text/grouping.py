"""How alike passages are in content, and which belong together."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

# A word that more passages than this share says too little to bring two of them together by itself; the bound also
# keeps the number of candidate pairs in proportion to the number of passages.
_COMMON = 120

# One rare word in common may be chance; two, or all that a short passage has, seldom are.
_LEAST_SHARED = 2


class Overlap(NamedTuple):
    """What two passages share, by weight: as cosine, and as shares of the lesser and of the greater; how many words.

    `rarest` is the weight of the rarest word that they share, against that of the rarest of all; `parties` the share of
    the parties that either names.
    """

    cosine: float
    of_lesser: float
    of_greater: float
    words: int
    rarest: float
    parties: float


class Likeness:
    """Cosine of passages over their content words, each weighed by its rarity among them (tf-idf, binary tf).

    Numbers bring passages together where they share them, and do not keep them apart where they differ: whether 110,000
    and 111,800 differ is another question than whether two passages are about one thing.
    """

    def __init__(self, contents: Sequence[Iterable[str]]) -> None:
        """`contents` are the content words of each passage."""
        self._sets = [frozenset(content) for content in contents]
        count = Counter(word for words in self._sets for word in words)
        total = len(self._sets)
        self._weight = {word: math.log(1 + total / number) ** 2 for word, number in count.items()}
        self._rarest = max(self._weight.values(), default=1.0)
        parties = frozenset(word for word in count if _is_party(word))
        self._words = [words - parties for words in self._sets]
        self._parties = [words & parties for words in self._sets]
        self._of_words = [math.fsum([self._weight[word] for word in words]) or 1.0 for words in self._words]
        numbers = frozenset(word for word in count if _is_number(word))
        self._numbers = [words & numbers for words in self._sets]
        self._mass = [math.fsum([self._weight[word] for word in words - numbers]) for words in self._sets]

    def __call__(self, one: int, other: int) -> float:
        """0 for nothing in common, or too little to tell; 1 for the same content words."""
        ones, others = self._sets[one], self._sets[other]
        both = ones & others
        if len(both) < min(_LEAST_SHARED, len(ones), len(others)):
            return 0.0
        shared = math.fsum([self._weight[word] for word in both])
        numbers = math.fsum([self._weight[word] for word in self._numbers[one] & self._numbers[other]])
        norm = math.sqrt((self._mass[one] + numbers) * (self._mass[other] + numbers))
        return shared / norm if norm else 0.0

    def shares(self, one: int, other: int) -> bool:
        """Whether the two have a word in common."""
        return not self._words[one].isdisjoint(self._words[other])

    def overlap(self, one: int, other: int, cosine: float | None = None) -> Overlap:
        """The cosine (if it is not given) and what it is made of; parties (with a leading @) are no words here."""
        both = [self._weight[word] for word in self._words[one] & self._words[other]]
        lesser, greater = sorted((self._of_words[one], self._of_words[other]))
        ones, others = self._parties[one], self._parties[other]
        shared = math.fsum(both)
        return Overlap(
            cosine=self(one, other) if cosine is None else cosine,
            of_lesser=shared / lesser,
            of_greater=shared / greater,
            words=len(both),
            rarest=max(both, default=0.0) / self._rarest,
            parties=len(ones & others) / max(1, len(ones | others)),
        )

    def candidates(self) -> list[tuple[int, int]]:
        """The pairs that share a word which is not common, in order."""
        holders: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._sets):
            for word in words:
                holders[word].append(number)
        pairs = {
            (one, other)
            for group in holders.values()
            if len(group) <= _COMMON
            for place, one in enumerate(group)
            for other in group[place + 1 :]
        }
        return sorted(pairs)


def _is_party(word: str) -> bool:
    return word.startswith("@")


def _is_number(word: str) -> bool:
    return word[:1].isdigit()


def grouped(
    size: int,
    alike: Mapping[tuple[int, int], float],
    least: float,
    may_join: Callable[[int, int], bool],
) -> list[list[int]]:
    """Groups 0 … size-1 by average linkage: two groups join while their members are alike by `least` on average.

    `alike` holds the likeness of candidate pairs (one < other); all other pairs count as 0. `may_join` vetoes: groups
    that hold a vetoed pair never join. Ties go by number. Time grows with the number of candidate pairs.
    """
    members = {number: [number] for number in range(size)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    for (one, other), value in sorted(alike.items()):
        sums[one][other] = sums[other][one] = value
    heap = [(-value, one, other) for (one, other), value in alike.items() if value >= least]
    heapify(heap)
    fresh = size
    while heap:
        _, one, other = heappop(heap)
        if one not in members or other not in members or not _all_join(members[one], members[other], may_join):
            continue
        members[fresh] = sorted(members.pop(one) + members.pop(other))
        sums[fresh] = _joined(sums, one, other, fresh)
        for group, total in sums[fresh].items():
            value = total / (len(members[group]) * len(members[fresh]))
            if value >= least:
                heappush(heap, (-value, group, fresh))
        fresh += 1
    return sorted(members.values())


def _all_join(ones: list[int], others: list[int], may_join: Callable[[int, int], bool]) -> bool:
    return all(may_join(one, other) for one in ones for other in others)


def _joined(sums: dict[int, dict[int, float]], one: int, other: int, fresh: int) -> dict[int, float]:
    """The likeness sums of two groups, as those of the group that they become."""
    left, right = sums.pop(one), sums.pop(other)
    joined = {group: left.get(group, 0.0) + right.get(group, 0.0) for group in sorted({*left, *right} - {one, other})}
    for group, total in joined.items():
        sums[group].pop(one, None)
        sums[group].pop(other, None)
        sums[group][fresh] = total
    return joined
