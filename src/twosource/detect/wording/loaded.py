"""Loaded words: each place in a block where the outlet's own words colour."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from twosource.detect.wording.evaluated import Place, colouring, evaluating
from twosource.lexicon import pattern

_LONG_WORD = 4


def loaded(text: str, quoted: Sequence[Place], judged: Sequence[Place], said: Sequence[Place]) -> Iterator[Place]:
    """Loaded words in a text, longest first where they overlap; all places are within it, in code points.

    Nothing in quotation marks is; in a sentence that is `judged` an opinion anyway, only the plainest; what judges
    rather than colours is a speaker's in what is `said`.
    """
    plain = [match.span() for match in pattern("wording", "loaded").finditer(text)]
    colours = [place for place in colouring(text) if is_free(place[0], judged)]
    judges = [place for place in evaluating(text) if is_free(place[0], judged) and is_free(place[0], said)]
    stop = 0
    for start, end in sorted({*plain, *colours, *judges}, key=lambda place: (place[0], -place[1])):
        if start >= stop and is_free(start, quoted) and not _is_plain(text, start):
            stop = end
            yield start, end


def is_free(place: int, taken: Sequence[Place]) -> bool:
    """Whether a place lies in none of these, which are in order and do not overlap."""
    nearest = bisect_right(taken, (place, math.inf)) - 1
    return nearest < 0 or place >= taken[nearest][1]


def _is_plain(text: str, place: int) -> bool:
    """Whether a loaded word is none here: part of a name, or the plain word for a thing."""
    return (
        pattern("wording", "loaded_not").match(text, place) is not None
        or pattern("evaluation", "plain").match(text, place) is not None
        or _is_name(text, place)
    )


def _is_name(text: str, place: int) -> bool:
    """Whether the word is capitalised within a sentence, in a text that is not all titles."""
    before = text[max(place - 3, 0) : place].rstrip()
    return text[place].isupper() and before[-1:] not in ("", ".", "!", "?", ":", "“", '"') and not _is_title(text)


@lru_cache(maxsize=64)
def _is_title(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > _LONG_WORD]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)
