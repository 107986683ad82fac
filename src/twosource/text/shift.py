"""Where a copy has the words of its original."""

from bisect import bisect_left, bisect_right

from twosource.text.copies import READ
from twosource.text.shared import tokens
from twosource.types.article import Article
from twosource.types.span import Span
from twosource.types.story import Copy


class Shift:
    """Moves words of an original to where a copy has them."""

    def __init__(self, copy: Copy, article: Article, original: Article) -> None:
        """Takes the copy with its own text and that of its original."""
        self._article, self._mine, self._theirs = article, tokens(article), tokens(original)
        self._starts = [token.start for token in self._theirs]
        mine = [token.start for token in self._mine]
        self._runs = sorted(
            (bisect_left(self._starts, theirs.start), bisect_left(mine, ours.start), bisect_left(mine, ours.end))
            for ours, theirs in copy.shared
        )
        self._firsts = [first for first, _, _ in self._runs]
        blocks = {article.text[block.start : block.end]: block for block in article.blocks if block.kind not in READ}
        self._blocks = {
            block.start: (block, blocks[text])
            for block in original.blocks
            if block.kind not in READ and (text := original.text[block.start : block.end]) in blocks
        }
        self._original = original

    def __call__(self, span: Span) -> Span | None:
        """The same words in the copy; None where it lacks them, or has them in parts."""
        if span.article != self._original.id:
            return None
        if self._original.kind_at(span.start) not in READ:
            return self._in_block(span)
        first = max(0, bisect_right(self._starts, span.start) - 1)
        first += first < len(self._theirs) and self._theirs[first].end <= span.start
        last = bisect_left(self._starts, span.end) - 1
        run = bisect_right(self._firsts, first) - 1
        if first > last or run < 0:
            return None
        there, here, stop = self._runs[run]
        if here + last - there >= stop:
            return None
        return self._placed(span, (first, last), here - there)

    def _placed(self, span: Span, words: tuple[int, int], by: int) -> Span:
        """The words `first` to `last`, with the marks that stand before and after them in both."""
        first, last = words
        ours, theirs = (self._mine[first + by], self._mine[last + by]), (self._theirs[first], self._theirs[last])
        start, end = ours[0].start - theirs[0].start + span.start, ours[1].end - theirs[1].end + span.end
        text, other = self._article.text, self._original.text
        if span.start < theirs[0].start and text[max(0, start) : ours[0].start] != other[span.start : theirs[0].start]:
            start = ours[0].start
        if span.end > theirs[1].end and text[ours[1].end : end] != other[theirs[1].end : span.end]:
            end = ours[1].end
        return self._article.span(start, end)

    def _in_block(self, span: Span) -> Span | None:
        block = self._original.block_at(span.start)
        if block is None or block.start not in self._blocks or span.end > block.end:
            return None
        by = self._blocks[block.start][1].start - block.start
        return self._article.span(span.start + by, span.end + by)
