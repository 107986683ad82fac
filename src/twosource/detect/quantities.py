"""Quantities: figures placed in the story."""

from collections.abc import Iterator, Sequence

from twosource.text.places import Places
from twosource.text.targets import Directory
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
    named, timed = Directory(parties), Places((time.span, time) for time in times)
    said = Places((part, (len(part), one.id)) for one in attributions for part in one.citation.content)
    for figure in figures:
        if figure.span.article in skipped:
            continue
        subject = None if figure.subject is None else named.party_at(figure.subject)
        yield Quantity(
            figure=figure,
            subject=subject.id if subject else None,
            period=_moment(timed, figure.period),
            # the attribution with the shortest part of content that covers the figure
            attribution=min(said.covering(figure.span), default=(0, None))[1],
        )


def _moment(times: Places[Time], span: Span | None) -> Moment | None:
    return None if span is None else next((time.moment for time in times.overlapping(span)), None)
