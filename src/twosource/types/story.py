"""The reports of one event."""

from dataclasses import dataclass
from datetime import date

from twosource.types.article import Article
from twosource.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event, ordered by id. `as_of` is the day on which it is looked at, if it was given."""

    articles: tuple[Article, ...]
    as_of: date | None = None

    def article(self, key: str) -> Article:
        """The report of that id; raises KeyError if the story has none."""
        for article in self.articles:
            if article.id == key:
                return article
        raise KeyError(key)

    def bears_out(self, span: Span) -> bool:
        """Whether the span re-reads from its report."""
        return any(article.bears_out(span) for article in self.articles)
