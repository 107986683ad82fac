"""Dates with the words that they stand among, and the outlet whose report they date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import table, words
from twosource.text.lexemes import lexemes
from twosource.text.likeness import content
from twosource.text.places import Places
from twosource.text.quotations import quoted_ranges
from twosource.text.sentences import sentences
from twosource.types.article import Article
from twosource.types.figure import Time
from twosource.types.span import Span

REPORT = frozenset(("report", "story", "article"))
CITES = frozenset(("cited", "reported", "published"))
NEAR = 6


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the words of its sentence without times, and the outlet whose report it dates, if any.

    `single`: it is the only one in its sentence; `beside`: the nearest content words before and after it.
    """

    time: Time
    article: Article
    words: frozenset[str]
    outlet: frozenset[str]
    single: bool
    beside: frozenset[str]


def dated_in(article: Article, known: Places[Time]) -> Iterator[Dated]:
    """The dates of a report in their sentences; `known` are the times of the story."""
    before: frozenset[str] = frozenset()
    for sentence in sentences(article, "headline", "subhead", "body"):
        lengths = known.within(sentence)
        inside = [time for time in lengths if time.type in ("DATE", "TIME")]
        outlet = _outlet(sentence)
        for time in inside:
            yield Dated(
                time,
                article,
                _words(sentence, time, lengths),
                _reported(sentence, time, outlet or before),
                single=len(inside) == 1,
                beside=_beside(sentence, time),
            )
        before = outlet or before


def _words(sentence: Span, time: Time, times: Sequence[Time]) -> frozenset[str]:
    """The content words of the sentence, or of the quotation that the time stands in, without times."""
    taken = [time.span for time in times]
    ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
    inside = next((part for part in ranges if part[0] <= time.span.start < part[1]), (sentence.start, sentence.end))
    found = [part for part in lexemes(sentence.exact, sentence.start) if inside[0] <= part.start < inside[1]]
    free = [part for part in found if not any(span.start <= part.start < span.end for span in taken)]
    return content(free, stops())


def _beside(sentence: Span, time: Time) -> frozenset[str]:
    found = [part for part in lexemes(sentence.exact, sentence.start) if content((part,), stops())]
    before = [part for part in found if part.end <= time.span.start][-1:]
    return content([*before, *[part for part in found if part.start >= time.span.end][:1]], stops())


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


@cache
def stops() -> frozenset[str]:
    """The words of grammar."""
    return frozenset(words("figures", "stops"))


@cache
def outlet_words() -> frozenset[str]:
    """Words that names of outlets end with."""
    found = table("attributes")["outlets"]
    return frozenset(found["endings"]) if isinstance(found, dict) else frozenset()
