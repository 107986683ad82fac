"""Discrepancies of dates: one event on days that exclude each other, a weekday that does not fit its date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from twosource.lexicon import table, words
from twosource.text.compare.days import exclude
from twosource.text.lexemes import lexemes
from twosource.text.likeness import common, content
from twosource.text.periods import named
from twosource.text.quoted import quoted_ranges
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.comparison import Discrepancy, Severity, Side
from twosource.types.figure import Time, TimeExpression
from twosource.types.span import Span
from twosource.types.story import Story

ALIKE_WORDS, ALIKE_SHARE = 5, 0.75
DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REPORT = frozenset(("report", "story", "article"))
CITES = frozenset(("cited", "reported", "published"))
NEAR = 6
SAME_REPORT = 3
RECURRING = ("month", "day", "season", "quarter", "half", "from", "clock", "this", "last", "next")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the words of its sentence without times, and the outlet whose report it dates, if any.

    `single`: it is the only one in its sentence.
    """

    time: Time
    article: Article
    words: frozenset[str]
    outlet: frozenset[str]
    single: bool


def discrepancies_dates(
    story: Story, times: Sequence[Time], expressions: Sequence[TimeExpression]
) -> Iterator[Discrepancy]:
    """Finds dates that cannot both be right.

    Three cases are plain enough: sentences of different reports that say the same in nearly the same words with days
    that exclude each other (a quotation given twice, once with the wrong year); different days for the publication of
    one report; a weekday beside a date that fell on another day. The days are the resolved ones, so that "Saturday"
    and "January 31" agree where they are the same day.

    It misses on purpose: events told in different words, dates of parts of an event (begin and end), and times that
    could not be resolved to days.
    """
    sure = {(one.span.article, one.span.start) for one in expressions if not one.reading.startswith(RECURRING)}
    known = {(time.span.article, time.span.start): time for time in times}
    for expression in expressions:
        yield from _weekday(story, expression)
    dated = [one for article in story.articles if article.skipped is None for one in _dated(article, known)]
    plain = [
        one
        for one in dated
        if one.single and (one.article.id, one.time.span.start) in sure and "(inferred)" not in one.time.anchor
    ]
    for one, two in combinations(plain, 2):
        if one.article is not two.article and _disjoint(one, two) and _alike(one, two):
            yield _discrepancy("contradiction", "in sentences that are otherwise nearly the same", [one], [two])
    yield from _publications(dated)


def _weekday(story: Story, expression: TimeExpression) -> Iterator[Discrepancy]:
    """A weekday beside a date that was another day."""
    _, _, extra = expression.reading.partition(",is ")
    period = named(expression.value or "") if extra else None
    if period is None or period.first != period.last or period.first.isoweekday() == int(extra):
        return
    article = story.article(expression.span.article)
    cut = expression.span.start + len(lexemes(expression.span.exact)[0].text)
    rest = expression.span.exact[cut - expression.span.start :]
    begin = cut + len(rest) - len(rest.lstrip(" ,."))
    weekday, date = article.span(expression.span.start, cut), article.span(begin, expression.span.end)
    yield Discrepancy(
        kind="date",
        severity="contradiction",
        title=f"{weekday.exact}; {date.exact}",
        sides=(Side(value=weekday.exact, spans=(weekday,)), Side(value=date.exact, spans=(date,))),
        explanation=f"{date.exact} was a {DAYS[period.first.isoweekday()]}, not a {DAYS[int(extra)]}.",
    )


def _dated(article: Article, known: dict[tuple[str, int], Time]) -> Iterator[Dated]:
    """The dates of a report in their sentences."""
    mine = [time for time in known.values() if time.span.article == article.id and time.type in ("DATE", "TIME")]
    lengths = [time for time in known.values() if time.span.article == article.id]
    before: frozenset[str] = frozenset()
    for sentence in sentences(article, "headline", "subhead", "body"):
        inside = [time for time in mine if sentence.covers(time.span)]
        outlet = _outlet(sentence)
        for time in inside:
            words_around = _words(sentence, time, lengths)
            yield Dated(time, article, words_around, _reported(sentence, time, outlet or before), len(inside) == 1)
        before = outlet or before


