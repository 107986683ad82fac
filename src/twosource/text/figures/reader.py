"""Reads the figures of a passage from left to right."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from twosource.text.figures.amounts import Amount, amount
from twosource.text.figures.names import is_code, is_named
from twosource.text.figures.nouns import collective, counted
from twosource.text.figures.shares import share
from twosource.text.figures.tables import FigureTables
from twosource.text.figures.units import singular
from twosource.text.lexemes import Lexeme, phrase_at, phrase_before

STREAK = frozenset(("straight", "consecutive", "successive"))
OLDEST = 115
COUNTS = 20
ARTICLES = frozenset(("the", "these", "those", "both", "first", "last", "next", "past", "other"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A figure as lexemes: the amount, and `start` to `stop` with the words for its bound and its noun."""

    amount: Amount
    start: int
    stop: int
    bound: str


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
    opens = tables.opens
    place, carried = 0, ""
    while place < len(found):
        here = found[place]
        passed = place in taken or not (here.kind == "number" or here.low in opens)
        given = None if passed else _at(found, place, tables, Carried(carried, known))
        if given is None:
            place += 1
            continue
        carried = given.amount.unit if given.amount.kind == "bare" else carried
        yield given
        place = max(given.amount.stop, place + 1)


def _at(found: Sequence[Lexeme], place: int, tables: FigureTables, carried: Carried) -> Reading | None:
    if part := share(found, place, tables):
        return _bounded(found, part, part.stop, tables, plain="about")
    if streak := _streak(found, place, tables):
        return _bounded(found, streak, streak.stop, tables)
    if none := _none(found, place, tables):
        return none
    given = _single(found, place, tables) or amount(found, place, tables)
    if given is None or is_code(found, given, tables):
        return None
    given = _signed(found, given)
    if given.kind != "bare":
        return None if _idle(found, given) else _bounded(found, given, given.stop, tables)
    return None if is_named(found, given, tables) else _count(found, given, tables, carried)


def _single(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """Reads "more than a year": an article counts as one only after words for a bound."""
    if found[place].low not in ("a", "an") or place + 1 >= len(found) or found[place + 1].low not in tables.times:
        return None
    bound = phrase_before(found, place, tables.bounds_before)
    if not bound or found[place - 1].low in ("around", "about", "under", "above", "below", "some"):
        return None
    return replace(_row(place, place + 2, Decimal(1), tables.times[found[place + 1].low]), kind="time")


def _signed(found: Sequence[Lexeme], given: Amount) -> Amount:
    """Takes in a minus before the number: a sign glued to it after a blank, or the word."""
    if not given.start or given.value is None:
        return given
    sign = found[given.start - 1]
    glued = sign.text in ("-", "−") and found[given.start].glued and not sign.glued
    if not glued and sign.low != "minus":
        return given
    return replace(given, value=-given.value, start=given.start - 1)


def _idle(found: Sequence[Lexeme], given: Amount) -> bool:
    """Whether it is "one day" or "one week": mostly a turn of phrase."""
    return given.kind == "time" and given.form == "words" and found[given.first].low == "one"


def _count(found: Sequence[Lexeme], given: Amount, tables: FigureTables, carried: Carried) -> Reading | None:
    one = found[given.first].low == "one"
    before = found[given.start - 1].low if given.start else ""
    if given.form == "words" and before in ARTICLES and given.value is not None and given.value < COUNTS:
        return None
    if age := _age(found, given):
        return _bounded(found, age, age.stop, tables)
    after = _bound_after(found, given.stop, tables)
    stop = after[1] if after else given.stop
    noun = counted(found, stop, tables, one=one or given.value == 1)
    if noun and not (one and found[stop].low == "of"):
        return _bounded(found, replace(given, unit=noun[0]), noun[1], tables)
    if one:
        return None
    unit = collective(found, _before(found, given, tables), tables)
    if not unit and given.form != "vague":
        unit = carried.unit(given.value)
    return _bounded(found, replace(given, unit=unit), given.stop, tables) if unit else None


def _before(found: Sequence[Lexeme], given: Amount, tables: FigureTables) -> int:
    return given.start - phrase_before(found, given.start, tables.bounds_before)


def _bounded(
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
    told, after = _bound_after(found, given.stop, tables) or _bound_after(found, end, tables) or (bound, end)
    bound, end = told, max(end, after)
    if given.form == "vague":
        bound = "vague"
    return Reading(amount=given, start=start, stop=end, bound=bound)


def _bound_after(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int] | None:
    """The bound that words after a number or its noun give, and where they end: "+", "or less", "-odd"."""
    if place < len(found) and found[place].text == "+":
        return "at_least", place + 1
    place += place < len(found) and found[place].text == "-"
    length = phrase_at(found, place, tables.bounds_after)
    words = " ".join(part.low for part in found[place : place + length])
    return (tables.bounds_after[words], place + length) if length else None


def _streak(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """Reads "eleventh straight quarter", "an 11th quarter": the ordinal carries the length of a row."""
    value, after = _ordinal(found, place, tables)
    if value is None or after >= len(found):
        return None
    if found[after].low in STREAK and after + 1 < len(found):
        noun = singular(found[after + 1].low, tables)
        return _row(place, after + 2, value, tables.times.get(noun, noun))
    single = place and found[place - 1].low in ("a", "an") and found[after].low == "quarter"
    return _row(place, after + 1, value, "quarter") if single and value > 4 else None  # noqa: PLR2004 -- of a year


def _row(start: int, stop: int, value: Decimal, unit: str) -> Amount:
    return Amount(
        start=start,
        stop=stop,
        first=start,
        last=start + 1,
        value=value,
        low=None,
        high=None,
        unit=unit,
        kind="measure",
        form="words",
    )


def _ordinal(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[Decimal | None, int]:
    word, after = found[place], found[place + 1] if place + 1 < len(found) else None
    if word.text.isdigit() and after and after.glued and after.low in ("st", "nd", "rd", "th"):
        return Decimal(word.text), place + 2
    return tables.ordinals.get(word.low), place + 1


def _none(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Reading | None:
    if found[place].low != "none" or place + 1 >= len(found) or found[place + 1].low != "of":
        return None
    for at in range(place + 2, min(place + 8, len(found))):
        noun = singular(found[at].low, tables)
        if found[at].kind == "word" and (noun != found[at].low or noun in tables.nouns) and len(noun) > 1:
            unit = tables.nouns.get(noun, noun)
            zero = replace(_row(place, place + 1, Decimal(0), unit), kind="bare")
            return Reading(amount=zero, start=place, stop=at + 1, bound="exact")
    return None


def _age(found: Sequence[Lexeme], given: Amount) -> Amount | None:
    """Reads "Jane Roe, 53, …": a bare number between commas after a name."""
    digits_only = found[given.first].text.isdigit() and given.last - given.first == 1
    if not digits_only or given.start < 2 or given.value is None or not 0 < given.value <= OLDEST:  # noqa: PLR2004 -- a name and a comma before
        return None
    after = found[given.stop].text if given.stop < len(found) else "."
    if found[given.start - 1].low == "aged" or [part.low for part in found[given.start - 2 : given.start]] == [
        "age",
        "of",
    ]:
        return replace(given, unit="year", kind="time")
    named = found[given.start - 1].text == "," and found[given.start - 2].is_capital
    return replace(given, unit="year", kind="time") if named and after in ",.)" else None
