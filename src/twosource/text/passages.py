"""Passages that say something: attributed contents, and what reports say in their own voice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.text.sentences import sentences_in
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.span import Span

# A sentence of which this share is attributed content says nothing more of its own; one that is shorter says nothing.
_ATTRIBUTED = 0.5
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that state something. `rank` counts the report's passages from its head; the headline has rank 0."""

    span: Span
    attribution: Attribution | None
    rank: int


def passages(article: Article, attributions: Sequence[Attribution]) -> Iterator[Passage]:
    """The passages of one report in its order: each attributed content, and each sentence without one.

    Joint speakers share their words: these come once, with the first of the attributions.
    """
    held = _contents(attribution for attribution in attributions if attribution.article == article.id)
    rank = 0
    for block in article.passages("headline", "body"):
        for sentence in sentences_in(article, block):
            inside = [pair for pair in held if sentence.covers(pair[0])]
            for span, attribution in inside:
                yield Passage(span=span, attribution=attribution, rank=rank)
            covered = sum(len(span) for span, _ in inside)
            if covered < _ATTRIBUTED * len(sentence) and len(sentence.exact.split()) >= _LEAST_WORDS:
                yield Passage(span=sentence, attribution=None, rank=rank)
            rank += 1
    yield from (Passage(span=s, attribution=a, rank=rank) for s, a in held if not _in_one_sentence(article, s))


def _contents(attributions: Iterable[Attribution]) -> list[tuple[Span, Attribution]]:
    """The parts of contents with the innermost attribution that holds them, each place once, in order."""
    held: dict[Span, Attribution] = {}
    for attribution in attributions:
        for span in attribution.citation.content:
            if len(span.exact.split()) >= _LEAST_WORDS:
                held.setdefault(span, attribution)
    return sorted(held.items(), key=lambda pair: pair[0])


def _in_one_sentence(article: Article, span: Span) -> bool:
    blocks = article.passages("headline", "body")
    return any(
        sentence.covers(span)
        for block in blocks
        if block.start <= span.start < block.end
        for sentence in sentences_in(article, block)
    )
