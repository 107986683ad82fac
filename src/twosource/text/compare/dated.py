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
    mine = [time for time in known.values() if time.span.article == article.id and time.type in ("DATE", "TIME")]
    lengths = [time for time in known.values() if time.span.article == article.id]
    before: frozenset[str] = frozenset()
    for sentence in sentences(article, "headline", "subhead", "body"):
        inside = [time for time in mine if sentence.covers(time.span)]
        outlet = _outlet(sentence)
        for time in inside:
            yield Dated(
                time,
                article,
                sentence,
                _words(sentence, time, lengths),
                _reported(sentence, time, outlet or before),
                single=len(inside) == 1,
                beside=_beside(sentence, time, lengths, 1),
                around=_beside(sentence, time, lengths, AROUND),
                before=_before(sentence, time),
                names=_names(sentence),
                stamp=is_stamp(article, sentence, time.span),
            )
        before = outlet or before


def _words(sentence: Span, time: Time, times: Sequence[Time]) -> frozenset[str]:
    """The content words of the sentence, or of the quotation that the time stands in, without times."""
    ranges = [(begin + sentence.start, end + sentence.start) for begin, end in quoted_ranges(sentence.exact)]
    inside = next((part for part in ranges if part[0] <= time.span.start < part[1]), (sentence.start, sentence.end))
    return content([part for part in _free(sentence, times) if inside[0] <= part.start < inside[1]], stops())


def _free(sentence: Span, times: Sequence[Time]) -> list[Lexeme]:
    """The lexemes of a sentence that are in none of its times."""
    taken = [time.span for time in times if sentence.covers(time.span)]
    found = lexemes(sentence.exact, sentence.start)
    return [part for part in found if not any(span.start <= part.start < span.end for span in taken)]


def _beside(sentence: Span, time: Time, times: Sequence[Time], reach: int) -> frozenset[str]:
    found = [part for part in _free(sentence, times) if content((part,), stops())]
    before = [part for part in found if part.end <= time.span.start][-reach:]
    return content([*before, *[part for part in found if part.start >= time.span.end][:reach]], stops())


def _before(sentence: Span, time: Time) -> str:
    found = lexemes(sentence.exact, sentence.start)
    return next((part.low for part in reversed(found) if part.end <= time.span.start), "")


def _names(sentence: Span) -> frozenset[str]:
    """The words with a capital, the first of the sentence left out."""
    return content([part for part in lexemes(sentence.exact)[1:] if part.is_capital], stops())


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
