"""Forecasts: statements about the future that say by when."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.lexicon import any_of, words
from twosource.text.affirmed import is_affirmed
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.figure import TimeExpression
from twosource.types.span import Span
from twosource.types.writing import Forecast

_WORD = re.compile(r"\w[\w’'-]*")
_PAST = re.compile(r"^(?:last |from |vague|generic|shift -|length)|,BEFORE$")
_LOOKS_AHEAD = re.compile(r"next |this |shift \d|.*,AFTER")
_INNER_END = re.compile(
    r"""(?:(?<=[a-z]{4}[.!?])|(?<=\d{4}[.!?])|(?<=\bMay[.!?])|(?<=[a-z]{3}[”"][.!?]))(?=\s+[A-Z“"‘])"""
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:“\"—–]|\b(?:and|but|that|says?|said))\s*(?:(?:on|in|by|before|until|late|early|later)\s+)*(?:the\s+)?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|assuming)\b"
    r"(?:[^,;.]|\.(?=[^\s\"”’)])|(?<=\b[A-Z])\.(?=\s[a-z])){3,200}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!scheduled)(?<!planned)(?<!set)(?<!slated)(?<!due)(?<!expected)\s+for\s+(?:the\s+)?$"
)  # results for 2029
_NOT_THEN = re.compile(r"\bnot\s+(?:(?:in|on|by|for|during|even)\s+)*(?:the\s+)?$", re.IGNORECASE)  # not next year
_DONE_THEN = re.compile(
    r"\b(?:it|he|she|they|we|i)\s+[a-z]+ed\s+(?:[a-z]+\s+)?(?:in|on|at|during|since)\s+$", re.IGNORECASE
)
_COMPARED = re.compile(r"\bthan(?:\s+\w+){0,2}\s*$")
_WINDOW = 400
_REACH = 30
_REACH_BACK = 18


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


Place = tuple[int, int]


def _foretells(sentence: Span, time: TimeExpression, article: Article) -> Place | None:
    """Where in the sentence words of the future stand close to the time, with nothing between that it may belong to."""
    if not _is_open(time, article) or _is_asked(sentence) or _is_condition(sentence, time):
        return None
    start, end = time.span.start - sentence.start, time.span.end - sentence.start
    first = max(start - _WINDOW, 0)
    before, after = sentence.exact[first:start], sentence.exact[end : end + _WINDOW]
    if _NOT_THEN.search(before) or _DONE_THEN.search(before):
        return None
    if _has_place(before, time) and (cue := _speaks_before(before, _pattern("firm"))):
        return first + cue.start(), first + cue.end()
    if not _looks_ahead(before, time):
        return None
    if cue := _speaks_before(before, _pattern("loose"), "void_loose"):
        return first + cue.start(), first + cue.end()
    cue = _speaks_after(before, after) if _opens(before, time) else None
    return (end + cue.start(), end + cue.end()) if cue else None


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


def _speaks_before(before: str, pattern: re.Pattern[str], void: str = "void") -> re.Match[str] | None:
    """The last words of the future before a time, if they reach it."""
    cues = list(pattern.finditer(before))
    between = before[cues[-1].end() :] if cues else ""
    if not cues or _COMPARED.search(between) or _pattern(void).match(between.lstrip()):
        return None
    reaches = _reaches(between, _REACH) and is_affirmed(before[: cues[-1].start()], cues[-1].group(), between)
    return cues[-1] if reaches else None


def _speaks_after(before: str, after: str) -> re.Match[str] | None:
    cue = _pattern("firm").search(after)
    if cue is None or after[: cue.start()].strip()[:1] in (".", ";"):
        return None
    lead = after[: cue.start()]
    reaches = _reaches(lead, _REACH_BACK) and _follows(after[cue.end() :])
    return cue if reaches and is_affirmed(before + lead, cue.group(), "") else None


def _reaches(between: str, reach: int) -> bool:
    """Whether two places belong to one clause: few words between them, and none that begins another."""
    found = [word.lower() for word in _WORD.findall(between)]
    if len(found) > reach or ";" in between or "”" in between:
        return False
    return _follows(between) and _barriers().isdisjoint(found)


def _follows(text: str) -> bool:
    """Whether what follows words of the future foretells something."""
    void = _pattern("void").match(text.lstrip())
    return void is None


def _has_place(before: str, time: TimeExpression) -> bool:
    """Whether the time stands where a day is given, not as part of a name ("the 2016 election")."""
    if time.reading.startswith(("next", "this", "weekday", "shift")):
        return True
    if _ABOUT.search(before):
        return False
    last = _WORD.findall(before[-20:])
    return bool(last) and last[-1].lower() in words("forecasts", "prepositions")


def _looks_ahead(before: str, time: TimeExpression) -> bool:
    last = _WORD.findall(before[-30:])[-3:]
    stated = any(word.lower() in words("forecasts", "ahead") for word in last)
    return _has_place(before, time) and (stated or _LOOKS_AHEAD.match(time.reading) is not None)


def _opens(before: str, time: TimeExpression) -> bool:
    """Whether the time opens its clause; "next" looks ahead from anywhere ("a reform next month that will …")."""
    return (
        time.reading.startswith(("next", "shift")) and not time.reading.startswith("shift 0")
    ) or _CLAUSE_START.search(before) is not None


def _condition(article: Article, sentence: Span) -> Span | None:
    match = _CONDITION.search(sentence.exact)
    if match is None:
        return None
    return article.span(sentence.start + match.start(), sentence.start + len(sentence.exact[: match.end()].rstrip()))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return any_of(words("forecasts", key))


@cache
def _barriers() -> frozenset[str]:
    return frozenset(words("forecasts", "barriers"))
