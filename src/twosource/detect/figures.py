"""Figures: numbers with what they count, how they are meant, and for when."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from twosource.lexicon import mapping, words
from twosource.text.figures.bounded import Reading
from twosource.text.figures.context import measure_of, period_of, subject_of
from twosource.text.figures.reader import readings
from twosource.text.figures.tables import FigureTables, figure_tables
from twosource.text.lexemes import Lexeme, lexemes
from twosource.types.article import Article, BlockKind
from twosource.types.figure import Bound, Figure, TimeExpression
from twosource.types.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

MEASURED = frozenset(("shift", "from"))
SEARCHED: tuple[BlockKind, ...] = ("headline", "subhead", "body", "caption", "disclosure")


def figures(article: Article, times: Sequence[TimeExpression]) -> Iterator[Figure]:
    """Finds the numbers of a report that count or measure something.

    Two reports of one event differ first in their numbers, so each is read exactly (as decimals, never rounded) with
    its unit, with the words that bound it ("about", "more than", "10,000 or less"), with what it counts, whose it is
    and for when, where these stand plainly beside it. Number words, scales, ranges, shares in words ("a quarter of",
    "one in four"), rows ("eleventh straight quarter") and elided nouns ("135,000 vehicles in 2024 and more than
    411,000 in 2025") are read as well. A share in words is about that many percent.

    It passes over, on purpose: dates and years (they are times), numbers in names and codes ("F-150", "Section 232",
    "No. 2"), "one" in all but ratios and counted people or things, superlatives, bare numbers whose noun the report
    does not give nearby, digits whose separators fit no number, and whatever stands in adverts, page furniture and
    legal notices. "$" without a country is the US dollar.
    """
    dated = [time.span for time in times if time.type != "DURATION" and time.reading.split()[0] not in MEASURED]
    known: dict[Decimal, str] = {}
    for block in article.passages(*SEARCHED):
        found = lexemes(article.text[block.start : block.end], block.start)
        taken = _taken(found, [span for span in dated if block.start <= span.start < block.end])
        for reading in readings(found, tables(), taken, known):
            if reading.amount.kind == "bare" and reading.amount.value is not None:
                known.setdefault(reading.amount.value, reading.amount.unit)
            yield _figure(article, found, reading, dated)


def _taken(found: Sequence[Lexeme], spans: Sequence[Span]) -> frozenset[int]:
    if not spans:
        return frozenset()
    inside = {place for span in spans for place in range(span.start, span.end)}
    return frozenset(index for index, part in enumerate(found) if part.start in inside)


def _figure(article: Article, found: Sequence[Lexeme], reading: Reading, dated: Sequence[Span]) -> Figure:
    amount = reading.amount
    value, bound = amount.value, cast("Bound", reading.bound)
    low = amount.low if value is None else value if bound in ("more_than", "at_least") else None
    high = amount.high if value is None else value if bound in ("less_than", "at_most") else None
    subject = subject_of(found, reading, tables())
    period = period_of(found, reading, dated)
    return Figure(
        span=article.span(found[reading.start].start, found[reading.stop - 1].end),
        number=article.span(found[amount.first].start, found[amount.last - 1].end),
        value=value,
        low=low,
        high=high,
        unit=amount.unit,
        bound=bound,
        measure=measure_of(found, reading, tables()),
        subject=article.span(*subject) if subject else None,
        period=period,
    )


@cache
def tables() -> FigureTables:
    """The word tables for English."""
    return figure_tables(mapping, words)
