"""A report: its text, its blocks, and the map back to the page that it came from."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from twosource.errors import SpanError
from twosource.types.moment import UNKNOWN, Moment
from twosource.types.span import Span

BlockKind = Literal[
    "headline", "subhead", "body", "caption", "advert", "chrome", "bio", "legal", "disclosure", "comment"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the text, half-open in code points; the blocks tile the text, blank lines aside."""

    kind: BlockKind
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One stretch of the text and where it stood in the decoded source, both half-open in code points.

    Runs of equal length were copied; others were replaced (`&amp;` gave `&`). `source` counts in the decoded page.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text by one outlet. `skipped` says why it was not read for findings, or is None."""

    id: str
    text: str
    file: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "und"
    published: Moment = UNKNOWN
    blocks: tuple[Block, ...] = ()
    skipped: str | None = None
    runs: tuple[Run, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`; raises SpanError for a place outside the text, or an empty one."""
        if not 0 <= start < end <= len(self.text):
            message = f"no span {start}:{end} in article {self.id} of {len(self.text)} code points"
            raise SpanError(message)
        return Span(self.id, start, end, self.text[start:end])

    def bears_out(self, span: Span) -> bool:
        """Whether the span is of this article and re-reads from its text."""
        is_place = 0 <= span.start < span.end <= len(self.text)
        return is_place and span.article == self.id and self.text[span.start : span.end] == span.exact

    def passages(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in the order of the text."""
        return (block for block in self.blocks if block.kind in kinds)

    def kind_at(self, place: int) -> BlockKind | None:
        """The kind of the block at this code point; None between blocks."""
        block = self.block_at(place)
        return None if block is None else block.kind

    def block_at(self, place: int) -> Block | None:
        """The block at this code point; None between blocks."""
        last = bisect_right(self.blocks, place, key=lambda block: block.start) - 1
        return self.blocks[last] if last >= 0 and place < self.blocks[last].end else None
