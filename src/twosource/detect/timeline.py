"""Timeline: what happened when, in the words of the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.lexicon.vocabulary import news
from twosource.text.grouping import Likeness, grouped
from twosource.text.sentences import sentences
from twosource.types.comparison import Event
from twosource.types.figure import Time
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story

# As for claims, see detect/propositions.py: sentences this alike, with one moment in common, tell one event.
_ALIKE = 0.25
# A time that is less precise than a year places nothing on a line.
_PRECISE_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    span: Span
    moment: Moment


def timeline(story: Story, times: Sequence[Time]) -> Iterator[Event]:
    """Sentences with a moment, in order of time; one entry for an event that several reports tell.

    An entry holds every sentence that tells it, and is shown in the shortest. Durations, repeated times and times that
    are not resolved to a year or better give no entry.
    """
    entries = list(_entries(story, times))
    likeness = Likeness([news().content(entry.span.exact) for entry in entries])
    alike = {pair: value for pair in likeness.candidates() if (value := likeness(*pair)) > 0}
    may_join = [entry.moment for entry in entries]
    for group in grouped(len(entries), alike, _ALIKE, lambda a, b: not may_join[a].is_disjoint(may_join[b])):
        told = [entries[number] for number in group]
        moment = min((entry.moment for entry in told), key=_width)
        yield Event(
            when=moment,
            text=" ".join(min((entry.span for entry in told), key=lambda span: (len(span), span)).exact.split()),
            spans=tuple(dict.fromkeys(entry.span for entry in told)),
            articles=tuple(dict.fromkeys(entry.span.article for entry in told)),
        )


def _entries(story: Story, times: Sequence[Time]) -> Iterator[_Entry]:
    """Each sentence with its most precise moment."""
    for article in story.articles:
        if article.skipped:
            continue
        own = [time for time in times if time.span.article == article.id and time.type == "DATE" and _is_placed(time)]
        for sentence in sentences(article):
            moments = [time.moment for time in own if time.moment and sentence.covers(time.span)]
            if moments:
                yield _Entry(span=sentence, moment=min(moments, key=_width))


def _is_placed(time: Time) -> bool:
    return time.moment is not None and time.moment.is_known and _width(time.moment) <= _PRECISE_DAYS


def _width(moment: Moment) -> int:
    if moment.earliest is None or moment.latest is None:
        return 10**6
    return (moment.latest - moment.earliest).days
