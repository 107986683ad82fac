"""Timeline: what happened when, in the words of the reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.lexicon import words
from twosource.text.compare.stamps import is_message_stamp
from twosource.text.grouping import Likeness, grouped
from twosource.text.places import Places
from twosource.text.sentences import sentences_in
from twosource.text.vocabulary import news
from twosource.types.article import Article
from twosource.types.comparison import Event
from twosource.types.figure import Time
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story

# As for claims, see detect/propositions.py: sentences this alike, with one moment in common, tell one event.
_ALIKE = 0.2
# A time that is less precise than a year places nothing on a line.
_PRECISE_DAYS = 366
_LEAST_WORDS = 4
_CREDIT = (
    r"\b(?:photo|image|picture|photograph|credit)s?(?: credit| by| courtesy(?: of)?)?\s?:"
    r"|\w/\s?(?:{0})\b|\((?:{0}) (?:photo|image)"
)
_BYLINE = re.compile(r"(?:by [A-Z]|published|updated|posted)\b.*[^.!?\"”’]$", re.IGNORECASE | re.DOTALL)
_LONGEST_CAPTION = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    span: Span
    moment: Moment
    days: frozenset[date]  # those that its sentence names


def timeline(story: Story, times: Sequence[Time]) -> Iterator[Event]:
    """Sentences with a moment, in order of time; one entry for an event that several reports tell.

    An entry holds every sentence that tells it, and is shown in the most precise. A sentence with several times gives
    an entry for each. Sentences that name days, and no day in common, tell two events.

    What it misses on purpose: durations, repeated times, times that are not resolved to a year or better, the dates of
    messages and pictures, and bylines.
    """
    entries = list(_entries(story, times))
    likeness = Likeness([news().content(entry.span.exact) for entry in entries])
    alike = {pair: value for pair in likeness.candidates() if (value := likeness(*pair)) > 0}
    for group in grouped(len(entries), alike, _ALIKE, lambda a, b: _may_be_one(entries[a], entries[b])):
        told = [entries[number] for number in group]
        shown = min(told, key=lambda entry: (_width(entry.moment), len(entry.span), entry.span))
        yield Event(
            when=shown.moment,
            text=" ".join(shown.span.exact.split()),
            spans=tuple(dict.fromkeys(entry.span for entry in told)),
            articles=tuple(dict.fromkeys(entry.span.article for entry in told)),
        )


def _may_be_one(one: _Entry, other: _Entry) -> bool:
    if one.moment.is_disjoint(other.moment):
        return False
    return not (one.days and other.days) or not one.days.isdisjoint(other.days)


def _entries(story: Story, times: Sequence[Time]) -> Iterator[_Entry]:
    """Each sentence with each of its moments, but for those that hold another of them."""
    dated = Places((time.span, time) for time in times if time.type == "DATE" and _is_placed(time))
    for article in story.articles:
        if article.skipped:
            continue
        for sentence in _telling(article):
            moments = [t.moment for t in dated.within(sentence) if t.moment and not is_message_stamp(sentence, t.span)]
            days = frozenset(moment.earliest for moment in moments if moment.earliest and not _width(moment))
            for moment in _own_moments(moments):
                yield _Entry(span=sentence, moment=moment, days=days)


def _telling(article: Article) -> Iterator[Span]:
    """The sentences of the body but for captions and bylines that stand in it."""
    for block in article.passages("body"):
        text = article.text[block.start : block.end]
        if len(text) <= _LONGEST_CAPTION and _credit().search(text):
            continue
        for sentence in sentences_in(article, block):
            if len(sentence.exact.split()) >= _LEAST_WORDS and not _BYLINE.match(sentence.exact):
                yield sentence


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(_CREDIT.format("|".join(words("blocks", "caption", "agency"))), re.IGNORECASE)


def _own_moments(moments: Sequence[Moment]) -> list[Moment]:
    """Moments apart from one another, the most precise of those that overlap."""
    kept: list[Moment] = []
    for moment in sorted(moments, key=_width):
        if all(moment.is_disjoint(other) for other in kept):
            kept.append(moment)
    return kept


def _is_placed(time: Time) -> bool:
    return time.moment is not None and time.moment.is_known and _width(time.moment) <= _PRECISE_DAYS


def _width(moment: Moment) -> int:
    if moment.earliest is None or moment.latest is None:
        return 10**6
    return (moment.latest - moment.earliest).days
