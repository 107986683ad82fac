"""Times: words for when, before it is known when the report was written."""

from collections.abc import Iterator
from functools import cache

from twosource.lexicon import mapping, words
from twosource.text.dates.reader import matches
from twosource.text.dates.tables import TimeTables, time_tables
from twosource.text.lexemes import lexemes
from twosource.types.article import Article, BlockKind
from twosource.types.figure import TimeExpression

SEARCHED: tuple[BlockKind, ...] = ("headline", "subhead", "body", "caption", "disclosure")


def times(article: Article) -> Iterator[TimeExpression]:
    """Finds the words in a report that say when, how long or how often, as TIMEX3 (ISO-TimeML) does.

    Most words for a time mean nothing without the day on which they were written ("on Sunday", "next month", "six
    weeks ago"), and reports seldom agree on that day. So they are read in two steps: here the words alone, with the
    rule that resolves them (`reading`); another detector resolves the rule. An explicit date has its value at once.

    What it misses on purpose: times given by an event ("after the vote", "before I got here"), adjectives ("daily"),
    "one day", weekdays and months within names ("Black Friday", "Sunday Times", "April Jones"), "soon" in what is told
    as past. Words that bound a length ("about", "more than") belong to it. A day that no calendar has (31 February) is
    found, without a value; so is a date whose day and month cannot be told apart.
    """
    for block in article.passages(*SEARCHED):
        found = lexemes(article.text[block.start : block.end], block.start)
        for match in matches(found, tables()):
            yield TimeExpression(
                span=article.span(found[match.start].start, found[match.stop - 1].end),
                type=match.type,
                value=match.value,
                reading=match.reading,
            )


@cache
def tables() -> TimeTables:
    """The word tables for English."""
    return time_tables(mapping, words)
