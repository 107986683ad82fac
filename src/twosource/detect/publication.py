"""Publication: when a report without a date was written, read off what the reports say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from twosource.lexicon import word_set
from twosource.text.compare.news import Events, same_news, same_story
from twosource.text.datelines import dateline_of
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.likeness import content, telling
from twosource.text.periods import named
from twosource.text.places import Places
from twosource.text.quotations import quoted_ranges
from twosource.text.sentences import sentences
from twosource.text.tense import firm_direction, tense_words
from twosource.text.written import Bound, Told, bounds, is_due, tightened
from twosource.types.article import Article
from twosource.types.figure import Publication, TimeExpression
from twosource.types.moment import Moment
from twosource.types.span import Span
from twosource.types.story import Story

ROUNDS = 5
CYCLE = timedelta(7)
PLACED = frozenset(("in", "since", "during", "by", "until", "from", "throughout"))
AGO = {"day": timedelta(1), "week": timedelta(7), "month": timedelta(31)}


def publication(story: Story, times: Sequence[TimeExpression]) -> Iterator[Publication]:
    """Infers when the reports without a stated date were written, as an interval with its reasons.

    "Saturday" and "last week" mean nothing without that day, and pages often come without it. What supports it:
    a full date that the report tells as past (it was written no earlier) or as future (no later); the last dated
    message that it shows, within a fortnight of which it is taken to be written; results of a quarter that it awaits;
    "last year" set against a year; "on Saturday" or "six weeks ago" where the reports give the date of the same event;
    the date that another report of the same news gives for an event that this one tells as well; and, unless it
    contradicts these, that reports of one story are taken to be written within a week of each other. Within an
    interval of less than a year a month by which something is to be, or a quarter that is over, narrows it. Same event:
    sentences that share most of their content words; same news: reports that share names and wording. What comes out
    is inferred, and says from what. A dateline without a year ("PORT, May 9 (Wire) -") is the one such day in it.

    On purpose it does not use: years that say which ("the 2026 budget") and what would have been, dates in captions,
    notices and quotations, copyright years, "earlier this month" and other words that themselves need the day, and
    reports that share little with this one.
    """
    open_articles = [article for article in story.articles if article.skipped is None and not _is_stated(article)]
    if not open_articles:
        return
    timed = Places((time.span, time) for time in times if time.type == "DATE")
    told = {article.id: list(_told(article, timed)) for article in story.articles if article.skipped is None}
    own = {article.id: _own(told[article.id]) for article in open_articles}
    others = _Others(story, told)
    shared = {article.id: own[article.id] + others.bounds(article) for article in open_articles}
    found, reached = shared, {key: _intersect(bounds) for key, bounds in shared.items()}
    for _ in range(ROUNDS):
        ends = _Ends(story, reached)
        reached = {article.id: ends.reached(article, _intersect(found[article.id])) for article in open_articles}
        found = {
            article.id: _with(shared[article.id], [*ends.around(article)], told[article.id])
            for article in open_articles
        }
    for article in open_articles:
        moment, spans = _dated(article, *_moment(found[article.id]))
        if moment is not None:
            yield Publication(article=article.id, moment=moment, spans=spans)


def _with(own: Sequence[Bound], others: Sequence[Bound], told: Sequence[Told]) -> list[Bound]:
    """Its own bounds, those of other reports unless they contradict them, and what months and quarters say within."""
    tried = ([*own, *others], [*(one.loosened for one in own), *others])
    both = next((some for some in tried if _agree(*_intersect(some))), list(own))
    low, high = _intersect(both)
    return [*both, *tightened(low, high, told)] if low and high and low <= high else both


def _agree(low: date | None, high: date | None) -> bool:
    return low is None or high is None or low <= high


def _is_stated(article: Article) -> bool:
    return article.published.earliest is not None or article.published.latest is not None


def _dated(article: Article, moment: Moment | None, spans: tuple[Span, ...]) -> tuple[Moment | None, tuple[Span, ...]]:
    """The day of the dateline, where the interval holds one such day."""
    line = dateline_of(article)
    if moment is None or moment.earliest is None or moment.latest is None or line is None:
        return moment, spans
    day = line.within(moment.earliest, moment.latest)
    if day is None:
        return moment, spans
    why = f"its dateline, and for the year: {moment.why}"
    dated = Moment(earliest=day, latest=day, timex=day.isoformat(), basis="inferred", why=why)
    return dated, (article.span(line.start, line.end), *spans)


def _told(article: Article, times: Places[TimeExpression]) -> Iterator[Told]:
    """The times in the body outside quotation marks, with their sentences."""
    for sentence in sentences(article, "body"):
        inside = times.within(sentence)
        if not inside:
            continue
        found = lexemes(sentence.exact, sentence.start)
        ranges = quoted_ranges(sentence.exact)
        for time in inside:
            at = time.span.start - sentence.start
            if not any(start <= at < end for start, end in ranges):
                place = next(index for index, part in enumerate(found) if part.end > time.span.start)
                way = firm_direction(found, place, tense_words())
                if not _is_adverbial(found, place, time):
                    way = ""
                yield Told(
                    time,
                    sentence,
                    content(found, word_set("figures", "stops")),
                    telling(found),
                    way,
                    is_due(found, place),
                )


def _is_adverbial(found: Sequence[Lexeme], place: int, time: TimeExpression) -> bool:
    """Whether it says when something is, not which: not "for 2017", "the 2010 sale", "those in 2017 will"."""
    before = found[place - 1].low if place else ""
    after = next((part for part in found[place:] if part.start >= time.span.end), None)
    if before in ("for", "of"):
        return False
    if after is not None and after.low in tense_words().ahead:
        return False
    year = time.span.exact.isdigit()
    noun = after is not None and after.kind == "word" and after.low not in word_set("figures", "stops")
    return not (year and (noun or before not in PLACED))


def _own(told: Sequence[Told]) -> list[Bound]:
    found = list(bounds(told))
    return (
        _plain([one for one in found if not (one.earliest and one.latest)])
        + [one for one in found if one.earliest and one.latest][-1:]
    )


def _plain(found: Sequence[Bound]) -> list[Bound]:
    """The latest of the days behind and the first of those ahead; none ahead that contradicts those behind."""
    behind = max(
        (bound for bound in found if bound.earliest), key=lambda bound: bound.earliest or date.min, default=None
    )
    floor = behind.earliest if behind and behind.earliest else date.min
    fits = [bound for bound in found if bound.latest and bound.latest >= floor]
    ahead = min(fits, key=lambda bound: bound.latest or date.max, default=None)
    return [bound for bound in (behind, ahead) if bound]


class _Others:
    """What the dated sentences of a story say about the sentences of one report."""

    def __init__(self, story: Story, told: dict[str, list[Told]]) -> None:
        """Takes the dated sentences of each report."""
        self._told, self._story = told, story
        read = (article for article in story.articles if article.id in told)
        dated = [one for article in read for one in told[article.id] if _day(one) and one.direction == "behind"]
        self._dated = Events(dated, lambda one: one.words, lambda one: one.numbers)

    def bounds(self, article: Article) -> list[Bound]:
        """What dated sentences, its own or those of related reports, say about sentences of this report."""
        found, key = [], article.id
        related: dict[str, bool] = {key: True}
        for mine in self._told[key]:
            for one in self._dated.like(mine.words, mine.numbers):
                if one is not mine and self._is_related(article, one, related):
                    found += _between(mine, one)
        for sentence in sentences(article, "body"):
            words_ = content(lexemes(sentence.exact, sentence.start), word_set("figures", "stops"))
            for one in self._dated.like(words_):
                if one.time.span.article != key and self._is_related(article, one, related):
                    why = f"it tells what another report dates {one.time.span.exact}"
                    found.append(Bound(_day(one), None, (sentence, one.time.span), why))
        return found

    def _is_related(self, article: Article, one: Told, known: dict[str, bool]) -> bool:
        """Whether a dated sentence stands in a report of the same news; `known` keeps what was found before."""
        other = one.time.span.article
        if other not in known:
            known[other] = same_news(article, self._story.article(other), word_set("figures", "stops"))
        return known[other]


def _day(one: Told) -> date | None:
    """The day of a full date; None for a month, a year, or words that need an anchor."""
    period = named(one.time.value) if one.time.reading.startswith("fixed") and one.time.value else None
    return period.first if period and period.first == period.last else None


def _between(mine: Told, dated: Told) -> list[Bound]:
    """What "on Saturday" and "six weeks ago" say beside the date of the same event."""
    day, rule = _day(dated), mine.time.reading.partition(",")[0].split()
    if day is None or mine.direction == "ahead":
        return []
    spans = (mine.time.span, dated.time.span)
    why = f"{mine.time.span.exact} is {dated.time.span.exact}"
    if rule[0] == "weekday" and rule[2] == "on" and day.isoweekday() == int(rule[1]):
        return [Bound(day, day + timedelta(6), spans, why)]
    if rule[0] == "shift" and rule[2] in AGO and int(rule[1]) <= 0:
        step = AGO[rule[2]]
        middle = day - int(rule[1]) * step
        slack = step if rule[2] != "day" else timedelta(0)
        return [Bound(middle - slack, middle + slack, spans, why)]
    return []


class _Ends:
    """What is known of when the reports of a story were written, the tightest of each end first."""

    def __init__(self, story: Story, inside: Mapping[str, tuple[date | None, date | None]]) -> None:
        """`inside` are the intervals inferred so far."""
        self._lows: list[tuple[date, Span, Article]] = []
        self._highs: list[tuple[date, Span, Article]] = []
        for article in story.articles:
            known = article.published if _is_stated(article) else None
            low, high = (known.earliest, known.latest) if known else inside.get(article.id, (None, None))
            block = next(article.passages("headline", "body"), None) if low or high else None
            if block is None:
                continue
            span = article.span(block.start, block.end)
            self._lows += [(low, span, article)] if low else []
            self._highs += [(high, span, article)] if high else []
        self._lows.sort(key=lambda end: end[:2], reverse=True)
        self._highs.sort(key=lambda end: end[:2])

    def reached(self, article: Article, known: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
        """The tightest ends of reports of the same news, and of this one."""
        lows = [known[0], *(low for low, _ in _of_same_story(article, self._lows))]
        highs = [known[1], *(high for high, _ in _of_same_story(article, self._highs))]
        return max(filter(None, lows), default=None), min(filter(None, highs), default=None)

    def around(self, article: Article) -> Iterator[Bound]:
        """A week around what is known of other reports of the same news: the tightest of each end."""
        why = "another report of the same news is of that time"
        for low, span in _of_same_story(article, self._lows):
            yield Bound(low - CYCLE, None, (span,), why)
        for high, span in _of_same_story(article, self._highs):
            yield Bound(None, high + CYCLE, (span,), why)


def _of_same_story(article: Article, ends: Sequence[tuple[date, Span, Article]]) -> list[tuple[date, Span]]:
    """The first of these ends that another report of the same news has, if any."""
    same = (
        (day, span)
        for day, span, other in ends
        if other is not article and same_story(article, other, word_set("figures", "stops"))
    )
    return list(islice(same, 1))


def _intersect(bounds: Sequence[Bound]) -> tuple[date | None, date | None]:
    lows = [bound.earliest for bound in bounds if bound.earliest]
    highs = [bound.latest for bound in bounds if bound.latest]
    return max(lows, default=None), min(highs, default=None)


def _moment(bounds: Sequence[Bound]) -> tuple[Moment | None, tuple[Span, ...]]:
    """The intersection, with the bounds that made it; None if there are none, or they contradict each other."""
    low, high = _intersect(bounds)
    if (low is None and high is None) or (low and high and low > high):
        return None, ()
    used = [bound for bound in bounds if (low and bound.earliest == low) or (high and bound.latest == high)]
    spans = tuple(dict.fromkeys(span for bound in used for span in bound.spans))
    why = "; ".join(dict.fromkeys(bound.why for bound in used))
    timex = low.isoformat() if low and low == high else None
    return Moment(earliest=low, latest=high, timex=timex, basis="inferred", why=why), spans
