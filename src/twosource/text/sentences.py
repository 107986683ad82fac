"""Sentences, as places in the text."""

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

from twosource.types.article import Article, Block, BlockKind
from twosource.types.span import Span

_SURROGATE = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=4096)
def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a passage in code points, blanks at the edges left out."""
    found = []
    plain = _SURROGATE.sub("?", text)  # the splitter takes only what can be encoded
    for sentence in sentencex.get_sentence_boundaries("en", plain):
        start, end = sentence["start_index"], sentence["end_index"]
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
        if start < end:
            found.append((start, end))
    return tuple(found)


def sentences_in(article: Article, block: Block) -> Iterator[Span]:
    """The sentences of a block."""
    for start, end in sentence_bounds(article.text[block.start : block.end]):
        yield article.span(block.start + start, block.start + end)


def sentences(article: Article, *kinds: BlockKind) -> Iterator[Span]:
    """The sentences of the blocks of these kinds (body, if none is named)."""
    for block in article.passages(*(kinds or ("body",))):
        yield from sentences_in(article, block)
