"""Forecasts: statements about the future that say by when."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from twosource.text.foretelling import Place, foretells
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.figure import TimeExpression
from twosource.types.span import Span
from twosource.types.writing import Forecast

_PAST = re.compile(r"^(?:last |from |vague|generic|shift -|length)|,BEFORE$")
_INNER_END = re.compile(
    r"""(?:(?<=[a-z]{4}[.!?])|(?<=\d{4}[.!?])|(?<=\bMay[.!?])|(?<=[a-z]{3}[”"][.!?]))(?=\s+[A-Z“"‘])"""
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|assuming)\b"
    r"(?:[^,;.]|\.(?=[^\s\"”’)])|(?<=\b[A-Z])\.(?=\s[a-z])){3,200}",
    re.IGNORECASE,
)


def forecasts(article: Article, times: Sequence[TimeExpression]) -> Iterator[Forecast]:
    """Finds the sentences that say what is to happen and by when: forecasts, plans, and dates that are set.

    A claim about the future that names its day can be held against what came; collected over the reports, they show
    who foretold what, and when it falls due. Each forecast is the sentence; its horizon is the last of the times that
    belong to the future in it, its condition the words after "if".

    What it misses on purpose: statements without a time of their own (they never fall due), times that belong to
    something else in the sentence ("will study the report published in May"), guesses ("will probably", "may not"),
    refusals to speak ("would not comment on Monday"), what was foretold and has passed ("was due to retire"), denials
    ("no plans to close next year"), questions, and the days of a condition ("if work starts in May").
    """
    dated = (time for time in times if time.type in ("DATE", "TIME") and not _PAST.search(time.reading))
    usable = sorted(dated, key=lambda time: time.span)
    starts = [time.span.start for time in usable]
    for sentence in _statements(article):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = [time for time in usable[first:last] if sentence.covers(time.span)]
        horizons = [(time.span, cue) for time in inside if (cue := _foretells(sentence, time, article))]
        if horizons:
            horizon, cue = horizons[-1]
            place = article.span(sentence.start + cue[0], sentence.start + cue[1])
            yield Forecast(span=sentence, horizon=horizon, condition=_condition(article, sentence), cue=place)


def _statements(article: Article) -> Iterator[Span]:
    """The sentences of the body; those within one quotation one by one."""
    for sentence in sentences(article, "body"):
        place = sentence.start
        for cut in [*(match.start() for match in _INNER_END.finditer(sentence.exact)), len(sentence.exact)]:
            exact = sentence.exact[place - sentence.start : cut]
            start = place + len(exact) - len(exact.lstrip())
            yield article.span(start, sentence.start + cut)
            place = sentence.start + cut


def _foretells(sentence: Span, time: TimeExpression, article: Article) -> Place | None:
    """Where in the sentence the words of the future stand that the time belongs to, if it does."""
    if not _is_open(time, article) or _is_asked(sentence) or _is_condition(sentence, time):
        return None
    return foretells(sentence.exact, time.span.start - sentence.start, time)


def _is_open(time: TimeExpression, article: Article) -> bool:
    """Whether the time may lie ahead: a year before that of the report does not."""
    year = article.published.earliest
    return not (year and time.value and time.value[:4].isdecimal() and int(time.value[:4]) < year.year)


def _is_asked(sentence: Span) -> bool:
    return sentence.exact.rstrip("\"'”’)")[-1:] == "?"


def _is_condition(sentence: Span, time: TimeExpression) -> bool:
    """Whether the time is that of a condition, which foretells nothing by itself."""
    at = time.span.start - sentence.start
    return any(match.start() <= at < match.end() for match in _CONDITION.finditer(sentence.exact))


def _condition(article: Article, sentence: Span) -> Span | None:
    match = _CONDITION.search(sentence.exact)
    if match is None:
        return None
    return article.span(sentence.start + match.start(), sentence.start + len(sentence.exact[: match.end()].rstrip()))
