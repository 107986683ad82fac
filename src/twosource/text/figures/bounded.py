"""The words that bound a number: "about", "more than", "or less", "+"."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.text.figures.amounts import Amount
from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme, phrase_at, phrase_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A figure as lexemes: the amount, and `start` to `stop` with the words for its bound and its noun."""

    amount: Amount
    start: int
    stop: int
    bound: str


def bounded(
    found: Sequence[Lexeme],
    given: Amount,
    stop: int,
    tables: FigureTables,
    *,
    plain: str = "exact",
) -> Reading:
    """Adds the words for the bound: those before the number, else those after it."""
    bound, start, end = plain, given.start, max(stop, given.stop)
    if length := phrase_before(found, given.start, tables.bounds_before):
        start = given.start - length
        bound = tables.bounds_before[" ".join(part.low for part in found[start : given.start])]
    told, after = bound_after(found, given.stop, tables) or bound_after(found, end, tables) or (bound, end)
    bound, end = told, max(end, after)
    if given.form == "vague":
        bound = "vague"
    return Reading(amount=given, start=start, stop=end, bound=bound)


def bound_after(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int] | None:
    """The bound that words after a number or its noun give, and where they end: "+", "or less", "-odd"."""
    if place < len(found) and found[place].text == "+":
        return "at_least", place + 1
    place += place < len(found) and found[place].text == "-"
    length = phrase_at(found, place, tables.bounds_after)
    words = " ".join(part.low for part in found[place : place + length])
    after = found[place + length].low if place + length < len(found) else ""
    # "eight soldiers and more than 100 others": the words bound what follows
    return (tables.bounds_after[words], place + length) if length and after != "than" else None
