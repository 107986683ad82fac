"""Quantities: figures placed in the story."""

from collections.abc import Iterator, Sequence

from twosource.text.targets import party_at
from twosource.types.attribution import Attribution
from twosource.types.figure import Figure, Quantity, Time
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story


def quantities(
    story: Story,
    figures: Sequence[Figure],
    times: Sequence[Time],
    parties: Sequence[Party],
    attributions: Sequence[Attribution],
) -> Iterator[Quantity]:
    """Each figure with whose it is, for when, and on whose word.

    Subject and period are read off the words that the figure itself names; the word that carries it is the innermost
    attribution that holds it. What the words leave open stays open.
    """
    skipped = {article.id for article in story.articles if article.skipped}
    for figure in figures:
        if figure.span.article in skipped:
            continue
        subject = None if figure.subject is None else party_at(parties, figure.subject)
        yield Quantity(
            figure=figure,
            subject=subject.id if subject else None,
            period=_moment(times, figure.period),
            attribution=_carrier(attributions, figure.span),
        )


def _moment(times: Sequence[Time], span: Span | None) -> Moment | None:
    if span is None:
        return None
    return next((time.moment for time in times if time.span.overlaps(span)), None)


def _carrier(attributions: Sequence[Attribution], span: Span) -> str | None:
    """The attribution with the shortest part of content that covers the span."""
    holders = [
        (len(part), attribution.id)
        for attribution in attributions
        if attribution.article == span.article
        for part in attribution.citation.content
        if part.covers(span)
    ]
    return min(holders)[1] if holders else None
