"""Sentences, as places in the text."""

from collections.abc import Iterator
from functools import lru_cache

import sentencex

from twosource.text.safety import encodable
from twosource.types.article import Article, Block, BlockKind
from twosource.types.span import Span

_WINDOW = 10_000
"""Longer passages are read in parts of at most this length, which end where a sentence most likely does."""


@lru_cache(maxsize=4096)
def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a passage in code points, blanks at the edges left out."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        stop = place + _WINDOW
        if stop < len(text):
            stop = max(text.rfind(". ", place, stop) + 1, text.rfind("\n", place, stop)) or stop
        found += _bounds(text, place, stop)
        place = stop
    return tuple(found)


def _bounds(text: str, place: int, stop: int) -> Iterator[tuple[int, int]]:
    """The sentences of one window: the segmenter's time grows with the square of a passage full of quotation marks."""
    plain = encodable(text[place:stop])  # the segmenter takes only what can be encoded
    for sentence in sentencex.get_sentence_boundaries("en", plain):
        start, end = place + sentence["start_index"], place + sentence["end_index"]
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
        if start < end:
            yield start, end


def sentences_in(article: Article, block: Block) -> Iterator[Span]:
    """The sentences of a block."""
    for start, end in sentence_bounds(article.text[block.start : block.end]):
        yield article.span(block.start + start, block.start + end)


def sentences(article: Article, *kinds: BlockKind) -> Iterator[Span]:
    """The sentences of the blocks of these kinds (body, if none is named)."""
    for block in article.passages(*(kinds or ("body",))):
        yield from sentences_in(article, block)
