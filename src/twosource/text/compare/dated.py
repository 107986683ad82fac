"""Dates with the words that they stand among, and the outlet whose report they date."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import table, word_set
from twosource.text.compare.stamps import is_stamp
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
AROUND = 3
RUN = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, the words of its sentence without times, and the outlet whose report it dates, if any.

    `single`: it is the only one in its sentence; `beside`: the nearest content words before and after it, `around`: the
    three nearest on each side; `before`: the word just before it, `run` the seven before it, signs too; `names`: those
    of its sentence; `stamp`: it dates the text, not what is told; `numbers`: those of its sentence that are in no time.
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
    run: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()


def dated_in(article: Article, known: Places[Time]) -> Iterator[Dated]:
    """The dates of a report in their sentences; `known` are the times of the story."""
    told = list(sentences(article, "headline", "subhead", "body"))
    outlets = _Outlets(told)
    for number, sentence in enumerate(told):
        times = known.within(sentence)
        inside = [time for time in times if time.type in ("DATE", "TIME") and any(map(str.isdigit, time.value))]
        if not inside:
            continue
        around = _Around(article, sentence, times)
        for time in inside:
            outlet = outlets.before(number) if around.reports(time) else frozenset[str]()
            yield around.dated(time, outlet, single=len(inside) == 1)


class _Around:
    """The words of one sentence around its times, read once."""

    def __init__(self, article: Article, sentence: Span, times: Sequence[Time]) -> None:
        self._article, self._sentence = article, sentence
        self._found = lexemes(sentence.exact, sentence.start)
        self._starts, self._ends = [part.start for part in self._found], [part.end for part in self._found]
        taken = {place for time in times for place in self._of(time.span.start, time.span.end)}
        self._free = [place for place in range(len(self._found)) if place not in taken]
        self._telling = [place for place in self._free if content((self._found[place],), word_set("figures", "stops"))]
        self._ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
        numbers = (self._found[place].low for place in self._free if self._found[place].kind == "number")
        self._numbers = frozenset(numbers)
        self._words: dict[tuple[int, int], frozenset[str]] = {}
        self._names = content([part for part in self._found[1:] if part.is_capital], word_set("figures", "stops"))

    def dated(self, time: Time, outlet: frozenset[str], *, single: bool) -> Dated:
        """One of its times, with the words around it."""
        return Dated(
            time,
            self._article,
            self._sentence,
            self.words(time),
            outlet,
            single=single,
            beside=self.beside(time, 1),
            around=self.beside(time, AROUND),
            before=self.before(time),
            names=self._names,
            stamp=is_stamp(self._article, self._sentence, time.span),
            run=self.run(time),
            numbers=self._numbers,
        )

    def _of(self, start: int, end: int) -> range:
        """The lexemes that begin from `start` to `end`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def words(self, time: Time) -> frozenset[str]:
        """The content words of the sentence, or of the quotation that the time stands in, without times."""
        nearest = bisect_right(self._ranges, (time.span.start, self._sentence.end)) - 1
        quoted = nearest >= 0 and time.span.start < self._ranges[nearest][1]
        inside = self._ranges[nearest] if quoted else (self._sentence.start, self._sentence.end)
        if inside not in self._words:
            free = [self._found[place] for place in self._free if inside[0] <= self._starts[place] < inside[1]]
            self._words[inside] = content(free, word_set("figures", "stops"))
        return self._words[inside]

    def beside(self, time: Time, reach: int) -> frozenset[str]:
        """The nearest content words before and after a time, so many on each side, none of them in a time."""
        stop = bisect_left(self._telling, bisect_right(self._ends, time.span.start))
        after = bisect_left(self._telling, bisect_left(self._starts, time.span.end))
        places = (*self._telling[max(0, stop - reach) : stop], *self._telling[after : after + reach])
        return content([self._found[place] for place in places], word_set("figures", "stops"))

    def run(self, time: Time) -> tuple[str, ...]:
        """The words right before a time, if there are so many; signs and other times count as words."""
        place = bisect_right(self._ends, time.span.start)
        return tuple(part.low for part in self._found[place - RUN : place]) if place >= RUN else ()

    def before(self, time: Time) -> str:
        """The word just before a time."""
        place = bisect_right(self._ends, time.span.start)
        return self._found[place - 1].low if place else ""

    def reports(self, time: Time) -> bool:
        """Whether the date stands beside a word for a report."""
        place, after = bisect_right(self._ends, time.span.start), bisect_left(self._starts, time.span.end)
        follows = after < len(self._found) and self._found[after].low in REPORT
        return follows or any(part.low in CITES for part in self._found[max(0, place - NEAR) : place])


class _Outlets:
    """The outlets that the sentences of a report name, read as far as they are asked for."""

    def __init__(self, told: Sequence[Span]) -> None:
        self._told, self._known = told, list[frozenset[str]]()

    def before(self, number: int) -> frozenset[str]:
        """The outlet that this sentence names, or the last one that a sentence before it does."""
        for sentence in self._told[len(self._known) : number + 1]:
            self._known.append(_outlet(sentence) or (self._known[-1] if self._known else frozenset()))
        return self._known[number]


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
def outlet_words() -> frozenset[str]:
    """Words that names of outlets end with."""
    found = table("attributes")["outlets"]
    return frozenset(found["endings"]) if isinstance(found, dict) else frozenset()
