"""Stretches of words that texts share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.types.article import Article
from twosource.types.span import Span

_WORD = re.compile(r"\w+")
# Twelve words in a row are hardly ever written twice by chance; a seed of six finds them whatever their alignment.
LEAST = 12
_SEED = 6
_BITS = 32  # more words than that can number do not fit into memory
# A seed that stands in more texts than this is boilerplate, and would make the work quadratic; so would one that a
# text repeats, beyond its first places.
_MOST_HOLDERS = 50
_MOST_REPEATS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A folded word and its place."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The same words in two texts."""

    first: Span
    second: Span
    words: int


@lru_cache(maxsize=4096)
def tokens(article: Article) -> tuple[Token, ...]:
    """The words of a report's headline, subheads and body, case folded."""
    return tuple(
        Token(word=match[0].casefold(), start=match.start(), end=match.end())
        for block in article.passages("headline", "subhead", "body")
        for match in _WORD.finditer(article.text, block.start, block.end)
    )


_Text = tuple[Article, Sequence[Token]]


class Shared:
    """Finds what each text that is added shares with those before it."""

    def __init__(self) -> None:
        """Begins without texts."""
        self._texts: dict[str, _Text] = {}
        self._numbers: dict[str, int] = {}
        self._seeds: dict[int, list[tuple[str, int]]] = {}

    def add(self, article: Article) -> Iterator[Stretch]:
        """The longest stretches of at least LEAST words that this text shares with each before it, in its order."""
        mine = tokens(article)
        seeds = self._seeds_of(mine)
        reached: dict[tuple[str, int], int] = {}
        for seed, place in seeds:
            for other, there in self._seeds.get(seed, ()):
                diagonal = (other, there - place)
                if reached.get(diagonal, -1) > place:
                    continue
                theirs = self._texts[other][1]
                length = _run(theirs, there, mine, place)
                reached[diagonal] = place + length
                if length >= LEAST:
                    yield self._stretch(other, there, (article, mine), place, length)
        self._texts[article.id] = article, mine
        for seed, place in seeds:
            held = self._seeds.setdefault(seed, [])
            if len(held) < _MOST_HOLDERS:
                held.append((article.id, place))

    def _stretch(self, other: str, there: int, mine: _Text, place: int, length: int) -> Stretch:
        return Stretch(first=_span(self._texts[other], there, length), second=_span(mine, place, length), words=length)

    def _seeds_of(self, mine: Sequence[Token]) -> list[tuple[int, int]]:
        """The seeds of a text and their places: each is one number, made of the numbers of its words."""
        numbers = [self._numbers.setdefault(token.word, len(self._numbers)) for token in mine]
        seen: Counter[int] = Counter()
        found = []
        for place in range(len(mine) - _SEED + 1):
            seed = 0
            for number in numbers[place : place + _SEED]:
                seed = seed << _BITS | number
            seen[seed] += 1
            if seen[seed] <= _MOST_REPEATS:
                found.append((seed, place))
        return found


def _span(text: _Text, place: int, length: int) -> Span:
    article, words = text
    return article.span(words[place].start, words[place + length - 1].end)


def _run(theirs: Sequence[Token], there: int, mine: Sequence[Token], place: int) -> int:
    length = 0
    while (
        there + length < len(theirs)
        and place + length < len(mine)
        and theirs[there + length].word == mine[place + length].word
    ):
        length += 1
    return length
