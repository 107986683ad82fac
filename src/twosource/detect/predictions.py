"""Predictions: forecasts with their due day, whose they are, and what may settle them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from twosource.lexicon import words
from twosource.text.compare.news import same_news
from twosource.text.due import days_of, due_of, is_over, outcome
from twosource.text.prospects import in_first_person, prospect
from twosource.text.quotations import quoted_ranges
from twosource.text.sentences import sentences
from twosource.text.settling import Later, foretold
from twosource.types.article import Article
from twosource.types.attribution import Attribution
from twosource.types.figure import Publication, Time
from twosource.types.moment import Moment
from twosource.types.party import Party
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Forecast, Prediction, Voice, Wording

_MOST_EVIDENCE = 3


def predictions(
    story: Story,
    forecasts: Sequence[Forecast],
    times: Sequence[Time],
    attributions: Sequence[Attribution],
    publications: Sequence[Publication],
    parties: Sequence[Party],
    wordings: Sequence[Wording],
) -> Iterator[Prediction]:
    """Statements about the future: who makes them, by when they fall due, and in whose words they would come true.

    The due day is the end of the horizon that the words give. On the day from which the story is looked at (that of the
    last report, if none is given) a prediction whose due day has passed is due. What a party plans or announces is told
    from what somebody forecasts, where the words show it. What the author foretells in the first person ("I expect") is
    the author's, where the report names one.

    A sentence of a later report that tells the same event as past, as not come or as given up is proposed as evidence;
    whether the prediction came true, a person decides.

    What it misses on purpose: horizons that had passed when the report was published; evidence that names neither the
    verb nor most other words of the prediction, and evidence in reports of which it is not known that they are later.
    """
    written = {article.id: article.published for article in story.articles} | {
        found.article: found.moment for found in publications
    }
    today = story.as_of or max((moment.latest for moment in written.values() if moment.latest), default=None)
    authors = {article.id: _author(article, parties) for article in story.articles}
    names = {party.id: party.name for party in parties}
    speech, judged = _by_article(attributions), _judged(wordings)
    later = _Later(story, forecasts, written)
    for forecast in forecasts:
        due = due_of(forecast, times, written)
        if is_over(forecast, due, written):
            continue
        said = _said(forecast, speech.get(forecast.span.article, ()))
        voice = _voice(forecast, said)
        speaker = authors[forecast.span.article] if voice == "author" else said.speaker if said else None
        opinion = any(forecast.span.overlaps(span) for span in judged.get(forecast.span.article, ()))
        settled = later.settling(forecast, said)
        yield Prediction(
            forecast=forecast,
            speaker=speaker,
            due=due,
            criterion=" ".join(forecast.span.exact.split()),
            outcome=outcome(due, today),
            settled=settled,
            kind=prospect(
                forecast, voice, names.get(speaker or "", ""), _source(said), is_opinion=opinion and voice != "source"
            ),
            voice=voice,
            attribution=said.id if said and voice == "source" else None,
            resolved=days_of(settled, written),
        )


class _Later:
    """The reports' sentences, asked for those that may settle a forecast."""

    def __init__(self, story: Story, forecasts: Sequence[Forecast], written: Mapping[str, Moment]) -> None:
        foretelling = {forecast.span for forecast in forecasts}
        self._articles = {article.id: article for article in story.articles}
        self._written = written
        read = (article for article in story.articles if not article.skipped and forecasts)
        self._told = Later(span for article in read for span in sentences(article) if span not in foretelling)

    def settling(self, forecast: Forecast, said: Attribution | None) -> tuple[Span, ...]:
        """The first sentences, by the day of their report, of later reports that may settle it."""
        citation = said.citation if said else None
        event = foretold(forecast, [span for span in (citation.source, citation.cue) if span] if citation else [])
        if event is None or not event.words:
            return ()
        found = [span for span, named in self._told.like(event) if self._is_later(forecast.span, span, named=named)]
        found.sort(key=lambda span: (self._written[span.article].earliest or date.max, span))
        return tuple(found[:_MOST_EVIDENCE])

    def _is_later(self, first: Span, second: Span, *, named: bool) -> bool:
        """Whether the second report is later than the first, and of the same news, unless it shares a name."""
        last, begins = self._written[first.article].latest, self._written[second.article].earliest
        if last is None or begins is None or begins <= last:
            return False
        return named or same_news(self._articles[first.article], self._articles[second.article], _stops())


def _by_article(attributions: Sequence[Attribution]) -> dict[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        found.setdefault(attribution.article, []).append(attribution)
    return found


def _judged(wordings: Sequence[Wording]) -> dict[str, list[Span]]:
    """The places of opinion, by report."""
    found: dict[str, list[Span]] = {}
    for one in wordings:
        if one.kind == "opinion":
            found.setdefault(one.span.article, []).append(one.span)
    return found


def _said(forecast: Forecast, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content holds the words of the future."""
    cue = forecast.cue or forecast.span
    held = (one for one in attributions if any(part.overlaps(cue) for part in one.citation.content))
    return next(held, None)


def _source(said: Attribution | None) -> str:
    """The words for whoever says so."""
    return said.citation.source.exact if said and said.citation.source else ""


def _voice(forecast: Forecast, said: Attribution | None) -> Voice:
    if in_first_person(forecast.span, quoted_ranges(forecast.span.exact)):
        return "author"
    return "source" if said else "outlet"


def _author(article: Article, parties: Sequence[Party]) -> str | None:
    """The party whom the byline names, if it names one alone."""
    if len(article.authors) != 1:
        return None
    name = re.sub(r"\s+", " ", article.authors[0]).casefold()
    found = [party.id for party in parties if party.kind == "person" and name in _names(party)]
    return found[0] if len(found) == 1 else None


def _names(party: Party) -> frozenset[str]:
    return frozenset(form.casefold() for form in (party.name, *party.aliases))


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("stopwords", "english"))
