"""Predictions: forecasts with their due day, whose they are, and what may settle them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
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
# What came of it is told within so long after the day; later, "the House voted" speaks of another vote.
_AFTERWARDS = timedelta(days=31)
# An event of fewer words than this could be told of many things.
_SMALL = 4


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

    What it misses on purpose: horizons that had passed when the report was published; evidence in other words, or that
    does not name who was to do it; and evidence in reports that are not known to be later, or that came more than a
    month after the day.
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
        settled = later.settling(forecast, said, due)
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

    def settling(self, forecast: Forecast, said: Attribution | None, due: Moment | None) -> tuple[Span, ...]:
        """The sentences of later reports that may settle it, those that have most of its words first."""
        citation = said.citation if said else None
        event = foretold(forecast, [span for span in (citation.source, citation.cue) if span] if citation else [])
        if event is None or not event.words or due is None or due.latest is None:
            return ()
        found = [
            (-share, self._written[span.article].earliest or date.max, span)
            for span, share in self._told.like(event)
            if self._is_later(forecast.span, span, due.latest, is_small=len(event.words) < _SMALL)
        ]
        return tuple(span for _, _, span in sorted(found)[:_MOST_EVIDENCE])

    def _is_later(self, first: Span, second: Span, due: date, *, is_small: bool) -> bool:
        """Whether the second report is later than the first and not long after the day, and if need be of its news."""
        last, begins = self._written[first.article].latest, self._written[second.article].earliest
        if last is None or begins is None or begins <= last or begins > due + _AFTERWARDS:
            return False
        return not is_small or same_news(self._articles[first.article], self._articles[second.article], _stops())


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
