"""Passages that say something: attributed contents, and what reports say in their own voice."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.text.places import Places
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.attribution import Attribution, Citation
from twosource.types.span import Span
from twosource.types.story import Story

# A sentence of which this share is attributed content with the words that say whose it is, or an answer, says nothing
# more of its own; neither does one that is shorter than this.
_TAKEN = 0.5
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that state something, and the attribution that they are the content of, if any."""

    span: Span
    attribution: Attribution | None


def ranks(story: Story) -> dict[Span, int]:
    """The sentences of each report's headline and body, counted from its head; the headline has rank 0."""
    return {
        sentence: number
        for article in story.articles
        for number, sentence in enumerate(_read(article), start=0 if next(article.passages("headline"), None) else 1)
    }


def passages(article: Article, attributions: Sequence[Attribution]) -> list[Passage]:
    """The passages of one report: each attributed content, and each sentence that is not mostly one."""
    return list(stating(article, attributions, ()))


def stating(article: Article, attributions: Sequence[Attribution], taken: Sequence[Span]) -> Iterator[Passage]:
    """The passages of one report in its order, but for those whose words are `taken`.

    Joint speakers share their words: these come once, with the first of the attributions.
    """
    own = Places((span, span) for span in taken if span.article == article.id)
    held = _contents([one for one in attributions if one.article == article.id])
    starts = [span.start for span, _ in held]
    framed = (span for one in attributions if one.article == article.id for span in _frame(one.citation))
    said = Places([*((span, span) for span, _ in held), *own.placed(), *((span, span) for span in framed)])
    for sentence in _read(article):
        for span, attribution in held[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            if not own.covering(span) and not _asks(span):
                yield Passage(span=span, attribution=attribution)
        if _share(sentence, said.overlapping(sentence)) < _TAKEN and _states(sentence):
            yield Passage(span=sentence, attribution=None)


def _frame(citation: Citation) -> Iterator[Span]:
    """The words around a content that say whose it is: "a county official told the Gazette"."""
    for span in (citation.source, citation.cue, citation.hearer, citation.occasion, *citation.relays):
        if span is not None:
            yield span


def _states(sentence: Span) -> bool:
    """Whether a sentence states something: it is no question, no fragment, and no signature after a dash."""
    is_long = len(sentence.exact.split()) >= _LEAST_WORDS
    return is_long and not _asks(sentence) and not sentence.exact.startswith(("—", "–"))


def _asks(span: Span) -> bool:
    return span.exact.rstrip("\"'”’) ").endswith("?")


def _read(article: Article) -> list[Span]:
    return [] if article.skipped else list(sentences(article, "headline", "body"))


def _share(sentence: Span, said: Sequence[Span]) -> float:
    """The share of a sentence's code points that lie in one of these spans."""
    inside, reached = 0, sentence.start
    for span in sorted(said):
        start, end = max(span.start, reached), min(span.end, sentence.end)
        inside, reached = inside + max(0, end - start), max(reached, end)
    return inside / len(sentence)


def _contents(attributions: Sequence[Attribution]) -> list[tuple[Span, Attribution]]:
    """The parts of contents, each place once, in order."""
    held: dict[Span, Attribution] = {}
    for attribution in attributions:
        for span in attribution.citation.content:
            if len(span.exact.split()) >= _LEAST_WORDS:
                held.setdefault(span, attribution)
    return sorted(held.items(), key=lambda pair: pair[0])
