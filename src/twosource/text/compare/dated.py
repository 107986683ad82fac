"""Dates with the words that they stand among, and the outlet whose report they date."""

from bisect import bisect_left, bisect_right
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
        if inside:
            yield from _dated(article, inside, _Around(sentence, lengths), outlet or before)
        before = outlet or before


def _dated(article: Article, inside: Sequence[Time], around: "_Around", outlet: frozenset[str]) -> Iterator[Dated]:
    for time in inside:
        yield Dated(
            time,
            article,
            around.words(time),
            around.reported(time, outlet),
            single=len(inside) == 1,
            beside=around.beside(time),
        )


class _Around:
    """The words of one sentence around its times, read once."""

    def __init__(self, sentence: Span, times: Sequence[Time]) -> None:
        self._sentence = sentence
        self._found = lexemes(sentence.exact, sentence.start)
        self._starts = [part.start for part in self._found]
        self._telling = [place for place, part in enumerate(self._found) if content((part,), stops())]
        self._taken = {place for time in times for place in self._of(time.span.start, time.span.end)}
        self._ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
        self._words: dict[tuple[int, int], frozenset[str]] = {}

    def _of(self, start: int, end: int) -> range:
        """The lexemes that begin from `start` to `end`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def words(self, time: Time) -> frozenset[str]:
        """The content words of the sentence, or of the quotation that the time stands in, without times."""
        nearest = bisect_right(self._ranges, (time.span.start, self._sentence.end)) - 1
        quoted = nearest >= 0 and time.span.start < self._ranges[nearest][1]
        inside = self._ranges[nearest] if quoted else (self._sentence.start, self._sentence.end)
        if inside not in self._words:
            free = (self._found[place] for place in self._of(*inside) if place not in self._taken)
            self._words[inside] = content(free, stops())
        return self._words[inside]

    def beside(self, time: Time) -> frozenset[str]:
        """The nearest content words before and after a time."""
        after = bisect_left(self._telling, bisect_left(self._starts, time.span.end))
        before = bisect_left(self._telling, bisect_left(self._starts, time.span.start)) - 1
        while before >= 0 and self._found[self._telling[before]].end > time.span.start:
            before -= 1
        places = [*self._telling[max(0, before) : before + 1], *self._telling[after : after + 1]]
        return content([self._found[place] for place in places], stops())

    def reported(self, time: Time, outlet: frozenset[str]) -> frozenset[str]:
        """The outlet, if the date stands beside a word for its report."""
        place = bisect_right(self._starts, time.span.start) - 1
        place += place < 0 or self._found[place].end <= time.span.start
        after = bisect_left(self._starts, time.span.end)
        follows = after < len(self._found) and self._found[after].low in REPORT
        cited = any(part.low in CITES for part in self._found[max(0, place - NEAR) : place])
        return outlet if follows or cited else frozenset()


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


@cache
def stops() -> frozenset[str]:
    """The words of grammar."""
    return frozenset(words("figures", "stops"))


@cache
def outlet_words() -> frozenset[str]:
    """Words that names of outlets end with."""
    found = table("attributes")["outlets"]
    return frozenset(found["endings"]) if isinstance(found, dict) else frozenset()
