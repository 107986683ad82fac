"""What stands beside a time and belongs to it: "nearly two years", "9 p.m., March 19", "11 a.m. on 11 November"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.text.dates.tables import Match, TimeTables
from twosource.text.lexemes import Lexeme, phrase_before

COUNTING = frozenset(("length", "shift", "from"))
DAY = len("2026-01-31")


def with_what_stands_beside(found: Sequence[Lexeme], made: Sequence[Match], tables: TimeTables) -> Iterator[Match]:
    """The times in order; lengths with the words that bound them, times of day with the day that follows them."""
    place = 0
    while place < len(made):
        match, after = made[place], made[place + 1] if place + 1 < len(made) else None
        joined = _joined(found, match, after) if after else None
        if joined:
            place += 1
        elif after and _is_clock(match) and _is_day(after) and _words(found, match, after) in (["on"], ["on", "the"]):
            joined = replace(match, value=after.value, reading=f"{after.reading},{_clock(match)}")
        yield joined or _bounded(found, match, tables, made[place - 1].stop if place else 0)
        place += 1


def _bounded(found: Sequence[Lexeme], match: Match, tables: TimeTables, free: int) -> Match:
    """With the words before it that bound it: "about", "more than"; "over" is one before a number alone."""
    counted = match.reading.split()[0] in COUNTING and match.type in ("DURATION", "DATE")
    first = found[match.start]
    if not counted or not (first.kind == "number" or first.low in tables.amounts):
        return match
    taken = phrase_before(found, match.start, tables.hedges, longest=3)
    return replace(match, start=match.start - taken) if taken and match.start - taken >= free else match


def _joined(found: Sequence[Lexeme], match: Match, after: Match) -> Match | None:
    """One time for "9 p.m., March 19" and "May 8 1:00AM"."""
    between = _words(found, match, after)
    if between not in ([], [","]):
        return None
    clock, day = (match, after) if _is_clock(match) else (after, match)
    if not _is_clock(clock) or not _is_day(day) or (clock is after and between):
        return None
    reading = f"{day.reading},{_clock(clock)}"
    return replace(day, start=match.start, stop=after.stop, type="TIME", reading=reading)


def _words(found: Sequence[Lexeme], one: Match, two: Match) -> list[str]:
    return [part.low for part in found[one.stop : two.start]]


def _is_clock(match: Match) -> bool:
    return match.reading.startswith("clock ")


def _clock(match: Match) -> str:
    return match.reading.split()[1]


def _is_day(match: Match) -> bool:
    rule = match.reading
    if "," in rule:
        return False
    return rule.startswith(("day ", "weekday ", "feast ")) or (rule == "fixed" and len(match.value or "") == DAY)
