"""Why a source stays unnamed, in the report's words: that anonymity was asked for, and the reason given."""

import re

from twosource.lexicon import pattern, words
from twosource.text.sentences import sentence_bounds
from twosource.types.article import Article
from twosource.types.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"[^;”\"]*")
_FURTHEST = 10_000  # code points in which "the officials" are still these
_LEAST = 3  # "because of reprisals" is the shortest that says why


def reason_of(article: Article, source: Span) -> Span | None:
    """The words that say that this source asked for anonymity, to the end of the reason if one is given.

    They stand after the source in its sentence, or in a later one about "the officials" that the source speaks of.
    """
    block = next((one for one in article.passages("body") if one.start <= source.start < one.end), None)
    if block is None:
        return None
    for start, end in sentence_bounds(article.text[block.start : block.end]):
        if block.start + start <= source.start < block.start + end:
            found = _asked(article, source.start, block.start + end)
            return found or _told_later(article, source, block.start + end)
    return None


def _told_later(article: Article, source: Span, place: int) -> Span | None:
    """The same of a later sentence that takes up the source's noun: "The officials spoke on condition …".

    One person is taken up in the very next sentence only: after that, "the official" may be another.
    """
    nouns = _nouns(source.exact)
    near = (block for block in article.passages("body") if place <= block.end and block.start < place + _FURTHEST)
    for block in near:
        for start, end in sentence_bounds(article.text[block.start : block.end]):
            first, last = block.start + start, block.start + end
            if first < place or not nouns:
                continue
            opens = _OPENS.match(article.text[first:last])
            if (
                opens
                and not nouns.isdisjoint(opens.group("one", "two"))
                and (found := _asked(article, first + opens.end("one"), last))
            ):
                return found
            nouns = frozenset(noun for noun in nouns if noun.endswith("s") or noun == "people")
    return None


def _asked(article: Article, start: int, end: int) -> Span | None:
    text = article.text[start:end]
    asked = pattern("anonymity", "asked").search(text)
    if asked is None:
        return None
    why = pattern("anonymity", "why").search(text, asked.end())
    stop = asked.end()
    if why is not None and len(_WORD.findall(text[why.start() :])) >= _LEAST:
        rest = _REST.match(text, why.end())
        stop = rest.end() if rest else why.end()
    exact = text[asked.start() : stop].rstrip(" .,:—–")
    return article.span(start + asked.start(), start + asked.start() + len(exact))


def _nouns(description: str) -> frozenset[str]:
    """The nouns of a description that say what the source is, as they stand there, in lower case."""
    listed = words("anonymity", "heads")
    found = (word.lower() for word in _WORD.findall(description))
    return frozenset(word for word in found if word in listed or word.removesuffix("s") in listed)


_OPENS = re.compile(
    r"(?:The|These|Those|All(?: of)? the|Both|Both of the|This|That)\s+(?P<one>[a-z]+)(?:\s+(?P<two>[a-z]+))?\b"
)
