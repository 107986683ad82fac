"""Lengths of time, and times measured off by them: "six months", "18 months ago", "a day later", "every week"."""

from collections.abc import Sequence
from decimal import Decimal

from twosource.text.dates.numeric import YEAR
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.figures.numerals import Numeral, numeral
from twosource.text.lexemes import Lexeme, low_at

LATER = frozenset(("later", "afterwards"))
EARLIER = frozenset(("earlier", "before", "previously", "prior"))
BARE = frozenset(("for", "in", "within", "after", "over", "of", "than", "took", "nearly", "almost", "about", "roughly"))
LASTING = frozenset(("for", "in", "within", "over", "after", "took", "last", "lasted", "spent", "spend"))
ABBREVIATED = {
    "hr": "TH", "hrs": "TH", "h": "TH", "min": "TM", "mins": "TM", "sec": "TS", "secs": "TS", "yr": "Y", "yrs": "Y",
    "wk": "W", "wks": "W",
}  # fmt: skip
_LEADS = ("the", "past", "last", "next", "coming", "first", "final", "previous", "following", "preceding")


def length(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The length, or the time measured off by one, that starts at this lexeme."""
    parsed = _amount(found, place, tables)
    if parsed is None:
        return None
    count, unit, stop = parsed
    if "old" in (low_at(found, stop), low_at(found, stop + 1)) and low_at(found, stop) in ("-", "old"):
        return None
    if measured := _measured(found, place, stop, count, unit):
        return measured
    return Match(start=place, stop=stop, type="DURATION", value=iso_length(count, unit), reading="length")


def _amount(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[Decimal | None, str, int] | None:
    """How many (None: not said), which unit, and where it ends."""
    low = found[place].low
    before = low_at(found, place - 1)
    if (
        low in ("a", "an")
        and (unit := tables.unit(low_at(found, place + 1)))
        and not low_at(found, place + 1).endswith("s")
    ):
        goes_on = low_at(found, place + 2) in LATER | EARLIER or low_at(found, place + 2) == "ago"
        doubtful = low_at(found, place + 2) == "of" or low_at(found, place + 1) in ("second", "quarter")
        plain = before in BARE and not doubtful
        return (Decimal(1), unit, place + 2) if plain or goes_on else None
    if single := _single(found, place, tables):
        return single
    if low.endswith("s") and (unit := tables.unit(low)):
        goes_on = low_at(found, place + 1) in LATER | EARLIER | {"ago", "after"} or _is_long(found, place + 1)
        return (None, unit, place + 1 + 2 * _is_long(found, place + 1)) if before in LASTING or goes_on else None
    if low == "the" and before in ("over", "through") and (unit := tables.unit(low_at(found, place + 1))):
        return (None, unit, place + 2) if low_at(found, place + 1).endswith("s") else None
    at = place
    while at - place < 2 and low_at(found, at) in _LEADS:  # noqa: PLR2004 -- "the last"
        at += 1
    counted = _counted(found, at, tables)
    hyphened = counted is not None and at > place and low_at(found, counted[2] - 2) == "-"
    return None if hyphened and low == "the" and at - place == 1 else counted


def _single(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[Decimal, str, int] | None:
    """Reads "year-long", "all day", "half an hour"."""
    low, after = found[place].low, low_at(found, place + 1)
    if (unit := tables.unit(low)) and _is_long(found, place + 1) and not low.endswith("s"):
        return Decimal(1), unit, place + 3
    if low == "all" and (unit := tables.unit(after)) and not after.endswith("s") and low_at(found, place + 2) != "-":
        return Decimal(1), unit, place + 2
    if low == "half" and after in ("a", "an") and (unit := tables.unit(low_at(found, place + 2))):
        return Decimal("0.5"), unit, place + 3
    return None


def _is_long(found: Sequence[Lexeme], place: int) -> bool:
    return [part.low for part in found[place : place + 2]] == ["-", "long"]


def _counted(found: Sequence[Lexeme], place: int, tables: TimeTables) -> tuple[Decimal | None, str, int] | None:
    if place >= len(found):
        return None
    few = found[place].low in ("few", "several", "couple", "many")
    number = None if few else numeral(found, place, tables.numbers)
    if not few and number is None:
        return None
    stop = number.stop if number else place + 1
    while low_at(found, stop) in ("of", "straight", "consecutive", "successive", "more", "full", "long", "-"):
        stop += 1
    short = ABBREVIATED.get(low_at(found, stop), "") if number and not _is_inside(found, place) else ""
    unit = tables.unit(low_at(found, stop)) or (short if _has_digits(number) else "")
    if (
        number
        and number.form == "digits"
        and YEAR.fullmatch(found[place].text)
        and not low_at(found, stop).endswith("s")
    ):
        return None  # "World Cup 2018 day five"
    if unit == "TS" and low_at(found, stop) == "second" and low_at(found, stop - 1) != "-":
        return None  # "a second wave", "the twenty second"
    share = number and unit == "3M" and (low_at(found, stop + 1) == "of" or _is_fraction(found, stop, number))
    if not unit or share or (found[place].low == "one" and unit == "D"):
        return None
    return (number.value if number else None), unit, stop + 1


def _is_inside(found: Sequence[Lexeme], place: int) -> bool:
    """Whether the number goes on a word or a link: "co/Z252H"."""
    return found[place].glued and place > 0 and found[place - 1].text not in "(“\"‘'"


def _has_digits(number: Numeral | None) -> bool:
    return number is not None and number.form == "digits"


def _is_fraction(found: Sequence[Lexeme], place: int, number: Numeral) -> bool:
    """Whether "quarter" says how large a share: "three quarters", "one quarter"; not "two quarters", "3 quarters"."""
    single = not found[place].low.endswith("s")
    return number.form == "words" and (single or number.value == 3)  # noqa: PLR2004 -- of four


def _measured(found: Sequence[Lexeme], start: int, stop: int, count: Decimal | None, unit: str) -> Match | None:
    """Reads on with "ago", "later", "earlier": a time, if the count is known."""
    word = low_at(found, stop)
    if word in ("before", "prior") and stop + 1 < len(found) and found[stop + 1].kind == "word":
        return None
    sign = -1 if word in EARLIER or word == "ago" else 1
    if word not in LATER | EARLIER | {"ago"}:
        return None
    if count is None or count != count.to_integral_value() or abs(count) > 10_000:  # noqa: PLR2004 -- beyond any calendar
        back = word == "ago"
        value = "PAST_REF" if back else iso_length(count, unit)
        return Match(
            start=start,
            stop=stop + 1,
            type="DATE" if back else "DURATION",
            value=value,
            reading="vague" if back else "length",
        )
    rule = "shift" if word == "ago" else "from"
    times, name = _steps(int(count), unit)
    return Match(start=start, stop=stop + 1, type="DATE", value=None, reading=f"{rule} {sign * times} {name}")


def _steps(count: int, unit: str) -> tuple[int, str]:
    names = {
        "D": (1, "day"),
        "W": (1, "week"),
        "2W": (2, "week"),
        "WE": (1, "week"),
        "M": (1, "month"),
        "3M": (3, "month"),
        "Y": (1, "year"),
        "10Y": (10, "year"),
        "100Y": (100, "year"),
        "TH": (1, "hour"),
        "TM": (1, "minute"),
        "TS": (1, "second"),
    }
    factor, name = names[unit]
    return count * factor, name


def iso_length(count: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None of them is a number that is not said (PXM)."""
    letter = unit.lstrip("T0123456789")
    factor = unit.lstrip("T").removesuffix(letter)
    marker = "PT" if unit.startswith("T") else "P"
    if count is None:
        plain = {"3M": "Q", "10Y": "DE", "100Y": "CE"}.get(unit, letter)
        return f"{marker}X{plain}"
    total = count * int(factor or 1)
    return f"{marker}{total.normalize():f}{letter}"
