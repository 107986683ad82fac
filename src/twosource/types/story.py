"""The reports of one event."""

from dataclasses import dataclass, field
from datetime import date

from twosource.types.article import Article
from twosource.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A report (its id) nearly all of whose words stand in another, the `original` (its id).

    `shared` are the stretches of words that both have, each as it stands in the copy and in the original, in the order
    of the copy. `own` are the copy's sentences that are not wholly among them. Which of the two was written first, the
    words do not tell.
    """

    article: str
    original: str
    shared: tuple[tuple[Span, Span], ...]
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event, ordered by id. `as_of` is the day on which it is looked at, if it was given.

    `strands` are the ids of its reports in groups that share hardly a name or a rare word: where there are any, several
    unrelated stories were given as one, and each is investigated by itself.

    `copies` are those of its reports that were found to repeat another. To a detector they show their own sentences
    only, or are left out if they have none: what they repeat is found in the original.
    """

    articles: tuple[Article, ...]
    as_of: date | None = None
    copies: tuple[Copy, ...] = ()
    strands: tuple[tuple[str, ...], ...] = ()
    _by_id: dict[str, Article] = field(init=False, repr=False, compare=False)
    _repeats: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Indexes the reports."""
        object.__setattr__(self, "_by_id", {article.id: article for article in reversed(self.articles)})
        object.__setattr__(self, "_repeats", {copy.article: copy.original for copy in self.copies})

    def article(self, key: str) -> Article:
        """The report of that id; raises KeyError if the story has none."""
        return self._by_id[key]

    def original(self, key: str) -> str:
        """The id of the report that this one repeats, or its own: reports of one original are one text."""
        return self._repeats.get(key, key)

    def bears_out(self, span: Span) -> bool:
        """Whether the span re-reads from its report."""
        return span.article in self._by_id and self._by_id[span.article].bears_out(span)
