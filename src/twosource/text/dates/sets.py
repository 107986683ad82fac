"""Times that recur: "every Sunday", "each month", "every other week", "Friday mornings", "annually"."""

from collections.abc import Sequence
from decimal import Decimal

from twosource.text.dates.lengths import iso_length
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.figures.numerals import numeral
from twosource.text.lexemes import Lexeme, low_at

EACH = frozenset(("every", "each"))
OFTEN = {"annually": "P1Y", "everyday": "P1D"}
AFTER_LENGTHS = frozenset(("ago", "later", "earlier", "before", "after", "old", "of", "previously", "from", "in", "-"))
TIMES = frozenset(("once", "twice", "times"))


def recurring(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The set of times that starts at this lexeme; None if none does."""
    low = found[place].low
    if low in OFTEN and not found[place].is_capital:
        return _set(place, place + 1, OFTEN[low])
    if low in EACH:
        return _each(found, place, tables)
    if low in ("a", "an", "per") and (unit := tables.unit(low_at(found, place + 1))):
        rate = low == "per" or low_at(found, place - 1) in TIMES or _is_rate(found, place, tables)
        return _set(place, place + 2, iso_length(Decimal(1), unit)) if rate else None
    return _plural(found, place, tables)


def _is_rate(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether "a year" says how often: "$1 billion a year", "30 a day", "40 tons a day"; not "two men a year ago"."""
    if not place or low_at(found, place + 2) in AFTER_LENGTHS or low_at(found, place + 1) in ("second", "quarter"):
        return False
    last = found[place - 1]
    if last.kind == "number" or last.low in tables.numbers.scales or last.text in ("%", "percent"):
        return True
    numbers = tables.amounts - {"a", "an", "one"}
    before = found[max(0, place - 3) : place - 1]
    return last.low.endswith("s") and any(part.kind == "number" or part.low in numbers for part in before)


def _each(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    at = place + 1
    other = low_at(found, at) in ("other", "second")
    at += other
    noun = low_at(found, at)
    if number := tables.weekdays.get(noun, ""):
        part = tables.parts.get(low_at(found, at + 1), "")
        return _set(place, at + 1 + bool(part), f"XXXX-WXX-{number}{part}")
    if part := tables.parts.get(noun, ""):
        return _set(place, at + 1, f"XXXX-XX-XX{part}")
    if season := tables.seasons.get(noun, ""):
        return _set(place, at + 1, f"XXXX-{season}")
    if month := tables.month(noun) if at < len(found) and found[at].is_capital else "":
        return _set(place, at + 1, f"XXXX-{month}")
    count = None if other or at >= len(found) else numeral(found, at, tables.numbers)
    at, many = (count.stop, count.value) if count else (at, Decimal(2 if other else 1))
    unit = tables.unit(low_at(found, at))
    return _set(place, at + 1, iso_length(many, unit)) if unit and many else None


def _plural(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "Sundays", "Friday mornings", "weekends"."""
    low, part = found[place].low, low_at(found, place + 1)
    number = tables.weekdays.get(low) or (tables.weekdays.get(low[:-1]) if low.endswith("s") else None)
    if number and len(low) > 5 and found[place].is_capital:  # noqa: PLR2004 -- "Thurs" is no plural
        if part.endswith("s") and part[:-1] in tables.parts:
            return _set(place, place + 2, f"XXXX-WXX-{number}{tables.parts[part[:-1]]}")
        if low not in tables.weekdays and low_at(found, place - 1) in ("on", "and", "or", "to", "through"):
            return _set(place, place + 1, f"XXXX-WXX-{number}")
    if low in ("weekends", "weekdays") and low_at(found, place - 1) in ("on", "at", "and"):
        return _set(place, place + 1, "XXXX-WXX-WE" if low == "weekends" else "P1D")
    return None


def _set(start: int, stop: int, value: str) -> Match:
    return Match(start=start, stop=stop, type="SET", value=value, reading="set")
