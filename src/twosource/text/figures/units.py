"""The unit that stands after a number: currency, percent, a measure, a span of time."""

from collections.abc import Sequence
from typing import Literal

from twosource.text.figures.tables import FigureTables
from twosource.text.lexemes import Lexeme, low_at

Kind = Literal["money", "percent", "measure", "time", "bare"]
Unit = tuple[str, Kind, int]
LANDS = frozenset(("us", "canadian", "australian", "american"))
SOLID = frozenset(("square", "cubic"))


def unit_at(found: Sequence[Lexeme], place: int, tables: FigureTables, currency: str) -> Unit:
    """Unit, kind and end of the words for the unit that stands here; ("", "bare", place) if none does."""
    if currency:
        per, stop = _per(found, place + (low_at(found, place) in ("dollars", "euros", "pounds")), tables)
        return currency + per, "money", stop
    if stop := _percent(found, place):
        return "percent", "percent", stop
    skip = place + 1 if low_at(found, place) == "-" and found[place].glued else place
    skip += low_at(found, skip) in LANDS
    named = skip < len(found) and found[skip].kind == "word"
    unit = (
        (_pair(found, skip, tables) or _money(found, skip, tables) or _single(found, skip, tables)) if named else None
    )
    return unit or ("", "bare", place)


def _pair(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Unit | None:
    first, second = found[place].low, low_at(found, place + 1)
    if first in ("percentage", "basis") and second in ("point", "points"):
        return f"{first} point", "percent", place + 2
    solid = tables.measures.get(singular(second, tables)) if first in SOLID else None
    return (f"{first} {solid}", "measure", place + 2) if solid else None


def _money(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Unit | None:
    word = found[place]
    currency = tables.currency_words.get(singular(word.low, tables)) or tables.currency_codes.get(word.text)
    if not currency:
        return None
    per, stop = _per(found, place + 1, tables)
    return currency + per, "money", stop


def _single(found: Sequence[Lexeme], place: int, tables: FigureTables) -> Unit | None:
    one = singular(found[place].low, tables)
    if one in tables.times:
        return tables.times[one], "time", _old(found, place + 1)
    return (tables.measures[one], "measure", place + 1) if one in tables.measures else None


def _old(found: Sequence[Lexeme], place: int) -> int:
    """Where "-old" or " old" ends, of an age."""
    skip = place + 1 if low_at(found, place) == "-" else place
    return skip + 1 if low_at(found, skip) == "old" else place


def _percent(found: Sequence[Lexeme], place: int) -> int:
    skip = place + 1 if low_at(found, place) == "-" else place
    if low_at(found, skip) in ("%", "percent", "pct", "％"):
        return skip + 1
    return skip + 2 if (low_at(found, skip), low_at(found, skip + 1)) == ("per", "cent") else 0


def _per(found: Sequence[Lexeme], place: int, tables: FigureTables) -> tuple[str, int]:
    """The words "per share" and where they end, for "a share", "per share", "/share", "-a-share"."""
    at = place + 1 if low_at(found, place) == "-" else place
    if low_at(found, at) not in ("a", "an", "per", "/", "each"):
        return "", place
    at += 1
    if low_at(found, at) == "-":
        at += 1
    word = tables.per.get(low_at(found, at), "")
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
