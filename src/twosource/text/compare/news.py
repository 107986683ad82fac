"""Whether two sentences tell one event, and whether two reports tell one piece of news."""

from functools import lru_cache

from twosource.text.lexemes import lexemes
from twosource.text.likeness import common, content, names
from twosource.types.article import Article

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


def same_news(one: Article, two: Article, stops: frozenset[str]) -> bool:
    """Whether reports share names and wording; `stops` are the words of grammar."""
    return _shares(one, two, stops, SAME_NAMES, SAME_NEWS)


def same_story(one: Article, two: Article, stops: frozenset[str]) -> bool:
    """Whether reports that were put together share as much as reports of one week do; less than `same_news` asks."""
    return _shares(one, two, stops, STORY_NAMES, STORY_NEWS)


def _shares(one: Article, two: Article, stops: frozenset[str], least: int, share: float) -> bool:
    (ours, mine), (theirs, others) = _gist(one, stops), _gist(two, stops)
    return len(ours & theirs) >= least and common(mine, others) >= share


@lru_cache(maxsize=512)
def _gist(article: Article, stops: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the content words of a report."""
    body = "\n".join(article.text[block.start : block.end] for block in article.passages("headline", "body"))
    return names(body, stops), content(lexemes(body), stops)
