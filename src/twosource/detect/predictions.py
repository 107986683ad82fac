"""Predictions: forecasts with their due day, and what has become of them."""

from collections.abc import Iterator, Sequence
from datetime import date

from twosource.types.attribution import Attribution
from twosource.types.figure import Publication, Time
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Forecast, Outcome, Prediction


def predictions(
    story: Story,
    forecasts: Sequence[Forecast],
    times: Sequence[Time],
    attributions: Sequence[Attribution],
    publications: Sequence[Publication],
) -> Iterator[Prediction]:
    """Statements about the future: who makes them, by when they fall due, and in whose words they would come true.

    The due day is the end of the horizon that the words give. On the day from which the story is looked at (that of the
    last report, if none is given) a prediction whose due day has passed is due; whether it came true, a person decides.
    """
    today = story.as_of or _last_day(story, publications)
    for forecast in forecasts:
        due = _due(forecast, times)
        yield Prediction(
            forecast=forecast,
            speaker=_speaker(forecast.span, attributions),
            due=due,
            criterion=" ".join(forecast.span.exact.split()),
            outcome=_outcome(due, today),
        )


def _due(forecast: Forecast, times: Sequence[Time]) -> Moment | None:
    if forecast.horizon is None:
        return None
    moments = [time.moment for time in times if time.moment and time.span.overlaps(forecast.horizon)]
    return next((moment for moment in moments if moment.latest), None)


def _outcome(due: Moment | None, today: date | None) -> Outcome:
    is_past = due is not None and due.latest is not None and today is not None and due.latest < today
    return "due" if is_past else "open"


def _speaker(span: Span, attributions: Sequence[Attribution]) -> str | None:
    for attribution in attributions:
        if any(part.overlaps(span) for part in attribution.citation.content):
            return attribution.speaker
    return None


def _last_day(story: Story, publications: Sequence[Publication]) -> date | None:
    moments = [article.published for article in story.articles] + [found.moment for found in publications]
    return max((moment.latest for moment in moments if moment.latest), default=None)
