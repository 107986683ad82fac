"""The imprint of a report: the lines above or below it that say whose it is, who wrote it, and of which day.

"The Harbour Gazette, Monday 11 May 2026", "By Ines Calder", "Published: 9 May 2026". A line counts only if it holds
nothing else, and a name beside a date only if it is that of an outlet: "Port Veldhaven, 12 May 2026" may be a caption.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from twosource.lexicon import any_of, pattern, words
from twosource.lexicon.outlets import bare, endings, known
from twosource.readers.lines import Line
from twosource.text.days import days_in
from twosource.types.article import BlockKind

Role = Literal["published", "updated", "bare"]
Place = Literal["first", "second"]
_PLACES: tuple[Place, ...] = ("first", "second")

_LONGEST, _LONGEST_NAME = 24, 7
_TOP, _END = 8, 4
_PARTS = re.compile(r"[|·•;]|\s[–—-]{1,2}\s")
_EDGES = " \t,.:()[]–—-*_"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ON_WEEKDAY = re.compile(rf"\b(?:on|late|early|this)\s+({'|'.join(_DAYS)})\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_BY = re.compile(r"(?:by|written by|text by|story by)\s+(?=\S)", re.IGNORECASE)
_ROLE = re.compile(r",\s+(?:[a-z][\w’'-]*|[A-Z]{2,})(?:[ ,&]+[\w’'-]+){0,6}$")
_PLACE = re.compile(r"\s+in\s+[A-Z][^,]{1,40}$")
_BETWEEN = re.compile(r",\s+and\s+|\s+and\s+|\s*&\s*|,\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|de|la|le|van|von|der|den|bin|al|du|da|di)){0,4}")
_AGAIN = r"(?:told|tells|to|for|with|from) (?:the )?{}(?!\w)|(?<!\w){} (?:has learned|understands|has seen|could not)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one line says: an outlet, authors, days with what happened on them."""

    outlet: str | None = None
    authors: tuple[str, ...] = ()
    is_byline: bool = False
    days: tuple[tuple[Role, date], ...] = ()


def said_by(line: Line, text: str, *, heads: Place | None = None) -> Said | None:
    """What the line says, if it says whose the report is or of which day, and nothing else; `text` is the whole.

    `heads`: it is the first line of a text, where a paper's name may be of common words, or the one below its headline,
    where it may be so if the report tells of the weekday of that day or of the one before.
    """
    if not line.words or len(line.words) > _LONGEST or line.is_quoted or line.text[-1] in "?!":
        return None
    pieces = [part.strip() for part in _PARTS.split(line.text) if part.strip(_EDGES)]
    parts = [_part(part, text, heads=heads) for part in pieces]
    if heads == "first" and None in parts:  # a name is a paper's by the day beside it
        parts = [_part(", ".join(pieces), text, heads=heads)]
    found = [part for part in parts if part is not None]
    outlets = [part.outlet for part in found if part.outlet]
    if not found or len(found) < len(parts) or len(outlets) > 1:
        return None
    said = Said(
        outlet=next(iter(outlets), None),
        authors=tuple(dict.fromkeys(name for part in found for name in part.authors)),
        is_byline=any(part.is_byline for part in found),
        days=tuple(day for part in found for day in part.days),
    )
    return said if said.days or said.is_byline else None


def _part(part: str, text: str, *, heads: Place | None) -> Said | None:
    """One stretch of a line: at most one date, and beside it a label, a byline or an outlet's name."""
    found = list(days_in(part))
    if len(found) > 1:
        return None
    rest = (part[: found[0].start] + " " + part[found[0].end :] if found else part).strip(_EDGES)
    role = _role(rest)
    if role is not None:
        return Said(days=((role, found[0].day),)) if found else None
    days: tuple[tuple[Role, date], ...] = (("bare", found[0].day),) if found else ()
    by = _BY.match(rest)
    if by:
        return _byline(rest[by.end() :], days)
    if is_outlet(rest, text) or (found and _is_headed(rest) and _heads(found[0].day, text, heads)):
        return Said(outlet=rest, days=days)
    return Said(days=days) if found and _is_name(rest) and _WEEKDAY.match(part[found[0].start :]) else None


