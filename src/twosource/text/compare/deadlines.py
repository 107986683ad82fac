"""Deadlines in the words of a report: "by the end of February", "before Friday"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import cast

from twosource.lexicon import table, word_set, words
from twosource.types.article import Article
from twosource.types.span import Span

# Code points behind the words in which a deadline may still end.
BEYOND = 40


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words for a deadline; `sort` and `name` are those of its month, weekday, week or year."""

    span: Span
    sort: str
    name: str

    def excludes(self, other: "Deadline") -> bool:
        """Whether the two cannot be one day: other months, other years, this week and a month."""
        if self.sort == other.sort:
            return self.name != other.name
        near, far = word_set("deadlines", "apart", "near"), word_set("deadlines", "apart", "far")
        return (self.sort in near and other.sort in far) or (other.sort in near and self.sort in far)


def deadlines(article: Article, place: Span) -> Iterator[Deadline]:
    """The deadlines that begin within these words of a report."""
    text = article.text[place.start : place.end + BEYOND]
    for match in takewhile(lambda found: found.start() < len(place), _pattern().finditer(text)):
        sort = next(name for name in _names() if match[name])
        yield Deadline(article.span(place.start + match.start(), place.start + match.end()), sort, match[sort].lower())


@cache
def _names() -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", table("deadlines")["names"])


@cache
def _pattern() -> re.Pattern[str]:
    """A limit, what part of it, and its name; a name is followed by no day ("by February 3")."""
    limits, parts = ("|".join(words("deadlines", key)).replace(" ", r"\s+") for key in ("limits", "parts"))
    named = "|".join(f"(?P<{sort}>{'|'.join(found)})" for sort, found in _names().items())
    return re.compile(rf"(?<!\w)(?:{limits})\s+(?:{parts})?(?:{named})(?!\w|\s+\d|['’])", re.IGNORECASE)
