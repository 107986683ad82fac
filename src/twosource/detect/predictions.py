"""Predictions: forecasts with their due day, and what has become of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from twosource.lexicon import any_of, words
from twosource.text.places import Places
from twosource.text.quotations import quoted_ranges
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.figure import Publication, Time
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Forecast, Outcome, Prediction


def predictions(
    story: Story,
    forecasts: Sequence[Forecast],
    times: Sequence[Time],
    attributions: Sequence[Attribution],
    publications: Sequence[Publication],
    parties: Sequence[Party],
) -> Iterator[Prediction]:
    """Statements about the future: who makes them, by when they fall due, and in whose words they would come true.

    The due day is the end of the horizon that the words give. On the day from which the story is looked at (that of the
    last report, if none is given) a prediction whose due day has passed is due; whether it came true, a person decides.
    What the author foretells in the first person ("I expect") is the author's, where the report names one.

    What it misses on purpose: horizons that had passed when the report was published.
    """
    written = {article.id: article.published for article in story.articles} | {
        found.article: found.moment for found in publications
    }
    today = story.as_of or max((moment.latest for moment in written.values() if moment.latest), default=None)
    persons = _persons(parties)
    authors = {article.id: _author(article, persons) for article in story.articles}
    timed = Places((time.span, time) for time in times)
    said = Places((part, one) for one in attributions for part in one.citation.content)
    for forecast in forecasts:
        due = _due(forecast, timed, written)
        if _is_over(forecast, due, written):
            continue
        yield Prediction(
            forecast=forecast,
            speaker=_speaker(forecast.span, said, authors),
            due=due,
            criterion=" ".join(forecast.span.exact.split()),
            outcome=_outcome(due, today),
        )


def _is_over(forecast: Forecast, due: Moment | None, written: Mapping[str, Moment]) -> bool:
    """Whether its horizon had passed on the day of the report."""
    day = written[forecast.span.article].earliest
    return due is not None and due.latest is not None and day is not None and due.latest < day


def _due(forecast: Forecast, times: Places[Time], written: Mapping[str, Moment]) -> Moment | None:
    """The horizon; where its words leave several days open, those from the day of the report on."""
    if forecast.horizon is None:
        return None
    moments = [time.moment for time in times.overlapping(forecast.horizon) if time.moment]
    due = next((moment for moment in moments if moment.latest), None)
    day = written[forecast.span.article].earliest
    if (
        due is None
        or due.latest is None
        or due.timex
        or not day
        or not due.earliest
        or not due.earliest < day <= due.latest
    ):
        return due
    return replace(due, earliest=day)


def _outcome(due: Moment | None, today: date | None) -> Outcome:
    is_past = due is not None and due.latest is not None and today is not None and due.latest < today
    return "due" if is_past else "open"


def _speaker(span: Span, said: Places[Attribution], authors: Mapping[str, str | None]) -> str | None:
    if _in_first_person(span):
        return authors[span.article]
    return next((attribution.speaker for attribution in said.overlapping(span)), None)


def _in_first_person(span: Span) -> bool:
    """Whether the author foretells it: "I expect", "my forecast", outside quotation marks."""
    ranges = quoted_ranges(span.exact)
    found = any_of(words("forecasts", "own")).finditer(span.exact)
    return any(not any(start <= match.start() < end for start, end in ranges) for match in found)


def _author(article: Article, persons: Mapping[str, Sequence[str]]) -> str | None:
    """The party whom the byline names, if it names one alone."""
    if len(article.authors) != 1:
        return None
    name = re.sub(r"\s+", " ", article.authors[0]).casefold()
    found = persons.get(name, ())
    return found[0] if len(found) == 1 else None


def _persons(parties: Sequence[Party]) -> dict[str, list[str]]:
    """The persons (ids) who are called by a name, in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        if party.kind == "person":
            for name in {form.casefold() for form in (party.name, *party.aliases)}:
                found[name].append(party.id)
    return found
