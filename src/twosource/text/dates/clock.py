"""Times of the day: "10:30 a.m.", "8 pm", "noon"."""

from collections.abc import Sequence

from twosource.text.dates.tables import Match
from twosource.text.lexemes import Lexeme

HOURS = 24
NOON = 12
MINUTES = 60
TWO = 2
ZONES = frozenset((
    "UTC", "GMT", "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "BST", "CET", "CEST",
    "IST",
))  # fmt: skip


def clock(found: Sequence[Lexeme], place: int) -> Match | None:
    """The time of day that starts at this lexeme; None if none does, or its hour or minute does not exist."""
    if found[place].low in ("noon", "midnight"):
        value = "T12:00" if found[place].low == "noon" else "T00:00"
        return Match(start=place, stop=place + 1, type="TIME", value=None, reading=f"clock {value}")
    hour, minute, stop = _figures(found, place)
    if hour is None:
        return None
    half, after = _half(found, stop)
    if not half and minute is None:
        return None
    if half and hour > NOON:
        return None
    hour = hour % NOON + (NOON if half == "p" else 0) if half else hour
    value = f"T{hour:02d}:{minute or 0:02d}"
    after += after < len(found) and found[after].text in ZONES
    return Match(start=place, stop=after, type="TIME", value=None, reading=f"clock {value}")


def _figures(found: Sequence[Lexeme], place: int) -> tuple[int | None, int | None, int]:
    text = found[place].text
    if found[place].kind != "number" or (place and found[place].glued and found[place - 1].text in ":/-.$"):
        return None, None, place
    if "." in text and all(part.isascii() and part.isdigit() for part in text.split(".")):
        hour, _, minute = text.partition(".")
        valid = len(hour) <= TWO and len(minute) == TWO and _half(found, place + 1)[0]
        return _checked(hour, minute, place + 1) if valid else (None, None, place)
    if not (text.isascii() and text.isdigit() and len(text) <= TWO):
        return None, None, place
    parts = found[place + 1 : place + 3]
    minute = parts[1].text if len(parts) > 1 and parts[0].text == ":" and parts[1].glued else ""
    if len(minute) == TWO and minute.isdigit():
        return _checked(text, minute, place + 3)
    return (int(text), None, place + 1) if int(text) <= NOON and int(text) else (None, None, place)


def _checked(hour: str, minute: str, stop: int) -> tuple[int | None, int | None, int]:
    fits = int(hour) < HOURS and int(minute) < MINUTES
    return (int(hour), int(minute), stop) if fits else (None, None, stop)


def _half(found: Sequence[Lexeme], place: int) -> tuple[str, int]:
    """Words such as "a" or "p", and where "a.m.", "pm" ends; ("", place) if neither stands here."""
    texts = [part.low for part in found[place : place + 4]]
    if texts[:1] in (["am"], ["pm"]):
        return texts[0][0], place + 1
    if len(texts) > 2 and texts[0] in "ap" and texts[1] == "." and texts[2] == "m":  # noqa: PLR2004 -- "a.m"
        return texts[0], place + (4 if texts[3:] == ["."] else 3)
    return "", place
