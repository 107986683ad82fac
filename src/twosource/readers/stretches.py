"""The text between two tags, piece by piece: blanks as one, character references as what they stand for."""

import re
from html import unescape

from twosource.readers.page import Piece

_BLANKS = " \t\n\f\r"
_BLANK = re.compile(r"[ \t\n\f\r]+")
_STRETCH = re.compile(r"[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*")
_SIGNS = re.compile(r"&+(?=&)")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")


def piece_at(source: str, place: int, end: int) -> Piece:
    """The piece of a page that begins here and reaches `end` at most."""
    mark = source[place]
    if mark in _BLANKS:
        blank = _BLANK.match(source, place, end)
        stop = blank.end() if blank else end
        return Piece(" ", place, stop, source[place:stop] == " ")
    found = (_REFERENCE if mark == "&" else _STRETCH).match(source, place, end)
    found = found or _SIGNS.match(source, place, end)
    stop = found.end() if found else place + 1
    raw = source[place:stop]
    text = unescape(raw) if mark == "&" else raw
    return Piece(text, place, stop, text == raw)
