"""Times that start from the one spoken of: "that year", "the same day", "the year before"."""

from collections.abc import Sequence

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at

UNITS = frozenset(("day", "week", "weekend", "month", "quarter", "year", "decade", "century"))
BACK = frozenset(("before", "earlier", "prior", "previous"))
ON = frozenset(("after", "later", "following"))


def same(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The expression that starts at this lexeme; None if none does."""
    return _that(found, place, tables) or _next_to(found, place)


def _that(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "that day", "that same year", "the same month", "that night", "the same summer"."""
    first, at = low_at(found, place), place + 1
    if first not in ("that", "the") or low_at(found, place - 1) == "so":
        return None
    again = low_at(found, at) == "same"
    at += again
    noun, after = low_at(found, at), found[at + 1] if at + 1 < len(found) else None
    if (first == "the" and not again) or (after is not None and after.text in ("-", "’", "'") and after.glued):
        return None
    if noun in UNITS:
        return Match(start=place, stop=at + 1, type="DATE", value=None, reading=f"same {noun}")
    if part := tables.parts.get(noun, ""):
        return Match(start=place, stop=at + 1, type="TIME", value=None, reading=f"same day,{part}")
    if season := tables.seasons.get(noun, ""):
        return Match(start=place, stop=at + 1, type="DATE", value=None, reading=f"season {season} same")
    return None


def _next_to(found: Sequence[Lexeme], place: int) -> Match | None:
    """Reads "the day before" and "the year after" where no event follows that they start from."""
    noun, side = low_at(found, place + 1), low_at(found, place + 2)
    if low_at(found, place) != "the" or noun not in UNITS or side not in BACK | ON:
        return None
    after = found[place + 3] if place + 3 < len(found) else None
    if side in ("before", "after", "following") and after is not None and after.kind != "sign":
        return None
    rule = "previous" if side in BACK else "following"
    return Match(start=place, stop=place + 3, type="DATE", value=None, reading=f"{rule} {noun}")
