"""Deadlines in the words of a report: "by the end of February", "before Friday"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import cast

from twosource.lexicon import pattern, table, word_set, words
from twosource.text.sentences import sentences_in
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.span import Span

# Code points behind the words in which a deadline may still end.
BEYOND = 40


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words for a deadline; `sort` and `name` are those of its month, weekday, week or year.

    `deed` is what is to be done by then (a stem or concept), "" if no word shows it; `old` that it was so once.
    """

    span: Span
    sort: str
    name: str
    deed: str = ""
    old: bool = False

    def excludes(self, other: "Deadline") -> bool:
        """Whether the two cannot be one day: other months, other years, this week and a month.

        Two deeds have two deadlines, and one that was put off had another once.
        """
        if (self.deed and other.deed and self.deed != other.deed) or self.old != other.old:
            return False
        if self.sort == other.sort:
            return self.name != other.name
        near, far = word_set("deadlines", "apart", "near"), word_set("deadlines", "apart", "far")
        return (self.sort in near and other.sort in far) or (other.sort in near and self.sort in far)


def deadlines(article: Article, place: Span) -> Iterator[Deadline]:
    """The deadlines that begin within these words of a report."""
    text = article.text[place.start : place.end + BEYOND]
    for match in takewhile(lambda found: found.start() < len(place), _pattern().finditer(text)):
        sort = next(name for name in _names() if match[name])
        span = article.span(place.start + match.start(), place.start + match.end())
        told = _clause(article, span)
        old = pattern("deadlines", "old").search(told.exact) is not None
        yield Deadline(span, sort, match[sort].lower(), _deed(told.exact[: span.start - told.start]), old)


def _clause(article: Article, span: Span) -> Span:
    """The sentence of a deadline; the deadline alone where that is not read."""
    block = article.block_at(span.start)
    held = sentences_in(article, block) if block else ()
    return next((one for one in held if one.start <= span.start < one.end), span)


def _deed(before: str) -> str:
    """What is to be done: the verb behind the last "will", "must" or "to" before the deadline.

    That something will be over or gone says of no deed of whose end it tells.
    """
    ahead = [found.end() for found in pattern("deadlines", "ahead").finditer(before)]
    told = before[ahead[-1] :] if ahead else ""
    return "" if pattern("deadlines", "over").search(told) else next(iter(news().content(told)), "")


@cache
def _names() -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", table("deadlines")["names"])


@cache
def _pattern() -> re.Pattern[str]:
    """A limit, what part of it, and its name; a name is followed by no day ("by February 3")."""
    limits, parts = ("|".join(words("deadlines", key)).replace(" ", r"\s+") for key in ("limits", "parts"))
    named = "|".join(f"(?P<{sort}>{'|'.join(found)})" for sort, found in _names().items())
    return re.compile(rf"(?<!\w)(?:{limits})\s+(?:{parts})?(?:{named})(?!\w|\s+\d|['’])", re.IGNORECASE)
