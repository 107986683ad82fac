"""Reads the figures of a passage from left to right."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from twosource.text.figures.amounts import Amount, amount
from twosource.text.figures.bounded import Reading, bound_after, bounded
from twosource.text.figures.names import is_code, is_named
from twosource.text.figures.nouns import collective, counted
from twosource.text.figures.shares import share
from twosource.text.figures.special import age, row, signed, single, streak
from twosource.text.figures.tables import FigureTables
from twosource.text.figures.units import singular
from twosource.text.lexemes import Lexeme, phrase_before

COUNTS = 20
MORE = frozenset(("further", "another", "additional", "extra"))
ARTICLES = frozenset(("the", "these", "those", "both", "first", "last", "next", "past", "other"))


@dataclass(frozen=True, slots=True)
class Carried:
    """What a number without a noun may count."""

    last: str
    known: Mapping[Decimal, str]

    def unit(self, value: Decimal | None) -> str:
        """The unit; "" where there is none, or the number is too small to be plain."""
        if value is None or value < COUNTS:
            return self.last if value is None else ""
        return self.last or self.known.get(value, "")


def readings(
    found: Sequence[Lexeme], tables: FigureTables, taken: Collection[int], known: Mapping[Decimal, str]
) -> Iterator[Reading]:
    """The figures of a passage, in order; lexemes whose indices are `taken` (dates) are passed over.

    A number without a noun counts what the one before it in the passage counts, or what the same number counted in
    an earlier passage (`known`: unit by value).
    """
    opens, free, carried = tables.opens, 0, ""
    for place in [place for place, part in enumerate(found) if part.kind == "number" or part.low in opens]:
        if place < free or place in taken:
            continue
        given = _at(found, place, tables, Carried(carried, known))
        if given is not None:
            carried = given.amount.unit if given.amount.kind == "bare" else carried
            yield given
            free = max(given.amount.stop, place + 1)


def _at(found: Sequence[Lexeme], place: int, tables: FigureTables, carried: Carried) -> Reading | None:
    if part := share(found, place, tables):
        return bounded(found, part, part.stop, tables, plain="about")
    if counted_row := streak(found, place, tables):
        return bounded(found, counted_row, counted_row.stop, tables)
    if none := _none(found, place, tables):
        return none
    given = single(found, place, tables) or amount(found, place, tables)
    if given is None or is_code(found, given, tables):
        return None
    given = signed(found, given)
    if given.kind != "bare":
        return None if _idle(found, given) else bounded(found, given, given.stop, tables)
    return None if is_named(found, given, tables) else _count(found, given, tables, carried)


def _idle(found: Sequence[Lexeme], given: Amount) -> bool:
    """Whether it is "one day" or "one week": mostly a turn of phrase."""
    return given.kind == "time" and given.form == "words" and found[given.first].low == "one"


def _count(found: Sequence[Lexeme], given: Amount, tables: FigureTables, carried: Carried) -> Reading | None:
    one = found[given.first].low == "one"
    before = found[given.start - 1].low if given.start else ""
    if given.form == "words" and before in ARTICLES and given.value is not None and given.value < COUNTS:
        return None
    if years := age(found, given):
        return bounded(found, years, years.stop, tables)
    after = bound_after(found, given.stop, tables)
    stop = after[1] if after else given.stop
    noun = counted(found, stop, tables, one=one or given.value == 1)
    if noun and not (one and found[stop].low == "of"):
        return bounded(found, replace(given, unit=noun[0]), noun[1], tables)
    if one or _is_joined(found, given.stop):
        return None
    unit = collective(found, _before(found, given, tables), tables)
    if not unit and given.form != "vague":
        unit = carried.last if before in MORE else carried.unit(given.value)
    return bounded(found, replace(given, unit=unit), given.stop, tables) if unit else None


def _is_joined(found: Sequence[Lexeme], place: int) -> bool:
    """Whether a word hangs on the number by a hyphen, so that it counts nothing else: "a 20-something"."""
    ahead = found[place : place + 2]
    return len(ahead) > 1 and ahead[0].text == "-" and all(part.glued for part in ahead) and ahead[1].kind == "word"


def _before(found: Sequence[Lexeme], given: Amount, tables: FigureTables) -> int:
    return given.start - phrase_before(found, given.start, tables.bounds_before)


def _none(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Reading | None:
    if found[place].low != "none" or place + 1 >= len(found) or found[place + 1].low != "of":
        return None
    for at in range(place + 2, min(place + 8, len(found))):
        noun = singular(found[at].low, tables)
        if found[at].kind == "word" and (noun != found[at].low or noun in tables.nouns) and len(noun) > 1:
            unit = tables.nouns.get(noun, noun)
            zero = replace(row(place, place + 1, Decimal(0), unit), kind="bare")
            return Reading(amount=zero, start=place, stop=at + 1, bound="exact")
    return None
