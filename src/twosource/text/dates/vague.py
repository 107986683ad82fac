"""Times that say little by themselves: "recently", "soon", "earlier in the day", "the weekend", "in the winter"."""

from collections.abc import Sequence

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, low_at, phrase_at

PAST = ("the", "past")
REACH = 4
PERIODS = (["the", "week"], ["the", "month"], ["the", "year"])
SEASONAL = frozenset(("in", "during", "over", "by", "since", "until", "through", "throughout", "this", "that"))


def vague(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """The expression that starts at this lexeme; None if none does."""
    length = phrase_at(found, place, tables.vague, longest=5) if found[place].low in tables.vague_starts else 0
    if not length:
        return spoken_of(found, place) or _season(found, place, tables)
    if found[place].low in ("previously", "soon") and not _looks_ahead(found, place):
        return None
    if found[place].low == "soon" and not _is_to_come(found, place, tables):
        return None
    if length == len(PAST) and low_at(found, place + 1) == PAST[1] and not _ends(found, place + length, tables):
        return None
    value = tables.vague[" ".join(part.low for part in found[place : place + length])]
    return Match(start=place, stop=place + length, type="DATE", value=value, reading="vague")


def _is_to_come(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether a word beside "soon" looks ahead, or none looks back: not "it soon became", "Soon it had closed"."""
    beside = {part.low for part in found[max(0, place - REACH) : place + REACH + 1]}
    return bool(beside & tables.ahead) or not beside & tables.behind


def _looks_ahead(found: Sequence[Lexeme], place: int) -> bool:
    """Not "soon after", "as soon as", "soon escaped", "previously scheduled"."""
    before, after = low_at(found, place - 1), low_at(found, place + 1)
    return before != "as" and after not in ("as", "after", "afterwards") and not after.endswith("ed")


def _season(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "in winter", "over the summer", where no noun follows that it belongs to; "fall" only with its article."""
    at = place + (found[place].low == "the")
    letters = tables.seasons.get(low_at(found, at), "")
    joined = low_at(found, place - 1) in ("and", "or") and low_at(found, place - 2) in tables.seasons
    placed = joined or low_at(found, place - 1) in SEASONAL
    if not letters or not placed or (low_at(found, at) == "fall" and at == place):
        return None
    if not _ends(found, at + 1, tables):
        return None
    return Match(start=place, stop=at + 1, type="DATE", value=None, reading=f"season {letters}")


def season_of(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "the spring of next year", "summer of last year"."""
    at = place + (found[place].low == "the")
    letters = tables.seasons.get(low_at(found, at), "")
    words = [part.low for part in found[at + 1 : at + 4]]
    if not letters or words[:1] != ["of"] or words[2:] != ["year"] or words[1] not in ("this", "last", "next"):
        return None
    steps = {"this": 0, "last": -1, "next": 1}[words[1]]
    return Match(start=place, stop=at + 4, type="DATE", value=None, reading=f"year {steps} {letters}")


def _ends(found: Sequence[Lexeme], place: int, tables: TimeTables) -> bool:
    """Whether no noun or number follows, to which the words would belong: not "the past president", "winter coat"."""
    after = found[place] if place < len(found) else None
    return after is None or after.kind == "sign" or after.low in tables.prepositions | tables.numbers.stops


def _end_of(found: Sequence[Lexeme], place: int) -> int:
    """Where "’s end", "-end" or " end" ends, with no noun behind it; 0 if none stands here."""
    words = [part.low for part in found[place : place + 3]]
    stop = place + (3 if words in (["'", "s", "end"], ["’", "s", "end"]) else 2 if words[:2] == ["-", "end"] else 1)
    if words[:1] != ["end"] and stop == place + 1:
        return 0
    after = found[stop] if stop < len(found) else None
    return stop if after is None or (after.kind == "sign" and after.text != "-") else 0


def spoken_of(found: Sequence[Lexeme], place: int) -> Match | None:
    """Reads "earlier in the day", "over the weekend", "the week"."""
    words = [part.low for part in found[place : place + 4]]
    if words[:2] == ["the", "weekend"] and not (len(words) > 2 and found[place + 2].is_capital):  # noqa: PLR2004 -- a name
        return Match(start=place, stop=place + 2, type="DATE", value=None, reading="last weekend")
    if (
        words[:3] in (["in", "the", "day"], ["in", "the", "week"], ["in", "the", "month"], ["in", "the", "year"])
        and place
    ):
        side = {"earlier": "BEFORE", "later": "AFTER"}.get(found[place - 1].low)
        if side:
            rule = "from 0 day" if words[2] == "day" else f"the {words[2]}"
            return Match(start=place - 1, stop=place + 3, type="DATE", value=None, reading=f"{rule},{side}")
    if words[:1] in (["year"], ["month"], ["week"]) and (ends := _end_of(found, place + 1)):
        return Match(start=place, stop=ends, type="DATE", value=None, reading=f"the {words[0]},LAST")
    if words[:1] in (["year"], ["month"]) and [low_at(found, place - 2), low_at(found, place - 1)] == ["end", "of"]:
        return Match(start=place, stop=place + 1, type="DATE", value=None, reading=f"the {words[0]}")
    named = len(words) > 1 and found[place + 1].is_capital  # "Man of the Year"
    if words[:2] in PERIODS and not named and low_at(found, place - 1) == "of":
        return Match(start=place, stop=place + 2, type="DATE", value=None, reading=f"the {words[1]}")
    return None
