"""Reads the times of a passage from left to right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.text.dates.beside import with_what_stands_beside
from twosource.text.dates.clock import clock
from twosource.text.dates.deictic import deictic
from twosource.text.dates.eras import era
from twosource.text.dates.explicit import explicit
from twosource.text.dates.fiscal import fiscal
from twosource.text.dates.lengths import length
from twosource.text.dates.lent import with_lent_years
from twosource.text.dates.of import part_of_a_time
from twosource.text.dates.same import same
from twosource.text.dates.sets import recurring
from twosource.text.dates.tables import Match, TimeTables
from twosource.text.dates.vague import season_of, spoken_of, vague
from twosource.text.dates.worded import worded
from twosource.text.lexemes import Lexeme, phrase_at

SHORT = frozenset(("early", "mid", "late"))  # "the late 1960s"
SPLIT = ("this", "the ", "last", "next", "same", "weekday", "month", "quarter", "season", "shift")
YEAR = 4
REACH = 8


def matches(found: Sequence[Lexeme], tables: TimeTables) -> Iterator[Match]:
    """The times of a passage, in order, none overlapping another."""
    made = list(with_lent_years(found, list(_read(found, tables))))
    yield from with_what_stands_beside(found, made, tables)


def _read(found: Sequence[Lexeme], tables: TimeTables) -> Iterator[Match]:
    opens, ends = tables.opens, _next_cores(found, tables)
    place = 0
    while place < len(found):
        here = found[place]
        starts = here.kind == "number" or (here.low in opens and ends[place] - place <= REACH)
        match = _at(found, place, tables) if starts else None
        if match:
            yield match
        place = match.stop if match else place + 1


def _next_cores(found: Sequence[Lexeme], tables: TimeTables) -> list[int]:
    """For each lexeme the place of the next number or word that only times have; far off if none follows."""
    cores, ends, last = tables.cores, [0] * len(found), len(found) + REACH
    for place in range(len(found) - 1, -1, -1):
        if found[place].kind == "number" or found[place].low in cores:
            last = place
        ends[place] = last
    return ends


def _at(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    return (
        part_of_a_time(found, place, tables, _dated) or _part_of(found, place, tables) or _whole(found, place, tables)
    )


def _dated(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """A date, or words that point at one."""
    return (
        worded(found, place, tables)
        or explicit(found, place, tables)
        or season_of(found, place, tables)
        or same(found, place, tables)
        or deictic(found, place, tables)
        or era(found, place, tables)
        or spoken_of(found, place)
    )


def _whole(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    match = (
        clock(found, place)
        or worded(found, place, tables)
        or era(found, place, tables)
        or fiscal(found, place)
        or explicit(found, place, tables)
        or season_of(found, place, tables)
        or recurring(found, place, tables)
        or same(found, place, tables)
        or length(found, place, tables)
        or deictic(found, place, tables)
        or vague(found, place, tables)
    )
    return _with_date(found, match, tables) if match else None


def _with_date(found: Sequence[Lexeme], match: Match, tables: TimeTables) -> Match:
    """The date of "Saturday, January 31, 2026" takes the weekday in; whether they agree is for others to say."""
    at = match.stop + 1 if match.stop < len(found) and found[match.stop].text == "," else match.stop
    if not match.reading.startswith("weekday") or at >= len(found):
        return match
    date = explicit(found, at, tables)
    if date is None or not (date.reading.startswith("day ") or (date.value and len(date.value) == len("2026-01-31"))):
        return match
    number = match.reading.split()[1][0]
    return replace(date, start=match.start, reading=f"{date.reading},is {number}")


def _part_of(found: Sequence[Lexeme], place: int, tables: TimeTables) -> Match | None:
    """Reads "late January", "the end of the week", "mid-2015", "earlier this month"."""
    begin = place + (found[place].low == "the" and place + 1 < len(found) and found[place + 1].low in SHORT)
    taken = phrase_at(found, begin, tables.parts_of, longest=3) if found[begin].low in tables.part_starts else 0
    if not taken:
        return None
    side = tables.parts_of[" ".join(part.low for part in found[begin : begin + taken])]
    at = begin + taken + (begin + taken < len(found) and found[begin + taken].text == "-")
    if at >= len(found):
        return None
    inner = _dated(found, at, tables)
    bare = found[place].low in ("earlier", "later", "before") and taken == 1
    fits = inner and (inner.reading.startswith(SPLIT) or inner.value)
    if inner is None or not fits or inner.reading in ("vague", "generic"):
        return None
    if begin > place and not (inner.value and inner.value.isdigit() and len(inner.value) < YEAR):
        return None
    if bare and not inner.reading.startswith(("this", "last", "same", "weekday", "season")):
        return None
    reading = inner.reading if "," in inner.reading else f"{inner.reading},{side}"
    return replace(inner, start=place, reading=reading)
