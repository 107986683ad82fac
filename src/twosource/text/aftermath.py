"""What became of statements about the future, as later reports tell it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from twosource.lexicon import word_set
from twosource.text.compare.news import same_news
from twosource.text.sentences import sentences
from twosource.text.settling import Later, foretold
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story
from twosource.types.writing import Forecast

_MOST_EVIDENCE = 3
# What came of it is told within so long after the day; later, "the House voted" speaks of another vote.
_AFTERWARDS = timedelta(days=31)
# An event of fewer words than this could be told of many things.
_SMALL = 4


class Aftermath:
    """The reports' sentences, asked for those that may settle a forecast."""

    def __init__(self, story: Story, forecasts: Sequence[Forecast], written: Mapping[str, Moment]) -> None:
        """Reads the reports; `written` says when each was published."""
        foretelling = {forecast.span for forecast in forecasts}
        self._articles = {article.id: article for article in story.articles}
        self._written = written
        read = (article for article in story.articles if not article.skipped and forecasts)
        self._told = Later(span for article in read for span in sentences(article) if span not in foretelling)

    def settling(self, forecast: Forecast, due: Moment | None, apart: Iterable[Span]) -> tuple[Span, ...]:
        """The sentences of later reports that may settle it, those that have most of its words first.

        The words `apart` say who says so, and tell nothing of the event.
        """
        event = foretold(forecast, apart)
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
        return not is_small or same_news(
            self._articles[first.article], self._articles[second.article], word_set("stopwords", "english")
        )
