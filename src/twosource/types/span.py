"""A place in a report, with the words that stand there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words in a report. Only an `Article` makes one, and checks it: see `Article.span`.

    `start` and `end` count Unicode code points in the article's text, half-open.
    """

    article: str
    start: int
    end: int
    exact: str

    def __len__(self) -> int:
        """Its length in code points."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether the other lies within it."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.article == other.article and self.start < other.end and other.start < self.end
