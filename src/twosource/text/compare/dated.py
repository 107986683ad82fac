"""Dates with the words that they stand among, and the outlet whose report they date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import table, words
from twosource.text.compare.stamps import is_stamp
from twosource.text.lexemes import Lexeme, lexemes
from twosource.text.likeness import content
from twosource.text.quotations import quoted_ranges
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.figure import Time
from twosource.types.span import Span

REPORT = frozenset(("report", "story", "article"))
CITES = frozenset(("cited", "reported", "published"))
NEAR = 6
AROUND = 3


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the words of its sentence without times, and the outlet whose report it dates, if any.

    `single`: it is the only one in its sentence; `beside`: the nearest content words before and after it, `around`: the
    three nearest on each side; `before`: the word just before it; `names`: those of its sentence; `stamp`: it dates the
    text, not what is told.
    """

    time: Time
    article: Article
    sentence: Span
    words: frozenset[str]
    outlet: frozenset[str]
    single: bool
    beside: frozenset[str]
    around: frozenset[str]
    before: str
    names: frozenset[str]
    stamp: bool


def dated_in(article: Article, known: dict[tuple[str, int], Time]) -> Iterator[Dated]:
    """The dates of a report in their sentences."""
    times = [time for time in known.values() if time.span.article == article.id]
    mine = [time for time in times if time.type in ("DATE", "TIME") and any(map(str.isdigit, time.value))]
    told = list(sentences(article, "headline", "subhead", "body")) if mine else []
    for number, sentence in enumerate(told):
        inside = [time for time in mine if sentence.covers(time.span)]
        if inside:
            free = _free(sentence, times)
            for time in inside:
                outlet = _outlet_before(told, number) if _reports(sentence, time) else frozenset[str]()
                place = _Place(article, sentence, free)
                yield _dated(place, time, outlet, single=len(inside) == 1)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a report, and its lexemes outside times."""

    article: Article
    sentence: Span
    free: Sequence[Lexeme]


def _dated(place: _Place, time: Time, outlet: frozenset[str], *, single: bool) -> Dated:
    article, sentence, free = place.article, place.sentence, place.free
    found = lexemes(sentence.exact, sentence.start)
    return Dated(
        time,
        article,
        sentence,
        _words(sentence, time, free),
        outlet,
        single=single,
        beside=_beside(free, time, 1),
        around=_beside(free, time, AROUND),
        before=next((part.low for part in reversed(found) if part.end <= time.span.start), ""),
        names=content([part for part in found[1:] if part.is_capital], stops()),
        stamp=is_stamp(article, sentence, time.span),
    )


def _words(sentence: Span, time: Time, free: Sequence[Lexeme]) -> frozenset[str]:
    """The content words of the sentence, or of the quotation that the time stands in, without times."""
    ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
    inside = next((part for part in ranges if part[0] <= time.span.start < part[1]), (sentence.start, sentence.end))
    return content([part for part in free if inside[0] <= part.start < inside[1]], stops())


def _free(sentence: Span, times: Sequence[Time]) -> list[Lexeme]:
    """The lexemes of a sentence that are in none of its times."""
    taken = [time.span for time in times if sentence.covers(time.span)]
    found = lexemes(sentence.exact, sentence.start)
    return [part for part in found if not any(span.start <= part.start < span.end for span in taken)]


def _beside(free: Sequence[Lexeme], time: Time, reach: int) -> frozenset[str]:
    found = [part for part in free if content((part,), stops())]
    before = [part for part in found if part.end <= time.span.start][-reach:]
    return content([*before, *[part for part in found if part.start >= time.span.end][:reach]], stops())


def _outlet_before(told: Sequence[Span], number: int) -> frozenset[str]:
    """The outlet that this sentence names, or the last one that a sentence before it does."""
    return next((outlet for sentence in reversed(told[: number + 1]) if (outlet := _outlet(sentence))), frozenset())


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


def _reports(sentence: Span, time: Time) -> bool:
    """Whether the date stands beside a word for a report."""
    found = lexemes(sentence.exact, sentence.start)
    place = next(index for index, part in enumerate(found) if part.end > time.span.start)
    after = next((index for index, part in enumerate(found) if part.start >= time.span.end), len(found))
    follows = after < len(found) and found[after].low in REPORT
    return follows or any(part.low in CITES for part in found[max(0, place - NEAR) : place])


@cache
def stops() -> frozenset[str]:
    """The words of grammar."""
    return frozenset(words("figures", "stops"))


@cache
def outlet_words() -> frozenset[str]:
    """Words that names of outlets end with."""
    found = table("attributes")["outlets"]
    return frozenset(found["endings"]) if isinstance(found, dict) else frozenset()
