"""When, to whom and on what occasion words were said, as each report states it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from twosource.lexicon.outlets import bare, known
from twosource.text.framing import Sort, days_in, exclude, frame, sorts_in
from twosource.text.places import Places
from twosource.types.article import Article
from twosource.types.attribution import Attribution, Citation
from twosource.types.comparison import DifferenceKind
from twosource.types.figure import Time
from twosource.types.span import Span

# Between a reporting word (or who hears it) and the day on which it was said: "said on Monday", "told reporters late
# Tuesday".
_LEAD = re.compile(r"\s+(?:(?:on|late|early|later|earlier|back)\s+)*")
_AFTER = 30
# Days apart by no more than this may be one evening, told from two time zones, or a day of printing.
_SLACK = 1
_WEEKDAY, _WEEK = re.compile(r"XXXX-WXX-(\d)"), 7


class Uttering:
    """Knows what the reports of a story state of when and where, to tell whether two give words to two occasions."""

    def __init__(self, articles: Mapping[str, Article], times: Sequence[Time]) -> None:
        """`times` of all reports; only days count, and only those of the reporting clause."""
        self._articles = articles
        self._times = Places((time.span, time) for time in times if _names_a_day(time))
        self._frames: dict[str, tuple[Time | None, tuple[Sort, ...]]] = {}

    def stated(self, attribution: Attribution) -> tuple[str, ...]:
        """What its report states of the day, of who hears it and of the occasion, to tell such statements apart."""
        (day, sorts), outlet = self._frame(attribution.citation), _outlet(attribution.citation)
        dated = f"{day.moment} {day.value}" if day else ""
        return dated, bare(outlet.exact) if outlet else "", *(sort.name for sort in sorts)

    def apart(self, one: Attribution, other: Attribution) -> Iterator[tuple[DifferenceKind, str]]:
        """How what two reports state of when and where words were said differs: the kind, and both statements."""
        if one.article == other.article:
            return
        (first, ours), (second, theirs) = self._frame(one.citation), self._frame(other.citation)
        if first and second and _days_apart(first, second) > _SLACK:
            yield "date", f"said {_dated(first)} in one, {_dated(second)} in the other"
        sorts = exclude(ours, theirs)
        if sides := _hearers(one.citation, other.citation) or (sorts and (sorts[0].words, sorts[1].words)):
            left, right = (" ".join(side.exact.rstrip(" .,").split()) for side in sides)
            yield "occasion", f"“{left}” in one, “{right}” in the other"

    def _frame(self, citation: Citation) -> tuple[Time | None, tuple[Sort, ...]]:
        """The day and the sorts of occasion that the reporting clause states."""
        if citation.id not in self._frames:
            article = self._articles[citation.article]
            parts = frame(article, citation)
            days = list(days_in(parts, self._times))
            only = days[0] if len({(time.moment, time.value) for time in days}) == 1 else None
            self._frames[citation.id] = self._day(citation) or only, tuple(sorts_in(parts, citation, article))
        return self._frames[citation.id]

    def _day(self, citation: Citation) -> Time | None:
        """The time that stands right after the reporting word or whoever hears it, or in the words for the occasion."""
        if citation.cue is None:
            return None
        article = self._articles[citation.article]
        ends = [span.end for span in (citation.cue, citation.hearer) if span]
        for end in ends:
            lead = _LEAD.match(article.text, end)
            start = lead.end() if lead else end
            near = article.span(start, min(start + _AFTER, len(article.text))) if start < len(article.text) else None
            found = [time for time in self._times.overlapping(near) if time.span.start == start] if near else []
            if found and not any(found[0].span.overlaps(part) for part in citation.content):
                return found[0]
        return next(iter(self._times.within(citation.occasion)), None) if citation.occasion else None


def _names_a_day(time: Time) -> bool:
    """Whether its words name a day: the hour of an unnamed one says little."""
    return time.moment is not None and (
        time.type == "DATE" or (time.type == "TIME" and "day" in time.span.exact.lower())
    )


def _days_apart(one: Time, other: Time) -> int:
    """Days between the nearest ends of two times; 0 where they overlap, or an end is not known.

    Of two weekdays in weeks that are not known, those between them one way or the other.
    """
    days = [_WEEKDAY.match(time.value) for time in (one, other)]
    if days[0] and days[1]:
        gap = abs(int(days[0][1]) - int(days[1][1]))
        return min(gap, _WEEK - gap)
    if one.moment is None or other.moment is None:
        return 0
    ends = (one.moment.earliest, one.moment.latest, other.moment.earliest, other.moment.latest)
    if ends[0] is None or ends[1] is None or ends[2] is None or ends[3] is None:
        return 0
    return max((ends[2] - ends[1]).days, (ends[0] - ends[3]).days, 0)


def _dated(time: Time) -> str:
    day = time.moment.earliest if time.moment else None
    return f"“{' '.join(time.span.exact.split())}”" + (f" ({day})" if day else "")


def _outlet(citation: Citation) -> Span | None:
    """Who hears it, if that is an outlet."""
    return citation.hearer if citation.hearer and bare(citation.hearer.exact) in known() else None


def _hearers(one: Citation, other: Citation) -> tuple[Span, Span] | None:
    """The outlets that hear it, where they are two."""
    first, second = _outlet(one), _outlet(other)
    if first is None or second is None or known()[bare(first.exact)] == known()[bare(second.exact)]:
        return None
    return first, second
