"""How firmly a report says something: flatly in its own voice, on somebody's word, with a hedge, or as possible."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from twosource.lexicon import pattern
from twosource.text.sentences import sentences
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.span import Span

Firmness = Literal["flat", "attributed", "hedged", "possible", ""]

_QUOTES = re.compile(r"[“”\"‘’](?!s\b|t\b|re\b|ve\b|ll\b|d\b|m\b)|(?<!\w)'|'(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_IN_LABEL = 4  # words
_NO = frozenset({"no", "not", "never", "neither", "nor", "without", "cannot", "nobody", "none"})
_NEXT = 4
_ATTRIBUTED = 0.3  # a sentence of which this share is what somebody says does not say it in its own voice


def firmness(sentence: Span, said: Sequence[Span], *, is_headline: bool = False) -> Firmness:
    """How firmly a sentence says what it says; "" where that cannot be told, as in a question.

    `said` are the contents that its report attributes. A headline names whoever says so in few words: "Report: …",
    "… , sources say"; words in quotation marks are somebody's, too.
    """
    text = sentence.exact
    if text.rstrip("\"'”’) ").endswith("?"):
        return ""
    if pattern("certainty", "hedge").search(text) or pattern("certainty", "hedged_noun").search(text):
        return "hedged"
    if _share(sentence, said) >= _ATTRIBUTED or pattern("certainty", "sourced").search(text):
        return "attributed"
    if is_headline and (pattern("certainty", "sourced_head").search(text) or _QUOTES.search(text)):
        return "attributed"
    return "possible" if pattern("certainty", "possible").search(text) else "flat"


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that hedge a sentence, and what the word that they stand before is about: its verb, as a rule."""

    words: str
    verb: frozenset[str]


def hedge_of(sentence: Span) -> Hedge | None:
    """The first hedge of a whole sentence; the verb is empty where nothing follows that tells."""
    found = pattern("certainty", "hedge").search(sentence.exact)
    if found is None:
        return None
    after = _WORD.findall(sentence.exact[found.end() :])
    verb = next((about for word in after[:_NEXT] if (about := matter(word))), frozenset[str]())
    return Hedge(found.group(), verb)


def is_negated(sentence: Span) -> bool:
    """Whether a word of it says no."""
    return any(
        word.lower().replace("’", "'") in _NO or word.lower().endswith(("n't", "n’t"))
        for word in _WORD.findall(sentence.exact)
    )


def is_labelled(headline: Span) -> bool:
    """Whether a headline opens with a few words and a colon, or ends so: who says so, or where it is."""
    parts = headline.exact.split(": ")
    return len(parts) > 1 and any(0 < len(part.split()) <= _MOST_IN_LABEL for part in (parts[0], parts[-1]))


@lru_cache(maxsize=16384)
def matter(text: str) -> frozenset[str]:
    """What a sentence is about: its content words as stems and concepts, without the words of hedging."""
    return frozenset(news().content(pattern("certainty", "hedge").sub(" ", text)))


def _share(sentence: Span, said: Sequence[Span]) -> float:
    inside: set[int] = set()
    for span in said:
        if span.overlaps(sentence):
            inside.update(range(max(span.start, sentence.start), min(span.end, sentence.end)))
    return len(inside) / len(sentence)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, how firmly its report says so, and what it is about."""

    span: Span
    firmness: Firmness
    matter: frozenset[str]


def statements(article: Article, contents: Sequence[Span]) -> list[Said]:
    """The sentences of a report's body; `contents` are what it attributes."""
    spans = list(sentences(article, "body"))
    starts = [span.start for span in spans]
    said: list[list[Span]] = [[] for _ in spans]
    for content in contents:
        for place in range(max(bisect_right(starts, content.start) - 1, 0), bisect_left(starts, content.end)):
            said[place].append(content)
    return [Said(span, firmness(span, near), matter(span.exact)) for span, near in zip(spans, said, strict=True)]
