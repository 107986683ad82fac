"""Cuts a text into word pieces with what the encoder is told about each, and into windows. Needs tokenizers only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

WINDOW = 256
"""Pieces in a window, the two special ones included."""
OVERLAP = 64
"""Pieces that a window shares with one that ends within a paragraph before it, when a text is read."""
SHAPES = 32
"""Numbers of shapes: 8 forms of the word, +8 at the start of a paragraph, +16 between quotation marks."""

_SPECIAL, _LOWER, _TITLE, _UPPER, _MIXED, _DIGITS, _MARK, _SINGLE = range(8)
_PARAGRAPH, _QUOTED = 8, 16
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_TAIL = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Columns of equal length, one entry per piece: its id, its place in code points, its shape, what begins here.

    `heads` is true for the first piece of a word. `breaks` is 3 where a paragraph begins that does not begin with a
    quotation, 2 where another one does, 1 where a sentence does.
    """

    ids: list[int]
    starts: list[int]
    ends: list[int]
    shapes: list[int]
    heads: list[bool]
    breaks: list[int]


@lru_cache(maxsize=16384)
def form(word: str) -> int:
    """The form of a word, for an encoder that reads everything in lower case."""
    if not any(map(str.isalnum, word)):
        return _MARK
    if not any(map(str.isalpha, word)):
        return _DIGITS
    if word.islower():
        return _LOWER
    if word.isupper():
        return _UPPER if len(word) > 1 else _SINGLE
    return _TITLE if word[:1].isupper() and word[1:].islower() else _MIXED


def is_small(shape: int) -> bool:
    """Whether a piece stands in a word of small letters, or is a mark."""
    return shape % _PARAGRAPH in {_LOWER, _MARK}


def _is_quoted(text: str, start: int, *, inside: bool) -> tuple[bool, bool]:
    """Whether the piece at `start` is quoted, and whether the next one is inside. Straight marks alternate."""
    mark = text[start : start + 1]
    if mark == "“" or (mark == '"' and not inside):
        return True, True
    if mark in {"”", '"'}:
        return True, False
    return inside, inside


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text. A quotation mark holds to the end of its paragraph at most."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    words: dict[int | None, tuple[int, int]] = {}
    placed = list(zip(encoding.word_ids, encoding.offsets, strict=True))
    for word, (start, end) in placed:
        words[word] = (words.get(word, (start, end))[0], end)
    found = Pieces(ids=list(encoding.ids), starts=[], ends=[], shapes=[], heads=[], breaks=[])
    before, last, inside = None, 0, False
    for word, (start, end) in placed:
        gap = text[last:start]
        paragraph = not found.starts or "\n" in gap
        sentence = (
            bool(gap.strip() == "" and gap) and _SENTENCE_END.search(text[max(last - _TAIL, 0) : last]) is not None
        )
        quoted, inside = _is_quoted(text, start, inside=inside and not paragraph)
        found.starts.append(start)
        found.ends.append(end)
        found.heads.append(word != before)
        found.breaks.append((2 if quoted else 3) if paragraph else 1 if sentence else 0)
        found.shapes.append(form(text[slice(*words[word])]) + _PARAGRAPH * paragraph + _QUOTED * quoted)
        before, last = word, end
    return found


_WANTED = ((3, 1 / 3), (2, 1 / 2), (1, 2 / 3))
"""Where a window may end, the best first, and how full it must be at least: a quotation that opens a paragraph often
has its speaker in the one before it."""


def _latest(breaks: list[int], first: float, last: int, wanted: int) -> int | None:
    """The latest place in (first, last] where at least such a part begins."""
    return next((place for place in range(last, int(first), -1) if breaks[place] >= wanted), None)


def _end(breaks: list[int], start: int, limit: int) -> int:
    """The best place to end a window that may have `limit` pieces."""
    found = (_latest(breaks, start + limit * full, start + limit, wanted) for wanted, full in _WANTED)
    return next((place for place in found if place is not None), start + limit)


def windows(
    breaks: list[int], *, size: int = WINDOW - 2, overlap: int = 0, first: int = 0
) -> Iterator[tuple[int, int]]:
    """Start and end of windows of at most `size` pieces, cut between paragraphs or sentences where that is possible.

    One that begins within a paragraph begins up to `overlap` pieces before the end of the one before it. `first`
    shortens the first one.
    """
    start, limit = 0, first or size
    while len(breaks) - start > limit:
        end = _end(breaks, start, limit)
        yield start, end
        latest, limit = end - overlap // 2, size
        start = end if breaks[end] > 1 else _latest(breaks, end - overlap, latest, 1) or latest
    if start < len(breaks):
        yield start, len(breaks)