def _words(sentence: Span, time: Time, times: Sequence[Time]) -> frozenset[str]:
    """The content words of the sentence, or of the quotation that the time stands in, without times."""
    taken = [time.span for time in times if sentence.covers(time.span)]
    ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
    inside = next((part for part in ranges if part[0] <= time.span.start < part[1]), (sentence.start, sentence.end))
    found = [part for part in lexemes(sentence.exact, sentence.start) if inside[0] <= part.start < inside[1]]
    free = [part for part in found if not any(span.start <= part.start < span.end for span in taken)]
    return content(free, stops())


def _outlet(sentence: Span) -> frozenset[str]:
    """The name before a word that outlets end with: "Financial Times", "Harbour Gazette"."""
    found = lexemes(sentence.exact)
    heads = outlet_words()
    for place, part in enumerate(found):
        if (
            part.is_capital
            and part.low in heads
            and place
            and found[place - 1].is_capital
            and found[place - 1].low != "the"
        ):
            return frozenset((found[place - 1].low, part.low))
    return frozenset()


def _reported(sentence: Span, time: Time, outlet: frozenset[str]) -> frozenset[str]:
    """The outlet, if the date stands beside a word for its report."""
    found = lexemes(sentence.exact, sentence.start)
    place = next(index for index, part in enumerate(found) if part.end > time.span.start)
    after = next((index for index, part in enumerate(found) if part.start >= time.span.end), len(found))
    follows = after < len(found) and found[after].low in REPORT
    cited = any(part.low in CITES for part in found[max(0, place - NEAR) : place])
    return outlet if follows or cited else frozenset()


def _disjoint(one: Dated, two: Dated) -> bool:
    return exclude(one.time, two.time)


def _alike(one: Dated, two: Dated) -> bool:
    shared = one.words & two.words
    return len(shared) >= ALIKE_WORDS and common(one.words, two.words) >= ALIKE_SHARE


def _publications(dated: Sequence[Dated]) -> Iterator[Discrepancy]:
    """Different days for what one outlet reported, all reports on one side that can mean one day."""
    outlets: dict[frozenset[str], list[Dated]] = {}
    for one in sorted(dated, key=lambda one: one.time.moment is None or not one.time.moment.is_known):
        if one.outlet:
            outlets.setdefault(one.outlet, []).append(one)
    for told in outlets.values():
        sides: list[list[Dated]] = []
        for one in told:
            fitting = [side for side in sides if not any(_disjoint(one, other) for other in side)]
            if fitting:
                fitting[0].append(one)
            else:
                sides.append([one])
        apart = [side for side in sides[1:] if side[0].article is not sides[0][0].article]
        for side in apart[:1]:
            same = any(len(one.words & two.words) >= SAME_REPORT for one in sides[0] for two in side)
            severity: Severity = "contradiction" if same else "unresolved"
            yield _discrepancy(severity, "as the day of one publication", sides[0], side)


def _discrepancy(severity: Severity, what: str, one: Sequence[Dated], two: Sequence[Dated]) -> Discrepancy:
    sides = [sorted(side, key=lambda dated: (dated.article.id, dated.time.span.start)) for side in (one, two)]
    first, second = sorted((side[0].time for side in sides), key=lambda time: (time.span.article, time.span.start))
    if sides[0][0].time is not first:
        sides.reverse()
    return Discrepancy(
        kind="date",
        severity=severity,
        title=f"{first.span.exact}; {second.span.exact}",
        sides=tuple(Side(value=side[0].time.value, spans=tuple(each.time.span for each in side)) for side in sides),
        explanation=f"“{first.span.exact}” and “{second.span.exact}” exclude each other {what}.",
    )


@cache
def stops() -> frozenset[str]:
    """The words of grammar."""
    return frozenset(words("figures", "stops"))


@cache
def outlet_words() -> frozenset[str]:
    """Words that names of outlets end with."""
    found = table("attributes")["outlets"]
    return frozenset(found["endings"]) if isinstance(found, dict) else frozenset()
