"""Captions and credits of pictures."""

import re

from twosource.lexicon import words
from twosource.readers.cues import cue, ends, holds, starts
from twosource.readers.lines import Line

_LONGEST_CREDIT = 12
_LONGEST = 120

_CREDIT = re.compile(
    r"\b(?:Photo|Photograph|Image|Picture|Pic|Illustration|Graphic|Video|Credit|PHOTO|IMAGE)s?"
    r"(?: [Cc]redit| [Cc]ourtesy| [Bb]y)?\s?:\s*(?P<who>\S.*)$"
)
_AGENCIES = "|".join(words("blocks", "caption", "agency"))
_AGENCY = re.compile(
    rf"[(\[](?:{_AGENCIES})\s?[:/][^()\[\]]{{1,60}}[)\]]\.?$|^[(\[](?:{_AGENCIES})[)\]]$"
    rf"|\w/\s?(?:{_AGENCIES})(?:/[\w ]+)?\)?\.?$|[.,]\s(?:{_AGENCIES})/\w[\w. -]{{1,40}}$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]\.?$")


def is_credit(line: Line) -> bool:
    """Whether the line is only the credit of a picture, so that the line above it is the caption."""
    match = _CREDIT.match(line.text)
    return match is not None or (_BRACKETED.fullmatch(line.text) is not None and is_caption(line))


def is_caption(line: Line) -> bool:
    """Whether the line describes a picture, or credits one."""
    if len(line.words) > _LONGEST:
        return False
    credit = _CREDIT.search(line.text)
    if credit and len(credit["who"].split()) <= _LONGEST_CREDIT:
        return True
    bracket = _BRACKETED.search(line.text)
    if bracket and _names_a_picture(Line(0, 0, bracket[1], 0)):
        return True
    if _AGENCY.search(line.text) and not line.is_quoted:
        return True
    return starts(line, "caption", "start") or (not line.is_sentence and _is_loose_caption(line))


def _names_a_picture(line: Line) -> bool:
    return not line.is_sentence and len(line.words) <= _LONGEST_CREDIT // 2 and holds(line, "caption", "credit")


def _is_loose_caption(line: Line) -> bool:
    if "@" in line.text:  # a message that somebody sent, with their name
        return False
    points = any(cue("caption", "points").match(line.text, place.end()) for place in re.finditer(r"\(", line.text))
    return points or starts(line, "caption", "loose") or ends(line, "caption", "end")
