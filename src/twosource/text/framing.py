"""What a sentence says of when, where and to whom words were said, before and after its reporting word.

"On Monday Ann Lee told a rally in Ledbury that …": not what is said, and nothing behind a word that leads on to
another event ("Ann Lee, who resigned on Friday, told …").
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.lexicon import any_of, pattern, table, word_set
from twosource.text.places import Places
from twosource.text.quotations import quoted_ranges
from twosource.text.sentences import sentence_bounds
from twosource.types.article import Article
from twosource.types.attribution import Citation
from twosource.types.figure import Time
from twosource.types.span import Span

# Before a place where something is said, so many code points are looked through for the word that makes it one.
_LEAD = 40
_WORD_BEFORE = re.compile(r"([^\W_]+)\W*$")
_CUT = re.compile(r"[;:]|,(?=\s(?:adding|saying|noting|and|but)\b)")


@dataclass(frozen=True, slots=True)
class Sort:
    """Of what sort an occasion is, and the words that tell it."""

    name: str
    words: Span


def frame(article: Article, citation: Citation) -> tuple[Span, ...]:
    """The words of the reporting clause before and after its cue."""
    cue = citation.cue
    sentence = _sentence(article, cue) if cue else None
    if cue is None or sentence is None:
        return ()
    taken = [(part.start, part.end) for part in citation.content]
    taken += [(sentence.start + start, sentence.start + end) for start, end in quoted_ranges(sentence.exact)]
    begin = max([sentence.start, *(end for _, end in taken if end <= cue.start)])
    stop = min([sentence.end, *(start for start, _ in taken if start >= cue.end)])
    found = (_up_to_turn(article, begin, cue.start), _up_to_turn(article, cue.end, stop))
    return tuple(span for span in found if span is not None)


def _sentence(article: Article, cue: Span) -> Span | None:
    block = article.block_at(cue.start)
    if block is None:
        return None
    bounds = ((block.start + start, block.start + end) for start, end in _bounds(article, block.start, block.end))
    return next((article.span(start, end) for start, end in bounds if start <= cue.start and cue.end <= end), None)


def _bounds(article: Article, start: int, end: int) -> Sequence[tuple[int, int]]:
    return sentence_bounds(article.text[start:end])


def _up_to_turn(article: Article, start: int, end: int) -> Span | None:
    """The words up to one that leads on to another event."""
    text = article.text[start:end]
    ends = [found.start() for found in (pattern("reporting", "turns").search(text), _CUT.search(text)) if found]
    end = start + min([len(text), *ends])
    return article.span(start, end) if start < end else None


def days_in(parts: Sequence[Span], times: Places[Time]) -> Iterator[Time]:
    """The days in a frame on which something was said: not "Monday's", nor "until Monday"."""
    for part in parts:
        for time in times.within(part):
            place = time.span.start - part.start
            before = _WORD_BEFORE.search(part.exact[:place])
            owns = part.exact[time.span.end - part.start :][:1] in ("'", "’")
            if not owns and (before is None or before[1].lower() not in word_set("reporting", "other_days")):
                yield time


def sorts_in(parts: Sequence[Span], citation: Citation, article: Article) -> list[Sort]:
    """The sorts of occasion that a frame tells, each once: by who hears it, or by a place ("at a hearing")."""
    found: dict[str, Sort] = {}
    for part in parts:
        for name, sort in _sorts().items():
            for match in sort.finditer(part.exact):
                span = article.span(part.start + match.start(), part.start + match.end())
                if name not in found and _is_where(part, match.start(), span, citation):
                    found[name] = Sort(name, _widest(span, citation))
    return list(found.values())


@lru_cache(maxsize=8192)
def sorts_told(sentence: str) -> frozenset[str]:
    """The names of the sorts of occasion at which a sentence says that something was told."""
    where = pattern("reporting", "where")
    return frozenset(
        name
        for name, sort in _sorts().items()
        if any(where.search(sentence[max(0, one.start() - _LEAD) : one.start()]) for one in sort.finditer(sentence))
    )


def are_apart(one: Collection[str], two: Collection[str]) -> bool:
    """Whether two sorts of occasion cannot be one; what tells none, or several, may be any."""
    if len(one) != 1 or len(two) != 1 or {*one} == {*two}:
        return False
    return not any({*one, *two} <= {*names} for names in _alike())


def _is_where(part: Span, place: int, span: Span, citation: Citation) -> bool:
    """Whether it is no name of who speaks, but heard by, or told at, in or to."""
    if citation.source is not None and citation.source.overlaps(span):
        return False
    if citation.hearer is not None and citation.hearer.overlaps(span):
        return True
    return pattern("reporting", "where").search(part.exact[max(0, place - _LEAD) : place]) is not None


def _widest(span: Span, citation: Citation) -> Span:
    """The words for who hears it or for the occasion, where these hold it."""
    return next((one for one in (citation.occasion, citation.hearer) if one and one.overlaps(span)), span)


def exclude(one: Sequence[Sort], two: Sequence[Sort]) -> tuple[Sort, Sort] | None:
    """The sorts of two occasions that cannot be one, where each frame tells one alone."""
    return (one[0], two[0]) if are_apart([sort.name for sort in one], [sort.name for sort in two]) else None


@cache
def _sorts() -> Mapping[str, re.Pattern[str]]:
    rows = table("reporting")["sorts"]
    return {name: any_of(tuple(words)) for name, words in sorted(rows.items())} if isinstance(rows, dict) else {}


@cache
def _alike() -> tuple[tuple[str, ...], ...]:
    rows = table("reporting")["alike"]
    return tuple(tuple(names) for names in rows["sorts"]) if isinstance(rows, dict) else ()
