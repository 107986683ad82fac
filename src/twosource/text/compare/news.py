"""Whether two sentences tell one event, and whether two reports tell one piece of news."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from twosource.text.lexemes import lexemes
from twosource.text.likeness import common, content, names
from twosource.types.article import Article

T = TypeVar("T")

SAME_EVENT = 0.5
SAME_WORDS = 5
SOME_WORDS = 2
SAME_NEWS = 0.35
SAME_NAMES = 4
STORY_NAMES, STORY_NEWS = 3, 0.3


def same_event(one: frozenset[str], two: frozenset[str], numbers: frozenset[str] = frozenset()) -> bool:
    """Whether sentences tell one event: most of their words in common, or a telling number and some words."""
    shared = len(one & two)
    return (shared >= SAME_WORDS and common(one, two) >= SAME_EVENT) or (bool(numbers) and shared >= SOME_WORDS)


class Events(Generic[T]):
    """Finds among sentences those that tell the event of another, without a look at each."""

    def __init__(
        self, told: Sequence[T], words: Callable[[T], frozenset[str]], numbers: Callable[[T], frozenset[str]]
    ) -> None:
        """`words` and `numbers` give the content words of a sentence, and its telling numbers."""
        self._told, self._words, self._numbers = told, words, numbers
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(told):
            for key in (*words(one), *(f"#{number}" for number in numbers(one))):
                self._holders[key].append(place)

    def like(self, words: frozenset[str], numbers: frozenset[str] = frozenset()) -> Iterator[T]:
        """The sentences that tell the event of these words, in their order.

        Who shares SAME_WORDS of them shares one of the rarest, all but SAME_WORDS - 1.
        """
        rarest = sorted(words, key=lambda word: (len(self._holders.get(word, ())), word))
        keys = (*rarest[: max(0, len(rarest) - SAME_WORDS + 1)], *(f"#{number}" for number in numbers))
        for place in sorted({place for key in keys for place in self._holders.get(key, ())}):
            one = self._told[place]
            if same_event(words, self._words(one), numbers & self._numbers(one)):
                yield one


def same_news(one: Article, two: Article, stops: frozenset[str]) -> bool:
    """Whether reports share names and wording; `stops` are the words of grammar."""
    return _shares(one, two, stops, SAME_NAMES, SAME_NEWS)


def same_story(one: Article, two: Article, stops: frozenset[str]) -> bool:
    """Whether reports that were put together share as much as reports of one week do; less than `same_news` asks."""
    return _shares(one, two, stops, STORY_NAMES, STORY_NEWS)


def _shares(one: Article, two: Article, stops: frozenset[str], least: int, share: float) -> bool:
    (ours, mine), (theirs, others) = _gist(one, stops), _gist(two, stops)
    return len(ours & theirs) >= least and common(mine, others) >= share


@lru_cache(maxsize=16384)
def _gist(article: Article, stops: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the content words of a report."""
    body = "\n".join(article.text[block.start : block.end] for block in article.passages("headline", "body"))
    return names(body, stops), content(lexemes(body), stops)
