"""A number with its currency or unit, and ranges of such: "$15 to $18 million", "10-12 per cent"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from twosource.text.figures.numerals import EXACT, Numeral, numeral
from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme

DASHES = ("-", "–", "—", "‐", "‑", "−")
Kind = Literal["money", "percent", "measure", "time", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Lexemes `start` to `stop` with a value or an interval; those of the bare number are `first` to `last`.

    `unit` is empty for a bare number.
    """

    start: int
    stop: int
    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    kind: Kind
    form: Literal["digits", "words", "vague"]


def amount(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Amount | None:
    """What starts at this lexeme; None if it is no number."""
    currency, after = currency_at(found, place, tables)
    if after >= len(found):
        return None
    one = numeral(found, after, tables, money=bool(currency))
    if one is None or (currency and one.form == "vague"):
        return None
    two = _range_end(found, place, one, tables, currency)
    last = two or one
    unit, kind, stop = _unit(found, last.stop, tables, currency)
    low, high = _ends(one, two) if two else (None, None)
    return Amount(
        start=place,
        stop=stop,
        first=after,
        last=last.stop,
        value=None if two else one.value,
        low=low,
        high=high,
        unit=unit,
        kind=kind,
        form=one.form,
    )


def currency_at(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int]:
    """The currency whose sign stands here, and where its number starts; ("", place) if none does."""
    first = found[place]
    if first.text in tables.currency_signs:
        return tables.currency_signs[first.text], place + 1
    following = found[place + 1] if place + 1 < len(found) else None
    if following and following.text == "$" and following.glued and first.low in tables.currency_prefixes:
        return tables.currency_prefixes[first.low], place + 2
    if following and first.text in tables.currency_codes and _is_number(found, place + 1):
        return tables.currency_codes[first.text], place + 1
    if following and following.text == "." and first.text in tables.currency_codes and _is_number(found, place + 2):
        return tables.currency_codes[first.text], place + 2
    return "", place


def _is_number(found: Sequence[Lexeme], place: int) -> bool:
    return place < len(found) and found[place].kind == "number"


def _range_end(
    found: Sequence[Lexeme], start: int, one: Numeral, tables: FigureTables, currency: str
) -> Numeral | None:
    """The upper end, if a range starts with this number; it must exceed the lower one."""
    before = found[start - 1].low if start else ""
    joint = found[one.stop] if one.stop < len(found) else None
    moved = before in tables.changes and before not in ("of", "at", "to")
    if joint is None or one.value is None or before in ("from", "by", "up", "down") or (moved and joint.low == "to"):
        return None
    if not (joint.low == "to" or joint.text in DASHES or (joint.low in ("and", "or") and before == "between")):
        return None
    place = one.stop + 1
    if place >= len(found):
        return None
    again, place = currency_at(found, place, tables)
    if place >= len(found) or (again and again != currency):
        return None
    two = numeral(found, place, tables, money=bool(currency))
    if two is None or two.value is None or two.form != one.form or not two.bare:
        return None
    low, high = _ends(one, two)
    plain_dash = joint.text in DASHES and not (currency or _unit(found, two.stop, tables, "")[0])
    return two if low < high and not plain_dash else None


def _ends(one: Numeral, two: Numeral) -> tuple[Decimal, Decimal]:
    low, high = one.value or Decimal(0), two.value or Decimal(0)
    if one.bare == one.value and two.bare and two.bare != high and low < two.bare:
        return EXACT.divide(EXACT.multiply(low, high), two.bare), high
    return low, high


def _unit(found: Sequence[Lexeme], place: int, tables: FigureTables, currency: str) -> tuple[str, Kind, int]:
    """Unit, kind and end of the words for the unit that stands at this place."""
    if currency:
        if _low(found, place) in ("dollars", "euros", "pounds"):
            place += 1
        per, stop = _per(found, place, tables)
        return currency + per, "money", stop
    if stop := _percent(found, place):
        return "percent", "percent", stop
    skip = place + 1 if _low(found, place) == "-" and found[place].glued else place
    if _low(found, skip) in ("us", "canadian", "australian", "american"):
        skip += 1
    word = found[skip] if skip < len(found) else None
    if word is None or word.kind != "word":
        return "", "bare", place
    if word.low in ("percentage", "basis") and _low(found, skip + 1) in ("point", "points"):
        return f"{word.low} point", "percent", skip + 2
    if word.low in ("square", "cubic") and (solid := tables.measures.get(singular(_low(found, skip + 1), tables))):
        return f"{word.low} {solid}", "measure", skip + 2
    one = singular(word.low, tables)
    if one in tables.currency_words or word.text in tables.currency_codes:
        per, stop = _per(found, skip + 1, tables)
        return tables.currency_words.get(one) or tables.currency_codes[word.text], "money", stop
    if one in tables.times:
        return tables.times[one], "time", _old(found, skip + 1)
    if one in tables.measures:
        return tables.measures[one], "measure", skip + 1
    return "", "bare", place


def _old(found: Sequence[Lexeme], place: int) -> int:
    """Where "-old" or " old" ends, of an age."""
    skip = place + 1 if _low(found, place) == "-" else place
    return skip + 1 if _low(found, skip) == "old" else place


def _percent(found: Sequence[Lexeme], place: int) -> int:
    skip = place + 1 if _low(found, place) == "-" else place
    if _low(found, skip) in ("%", "percent", "pct", "％"):
        return skip + 1
    return skip + 2 if (_low(found, skip), _low(found, skip + 1)) == ("per", "cent") else 0


def _per(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int]:
    """ " per share" and where it ends, for "a share", "per share", "/share", "-a-share"."""
    at = place + 1 if _low(found, place) == "-" else place
    if _low(found, at) not in ("a", "an", "per", "/", "each"):
        return "", place
    at += 1
    if _low(found, at) == "-":
        at += 1
    word = tables.per.get(_low(found, at), "")
    return (f" per {word}", at + 1) if word else ("", place)


def singular(word: str, tables: FigureTables) -> str:
    """A noun without its plural ending; the word itself where it has none that is known."""
    if word in tables.plurals:
        return tables.plurals[word]
    if word.endswith("men") and len(word) > 5:  # noqa: PLR2004 -- "gunmen", not "omen"
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):  # noqa: PLR2004 -- "gas" stays
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zes")) else word[:-1]


def _low(found: Sequence[Lexeme], place: int) -> str:
    return found[place].low if 0 <= place < len(found) else ""
