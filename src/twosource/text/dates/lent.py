"""Days, months and seasons that share the year of the one behind them: "between March and April 2018"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.text.dates.tables import Match
from twosource.text.lexemes import Lexeme
from twosource.text.periods import named

JOINS = frozenset(("-", "–", "—", "to", "and", "or", "until", "till", "through", "&"))
BESIDE = frozenset(("on", "in", "the", "from"))
OPEN = frozenset(("day", "month", "season"))
YEAR = 4


def with_lent_years(found: Sequence[Lexeme], made: Sequence[Match]) -> Iterator[Match]:
    """The times in order; one without a year has that of the time it is joined to, or the one before that year."""
    given = list(made)
    for place in range(len(given) - 2, -1, -1):
        one, two = given[place], given[place + 1]
        if one.reading.partition(" ")[0] in OPEN and _are_joined(found, one, two):
            given[place] = _lent(one, two)
    yield from given


def _are_joined(found: Sequence[Lexeme], one: Match, two: Match) -> bool:
    between = [part.low for part in found[one.stop : two.start]]
    return 0 < len(between) < YEAR and between[0] in JOINS and all(word in BESIDE for word in between[1:])


def _lent(one: Match, two: Match) -> Match:
    rule, comma, extra = one.reading.partition(",")
    words = rule.split()
    later = named(two.value or "") if two.reading.startswith("fixed") and len(two.value or "") > YEAR else None
    if later is None or len(words) != 2:  # noqa: PLR2004 -- rule and name
        return one
    for year in (later.first.year, later.first.year - 1):
        period = named(f"{year:04d}-{words[1]}")
        if period and period.first <= later.first:
            return replace(one, value=period.timex, reading=f"fixed{comma}{extra}")
    return one
