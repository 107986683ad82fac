"""Copies: reports nearly all of whose words stand in another report, word for word."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from zlib import crc32

from twosource.text.sentences import sentences_in
from twosource.text.shared import LEAST, Token, tokens
from twosource.types.article import Article
from twosource.types.comparison import Reuse
from twosource.types.span import Span
from twosource.types.story import Copy

# The share of words of its own up to which a report is a copy: a changed opening, a note at its end, a word here and
# there. Of pairs of news reports that share most of their words 25 were read: with more of its own, one adds reporting.
_OWN = 0.1
# Shorter texts share their few words by chance.
_LEAST_WORDS = 2 * LEAST
_SEED = 6
# One seed in so many is kept to find candidates by; all are looked at when a candidate is compared.
_SAMPLE = 4
# A seed that stands in more originals than this is boilerplate.
_MOST_HOLDERS = 50
_MOST_CANDIDATES = 3
_MOST_PLACES = 3
# Lengths within a quarter of each other count as one: of these, the earliest known is the original.
_STEP = math.log(1.25)
READ = ("headline", "subhead", "body")


def copies(articles: Iterable[Article]) -> Iterator[Copy]:
    """The reports that repeat another, each with the one that it repeats, which is no copy itself.

    Reports are taken the longest first, so that a shortened copy is found in what it was cut from, and the earliest
    known first among those of about one length. Each is compared only with originals that share sampled runs of words
    (shingles: Broder 1997), so that the work grows with the number of words, not of pairs.
    """
    index: dict[int, list[Article]] = {}
    for article in sorted((one for one in articles if one.skipped is None), key=_precedence):
        sketch = _sketch(tokens(article))
        likely = Counter(original.id for key in sketch for original in index.get(key, ()))
        known = {original.id: original for key in sketch for original in index.get(key, ())}
        ranked = sorted(likely, key=lambda one: (-likely[one], one))[:_MOST_CANDIDATES]
        found = (copy for key in ranked if (copy := _copy(article, known[key])) is not None)
        copy = next(found, None)
        if copy is not None:
            yield copy
            continue
        for key in sketch:
            held = index.setdefault(key, [])
            if len(held) < _MOST_HOLDERS:
                held.append(article)


def reused(copy: Copy) -> Reuse:
    """The words that a copy and its original share, as a finding."""
    spans = tuple(span for theirs in copy.shared for span in reversed(theirs))
    return Reuse(kind="copied", articles=(copy.original, copy.article), spans=spans)


def _precedence(article: Article) -> tuple[int, date, int, str]:
    length = len(tokens(article))
    return -round(math.log(length + 1) / _STEP), article.published.earliest or date.max, -length, article.id


def _sketch(words: Sequence[Token]) -> frozenset[int]:
    if len(words) < _LEAST_WORDS:
        return frozenset()
    seeds = _seeds(words)
    return frozenset(seed for seed in seeds if seed % _SAMPLE == 0) or frozenset(seeds[:1])


def _seeds(words: Sequence[Token]) -> list[int]:
    """A number for each run of _SEED words; equal runs have equal numbers, and others hardly ever."""
    encoded = [token.word.encode("utf-8", "replace") for token in words]
    return [crc32(b" ".join(encoded[place : place + _SEED])) for place in range(len(words) - _SEED + 1)]


@lru_cache(maxsize=16)
def _places(article: Article) -> dict[int, list[int]]:
    """Where the seeds of an original stand: the first places of each."""
    found: dict[int, list[int]] = {}
    for place, seed in enumerate(_seeds(tokens(article))):
        held = found.setdefault(seed, [])
        if len(held) < _MOST_PLACES:
            held.append(place)
    return found


def _copy(article: Article, original: Article) -> Copy | None:
    """The report as a copy of the other, if it is one."""
    mine, theirs = tokens(article), tokens(original)
    runs = list(_runs(article, original))
    free = set(range(len(mine))).difference(*(range(place, place + length) for place, _, length in runs))
    body = [number for number, token in enumerate(mine) if article.kind_at(token.start) == "body"]
    if not body or sum(number in free for number in body) > _OWN * len(body):
        return None
    shared = tuple(
        (
            article.span(mine[place].start, mine[place + length - 1].end),
            original.span(theirs[there].start, theirs[there + length - 1].end),
        )
        for place, there, length in runs
    )
    own = tuple(_own(article, original, [mine[number].start for number in sorted(free)]))
    return Copy(article=article.id, original=original.id, shared=shared, own=own)


def _runs(article: Article, original: Article) -> Iterator[tuple[int, int, int]]:
    """Runs of words that both have: place in the copy, place in the original, length; the longest at each place."""
    mine, theirs, places = tokens(article), tokens(original), _places(original)
    reached = 0
    for place, seed in enumerate(_seeds(mine)):
        if place >= reached and seed in places:
            length, there = max((_length(mine, place, theirs, there), there) for there in places[seed])
            if length >= LEAST:
                yield place, there, length
                reached = place + length


def _length(mine: Sequence[Token], place: int, theirs: Sequence[Token], there: int) -> int:
    most = min(len(mine) - place, len(theirs) - there)
    return next((n for n in range(most) if mine[place + n].word != theirs[there + n].word), most)


def _own(article: Article, original: Article, free: Sequence[int]) -> Iterator[Span]:
    """The sentences that hold a word of its own (`free` are their starts), and the blocks of other kinds that do."""
    others = {original.text[block.start : block.end] for block in original.blocks}
    for block in article.blocks:
        if block.kind in READ:
            for sentence in sentences_in(article, block):
                if bisect_left(free, sentence.start) < bisect_left(free, sentence.end):
                    yield sentence
        elif article.text[block.start : block.end] not in others:
            yield article.span(block.start, block.end)