def _heads(day: date, text: str, heads: Place | None) -> bool:
    """Whether a line with this day is where a paper's name stands, so that even common words are one."""
    if heads != "second":
        return heads == "first"
    told = _ON_WEEKDAY.search(text)
    return told is not None and _DAYS.index(told[1].lower()) in {day.weekday(), (day.weekday() - 1) % 7}


def _is_headed(name: str) -> bool:
    """Whether it is the name of a paper if it stands above a report beside a full date: "The Ferryman"."""
    article, _, paper = name.partition(" ")
    return article.lower() == "the" and _is_name(paper) and paper.lower() not in words("imprint", "the_places")


def _is_name(name: str) -> bool:
    parts = name.split()
    return len(parts) < _LONGEST_NAME and all(part[0].isupper() or part in words("imprint", "small") for part in parts)


def _role(rest: str) -> Role | None:
    if not rest:
        return "bare"
    match = _label("published").fullmatch(rest)
    return "published" if match else "updated" if _label("updated").fullmatch(rest) else None


@cache
def _label(key: str) -> re.Pattern[str]:
    tail = rf"[\s:,]*(?:{'|'.join(words('imprint', 'after_label'))})?[\s:]*"
    return re.compile(rf"(?:{any_of(words('imprint', key)).pattern}){tail}", re.IGNORECASE)


def _byline(names: str, days: tuple[tuple[Role, date], ...]) -> Said | None:
    """The names after "By", with the outlet among them; no author if they are "staff", None if they are no names."""
    listed = [name.strip(_EDGES) for name in _BETWEEN.split(_PLACE.sub("", _ROLE.sub("", names.strip(_EDGES))))]
    named = [name for name in listed if set(name.lower().split()).isdisjoint(words("imprint", "nobody"))]
    if not all(_NAME.fullmatch(name) for name in named):
        return None
    outlets = [name for name in named if is_outlet(name, "")] if len(named) > 1 else []
    people = tuple(name for name in named if name not in outlets and " " in name)
    return Said(outlet=outlets[0] if len(outlets) == 1 else None, authors=people, is_byline=True, days=days)


def is_outlet(name: str, text: str) -> bool:
    """Whether these words are certainly the name of an outlet: a known one, one that looks so, or one that says so."""
    parts = name.split()
    small = words("imprint", "small")
    if (
        not parts
        or len(parts) > _LONGEST_NAME
        or any(not part[0].isupper() and part.lower() not in small for part in parts)
    ):
        return False
    if bare(name) in known():
        return True
    like = endings().union(words("imprint", "outlet_words"))
    if len(parts) > 1 and (parts[-1].lower() in like or (parts[0].lower() == "the" and parts[1].lower() in like)):
        return True
    return len(parts) > 1 and _speaks_of_itself(name.removeprefix("The "), text)


def _speaks_of_itself(name: str, text: str) -> bool:
    """Whether the report says that it was told something, or writes for it."""
    again = re.escape(name)
    return re.search(_AGAIN.format(again, again), text) is not None


def place_of(line: int) -> Place | None:
    """Where the line of that number stands, if its place tells whose the report is."""
    return _PLACES[line] if line < len(_PLACES) else None


def mark_imprint(lines: Sequence[Line], kinds: list[BlockKind | None]) -> None:
    """Marks the lines of the imprint at the top and at the end: a byline as a bio, the others as furniture."""
    text = "\n".join(line.text for line in lines)
    prose = [i for i, line in enumerate(lines) if kinds[i] is None and line.is_sentence]
    first = prose[0] if prose else 0
    for i, line in enumerate(lines):
        if kinds[i] is None and (i < min(first, _TOP) or i >= len(lines) - _END):
            said = said_by(line, text, heads=place_of(i))
            if said is not None and (said.is_byline or said.outlet or i):
                kinds[i] = "bio" if said.is_byline else "chrome"


def bylines(lines: Sequence[Line]) -> frozenset[str]:
    """The authors whom bylines anywhere in the text name."""
    found = (said_by(line, "") for line in lines if _BY.search(line.text))
    return frozenset(name for said in found if said is not None for name in said.authors)


def presents_one(line: Line, names: frozenset[str]) -> bool:
    """Whether the line says who one of the authors is."""
    return any(
        line.text.startswith(name) and pattern("imprint", "presents").match(line.text[len(name) :].lstrip(" ,"))
        for name in names
    )
