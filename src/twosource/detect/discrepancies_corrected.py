"""Discrepancies of corrections: what one report has taken back and another still says."""

from collections.abc import Iterator, Sequence

from twosource.text.certainty import is_negated, matter
from twosource.text.lexemes import lexemes
from twosource.text.sentences import sentences
from twosource.types.comparison import Discrepancy, Side
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Notice

# Most content words of what was wrong, and every number in it, have to be there.
_SAME, _LEAST = 0.75, 4


def discrepancies_corrected(story: Story, notices: Sequence[Notice]) -> Iterator[Discrepancy]:
    """Finds what a report has corrected, and what other reports of the story still say.

    A correction seldom reaches those who copied the mistake. The note, and the sentences of other reports that say what
    it calls wrong, are put side by side.

    What it misses on purpose: notes that do not say what was wrong, sentences that lack a number of it or most of its
    words, and reports that may be about something else that is told in the same words.
    """
    told = [
        (span, matter(span.exact), _numbers(span))
        for article in story.articles
        if article.skipped is None
        for span in sentences(article, "headline", "body")
    ]
    for notice in notices:
        wrong = notice.wrong
        if wrong is None:
            continue
        about, numbers = matter(wrong.exact), _numbers(wrong)
        still = [
            span
            for span, words, other in told
            if span.article != wrong.article
            and numbers <= other
            and len(about & words) >= max(_LEAST, _SAME * len(about))
            and is_negated(span) == is_negated(wrong)
        ]
        if still:
            yield Discrepancy(
                kind="wording",
                severity="update",
                title=f"Corrected in one report, still in another: {' '.join(wrong.exact.split())}",
                sides=(
                    Side(value="corrected", spans=tuple(part for part in (wrong, notice.right) if part)),
                    Side(value="still", spans=tuple(still)),
                ),
                explanation="One report takes back what the other says; the other may not have heard of it.",
            )


def _numbers(span: Span) -> frozenset[str]:
    return frozenset(part.low for part in lexemes(span.exact) if part.kind == "number")
