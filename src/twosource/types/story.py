"""The reports of one event."""

from dataclasses import dataclass, field
from datetime import date

from twosource.types.article import Article
from twosource.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event, ordered by id. `as_of` is the day on which it is looked at, if it was given."""

    articles: tuple[Article, ...]
    as_of: date | None = None
    _by_id: dict[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Indexes the reports."""
        object.__setattr__(self, "_by_id", {article.id: article for article in reversed(self.articles)})

    def article(self, key: str) -> Article:
        """The report of that id; raises KeyError if the story has none."""
        return self._by_id[key]

    def bears_out(self, span: Span) -> bool:
        """Whether the span re-reads from its report."""
        return span.article in self._by_id and self._by_id[span.article].bears_out(span)
