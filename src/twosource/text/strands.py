"""Strands: reports of one folder that tell unrelated stories."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from twosource.lexicon.frequency import shares
from twosource.text.vocabulary import news
from twosource.types.article import Article

# The cosine of two reports from which they are of one story. Of 299 stories of several reports none falls apart at it
# but by a report in French; of random pairs of them nine in ten do.
_TIED = 0.15
# A report of fewer content words shares little with any other, whatever it tells; shorter ones tell a story of their
# own if several are tied to one another.
_TELLING, _SHORTER, _TOGETHER = 80, 25, 60
# What a word counts that is not among the common ones: so many of a thousand reports have it.
_RARE = 0.002

Vector = Mapping[str, float]


def strands(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of the reports of each story, if they tell several; nothing if they tell one.

    Two reports that share names and rare words are of one story, and so is what is tied to one of them (single
    linkage: Sneath 1957). A report that is too short to tell, or was not read, goes with its nearest.
    """
    vectors = {article.id: _vector(article) for article in articles}
    tied = _tied([key for key, vector in vectors.items() if len(vector) >= _SHORTER], vectors)
    groups = [group for group in tied if _tells([len(vectors[key]) for key in group])]
    if len(groups) < 2:  # noqa: PLR2004 -- one story
        return ()
    home = {key: number for number, group in enumerate(groups) for key in group}
    for key in vectors.keys() - home.keys():
        groups[home[_nearest(key, home, vectors)]].append(key)
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _tells(words: Sequence[int]) -> bool:
    """Whether reports of so many content words say enough to be a story of their own."""
    return max(words) >= _TELLING or (len(words) > 1 and sum(words) >= _TOGETHER)


def _tied(keys: Sequence[str], vectors: Mapping[str, Vector]) -> list[list[str]]:
    """Each group grows by all that is tied to what it holds; in a folder of one story that takes few comparisons."""
    left, groups = dict.fromkeys(keys), list[list[str]]()
    while left:
        first = next(iter(left))
        del left[first]
        group = [first]
        for held in group:  # it grows
            near = [key for key in left if _cosine(vectors[held], vectors[key]) >= _TIED]
            group += near
            for key in near:
                del left[key]
        groups.append(group)
    return groups


def _nearest(key: str, known: Iterable[str], vectors: Mapping[str, Vector]) -> str:
    return max(known, key=lambda one: (_cosine(vectors[key], vectors[one]), one))


def _vector(article: Article) -> Vector:
    """Its content words without numbers, each weighed by its rarity in news; of length one."""
    if article.skipped is not None:
        return {}
    read = " ".join(article.text[block.start : block.end] for block in article.passages("headline", "subhead", "body"))
    count = Counter(word for word in news().content(read) if not word[0].isdigit())
    found = {word: (1 + math.log(number)) * _rarity(word) for word, number in count.items()}
    length = math.sqrt(math.fsum(value * value for value in found.values())) or 1.0
    return {word: value / length for word, value in found.items()}


@cache
def _rarity(word: str) -> float:
    return math.log(1 / shares().get(word, _RARE))


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(value * other[word] for word, value in one.items() if word in other)
